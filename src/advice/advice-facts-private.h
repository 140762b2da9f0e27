/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-facts.h"
#include "advice/advice-pool-private.h"
#include "assessment/assessment-document.h"
#include "catalogue/catalogue.h"
#include "dmn/dmn-fact.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* The table of facts from inside: its rows by name, and the setters of those who read a document.
 */

typedef enum
{
  ADVICE_FACT_ON,
  ADVICE_FACT_INSTRUMENT,
  /* the firm and its size */
  ADVICE_FACT_STAFF,
  ADVICE_FACT_TURNOVER,
  ADVICE_FACT_BALANCE_SHEET,
  ADVICE_FACT_HOLDING_RELATION,
  ADVICE_FACT_HOLDING_SHARE,
  ADVICE_FACT_HOLDING_VOTES,
  ADVICE_FACT_HOLDING_THROUGH,
  ADVICE_FACT_PUBLIC_SHARE,
  ADVICE_FACT_FIGURES_CLASS,
  ADVICE_FACT_COMPANY_SIZE,
  ADVICE_FACT_OTHER_OWNERS,
  ADVICE_FACT_COMPANY_COUNTRY,
  ADVICE_FACT_COMPANY_COUNTRY_COVERED,
  ADVICE_FACT_REGION_TYPE,
  ADVICE_FACT_MANUFACTURER,
  ADVICE_FACT_CONSTRUCTION,
  /* scores */
  ADVICE_FACT_OVERALL_SCORE,
  ADVICE_FACT_STRATEGY_SCORE,
  ADVICE_FACT_READINESS_SCORE,
  ADVICE_FACT_HUMAN_CENTRIC_SCORE,
  ADVICE_FACT_DATA_SCORE,
  ADVICE_FACT_AUTOMATION_SCORE,
  ADVICE_FACT_GREEN_SCORE,
  ADVICE_FACT_OVERALL_BAND,
  ADVICE_FACT_WEAKEST_DIMENSION,
  /* the project */
  ADVICE_FACT_GOAL,
  ADVICE_FACT_SUBJECT,
  ADVICE_FACT_CYBER_PHYSICAL,
  ADVICE_FACT_CONNECTED_DEVICE,
  ADVICE_FACT_DIGITAL_TWIN,
  ADVICE_FACT_PROVEN_CONCEPT,
  ADVICE_FACT_WEARABLE_ELECTRONICS,
  ADVICE_FACT_DATA_PROJECT,
  ADVICE_FACT_MODELLING_PROJECT,
  ADVICE_FACT_GROUP_PROJECT,
  ADVICE_FACT_CHALLENGE_OWNER,
  ADVICE_FACT_PRIOR_PROJECT_MONEY,
  /* partners and hubs */
  ADVICE_FACT_PARTNER_COUNT,
  ADVICE_FACT_RESEARCH_PARTNERS,
  ADVICE_FACT_PARTNERS_ARE_SMES,
  ADVICE_FACT_PARTNERS_INDEPENDENT,
  ADVICE_FACT_PARTNER_COUNTRIES_COVERED,
  ADVICE_FACT_COUNTRY_COUNT,
  ADVICE_FACT_WEAKEST_SCORE,
  ADVICE_FACT_STRONGEST_SCORE,
  ADVICE_FACT_HUBS_TAKING_PART,
  ADVICE_FACT_HUB_ABROAD,
  /* public aid: asked of the tables row by row, never of the user */
  ADVICE_FACT_AID_RULE,
  ADVICE_FACT_AID_ACTIVITY,
  ADVICE_FACT_AID_MEASURE,
  ADVICE_FACT_AID_BONUS,
  ADVICE_N_FACTS
} AdviceFactId;

/* The rows with their texts made; new array of ADVICE_N_FACTS. */
AdviceFactRow *advice_fact_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void advice_fact_rows_free (AdviceFactRow *rows);
/* Index of a FEEL name in the table, -1 when there is none. */
int advice_fact_find_id (const char *name);
const char *advice_fact_path (AdviceFactId id);
/* The first fact of the table that the same question settles; @id itself when it is the only one.
 */
AdviceFactId advice_fact_first_with_question (AdviceFactId id);

/* All facts unknown; texts and values live in @pool. */
AdviceFacts *advice_facts_new (const AdviceFactRow *rows,
                               AdvicePool *pool) G_GNUC_WARN_UNUSED_RESULT;
void advice_facts_free (AdviceFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceFacts, advice_facts_free)
AdvicePool *advice_facts_pool (AdviceFacts *facts);
/* What the decision tables are told. */
DmnFact advice_facts_value (const AdviceFacts *facts, AdviceFactId id);

/* Setters. Each takes @value (as shown) and @from (where it comes from); strings are borrowed and
 * must live as long as the pool. */
void advice_facts_set (AdviceFacts *facts,
                       AdviceFactId id,
                       DmnFact known,
                       AdviceProof proof,
                       BaseText *value,
                       BaseText *from);
void advice_facts_set_boolean (AdviceFacts *facts, AdviceFactId id, gboolean yes, BaseText *from);
void advice_facts_set_string (
    AdviceFacts *facts, AdviceFactId id, const char *string, BaseText *value, BaseText *from);
/* One of several: shown as unknown, told to the tables as far as it is known. One string is a
 * value. */
void advice_facts_set_one_of (AdviceFacts *facts,
                              AdviceFactId id,
                              const char *const *strings,
                              guint n,
                              BaseText *value,
                              BaseText *from);
/* In units of 10^-@places; @high below @low: open upwards. Equal ends are a value. */
void advice_facts_set_range (
    AdviceFacts *facts, AdviceFactId id, gint64 low, gint64 high, guint places, BaseText *from);
void advice_facts_set_proof (AdviceFacts *facts, AdviceFactId id, AdviceProof proof);
/* The fact is our conclusion from other answers, not an answer. */
void advice_facts_set_inferred (AdviceFacts *facts, AdviceFactId id);
gboolean advice_facts_is_inferred (const AdviceFacts *facts, AdviceFactId id);
/* While @id is open, another fact's question settles it ("who takes part?" before "where are
 * they?"). */
void advice_facts_set_asks (AdviceFacts *facts, AdviceFactId id, AdviceFactId other);
AdviceFactId advice_facts_asks (const AdviceFacts *facts, AdviceFactId id);

/* What the readers of a document need. */
typedef struct
{
  const AssessmentDocument *document;
  const SurveyScore *score;
  Catalogue *catalogue;
  const char *date;
  AdviceFacts *facts;
  gboolean brief; /* nobody reads the calculation of the size */
} AdviceReader;

/* country, region, trade (advice-facts-company.c) */
void advice_facts_read_company (AdviceReader *reader);
/* scores and weakest area (advice-facts-scores.c); the band is set by a table */
void advice_facts_read_scores (AdviceReader *reader);
/* goal, technologies, what is planned (advice-facts-project.c) */
void advice_facts_read_project (AdviceReader *reader);
/* partners and hubs, after the scores (advice-facts-partners.c) */
void advice_facts_read_partners (AdviceReader *reader);
/* Raises declared facts to documented or confirmed where evidence covers them
 * (advice-facts-proof.c). */
void advice_facts_read_proof (AdviceReader *reader);

/* "EL" and "GR" are one country: the catalogue's code; @code itself when it does not know it. NULL
 * stays NULL. */
const char *advice_country_code (Catalogue *catalogue, const char *code);
/* The country's name to show. */
BaseText *advice_country_text (Catalogue *catalogue, const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
