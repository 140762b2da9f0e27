/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"

G_BEGIN_DECLS

/* Private to the room: a table as CSV (RFC 4180), UTF-8 with or without a byte order mark; commas,
 * semicolons or tabs, as the first line has more of them; line breaks in quotes are kept. */

/* Rows of cells: GPtrArray of GStrv, empty lines left out. @name: what messages call the text. */
GPtrArray *catalogue_csv_parse (const char *text, gsize length, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
