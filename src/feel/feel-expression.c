/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-node.h"

/* What can be said of an expression without evaluating it. */

gboolean
feel_expression_constant (const FeelExpression *expression, FeelValue *value)
{
  if (expression->root->kind != FEEL_NODE_CONSTANT)
    return FALSE;
  *value = expression->root->value;
  return TRUE;
}

gboolean
feel_expression_variable (const FeelExpression *expression, guint *slot)
{
  if (expression->root->kind != FEEL_NODE_VARIABLE)
    return FALSE;
  *slot = expression->root->slot;
  return TRUE;
}

gboolean
feel_node_uses (const FeelNode *node, guint slot)
{
  if (node->kind == FEEL_NODE_VARIABLE && node->slot == slot)
    return TRUE;
  for (guint i = 0; i < node->n_children; i++)
    if (feel_node_uses (node->children[i], slot))
      return TRUE;
  return FALSE;
}

gboolean
feel_expression_uses (const FeelExpression *expression, guint slot)
{
  return feel_node_uses (expression->root, slot);
}

static void
add_point (GArray *points, FeelValue point)
{
  if (point.kind != FEEL_NULL)
    g_array_append_val (points, point);
}

static gboolean
add_constant (GArray *points, FeelValue value)
{
  if (value.kind == FEEL_RANGE)
    {
      add_point (points, value.range->low);
      add_point (points, value.range->high);
    }
  else if (value.kind == FEEL_LIST)
    for (guint i = 0; i < value.list->n_items; i++)
      add_constant (points, value.list->items[i]);
  else
    add_point (points, value);
  return TRUE;
}

static gboolean
is_variable (const FeelNode *node, guint slot)
{
  return node->kind == FEEL_NODE_VARIABLE && node->slot == slot;
}

static gboolean points_of (const FeelNode *node, guint slot, GArray *points);

/* @subject is compared with @others: constants when the subject is the variable. */
static gboolean
points_of_test (
    const FeelNode *subject, FeelNode *const *others, guint n, guint slot, GArray *points)
{
  for (guint i = 0; i < n; i++)
    {
      const FeelNode *other = others[i];

      if (other->kind == FEEL_NODE_TEST_COMPARE || other->kind == FEEL_NODE_TEST_VALUE)
        {
          if (other->uses_input)
            return FALSE;
          other = other->children[0];
        }
      if (!is_variable (subject, slot))
        {
          if (!points_of (other, slot, points))
            return FALSE;
        }
      else if (other->kind != FEEL_NODE_CONSTANT || !add_constant (points, other->value))
        return FALSE;
    }
  return is_variable (subject, slot) || points_of (subject, slot, points);
}

static gboolean
points_of_pair (const FeelNode *node, guint slot, GArray *points)
{
  const FeelNode *left = node->children[0], *right = node->children[1];

  if (is_variable (left, slot) && right->kind == FEEL_NODE_CONSTANT)
    return add_constant (points, right->value);
  if (is_variable (right, slot) && left->kind == FEEL_NODE_CONSTANT)
    return add_constant (points, left->value);
  return points_of (left, slot, points) && points_of (right, slot, points);
}

static gboolean
points_of_children (const FeelNode *node, guint slot, GArray *points)
{
  for (guint i = 0; i < node->n_children; i++)
    if (!points_of (node->children[i], slot, points))
      return FALSE;
  return TRUE;
}

static gboolean
points_of (const FeelNode *node, guint slot, GArray *points)
{
  if (!feel_node_uses (node, slot))
    return TRUE;
  switch ((int)node->kind)
    {
    case FEEL_NODE_EQUAL:
    case FEEL_NODE_NOT_EQUAL:
    case FEEL_NODE_LESS:
    case FEEL_NODE_LESS_EQUAL:
    case FEEL_NODE_GREATER:
    case FEEL_NODE_GREATER_EQUAL:
      return points_of_pair (node, slot, points);
    case FEEL_NODE_BETWEEN:
      return points_of_test (node->children[0], node->children + 1, 2, slot, points);
    case FEEL_NODE_IN:
      return points_of_test (node->children[0], node->children[1]->children,
                             node->children[1]->n_children, slot, points);
    case FEEL_NODE_AND:
    case FEEL_NODE_OR:
    case FEEL_NODE_IF:
    case FEEL_NODE_LIST:
    case FEEL_NODE_CONTEXT:
      return points_of_children (node, slot, points);
    case FEEL_NODE_BUILTIN:
      return points_of_children (node, slot, points);
    default:
      return FALSE;
    }
}

gboolean
feel_expression_break_points (const FeelExpression *expression, guint slot, GArray *points)
{
  return points_of (expression->root, slot, points);
}
