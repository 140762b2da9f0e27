/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EXCHANGE_ERROR (exchange_error_quark ())
GQuark exchange_error_quark (void);

/* Messages name the file, the part or row in it, what was found and what was expected. */
typedef enum
{
  EXCHANGE_ERROR_IO,         /* cannot be opened, read or written */
  EXCHANGE_ERROR_KIND,       /* not the kind of file that was expected */
  EXCHANGE_ERROR_VERSION,    /* made by a newer Waymark */
  EXCHANGE_ERROR_LOCKED,     /* a passphrase is needed and none was given */
  EXCHANGE_ERROR_PASSPHRASE, /* the passphrase is another one */
  EXCHANGE_ERROR_DAMAGED,    /* cut off, altered, or its parts are not what the file says */
  EXCHANGE_ERROR_REFUSED,    /* larger or stranger than any honest file */
  EXCHANGE_ERROR_CANCELLED,
} ExchangeError;

G_END_DECLS
