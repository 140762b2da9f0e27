/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-trace-internal.h"

#include <string.h>

/* Evaluating a decision: what it requires first, then itself. */

void
dmn_frame_init (FeelFrame *frame, const DmnModel *model, FeelArena *arena)
{
  *frame = (FeelFrame){ .arena = arena, .call = dmn_function_call, .data = (gpointer)model };
  frame->slots = feel_arena_alloc (arena, (model->n_slots + 1) * sizeof (FeelValue));
}

FeelValue
dmn_logic_evaluate (const DmnLogic *logic, FeelFrame *frame)
{
  const DmnTable *table = logic->table;
  FeelValue *values;
  guint64 *matched;

  if (logic->expression != NULL)
    return dmn_type_coerce (logic->type, feel_expression_evaluate (logic->expression, frame),
                            frame->arena);
  if (table == NULL)
    return feel_value_null_because ("there is no logic");
  values = feel_arena_alloc (frame->arena, (table->n_columns + 1) * sizeof (FeelValue));
  matched = feel_arena_alloc (frame->arena, table->n_words * sizeof (guint64));
  dmn_table_values (table, frame, values);
  dmn_table_match (table, frame, values, matched);
  return dmn_type_coerce (logic->type, dmn_table_hit (table, frame, matched), frame->arena);
}

static FeelValue
evaluate_traced (const DmnModel *model, guint decision, FeelFrame *frame, DmnTrace *trace)
{
  const DmnLogic *logic = &model->logics[decision];
  const DmnTable *table = logic->table;
  FeelValue *values = NULL, result;
  guint64 *matched = NULL;

  if (table == NULL)
    result = dmn_logic_evaluate (logic, frame);
  else
    {
      values = feel_arena_alloc (frame->arena, (table->n_columns + 1) * sizeof (FeelValue));
      matched = feel_arena_alloc (frame->arena, table->n_words * sizeof (guint64));
      dmn_table_values (table, frame, values);
      dmn_table_match (table, frame, values, matched);
      result = dmn_type_coerce (logic->type, dmn_table_hit (table, frame, matched), frame->arena);
    }
  dmn_trace_add (trace, decision, result, values, matched, frame);
  return result;
}

gboolean
dmn_model_evaluate (const DmnModel *model,
                    guint decision,
                    const FeelValue *inputs,
                    FeelArena *arena,
                    FeelValue *result,
                    DmnTrace **trace,
                    GError **error)
{
  FeelFrame frame;

  g_return_val_if_fail (model != NULL && decision < model->n_decisions, FALSE);
  g_return_val_if_fail (inputs != NULL || model->n_inputs == 0, FALSE);
  dmn_frame_init (&frame, model, arena);
  for (guint i = 0; i < model->n_inputs; i++)
    {
      if (!dmn_model_requires_slot (model, decision, i))
        continue;
      if (!dmn_model_check_input (model, i, inputs[i], error))
        return FALSE;
      frame.slots[i] = inputs[i];
    }
  if (trace != NULL)
    *trace = dmn_trace_new (model);
  for (guint i = 0; i <= decision; i++)
    {
      FeelValue *slot = &frame.slots[model->n_inputs + i];

      if (i < decision && !dmn_model_requires_slot (model, decision, model->n_inputs + i))
        continue;
      *slot = trace != NULL ? evaluate_traced (model, i, &frame, *trace)
                            : dmn_logic_evaluate (&model->logics[i], &frame);
    }
  *result = frame.slots[model->n_inputs + decision];
  return TRUE;
}
