/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-trace-internal.h"

#include <string.h>

DmnTrace *
dmn_trace_new (const DmnModel *model)
{
  DmnTrace *trace = g_new0 (DmnTrace, 1);

  trace->model = model;
  trace->arena = feel_arena_new ();
  trace->steps = g_array_new (FALSE, TRUE, sizeof (DmnStep));
  return trace;
}

void
dmn_trace_free (DmnTrace *trace)
{
  if (trace == NULL)
    return;
  feel_arena_free (trace->arena);
  g_array_unref (trace->steps);
  g_free (trace);
}

static void
add_table (DmnTrace *trace,
           DmnStep *step,
           const DmnTable *table,
           const FeelValue *values,
           FeelFrame *frame)
{
  gsize set = table->n_words * sizeof (guint64);

  step->values = feel_arena_alloc (trace->arena, (table->n_columns + 1) * sizeof (FeelValue));
  step->cells = feel_arena_alloc (trace->arena, (table->n_columns + 1) * set);
  for (guint i = 0; i < table->n_columns; i++)
    {
      step->values[i] = feel_value_copy (trace->arena, values[i]);
      dmn_table_column_bits (table, i, values[i], frame, step->cells + i * table->n_words);
    }
}

void
dmn_trace_add (DmnTrace *trace,
               guint decision,
               FeelValue result,
               const FeelValue *values,
               const guint64 *matched,
               FeelFrame *frame)
{
  const DmnTable *table = trace->model->logics[decision].table;
  DmnStep step = { .decision = decision };

  step.result = feel_value_copy (trace->arena, result);
  if (table != NULL)
    {
      step.matched = feel_arena_alloc (trace->arena, table->n_words * sizeof (guint64));
      memcpy (step.matched, matched, table->n_words * sizeof (guint64));
      add_table (trace, &step, table, values, frame);
    }
  g_array_append_val (trace->steps, step);
}

static const DmnStep *
step_at (const DmnTrace *trace, guint step)
{
  g_return_val_if_fail (step < trace->steps->len, NULL);
  return &g_array_index (trace->steps, DmnStep, step);
}

static const DmnTable *
table_at (const DmnTrace *trace, const DmnStep *step)
{
  return step != NULL ? trace->model->logics[step->decision].table : NULL;
}

guint
dmn_trace_n_decisions (const DmnTrace *trace)
{
  return trace->steps->len;
}

guint
dmn_trace_decision (const DmnTrace *trace, guint step)
{
  const DmnStep *at = step_at (trace, step);

  return at != NULL ? at->decision : 0;
}

int
dmn_trace_find (const DmnTrace *trace, guint decision)
{
  for (guint i = 0; i < trace->steps->len; i++)
    if (g_array_index (trace->steps, DmnStep, i).decision == decision)
      return (int)i;
  return -1;
}

FeelValue
dmn_trace_result (const DmnTrace *trace, guint step)
{
  const DmnStep *at = step_at (trace, step);

  return at != NULL ? at->result : FEEL_NULL_VALUE;
}

FeelValue
dmn_trace_column_value (const DmnTrace *trace, guint step, guint column)
{
  const DmnStep *at = step_at (trace, step);
  const DmnTable *table = table_at (trace, at);

  g_return_val_if_fail (table != NULL && column < table->n_columns, FEEL_NULL_VALUE);
  return at->values[column];
}

guint
dmn_trace_n_matched (const DmnTrace *trace, guint step)
{
  const DmnStep *at = step_at (trace, step);
  const DmnTable *table = table_at (trace, at);

  g_return_val_if_fail (table != NULL, 0);
  return dmn_bit_count (at->matched, table->n_words);
}

guint
dmn_trace_matched (const DmnTrace *trace, guint step, guint index)
{
  const DmnStep *at = step_at (trace, step);
  const DmnTable *table = table_at (trace, at);
  int rule;

  g_return_val_if_fail (table != NULL, 0);
  rule = dmn_bit_next (at->matched, table->n_words, 0);
  while (index-- > 0 && rule >= 0)
    rule = dmn_bit_next (at->matched, table->n_words, (guint)rule + 1);
  g_return_val_if_fail (rule >= 0, 0);
  return (guint)rule;
}

gboolean
dmn_trace_rule_matched (const DmnTrace *trace, guint step, guint rule)
{
  const DmnStep *at = step_at (trace, step);
  const DmnTable *table = table_at (trace, at);

  g_return_val_if_fail (table != NULL && rule < table->n_rules, FALSE);
  return dmn_bit (at->matched, rule);
}

gboolean
dmn_trace_cell (const DmnTrace *trace, guint step, guint rule, guint column)
{
  const DmnStep *at = step_at (trace, step);
  const DmnTable *table = table_at (trace, at);

  g_return_val_if_fail (table != NULL && rule < table->n_rules && column < table->n_columns, FALSE);
  return dmn_bit (at->cells + column * table->n_words, rule);
}
