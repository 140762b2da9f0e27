/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-change-private.h"

#include "advice/advice-ask-private.h"

#include <stdlib.h>
#include <string.h>

/* What would change an outcome: the smallest sets of facts that somebody can change (the partner,
 * the project), as the table's own cells give them. For what fits, what would make it no longer
 * fit. What several ways have in common is said once, the rest as alternatives; where nothing that
 * can be changed is enough, that is said with the reason, and for a score what fits it instead. */

#define MOST_SETS DMN_CHANGES_MAX
#define MOST_CHANGES 4

typedef struct
{
  const AdviceDecider *decider;
  const AdviceRule *rule;
  const DmnOutcomes *outcomes;
  const DmnTable *table;
  AdviceInstrument *result;
  AdviceChange *told;
  AdviceChangeSet sets[MOST_SETS];
  guint n_sets;
} Search;

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
set_is_reachable (const Search *search, const AdviceChangeSet *set)
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
can_change (const Search *search, int input)
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
add_set (Search *search, const AdviceChangeSet *set)
{
  if (!has_words (set))
    return;
  if (search->n_sets == MOST_SETS)
    search->result->changes_truncated = TRUE;
  else
    search->sets[search->n_sets++] = *set;
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
static AdviceChangeItem
cell_item (const Search *search, guint row, guint column)
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
read_row (const Search *search, guint row, AdviceChangeSet *set)
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
      set->items[set->n++] = cell_item (search, row, column);
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
gather_towards (Search *search)
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
gather_found (Search *search, const gboolean *changeable)
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
gather_cell_away (Search *search, guint row, guint column)
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
gather_away (Search *search)
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

/* --- in words --- */

static gboolean
is_same_item (const AdviceChangeItem *a, const AdviceChangeItem *b)
{
  g_autoptr (BaseText) left = advice_change_clause (a);
  g_autoptr (BaseText) right = advice_change_clause (b);

  return base_text_equal (left, right);
}

/* In every set from @first to before @end. */
static gboolean
is_common (const Search *search, guint first, guint end, const AdviceChangeItem *item)
{
  for (guint i = first; i < end; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < search->sets[i].n; j++)
        found = found || is_same_item (&search->sets[i].items[j], item);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* The clauses of a set that are (not) common to all, joined by "and"; NULL when there are none. */
static BaseText *
clauses_text (
    const Search *search, guint first, guint end, const AdviceChangeSet *set, gboolean common)
{
  BaseText *texts[ADVICE_MOST_IN_SET];
  guint n = 0;

  for (guint i = 0; i < set->n; i++)
    if (is_common (search, first, end, &set->items[i]) == common)
      texts[n++] = advice_change_clause (&set->items[i]);
  if (n == 0)
    return NULL;
  return base_text_with_list (base_text_new ("{clauses}"), "clauses", texts, n);
}

static BaseText *
alternatives_text (const Search *search, guint first, guint end)
{
  BaseText *texts[MOST_SETS];
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      BaseText *text = clauses_text (search, first, end, &search->sets[i], FALSE);

      if (text != NULL)
        texts[n++] = text;
    }
  return advice_change_list (texts, n);
}

/* What stays open beside the sets, by the label of what is asked. */
static BaseText *
open_text (const Search *search, guint first, guint end)
{
  gboolean open[ADVICE_N_FACTS] = { FALSE };
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = first; i < end; i++)
    for (guint j = 0; j < search->sets[i].n_open; j++)
      open[advice_facts_asks (search->decider->facts, search->sets[i].open[j])] = TRUE;
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    if (open[i])
      g_ptr_array_add (
          labels, base_text_with_text (
                      base_text_new (N_ ("“{fact}”")), "fact",
                      base_text_ref (advice_facts_get (search->decider->facts, i)->row->label)));
  return base_text_with_list (base_text_new ("{facts}"), "facts", (BaseText **)labels->pdata,
                              labels->len);
}

/* One sentence a kind of call, of direction, of what is open, of alternatives. */
static const char *
frame (const AdviceInstrument *result, gboolean is_open, gboolean has_common, gboolean has_choice)
{
  const gboolean call = result->call == ADVICE_CALL_OPEN;
  const guint shape = !has_choice ? 0 : has_common ? 2 : 1;
  static const char *const away[2][3] = {
    { N_ ("It would no longer be of this kind if {common}."),
      N_ ("It would no longer be of this kind if one of these holds: {choice}."),
      N_ ("It would no longer be of this kind if {common}, and one of these holds: {choice}.") },
    { N_ ("It would no longer fit if {common}."),
      N_ ("It would no longer fit if one of these holds: {choice}."),
      N_ ("It would no longer fit if {common}, and one of these holds: {choice}.") },
  };
  static const char *const towards[2][3] = {
    { N_ ("Your project would be of this kind if {common}."),
      N_ ("Your project would be of this kind if one of these holds: {choice}."),
      N_ ("Your project would be of this kind if {common}, and one of these holds: {choice}.") },
    { N_ ("It would fit if {common}."), N_ ("It would fit if one of these holds: {choice}."),
      N_ ("It would fit if {common}, and one of these holds: {choice}.") },
  };
  static const char *const perhaps[2][3] = {
    { N_ ("Your project could be of this kind if {common}. Still to be answered: {open}."),
      N_ ("Your project could be of this kind if one of these holds: {choice}. Still to be "
          "answered: "
          "{open}."),
      N_ ("Your project could be of this kind if {common}, and one of these holds: {choice}. Still "
          "to be answered: {open}.") },
    { N_ ("It could fit if {common}. Still to be answered: {open}."),
      N_ ("It could fit if one of these holds: {choice}. Still to be answered: {open}."),
      N_ ("It could fit if {common}, and one of these holds: {choice}. Still to be answered: "
          "{open}.") },
  };

  if (result->status == ADVICE_STATUS_ELIGIBLE)
    return away[call][shape];
  return is_open ? perhaps[call][shape] : towards[call][shape];
}

/* The facts of sets @first to before @end, each once. */
static const char *const *
changed_facts (const Search *search, guint first, guint end)
{
  const char **names
      = advice_pool_new_array (search->decider->pool, const char *, ADVICE_N_FACTS + 1);
  gboolean changed[ADVICE_N_FACTS] = { FALSE };
  guint n = 0;

  for (guint i = first; i < end; i++)
    for (guint j = 0; j < search->sets[i].n; j++)
      changed[search->sets[i].items[j].id] = TRUE;
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    if (changed[i])
      names[n++] = advice_facts_get (search->decider->facts, i)->row->name;
  return names;
}

static void
tell (Search *search, BaseText *text, const char *const *facts)
{
  search->told[search->result->n_changes++] = (AdviceChange){
    .text = advice_pool_keep (search->decider->pool, text),
    .facts = facts,
  };
}

static void
tell_sets (Search *search, guint first, guint end, gboolean is_open)
{
  BaseText *common;
  BaseText *choice;
  BaseText *text;

  if (first == end)
    return;
  common = clauses_text (search, first, end, &search->sets[first], TRUE);
  choice = alternatives_text (search, first, end);
  text = base_text_new (frame (search->result, is_open, common != NULL, choice != NULL));
  if (common != NULL)
    text = base_text_with_text (text, "common", common);
  if (choice != NULL)
    text = base_text_with_text (text, "choice", choice);
  if (is_open)
    text = base_text_with_text (text, "open", open_text (search, first, end));
  tell (search, text, changed_facts (search, first, end));
}

static guint
n_settled (const Search *search)
{
  guint n = 0;

  while (n < search->n_sets && search->sets[n].n_open == 0)
    n++;
  return n;
}

/* --- what nobody can change --- */

static gboolean
is_score (AdviceFactId id)
{
  return id == ADVICE_FACT_OVERALL_SCORE || id == ADVICE_FACT_WEAKEST_SCORE
         || id == ADVICE_FACT_STRONGEST_SCORE;
}

/* Nobody should want a lower score: what suits the one there is. */
static BaseText *
score_text (const Search *search, const AdviceChangeItem *item, gboolean stated)
{
  const AdviceDecider *decider = search->decider;
  const AdviceFact *score = advice_facts_get (decider->facts, ADVICE_FACT_OVERALL_SCORE);
  BaseText *names[2];
  guint n = 0;
  gint64 bound = 0;
  BaseText *text;

  if (!item->change.below || score->state != ADVICE_FACT_VALUE || decider->n_services == 0)
    return NULL;
  for (guint i = 0; i < MIN (decider->n_services, 2); i++)
    names[n++] = base_text_with_text (base_text_new (N_ ("“{service}”")), "service",
                                      base_text_ref (decider->services[i].title));
  feel_number_to_scaled (item->change.target.number, 2, &bound);
  text = base_text_new (
      stated
          ? N_ ("It was for beginners with an overall score of {limit} or less; your firm, with "
                "{score}, is past that. What suits a firm on your level: ask a hub for "
                "{services}.")
          : N_ ("It was for beginners: by our reading, an overall score of {limit} or less; your "
                "firm, with {score}, is past that. What suits a firm on your level: ask a hub for "
                "{services}."));
  text = base_text_with_decimal (text, "limit", bound % 100 == 0 ? bound / 100 : bound,
                                 bound % 100 == 0 ? 0 : 2);
  text = base_text_with_text (text, "score", base_text_ref (score->value));
  return base_text_with_list (text, "services", names, n);
}

/* The criteria of the nearest rule that nobody can change, with the fact as it is. */
static BaseText *
blocked_text (const Search *search, guint row, guint column)
{
  AdviceChangeItem item = cell_item (search, row, column);
  const AdviceFact *fact = advice_facts_get (search->decider->facts, item.id);
  BaseText *text;

  if (can_change (search, (int)item.change.input)
      && is_reachable (search->decider, item.id, &item.change))
    return NULL;
  text = base_text_new (fact->from != NULL ? N_ ("“{criterion}” ({fact})") : N_ ("“{criterion}”"));
  text = base_text_with_text (text, "criterion",
                              base_text_new (dmn_table_column (search->table, column)->label));
  if (fact->from != NULL)
    text = base_text_with_text (text, "fact", base_text_ref (fact->from));
  return text;
}

static void
tell_blocked (Search *search)
{
  int row = dmn_outcomes_nearest_rule (search->outcomes, NULL, feel_value_string ("eligible"));
  g_autoptr (GPtrArray) blocked = g_ptr_array_new ();
  BaseText *instead = NULL;

  for (guint column = 0; row >= 0 && column < dmn_table_n_columns (search->table); column++)
    if (dmn_outcomes_cell (search->outcomes, (guint)row, column) == DMN_CELL_NOT_MET
        && dmn_table_column (search->table, column)->input >= 0)
      {
        AdviceChangeItem item = cell_item (search, (guint)row, column);
        BaseText *text = blocked_text (search, (guint)row, column);

        if (text != NULL)
          g_ptr_array_add (blocked, text);
        if (text != NULL && is_score (item.id) && instead == NULL)
          instead = score_text (
              search, &item,
              g_str_has_prefix (dmn_table_cell_description (search->table, (guint)row, column),
                                "stated:"));
      }
  if (blocked->len > 0)
    search->result->blocked = advice_pool_keep (
        search->decider->pool,
        base_text_with_text (
            base_text_new (N_ ("Another project would not change this. Not met by your firm: "
                               "{criteria}.")),
            "criteria", advice_change_list ((BaseText **)blocked->pdata, blocked->len)));
  search->result->instead = advice_pool_keep (search->decider->pool, instead);
}

void
advice_instrument_change (const AdviceDecider *decider,
                          const DmnOutcomes *outcomes,
                          AdviceInstrument *result)
{
  const AdviceRule *rule = advice_instrument_rule (decider, result->instrument);
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  Search search = {
    .decider = decider, .rule = rule, .outcomes = outcomes, .table = table, .result = result
  };
  guint settled;

  if (rule == NULL || table == NULL || result->status == ADVICE_STATUS_UNKNOWN)
    return;
  search.told = advice_pool_new_array (decider->pool, AdviceChange, MOST_CHANGES);
  result->changes = search.told;
  if (result->status == ADVICE_STATUS_ELIGIBLE)
    gather_away (&search);
  else
    gather_towards (&search);
  settled = n_settled (&search);
  tell_sets (&search, 0, settled, FALSE);
  tell_sets (&search, settled, search.n_sets, TRUE);
  if (search.n_sets == 0 && result->status == ADVICE_STATUS_NOT_ELIGIBLE)
    tell_blocked (&search);
}
