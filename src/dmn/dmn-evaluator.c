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
  const FeelValue *constants; /* outputs of the rules; or NULL */
  gboolean fits_single;       /* each of them is of the decision's type, */
  gboolean fits_list;         /* and so is any list of them */
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

/* Of tables with a single output, when all of them are constants. */
static const FeelValue *
constant_outputs (const DmnTable *table, FeelArena *memory)
{
  FeelValue *values = feel_arena_alloc (memory, (table->n_rules + 1) * sizeof (FeelValue));

  if (table->n_outputs != 1)
    return NULL;
  for (guint i = 0; i < table->n_rules; i++)
    if (!feel_expression_constant (table->rules[i].entries[0].expression, &values[i]))
      return NULL;
  return values;
}

/* What the decision's type takes as it is need not be looked at in each run. */
static void
prepare_constants (Step *step, FeelArena *memory)
{
  const DmnTable *table = step->logic->table;
  const DmnType *type = step->logic->type;

  step->constants = constant_outputs (table, memory);
  if (step->constants == NULL)
    return;
  step->fits_single = TRUE;
  for (guint i = 0; i < table->n_rules; i++)
    step->fits_single &= dmn_type_accepts (type, step->constants[i]);
  step->fits_list
      = type->collection
            ? dmn_type_accepts (type, feel_value_list (memory, step->constants, table->n_rules))
            : type->kind == FEEL_NULL && type->allowed == NULL && type->n_components == 0;
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
  prepare_constants (step, evaluator->memory);
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

/* Results are written where they are wanted, not returned and copied: a value just stored in parts
 * and loaded as a whole keeps the processor waiting. */

/* Most tables have so few rules that their set is one word, which never leaves its register. */
static gboolean
match_few (const Step *step, const FeelValue *slots)
{
  const DmnTable *table = step->logic->table;
  guint64 matched;

  dmn_bits_fill (&matched, 1, table->n_rules);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const guint64 *found = dmn_index_find (table->indexes[i], &slots[step->column_slots[i]]);

      if (found == NULL)
        return FALSE;
      matched &= *found;
    }
  step->matched[0] = matched;
  return TRUE;
}

/* Sets the step's matched rules; FALSE when a value is of another kind than its column's cells,
 * which then have to be evaluated. */
static gboolean
match_indexed (const Step *step, const FeelValue *slots)
{
  const DmnTable *table = step->logic->table;

  if (table->n_words == 1)
    return match_few (step, slots);
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

/* The constants of the rules that matched. */
static void
collect (const Step *step, FeelFrame *frame, FeelValue *result)
{
  const DmnTable *table = step->logic->table;
  guint n = dmn_bit_count (step->matched, table->n_words), at = 0;
  FeelList *list = feel_arena_take (frame->arena, sizeof (FeelList) + n * sizeof (FeelValue));

  list->n_items = n;
  for (guint word = 0; word < table->n_words; word++)
    for (guint64 rest = step->matched[word]; rest != 0; rest &= rest - 1)
      list->items[at++] = step->constants[word * 64 + (guint)__builtin_ctzll (rest)];
  result->kind = FEEL_LIST;
  result->extra = 0;
  result->list = list;
  if (!step->fits_list)
    *result = dmn_type_coerce (step->logic->type, *result, frame->arena);
}

static gboolean
collects (const DmnTable *table)
{
  return table->policy == DMN_HIT_RULE_ORDER
         || (table->policy == DMN_HIT_COLLECT && table->aggregation == DMN_AGGREGATION_NONE);
}

static void
hit (const Step *step, FeelFrame *frame, FeelValue *result)
{
  const DmnTable *table = step->logic->table;
  int first = dmn_bit_next (step->matched, table->n_words, 0);

  if (step->fits_single && first >= 0
      && (table->policy == DMN_HIT_FIRST
          || (table->policy == DMN_HIT_UNIQUE
              && dmn_bit_next (step->matched, table->n_words, (guint)first + 1) < 0)))
    *result = step->constants[first];
  else if (step->constants != NULL && first >= 0 && collects (table))
    collect (step, frame, result);
  else
    *result = dmn_type_coerce (step->logic->type, dmn_table_hit (table, frame, step->matched),
                               frame->arena);
}

static void
run_step (const Step *step, FeelFrame *frame, FeelValue *result)
{
  if (step->column_slots != NULL && match_indexed (step, frame->slots))
    hit (step, frame, result);
  else
    *result = dmn_logic_evaluate (step->logic, frame);
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
  for (guint i = 0; i + 1 < evaluator->n_steps; i++)
    run_step (&evaluator->steps[i], frame, &frame->slots[evaluator->steps[i].slot]);
  run_step (&evaluator->steps[evaluator->n_steps - 1], frame, result);
  return TRUE;
}
