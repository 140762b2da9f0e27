/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-instrument-private.h"

#include "advice/advice-ask-private.h"

#include <string.h>

/* Whether a kind of support is for this project: its decision table is asked what is still
 * possible, and each column is a criterion, met or not by its cell in the rule that decided, or
 * else in the "eligible" rule that is nearest. Own kinds of support have no table: their conditions
 * are criteria that stay open until the applicant states something on them. */

#define ELIGIBLE "eligible"
#define NOT_ELIGIBLE "not-eligible"
#define STATEMENTS "project.call.statements"

const char *
advice_status_name (AdviceStatus status)
{
  static const char *const names[] = { ELIGIBLE, NOT_ELIGIBLE, "unknown" };

  g_return_val_if_fail ((guint)status < G_N_ELEMENTS (names), NULL);

  return names[status];
}

const char *
advice_call_name (AdviceCall call)
{
  static const char *const names[] = { "open", "closed", "unknown" };

  g_return_val_if_fail ((guint)call < G_N_ELEMENTS (names), NULL);

  return names[call];
}

const char *
advice_outcome_name (AdviceOutcome outcome)
{
  static const char *const names[] = { "met", "not-met", "unknown" };

  g_return_val_if_fail ((guint)outcome < G_N_ELEMENTS (names), NULL);

  return names[outcome];
}

const char *
advice_basis_name (AdviceBasis basis)
{
  static const char *const names[] = { "stated", "inferred" };

  g_return_val_if_fail ((guint)basis < G_N_ELEMENTS (names), NULL);

  return names[basis];
}

const char *
advice_proof_name (AdviceProof proof)
{
  static const char *const names[] = { "none", "computed", "declared", "documented", "confirmed" };

  g_return_val_if_fail ((guint)proof < G_N_ELEMENTS (names), NULL);

  return names[proof];
}

/* --- one criterion --- */

AdviceBasis
advice_instrument_basis (const char *description, const char **source)
{
  const char *colon = strchr (description, ':');
  gboolean stated = g_str_has_prefix (description, "stated:");

  *source = colon != NULL ? colon + 1 + strspn (colon + 1, " ") : description;
  if (**source == '\0')
    *source = NULL;
  return stated ? ADVICE_BASIS_STATED : ADVICE_BASIS_INFERRED;
}

static AdviceOutcome
outcome_of (DmnCellState state)
{
  switch (state)
    {
    case DMN_CELL_MET:
      return ADVICE_CRITERION_MET;
    case DMN_CELL_NOT_MET:
      return ADVICE_CRITERION_NOT_MET;
    case DMN_CELL_UNKNOWN:
    default:
      return ADVICE_CRITERION_UNKNOWN;
    }
}

void
advice_instrument_tell_fact (const AdviceDecider *decider,
                             AdviceCriterion *criterion,
                             AdviceFactId id)
{
  const AdviceFact *fact = advice_facts_get (decider->facts, id);
  const AdviceFactRow *asks
      = advice_facts_get (decider->facts, advice_facts_asks (decider->facts, id))->row;
  gboolean open = criterion->outcome == ADVICE_CRITERION_UNKNOWN;

  criterion->fact = fact->row->name;
  criterion->proof = fact->proof;
  criterion->path = open ? asks->path : fact->row->path;
  criterion->from = open || fact->from == NULL ? asks->question : fact->from;
  if (advice_facts_is_inferred (decider->facts, id))
    criterion->basis = ADVICE_BASIS_INFERRED;
}

/* The fewest places that say the number exactly, at most four. */
static BaseText *
with_number (BaseText *text, const char *place, FeelNumber number)
{
  for (guint places = 0; places <= 4; places++)
    {
      gint64 scaled;

      if (feel_number_to_scaled (number, places, &scaled)
          && (places == 4
              || feel_number_compare (feel_number_from_scaled (scaled, places), number) == 0))
        return base_text_with_decimal (text, place, scaled, places);
    }
  return base_text_with_string (text, place, "?");
}

static BaseText *
distance_text (const AdviceFact *fact, const char *cell, DmnDistance distance)
{
  BaseText *text;

  if (!distance.known || distance.bound.kind != FEEL_NUMBER || fact->value == NULL)
    return NULL;
  if (g_ascii_isdigit (*cell))
    text = base_text_new (N_ ("{fact}: exactly {bound}, now {value}"));
  else if (distance.below)
    text = base_text_new (distance.included ? N_ ("{fact}: at most {bound}, now {value}")
                                            : N_ ("{fact}: less than {bound}, now {value}"));
  else
    text = base_text_new (distance.included ? N_ ("{fact}: at least {bound}, now {value}")
                                            : N_ ("{fact}: more than {bound}, now {value}"));
  text = base_text_with_text (text, "fact", base_text_ref (fact->row->label));
  text = with_number (text, "bound", distance.bound.number);
  return base_text_with_text (text, "value", base_text_ref (fact->value));
}

static void
fill_criterion (const AdviceDecider *decider,
                const DmnOutcomes *outcomes,
                const AdviceRule *rule,
                guint row,
                guint column,
                AdviceCriterion *criterion)
{
  const DmnTable *table = dmn_outcomes_table (outcomes);
  const DmnColumn *head = dmn_table_column (table, column);
  const char *description = dmn_table_cell_description (table, row, column);

  if (*description == '\0')
    description = head->description;
  criterion->text = advice_pool_keep (decider->pool, base_text_new (head->label));
  criterion->outcome = outcome_of (dmn_outcomes_cell (outcomes, row, column));
  criterion->basis = advice_instrument_basis (description, &criterion->source);
  criterion->rule = row + 1;
  criterion->column = column + 1;
  if (head->input < 0)
    return;
  advice_instrument_tell_fact (decider, criterion, rule->facts[head->input]);
  if (criterion->outcome == ADVICE_CRITERION_NOT_MET)
    criterion->distance = advice_pool_keep (
        decider->pool, distance_text (advice_facts_get (decider->facts, rule->facts[head->input]),
                                      dmn_table_cell_text (table, row, column),
                                      dmn_outcomes_distance (outcomes, row, column)));
}

/* --- the table --- */

static void
count (AdviceInstrument *result)
{
  for (guint i = 0; i < result->n_criteria; i++)
    {
      const AdviceCriterion *criterion = &result->criteria[i];

      result->n_met += criterion->outcome == ADVICE_CRITERION_MET;
      result->n_not_met += criterion->outcome == ADVICE_CRITERION_NOT_MET;
      result->n_unknown += criterion->outcome == ADVICE_CRITERION_UNKNOWN;
      result->n_inferred += criterion->basis == ADVICE_BASIS_INFERRED;
    }
}

static AdviceStatus
status_of (const DmnOutcomes *outcomes)
{
  if (!dmn_outcomes_is_settled (outcomes))
    return ADVICE_STATUS_UNKNOWN;
  if (feel_value_is_string (dmn_outcomes_value (outcomes, 0), ELIGIBLE))
    return ADVICE_STATUS_ELIGIBLE;
  if (feel_value_is_string (dmn_outcomes_value (outcomes, 0), NOT_ELIGIBLE))
    return ADVICE_STATUS_NOT_ELIGIBLE;
  return ADVICE_STATUS_UNKNOWN; /* no rule for this date */
}

static void
fill_criteria (const AdviceDecider *decider,
               const DmnOutcomes *outcomes,
               const AdviceRule *rule,
               AdviceInstrument *result)
{
  const DmnTable *table = dmn_outcomes_table (outcomes);
  int row = table != NULL ? dmn_outcomes_nearest_rule (outcomes, NULL, feel_value_string (ELIGIBLE))
                          : -1;
  AdviceCriterion *criteria;

  if (row < 0)
    return;
  criteria = advice_pool_new_array (decider->pool, AdviceCriterion, dmn_table_n_columns (table));
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    if (!dmn_table_cell_is_any (table, (guint)row, column))
      {
        AdviceCriterion *criterion = &criteria[result->n_criteria++];

        criterion->table = result->instrument->rule_model;
        fill_criterion (decider, outcomes, rule, (guint)row, column, criterion);
      }
  result->criteria = criteria;
}

const AdviceRule *
advice_instrument_rule (const AdviceDecider *decider, const CatalogueInstrument *instrument)
{
  return advice_rules_find (decider->rules, instrument->rule_model,
                            instrument->rule_decision != NULL ? instrument->rule_decision
                                                              : "eligibility");
}

/* --- own kinds of support --- */

gboolean
advice_instrument_is_call (const AdviceDecider *decider, const CatalogueInstrument *instrument)
{
  const AssessmentDocument *document = decider->document;

  return g_strcmp0 (assessment_document_get_string (document, "project.call.id"), instrument->id)
             == 0
         || (instrument->own
             && g_strcmp0 (assessment_document_get_string (document, "project.call.title"),
                           instrument->title)
                    == 0);
}

/* What the applicant states on a condition of the project's call; of another call nothing is
 * stated. What is not stated is not known. */
static AdviceOutcome
stated_outcome (const AdviceDecider *decider,
                const CatalogueInstrument *instrument,
                const char *condition)
{
  const int index
      = advice_instrument_is_call (decider, instrument)
            ? assessment_document_find_item (decider->document, STATEMENTS, "condition", condition)
            : -1;
  g_autofree char *path = g_strdup_printf (STATEMENTS "[%d].state", MAX (index, 0));
  const char *state = index >= 0 ? assessment_document_get_string (decider->document, path) : NULL;

  if (g_strcmp0 (state, "met") == 0)
    return ADVICE_CRITERION_MET;
  return g_strcmp0 (state, "not-met") == 0 ? ADVICE_CRITERION_NOT_MET : ADVICE_CRITERION_UNKNOWN;
}

static BaseText *
stated_from (AdviceOutcome outcome)
{
  if (outcome == ADVICE_CRITERION_UNKNOWN)
    return base_text_new (N_ ("Is this condition met?"));
  return base_text_new (outcome == ADVICE_CRITERION_MET ? N_ ("Project: ticked as met")
                                                        : N_ ("Project: said not to be met"));
}

static void
decide_own (const AdviceDecider *decider, AdviceInstrument *result)
{
  const char *const *conditions = result->instrument->conditions;
  guint n = conditions != NULL ? g_strv_length ((char **)conditions) : 0;
  AdviceCriterion *criteria = advice_pool_new_array (decider->pool, AdviceCriterion, n);

  for (guint i = 0; i < n; i++)
    {
      AdviceOutcome outcome = stated_outcome (decider, result->instrument, conditions[i]);

      criteria[i] = (AdviceCriterion){
        .text = advice_pool_keep (decider->pool, base_text_new_verbatim (conditions[i])),
        .outcome = outcome,
        .basis = ADVICE_BASIS_STATED,
        .proof = outcome != ADVICE_CRITERION_UNKNOWN ? ADVICE_PROOF_DECLARED : ADVICE_PROOF_NONE,
        .from = advice_pool_keep (decider->pool, stated_from (outcome)),
        .path = STATEMENTS,
        .source = result->instrument->source,
        .column = i + 1,
      };
    }
  result->criteria = criteria;
  result->n_criteria = n;
}

static AdviceStatus
own_status (const AdviceDecider *decider, const CatalogueInstrument *instrument)
{
  const char *const *conditions = instrument->conditions;
  AdviceStatus status = conditions != NULL && conditions[0] != NULL ? ADVICE_STATUS_ELIGIBLE
                                                                    : ADVICE_STATUS_UNKNOWN;

  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    {
      AdviceOutcome outcome = stated_outcome (decider, instrument, conditions[i]);

      if (outcome == ADVICE_CRITERION_NOT_MET)
        return ADVICE_STATUS_NOT_ELIGIBLE;
      if (outcome == ADVICE_CRITERION_UNKNOWN)
        status = ADVICE_STATUS_UNKNOWN;
    }
  return status;
}

/* --- deciding --- */

/* NULL: it has no table. */
static DmnOutcomes *
ask (AdviceDecider *decider, const CatalogueInstrument *instrument, AdviceStatus *status)
{
  DmnOutcomes *outcomes;

  decider->values[ADVICE_FACT_INSTRUMENT] = dmn_fact_value (feel_value_string (instrument->id));
  outcomes = advice_ask (advice_instrument_rule (decider, instrument), decider->values);
  *status = outcomes != NULL ? status_of (outcomes) : own_status (decider, instrument);
  return outcomes;
}

void
advice_instrument_stand (AdviceDecider *decider,
                         const CatalogueInstrument *instrument,
                         AdviceStanding *standing)
{
  AdviceStatus status;
  g_autoptr (DmnOutcomes) outcomes = ask (decider, instrument, &status);

  *standing
      = (AdviceStanding){ instrument, status, advice_instrument_call (decider, instrument, NULL) };
}

DmnOutcomes *
advice_instrument_decide (AdviceDecider *decider,
                          const CatalogueInstrument *instrument,
                          AdviceInstrument *result)
{
  DmnOutcomes *outcomes;

  result->instrument = instrument;
  outcomes = ask (decider, instrument, &result->status);
  if (outcomes != NULL)
    fill_criteria (decider, outcomes, advice_instrument_rule (decider, instrument), result);
  else if (instrument->conditions != NULL)
    decide_own (decider, result);
  count (result);
  return outcomes;
}
