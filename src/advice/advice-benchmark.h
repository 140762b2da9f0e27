/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-finding.h"
#include "assessment/assessment-document.h"
#include "catalogue/catalogue.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* The level of a quick scan beside enterprises of the same country and size (Eurostat, isoc_e_dii,
 * version 3 variables). NULL for any pack but "quick-scan". */
AdviceBenchmark *advice_benchmark_new (const Catalogue *catalogue,
                                       const AssessmentDocument *document,
                                       const SurveyScore *score) G_GNUC_WARN_UNUSED_RESULT;
void advice_benchmark_free (AdviceBenchmark *benchmark);

G_END_DECLS
