/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-solver.h"

#include "dmn/dmn-family.h"

#include <string.h>

/* --- Values of expressions
 * -------------------------------------------------------------------------------------- */

/* The slots of @expression that have more than one value. */
static guint
open_slots (DmnSolver *solver, const FeelExpression *expression, guint *slots, guint most)
{
  guint n = 0, width = solver->model->n_inputs + solver->model->n_decisions;

  for (guint slot = 0; slot < width; slot++)
    if ((solver->domains[slot].n != 1 || !solver->domains[slot].finite)
        && feel_expression_uses (expression, slot))
      {
        if (n < most)
          slots[n] = slot;
        n++;
      }
  return n;
}

static gboolean
can_be_tried (DmnSolver *solver, const FeelExpression *expression, guint slot)
{
  g_autoptr (GArray) points = NULL;

  if (solver->domains[slot].opaque)
    return FALSE;
  if (solver->domains[slot].finite)
    return TRUE;
  points = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  return feel_expression_break_points (expression, slot, points);
}

static const DmnDomain opaque_domain = { .opaque = TRUE };

#define MOST_OPEN 8

/* Every value the expression can have, by trying every combination of its open slots. */
static DmnDomain
expression_domain (DmnSolver *solver, const FeelExpression *expression)
{
  guint slots[MOST_OPEN], turn[MOST_OPEN] = { 0 };
  guint n = open_slots (solver, expression, slots, MOST_OPEN), combinations = 1, at;
  DmnDomain domain = { .finite = TRUE };
  g_autoptr (GArray) values = NULL;

  if (n > MOST_OPEN)
    return opaque_domain;
  for (guint i = 0; i < n; i++)
    {
      if (!can_be_tried (solver, expression, slots[i]))
        return opaque_domain;
      combinations *= solver->domains[slots[i]].n;
      if (combinations > DMN_OUTCOMES_CAP)
        return opaque_domain;
    }
  values = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  do
    {
      FeelValue value;

      for (guint i = 0; i < n; i++)
        solver->frame.slots[slots[i]] = solver->domains[slots[i]].values[turn[i]];
      solver->frame.steps = 0;
      value = feel_expression_evaluate (expression, &solver->frame);
      domain.values = (FeelValue *)(gpointer)values->data;
      domain.n = values->len;
      if (!dmn_domain_holds (&domain, value))
        g_array_append_val (values, value);
      for (at = 0; at < n && ++turn[at] == solver->domains[slots[at]].n; at++)
        turn[at] = 0;
    }
  while (at < n);
  domain.n = values->len;
  domain.values = (FeelValue *)feel_value_list (
                      solver->arena, (const FeelValue *)(gpointer)values->data, values->len)
                      .list->items;
  return domain;
}

/* --- Tables
 * -----------------------------------------------------------------------------------------------------
 */

static DmnDomain
column_domain (DmnSolver *solver, const DmnTable *table, guint column)
{
  guint slot;

  if (feel_expression_variable (table->expressions[column], &slot))
    return solver->domains[slot];
  return expression_domain (solver, table->expressions[column]);
}

/* What cannot be told may be anything: one sample of each piece of the column's own axis, and null.
 */
static DmnDomain
guess_domain (DmnSolver *solver, const DmnTable *table, guint column)
{
  const DmnAxis *axis = dmn_index_axis (table->indexes[column]);
  DmnDomain domain = { 0 };
  guint n_pieces = axis->n_points > 0 ? dmn_axis_n_pieces (axis) : 0;

  domain.values = feel_arena_alloc (solver->arena, (n_pieces + 1) * sizeof (FeelValue));
  domain.values[domain.n++] = feel_value_null_because ("unknown");
  for (guint piece = 0; piece < n_pieces; piece++)
    if (dmn_axis_sample (axis, piece, solver->arena, &domain.values[domain.n]))
      domain.n++;
  return domain;
}

/* TRUE when a cell of the column reads a variable that is open. */
static gboolean
cells_are_open (DmnSolver *solver, const DmnTable *table, guint column)
{
  guint slot;

  for (guint rule = 0; table->indexes[column] == NULL && rule < table->n_rules; rule++)
    if (open_slots (solver, table->rules[rule].cells[column].tests, &slot, 1) > 0)
      return TRUE;
  return FALSE;
}

/* The different sets of rules that the column's values leave, their union and their intersection.
 */
typedef struct
{
  DmnFamily sets;
  guint64 *any;
  guint64 *all;
  gboolean wild; /* each cell may be true or false by itself */
} ColumnSets;

static void
column_sets_init (DmnSolver *solver,
                  const DmnTable *table,
                  guint column,
                  const DmnDomain *domain,
                  ColumnSets *sets)
{
  gsize size = table->n_words * sizeof (guint64);
  guint64 *bits = feel_arena_alloc (solver->arena, size);

  dmn_family_init (&sets->sets, table->n_words);
  sets->any = feel_arena_alloc (solver->arena, size);
  sets->all = feel_arena_alloc (solver->arena, size);
  dmn_bits_fill (sets->all, table->n_words, table->n_rules);
  for (guint i = 0; i < domain->n; i++)
    {
      dmn_table_column_bits (table, column, domain->values[i], &solver->frame, bits);
      for (guint word = 0; word < table->n_words; word++)
        {
          sets->any[word] |= bits[word];
          sets->all[word] &= bits[word];
        }
      dmn_family_add (&sets->sets, bits, solver->arena);
    }
}

/* A column whose cells cannot be tried: only cells that test nothing are sure. */
static void
column_sets_wild (DmnSolver *solver, const DmnTable *table, guint column, ColumnSets *sets)
{
  gsize size = table->n_words * sizeof (guint64);

  sets->wild = TRUE;
  dmn_family_init (&sets->sets, table->n_words);
  sets->any = feel_arena_alloc (solver->arena, size);
  sets->all = feel_arena_alloc (solver->arena, size);
  dmn_bits_fill (sets->any, table->n_words, table->n_rules);
  for (guint rule = 0; rule < table->n_rules; rule++)
    if (feel_tests_is_any (table->rules[rule].cells[column].tests))
      dmn_bit_set (sets->all, rule);
}

/* Over several combinations of shared inputs a column can be what it is in any of them. */
static void
note_column (DmnSolver *solver, guint column, const DmnDomain *domain)
{
  DmnDomain *noted = &solver->columns[column];
  FeelValue *values;

  if (noted->n == 0 || domain->opaque || noted->opaque)
    {
      *noted = noted->opaque ? *noted : *domain;
      return;
    }
  values = feel_arena_alloc (solver->arena, (noted->n + domain->n) * sizeof (FeelValue));
  memcpy (values, noted->values, noted->n * sizeof (FeelValue));
  noted->values = values;
  for (guint i = 0; i < domain->n; i++)
    if (!dmn_domain_holds (noted, domain->values[i]))
      values[noted->n++] = domain->values[i];
}

static void
load_column (DmnSolver *solver, const DmnTable *table, guint column, gboolean own, ColumnSets *sets)
{
  DmnDomain domain = column_domain (solver, table, column);
  gboolean sampled = !domain.opaque && !domain.finite;

  *sets = (ColumnSets){ 0 };
  if (own)
    note_column (solver, column, &domain);
  if (cells_are_open (solver, table, column)
      || (table->indexes[column] == NULL && (domain.opaque || sampled)))
    {
      solver->exact = FALSE;
      column_sets_wild (solver, table, column, sets);
      return;
    }
  if (domain.opaque)
    {
      solver->exact = FALSE;
      domain = guess_domain (solver, table, column);
    }
  column_sets_init (solver, table, column, &domain, sets);
}

/* Follows the sets of rules still alive through the columns. FALSE when they become too many. */
static gboolean
follow (DmnSolver *solver, const DmnTable *table, const ColumnSets *columns, DmnFamily *alive)
{
  guint64 *set = feel_arena_alloc (solver->arena, table->n_words * sizeof (guint64));

  dmn_bits_fill (set, table->n_words, table->n_rules);
  dmn_family_add (alive, set, solver->arena);
  for (guint i = 0; i < table->n_columns; i++)
    {
      DmnFamily next;

      if (columns[i].wild)
        return FALSE;
      dmn_family_init (&next, table->n_words);
      for (guint a = 0; a < alive->sets->len; a++)
        for (guint b = 0; b < columns[i].sets.sets->len; b++)
          {
            const guint64 *left = g_ptr_array_index (alive->sets, a);
            const guint64 *right = g_ptr_array_index (columns[i].sets.sets, b);

            for (guint word = 0; word < table->n_words; word++)
              set[word] = left[word] & right[word];
            dmn_family_add (&next, set, solver->arena);
          }
      dmn_family_clear (alive);
      *alive = next;
      if (alive->sets->len > DMN_OUTCOMES_CAP)
        return FALSE;
    }
  return TRUE;
}

/* Three-valued, rule by rule: each rule that may match may be the one, also none when no rule is
 * sure. Rules behind a sure one do not count under FIRST. */
static void
judge_cells (DmnSolver *solver, const DmnTable *table, const ColumnSets *columns, DmnFamily *alive)
{
  gsize size = table->n_words * sizeof (guint64);
  guint64 *may = feel_arena_alloc (solver->arena, size);
  guint64 *sure = feel_arena_alloc (solver->arena, size);
  guint64 *set = feel_arena_alloc (solver->arena, size);

  solver->exact = FALSE;
  dmn_bits_fill (may, table->n_words, table->n_rules);
  dmn_bits_fill (sure, table->n_words, table->n_rules);
  for (guint i = 0; i < table->n_columns; i++)
    for (guint word = 0; word < table->n_words; word++)
      {
        may[word] &= columns[i].any[word];
        sure[word] &= columns[i].all[word];
      }
  dmn_family_clear (alive);
  dmn_family_init (alive, table->n_words);
  dmn_family_add (alive, sure, solver->arena);
  for (int i = dmn_bit_next (may, table->n_words, 0); i >= 0;
       i = dmn_bit_next (may, table->n_words, (guint)i + 1))
    {
      gboolean is_sure = dmn_bit (sure, (guint)i);

      if (!is_sure)
        {
          memcpy (set, sure, size);
          dmn_bit_set (set, (guint)i);
          dmn_family_add (alive, set, solver->arena);
        }
    }
  dmn_family_add (alive, may, solver->arena);
}

static gboolean
outputs_are_open (DmnSolver *solver, const DmnTable *table, const guint64 *alive)
{
  guint slot;

  for (int i = dmn_bit_next (alive, table->n_words, 0); i >= 0;
       i = dmn_bit_next (alive, table->n_words, (guint)i + 1))
    for (guint output = 0; output < table->n_outputs; output++)
      if (open_slots (solver, table->rules[i].entries[output].expression, &slot, 1) > 0)
        return TRUE;
  return FALSE;
}

static FeelValue
hit (DmnSolver *solver, guint decision, const DmnTable *table, const guint64 *alive)
{
  if (outputs_are_open (solver, table, alive))
    {
      solver->exact = FALSE;
      return feel_value_null_because ("the output depends on an input that is not known");
    }
  solver->frame.steps = 0;
  return dmn_type_coerce (solver->model->logics[decision].type,
                          dmn_table_hit (table, &solver->frame, alive), solver->arena);
}

/* --- What is found
 * ---------------------------------------------------------------------------------------------- */

static DmnResult *
result_for (DmnSolver *solver, FeelValue value, const DmnTable *table)
{
  DmnResult result = { .value = value };

  for (guint i = 0; i < solver->results->len; i++)
    {
      DmnResult *known = &g_array_index (solver->results, DmnResult, i);

      if (feel_value_identical (known->value, value))
        return known;
    }
  if (table != NULL)
    result.deciding = feel_arena_alloc (solver->arena, table->n_words * sizeof (guint64));
  g_array_append_val (solver->results, result);
  return &g_array_index (solver->results, DmnResult, solver->results->len - 1);
}

static void
note_state (DmnSolver *solver, const DmnTable *table, const guint64 *alive, FeelValue value)
{
  guint64 *deciding = feel_arena_alloc (solver->arena, table->n_words * sizeof (guint64));
  DmnResult *result = result_for (solver, value, table);

  if (outputs_are_open (solver, table, alive))
    memcpy (deciding, alive, table->n_words * sizeof (guint64));
  else
    dmn_table_deciding (table, &solver->frame, alive, deciding);
  for (guint word = 0; word < table->n_words; word++)
    {
      result->deciding[word] |= deciding[word];
      solver->possible[word] |= alive[word];
      solver->certain[word] &= alive[word];
    }
}

static void
note_columns (DmnSolver *solver, const DmnTable *table, const ColumnSets *columns)
{
  for (guint i = 0; i < table->n_columns; i++)
    for (guint word = 0; word < table->n_words; word++)
      {
        solver->any[i * table->n_words + word] |= columns[i].any[word];
        solver->all[i * table->n_words + word] &= columns[i].all[word];
      }
}

static DmnDomain
solve_table (DmnSolver *solver, guint decision, const DmnTable *table)
{
  gboolean own = decision == solver->decision;
  ColumnSets *columns
      = feel_arena_alloc (solver->arena, (table->n_columns + 1) * sizeof (ColumnSets));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  DmnDomain domain = { .finite = TRUE };
  DmnFamily alive;

  for (guint i = 0; i < table->n_columns; i++)
    load_column (solver, table, i, own, &columns[i]);
  dmn_family_init (&alive, table->n_words);
  if (!follow (solver, table, columns, &alive))
    judge_cells (solver, table, columns, &alive);
  if (own)
    note_columns (solver, table, columns);
  for (guint i = 0; i < alive.sets->len; i++)
    {
      const guint64 *set = g_ptr_array_index (alive.sets, i);
      FeelValue value = hit (solver, decision, table, set);

      domain.opaque |= outputs_are_open (solver, table, set);
      if (own)
        note_state (solver, table, set, value);
      domain.values = (FeelValue *)(gpointer)values->data;
      domain.n = values->len;
      if (!dmn_domain_holds (&domain, value))
        g_array_append_val (values, value);
    }
  for (guint i = 0; i < table->n_columns; i++)
    dmn_family_clear (&columns[i].sets);
  dmn_family_clear (&alive);
  domain.n = values->len;
  domain.values = (FeelValue *)feel_value_list (
                      solver->arena, (const FeelValue *)(gpointer)values->data, values->len)
                      .list->items;
  return domain.opaque ? opaque_domain : domain;
}

static DmnDomain
solve_expression (DmnSolver *solver, guint decision)
{
  const DmnLogic *logic = &solver->model->logics[decision];
  DmnDomain domain = expression_domain (solver, logic->expression);

  for (guint i = 0; i < domain.n; i++)
    domain.values[i] = dmn_type_coerce (logic->type, domain.values[i], solver->arena);
  if (domain.opaque && decision == solver->decision)
    solver->exact = FALSE;
  for (guint i = 0; i < domain.n && decision == solver->decision; i++)
    result_for (solver, domain.values[i], NULL);
  return domain;
}

/* --- The decisions in their order
 * ------------------------------------------------------------------------------- */

static void
set_slot (DmnSolver *solver, guint slot, DmnDomain domain)
{
  solver->domains[slot] = domain;
  solver->frame.slots[slot] = domain.n == 1 ? domain.values[0] : FEEL_NULL_VALUE;
}

static void
solve_decisions (DmnSolver *solver)
{
  const DmnModel *model = solver->model;

  for (guint i = 0; i <= solver->decision; i++)
    {
      const DmnLogic *logic = &model->logics[i];
      DmnDomain domain = opaque_domain;

      if (i < solver->decision
          && !dmn_model_requires_slot (model, solver->decision, model->n_inputs + i))
        continue;
      if (logic->table != NULL)
        domain = solve_table (solver, i, logic->table);
      else if (logic->expression != NULL)
        domain = solve_expression (solver, i);
      set_slot (solver, model->n_inputs + i, domain);
    }
}

/* Inputs with several values that reach the decision on more than one way. */
static GArray *
shared_inputs (DmnSolver *solver)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize combinations = 1;

  for (guint i = 0; i < solver->model->n_inputs; i++)
    {
      const DmnDomain *domain = &solver->domains[i];

      if (!dmn_model_requires_slot (solver->model, solver->decision, i) || domain->n == 1
          || dmn_solver_ways (solver, i) < 2)
        continue;
      if (domain->opaque || (solver->crooked[i] && !domain->finite)
          || combinations * domain->n > DMN_OUTCOMES_CAP)
        {
          solver->exact = FALSE;
          continue;
        }
      combinations *= domain->n;
      g_array_append_val (shared, i);
    }
  return shared;
}

/* Tries every combination of the shared inputs' values. */
static void
solve_shared (DmnSolver *solver, GArray *shared, guint at)
{
  guint slot;
  DmnDomain whole;

  if (at == shared->len)
    {
      solve_decisions (solver);
      return;
    }
  slot = g_array_index (shared, guint, at);
  whole = solver->domains[slot];
  for (guint i = 0; i < whole.n; i++)
    {
      set_slot (solver, slot, (DmnDomain){ .values = &whole.values[i], .n = 1, .finite = TRUE });
      solve_shared (solver, shared, at + 1);
    }
  set_slot (solver, slot, whole);
}

void
dmn_solver_run (DmnSolver *solver)
{
  g_autoptr (GArray) shared = shared_inputs (solver);
  const DmnTable *table = solver->model->logics[solver->decision].table;

  solve_shared (solver, shared, 0);
  if (table == NULL)
    return;
  /* what the columns can be, seen over all combinations */
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].input >= 0)
      solver->columns[i] = solver->domains[table->columns[i].input];
}

static void
allocate_table (DmnSolver *solver, const DmnTable *table)
{
  gsize size = table->n_words * sizeof (guint64);

  solver->possible = feel_arena_alloc (solver->arena, size);
  solver->certain = feel_arena_alloc (solver->arena, size);
  dmn_bits_fill (solver->certain, table->n_words, table->n_rules);
  solver->any = feel_arena_alloc (solver->arena, (table->n_columns + 1) * size);
  solver->all = feel_arena_alloc (solver->arena, (table->n_columns + 1) * size);
  for (guint i = 0; i < table->n_columns; i++)
    dmn_bits_fill (solver->all + i * table->n_words, table->n_words, table->n_rules);
  solver->columns = feel_arena_alloc (solver->arena, (table->n_columns + 1) * sizeof (DmnDomain));
}

gboolean
dmn_solver_init (DmnSolver *solver,
                 const DmnModel *model,
                 guint decision,
                 const DmnFact *facts,
                 FeelArena *arena,
                 GError **error)
{
  guint width = model->n_inputs + model->n_decisions;

  *solver = (DmnSolver){ .model = model, .decision = decision, .facts = facts, .arena = arena };
  dmn_frame_init (&solver->frame, model, arena);
  solver->exact = TRUE;
  solver->results = g_array_new (FALSE, FALSE, sizeof (DmnResult));
  solver->domains = feel_arena_alloc (arena, (width + 1) * sizeof (DmnDomain));
  solver->crooked = feel_arena_alloc (arena, (model->n_inputs + 1) * sizeof (gboolean));
  for (guint i = 0; i < model->n_inputs; i++)
    if (dmn_model_requires_slot (model, decision, i))
      {
        if (!dmn_solver_cut (solver, i, error))
          return FALSE;
        if (solver->domains[i].n == 1 && solver->domains[i].finite)
          solver->frame.slots[i] = solver->domains[i].values[0];
      }
  if (model->logics[decision].table != NULL)
    allocate_table (solver, model->logics[decision].table);
  return TRUE;
}

void
dmn_solver_clear (DmnSolver *solver)
{
  g_clear_pointer (&solver->results, g_array_unref);
}
