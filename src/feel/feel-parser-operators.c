/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

/* Operators from the tightest binding to the loosest: sign, power, product, sum, comparison, `and`,
 * `or`. */

gboolean
feel_parser_take_comparison (FeelParser *parser, FeelNodeKind *kind)
{
  static const struct
  {
    const char *symbol;
    FeelNodeKind kind;
  } comparisons[] = {
    { "<=", FEEL_NODE_LESS_EQUAL }, { ">=", FEEL_NODE_GREATER_EQUAL },
    { "!=", FEEL_NODE_NOT_EQUAL },  { "<", FEEL_NODE_LESS },
    { ">", FEEL_NODE_GREATER },     { "=", FEEL_NODE_EQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (feel_parser_take (parser, comparisons[i].symbol))
      {
        *kind = comparisons[i].kind;
        return TRUE;
      }
  return FALSE;
}

static FeelNode *
parse_unary (FeelParser *parser)
{
  FeelNode *node;

  if (!feel_parser_enter (parser))
    return feel_parser_nothing (parser);
  if (feel_parser_take (parser, "-"))
    {
      node = feel_parser_node (parser, FEEL_NODE_NEGATE, 1);
      node->children[0] = parse_unary (parser);
      node = feel_parser_fold (parser, node);
    }
  else
    node = feel_parse_postfix (parser);
  feel_parser_leave (parser);
  return node;
}

static FeelNode *
parse_power (FeelParser *parser)
{
  FeelNode *node = parse_unary (parser);

  while (!parser->failed && feel_parser_take (parser, "**"))
    node = feel_parser_binary (parser, FEEL_NODE_POWER, node, parse_unary (parser));
  return node;
}

static FeelNode *
parse_product (FeelParser *parser)
{
  FeelNode *node = parse_power (parser);

  while (!parser->failed)
    {
      if (feel_parser_take (parser, "*"))
        node = feel_parser_binary (parser, FEEL_NODE_MULTIPLY, node, parse_power (parser));
      else if (feel_parser_take (parser, "/"))
        node = feel_parser_binary (parser, FEEL_NODE_DIVIDE, node, parse_power (parser));
      else
        break;
    }
  return node;
}

FeelNode *
feel_parse_arithmetic (FeelParser *parser)
{
  FeelNode *node = parse_product (parser);

  while (!parser->failed)
    {
      if (feel_parser_take (parser, "+"))
        node = feel_parser_binary (parser, FEEL_NODE_ADD, node, parse_product (parser));
      else if (feel_parser_take (parser, "-"))
        node = feel_parser_binary (parser, FEEL_NODE_SUBTRACT, node, parse_product (parser));
      else
        break;
    }
  return node;
}

/* After `in`: one test, or several in parentheses; `(1..5)` is a range. */
static FeelNode *
parse_in_tests (FeelParser *parser)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();
  const char *start;

  feel_parser_skip (parser);
  start = parser->at;
  if (feel_parser_take (parser, "("))
    {
      do
        g_ptr_array_add (tests, feel_parse_positive_test (parser));
      while (feel_parser_take (parser, ",") && !parser->failed);
      if (!parser->failed && tests->len == 1 && feel_parser_see (parser, ".."))
        {
          parser->at = start;
          g_ptr_array_set_size (tests, 0);
        }
      else
        feel_parser_need (parser, ")");
    }
  if (tests->len == 0)
    g_ptr_array_add (tests, feel_parse_positive_test (parser));
  return feel_parser_with_children (parser, FEEL_NODE_TESTS, tests);
}

static FeelNode *
parse_between (FeelParser *parser, FeelNode *value)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_BETWEEN, 3);

  node->children[0] = value;
  node->children[1] = feel_parse_arithmetic (parser);
  feel_parser_need_word (parser, "and");
  node->children[2] = feel_parse_arithmetic (parser);
  return feel_parser_fold (parser, node);
}

static FeelNode *
parse_comparison (FeelParser *parser)
{
  FeelNode *node = feel_parse_arithmetic (parser);
  FeelNodeKind kind;

  while (!parser->failed)
    {
      if (feel_parser_take_word (parser, "between"))
        node = parse_between (parser, node);
      else if (feel_parser_take_word (parser, "in"))
        {
          FeelNode *in = feel_parser_node (parser, FEEL_NODE_IN, 2);

          in->children[0] = node;
          in->children[1] = parse_in_tests (parser);
          node = in;
        }
      else if (feel_parser_take_comparison (parser, &kind))
        node = feel_parser_binary (parser, kind, node, feel_parse_arithmetic (parser));
      else
        break;
    }
  return node;
}

static FeelNode *
parse_and (FeelParser *parser)
{
  FeelNode *node = parse_comparison (parser);

  while (!parser->failed && feel_parser_take_word (parser, "and"))
    node = feel_parser_binary (parser, FEEL_NODE_AND, node, parse_comparison (parser));
  return node;
}

FeelNode *
feel_parse_expression (FeelParser *parser)
{
  FeelNode *node;

  if (!feel_parser_enter (parser))
    return feel_parser_nothing (parser);
  node = parse_and (parser);
  while (!parser->failed && feel_parser_take_word (parser, "or"))
    node = feel_parser_binary (parser, FEEL_NODE_OR, node, parse_and (parser));
  feel_parser_leave (parser);
  return node;
}
