/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include <string.h>

/* Where the parser stands in the text: errors with their place, blanks and comments, symbols and
 * words. */

void
feel_parser_fail (FeelParser *parser, FeelError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (parser->failed)
    return;
  parser->failed = TRUE;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (parser->error, FEEL_ERROR, code, "character %ld: %s",
               g_utf8_pointer_to_offset (parser->text, parser->at) + 1, message);
  parser->at = parser->text + strlen (parser->text);
}

static char *
found (const FeelParser *parser)
{
  g_autofree char *piece = NULL;

  if (*parser->at == '\0')
    return g_strdup ("the end of the text");
  piece = g_utf8_substring (parser->at, 0, MIN (12, g_utf8_strlen (parser->at, -1)));
  return g_strdup_printf ("“%s”", piece);
}

void
feel_parser_fail_expected (FeelParser *parser, const char *expected)
{
  g_autofree char *what = found (parser);

  feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "found %s, expected %s", what, expected);
}

static gboolean
skip_comment (FeelParser *parser)
{
  const char *end;

  if (g_str_has_prefix (parser->at, "//"))
    {
      end = strpbrk (parser->at, "\r\n");
      parser->at = end != NULL ? end : parser->at + strlen (parser->at);
      return TRUE;
    }
  if (!g_str_has_prefix (parser->at, "/*"))
    return FALSE;
  end = strstr (parser->at + 2, "*/");
  if (end == NULL)
    feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "a comment is not closed by */");
  else
    parser->at = end + 2;
  return end != NULL;
}

void
feel_parser_skip (FeelParser *parser)
{
  do
    {
      while (*parser->at != '\0' && g_unichar_isspace (g_utf8_get_char (parser->at)))
        parser->at = g_utf8_next_char (parser->at);
    }
  while (skip_comment (parser));
}

/* Takes @symbol when it comes next. */
gboolean
feel_parser_take (FeelParser *parser, const char *symbol)
{
  feel_parser_skip (parser);
  if (!g_str_has_prefix (parser->at, symbol))
    return FALSE;
  parser->at += strlen (symbol);
  return TRUE;
}

gboolean
feel_parser_see (FeelParser *parser, const char *symbol)
{
  feel_parser_skip (parser);
  return g_str_has_prefix (parser->at, symbol);
}

void
feel_parser_need (FeelParser *parser, const char *symbol)
{
  g_autofree char *expected = g_strdup_printf ("“%s”", symbol);

  if (!feel_parser_take (parser, symbol))
    feel_parser_fail_expected (parser, expected);
}

gboolean
feel_parser_see_word (FeelParser *parser, const char *word)
{
  feel_parser_skip (parser);
  return feel_name_match (word, parser->at) > 0;
}

/* A keyword is one only where no longer name of the scope starts with it. */
gboolean
feel_parser_take_word (FeelParser *parser, const char *word)
{
  if (!feel_parser_see_word (parser, word))
    return FALSE;
  parser->at += feel_name_match (word, parser->at);
  return TRUE;
}

void
feel_parser_need_word (FeelParser *parser, const char *word)
{
  g_autofree char *expected = g_strdup_printf ("“%s”", word);

  if (!feel_parser_take_word (parser, word))
    feel_parser_fail_expected (parser, expected);
}

gboolean
feel_parser_enter (FeelParser *parser)
{
  if (++parser->depth > FEEL_DEPTH_CAP)
    feel_parser_fail (parser, FEEL_ERROR_SIZE, "nested deeper than %d", FEEL_DEPTH_CAP);
  return !parser->failed;
}

void
feel_parser_leave (FeelParser *parser)
{
  parser->depth--;
}
