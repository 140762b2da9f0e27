/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* One scored question with its points, which opens to its answers: a row of AppWhyRow. Borrows
 * @page, which must outlive it. */
#define APP_TYPE_WHY_QUESTION (app_why_question_get_type ())
G_DECLARE_FINAL_TYPE (AppWhyQuestion, app_why_question, APP, WHY_QUESTION, AdwPreferencesRow)

/* @index: of survey_score_question(). */
GtkWidget *
app_why_question_new (AppPage *page, guint index, gboolean expanded) G_GNUC_WARN_UNUSED_RESULT;
gboolean app_why_question_get_expanded (AppWhyQuestion *self);

G_END_DECLS
