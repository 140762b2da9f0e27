/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-evaluator.h"

#include "dmn/dmn-internal.h"

#include <string.h>

/* A decision on the way, with what is known of it beforehand. */
typedef struct
{
  guint slot;
  const DmnLogic *logic;
  guint *column_slots;        /* NULL: a column is more than a variable, or has no index */
  const FeelValue *constants; /* outputs of the rules, all of the decision's type; or NULL */
  guint64 *matched;
} Step;

struct _DmnEvaluator
{
  DmnModel *model;
  FeelArena *memory; /* of the evaluator itself */
  FeelArena *arena;  /* of one run */
  FeelFrame frame;
  guint n_inputs;
  guint *inputs; /* those that the decision needs */
  guint n_steps;
  Step *steps;
};

/* --- Preparing
 * ----------------------------------------------------------------------------------------------------
 */

static guint *
column_slots (const DmnTable *table, FeelArena *memory)
{
  guint *slots = feel_arena_alloc (memory, (table->n_columns + 1) * sizeof (guint));

  for (guint i = 0; i < table->n_columns; i++)
    if (table->indexes[i] == NULL || !feel_expression_variable (table->expressions[i], &slots[i]))
      return NULL;
  return slots;
}

/* Rules whose single output is a constant that the decision's type takes as it is. */
static const FeelValue *
constant_outputs (const DmnLogic *logic, FeelArena *memory)
{
  const DmnTable *table = logic->table;
  FeelValue *values = feel_arena_alloc (memory, (table->n_rules + 1) * sizeof (FeelValue));

  if (table->n_outputs != 1)
    return NULL;
  for (guint i = 0; i < table->n_rules; i++)
    if (!feel_expression_constant (table->rules[i].entries[0].expression, &values[i])
        || !dmn_type_accepts (logic->type, values[i]))
      return NULL;
  return values;
}

static void
prepare_step (DmnEvaluator *evaluator, guint decision)
{
  Step *step = &evaluator->steps[evaluator->n_steps++];
  const DmnTable *table;

  step->slot = evaluator->model->n_inputs + decision;
  step->logic = &evaluator->model->logics[decision];
  table = step->logic->table;
  if (table == NULL)
    return;
  step->column_slots = column_slots (table, evaluator->memory);
  step->constants = constant_outputs (step->logic, evaluator->memory);
  step->matched = feel_arena_alloc (evaluator->memory, table->n_words * sizeof (guint64));
}

DmnEvaluator *
dmn_evaluator_new (DmnModel *model, guint decision)
{
  DmnEvaluator *evaluator;

  g_return_val_if_fail (model != NULL && decision < model->n_decisions, NULL);
  evaluator = g_new0 (DmnEvaluator, 1);
  evaluator->model = dmn_model_ref (model);
  evaluator->memory = feel_arena_new ();
  evaluator->arena = feel_arena_new ();
  dmn_frame_init (&evaluator->frame, model, evaluator->memory);
  evaluator->frame.arena = evaluator->arena;
  evaluator->inputs = feel_arena_alloc (evaluator->memory, (model->n_inputs + 1) * sizeof (guint));
  evaluator->steps = feel_arena_alloc (evaluator->memory, (decision + 1) * sizeof (Step));
  for (guint i = 0; i < model->n_inputs; i++)
    if (dmn_model_requires_slot (model, decision, i))
      evaluator->inputs[evaluator->n_inputs++] = i;
  for (guint i = 0; i <= decision; i++)
    if (i == decision || dmn_model_requires_slot (model, decision, model->n_inputs + i))
      prepare_step (evaluator, i);
  return evaluator;
}

void
dmn_evaluator_free (DmnEvaluator *evaluator)
{
  if (evaluator == NULL)
    return;
  feel_arena_free (evaluator->arena);
  feel_arena_free (evaluator->memory);
  dmn_model_unref (evaluator->model);
  g_free (evaluator);
}

/* --- Running
 * ------------------------------------------------------------------------------------------------------
 */

/* Sets the step's matched rules; FALSE when a value is of another kind than its column's cells,
 * which then have to be evaluated. */
static gboolean
match_indexed (const Step *step, const FeelValue *slots)
{
  const DmnTable *table = step->logic->table;

  dmn_bits_fill (step->matched, table->n_words, table->n_rules);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const guint64 *found = dmn_index_find (table->indexes[i], &slots[step->column_slots[i]]);

      if (found == NULL)
        return FALSE;
      for (guint word = 0; word < table->n_words; word++)
        step->matched[word] &= found[word];
    }
  return TRUE;
}

static FeelValue
collected (const Step *step, FeelFrame *frame)
{
  const DmnTable *table = step->logic->table;
  guint n = dmn_bit_count (step->matched, table->n_words), at = 0;
  FeelList *list = feel_arena_alloc (frame->arena, sizeof (FeelList) + n * sizeof (FeelValue));

  list->n_items = n;
  for (int i = dmn_bit_next (step->matched, table->n_words, 0); i >= 0;
       i = dmn_bit_next (step->matched, table->n_words, (guint)i + 1))
    list->items[at++] = step->constants[i];
  return dmn_type_coerce (step->logic->type, (FeelValue){ .kind = FEEL_LIST, .list = list },
                          frame->arena);
}

static FeelValue
hit (const Step *step, FeelFrame *frame)
{
  const DmnTable *table = step->logic->table;
  int first = dmn_bit_next (step->matched, table->n_words, 0);

  if (step->constants != NULL && first >= 0)
    {
      if (table->policy == DMN_HIT_FIRST
          || (table->policy == DMN_HIT_UNIQUE
              && dmn_bit_next (step->matched, table->n_words, (guint)first + 1) < 0))
        return step->constants[first];
      if (table->policy == DMN_HIT_RULE_ORDER
          || (table->policy == DMN_HIT_COLLECT && table->aggregation == DMN_AGGREGATION_NONE))
        return collected (step, frame);
    }
  return dmn_type_coerce (step->logic->type, dmn_table_hit (table, frame, step->matched),
                          frame->arena);
}

static FeelValue
run_step (const Step *step, FeelFrame *frame)
{
  if (step->column_slots != NULL && match_indexed (step, frame->slots))
    return hit (step, frame);
  return dmn_logic_evaluate (step->logic, frame);
}

/* The common case first: a plain type of the value's kind. */
static inline gboolean
accepts (const DmnModel *model, guint input, FeelValue value)
{
  const DmnType *type = model->input_types[input];

  return (type->kind == value.kind && type->allowed == NULL && type->n_components == 0
          && !type->collection)
         || dmn_type_accepts (type, value);
}

gboolean
dmn_evaluator_run (DmnEvaluator *evaluator,
                   const FeelValue *inputs,
                   FeelValue *result,
                   GError **error)
{
  FeelFrame *frame = &evaluator->frame;

  g_return_val_if_fail (evaluator != NULL && result != NULL, FALSE);
  feel_arena_reset (evaluator->arena);
  frame->steps = frame->depth = 0;
  for (guint i = 0; i < evaluator->n_inputs; i++)
    {
      guint input = evaluator->inputs[i];

      if (!accepts (evaluator->model, input, inputs[input]))
        return dmn_model_check_input (evaluator->model, input, inputs[input], error);
      frame->slots[input] = inputs[input];
    }
  for (guint i = 0; i < evaluator->n_steps; i++)
    frame->slots[evaluator->steps[i].slot] = run_step (&evaluator->steps[i], frame);
  *result = frame->slots[evaluator->steps[evaluator->n_steps - 1].slot];
  return TRUE;
}
