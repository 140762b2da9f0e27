/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-solver.h"

/* Where the axis of an unknown input has to be cut, and a sample for each piece. */

typedef struct
{
  DmnSolver *solver;
  guint slot;
  GArray *points;
  gboolean string_ranges;
  guint uses;
} Cutter;

void
dmn_logic_foreach (const DmnLogic *logic, DmnExpressionFunc function, gpointer data)
{
  const DmnTable *table = logic->table;

  if (logic->expression != NULL)
    function (logic->expression, data);
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n_columns; i++)
    function (table->expressions[i], data);
  for (guint rule = 0; rule < table->n_rules; rule++)
    for (guint i = 0; i < table->n_outputs; i++)
      function (table->rules[rule].entries[i].expression, data);
  for (guint i = 0; i < table->n_outputs; i++)
    if (table->defaults[i] != NULL)
      function (table->defaults[i], data);
  for (guint i = 0; i < table->n_columns; i++)
    for (guint rule = 0; table->indexes[i] == NULL && rule < table->n_rules; rule++)
      function (table->rules[rule].cells[i].tests, data);
}

/* --- Points
 * -----------------------------------------------------------------------------------------------------
 */

static void
add_tests (Cutter *cutter, const FeelExpression *tests)
{
  const FeelTest *items;
  guint n;
  gboolean negated;

  if (!feel_tests_simple (tests, &items, &n, &negated))
    return;
  for (guint i = 0; i < n; i++)
    if (items[i].is_range)
      {
        cutter->string_ranges
            |= items[i].range.low.kind == FEEL_STRING || items[i].range.high.kind == FEEL_STRING;
        g_array_append_val (cutter->points, items[i].range.low);
        g_array_append_val (cutter->points, items[i].range.high);
      }
    else
      g_array_append_val (cutter->points, items[i].value);
}

static void
cut_column (Cutter *cutter, const DmnTable *table, guint column)
{
  const DmnIndex *index = table->indexes[column];

  if (index == NULL)
    {
      cutter->solver->crooked[cutter->slot] = TRUE;
      return;
    }
  for (guint rule = 0; rule < table->n_rules; rule++)
    add_tests (cutter, table->rules[rule].cells[column].tests);
}

static void
cut_expression (const FeelExpression *expression, gpointer data)
{
  Cutter *cutter = data;
  guint slot;

  if (!feel_expression_uses (expression, cutter->slot)
      || feel_expression_variable (expression, &slot))
    return;
  cutter->string_ranges = TRUE;
  if (!feel_expression_break_points (expression, cutter->slot, cutter->points))
    cutter->solver->crooked[cutter->slot] = TRUE;
}

/* A variable by itself is compared by the column that it is; anywhere else it is a number in a
 * result. */
static void
cut_plain_uses (Cutter *cutter, const DmnLogic *logic)
{
  const DmnTable *table = logic->table;
  guint slot;

  if (logic->expression != NULL && feel_expression_variable (logic->expression, &slot)
      && slot == cutter->slot)
    cutter->solver->crooked[cutter->slot] = TRUE;
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n_columns; i++)
    if (feel_expression_variable (table->expressions[i], &slot) && slot == cutter->slot)
      cut_column (cutter, table, i);
  for (guint rule = 0; rule < table->n_rules; rule++)
    for (guint i = 0; i < table->n_outputs; i++)
      if (feel_expression_variable (table->rules[rule].entries[i].expression, &slot)
          && slot == cutter->slot)
        cutter->solver->crooked[cutter->slot] = TRUE;
}

static gboolean
takes_part (const DmnSolver *solver, guint decision)
{
  return decision == solver->decision
         || dmn_model_requires_slot (solver->model, solver->decision,
                                     solver->model->n_inputs + decision);
}

static void
cut_at_comparisons (Cutter *cutter)
{
  const DmnModel *model = cutter->solver->model;

  for (guint i = 0; i <= cutter->solver->decision; i++)
    if (takes_part (cutter->solver, i))
      {
        cut_plain_uses (cutter, &model->logics[i]);
        dmn_logic_foreach (&model->logics[i], cut_expression, cutter);
      }
}

/* --- Samples
 * ----------------------------------------------------------------------------------------------------
 */

gboolean
dmn_domain_holds (const DmnDomain *domain, FeelValue value)
{
  for (guint i = 0; i < domain->n; i++)
    if (feel_value_identical (domain->values[i], value))
      return TRUE;
  return FALSE;
}

static void
keep (DmnSolver *solver, guint index, const DmnFact *fact, GArray *samples, FeelValue sample)
{
  if (!dmn_type_accepts (solver->model->input_types[index], sample))
    return;
  if (fact->kind == DMN_FACT_INTERVAL && feel_range_contains (fact->value.range, sample) != 1)
    return;
  g_array_append_val (samples, sample);
}

/* An input that nothing compares with anything: one value of its type stands for all. */
static FeelValue
any_value (FeelKind kind)
{
  switch (kind)
    {
    case FEEL_BOOLEAN:
      return feel_value_boolean (TRUE);
    case FEEL_NUMBER:
      return feel_value_number_from_int64 (0);
    case FEEL_DATE:
      return feel_value_date_from_days (0);
    case FEEL_TIME:
      return feel_value_time ("00:00:00");
    case FEEL_DATE_TIME:
      return feel_value_date_time ("1970-01-01T00:00:00");
    case FEEL_DAYS_DURATION:
      return feel_value_duration ("PT0S");
    case FEEL_YEARS_DURATION:
      return feel_value_duration ("P0M");
    case FEEL_NULL:
    case FEEL_STRING:
    case FEEL_LIST:
    case FEEL_RANGE:
    case FEEL_CONTEXT:
    default:
      return feel_value_string ("\x01");
    }
}

static void
take_samples (Cutter *cutter, const DmnAxis *axis, const DmnFact *fact, GArray *samples)
{
  DmnSolver *solver = cutter->solver;
  guint n_pieces = dmn_axis_n_pieces (axis);
  FeelValue sample;

  if (axis->n_points == 0)
    {
      keep (solver, cutter->slot, fact, samples,
            any_value (solver->model->inputs[cutter->slot].kind));
      return;
    }
  for (guint piece = 0; piece < n_pieces; piece++)
    {
      /* all gaps between strings are alike: the last one stands for "another text" */
      if (axis->kind == FEEL_STRING && !cutter->string_ranges && piece % 2 == 0
          && piece + 1 < n_pieces)
        continue;
      if (dmn_axis_sample (axis, piece, solver->arena, &sample))
        keep (solver, cutter->slot, fact, samples, sample);
    }
}

static void
add_fact_points (Cutter *cutter, const DmnFact *fact)
{
  const DmnType *type = cutter->solver->model->input_types[cutter->slot];

  if (type->allowed != NULL && !type->collection)
    add_tests (cutter, type->allowed);
  if (fact->kind != DMN_FACT_INTERVAL)
    return;
  cutter->string_ranges = TRUE;
  g_array_append_val (cutter->points, fact->value.range->low);
  g_array_append_val (cutter->points, fact->value.range->high);
}

static void
set_domain (DmnSolver *solver, guint index, const FeelValue *values, guint n, gboolean finite)
{
  DmnDomain *domain = &solver->domains[index];
  FeelValue list = feel_value_list (solver->arena, values, n);

  domain->values = (FeelValue *)list.list->items;
  domain->n = n;
  domain->finite = finite;
  domain->opaque = n == 0;
}

static gboolean
cut_unknown (DmnSolver *solver, guint index, const DmnFact *fact, GError **error)
{
  const DmnInput *input = &solver->model->inputs[index];
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  Cutter cutter = { .solver = solver, .slot = index, .points = points };
  DmnAxis *axis = feel_arena_alloc (solver->arena, sizeof (DmnAxis));

  cut_at_comparisons (&cutter);
  if (input->n_allowed > 0 && !input->collection)
    {
      for (guint i = 0; i < input->n_allowed; i++)
        keep (solver, index, fact, samples, input->allowed[i]);
      set_domain (solver, index, (FeelValue *)(gpointer)samples->data, samples->len, TRUE);
    }
  else if (input->kind == FEEL_BOOLEAN && !input->collection)
    set_domain (solver, index,
                (FeelValue[]){ feel_value_boolean (FALSE), feel_value_boolean (TRUE) }, 2, TRUE);
  else if (input->collection || input->kind == FEEL_CONTEXT)
    solver->domains[index] = (DmnDomain){ .opaque = TRUE };
  else
    {
      add_fact_points (&cutter, fact);
      if (!dmn_axis_init (axis, solver->arena, points)
          || (axis->n_points > 0 && input->kind != FEEL_NULL && axis->kind != input->kind))
        {
          solver->domains[index] = (DmnDomain){ .opaque = TRUE };
          return TRUE;
        }
      take_samples (&cutter, axis, fact, samples);
      set_domain (solver, index, (FeelValue *)(gpointer)samples->data, samples->len, FALSE);
      solver->domains[index].axis = axis;
    }
  if (solver->domains[index].n == 0 && fact->kind == DMN_FACT_INTERVAL)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT,
                   "%s: the interval given for input “%s” holds no value",
                   solver->model->source_name, input->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
wrong_fact (const DmnSolver *solver, guint index, const char *expected, GError **error)
{
  g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "%s: the fact given for input “%s” is no %s",
               solver->model->source_name, solver->model->inputs[index].name, expected);
  return FALSE;
}

gboolean
dmn_solver_cut (DmnSolver *solver, guint index, GError **error)
{
  const DmnFact *fact = &solver->facts[index];

  switch (fact->kind)
    {
    case DMN_FACT_VALUE:
      if (!dmn_model_check_input (solver->model, index, fact->value, error))
        return FALSE;
      set_domain (solver, index, &fact->value, 1, TRUE);
      return TRUE;
    case DMN_FACT_ONE_OF:
      if (fact->value.kind != FEEL_LIST || fact->value.list->n_items == 0)
        return wrong_fact (solver, index, "list of values", error);
      for (guint i = 0; i < fact->value.list->n_items; i++)
        if (!dmn_model_check_input (solver->model, index, fact->value.list->items[i], error))
          return FALSE;
      set_domain (solver, index, fact->value.list->items, fact->value.list->n_items, TRUE);
      return TRUE;
    case DMN_FACT_INTERVAL:
      if (fact->value.kind != FEEL_RANGE)
        return wrong_fact (solver, index, "range", error);
      return cut_unknown (solver, index, fact, error);
    case DMN_FACT_UNKNOWN:
    default:
      return cut_unknown (solver, index, fact, error);
    }
}

/* --- Ways
 * -------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const DmnSolver *solver;
  const guint *ways; /* of the decisions before */
  guint input;
  guint sum;
} Counter;

static void
count_ways (const FeelExpression *expression, gpointer data)
{
  Counter *counter = data;
  const DmnModel *model = counter->solver->model;

  if (feel_expression_uses (expression, counter->input))
    counter->sum++;
  for (guint i = 0; i < counter->solver->decision; i++)
    if (counter->ways[i] > 0 && feel_expression_uses (expression, model->n_inputs + i))
      counter->sum += counter->ways[i];
}

guint
dmn_solver_ways (const DmnSolver *solver, guint input)
{
  g_autofree guint *ways = g_new0 (guint, solver->decision + 1);

  for (guint i = 0; i <= solver->decision; i++)
    if (takes_part (solver, i))
      {
        Counter counter = { solver, ways, input, 0 };

        dmn_logic_foreach (&solver->model->logics[i], count_ways, &counter);
        ways[i] = MIN (counter.sum, 2);
      }
  return ways[solver->decision];
}
