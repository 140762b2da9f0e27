/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The meeting records what it agreed on one question, with its reason. It begins with the answer
 * that stands, else with what most of the persons said: a proposal only. */
#define APP_TYPE_AGREE_WINDOW (app_agree_window_get_type ())
G_DECLARE_FINAL_TYPE (AppAgreeWindow, app_agree_window, APP, AGREE_WINDOW, AdwWindow)

/* @proposal: JSON of an answer, or NULL. */
GtkWidget *app_agree_window_new (GtkWindow *owner,
                                 AppPage *page,
                                 const SurveyQuestion *question,
                                 const char *proposal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
