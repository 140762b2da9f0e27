/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-decisions-private.h"

#include "advice/advice-aid-private.h"
#include "advice/advice-ask-private.h"
#include "advice/advice-instrument-private.h"
#include "advice/advice-pool-private.h"
#include "advice/advice-service-private.h"
#include "advice/advice-size-private.h"

#include <stdlib.h>

/* From a document to what the decision tables say: facts are read, chained tables fill in the rest
 * (size, level), then services, kinds of support, and the questions whose answers would settle
 * most. */

typedef struct
{
  AdviceDecisions public;
  AdviceRules *rules;
  Catalogue *catalogue;
  AdvicePool *pool;
  AdviceFacts *facts;
} Decisions;

/* --- facts --- */

static void
read_band (AdviceReader *reader, const AdviceRules *rules)
{
  SurveyPack *pack = survey_score_pack (reader->score);
  const char *names[8];
  guint n_names = MIN (survey_pack_n_bands (pack), G_N_ELEMENTS (names));
  const char *left[G_N_ELEMENTS (names)];
  const SurveyBand *band = NULL;
  DmnFact facts[ADVICE_N_FACTS];
  gboolean open;
  guint possible;
  guint n = 0;

  if (advice_facts_value (reader->facts, ADVICE_FACT_OVERALL_SCORE).kind == DMN_FACT_UNKNOWN)
    return;
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    facts[i] = advice_facts_value (reader->facts, i);
  for (guint i = 0; i < n_names; i++)
    names[i] = survey_pack_band (pack, i)->id;
  possible = advice_ask_possible (advice_rules_find (rules, "maturity-bands", "overall band"),
                                  facts, names, n_names, &open);
  for (guint i = 0; i < n_names; i++)
    if (possible & (1u << i))
      {
        band = survey_pack_band (pack, i);
        left[n++] = names[i];
      }
  if (n == 0 || open)
    return;
  advice_facts_set_one_of (reader->facts, ADVICE_FACT_OVERALL_BAND, left, n,
                           n == 1 ? base_text_new (band->plain) : NULL, NULL);
  if (n == 1)
    advice_facts_set_proof (reader->facts, ADVICE_FACT_OVERALL_BAND, ADVICE_PROOF_COMPUTED);
}

static void
read_facts (Decisions *decisions,
            const AssessmentDocument *document,
            const SurveyScore *score,
            const char *date,
            gboolean brief)
{
  AdviceReader reader = { document, score, decisions->catalogue, date, decisions->facts, brief };

  advice_facts_read_company (&reader);
  advice_size_read (&reader, decisions->rules, &decisions->public.size);
  advice_facts_read_scores (&reader);
  read_band (&reader, decisions->rules);
  advice_facts_read_project (&reader);
  advice_facts_read_partners (&reader);
  advice_facts_read_proof (&reader);
}

/* --- open questions --- */

/* For each row of the table of facts: how many kinds of support its answer may move. */
typedef struct
{
  guint n[ADVICE_N_FACTS];
} Counts;

/* One question can settle several facts (the technologies do): the first of them stands for it. */
static void
count_input (const AdviceFacts *facts,
             gboolean counted[ADVICE_N_FACTS],
             Counts *counts,
             AdviceFactId id)
{
  AdviceFactId asks = advice_fact_first_with_question (advice_facts_asks (facts, id));

  if (advice_facts_get (facts, asks)->row->question == NULL || counted[asks])
    return;
  counted[asks] = TRUE;
  counts->n[asks]++;
}

/* While it is open who owns the firm, its size is presumed (see advice-size.c): the answer may move
 * every kind of support that asks for the size and is not ruled out otherwise. */
static void
count_questions (const AdviceDecider *decider,
                 const AdviceRule *rule,
                 const DmnOutcomes *outcomes,
                 const AdviceInstrument *instrument,
                 Counts *counts)
{
  gboolean counted[ADVICE_N_FACTS] = { FALSE };

  if (instrument->status == ADVICE_STATUS_NOT_ELIGIBLE)
    return;
  for (guint i = 0; i < rule->n_inputs; i++)
    {
      AdviceFactId id = rule->facts[i];

      if (decider->values[id].kind != DMN_FACT_VALUE && dmn_outcomes_input_matters (outcomes, i))
        count_input (decider->facts, counted, counts, id);
      if (id == ADVICE_FACT_COMPANY_SIZE
          && decider->values[ADVICE_FACT_OTHER_OWNERS].kind == DMN_FACT_UNKNOWN)
        count_input (decider->facts, counted, counts, ADVICE_FACT_OTHER_OWNERS);
    }
}

static int
compare_questions (gconstpointer a, gconstpointer b)
{
  const AdviceOpenQuestion *left = a;
  const AdviceOpenQuestion *right = b;

  if (left->n_instruments != right->n_instruments)
    return left->n_instruments > right->n_instruments ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static void
set_questions (Decisions *decisions, const Counts *counts)
{
  AdviceOpenQuestion *questions
      = advice_pool_new_array (decisions->pool, AdviceOpenQuestion, ADVICE_N_FACTS);
  guint n = 0;

  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    {
      const AdviceFactRow *row = advice_facts_get (decisions->facts, i)->row;

      if (counts->n[i] > 0)
        questions[n++] = (AdviceOpenQuestion){ row, counts->n[i] };
    }
  qsort (questions, n, sizeof (AdviceOpenQuestion), compare_questions);
  decisions->public.open_questions = questions;
  decisions->public.n_open_questions = n;
}

/* --- kinds of support --- */

typedef struct
{
  AdviceInstrument instrument;
  gint64 priority;
  guint order;
} Ranked;

static gint64
priority_of (const AdviceDecider *decider, const CatalogueInstrument *instrument)
{
  g_autoptr (DmnOutcomes) outcomes
      = advice_ask (advice_rules_find (decider->rules, "priority", "priority"), decider->values);
  gint64 priority = G_MAXINT;

  if (outcomes != NULL && dmn_outcomes_is_settled (outcomes))
    {
      FeelValue value = dmn_outcomes_value (outcomes, 0);

      if (value.kind == FEEL_NUMBER)
        feel_number_to_int64 (value.number, &priority);
    }
  return priority;
}

static int
status_order (AdviceStatus status)
{
  return status == ADVICE_STATUS_ELIGIBLE ? 0 : status == ADVICE_STATUS_UNKNOWN ? 1 : 2;
}

static int
call_order (AdviceCall call)
{
  return call == ADVICE_CALL_OPEN ? 0 : call == ADVICE_CALL_UNKNOWN ? 1 : 2;
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;
  int status = status_order (left->instrument.status) - status_order (right->instrument.status);
  int call = call_order (left->instrument.call) - call_order (right->instrument.call);

  if (status != 0)
    return status;
  if (call != 0)
    return call;
  if (left->priority != right->priority)
    return left->priority < right->priority ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

static void
decide_one (AdviceDecider *decider,
            const CatalogueInstrument *instrument,
            const GArray *warnings,
            Ranked *ranked,
            Counts *counts)
{
  AdviceInstrument *result = &ranked->instrument;
  g_autoptr (DmnOutcomes) outcomes = advice_instrument_decide (decider, instrument, result);

  advice_instrument_say (decider, result);
  advice_instrument_warn (decider, warnings, result);
  advice_instrument_plan (decider, result);
  advice_instrument_change (decider, outcomes, result);
  ranked->priority = priority_of (decider, instrument);
  if (outcomes != NULL)
    count_questions (decider, advice_instrument_rule (decider, instrument), outcomes, result,
                     counts);
}

static void
decide_all (Decisions *decisions, AdviceDecider *decider, Counts *counts)
{
  guint n = catalogue_n_instruments (decisions->catalogue);
  g_autofree Ranked *ranked = g_new0 (Ranked, MAX (n, 1));
  AdviceInstrument *instruments = advice_pool_new_array (decisions->pool, AdviceInstrument, n);
  g_autoptr (GArray) warnings = advice_warnings_new (decider);

  for (guint i = 0; i < n; i++)
    {
      ranked[i].order = i;
      decide_one (decider, catalogue_instrument (decisions->catalogue, i), warnings, &ranked[i],
                  counts);
    }
  qsort (ranked, n, sizeof (Ranked), compare_ranked);
  for (guint i = 0; i < n; i++)
    instruments[i] = ranked[i].instrument;
  decisions->public.instruments = instruments;
  decisions->public.n_instruments = n;
}

/* --- all of it --- */

static Decisions *
decisions_read (AdviceDecider *decider,
                const AssessmentDocument *document,
                const SurveyScore *score,
                AdviceRules *rules,
                Catalogue *catalogue,
                const char *date,
                gboolean brief)
{
  Decisions *decisions = g_new0 (Decisions, 1);

  decisions->rules = advice_rules_ref (rules);
  decisions->catalogue = catalogue_ref (catalogue);
  decisions->pool = advice_pool_new ();
  decisions->facts = advice_facts_new (advice_rules_fact_rows (rules), decisions->pool);
  decisions->public.facts = decisions->facts;
  read_facts (decisions, document, score, date, brief);

  *decider = (AdviceDecider){ .rules = rules,
                              .catalogue = catalogue,
                              .document = document,
                              .facts = decisions->facts,
                              .pool = decisions->pool,
                              .date = date };
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    decider->values[i] = advice_facts_value (decisions->facts, i);
  decisions->public.services = advice_services_new (rules, decider->values, decisions->pool,
                                                    &decisions->public.n_services);
  decider->services = decisions->public.services;
  decider->n_services = decisions->public.n_services;
  return decisions;
}

AdviceDecisions *
advice_decisions_new (const AssessmentDocument *document,
                      const SurveyScore *score,
                      AdviceRules *rules,
                      Catalogue *catalogue,
                      const char *date)
{
  AdviceDecider decider;
  Decisions *decisions = decisions_read (&decider, document, score, rules, catalogue, date, FALSE);
  Counts counts = { { 0 } };

  decisions->public.aid
      = advice_aid_new (document, rules, catalogue, decisions->facts, decisions->pool, date);
  decide_all (decisions, &decider, &counts);
  set_questions (decisions, &counts);
  return &decisions->public;
}

AdviceDecisions *
advice_decisions_new_brief (const AssessmentDocument *document,
                            const SurveyScore *score,
                            AdviceRules *rules,
                            Catalogue *catalogue,
                            const char *date,
                            AdviceStanding *standings)
{
  AdviceDecider decider;
  Decisions *decisions = decisions_read (&decider, document, score, rules, catalogue, date, TRUE);

  for (guint i = 0; i < catalogue_n_instruments (catalogue); i++)
    advice_instrument_stand (&decider, catalogue_instrument (catalogue, i), &standings[i]);
  return &decisions->public;
}

void
advice_decisions_free (AdviceDecisions *public)
{
  Decisions *decisions = (Decisions *)public;

  if (decisions == NULL)
    return;
  advice_facts_free (decisions->facts);
  advice_pool_free (decisions->pool);
  catalogue_unref (decisions->catalogue);
  advice_rules_unref (decisions->rules);
  g_free (decisions);
}
