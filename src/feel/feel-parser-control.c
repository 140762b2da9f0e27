/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include <string.h>

/* `if`, and the loops `for`, `some` and `every` with their local names. */

static const char *
parse_local_name (FeelParser *parser)
{
  const char *start;
  g_autofree char *raw = NULL;
  g_autofree char *name = NULL;

  feel_parser_skip (parser);
  start = parser->at;
  while (*parser->at != '\0' && feel_name_match ("in", parser->at) == 0)
    {
      gsize word = feel_parser_word_length (parser->at);

      parser->at += MAX (word, 1);
      feel_parser_skip (parser);
    }
  raw = g_strndup (start, (gsize)(parser->at - start));
  name = feel_name_normalise (raw);
  if (feel_parser_word_length (name) == 0)
    feel_parser_fail_expected (parser, "the name of a variable and “in”");
  return feel_arena_intern (parser->arena, name, strlen (name));
}

/* `a in list, b in list …` then the body after @word. */
FeelNode *
feel_parse_loop (FeelParser *parser, FeelNodeKind kind, const char *word)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  guint slot = feel_scope_n_slots (parser->scope);
  guint n_locals;
  FeelNode *node;

  do
    {
      const char *name = parse_local_name (parser);
      FeelNode *list;

      feel_parser_need_word (parser, "in");
      list = feel_parse_expression (parser);
      if (feel_parser_take (parser, ".."))
        {
          FeelNode *range = feel_parser_node (parser, FEEL_NODE_RANGE, 2);

          range->children[0] = list;
          range->children[1] = feel_parse_expression (parser);
          range->low_closed = range->high_closed = TRUE;
          list = range;
        }
      g_ptr_array_add (children, list);
      feel_scope_push (parser->scope, name);
    }
  while (feel_parser_take (parser, ",") && !parser->failed);
  n_locals = children->len;
  if (kind == FEEL_NODE_FOR)
    {
      feel_scope_push (parser->scope, "partial");
      n_locals++;
    }
  feel_parser_need_word (parser, word);
  g_ptr_array_add (children, feel_parse_expression (parser));
  for (guint i = 0; i < n_locals; i++)
    feel_scope_pop (parser->scope);
  node = feel_parser_with_children (parser, kind, children);
  node->slot = slot;
  if (kind == FEEL_NODE_FOR)
    node->uses_partial = feel_node_uses (node->children[node->n_children - 1], slot + n_locals - 1);
  return node;
}

FeelNode *
feel_parse_if (FeelParser *parser)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_IF, 3);

  node->children[0] = feel_parse_expression (parser);
  feel_parser_need_word (parser, "then");
  node->children[1] = feel_parse_expression (parser);
  feel_parser_need_word (parser, "else");
  node->children[2] = feel_parse_expression (parser);
  return node;
}
