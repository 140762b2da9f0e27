/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-internal.h"

#include <string.h>

/* The hit policies: from the set of matching rules to the result. */

static FeelValue
outputs (const DmnTable *table, FeelFrame *frame, const FeelValue *values)
{
  FeelContext *context;

  if (table->n_outputs == 1)
    return values[0];
  context = feel_context_new (frame->arena, table->n_outputs);
  for (guint i = 0; i < table->n_outputs; i++)
    {
      context->entries[i].name = table->outputs[i].name;
      context->entries[i].value = values[i];
    }
  return feel_value_context (context);
}

static FeelValue
rule_result (const DmnTable *table, FeelFrame *frame, guint rule)
{
  FeelValue *values = feel_arena_alloc (frame->arena, table->n_outputs * sizeof (FeelValue));

  for (guint i = 0; i < table->n_outputs; i++)
    values[i] = feel_expression_evaluate (table->rules[rule].entries[i].expression, frame);
  return outputs (table, frame, values);
}

/* Single output's value without the context around it. */
static FeelValue
first_output (const DmnTable *table, FeelFrame *frame, guint rule)
{
  return feel_expression_evaluate (table->rules[rule].entries[0].expression, frame);
}

static FeelValue
default_result (const DmnTable *table, FeelFrame *frame)
{
  FeelValue *values;
  gboolean any = FALSE;

  for (guint i = 0; i < table->n_outputs; i++)
    any |= table->defaults[i] != NULL;
  if (!any)
    return feel_value_null_because (
        feel_arena_printf (frame->arena, "no rule of table “%s” matched", table->name));
  values = feel_arena_alloc (frame->arena, table->n_outputs * sizeof (FeelValue));
  for (guint i = 0; i < table->n_outputs; i++)
    if (table->defaults[i] != NULL)
      values[i] = feel_expression_evaluate (table->defaults[i], frame);
  return outputs (table, frame, values);
}

/* --- Priority
 * ---------------------------------------------------------------------------------------------------
 */

static guint
priority_of (const DmnTable *table, guint output, FeelValue value)
{
  for (guint i = 0; i < table->n_priorities[output]; i++)
    if (feel_value_identical (table->priorities[output][i], value))
      return i;
  return table->n_priorities[output];
}

int
dmn_table_compare_rules (const DmnTable *table, FeelFrame *frame, guint a, guint b)
{
  for (guint i = 0; i < table->n_outputs; i++)
    {
      const FeelExpression *left = table->rules[a].entries[i].expression;
      const FeelExpression *right = table->rules[b].entries[i].expression;
      guint one = priority_of (table, i, feel_expression_evaluate (left, frame));
      guint other = priority_of (table, i, feel_expression_evaluate (right, frame));

      if (one != other)
        return one < other ? -1 : 1;
    }
  return 0;
}

static guint
best_rule (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  int best = dmn_bit_next (matched, table->n_words, 0);

  for (int i = best; i >= 0; i = dmn_bit_next (matched, table->n_words, (guint)i + 1))
    if (dmn_table_compare_rules (table, frame, (guint)i, (guint)best) < 0)
      best = i;
  return (guint)best;
}

/* Stable insertion sort: few rules match. */
static void
sort_by_priority (const DmnTable *table, FeelFrame *frame, GArray *rules)
{
  for (guint i = 1; i < rules->len; i++)
    for (guint j = i; j > 0; j--)
      {
        guint *left = &g_array_index (rules, guint, j - 1), *right = left + 1;

        if (dmn_table_compare_rules (table, frame, *right, *left) >= 0)
          break;
        *left ^= *right;
        *right ^= *left;
        *left ^= *right;
      }
}

/* --- Lists and aggregation
 * -------------------------------------------------------------------------------------- */

static FeelValue
list_result (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (guint));
  FeelList *list;

  for (int i = dmn_bit_next (matched, table->n_words, 0); i >= 0;
       i = dmn_bit_next (matched, table->n_words, (guint)i + 1))
    g_array_append_vals (rules, &(guint){ (guint)i }, 1);
  if (table->policy == DMN_HIT_OUTPUT_ORDER)
    sort_by_priority (table, frame, rules);
  list = feel_arena_alloc (frame->arena, sizeof (FeelList) + rules->len * sizeof (FeelValue));
  list->n_items = rules->len;
  for (guint i = 0; i < rules->len; i++)
    list->items[i] = rule_result (table, frame, g_array_index (rules, guint, i));
  return (FeelValue){ .kind = FEEL_LIST, .list = list };
}

static FeelValue
bad_aggregation (void)
{
  return feel_value_null_because ("COLLECT: the outputs cannot be aggregated");
}

static FeelValue
sum_result (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  FeelNumber sum = feel_number_from_int64 (0);

  for (int i = dmn_bit_next (matched, table->n_words, 0); i >= 0;
       i = dmn_bit_next (matched, table->n_words, (guint)i + 1))
    {
      FeelValue value = first_output (table, frame, (guint)i);

      if (value.kind != FEEL_NUMBER || !feel_number_add (sum, value.number, &sum))
        return bad_aggregation ();
    }
  return feel_value_number (sum);
}

static FeelValue
extreme_result (const DmnTable *table, FeelFrame *frame, const guint64 *matched, int wanted)
{
  int first = dmn_bit_next (matched, table->n_words, 0), order;
  FeelValue best = first_output (table, frame, (guint)first);

  for (int i = first; i >= 0; i = dmn_bit_next (matched, table->n_words, (guint)i + 1))
    {
      FeelValue value = first_output (table, frame, (guint)i);

      if (!feel_value_compare (value, best, &order))
        return bad_aggregation ();
      if (order == wanted)
        best = value;
    }
  return best;
}

static FeelValue
collect (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  switch (table->aggregation)
    {
    case DMN_AGGREGATION_SUM:
      return sum_result (table, frame, matched);
    case DMN_AGGREGATION_COUNT:
      return feel_value_number_from_int64 (dmn_bit_count (matched, table->n_words));
    case DMN_AGGREGATION_MIN:
      return extreme_result (table, frame, matched, -1);
    case DMN_AGGREGATION_MAX:
      return extreme_result (table, frame, matched, 1);
    case DMN_AGGREGATION_NONE:
    default:
      return list_result (table, frame, matched);
    }
}

/* --- The policies
 * -----------------------------------------------------------------------------------------------
 */

static FeelValue
any_result (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  int first = dmn_bit_next (matched, table->n_words, 0);
  FeelValue result = rule_result (table, frame, (guint)first);

  for (int i = dmn_bit_next (matched, table->n_words, (guint)first + 1); i >= 0;
       i = dmn_bit_next (matched, table->n_words, (guint)i + 1))
    if (!feel_value_identical (result, rule_result (table, frame, (guint)i)))
      return feel_value_null_because (
          feel_arena_printf (frame->arena, "table “%s” (ANY): rules %d and %d match and disagree",
                             table->name, first + 1, i + 1));
  return result;
}

static FeelValue
unique_result (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  int first = dmn_bit_next (matched, table->n_words, 0);
  int second = dmn_bit_next (matched, table->n_words, (guint)first + 1);

  if (second >= 0)
    return feel_value_null_because (feel_arena_printf (frame->arena,
                                                       "table “%s” (UNIQUE): rules %d and %d match",
                                                       table->name, first + 1, second + 1));
  return rule_result (table, frame, (guint)first);
}

static FeelValue
policy_result (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  int first = dmn_bit_next (matched, table->n_words, 0);

  if (first < 0)
    {
      if (table->aggregation == DMN_AGGREGATION_COUNT && table->defaults[0] == NULL)
        return feel_value_number_from_int64 (0);
      return default_result (table, frame);
    }
  switch (table->policy)
    {
    case DMN_HIT_UNIQUE:
      return unique_result (table, frame, matched);
    case DMN_HIT_ANY:
      return any_result (table, frame, matched);
    case DMN_HIT_PRIORITY:
      return rule_result (table, frame, best_rule (table, frame, matched));
    case DMN_HIT_RULE_ORDER:
    case DMN_HIT_OUTPUT_ORDER:
      return list_result (table, frame, matched);
    case DMN_HIT_COLLECT:
      return collect (table, frame, matched);
    case DMN_HIT_FIRST:
    default:
      return rule_result (table, frame, (guint)first);
    }
}

/* Outputs may hold other decisions' results, which are so made larger. */
FeelValue
dmn_table_hit (const DmnTable *table, FeelFrame *frame, const guint64 *matched)
{
  FeelValue result = policy_result (table, frame, matched);

  if ((result.kind == FEEL_LIST || result.kind == FEEL_CONTEXT)
      && !feel_value_is_bounded (result, NULL))
    return feel_value_null_because ("stopped: the value has too many parts");
  return result;
}

void
dmn_table_deciding (const DmnTable *table,
                    FeelFrame *frame,
                    const guint64 *matched,
                    guint64 *deciding)
{
  int first = dmn_bit_next (matched, table->n_words, 0);

  memcpy (deciding, matched, table->n_words * sizeof (guint64));
  if (first < 0 || (table->policy != DMN_HIT_FIRST && table->policy != DMN_HIT_PRIORITY))
    return;
  memset (deciding, 0, table->n_words * sizeof (guint64));
  dmn_bit_set (deciding,
               table->policy == DMN_HIT_FIRST ? (guint)first : best_rule (table, frame, matched));
}
