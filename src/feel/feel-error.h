/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Errors of reading FEEL text. Messages say the column (counted from 1, in characters), what was
 * found and what was expected. Evaluating never fails: it gives null with a reason. */
#define FEEL_ERROR (feel_error_quark ())
GQuark feel_error_quark (void);

typedef enum
{
  FEEL_ERROR_SYNTAX,      /* not FEEL */
  FEEL_ERROR_NAME,        /* a name that is not in scope */
  FEEL_ERROR_UNSUPPORTED, /* FEEL that this program does not do: regular expressions, function
                             values, zones, the clock */
  FEEL_ERROR_SIZE,        /* too long or too deep */
} FeelError;

G_END_DECLS
