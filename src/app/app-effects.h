/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"
#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* What an own action changes in the answers ("plan.actions[2].effects"), as ids that a list of
 * choices can hold: "q2:10" ticks option 10 ("q1:3": it is invested in), "q4:3:2" brings row 3 to
 * level 2. */

/* A new strv in the questionnaire's order, empty when there are none. */
char **app_effects_get (const AssessmentDocument *document,
                        const SurveyPack *pack,
                        const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* The document with these instead; of two levels of one row the later one stands, and what the pack
 * does not know is left out. NULL when the action is not there. */
AssessmentDocument *app_effects_set (const AssessmentDocument *document,
                                     const SurveyPack *pack,
                                     const char *path,
                                     const char *const *ids) G_GNUC_WARN_UNUSED_RESULT;
/* The option, or "row – level"; NULL for what the pack does not know. @tell says a
 * msgid of the pack. */
typedef const char *(*AppEffectsTellFunc) (gpointer data, const char *msgid);
char *app_effects_title (const SurveyPack *pack,
                         const char *id,
                         AppEffectsTellFunc tell,
                         gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* All that there are, a new strv. */
char **app_effects_list (const SurveyPack *pack) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
