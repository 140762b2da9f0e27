/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

/* Unary tests: the cells of a table. */

FeelNode *
feel_parse_positive_test (FeelParser *parser)
{
  FeelNodeKind comparison;
  gboolean outer = parser->input_used;
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_TEST_VALUE, 1);

  if (feel_parser_take_comparison (parser, &comparison))
    {
      node->kind = FEEL_NODE_TEST_COMPARE;
      node->compare = comparison;
      node->children[0] = feel_parse_arithmetic (parser);
      return node;
    }
  parser->input_used = FALSE;
  node->children[0] = feel_parse_expression (parser);
  node->uses_input = parser->input_used;
  parser->input_used = outer || parser->input_used;
  return node;
}

static FeelNode *
parse_test_list (FeelParser *parser, FeelNodeKind kind)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();

  do
    g_ptr_array_add (tests, feel_parse_positive_test (parser));
  while (feel_parser_take (parser, ",") && !parser->failed);
  return feel_parser_with_children (parser, kind, tests);
}

/* `not(` at the very start negates all tests when its `)` is the end of the cell; otherwise it is
 * the function. */
static FeelNode *
parse_not (FeelParser *parser)
{
  const char *start;
  GError *ignored = NULL, **error = parser->error;
  FeelNode *node;

  feel_parser_skip (parser);
  start = parser->at;
  if (!feel_parser_take_word (parser, "not") || !feel_parser_take (parser, "("))
    {
      parser->at = start;
      return NULL;
    }
  parser->error = &ignored;
  node = parse_test_list (parser, FEEL_NODE_TESTS_NOT);
  feel_parser_need (parser, ")");
  feel_parser_skip (parser);
  parser->error = error;
  if (!parser->failed && *parser->at == '\0')
    return node;
  if (ignored != NULL && ignored->code != FEEL_ERROR_SYNTAX)
    {
      g_propagate_error (error, ignored);
      return node;
    }
  g_clear_error (&ignored);
  parser->failed = FALSE;
  parser->at = start;
  return NULL;
}

FeelNode *
feel_parse_tests (FeelParser *parser)
{
  const char *start;
  FeelNode *node;

  feel_parser_skip (parser);
  start = parser->at;
  if (*start == '\0')
    return feel_parser_node (parser, FEEL_NODE_TESTS_ANY, 0);
  if (feel_parser_take (parser, "-"))
    {
      feel_parser_skip (parser);
      if (*parser->at == '\0')
        return feel_parser_node (parser, FEEL_NODE_TESTS_ANY, 0);
      parser->at = start;
    }
  node = parse_not (parser);
  return node != NULL ? node : parse_test_list (parser, FEEL_NODE_TESTS);
}
