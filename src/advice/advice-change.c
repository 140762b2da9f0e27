/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-instrument-private.h"

#include "advice/advice-ask-private.h"
#include "dmn/dmn-changes.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CHANGES DMN_CHANGES_MAX
#define MOST_IN_SET 16

/* What would change an outcome: the smallest sets of facts that somebody can change (the partner,
 * the project), as the table's own cells give them. For what fits, what would make it no longer
 * fit. */

/* --- one change in words --- */

typedef struct
{
  AdviceFactId id;
  const char *yes, *no;
} Phrase;

static const Phrase phrases[] = {
  { ADVICE_FACT_CYBER_PHYSICAL, N_ ("a product or machine with sensors, electronics and software"),
    N_ ("a project without sensors, electronics and software") },
  { ADVICE_FACT_CONNECTED_DEVICE, N_ ("a project about connected devices or embedded electronics"),
    N_ ("a project without connected devices or embedded electronics") },
  { ADVICE_FACT_DIGITAL_TWIN, N_ ("a project that builds a digital twin"),
    N_ ("a project without a digital twin") },
  { ADVICE_FACT_PROVEN_CONCEPT, N_ ("an idea that has been shown to work"),
    N_ ("an idea that still has to be shown to work") },
  { ADVICE_FACT_WEARABLE_ELECTRONICS,
    N_ ("flexible, printed or wearable electronics in the project"),
    N_ ("a project without flexible, printed or wearable electronics") },
  { ADVICE_FACT_DATA_PROJECT, N_ ("a project about data or artificial intelligence"),
    N_ ("a project that is not about data or artificial intelligence") },
  { ADVICE_FACT_MODELLING_PROJECT, N_ ("simulation or model-based design in the project"),
    N_ ("a project without simulation or model-based design") },
  { ADVICE_FACT_GROUP_PROJECT, N_ ("a small group of firms"), N_ ("no group of firms") },
  { ADVICE_FACT_CHALLENGE_OWNER, N_ ("a larger company that sets the problem"),
    N_ ("no larger company that sets the problem") },
  { ADVICE_FACT_PARTNERS_ARE_SMES, N_ ("only small or medium-sized firms as partners"),
    N_ ("a partner that is not a small or medium-sized firm") },
  { ADVICE_FACT_PARTNERS_INDEPENDENT, N_ ("partners that are independent of each other"),
    N_ ("a partner that is not independent") },
  { ADVICE_FACT_PARTNER_COUNTRIES_COVERED,
    N_ ("only partners from the European Union or a country associated with Horizon 2020"),
    N_ ("a partner from outside the European Union") },
  { ADVICE_FACT_HUB_ABROAD, N_ ("a hub of another country"), N_ ("only hubs of your own country") },
};

static BaseText *
boolean_phrase (AdviceFactId id, gboolean yes)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (phrases[i].id == id)
      return base_text_new (yes ? phrases[i].yes : phrases[i].no);
  return NULL;
}

static BaseText *
string_phrase (AdviceFactId id, FeelValue target, gboolean leaving)
{
  FeelValue first = feel_value_item (target, 0);

  if (id == ADVICE_FACT_GOAL && leaving)
    return base_text_new (N_ ("another goal"));
  if (id != ADVICE_FACT_GOAL)
    return NULL;
  if (feel_value_is_string (first, "learn"))
    return base_text_new (N_ ("learning as the goal"));
  if (feel_value_is_string (first, "develop"))
    return base_text_new (N_ ("developing or improving something as the goal"));
  return base_text_new (N_ ("solving a problem of a larger company as the goal"));
}

/* Whole numbers: the first that is far enough. */
static gint64
whole_target (const DmnChange *change)
{
  gint64 number = 0;

  feel_number_to_int64 (change->target.number, &number);
  if (change->bound && !change->included)
    number += change->below ? -1 : 1;
  return number;
}

static BaseText *
partner_count_phrase (const DmnChange *change)
{
  gint64 n = whole_target (change);

  if (n <= 0)
    return base_text_new (N_ ("no partner"));
  if (!change->bound)
    return base_text_new_plural ("exactly {n} partner", "exactly {n} partners", n);
  if (change->below)
    return base_text_new_plural ("at most {n} partner", "at most {n} partners", n);
  return base_text_new_plural ("at least {n} partner", "at least {n} partners", n);
}

static BaseText *
country_count_phrase (const DmnChange *change)
{
  gint64 n = whole_target (change);

  if (n <= 1)
    return base_text_new (N_ ("partners from your own country only"));
  if (n == 2 && !change->below)
    return base_text_new (N_ ("a partner from another country"));
  return base_text_with_integer (base_text_new (N_ ("partners from {n} countries")), "n", n);
}

static BaseText *
score_phrase (AdviceFactId id, const DmnChange *change)
{
  gint64 bound = 0;
  const char *msgid;

  if (id == ADVICE_FACT_WEAKEST_SCORE)
    msgid = change->below ? N_ ("a partner that scores {score} or less")
                          : N_ ("only partners that score more than {score}");
  else
    msgid = change->below ? N_ ("only partners that score {score} or less")
                          : N_ ("a partner that scores more than {score}");
  feel_number_to_scaled (change->target.number, 2, &bound);
  return base_text_with_decimal (base_text_new (msgid), "score",
                                 bound % 100 == 0 ? bound / 100 : bound, bound % 100 == 0 ? 0 : 2);
}

static BaseText *
number_phrase (AdviceFactId id, const DmnChange *change)
{
  gint64 n;

  if (id == ADVICE_FACT_PARTNER_COUNT)
    return partner_count_phrase (change);
  if (id == ADVICE_FACT_COUNTRY_COUNT)
    return country_count_phrase (change);
  if (id == ADVICE_FACT_WEAKEST_SCORE || id == ADVICE_FACT_STRONGEST_SCORE)
    return score_phrase (id, change);
  n = whole_target (change);
  if (id == ADVICE_FACT_RESEARCH_PARTNERS)
    return base_text_new (n > 0 ? N_ ("a university or research organisation as a partner")
                                : N_ ("no university or research organisation"));
  if (id == ADVICE_FACT_HUBS_TAKING_PART && n <= 0)
    return base_text_new (N_ ("no hub"));
  if (id == ADVICE_FACT_HUBS_TAKING_PART)
    return base_text_new_plural ("{n} hub that takes part", "{n} hubs that take part", n);
  return NULL;
}

static BaseText *
phrase (AdviceFactId id, const DmnChange *change, gboolean leaving)
{
  FeelValue target = feel_value_item (change->target, 0);

  if (target.kind == FEEL_BOOLEAN)
    return boolean_phrase (id, target.boolean);
  if (target.kind == FEEL_NUMBER)
    return number_phrase (id, change);
  return string_phrase (id, change->target, leaving);
}

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

/* Changes that belong together, and how many cells of their rule stay open beside them. */
typedef struct
{
  DmnChange changes[MOST_IN_SET];
  guint n;
  guint n_open;
} Set;

typedef struct
{
  const AdviceDecider *decider;
  const AdviceRule *rule;
  const DmnOutcomes *outcomes;
  const DmnTable *table;
  AdviceInstrument *result;
  AdviceChange *told;
} Search;

static gboolean
set_is_reachable (const Search *search, const Set *set)
{
  for (guint i = 0; i < set->n; i++)
    if (!is_reachable (search->decider, search->rule->facts[set->changes[i].input],
                       &set->changes[i]))
      return FALSE;
  return set->n > 0;
}

static gboolean
set_has (const Set *set, guint input)
{
  for (guint i = 0; i < set->n; i++)
    if (set->changes[i].input == input)
      return TRUE;
  return FALSE;
}

/* TRUE when all inputs of @small are in @large. */
static gboolean
set_is_within (const Set *small, const Set *large)
{
  for (guint i = 0; i < small->n; i++)
    if (!set_has (large, small->changes[i].input))
      return FALSE;
  return TRUE;
}

/* --- sets in words --- */

static BaseText *
sentence (const AdviceInstrument *result, const Set *set)
{
  gboolean fits = result->status == ADVICE_STATUS_ELIGIBLE;

  if (set->n_open > 0)
    return base_text_new (
        result->call == ADVICE_CALL_OPEN
            ? N_ ("With {changes}, it could fit: that depends on what is still open.")
            : N_ ("With {changes}, your project could be of this kind: that depends on what is "
                  "still open."));
  if (result->call == ADVICE_CALL_OPEN)
    return base_text_new (fits ? N_ ("With {changes}, it would no longer fit.")
                               : N_ ("With {changes}, it would fit."));
  return base_text_new (fits ? N_ ("With {changes}, your project would no longer be of this kind.")
                             : N_ ("With {changes}, your project would be of this kind."));
}

/* Nothing when a change has no words: a table asks for what nobody can change. */
static void
tell_set (Search *search, const Set *set)
{
  AdviceInstrument *result = search->result;
  AdvicePool *pool = search->decider->pool;
  const char **names = advice_pool_new_array (pool, const char *, set->n + 1);
  BaseText *texts[MOST_IN_SET];

  for (guint i = 0; i < set->n; i++)
    {
      AdviceFactId id = search->rule->facts[set->changes[i].input];

      texts[i] = phrase (id, &set->changes[i], result->status == ADVICE_STATUS_ELIGIBLE);
      if (texts[i] == NULL)
        {
          while (i-- > 0)
            base_text_unref (texts[i]);
          return;
        }
      names[i] = advice_facts_get (search->decider->facts, id)->row->name;
    }
  if (result->n_changes == MOST_CHANGES)
    {
      for (guint i = 0; i < set->n; i++)
        base_text_unref (texts[i]);
      result->changes_truncated = TRUE;
      return;
    }
  search->told[result->n_changes++] = (AdviceChange){
    .text = advice_pool_keep (
        pool, base_text_with_list (sentence (result, set), "changes", texts, set->n)),
    .facts = names,
  };
}

/* --- towards what fits --- */

static gboolean
can_change (const Search *search, int input)
{
  return input >= 0
         && advice_facts_get (search->decider->facts, search->rule->facts[input])->row->can_change;
}

static gboolean
is_eligible_row (const DmnTable *table, guint row)
{
  return feel_value_is_string (dmn_table_output_value (table, row, 0), "eligible");
}

/* What the cell asks for: the nearest bound of a number, else the value it names first. */
static DmnChange
cell_change (const Search *search, guint row, guint column)
{
  const char *text = dmn_table_cell_text (search->table, row, column);
  DmnDistance distance = dmn_outcomes_distance (search->outcomes, row, column);
  DmnChange change = { .input = (guint)dmn_table_column (search->table, column)->input };

  if (distance.known)
    {
      change.target = distance.bound;
      change.included = distance.included;
      change.below = distance.below;
      change.bound = !g_ascii_isdigit (*text);
    }
  else if (*text == '"')
    {
      const char *end = strchr (text + 1, '"');

      change.target = feel_value_string_copy (advice_pool_arena (search->decider->pool), text + 1,
                                              end != NULL ? end - text - 1 : -1);
    }
  else
    change.target = feel_value_boolean (g_str_equal (text, "true"));
  return change;
}

/* The cells of @row that are not met, changed. FALSE when nobody can change one of them. */
static gboolean
read_row (const Search *search, guint row, Set *set)
{
  set->n = set->n_open = 0;
  for (guint column = 0; column < dmn_table_n_columns (search->table); column++)
    {
      DmnCellState state = dmn_outcomes_cell (search->outcomes, row, column);
      int input = dmn_table_column (search->table, column)->input;

      set->n_open += state == DMN_CELL_UNKNOWN;
      if (state != DMN_CELL_NOT_MET)
        continue;
      if (!can_change (search, input) || set->n == MOST_IN_SET)
        return FALSE;
      set->changes[set->n++] = cell_change (search, row, column);
    }
  return set_is_reachable (search, set);
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  const Set *left = a;
  const Set *right = b;

  if ((left->n_open == 0) != (right->n_open == 0))
    return left->n_open == 0 ? -1 : 1;
  return left->n < right->n ? -1 : left->n > right->n;
}

/* The eligible rules of a FIRST table stand before all others, so one of them decides as soon as
 * its cells that are not met become met: no other input matters. */
static void
tell_towards (Search *search)
{
  guint n_rows = dmn_table_n_rules (search->table);
  g_autofree Set *sets = g_new (Set, n_rows);
  guint n = 0;

  for (guint row = 0; row < n_rows; row++)
    if (is_eligible_row (search->table, row) && read_row (search, row, &sets[n]))
      n++;
  qsort (sets, n, sizeof (Set), compare_sets);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_smallest = TRUE;

      for (guint j = 0; j < i; j++)
        is_smallest = is_smallest && !set_is_within (&sets[j], &sets[i]);
      if (is_smallest)
        tell_set (search, &sets[i]);
    }
}

/* --- away from what fits --- */

/* Tries the marked inputs together. */
static void
tell_found (Search *search, const gboolean *changeable)
{
  g_autofree DmnFact *inputs = advice_ask_inputs (search->rule, search->decider->values);
  g_autoptr (DmnChanges) found
      = dmn_model_changes (search->rule->model, search->rule->decision, inputs, NULL,
                           feel_value_string ("not-eligible"), changeable, NULL);

  for (guint i = 0; found != NULL && i < dmn_changes_n_sets (found); i++)
    {
      Set set = { .n = MIN (dmn_changes_n (found, i), MOST_IN_SET) };

      for (guint j = 0; j < set.n; j++)
        set.changes[j] = *dmn_changes_get (found, i, j);
      if (set_is_reachable (search, &set))
        tell_set (search, &set);
    }
  if (found != NULL && dmn_changes_truncated (found))
    search->result->changes_truncated = TRUE;
}

/* With one eligible rule each of its cells, turned, is a smallest change by itself: a yes becomes
 * a no, a goal another one, a number goes just past the bound. */
static void
tell_cell_away (Search *search, guint row, guint column)
{
  g_autofree gboolean *changeable = NULL;
  const char *text = dmn_table_cell_text (search->table, row, column);
  int input = dmn_table_column (search->table, column)->input;
  Set set = { .n = 1 };

  if (dmn_table_cell_is_any (search->table, row, column) || !can_change (search, input))
    return;
  set.changes[0].input = (guint)input;
  if (*text == '"')
    set.changes[0].target = feel_value_string (text);
  else if (g_str_equal (text, "true") || g_str_equal (text, "false"))
    set.changes[0].target = feel_value_boolean (g_str_equal (text, "false"));
  else
    {
      changeable = g_new0 (gboolean, search->rule->n_inputs);
      changeable[input] = TRUE;
      tell_found (search, changeable);
      return;
    }
  tell_set (search, &set);
}

/* With several eligible rules the inputs have to be tried together. */
static void
tell_away (Search *search)
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
        tell_cell_away (search, first, column);
      return;
    }
  for (guint i = 0; i < search->rule->n_inputs; i++)
    changeable[i] = can_change (search, (int)i);
  tell_found (search, changeable);
}

void
advice_instrument_change (const AdviceDecider *decider,
                          const DmnOutcomes *outcomes,
                          AdviceInstrument *result)
{
  const AdviceRule *rule = advice_instrument_rule (decider, result->instrument);
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  Search search = { decider, rule, outcomes, table, result, NULL };

  if (rule == NULL || table == NULL || result->status == ADVICE_STATUS_UNKNOWN)
    return;
  search.told = advice_pool_new_array (decider->pool, AdviceChange, MOST_CHANGES);
  result->changes = search.told;
  if (result->status == ADVICE_STATUS_ELIGIBLE)
    tell_away (&search);
  else
    tell_towards (&search);
}
