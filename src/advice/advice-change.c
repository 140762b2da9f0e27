/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-instrument-private.h"

#include "advice/advice-ask-private.h"
#include "dmn/dmn-changes.h"

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

static gboolean
set_is_reachable (const AdviceDecider *decider,
                  const AdviceRule *rule,
                  const DmnChanges *changes,
                  guint set)
{
  for (guint i = 0; i < dmn_changes_n (changes, set); i++)
    {
      const DmnChange *change = dmn_changes_get (changes, set, i);

      if (!is_reachable (decider, rule->facts[change->input], change))
        return FALSE;
    }
  return dmn_changes_n (changes, set) > 0;
}

/* --- sets in words --- */

static BaseText *
sentence (const AdviceInstrument *result)
{
  gboolean fits = result->status == ADVICE_STATUS_ELIGIBLE;

  if (result->call == ADVICE_CALL_OPEN)
    return base_text_new (fits ? N_ ("It would no longer fit with {changes}.")
                               : N_ ("It would fit with {changes}."));
  return base_text_new (fits ? N_ ("Your project would no longer be of this kind with {changes}.")
                             : N_ ("Your project would be of this kind with {changes}."));
}

/* FALSE when a change has no words: a table asks for something that nobody can change. */
static gboolean
tell_set (const AdviceDecider *decider,
          const AdviceRule *rule,
          const DmnChanges *changes,
          guint set,
          const AdviceInstrument *result,
          AdviceChange *told)
{
  guint n = dmn_changes_n (changes, set);
  const char **names = advice_pool_new_array (decider->pool, const char *, n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)base_text_unref);

  for (guint i = 0; i < n; i++)
    {
      const DmnChange *change = dmn_changes_get (changes, set, i);
      AdviceFactId id = rule->facts[change->input];
      BaseText *words = phrase (id, change, result->status == ADVICE_STATUS_ELIGIBLE);

      if (words == NULL)
        return FALSE;
      g_ptr_array_add (texts, words);
      names[i] = advice_facts_get (decider->facts, id)->row->name;
    }
  g_ptr_array_set_free_func (texts, NULL); /* the sentence takes them */
  told->facts = names;
  told->text = advice_pool_keep (
      decider->pool,
      base_text_with_list (sentence (result), "changes", (BaseText **)texts->pdata, texts->len));
  return TRUE;
}

static gboolean *
changeable_inputs (const AdviceDecider *decider, const AdviceRule *rule)
{
  gboolean *changeable = g_new0 (gboolean, MAX (rule->n_inputs, 1));

  for (guint i = 0; i < rule->n_inputs; i++)
    changeable[i] = advice_facts_get (decider->facts, rule->facts[i])->row->can_change;
  return changeable;
}

void
advice_instrument_change (const AdviceDecider *decider,
                          const DmnOutcomes *outcomes,
                          AdviceInstrument *result)
{
  const AdviceRule *rule = advice_instrument_rule (decider, result->instrument);
  g_autofree DmnFact *inputs = NULL;
  g_autofree gboolean *changeable = NULL;
  g_autoptr (DmnChanges) changes = NULL;
  AdviceChange *told;

  if (rule == NULL || outcomes == NULL || result->status == ADVICE_STATUS_UNKNOWN)
    return;
  inputs = advice_ask_inputs (rule, decider->values);
  changeable = changeable_inputs (decider, rule);
  changes = dmn_model_changes (
      rule->model, rule->decision, inputs, NULL,
      feel_value_string (result->status == ADVICE_STATUS_ELIGIBLE ? "not-eligible" : "eligible"),
      changeable, NULL);
  if (changes == NULL)
    return;
  told = advice_pool_new_array (decider->pool, AdviceChange, DMN_CHANGES_MAX);
  for (guint set = 0; set < dmn_changes_n_sets (changes); set++)
    if (set_is_reachable (decider, rule, changes, set)
        && tell_set (decider, rule, changes, set, result, &told[result->n_changes]))
      result->n_changes++;
  result->changes = told;
  result->changes_truncated = dmn_changes_truncated (changes);
}
