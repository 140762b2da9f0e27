/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-line.h"

gboolean
cli_line_read (FILE *file, GString *line)
{
  int c = 0;

  g_string_truncate (line, 0);
  while ((c = getc_unlocked (file)) != EOF && c != '\n')
    if (line->len <= CLI_LINE_CAP)
      g_string_append_c (line, (char)c);
  return c != EOF || line->len > 0;
}
