/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-plan.h"
#include "advice/advice-pool-private.h"
#include "advice/advice-weights.h"

G_BEGIN_DECLS

/* The parts of a plan. What they make lives in the pool. */

/* All actions, unranked: the bundled ones in the official order, then the company's own
 * (advice-plan-actions.c). Problems (borrowed texts) are added to @problems. */
GArray *advice_plan_collect (AdvicePool *pool,
                             const Advice *advice,
                             GPtrArray *problems) G_GNUC_WARN_UNUSED_RESULT;
/* Is @written the action @id? Documents write an option's action with a point or a hyphen: "q8.3"
 * and "q8-3". */
gboolean advice_action_is (const char *id, const char *written);
/* The document with the action's effects: ticks set, levels raised, never lowered; the answer that
 * excludes a tick goes. */
AssessmentDocument *advice_action_apply (const AdviceAction *action,
                                         AssessmentDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* Gains, shares and ranks (advice-plan-rank.c). */
void advice_plan_weigh (AdvicePool *pool,
                        const Advice *advice,
                        AdvicePlanWeight weights[ADVICE_N_WEIGHTS],
                        GPtrArray *problems);
void advice_plan_rank (const Advice *advice,
                       const AdvicePlanWeight weights[ADVICE_N_WEIGHTS],
                       GArray *actions);

/* Puts @actions in order, ties the actions of `after` to their indexes, sets periods and ends; what
 * cannot be is added to @problems (advice-plan-order.c). */
void
advice_plan_order (AdvicePool *pool, const Advice *advice, GArray *actions, GPtrArray *problems);

G_END_DECLS
