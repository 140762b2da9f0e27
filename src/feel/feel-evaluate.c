/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

#include <string.h>

/* Walks the tree. Never fails: what cannot be computed is null and says why. */

static FeelValue
null_because (const char *reason)
{
  return feel_value_null_because (reason);
}

/* TRUE while the evaluation may go on. */
static gboolean
step (FeelFrame *frame, FeelValue *stopped)
{
  if (++frame->steps > FEEL_STEPS_CAP)
    *stopped = null_because ("stopped: too many steps");
  else if (frame->depth > 4 * FEEL_DEPTH_CAP)
    *stopped = null_because ("stopped: too deep");
  else if (feel_arena_size (frame->arena) > FEEL_ARENA_CAP)
    *stopped = null_because ("stopped: too much memory");
  else
    return TRUE;
  return FALSE;
}

/* What is made here may not grow beyond what can be written; looking at it counts as steps. */
static FeelValue
bounded (FeelValue value, FeelFrame *frame)
{
  guint n_parts;
  gboolean fits;

  if (value.kind != FEEL_LIST && value.kind != FEEL_CONTEXT)
    return value;
  fits = feel_value_is_bounded (value, &n_parts);
  frame->steps += n_parts / 16;
  return fits ? value : null_because ("stopped: the value has too many parts");
}

/* Why @result is null when an operand is: the operand's own reason, else its name. */
static FeelValue
blame (const FeelNode *node, const FeelValue *operands, guint n, FeelValue result, FeelFrame *frame)
{
  for (guint i = 0; i < n && result.kind == FEEL_NULL; i++)
    if (operands[i].kind == FEEL_NULL)
      {
        const FeelNode *child = node->children[i];

        if (operands[i].reason != NULL)
          return operands[i];
        if (child->kind == FEEL_NODE_VARIABLE && child->name != NULL && result.reason != NULL)
          return null_because (
              feel_arena_printf (frame->arena, "%s: “%s” is null", result.reason, child->name));
      }
  return result;
}

/* --- Comparisons and logic
 * -------------------------------------------------------------------------------------- */

static FeelValue
from_three (int truth)
{
  return truth < 0 ? null_because ("the two cannot be compared") : feel_value_boolean (truth);
}

static int
compare_three (FeelNodeKind kind, FeelValue a, FeelValue b)
{
  gboolean equal;
  int order;

  if (kind == FEEL_NODE_EQUAL || kind == FEEL_NODE_NOT_EQUAL)
    {
      if (!feel_value_equal (a, b, &equal))
        return -1;
      return equal == (kind == FEEL_NODE_EQUAL);
    }
  if (!feel_value_compare (a, b, &order))
    return -1;
  switch ((int)kind)
    {
    case FEEL_NODE_LESS:
      return order < 0;
    case FEEL_NODE_LESS_EQUAL:
      return order <= 0;
    case FEEL_NODE_GREATER:
      return order > 0;
    default:
      return order >= 0;
    }
}

static int
and_three (int a, int b)
{
  return a == 0 || b == 0 ? 0 : a < 0 || b < 0 ? -1 : 1;
}

static int
truth_of (FeelValue value)
{
  return value.kind == FEEL_BOOLEAN ? value.boolean : -1;
}

/* `false and x` is false whatever x is; `true or x` is true. */
static FeelValue
evaluate_logic (const FeelNode *node, FeelFrame *frame)
{
  int decisive = node->kind == FEEL_NODE_AND ? 0 : 1;
  FeelValue sides[2];

  for (guint i = 0; i < 2; i++)
    {
      sides[i] = feel_node_evaluate (node->children[i], frame);
      if (truth_of (sides[i]) == decisive)
        return feel_value_boolean (decisive);
    }
  if (truth_of (sides[0]) < 0 || truth_of (sides[1]) < 0)
    return blame (node, sides, 2, null_because ("and, or: an operand is no boolean"), frame);
  return feel_value_boolean (!decisive);
}

static FeelValue
evaluate_between (const FeelNode *node, FeelFrame *frame)
{
  FeelValue values[3];
  int low, high;

  for (guint i = 0; i < 3; i++)
    values[i] = feel_node_evaluate (node->children[i], frame);
  low = compare_three (FEEL_NODE_GREATER_EQUAL, values[0], values[1]);
  high = compare_three (FEEL_NODE_LESS_EQUAL, values[0], values[2]);
  return blame (node, values, 3, from_three (and_three (low, high)), frame);
}

static FeelValue
evaluate_in (const FeelNode *node, FeelFrame *frame)
{
  FeelValue outer = frame->input, value = feel_node_evaluate (node->children[0], frame);
  FeelValue result;

  frame->input = value;
  result = from_three (feel_node_test (node->children[1], frame));
  frame->input = outer;
  return blame (node, &value, 1, result, frame);
}

static FeelValue
evaluate_instance_of (const FeelNode *node, FeelFrame *frame)
{
  FeelValue value = feel_node_evaluate (node->children[0], frame);

  return feel_value_boolean (feel_shape_holds (node->shape, value));
}

/* --- Making lists, ranges, contexts
 * ----------------------------------------------------------------------------- */

static FeelValue
evaluate_list (const FeelNode *node, FeelFrame *frame)
{
  FeelList *list
      = feel_arena_alloc (frame->arena, sizeof (FeelList) + node->n_children * sizeof (FeelValue));

  list->n_items = node->n_children;
  for (guint i = 0; i < node->n_children; i++)
    list->items[i] = feel_node_evaluate (node->children[i], frame);
  return (FeelValue){ .kind = FEEL_LIST, .list = list };
}

static FeelValue
evaluate_range (const FeelNode *node, FeelFrame *frame)
{
  FeelValue low = feel_node_evaluate (node->children[0], frame);
  FeelValue high = feel_node_evaluate (node->children[1], frame);
  int order;

  if (low.kind == FEEL_NULL && high.kind == FEEL_NULL)
    return null_because ("a range has no ends");
  if (low.kind != FEEL_NULL && high.kind != FEEL_NULL && !feel_value_compare (low, high, &order))
    return null_because ("the ends of the range cannot be compared");
  return feel_value_range (frame->arena, low, node->low_closed, high, node->high_closed);
}

static FeelValue
evaluate_context (const FeelNode *node, FeelFrame *frame)
{
  FeelContext *context = feel_context_new (frame->arena, node->n_children);

  for (guint i = 0; i < node->n_children; i++)
    {
      context->entries[i].name = node->names[i];
      context->entries[i].value = feel_node_evaluate (node->children[i], frame);
      frame->slots[node->slot + i] = context->entries[i].value;
    }
  return feel_value_context (context);
}

/* --- Filters and loops
 * ------------------------------------------------------------------------------------------ */

static FeelValue
filter_by_index (FeelValue list, FeelNumber number)
{
  gint64 index;
  guint n = feel_value_n_items (list);

  if (!feel_number_to_int64 (number, &index))
    return null_because ("the index of a list is no whole number");
  if (index < 0)
    index += n + 1;
  if (index < 1 || index > n)
    return null_because ("beyond the end of the list");
  return feel_value_item (list, (guint)index - 1);
}

/* Does the condition hold no item's name, it is an index: told by its value for the first item. */
static FeelValue
evaluate_filter (const FeelNode *node, FeelFrame *frame)
{
  FeelValue list = feel_node_evaluate (node->children[0], frame);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  guint n = list.kind == FEEL_NULL ? 0 : feel_value_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      FeelValue item = feel_value_item (list, i), verdict;

      frame->slots[node->slot] = item;
      verdict = feel_node_evaluate (node->children[1], frame);
      if (verdict.kind == FEEL_NUMBER)
        return filter_by_index (list, verdict.number);
      if (feel_value_is_true (verdict))
        g_array_append_val (kept, item);
    }
  return feel_value_list (frame->arena, (const FeelValue *)(gpointer)kept->data, kept->len);
}

static FeelValue
evaluate_item_name (const FeelNode *node, FeelFrame *frame)
{
  FeelValue item = frame->slots[node->slot];

  if (item.kind == FEEL_CONTEXT)
    for (guint i = 0; i < item.context->n_entries; i++)
      if (g_str_equal (item.context->entries[i].name, node->name))
        return item.context->entries[i].value;
  if (node->n_children > 0)
    return feel_node_evaluate (node->children[0], frame);
  return null_because ("the item has no such entry");
}

typedef struct
{
  const FeelNode *node;
  FeelFrame *frame;
  guint n_lists;
  GArray *results;     /* for */
  int truth;           /* some, every */
  const char *problem; /* why it has no result; or NULL */
} Loop;

static void run_loop (Loop *loop, guint level);

static void
run_body (Loop *loop)
{
  const FeelNode *body = loop->node->children[loop->n_lists];
  FeelFrame *frame = loop->frame;
  FeelValue value;

  if (loop->node->uses_partial)
    frame->slots[loop->node->slot + loop->n_lists]
        = bounded (feel_value_list (frame->arena, (const FeelValue *)(gpointer)loop->results->data,
                                    loop->results->len),
                   frame);
  value = feel_node_evaluate (body, frame);
  if (loop->node->kind == FEEL_NODE_FOR)
    g_array_append_val (loop->results, value);
  else if (loop->node->kind == FEEL_NODE_EVERY)
    loop->truth = and_three (loop->truth, truth_of (value));
  else
    {
      int truth = truth_of (value);

      loop->truth = loop->truth == 1 || truth == 1 ? 1 : loop->truth < 0 || truth < 0 ? -1 : 0;
    }
}

/* An end of a range that can be walked: a whole number, or a day. */
static gboolean
walkable (FeelValue end, gint64 *place)
{
  *place = end.kind == FEEL_DATE ? end.moment.days : 0;
  return end.kind == FEEL_DATE
         || (end.kind == FEEL_NUMBER && feel_number_to_int64 (end.number, place));
}

/* The whole numbers or the days from the low end to the high one, downwards when that is the
 * smaller. */
static void
run_range (Loop *loop, guint level, const FeelRange *range)
{
  FeelFrame *frame = loop->frame;
  gint64 low, high, step_by;
  gboolean days = range->low.kind == FEEL_DATE;

  if (range->low.kind != range->high.kind || !walkable (range->low, &low)
      || !walkable (range->high, &high))
    {
      loop->problem = "a loop over a range that is not of whole numbers or days";
      return;
    }
  step_by = low <= high ? 1 : -1;
  for (gint64 i = low;; i += step_by)
    {
      FeelValue stopped;

      if (!step (frame, &stopped))
        return;
      frame->slots[loop->node->slot + level]
          = days ? feel_value_date_from_days (i) : feel_value_number_from_int64 (i);
      if ((i != low || range->low_closed) && (i != high || range->high_closed))
        run_loop (loop, level + 1);
      if (i == high)
        return;
    }
}

static void
run_loop (Loop *loop, guint level)
{
  FeelFrame *frame = loop->frame;
  FeelValue list;

  if (level == loop->n_lists)
    {
      run_body (loop);
      return;
    }
  list = feel_node_evaluate (loop->node->children[level], frame);
  if (list.kind == FEEL_RANGE)
    {
      run_range (loop, level, list.range);
      return;
    }
  if (list.kind == FEEL_NULL)
    loop->problem = list.reason != NULL ? list.reason : "a loop over null";
  for (guint i = 0; list.kind != FEEL_NULL && i < feel_value_n_items (list); i++)
    {
      frame->slots[loop->node->slot + level] = feel_value_item (list, i);
      run_loop (loop, level + 1);
    }
}

static FeelValue
evaluate_loop (const FeelNode *node, FeelFrame *frame)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  Loop loop = { node, frame, node->n_children - 1, results, node->kind == FEEL_NODE_EVERY };
  FeelValue stopped;

  run_loop (&loop, 0);
  if (!step (frame, &stopped))
    return stopped;
  if (loop.problem != NULL)
    return null_because (loop.problem);
  if (node->kind == FEEL_NODE_FOR)
    return feel_value_list (frame->arena, (const FeelValue *)(gpointer)results->data, results->len);
  return from_three (loop.truth);
}

/* --- Calls
 * ------------------------------------------------------------------------------------------------------
 */

#define FEW 8

static FeelValue
evaluate_call (const FeelNode *node, FeelFrame *frame)
{
  FeelValue few[FEW];
  FeelValue *arguments = node->n_children <= FEW ? few : g_new (FeelValue, node->n_children);
  FeelValue result;

  for (guint i = 0; i < node->n_children; i++)
    arguments[i] = feel_node_evaluate (node->children[i], frame);
  if (node->kind == FEEL_NODE_BUILTIN)
    result = node->builtin->call (arguments, node->n_children, frame->arena);
  else if (frame->call != NULL)
    result = frame->call (frame, node->slot, arguments, node->n_children);
  else
    result = null_because ("no functions can be called here");
  result = blame (node, arguments, node->n_children, result, frame);
  if (arguments != few)
    g_free (arguments);
  return result;
}

static FeelValue
evaluate_if (const FeelNode *node, FeelFrame *frame)
{
  FeelValue condition = feel_node_evaluate (node->children[0], frame);

  return feel_node_evaluate (node->children[feel_value_is_true (condition) ? 1 : 2], frame);
}

static FeelValue
evaluate_pair (const FeelNode *node, FeelFrame *frame)
{
  FeelValue sides[2], result;

  sides[0] = feel_node_evaluate (node->children[0], frame);
  sides[1] = feel_node_evaluate (node->children[1], frame);
  if (node->kind >= FEEL_NODE_EQUAL && node->kind <= FEEL_NODE_GREATER_EQUAL)
    result = from_three (compare_three (node->kind, sides[0], sides[1]));
  else
    result = feel_evaluate_arithmetic (node->kind, sides[0], sides[1], frame->arena);
  return result.kind == FEEL_NULL ? blame (node, sides, 2, result, frame) : result;
}

static FeelValue
evaluate_single (const FeelNode *node, FeelFrame *frame)
{
  FeelValue value = feel_node_evaluate (node->children[0], frame), result;

  if (node->kind == FEEL_NODE_PATH)
    result = feel_evaluate_path (value, node->name, frame->arena);
  else
    result = feel_evaluate_arithmetic (node->kind, value, FEEL_NULL_VALUE, frame->arena);
  return blame (node, &value, 1, result, frame);
}

static FeelValue
evaluate (const FeelNode *node, FeelFrame *frame)
{
  switch (node->kind)
    {
    case FEEL_NODE_CONSTANT:
      return node->value;
    case FEEL_NODE_VARIABLE:
      return frame->slots[node->slot];
    case FEEL_NODE_INPUT:
      return frame->input;
    case FEEL_NODE_ITEM_NAME:
      return evaluate_item_name (node, frame);
    case FEEL_NODE_ADD:
    case FEEL_NODE_SUBTRACT:
    case FEEL_NODE_MULTIPLY:
    case FEEL_NODE_DIVIDE:
    case FEEL_NODE_POWER:
    case FEEL_NODE_EQUAL:
    case FEEL_NODE_NOT_EQUAL:
    case FEEL_NODE_LESS:
    case FEEL_NODE_LESS_EQUAL:
    case FEEL_NODE_GREATER:
    case FEEL_NODE_GREATER_EQUAL:
      return evaluate_pair (node, frame);
    case FEEL_NODE_NEGATE:
    case FEEL_NODE_PATH:
      return evaluate_single (node, frame);
    case FEEL_NODE_BETWEEN:
      return evaluate_between (node, frame);
    case FEEL_NODE_IN:
      return evaluate_in (node, frame);
    case FEEL_NODE_AND:
    case FEEL_NODE_OR:
      return evaluate_logic (node, frame);
    case FEEL_NODE_IF:
      return evaluate_if (node, frame);
    case FEEL_NODE_LIST:
      return bounded (evaluate_list (node, frame), frame);
    case FEEL_NODE_RANGE:
      return evaluate_range (node, frame);
    case FEEL_NODE_CONTEXT:
      return bounded (evaluate_context (node, frame), frame);
    case FEEL_NODE_FILTER:
      return evaluate_filter (node, frame);
    case FEEL_NODE_FOR:
    case FEEL_NODE_SOME:
    case FEEL_NODE_EVERY:
      return bounded (evaluate_loop (node, frame), frame);
    case FEEL_NODE_INSTANCE_OF:
      return evaluate_instance_of (node, frame);
    case FEEL_NODE_BUILTIN:
    case FEEL_NODE_CALL:
      return bounded (evaluate_call (node, frame), frame);
    case FEEL_NODE_TESTS_ANY:
    case FEEL_NODE_TESTS:
    case FEEL_NODE_TESTS_NOT:
    case FEEL_NODE_TEST_COMPARE:
    case FEEL_NODE_TEST_VALUE:
    default:
      return from_three (feel_node_test (node, frame));
    }
}

FeelValue
feel_node_evaluate (const FeelNode *node, FeelFrame *frame)
{
  FeelValue value;

  if (node->kind == FEEL_NODE_CONSTANT)
    return node->value;
  if (!step (frame, &value))
    return value;
  frame->depth++;
  value = evaluate (node, frame);
  frame->depth--;
  return value;
}

FeelValue
feel_expression_evaluate (const FeelExpression *expression, FeelFrame *frame)
{
  const FeelNode *root = expression->root;

  /* most columns and outputs of tables are no more than this */
  if (root->kind == FEEL_NODE_VARIABLE)
    return frame->slots[root->slot];
  return feel_node_evaluate (root, frame);
}
