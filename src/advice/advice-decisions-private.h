/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-aid.h"
#include "advice/advice-brief.h"
#include "advice/advice-facts.h"
#include "advice/advice-instrument.h"
#include "advice/advice-rules.h"
#include "advice/advice-service.h"
#include "advice/advice-size.h"
#include "assessment/assessment-document.h"
#include "catalogue/catalogue.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* The first half of an advice: what the decision tables say about one document. One struct owns it
 * all; advice.c keeps it, adds hubs and steps, and hands the parts out. */
typedef struct
{
  const AdviceFacts *facts;
  AdviceSize size;
  const AdviceAid *aid;
  AdviceService *services; /* best_hub is G_MAXUINT: the assembly fills it after matching */
  guint n_services;
  AdviceInstrument *instruments; /* what fits first, then by priority */
  guint n_instruments;
  AdviceOpenQuestion *open_questions; /* those that settle most first */
  guint n_open_questions;
} AdviceDecisions;

/* @date: the ISO day the advice is for. Never fails. Keeps references to @rules and @catalogue,
 * whose strings it hands out; the document may go. */
AdviceDecisions *advice_decisions_new (const AssessmentDocument *document,
                                       const SurveyScore *score,
                                       AdviceRules *rules,
                                       Catalogue *catalogue,
                                       const char *date) G_GNUC_WARN_UNUSED_RESULT;
/* The same without aid, kinds of support, their words and questions. @standings: where to put what
 * is decided of each kind of support, in the catalogue's order. */
AdviceDecisions *
advice_decisions_new_brief (const AssessmentDocument *document,
                            const SurveyScore *score,
                            AdviceRules *rules,
                            Catalogue *catalogue,
                            const char *date,
                            AdviceStanding *standings) G_GNUC_WARN_UNUSED_RESULT;
void advice_decisions_free (AdviceDecisions *decisions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceDecisions, advice_decisions_free)

G_END_DECLS
