/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-application.h"
#include "app/app-session.h"

G_BEGIN_DECLS

/* The window: puts together Home, the way and the pages. Everything a person can do in it is an
 * action (win.…). */
#define APP_TYPE_WINDOW (app_window_get_type ())
G_DECLARE_FINAL_TYPE (AppWindow, app_window, APP, WINDOW, AdwApplicationWindow)

AppWindow *app_window_new (AppApplication *application) G_GNUC_WARN_UNUSED_RESULT;

AppSession *app_window_get_session (AppWindow *self);
/* Opens @document and shows its company page, or says why not. @kept: it comes from the store. */
gboolean app_window_open (AppWindow *self, AssessmentDocument *document, gboolean kept);
/* The same for a file; says what is wrong with it. */
void app_window_open_file (AppWindow *self, const char *path);
/* "company", "questions:q8", "home". */
void app_window_go (AppWindow *self, const char *target);
/* A short message; @button, @action and its @target may be NULL. Pages and widgets say it by
 * app_toast_show(). */
void app_window_toast (
    AppWindow *self, const char *title, const char *button, const char *action, const char *target);

G_END_DECLS
