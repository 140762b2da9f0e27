/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-rules.h"
#include "advice/advice-step.h"
#include "assessment/assessment-document.h"
#include "catalogue/catalogue.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* What a list shows of a document: its scores, the size of the firm and the first step, as an
 * Advice says them, and nothing that takes long. */
typedef struct _AdviceOutline AdviceOutline;

/* As advice_new(). Keeps what it is made of. */
AdviceOutline *advice_outline_new (AssessmentDocument *document,
                                   SurveyPack *pack,
                                   AdviceRules *rules,
                                   Catalogue *catalogue,
                                   const char *date) G_GNUC_WARN_UNUSED_RESULT;
void advice_outline_free (AdviceOutline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceOutline, advice_outline_free)

SurveyScore *advice_outline_score (const AdviceOutline *outline);
/* As AdviceSize.id; NULL while more than one is possible. */
const char *advice_outline_size (const AdviceOutline *outline);
/* As advice_step (advice, 0); NULL: there is none. */
const AdviceStep *advice_outline_step (const AdviceOutline *outline);

G_END_DECLS
