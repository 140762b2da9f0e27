/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-json-words.h"

/* What every file that writes JSON says in the same way. */

void
cli_json_write_text (BaseJsonWriter *writer,
                     const char *member,
                     const BaseText *text,
                     const BaseLanguage *language)
{
  g_autofree char *words = text != NULL ? base_language_format (language, text) : NULL;

  base_json_writer_string (writer, member, words);
}

void
cli_json_write_value (BaseJsonWriter *writer, const char *member, int hundredths)
{
  if (hundredths < 0)
    base_json_writer_null (writer, member);
  else
    base_json_writer_decimal (writer, member, hundredths, 2);
}
