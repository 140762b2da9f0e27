/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/app-question.h"

G_BEGIN_DECLS

/* Options to tick, in one column (the whole row is the target) or in several; the last row says
 * "none of these". */
#define APP_TYPE_TICK_QUESTION (app_tick_question_get_type ())
G_DECLARE_FINAL_TYPE (AppTickQuestion, app_tick_question, APP, TICK_QUESTION, AppQuestion)

G_END_DECLS
