/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-change-private.h"

#include "advice/advice-ask-private.h"

#include <stdlib.h>
#include <string.h>

/* What would change an outcome: the smallest sets of facts that somebody can change (the partner,
 * the project), as the table's own cells give them. For what fits, what would make it no longer
 * fit. */

/* --- what is within reach --- */

static gboolean
compare_own_score (const AdviceDecider *decider, const DmnChange *change, int *order)
{
  DmnFact own = decider->values[ADVICE_FACT_OVERALL_SCORE];

  return own.kind == DMN_FACT_VALUE && feel_value_compare (own.value, change->target, order);
}

/* A partner can pull the weakest score down and the strongest up, but never past the firm's own
 * score the other way. */
static gboolean
is_reachable (const AdviceDecider *decider, AdviceFactId id, const DmnChange *change)
{
  int order;

  if (id == ADVICE_FACT_WEAKEST_SCORE && !change->below)
    return compare_own_score (decider, change, &order) && order > 0;
  if (id == ADVICE_FACT_STRONGEST_SCORE && change->below)
    return compare_own_score (decider, change, &order) && order <= 0;
  return TRUE;
}

static gboolean
set_is_reachable (const AdviceChangeSearch *search, const AdviceChangeSet *set)
{
  for (guint i = 0; i < set->n; i++)
    if (!is_reachable (search->decider, set->items[i].id, &set->items[i].change))
      return FALSE;
  return set->n > 0;
}

static gboolean
set_has (const AdviceChangeSet *set, AdviceFactId id)
{
  for (guint i = 0; i < set->n; i++)
    if (set->items[i].id == id)
      return TRUE;
  return FALSE;
}

/* TRUE when all inputs of @small are in @large. */
static gboolean
set_is_within (const AdviceChangeSet *small, const AdviceChangeSet *large)
{
  for (guint i = 0; i < small->n; i++)
    if (!set_has (large, small->items[i].id))
      return FALSE;
  return TRUE;
}

/* --- gathering --- */

static gboolean
can_change (const AdviceChangeSearch *search, int input)
{
  return input >= 0
         && advice_facts_get (search->decider->facts, search->rule->facts[input])->row->can_change;
}

/* Nothing when a change has no words: a table asks for what nobody can change. */
static gboolean
has_words (const AdviceChangeSet *set)
{
  for (guint i = 0; i < set->n; i++)
    {
      g_autoptr (BaseText) clause = advice_change_clause (&set->items[i]);

      if (clause == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
add_set (AdviceChangeSearch *search, const AdviceChangeSet *set)
{
  if (!has_words (set))
    return;
  if (search->n_sets == ADVICE_MOST_SETS)
    search->result->changes_truncated = TRUE;
  else
    search->sets[search->n_sets++] = *set;
}

gboolean
advice_change_is_possible (const AdviceChangeSearch *search, const AdviceChangeItem *item)
{
  return can_change (search, (int)item->change.input)
         && is_reachable (search->decider, item->id, &item->change);
}

/* --- towards what fits --- */

static gboolean
is_eligible_row (const DmnTable *table, guint row)
{
  return feel_value_is_string (dmn_table_output_value (table, row, 0), "eligible");
}

/* The first number of a cell such as "[2..3]" or ">= 2", for a fact that is an interval itself. */
static gboolean
first_number (const char *text, DmnChange *change)
{
  const char *start = text + strspn (text, "[]()<>= ");
  gsize length = strspn (start, "0123456789");
  FeelNumber number;

  if (length == 0 || !feel_number_parse (start, (gssize)length, &number))
    return FALSE;
  change->target = feel_value_number (number);
  change->below = *text == '<';
  change->included = *text == '[' || strchr (text, '=') != NULL || g_ascii_isdigit (*text);
  change->bound = !g_ascii_isdigit (*text);
  return TRUE;
}

/* What the cell asks for: the nearest bound of a number, else the value it names first. */
AdviceChangeItem
advice_change_cell (const AdviceChangeSearch *search, guint row, guint column)
{
  const char *text = dmn_table_cell_text (search->table, row, column);
  DmnDistance distance = dmn_outcomes_distance (search->outcomes, row, column);
  guint input = (guint)dmn_table_column (search->table, column)->input;
  AdviceChangeItem item = { .change.input = input,
                            .id = search->rule->facts[input],
                            .cell = text,
                            .label = dmn_table_column (search->table, column)->label };

  if (distance.known)
    {
      item.change.target = distance.bound;
      item.change.included = distance.included;
      item.change.below = distance.below;
      item.change.bound = !g_ascii_isdigit (*text);
    }
  else if (*text == '"')
    {
      const char *end = strchr (text + 1, '"');

      item.change.target = feel_value_string_copy (advice_pool_arena (search->decider->pool),
                                                   text + 1, end != NULL ? end - text - 1 : -1);
    }
  else if (!first_number (text, &item.change))
    item.change.target = feel_value_boolean (g_str_equal (text, "true"));
  return item;
}

/* The cells of @row that are not met, changed. FALSE when nobody can change one of them. */
static gboolean
read_row (const AdviceChangeSearch *search, guint row, AdviceChangeSet *set)
{
  set->n = set->n_open = 0;
  for (guint column = 0; column < dmn_table_n_columns (search->table); column++)
    {
      DmnCellState state = dmn_outcomes_cell (search->outcomes, row, column);
      int input = dmn_table_column (search->table, column)->input;

      if (state == DMN_CELL_UNKNOWN && input >= 0 && set->n_open < ADVICE_MOST_IN_SET)
        set->open[set->n_open++] = search->rule->facts[input];
      if (state != DMN_CELL_NOT_MET)
        continue;
      if (!can_change (search, input) || set->n == ADVICE_MOST_IN_SET)
        return FALSE;
      set->items[set->n++] = advice_change_cell (search, row, column);
    }
  return set_is_reachable (search, set);
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  const AdviceChangeSet *left = a;
  const AdviceChangeSet *right = b;

  if ((left->n_open == 0) != (right->n_open == 0))
    return left->n_open == 0 ? -1 : 1;
  return left->n < right->n ? -1 : left->n > right->n;
}

/* The eligible rules of a FIRST table stand before all others, so one of them decides as soon as
 * its cells that are not met become met: no other input matters. */
static void
gather_towards (AdviceChangeSearch *search)
{
  guint n_rows = dmn_table_n_rules (search->table);
  g_autofree AdviceChangeSet *sets = g_new (AdviceChangeSet, n_rows);
  guint n = 0;

  for (guint row = 0; row < n_rows; row++)
    if (is_eligible_row (search->table, row) && read_row (search, row, &sets[n]))
      n++;
  qsort (sets, n, sizeof (AdviceChangeSet), compare_sets);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_smallest = TRUE;

      for (guint j = 0; j < i; j++)
        is_smallest = is_smallest && !set_is_within (&sets[j], &sets[i]);
      if (is_smallest)
        add_set (search, &sets[i]);
    }
}

/* --- away from what fits --- */

/* Tries the marked inputs together. */
static void
gather_found (AdviceChangeSearch *search, const gboolean *changeable)
{
  g_autofree DmnFact *inputs = advice_ask_inputs (search->rule, search->decider->values);
  g_autoptr (DmnChanges) found
      = dmn_model_changes (search->rule->model, search->rule->decision, inputs, NULL,
                           feel_value_string ("not-eligible"), changeable, NULL);

  for (guint i = 0; found != NULL && i < dmn_changes_n_sets (found); i++)
    {
      AdviceChangeSet set = { .n = MIN (dmn_changes_n (found, i), ADVICE_MOST_IN_SET) };

      for (guint j = 0; j < set.n; j++)
        {
          const DmnChange *change = dmn_changes_get (found, i, j);

          set.items[j] = (AdviceChangeItem){ .change = *change,
                                             .id = search->rule->facts[change->input],
                                             .another = TRUE };
        }
      if (set_is_reachable (search, &set))
        add_set (search, &set);
    }
  if (found != NULL && dmn_changes_truncated (found))
    search->result->changes_truncated = TRUE;
}

/* With one eligible rule each of its cells, turned, is a smallest change by itself: a yes becomes
 * a no, a goal another one, a number goes just past the bound. */
static void
gather_cell_away (AdviceChangeSearch *search, guint row, guint column)
{
  g_autofree gboolean *changeable = NULL;
  const char *text = dmn_table_cell_text (search->table, row, column);
  int input = dmn_table_column (search->table, column)->input;
  AdviceChangeSet set = { .n = 1 };

  if (dmn_table_cell_is_any (search->table, row, column) || !can_change (search, input))
    return;
  set.items[0] = (AdviceChangeItem){ .change.input = (guint)input,
                                     .id = search->rule->facts[input],
                                     .another = TRUE };
  if (*text == '"')
    set.items[0].change.target = feel_value_string (text);
  else if (g_str_equal (text, "true") || g_str_equal (text, "false"))
    set.items[0].change.target = feel_value_boolean (g_str_equal (text, "false"));
  else
    {
      changeable = g_new0 (gboolean, search->rule->n_inputs);
      changeable[input] = TRUE;
      gather_found (search, changeable);
      return;
    }
  add_set (search, &set);
}

/* With several eligible rules the inputs have to be tried together. */
static void
gather_away (AdviceChangeSearch *search)
{
  g_autofree gboolean *changeable = g_new0 (gboolean, MAX (search->rule->n_inputs, 1));
  guint n_eligible = 0;
  guint first = 0;

  for (guint row = 0; row < dmn_table_n_rules (search->table); row++)
    if (is_eligible_row (search->table, row) && n_eligible++ == 0)
      first = row;
  if (n_eligible == 1)
    {
      for (guint column = 0; column < dmn_table_n_columns (search->table); column++)
        gather_cell_away (search, first, column);
      return;
    }
  for (guint i = 0; i < search->rule->n_inputs; i++)
    changeable[i] = can_change (search, (int)i);
  gather_found (search, changeable);
}

void
advice_instrument_change (const AdviceDecider *decider,
                          const DmnOutcomes *outcomes,
                          AdviceInstrument *result)
{
  const AdviceRule *rule = advice_instrument_rule (decider, result->instrument);
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  AdviceChangeSearch search = {
    .decider = decider, .rule = rule, .outcomes = outcomes, .table = table, .result = result
  };

  if (rule == NULL || table == NULL || result->status == ADVICE_STATUS_UNKNOWN)
    return;
  if (result->status == ADVICE_STATUS_ELIGIBLE)
    gather_away (&search);
  else
    gather_towards (&search);
  advice_change_tell (&search);
}
