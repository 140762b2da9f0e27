/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include "feel/feel-calendar.h"

#include <string.h>

/* Numbers, strings with their escapes, and `@"2026-11-20"`. */

FeelNode *
feel_parse_number (FeelParser *parser)
{
  const char *start = parser->at;
  FeelNumber number;

  while (g_ascii_isdigit (*parser->at))
    parser->at++;
  if (*parser->at == '.' && g_ascii_isdigit (parser->at[1]))
    for (parser->at++; g_ascii_isdigit (*parser->at);)
      parser->at++;
  if ((*parser->at == 'e' || *parser->at == 'E')
      && (g_ascii_isdigit (parser->at[1])
          || ((parser->at[1] == '-' || parser->at[1] == '+') && g_ascii_isdigit (parser->at[2]))))
    for (parser->at += 2; g_ascii_isdigit (*parser->at);)
      parser->at++;
  if (!feel_number_parse (start, parser->at - start, &number))
    {
      parser->at = start;
      feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "this number is too large");
    }
  return feel_parser_constant (parser, feel_value_number (number));
}

/* \uXXXX and \UXXXXXX; two surrogates in a row make one character. */
static gunichar
parse_code (FeelParser *parser, guint n_digits)
{
  gunichar code = 0;

  for (guint i = 0; i < n_digits; i++, parser->at++)
    {
      if (!g_ascii_isxdigit (*parser->at))
        {
          feel_parser_fail_expected (parser, "a hexadecimal digit");
          return 0;
        }
      code = code * 16 + (gunichar)g_ascii_xdigit_value (*parser->at);
    }
  return code;
}

static void
parse_unicode_escape (FeelParser *parser, GString *text, guint n_digits)
{
  gunichar code = parse_code (parser, n_digits);

  if (code >= 0xd800 && code < 0xdc00 && g_str_has_prefix (parser->at, "\\u"))
    {
      gunichar low;

      parser->at += 2;
      low = parse_code (parser, 4);
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
  if (code == 0 || !g_unichar_validate (code))
    feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "the escape is no character");
  else
    g_string_append_unichar (text, code);
}

static void
parse_escape (FeelParser *parser, GString *text)
{
  static const char letters[] = "ntr\"'\\";
  static const char meanings[] = "\n\t\r\"'\\";
  const char *letter = *parser->at != '\0' ? strchr (letters, *parser->at) : NULL;

  if (letter != NULL)
    {
      g_string_append_c (text, meanings[letter - letters]);
      parser->at++;
    }
  else if (*parser->at == 'u' || *parser->at == 'U')
    {
      guint n_digits = *parser->at++ == 'u' ? 4 : 6;

      parse_unicode_escape (parser, text, n_digits);
    }
  else
    g_string_append_c (text, '\\');
}

const char *
feel_parse_quoted (FeelParser *parser)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *start = parser->at++;

  while (*parser->at != '"' && *parser->at != '\0')
    {
      if (*parser->at == '\\')
        {
          parser->at++;
          parse_escape (parser, text);
        }
      else
        g_string_append_c (text, *parser->at++);
    }
  if (*parser->at != '"' && !parser->failed)
    {
      parser->at = start;
      feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "a string is not closed by \"");
      return "";
    }
  if (!parser->failed)
    parser->at++;
  return feel_arena_intern (parser->arena, text->str, text->len);
}

FeelNode *
feel_parse_at_literal (FeelParser *parser)
{
  const char *text;
  gsize length;
  FeelValue value;

  feel_parser_skip (parser);
  if (*parser->at != '"')
    {
      feel_parser_fail_expected (parser, "a quoted date, time or duration after @");
      return feel_parser_nothing (parser);
    }
  text = feel_parse_quoted (parser);
  length = strlen (text);
  if (!feel_calendar_parse_date (text, length, &value)
      && !feel_calendar_parse_time (text, length, &value)
      && !feel_calendar_parse_date_time (text, length, &value)
      && !feel_calendar_parse_duration (text, length, &value))
    {
      if (feel_calendar_names_zone (text))
        feel_parser_fail (parser, FEEL_ERROR_UNSUPPORTED, "%s", FEEL_NO_ZONES);
      feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "@\"%s\" is no date, time or duration", text);
    }
  return feel_parser_constant (parser, parser->failed ? FEEL_NULL_VALUE : value);
}
