/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-aid.h"
#include "advice/advice-facts.h"
#include "advice/advice-finding.h"
#include "advice/advice-instrument.h"
#include "advice/advice-match.h"
#include "advice/advice-rules.h"
#include "advice/advice-service.h"
#include "advice/advice-size.h"
#include "advice/advice-step.h"
#include "advice/advice-versions.h"
#include "assessment/assessment-document.h"
#include "base/base-text.h"
#include "catalogue/catalogue.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* Everything Waymark has to say about one document: a pure function of document, pack, rules,
 * catalogue and date. Immutable, reference-counted; window, command and report only read it and
 * compute nothing by themselves. It holds no words but BaseText. Arrays are in the order in which
 * they are to be shown. */
typedef struct _Advice Advice;

/* @date: ISO day the advice is for (calls, dated rules). Never fails: what is not known is said to
 * be unknown. */
Advice *advice_new (AssessmentDocument *document,
                    SurveyPack *pack,
                    AdviceRules *rules,
                    Catalogue *catalogue,
                    const char *date) G_GNUC_WARN_UNUSED_RESULT;
Advice *advice_ref (Advice *advice);
void advice_unref (Advice *advice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Advice, advice_unref)

/* What it was made from. */
AssessmentDocument *advice_document (const Advice *advice);
SurveyPack *advice_pack (const Advice *advice);
AdviceRules *advice_rules (const Advice *advice);
Catalogue *advice_catalogue (const Advice *advice);
const char *advice_date (const Advice *advice);

const AdviceVersions *advice_versions (const Advice *advice);

SurveyScore *advice_score (const Advice *advice);

/* Words of the results, in the order in which they stand: "Second of four levels", then one
 * sentence on what is strong and what holds the score down; while incomplete they say what is still
 * open. */
const BaseText *advice_headline (const Advice *advice);
const BaseText *advice_lead (const Advice *advice);

/* Facts as the rules saw them, each with where it comes from. */
const AdviceFacts *advice_facts (const Advice *advice);
const AdviceSize *advice_size (const Advice *advice);
const AdviceAid *advice_aid (const Advice *advice);

guint advice_n_strengths (const Advice *advice);
const AdviceFinding *advice_strength (const Advice *advice, guint index);
guint advice_n_gaps (const Advice *advice);
const AdviceFinding *advice_gap (const Advice *advice, guint index);
/* Answers that exclude each other and the like; to be mended, never changing a score. */
guint advice_n_contradictions (const Advice *advice);
const AdviceFinding *advice_contradiction (const Advice *advice, guint index);

guint advice_n_services (const Advice *advice);
const AdviceService *advice_service (const Advice *advice, guint index);
guint advice_n_instruments (const Advice *advice);
const AdviceInstrument *advice_instrument (const Advice *advice, guint index);
const AdviceInstrument *advice_find_instrument (const Advice *advice, const char *id);
/* Questions whose answer would settle the most kinds of support first: facts that are still
 * unknown. */
guint advice_n_open_questions (const Advice *advice);
const AdviceOpenQuestion *advice_open_question (const Advice *advice, guint index);

/* The best hubs, ranked; the first advice_n_hubs_shown() are above the threshold of
 * data/rules/match-weights.json. */
guint advice_n_hubs (const Advice *advice);
guint advice_n_hubs_shown (const Advice *advice);
const AdviceMatch *advice_hub (const Advice *advice, guint index);
/* Every hub of the catalogue, ranked, made afresh: the array owns its AdviceMatch (their catalogue
 * is @advice's). */
GPtrArray *advice_match_all_hubs (const Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
guint advice_n_clusters (const Advice *advice);
guint advice_n_clusters_shown (const Advice *advice);
const AdviceMatch *advice_cluster (const Advice *advice, guint index);

guint advice_n_steps (const Advice *advice);
const AdviceStep *advice_step (const Advice *advice, guint index);

guint advice_n_guidance (const Advice *advice);
const AdviceGuidance *advice_guidance (const Advice *advice, guint index);

/* The quick scan set against enterprises of its country and size; NULL for other packs. */
const AdviceBenchmark *advice_benchmark (const Advice *advice);

/* "Take this to your hub": the problem, the result, three questions to ask; and what can be asked
 * for today. */
const BaseText *advice_sheet_problem (const Advice *advice);
const BaseText *advice_sheet_result (const Advice *advice);
guint advice_n_sheet_questions (const Advice *advice);
const BaseText *advice_sheet_question (const Advice *advice, guint index);

/* The same advice if the chosen steps were done (@steps: indexes of advice_step()): the Advice of a
 * projected document, through the real scoring. */
Advice *
advice_project (const Advice *advice, const guint *steps, guint n_steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
