/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include <string.h>

/* What stands between brackets: lists, ranges of every kind, contexts. */

static FeelNode *
parse_range_end (FeelParser *parser, FeelNode *low, gboolean low_closed)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_RANGE, 2);

  node->children[0] = low;
  node->children[1] = feel_parse_arithmetic (parser);
  node->low_closed = low_closed;
  if (feel_parser_take (parser, "]"))
    node->high_closed = TRUE;
  else if (!feel_parser_take (parser, ")") && !feel_parser_take (parser, "["))
    feel_parser_fail_expected (parser, "the end of the range: “]”, “)” or “[”");
  return feel_parser_fold (parser, node);
}

FeelNode *
feel_parse_open_range (FeelParser *parser)
{
  FeelNode *low = feel_parse_arithmetic (parser);

  feel_parser_need (parser, "..");
  return parse_range_end (parser, low, FALSE);
}

/* `(< 10)` as a value is a range. */
static FeelNode *
parse_comparison_range (FeelParser *parser, FeelNodeKind comparison)
{
  FeelNode *end = feel_parse_arithmetic (parser);
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_RANGE, 2);
  gboolean upward = comparison == FEEL_NODE_GREATER || comparison == FEEL_NODE_GREATER_EQUAL;

  node->children[0] = upward || comparison == FEEL_NODE_EQUAL ? end : feel_parser_nothing (parser);
  node->children[1] = upward ? feel_parser_nothing (parser) : end;
  node->low_closed = comparison == FEEL_NODE_GREATER_EQUAL || comparison == FEEL_NODE_EQUAL;
  node->high_closed = comparison == FEEL_NODE_LESS_EQUAL || comparison == FEEL_NODE_EQUAL;
  if (comparison == FEEL_NODE_NOT_EQUAL)
    feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "“!=” makes no range");
  feel_parser_need (parser, ")");
  return feel_parser_fold (parser, node);
}

FeelNode *
feel_parse_parenthesis (FeelParser *parser)
{
  FeelNodeKind comparison;
  FeelNode *inner;

  if (feel_parser_take_comparison (parser, &comparison))
    return parse_comparison_range (parser, comparison);
  inner = feel_parse_expression (parser);
  if (feel_parser_take (parser, ".."))
    return parse_range_end (parser, inner, FALSE);
  feel_parser_need (parser, ")");
  return inner;
}

FeelNode *
feel_parse_bracket (FeelParser *parser)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (feel_parser_take (parser, "]"))
    return feel_parser_constant (parser, feel_value_list (parser->arena, NULL, 0));
  do
    {
      FeelNode *item = feel_parse_expression (parser);

      if (items->len == 0 && feel_parser_take (parser, ".."))
        return parse_range_end (parser, item, TRUE);
      g_ptr_array_add (items, item);
    }
  while (feel_parser_take (parser, ",") && !parser->failed);
  feel_parser_need (parser, "]");
  return feel_parser_fold (parser, feel_parser_with_children (parser, FEEL_NODE_LIST, items));
}

const char *
feel_parse_entry_name (FeelParser *parser)
{
  const char *start, *end;
  g_autofree char *name = NULL;

  feel_parser_skip (parser);
  if (*parser->at == '"')
    return feel_parse_quoted (parser);
  start = parser->at;
  if (!feel_name_character (g_utf8_get_char (start), TRUE))
    {
      feel_parser_fail_expected (parser, "the name of an entry");
      return "";
    }
  end = strpbrk (start, ":,{}[]()\"");
  if (end == NULL || *end != ':')
    {
      feel_parser_fail_expected (parser, "a name and “:”");
      return "";
    }
  parser->at = end;
  name = g_strndup (start, (gsize)(end - start));
  {
    g_autofree char *normal = feel_name_normalise (name);

    return feel_arena_intern (parser->arena, normal, strlen (normal));
  }
}

FeelNode *
feel_parse_context (FeelParser *parser)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint slot = feel_scope_n_slots (parser->scope);
  FeelNode *node;

  if (!feel_parser_see (parser, "}"))
    do
      {
        const char *name = feel_parse_entry_name (parser);

        feel_parser_need (parser, ":");
        for (guint i = 0; i < names->len; i++)
          if (g_str_equal (g_ptr_array_index (names, i), name))
            feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "the entry “%s” stands twice", name);
        g_ptr_array_add (values, feel_parse_expression (parser));
        g_ptr_array_add (names, (char *)name);
        feel_scope_push (parser->scope, name);
        feel_scope_add_member (parser->scope, name);
      }
    while (feel_parser_take (parser, ",") && !parser->failed);
  for (guint i = 0; i < names->len; i++)
    feel_scope_pop (parser->scope);
  feel_parser_need (parser, "}");
  node = feel_parser_with_children (parser, FEEL_NODE_CONTEXT, values);
  node->slot = slot;
  node->names = feel_arena_alloc (parser->arena, (names->len + 1) * sizeof (char *));
  for (guint i = 0; i < names->len; i++)
    node->names[i] = g_ptr_array_index (names, i);
  return node;
}
