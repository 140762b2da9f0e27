/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-change-private.h"

/* The sets of changes in sentences. What several ways have in common is said once, the rest as
 * alternatives; where nothing that can be changed is enough, that is said with the reason, and for
 * a score what fits it instead. */

#define MOST_CHANGES 4

/* --- sets in sentences --- */

static gboolean
is_same_item (const AdviceChangeItem *a, const AdviceChangeItem *b)
{
  g_autoptr (BaseText) left = advice_change_clause (a);
  g_autoptr (BaseText) right = advice_change_clause (b);

  return base_text_equal (left, right);
}

/* In every set from @first to before @end. */
static gboolean
is_common (const AdviceChangeSearch *search, guint first, guint end, const AdviceChangeItem *item)
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
clauses_text (const AdviceChangeSearch *search,
              guint first,
              guint end,
              const AdviceChangeSet *set,
              gboolean common)
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
alternatives_text (const AdviceChangeSearch *search, guint first, guint end)
{
  BaseText *texts[ADVICE_MOST_SETS];
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
open_text (const AdviceChangeSearch *search, guint first, guint end)
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
changed_facts (const AdviceChangeSearch *search, guint first, guint end)
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
tell (AdviceChangeSearch *search, BaseText *text, const char *const *facts)
{
  search->told[search->result->n_changes++] = (AdviceChange){
    .text = advice_pool_keep (search->decider->pool, text),
    .facts = facts,
  };
}

static void
tell_sets (AdviceChangeSearch *search, guint first, guint end, gboolean is_open)
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
n_settled (const AdviceChangeSearch *search)
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
score_text (const AdviceChangeSearch *search, const AdviceChangeItem *item, gboolean stated)
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
blocked_text (const AdviceChangeSearch *search, guint row, guint column)
{
  AdviceChangeItem item = advice_change_cell (search, row, column);
  const AdviceFact *fact = advice_facts_get (search->decider->facts, item.id);
  BaseText *text;

  if (advice_change_is_possible (search, &item))
    return NULL;
  text = base_text_new (fact->from != NULL ? N_ ("“{criterion}” ({fact})") : N_ ("“{criterion}”"));
  text = base_text_with_text (text, "criterion",
                              base_text_new (dmn_table_column (search->table, column)->label));
  if (fact->from != NULL)
    text = base_text_with_text (text, "fact", base_text_ref (fact->from));
  return text;
}

static void
tell_blocked (AdviceChangeSearch *search)
{
  int row = dmn_outcomes_nearest_rule (search->outcomes, NULL, feel_value_string ("eligible"));
  g_autoptr (GPtrArray) blocked = g_ptr_array_new ();
  BaseText *instead = NULL;

  for (guint column = 0; row >= 0 && column < dmn_table_n_columns (search->table); column++)
    if (dmn_outcomes_cell (search->outcomes, (guint)row, column) == DMN_CELL_NOT_MET
        && dmn_table_column (search->table, column)->input >= 0)
      {
        AdviceChangeItem item = advice_change_cell (search, (guint)row, column);
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
advice_change_tell (AdviceChangeSearch *search)
{
  guint settled = n_settled (search);

  search->told = advice_pool_new_array (search->decider->pool, AdviceChange, MOST_CHANGES);
  search->result->changes = search->told;
  tell_sets (search, 0, settled, FALSE);
  tell_sets (search, settled, search->n_sets, TRUE);
  if (search->n_sets == 0 && search->result->status == ADVICE_STATUS_NOT_ELIGIBLE)
    tell_blocked (search);
}
