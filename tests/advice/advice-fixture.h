/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-decisions-private.h"
#include "advice/advice.h"

G_BEGIN_DECLS

/* The bundled pack, rules and catalogue, and documents in short. */

/* The answers of the sample: 26.56 overall; and "none of these" everywhere: 0. */
#define SAMPLE_ANSWERS                                                                             \
  "\"q1\":{\"invested\":[6,8,10],\"planned\":[1,6,9]},\"q2\":[1,2,5,7],\"q3\":[1,2,4],\"q4\":[0,"  \
  "0,2,0,1,0,0],"                                                                                  \
  "\"q5\":[3,6],\"q6\":[],\"q7\":[1,3,5],\"q8\":[1,2,5],\"q9\":[1,0,0,0,3],\"q10\":[8,10],"        \
  "\"q11\":[1,0,0,1,2]"
#define NO_ANSWERS                                                                                 \
  "\"q1\":{\"invested\":[],\"planned\":[]},\"q2\":[],\"q3\":[],\"q4\":[0,0,0,0,0,0,0],\"q5\":[],"  \
  "\"q6\":[],\"q7\":[],"                                                                           \
  "\"q8\":[],\"q9\":[0,0,0,0,0],\"q10\":[],\"q11\":[0,0,0,0,0]"
/* A small firm of Portugal that nobody else owns. */
#define SMALL_FIRM                                                                                 \
  "\"country\":\"PT\",\"region\":\"PT11\",\"sectors\":[\"metalworking\"],\"holdings\":[],"         \
  "\"accounts\":[{\"year\":2025,\"staff\":24,\"turnover_eur\":2100000,\"balance_sheet_eur\":"      \
  "1500000}]"
#define TODAY "2026-11-20"

/* Parts of a project. */
#define DEVELOP                                                                                    \
  "\"goal\":\"develop\",\"subject\":\"product\",\"technologies\":[\"cps\"],\"challenge_owner\":"   \
  "false,"
#define PARTNER_FROM(country, independent, score)                                                  \
  "{\"country\":\"" country "\",\"sme\":true,\"independent\":" independent                         \
  ",\"overall_score\":" score "}"
#define LOW_PARTNER PARTNER_FROM ("ES", "true", "18")

void fixture_open (void);
void fixture_close (void);
SurveyPack *fixture_pack (void);
AdviceRules *fixture_rules (void);
Catalogue *fixture_catalogue (void);

/* Members of company, project and answers without their braces. */
AssessmentDocument *
fixture_document (const char *company, const char *project, const char *answers);
/* Borrowed by the returned decisions for as long as the fixture is open. */
AdviceDecisions *fixture_decide (AssessmentDocument *document, const char *date);
/* The whole Advice; a bundled sample; complete answers by chance. */
Advice *fixture_whole (AssessmentDocument *document, const char *date);
AssessmentDocument *fixture_sample (const char *name);
AssessmentDocument *fixture_random (GRand *rand);
/* The three in one; free with advice_decisions_free(). */
AdviceDecisions *fixture_advise (const char *company, const char *project, const char *answers);

const AdviceInstrument *fixture_find (const AdviceDecisions *decisions, const char *id);
const AdviceCriterion *fixture_criterion (const AdviceInstrument *instrument, const char *fact);
const AdviceCriterion *
fixture_warning (const AdviceDecisions *decisions, const char *id, const char *words);
/* In English; g_free(). NULL for NULL. */
char *fixture_say (const BaseText *text);
gboolean fixture_says (const BaseText *text, const char *words);

G_END_DECLS
