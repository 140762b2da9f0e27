/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-node.h"

/* Unary tests: putting them to a value, and finding out what they are made of. */

static int
contained_in (FeelValue list, FeelValue value)
{
  int truth = 0;

  for (guint i = 0; i < list.list->n_items; i++)
    {
      FeelValue item = list.list->items[i];
      int inside = item.kind == FEEL_RANGE ? feel_range_contains (item.range, value)
                                           : feel_value_identical (item, value);

      if (inside == 1)
        return 1;
      if (inside < 0)
        truth = -1;
    }
  return truth;
}

/* The value of a test: the wanted value, a range or list that holds it, or (for another kind of
 * input) true. */
static int
test_value (const FeelNode *node, FeelFrame *frame)
{
  FeelValue value = frame->input;
  FeelValue wanted = feel_node_evaluate (node->children[0], frame);
  gboolean equal;

  if (node->uses_input)
    return wanted.kind == FEEL_BOOLEAN ? wanted.boolean : -1;
  if (wanted.kind == FEEL_RANGE && value.kind != FEEL_RANGE)
    return feel_range_contains (wanted.range, value);
  if (wanted.kind == FEEL_LIST && value.kind != FEEL_LIST)
    return contained_in (wanted, value);
  if (wanted.kind == FEEL_LIST)
    return feel_value_identical (wanted, value) || contained_in (wanted, value) == 1;
  if (wanted.kind == FEEL_BOOLEAN && value.kind != FEEL_BOOLEAN
      && node->children[0]->kind != FEEL_NODE_CONSTANT)
    return wanted.boolean;
  return feel_value_equal (value, wanted, &equal) ? equal : -1;
}

static int
test_compare (const FeelNode *node, FeelFrame *frame)
{
  FeelValue end = feel_node_evaluate (node->children[0], frame);
  FeelRange range = { .low_closed = TRUE, .high_closed = TRUE };
  gboolean equal;

  if (node->compare == FEEL_NODE_EQUAL || node->compare == FEEL_NODE_NOT_EQUAL)
    {
      if (!feel_value_equal (frame->input, end, &equal))
        return -1;
      return equal == (node->compare == FEEL_NODE_EQUAL);
    }
  if (end.kind == FEEL_NULL)
    return -1;
  if (node->compare == FEEL_NODE_LESS || node->compare == FEEL_NODE_LESS_EQUAL)
    {
      range.high = end;
      range.high_closed = node->compare == FEEL_NODE_LESS_EQUAL;
    }
  else
    {
      range.low = end;
      range.low_closed = node->compare == FEEL_NODE_GREATER_EQUAL;
    }
  return feel_range_contains (&range, frame->input);
}

/* 1 when one test is true, -1 when none is but one is null. */
static int
test_any_of (const FeelNode *node, FeelFrame *frame)
{
  int truth = 0;

  for (guint i = 0; i < node->n_children; i++)
    {
      int one = feel_node_test (node->children[i], frame);

      if (one == 1)
        return 1;
      if (one < 0)
        truth = -1;
    }
  return truth;
}

int
feel_node_test (const FeelNode *node, FeelFrame *frame)
{
  int truth;

  switch ((int)node->kind)
    {
    case FEEL_NODE_TESTS_ANY:
      return 1;
    case FEEL_NODE_TESTS:
      return test_any_of (node, frame);
    case FEEL_NODE_TESTS_NOT:
      truth = test_any_of (node, frame);
      return truth < 0 ? -1 : !truth;
    case FEEL_NODE_TEST_COMPARE:
      return test_compare (node, frame);
    case FEEL_NODE_TEST_VALUE:
      return test_value (node, frame);
    default:
      g_return_val_if_reached (-1);
    }
}

int
feel_tests_evaluate (const FeelExpression *tests, FeelValue value, FeelFrame *frame)
{
  FeelValue outer = frame->input;
  int truth;

  frame->input = value;
  truth = feel_node_test (tests->root, frame);
  frame->input = outer;
  return truth;
}

gboolean
feel_tests_is_any (const FeelExpression *tests)
{
  return tests->root->kind == FEEL_NODE_TESTS_ANY;
}

/* --- Plain sets of constants
 * ------------------------------------------------------------------------------------ */

static gboolean
add_value (GArray *tests, FeelValue value)
{
  FeelTest test = { .value = value };

  switch (value.kind)
    {
    case FEEL_RANGE:
      test.is_range = TRUE;
      test.range = *value.range;
      break;
    case FEEL_LIST:
      /* a list within the list is an item of its own, not more items */
      for (guint i = 0; i < value.list->n_items; i++)
        if (value.list->items[i].kind == FEEL_LIST || !add_value (tests, value.list->items[i]))
          return FALSE;
      return TRUE;
    case FEEL_CONTEXT:
      return FALSE;
    case FEEL_NULL:
      if (value.reason != NULL)
        return FALSE;
      break;
    case FEEL_BOOLEAN:
    case FEEL_NUMBER:
    case FEEL_STRING:
    case FEEL_DATE:
    case FEEL_TIME:
    case FEEL_DATE_TIME:
    case FEEL_DAYS_DURATION:
    case FEEL_YEARS_DURATION:
    default:
      break;
    }
  g_array_append_val (tests, test);
  return TRUE;
}

static gboolean
add_comparison (GArray *tests, const FeelNode *node)
{
  FeelValue end = node->children[0]->value;
  FeelTest test = { .is_range = TRUE };

  switch ((int)node->compare)
    {
    case FEEL_NODE_EQUAL:
      return add_value (tests, end);
    case FEEL_NODE_NOT_EQUAL:
      return FALSE;
    case FEEL_NODE_LESS:
    case FEEL_NODE_LESS_EQUAL:
      test.range.high = end;
      test.range.high_closed = node->compare == FEEL_NODE_LESS_EQUAL;
      break;
    default:
      test.range.low = end;
      test.range.low_closed = node->compare == FEEL_NODE_GREATER_EQUAL;
      break;
    }
  g_array_append_val (tests, test);
  return end.kind != FEEL_NULL;
}

static gboolean
add_test (GArray *tests, const FeelNode *node)
{
  if (node->children[0]->kind != FEEL_NODE_CONSTANT)
    return FALSE;
  if (node->kind == FEEL_NODE_TEST_COMPARE)
    return add_comparison (tests, node);
  return add_value (tests, node->children[0]->value);
}

void
feel_tests_simplify (FeelExpression *tests, FeelArena *arena)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (FeelTest));
  const FeelNode *root = tests->root;
  FeelTest *copy;

  if (root->kind != FEEL_NODE_TESTS && root->kind != FEEL_NODE_TESTS_NOT)
    return;
  for (guint i = 0; i < root->n_children; i++)
    if (!add_test (items, root->children[i]))
      return;
  copy = feel_arena_alloc (arena, (items->len + 1) * sizeof (FeelTest));
  for (guint i = 0; i < items->len; i++)
    copy[i] = g_array_index (items, FeelTest, i);
  tests->tests = copy;
  tests->n_tests = items->len;
  tests->negated = root->kind == FEEL_NODE_TESTS_NOT;
}

gboolean
feel_tests_simple (const FeelExpression *expression,
                   const FeelTest **tests,
                   guint *n_tests,
                   gboolean *negated)
{
  if (expression->tests == NULL)
    return FALSE;
  *tests = expression->tests;
  *n_tests = expression->n_tests;
  *negated = expression->negated;
  return TRUE;
}
