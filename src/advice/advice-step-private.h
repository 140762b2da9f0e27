/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-step.h"
#include "advice/advice-weights.h"

G_BEGIN_DECLS

/* The options that would raise the score, ranked by gain, weighed by what hurts (project.pains),
 * the chosen technologies, the weakest dimension and the effort. Owns its AdviceStep. */
GPtrArray *advice_steps_new (const SurveyScore *score,
                             const AssessmentDocument *document,
                             const AdviceWeights *weights) G_GNUC_WARN_UNUSED_RESULT;
/* The same without a limit. */
GPtrArray *advice_steps_all_new (const SurveyScore *score,
                                 const AssessmentDocument *document,
                                 const AdviceWeights *weights) G_GNUC_WARN_UNUSED_RESULT;
void advice_step_free (AdviceStep *step);

/* The document with the steps done: a tick set, a level raised. Borrows @steps. */
AssessmentDocument *advice_steps_apply (AssessmentDocument *document,
                                        const AdviceStep *const *steps,
                                        guint n_steps) G_GNUC_WARN_UNUSED_RESULT;

/* Index of the dimension with the lowest settled score, ties to the first; -1 while none is
 * settled. */
int advice_weakest_dimension (const SurveyScore *score);

/* What the company ticked as hurting, in the pack's words; @id itself when the pack has no such
 * pain. */
const char *advice_pain_title (const SurveyPack *pack, const char *id);

G_END_DECLS
