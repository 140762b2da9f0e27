/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-finding.h"
#include "advice/advice-size.h"
#include "assessment/assessment-document.h"
#include "catalogue/catalogue.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* The standards and laws that concern the chosen technologies, sectors and goals, or the weakest
 * area, each with why. Owns its AdviceGuidance. */
GPtrArray *advice_guidance_list_new (const Catalogue *catalogue,
                                     const AssessmentDocument *document,
                                     const SurveyScore *score,
                                     const AdviceSize *size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
