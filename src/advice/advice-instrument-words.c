/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-change-private.h"
#include "advice/advice-instrument-private.h"

#include <string.h>

/* What is said about a kind of support. Only an open call fits; of a closed one the same test says
 * whether the project is of its kind, and its amounts stand in the past tense. */

/* --- the call --- */

/* ISO days or months: how @date lies to the day or month @limit. */
static int
compare_day (const char *date, const char *limit)
{
  return strncmp (date, limit, strlen (limit));
}

static const char *
deadline_of (const AdviceDecider *decider, const CatalogueInstrument *instrument)
{
  const char *deadline = NULL;

  if (advice_instrument_is_call (decider, instrument))
    deadline = assessment_document_get_string (decider->document, "project.call.deadline");
  if (deadline == NULL)
    deadline = instrument->deadline != NULL ? instrument->deadline : instrument->closed_on;
  return deadline != NULL ? advice_pool_string (decider->pool, deadline) : NULL;
}

/* A programme that has ended is closed even where no source tells the day. */
AdviceCall
advice_instrument_call (const AdviceDecider *decider,
                        const CatalogueInstrument *instrument,
                        const char **until)
{
  const char *deadline = deadline_of (decider, instrument);
  gboolean opened
      = instrument->opened_on == NULL || compare_day (decider->date, instrument->opened_on) >= 0;

  if (until != NULL)
    *until = deadline;
  if (deadline != NULL && compare_day (decider->date, deadline) > 0)
    return ADVICE_CALL_CLOSED;
  if (deadline != NULL && opened && (!instrument->archetype || instrument->opened_on != NULL))
    return ADVICE_CALL_OPEN;
  if (until != NULL)
    *until = NULL;
  return instrument->archetype && deadline == NULL ? ADVICE_CALL_CLOSED : ADVICE_CALL_UNKNOWN;
}

/* --- the pill --- */

static BaseText *
verdict_text (const AdviceInstrument *result)
{
  static const char *const open[] = { N_ ("Fits"), N_ ("Not yet"), N_ ("Cannot tell") };
  static const char *const closed_in[] = {
    N_ ("Closed {year} · your project is of this kind"),
    N_ ("Closed {year} · your project is not of this kind"),
    N_ ("Closed {year} · cannot tell yet"),
  };
  static const char *const closed[] = {
    N_ ("Closed · your project is of this kind"),
    N_ ("Closed · your project is not of this kind"),
    N_ ("Closed · cannot tell yet"),
  };
  static const char *const unknown[] = {
    N_ ("No call known · your project is of this kind"),
    N_ ("No call known · your project is not of this kind"),
    N_ ("No call known · cannot tell yet"),
  };
  char year[5];

  if (result->call == ADVICE_CALL_OPEN)
    return base_text_new (open[result->status]);
  if (result->call == ADVICE_CALL_UNKNOWN)
    return base_text_new (unknown[result->status]);
  if (result->call_date == NULL)
    return base_text_new (closed[result->status]);
  g_strlcpy (year, result->call_date, sizeof (year));
  return base_text_with_string (base_text_new (closed_in[result->status]), "year", year);
}

/* --- why, in one sentence --- */

/* What it does for a firm depends on where it stands: a beginner gets products and skills up to
 * date, an advanced firm goes further and reaches large customers (D-ECO says so of DigiFed). */
static BaseText *
benefit_text (const AdviceDecider *decider)
{
  DmnFact band = decider->values[ADVICE_FACT_OVERALL_BAND];
  const AdviceFact *score = advice_facts_get (decider->facts, ADVICE_FACT_OVERALL_SCORE);
  gboolean low;
  BaseText *text;

  if (band.kind != DMN_FACT_VALUE || score->value == NULL)
    return base_text_new (
        N_ ("Your project is of this kind. How it would help depends on your score: answer the "
            "remaining questions."));
  low = feel_value_is_string (band.value, "basic") || feel_value_is_string (band.value, "average");
  if (low)
    text = base_text_new (
        N_ ("With an overall score of {score}, support of this kind helps to upgrade your products "
            "and the skills of your people."));
  else
    text = base_text_new (
        N_ ("With an overall score of {score}, support of this kind helps to integrate further "
            "technology and to reach new customers, large ones included."));
  return base_text_with_text (text, "score", base_text_ref (score->value));
}

static BaseText *
not_met_text (const AdviceInstrument *result)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < result->n_criteria; i++)
    if (result->criteria[i].outcome == ADVICE_CRITERION_NOT_MET)
      g_ptr_array_add (texts,
                       base_text_with_text (base_text_new (N_ ("“{criterion}”")), "criterion",
                                            base_text_ref (result->criteria[i].text)));
  if (texts->len == 0)
    return base_text_new (N_ ("Your project is not of this kind."));
  return base_text_with_text (base_text_new (N_ ("Not met: {criteria}.")), "criteria",
                              advice_change_list ((BaseText **)texts->pdata, texts->len));
}

/* The fact whose question settles the criterion; ADVICE_N_FACTS for own conditions. */
static AdviceFactId
asked_fact (const AdviceDecider *decider, const AdviceCriterion *criterion)
{
  int id = criterion->fact != NULL ? advice_fact_find_id (criterion->fact) : -1;

  return id >= 0 ? advice_facts_asks (decider->facts, (AdviceFactId)id) : ADVICE_N_FACTS;
}

/* What the open criteria ask about, each question once. */
static GPtrArray *
open_labels (const AdviceDecider *decider,
             const AdviceInstrument *result,
             const AdviceCriterion **last)
{
  GPtrArray *labels = g_ptr_array_new ();
  gboolean asked[ADVICE_N_FACTS + 1] = { FALSE };

  for (guint i = 0; i < result->n_criteria; i++)
    {
      const AdviceCriterion *criterion = &result->criteria[i];
      AdviceFactId id = asked_fact (decider, criterion);

      if (criterion->outcome != ADVICE_CRITERION_UNKNOWN || (id < ADVICE_N_FACTS && asked[id]))
        continue;
      asked[id] = TRUE;
      *last = criterion;
      g_ptr_array_add (
          labels,
          base_text_with_text (
              base_text_new (N_ ("“{fact}”")), "fact",
              base_text_ref (id < ADVICE_N_FACTS ? advice_facts_get (decider->facts, id)->row->label
                                                 : criterion->text)));
    }
  return labels;
}

/* One answer: its question. More: what they are about. */
static BaseText *
open_text (const AdviceDecider *decider, const AdviceInstrument *result)
{
  const AdviceCriterion *last = NULL;
  g_autoptr (GPtrArray) labels = open_labels (decider, result, &last);

  if (labels->len == 1 && last->from != NULL)
    {
      g_ptr_array_set_free_func (labels, (GDestroyNotify)base_text_unref);
      return base_text_with_text (base_text_new (N_ ("One answer decides it: {question}")),
                                  "question", base_text_ref (last->from));
    }
  return base_text_with_list (
      base_text_with_integer (base_text_new (N_ ("{n} answers decide it: {facts}.")), "n",
                              labels->len),
      "facts", (BaseText **)labels->pdata, labels->len);
}

static BaseText *
fit_text (const AdviceDecider *decider, const AdviceInstrument *result)
{
  switch (result->status)
    {
    case ADVICE_STATUS_ELIGIBLE:
      return benefit_text (decider);
    case ADVICE_STATUS_NOT_ELIGIBLE:
      return not_met_text (result);
    case ADVICE_STATUS_UNKNOWN:
    default:
      if (result->n_unknown == 0)
        return base_text_new (N_ ("Its conditions are not known here: ask a hub."));
      return open_text (decider, result);
    }
}

/* --- money --- */

/* Only amounts that a source states; nothing is said of the rest. */
static BaseText *
money_text (const AdviceInstrument *result)
{
  const CatalogueInstrument *instrument = result->instrument;
  gboolean past = instrument->archetype || result->call == ADVICE_CALL_CLOSED;
  /* Where one firm can have all of it, two share it: the sum is that of the project. */
  gboolean each = instrument->amount_each_eur >= 0
                  && (instrument->amount_total_eur < 0
                      || instrument->amount_total_eur > instrument->amount_each_eur);
  gint64 amount = each ? instrument->amount_each_eur : instrument->amount_total_eur;
  const char *msgid;

  if (result->call == ADVICE_CALL_OPEN)
    past = FALSE;
  if (amount < 0)
    return NULL;
  if (each)
    msgid
        = past ? N_ ("It paid up to {amount} to each firm.") : N_ ("up to {amount} for each firm");
  else
    msgid
        = past ? N_ ("It paid up to {amount} for a project.") : N_ ("up to {amount} for a project");
  return base_text_with_money (base_text_new (msgid), "amount", amount);
}

void
advice_instrument_say (const AdviceDecider *decider, AdviceInstrument *result)
{
  result->call = advice_instrument_call (decider, result->instrument, &result->call_date);
  result->verdict = advice_pool_keep (decider->pool, verdict_text (result));
  result->fit = advice_pool_keep (decider->pool, fit_text (decider, result));
  result->money = advice_pool_keep (decider->pool, money_text (result));
}
