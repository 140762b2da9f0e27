/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-change-private.h"
#include "advice/advice-instrument-private.h"

/* What can be done today, also where the call is closed: what to ask a hub for, in words to copy,
 * where open calls are listed, and what to do with a call one has found. */

#define MOST_TODAY 4

static BaseText *
service_list (const AdviceDecider *decider, const CatalogueInstrument *instrument)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; instrument->services != NULL && instrument->services[i] != NULL; i++)
    {
      const CatalogueTerm *term = catalogue_find_term (decider->catalogue, CATALOGUE_TERM_SERVICE,
                                                       instrument->services[i]);

      if (term != NULL)
        g_ptr_array_add (names, base_text_new (term->plain));
    }
  for (guint i = 0; names->len == 0 && i < MIN (decider->n_services, 2); i++)
    g_ptr_array_add (names, base_text_ref (decider->services[i].title));
  if (names->len == 0)
    return NULL;
  return base_text_with_text (
      base_text_new (N_ ("Ask the best matching hub for these services: {services}.")), "services",
      advice_change_list ((BaseText **)names->pdata, names->len));
}

static BaseText *
question (const CatalogueInstrument *instrument)
{
  BaseText *text = base_text_new (N_ (
      "Is there, for a firm like ours, an open call of this kind: {title}? Or can you help us in "
      "another way?"));

  return base_text_with_text (text, "title",
                              instrument->own ? base_text_new_verbatim (instrument->title)
                                              : base_text_new (instrument->title));
}

static BaseText *
question_to_copy (BaseText *question_text)
{
  return base_text_with_text (base_text_new (N_ ("Question to copy: “{question}”")), "question",
                              base_text_ref (question_text));
}

static BaseText *
call_list (const CatalogueInstrument *instrument)
{
  if (instrument->call_list == NULL)
    return NULL;
  return base_text_with_string (
      base_text_new (N_ ("Open calls of this kind are listed at {address}")), "address",
      instrument->call_list);
}

static BaseText *
call_step (const AdviceInstrument *result)
{
  if (result->instrument->own && result->call == ADVICE_CALL_UNKNOWN)
    return base_text_new (N_ ("Enter its deadline: then it is known whether the call is open."));
  if (result->call != ADVICE_CALL_OPEN)
    return base_text_new (N_ ("You have a call? Enter its conditions and its deadline."));
  return base_text_with_date (
      base_text_new (N_ ("The call is open until {date}: read its text, the rules here may be "
                         "older.")),
      "date", result->call_date);
}

void
advice_instrument_plan (const AdviceDecider *decider, AdviceInstrument *result)
{
  const gboolean open = result->call == ADVICE_CALL_OPEN;
  BaseText **today = advice_pool_new_array (decider->pool, BaseText *, MOST_TODAY);
  BaseText *texts[MOST_TODAY];

  result->question = advice_pool_keep (decider->pool, question (result->instrument));
  texts[0] = open ? call_step (result) : service_list (decider, result->instrument);
  texts[1] = question_to_copy (result->question);
  texts[2] = call_list (result->instrument);
  texts[3] = open ? service_list (decider, result->instrument) : call_step (result);
  for (guint i = 0; i < MOST_TODAY; i++)
    if (texts[i] != NULL)
      today[result->n_today++] = advice_pool_keep (decider->pool, texts[i]);
  result->today = today;
}
