/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include <string.h>

/* The two start symbols: an expression and unary tests. */

static gboolean
check_text (const char *text, GError **error)
{
  gsize length = strlen (text);

  if (length > FEEL_TEXT_CAP)
    g_set_error (error, FEEL_ERROR, FEEL_ERROR_SIZE,
                 "the text is longer than %" G_GSIZE_FORMAT " bytes", FEEL_TEXT_CAP);
  else if (!g_utf8_validate (text, (gssize)length, NULL))
    g_set_error (error, FEEL_ERROR, FEEL_ERROR_SYNTAX, "the text is not UTF-8");
  else
    return TRUE;
  return FALSE;
}

static FeelExpression *
parse (const char *text,
       FeelScope *scope,
       FeelArena *arena,
       FeelNode *(*start) (FeelParser *parser),
       GError **error)
{
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_slots = feel_scope_n_slots (scope);
  FeelParser parser = { .text = text, .at = text, .scope = scope, .arena = arena, .error = error };
  FeelExpression *expression;

  if (!check_text (text, error))
    return NULL;
  parser.filters = filters;
  expression = feel_arena_alloc (arena, sizeof (FeelExpression));
  expression->root = start (&parser);
  feel_parser_skip (&parser);
  if (!parser.failed && *parser.at != '\0')
    feel_parser_fail_expected (&parser, "the end of the text");
  while (feel_scope_n_slots (scope) > n_slots)
    feel_scope_pop (scope);
  return parser.failed ? NULL : expression;
}

FeelExpression *
feel_expression_parse (const char *text, FeelScope *scope, FeelArena *arena, GError **error)
{
  g_return_val_if_fail (text != NULL && scope != NULL && arena != NULL, NULL);
  return parse (text, scope, arena, feel_parse_expression, error);
}

FeelExpression *
feel_tests_parse (const char *text, FeelScope *scope, FeelArena *arena, GError **error)
{
  FeelExpression *tests;

  g_return_val_if_fail (text != NULL && scope != NULL && arena != NULL, NULL);
  tests = parse (text, scope, arena, feel_parse_tests, error);
  if (tests != NULL)
    feel_tests_simplify (tests, arena);
  return tests;
}
