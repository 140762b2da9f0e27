/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "app/widgets/app-question.h"

G_BEGIN_DECLS

/* One question on a session of its own, apart from the journey: a person who answers alone, a
 * meeting that records what it agreed. Nothing it does reaches a document but the session's. */
#define APP_TYPE_QUESTION_PLACE (app_question_place_get_type ())
G_DECLARE_FINAL_TYPE (AppQuestionPlace, app_question_place, APP, QUESTION_PLACE, AppPage)

/* A session that keeps nothing, with @document open; NULL when it cannot be opened. */
AppSession *app_question_place_session (AppSession *like,
                                        AssessmentDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* @question of the session's pack; made anew. */
void app_question_place_set (AppQuestionPlace *self, const SurveyQuestion *question);
/* NULL before the first. */
AppQuestion *app_question_place_get (AppQuestionPlace *self);

G_END_DECLS
