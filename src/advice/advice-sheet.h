/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-service.h"
#include "assessment/assessment-document.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* The sentences of the one page that a company takes to its hub: the problem in the company's own
 * choice of pains, the result, three questions to ask. */
BaseText *advice_sheet_problem_new (const AssessmentDocument *document,
                                    const SurveyPack *pack) G_GNUC_WARN_UNUSED_RESULT;
BaseText *advice_sheet_result_new (const SurveyScore *score) G_GNUC_WARN_UNUSED_RESULT;
/* Owns its BaseText. */
GPtrArray *advice_sheet_questions_new (const AdviceService *services,
                                       guint n_services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
