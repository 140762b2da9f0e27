/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BASE_ERROR: the one error domain of reading and finding files.
 *
 * Messages name the file, the line or JSON path, what was found and what was expected.
 */
#define BASE_ERROR (base_error_quark ())
GQuark base_error_quark (void);

typedef enum
{
  BASE_ERROR_IO,     /* cannot be opened, read or written */
  BASE_ERROR_SYNTAX, /* not JSON (RFC 8259), not UTF-8, too deep, a duplicate member, a NUL */
  BASE_ERROR_VALUE,  /* JSON, but the wrong type, out of range, unknown member or id, missing member
                      */
  BASE_ERROR_SIZE,   /* larger than the stated cap */
  BASE_ERROR_MISSING, /* a data file or the data folder was not found */
  BASE_ERROR_VERSION, /* a version this program does not know */
} BaseError;

G_END_DECLS
