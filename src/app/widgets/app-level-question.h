/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/app-question.h"

G_BEGIN_DECLS

/* Rows on one scale: stages 0 to 5, no – partly – yes, or no – yes. Each row is a radio group. */
#define APP_TYPE_LEVEL_QUESTION (app_level_question_get_type ())
G_DECLARE_FINAL_TYPE (AppLevelQuestion, app_level_question, APP, LEVEL_QUESTION, AppQuestion)

G_END_DECLS
