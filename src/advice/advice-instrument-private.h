/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-brief.h"
#include "advice/advice-facts-private.h"
#include "advice/advice-instrument.h"
#include "advice/advice-rules-private.h"
#include "advice/advice-service.h"
#include "dmn/dmn-outcomes.h"

G_BEGIN_DECLS

/* What the parts of one kind of support are made from. */
typedef struct
{
  const AdviceRules *rules;
  Catalogue *catalogue;
  const AssessmentDocument *document;
  const AdviceFacts *facts;
  DmnFact values[ADVICE_N_FACTS]; /* of facts; "instrument" changes from one to the next */
  AdvicePool *pool;
  const char *date;
  const AdviceService *services;
  guint n_services;
} AdviceDecider;

/* Status and criteria (advice-instrument.c). Returns the outcomes of its table, NULL when it has
 * none; g_free by dmn_outcomes_free(). */
DmnOutcomes *advice_instrument_decide (AdviceDecider *decider,
                                       const CatalogueInstrument *instrument,
                                       AdviceInstrument *result) G_GNUC_WARN_UNUSED_RESULT;
/* Status and call alone, without a word. */
void advice_instrument_stand (AdviceDecider *decider,
                              const CatalogueInstrument *instrument,
                              AdviceStanding *standing);
/* Is it the call of the project? One of the user's own may bear the call's number by now: it is
 * known by its title, too. */
gboolean advice_instrument_is_call (const AdviceDecider *decider,
                                    const CatalogueInstrument *instrument);
/* Splits "stated: D-OC3 https://…" into basis and source; @source is NULL for an empty text. */
AdviceBasis advice_instrument_basis (const char *description, const char **source);
/* The rule of the table an instrument is decided by; NULL for own ones. */
const AdviceRule *advice_instrument_rule (const AdviceDecider *decider,
                                          const CatalogueInstrument *instrument);
/* Fact, proof, where it comes from, or the question that is open. */
void advice_instrument_tell_fact (const AdviceDecider *decider,
                                  AdviceCriterion *criterion,
                                  AdviceFactId id);

/* What to check (advice-instrument-warnings.c): the warnings that hold for the document, to be
 * asked once, and those of them that concern one kind of support. */
GArray *advice_warnings_new (const AdviceDecider *decider) G_GNUC_WARN_UNUSED_RESULT;
void advice_instrument_warn (AdviceDecider *decider, const GArray *found, AdviceInstrument *result);
/* Is there a call on the day of the advice, and until or since when; @until may be NULL. */
AdviceCall advice_instrument_call (const AdviceDecider *decider,
                                   const CatalogueInstrument *instrument,
                                   const char **until);
/* State of the call, verdict, fit and money (advice-instrument-words.c). */
void advice_instrument_say (const AdviceDecider *decider, AdviceInstrument *result);
/* What to do today (advice-instrument-today.c). */
void advice_instrument_plan (const AdviceDecider *decider, AdviceInstrument *result);
/* What would change the outcome (advice-change.c). */
void advice_instrument_change (const AdviceDecider *decider,
                               const DmnOutcomes *outcomes,
                               AdviceInstrument *result);

G_END_DECLS
