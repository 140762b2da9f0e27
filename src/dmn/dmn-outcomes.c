/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-outcomes.h"

#include "dmn/dmn-distance.h"
#include "dmn/dmn-solver.h"

#include <string.h>

struct _DmnOutcomes
{
  FeelArena *arena;
  DmnFact *facts;
  DmnSolver solver;
  const DmnTable *table;
};

static DmnFact *
copy_facts (const DmnModel *model, const DmnFact *facts, FeelArena *arena)
{
  DmnFact *copy = feel_arena_alloc (arena, (model->n_inputs + 1) * sizeof (DmnFact));

  for (guint i = 0; i < model->n_inputs; i++)
    {
      copy[i].kind = facts[i].kind;
      if (facts[i].kind != DMN_FACT_UNKNOWN)
        copy[i].value = feel_value_copy (arena, facts[i].value);
    }
  return copy;
}

/* --- Order of the outcomes
 * -------------------------------------------------------------------------------------- */

static int
rank (const DmnResult *result, const DmnTable *table)
{
  int first = table != NULL ? dmn_bit_next (result->deciding, table->n_words, 0) : 0;

  return first < 0 ? G_MAXINT : first;
}

/* Stable: by the first rule that gives each; "no rule" last. */
static void
sort_results (DmnOutcomes *outcomes)
{
  GArray *results = outcomes->solver.results;

  for (guint i = 1; i < results->len; i++)
    for (guint j = i; j > 0; j--)
      {
        DmnResult *left = &g_array_index (results, DmnResult, j - 1), *right = left + 1, swap;

        if (rank (left, outcomes->table) <= rank (right, outcomes->table))
          break;
        swap = *left;
        *left = *right;
        *right = swap;
      }
}

DmnOutcomes *
dmn_model_outcomes (const DmnModel *model, guint decision, const DmnFact *facts, GError **error)
{
  g_autoptr (DmnOutcomes) outcomes = NULL;

  g_return_val_if_fail (model != NULL && decision < model->n_decisions, NULL);
  g_return_val_if_fail (facts != NULL || model->n_inputs == 0, NULL);
  outcomes = g_new0 (DmnOutcomes, 1);
  outcomes->arena = feel_arena_new ();
  outcomes->facts = copy_facts (model, facts, outcomes->arena);
  outcomes->table = model->logics[decision].table;
  if (!dmn_solver_init (&outcomes->solver, model, decision, outcomes->facts, outcomes->arena,
                        error))
    return NULL;
  dmn_solver_run (&outcomes->solver);
  sort_results (outcomes);
  return g_steal_pointer (&outcomes);
}

void
dmn_outcomes_free (DmnOutcomes *outcomes)
{
  if (outcomes == NULL)
    return;
  dmn_solver_clear (&outcomes->solver);
  feel_arena_free (outcomes->arena);
  g_free (outcomes);
}

/* --- Outcomes
 * ---------------------------------------------------------------------------------------------------
 */

static const DmnResult *
result_at (const DmnOutcomes *outcomes, guint outcome)
{
  g_return_val_if_fail (outcome < outcomes->solver.results->len, NULL);
  return &g_array_index (outcomes->solver.results, DmnResult, outcome);
}

guint
dmn_outcomes_n (const DmnOutcomes *outcomes)
{
  return outcomes->solver.results->len;
}

FeelValue
dmn_outcomes_value (const DmnOutcomes *outcomes, guint outcome)
{
  const DmnResult *result = result_at (outcomes, outcome);

  return result != NULL ? result->value : FEEL_NULL_VALUE;
}

gboolean
dmn_outcomes_by_rule (const DmnOutcomes *outcomes, guint outcome, guint rule)
{
  const DmnResult *result = result_at (outcomes, outcome);

  g_return_val_if_fail (outcomes->table != NULL && rule < outcomes->table->n_rules, FALSE);
  return result != NULL && dmn_bit (result->deciding, rule);
}

gboolean
dmn_outcomes_is_settled (const DmnOutcomes *outcomes)
{
  return outcomes->solver.results->len == 1;
}

gboolean
dmn_outcomes_is_exact (const DmnOutcomes *outcomes)
{
  return outcomes->solver.exact;
}

static FeelValue
output_of (FeelValue result, const char *output)
{
  return output != NULL && *output != '\0' && result.kind == FEEL_CONTEXT
             ? feel_value_member (result, output)
             : result;
}

gboolean
dmn_outcomes_can_be (const DmnOutcomes *outcomes, const char *output, FeelValue value)
{
  for (guint i = 0; i < dmn_outcomes_n (outcomes); i++)
    if (feel_value_identical (output_of (dmn_outcomes_value (outcomes, i), output), value))
      return TRUE;
  return FALSE;
}

/* --- Rules and cells
 * -------------------------------------------------------------------------------------------- */

const DmnTable *
dmn_outcomes_table (const DmnOutcomes *outcomes)
{
  return outcomes->table;
}

static DmnCellState
state_of (const guint64 *any, const guint64 *all, guint rule)
{
  if (dmn_bit (all, rule))
    return DMN_CELL_MET;
  return dmn_bit (any, rule) ? DMN_CELL_UNKNOWN : DMN_CELL_NOT_MET;
}

DmnCellState
dmn_outcomes_cell (const DmnOutcomes *outcomes, guint rule, guint column)
{
  const DmnTable *table = outcomes->table;

  g_return_val_if_fail (table != NULL && rule < table->n_rules && column < table->n_columns,
                        DMN_CELL_UNKNOWN);
  return state_of (outcomes->solver.any + column * table->n_words,
                   outcomes->solver.all + column * table->n_words, rule);
}

DmnCellState
dmn_outcomes_rule (const DmnOutcomes *outcomes, guint rule)
{
  const DmnTable *table = outcomes->table;

  g_return_val_if_fail (table != NULL && rule < table->n_rules, DMN_CELL_UNKNOWN);
  return state_of (outcomes->solver.possible, outcomes->solver.certain, rule);
}

static FeelValue
open_value (const DmnOutcomes *outcomes, guint column)
{
  const DmnColumn *shape = &outcomes->table->columns[column];
  const DmnDomain *domain = &outcomes->solver.columns[column];
  const DmnFact *fact = shape->input >= 0 ? &outcomes->facts[shape->input] : NULL;

  if (fact != NULL && fact->kind != DMN_FACT_UNKNOWN)
    return fact->value;
  if (fact == NULL && domain->finite && domain->n > 0)
    return feel_value_list (outcomes->arena, domain->values, domain->n);
  return feel_value_null_because ("unknown");
}

gboolean
dmn_outcomes_column (const DmnOutcomes *outcomes, guint column, FeelValue *value)
{
  const DmnDomain *domain;

  g_return_val_if_fail (outcomes->table != NULL && column < outcomes->table->n_columns, FALSE);
  domain = &outcomes->solver.columns[column];
  if (domain->n == 1 && domain->finite)
    {
      *value = domain->values[0];
      return TRUE;
    }
  *value = open_value (outcomes, column);
  return FALSE;
}

DmnDistance
dmn_outcomes_distance (const DmnOutcomes *outcomes, guint rule, guint column)
{
  const DmnTable *table = outcomes->table;
  FeelValue value;

  g_return_val_if_fail (table != NULL && rule < table->n_rules && column < table->n_columns,
                        (DmnDistance){ 0 });
  if (!dmn_outcomes_column (outcomes, column, &value))
    return (DmnDistance){ 0 };
  return dmn_distance (table, rule, column, value);
}

static guint
count_cells (const DmnOutcomes *outcomes, guint rule, DmnCellState state)
{
  guint count = 0;

  g_return_val_if_fail (outcomes->table != NULL, 0);
  for (guint i = 0; i < outcomes->table->n_columns; i++)
    count += dmn_outcomes_cell (outcomes, rule, i) == state;
  return count;
}

guint
dmn_outcomes_n_not_met (const DmnOutcomes *outcomes, guint rule)
{
  return count_cells (outcomes, rule, DMN_CELL_NOT_MET);
}

guint
dmn_outcomes_n_unknown (const DmnOutcomes *outcomes, guint rule)
{
  return count_cells (outcomes, rule, DMN_CELL_UNKNOWN);
}

int
dmn_outcomes_deciding_rule (const DmnOutcomes *outcomes)
{
  if (outcomes->table == NULL || !dmn_outcomes_is_settled (outcomes))
    return -1;
  return dmn_bit_next (result_at (outcomes, 0)->deciding, outcomes->table->n_words, 0);
}

static int
find_output (const DmnTable *table, const char *output)
{
  if (output == NULL || *output == '\0')
    return 0;
  for (guint i = 0; i < table->n_outputs; i++)
    if (g_str_equal (table->outputs[i].name, output))
      return (int)i;
  return -1;
}

/* TRUE when rule @a is nearer to matching than @b. */
static gboolean
is_nearer (const DmnOutcomes *outcomes, guint a, guint b)
{
  guint failed_a = dmn_outcomes_n_not_met (outcomes, a);
  guint failed_b = dmn_outcomes_n_not_met (outcomes, b);

  if (failed_a != failed_b)
    return failed_a < failed_b;
  return dmn_outcomes_n_unknown (outcomes, a) < dmn_outcomes_n_unknown (outcomes, b);
}

int
dmn_outcomes_nearest_rule (const DmnOutcomes *outcomes, const char *output, FeelValue value)
{
  const DmnTable *table = outcomes->table;
  int index, nearest = -1;

  g_return_val_if_fail (table != NULL, -1);
  index = find_output (table, output);
  if (index < 0)
    return -1;
  for (guint i = 0; i < table->n_rules; i++)
    if (feel_value_identical (dmn_table_output_value (table, i, (guint)index), value)
        && (nearest < 0 || is_nearer (outcomes, i, (guint)nearest)))
      nearest = (int)i;
  return nearest;
}

guint *
dmn_outcomes_nearest_rules (const DmnOutcomes *outcomes,
                            const char *output,
                            FeelValue value,
                            guint *n)
{
  int first = dmn_outcomes_nearest_rule (outcomes, output, value), index;
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (guint));

  *n = 0;
  if (first < 0)
    return NULL;
  index = find_output (outcomes->table, output);
  for (guint i = (guint)first; i < outcomes->table->n_rules; i++)
    if (feel_value_identical (dmn_table_output_value (outcomes->table, i, (guint)index), value)
        && !is_nearer (outcomes, (guint)first, i))
      g_array_append_val (rules, i);
  *n = rules->len;
  return (guint *)(gpointer)g_array_free (g_steal_pointer (&rules), FALSE);
}

/* --- Which input would settle it
 * -------------------------------------------------------------------------------- */

/* Solves again with @input fixed to one value; the number of outcomes. */
static guint
outcomes_with (const DmnOutcomes *outcomes, guint input, FeelValue value)
{
  const DmnSolver *solver = &outcomes->solver;
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree DmnFact *facts
      = g_memdup2 (outcomes->facts, (solver->model->n_inputs + 1) * sizeof (DmnFact));
  DmnSolver with;
  guint n = G_MAXUINT;

  facts[input] = dmn_fact_value (value);
  if (dmn_solver_init (&with, solver->model, solver->decision, facts, arena, NULL))
    {
      dmn_solver_run (&with);
      n = with.results->len;
    }
  dmn_solver_clear (&with);
  return n;
}

static gboolean
is_open (const DmnOutcomes *outcomes, guint input)
{
  const DmnSolver *solver = &outcomes->solver;
  const DmnDomain *domain;

  g_return_val_if_fail (input < solver->model->n_inputs, FALSE);
  domain = &solver->domains[input];
  return dmn_model_requires_slot (solver->model, solver->decision, input)
         && outcomes->facts[input].kind != DMN_FACT_VALUE && !(domain->finite && domain->n == 1);
}

gboolean
dmn_outcomes_input_settles (const DmnOutcomes *outcomes, guint input)
{
  const DmnDomain *domain = &outcomes->solver.domains[input];

  if (dmn_outcomes_is_settled (outcomes) || !is_open (outcomes, input) || domain->opaque
      || (outcomes->solver.crooked[input] && !domain->finite))
    return FALSE;
  for (guint i = 0; i < domain->n; i++)
    if (outcomes_with (outcomes, input, domain->values[i]) != 1)
      return FALSE;
  return TRUE;
}

/* A column that reads the input, directly or through other decisions. */
static gboolean
column_reads (const DmnOutcomes *outcomes, guint column, guint input)
{
  const DmnModel *model = outcomes->solver.model;
  const FeelExpression *expression = outcomes->table->expressions[column];

  if (feel_expression_uses (expression, input))
    return TRUE;
  for (guint i = 0; i < outcomes->solver.decision; i++)
    if (feel_expression_uses (expression, model->n_inputs + i)
        && dmn_model_requires_slot (model, i, input))
      return TRUE;
  return FALSE;
}

gboolean
dmn_outcomes_input_matters (const DmnOutcomes *outcomes, guint input)
{
  const DmnTable *table = outcomes->table;

  if (dmn_outcomes_is_settled (outcomes) || !is_open (outcomes, input))
    return FALSE;
  if (table == NULL)
    return TRUE;
  for (guint column = 0; column < table->n_columns; column++)
    for (guint rule = 0; column_reads (outcomes, column, input) && rule < table->n_rules; rule++)
      if (dmn_outcomes_rule (outcomes, rule) != DMN_CELL_NOT_MET
          && dmn_outcomes_cell (outcomes, rule, column) == DMN_CELL_UNKNOWN)
        return TRUE;
  return FALSE;
}
