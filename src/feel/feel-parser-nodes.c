/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

/* Making nodes of the tree. */

FeelNode *
feel_parser_node (FeelParser *parser, FeelNodeKind kind, guint n_children)
{
  FeelNode *node = feel_arena_alloc (parser->arena, sizeof (FeelNode));

  node->kind = kind;
  node->n_children = n_children;
  if (n_children > 0)
    node->children = feel_arena_alloc (parser->arena, n_children * sizeof (FeelNode *));
  return node;
}

FeelNode *
feel_parser_constant (FeelParser *parser, FeelValue value)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_CONSTANT, 0);

  node->value = value;
  return node;
}

FeelNode *
feel_parser_nothing (FeelParser *parser)
{
  return feel_parser_constant (parser, FEEL_NULL_VALUE);
}

static gboolean
is_constant (const FeelNode *node)
{
  return node->kind == FEEL_NODE_CONSTANT;
}

/* What depends on nothing but constants is computed here, once. */
FeelNode *
feel_parser_fold (FeelParser *parser, FeelNode *node)
{
  FeelFrame frame = { .arena = parser->arena };

  if (parser->failed)
    return node;
  for (guint i = 0; i < node->n_children; i++)
    if (!is_constant (node->children[i]))
      return node;
  return feel_parser_constant (parser, feel_node_evaluate (node, &frame));
}

FeelNode *
feel_parser_binary (FeelParser *parser, FeelNodeKind kind, FeelNode *left, FeelNode *right)
{
  FeelNode *node = feel_parser_node (parser, kind, 2);

  node->children[0] = left;
  node->children[1] = right;
  return feel_parser_fold (parser, node);
}

FeelNode *
feel_parser_with_children (FeelParser *parser, FeelNodeKind kind, GPtrArray *children)
{
  FeelNode *node = feel_parser_node (parser, kind, children->len);

  for (guint i = 0; i < children->len; i++)
    node->children[i] = g_ptr_array_index (children, i);
  return node;
}
