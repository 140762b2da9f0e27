/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"

G_BEGIN_DECLS

/* The chosen steps in the document: plan.actions[] {id, status}. */

/* A name for a step that stays the same whatever the order of steps: "q8.3", "q1-invested.3". */
char *app_plan_step_id (const Advice *advice, const AdviceStep *step) G_GNUC_WARN_UNUSED_RESULT;
/* Is it in the plan (and not dropped)? */
gboolean app_plan_has (const AssessmentDocument *document, const char *id);
/* The document with the step in the plan or not. Other actions, due dates and owners stay. */
AssessmentDocument *app_plan_with (AssessmentDocument *document,
                                   const char *id,
                                   gboolean planned) G_GNUC_WARN_UNUSED_RESULT;
/* What the Advice would be with all chosen steps done; their number in @n. */
Advice *app_plan_project (const Advice *advice, guint *n) G_GNUC_WARN_UNUSED_RESULT;

/* The company's pains (project.pains) with @id among them or not; removed with the last one. */
AssessmentDocument *app_plan_with_pain (AssessmentDocument *document,
                                        const char *id,
                                        gboolean hurts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
