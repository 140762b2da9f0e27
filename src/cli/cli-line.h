/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* No document of one line is longer. */
#define CLI_LINE_CAP ((gsize)4 * 1024 * 1024)

/* Reads a line into @line without its end; FALSE at the end of the file. What lies beyond the cap
 * is read and dropped, and the length says that there was more. */
gboolean cli_line_read (FILE *file, GString *line);

G_END_DECLS
