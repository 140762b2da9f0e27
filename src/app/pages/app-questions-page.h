/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* One question a page, of any questionnaire. Its place is the question's id. */
#define APP_TYPE_QUESTIONS_PAGE (app_questions_page_get_type ())
G_DECLARE_FINAL_TYPE (AppQuestionsPage, app_questions_page, APP, QUESTIONS_PAGE, AppPage)

G_END_DECLS
