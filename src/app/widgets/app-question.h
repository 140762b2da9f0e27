/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* The answer part of a question page: made once a question, shows the document at each change,
 * edits it. */
#define APP_TYPE_QUESTION (app_question_get_type ())
G_DECLARE_DERIVABLE_TYPE (AppQuestion, app_question, APP, QUESTION, AdwBin)

struct _AppQuestionClass
{
  AdwBinClass parent_class;

  void (*build) (AppQuestion *self);
  void (*show) (AppQuestion *self);
  /* A digit was typed; TRUE when it meant something. */
  gboolean (*digit) (AppQuestion *self, guint digit);
  void (*set_narrow) (AppQuestion *self, gboolean narrow);
  void (*focus_first) (AppQuestion *self);
};

/* The widget that fits the question's kind. */
AppQuestion *app_question_new (AppPage *page, const SurveyQuestion *question);

AppPage *app_question_get_page (AppQuestion *self);
const SurveyQuestion *app_question_get (AppQuestion *self);
void app_question_show (AppQuestion *self);
gboolean app_question_digit (AppQuestion *self, guint digit);
/* Puts the focus on the first answer, also before the question was laid out. */
void app_question_focus_first (AppQuestion *self);
void app_question_set_narrow (AppQuestion *self, gboolean narrow);
gboolean app_question_get_narrow (AppQuestion *self);

G_END_DECLS
