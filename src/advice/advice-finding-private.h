/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-finding.h"
#include "assessment/assessment-document.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* What the answers say, in words. Each array owns its AdviceFinding. */
GPtrArray *advice_strengths_new (const SurveyScore *score) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *advice_gaps_new (const SurveyScore *score) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *advice_contradictions_new (const SurveyScore *score) G_GNUC_WARN_UNUSED_RESULT;
void advice_finding_free (AdviceFinding *finding);

/* The words above the results. */
BaseText *advice_headline_new (const SurveyScore *score) G_GNUC_WARN_UNUSED_RESULT;
BaseText *advice_lead_new (const SurveyScore *score) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
