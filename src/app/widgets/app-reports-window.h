/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* Reports of many companies at once: for whom and how, into which folder; how far it is; what came
 * of it. */
#define APP_TYPE_REPORTS_WINDOW (app_reports_window_get_type ())
G_DECLARE_FINAL_TYPE (AppReportsWindow, app_reports_window, APP, REPORTS_WINDOW, AdwWindow)

GtkWidget *app_reports_window_new (GtkWindow *owner, AppSession *session);
/* Before it is shown: an assessment of the workspace and what its company is called (or NULL). */
void app_reports_window_add (AppReportsWindow *self, const char *id, const char *name);
/* Shows it, or says that there is nothing to report on. */
void app_reports_window_present (AppReportsWindow *self);
/* Writes into @folder with what is chosen: what the button does after its dialog. */
void app_reports_window_write (AppReportsWindow *self, const char *folder);

G_END_DECLS
