/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-comparison.h"
#include "advice/advice-pool-private.h"

G_BEGIN_DECLS

/* The parts of a comparison. All results live in the pool. */

/* A target in hundredths, -1 for none; @due: ISO day or NULL, borrowed from @document. */
int advice_target (const AssessmentDocument *document, const char *dimension, const char **due);

/* The answers that differ in one dimension, its own difference shared out among them
 * (advice-comparison-moves.c). Fills moves and n_moves; points add up to
 * @difference->difference when it is settled. */
void advice_comparison_find_moves (AdvicePool *pool,
                                   const Advice *before,
                                   const Advice *now,
                                   const SurveyDimensionScore *dimension,
                                   AdviceDifference *difference);
/* Shares the overall difference out among the dimensions and each share among the moves. */
void advice_comparison_share_overall (const AdviceDifference *overall,
                                      SurveyScoring scoring,
                                      AdviceDifference *dimensions,
                                      guint n_dimensions);

/* Kinds of support that changed (advice-comparison-support.c). */
AdviceSupportChange *advice_comparison_supports (AdvicePool *pool,
                                                 const Advice *before,
                                                 const Advice *now,
                                                 guint *n) G_GNUC_WARN_UNUSED_RESULT;

/* Whole shares of @total in proportion to @quotas[i] / @divisor, by largest remainder: they add up
 * to @total, which must differ from the sum of the quotas by less than one. Ties to the first. */
void advice_share_out (int *shares, const gint64 *quotas, guint n, gint64 divisor, gint64 total);

G_END_DECLS
