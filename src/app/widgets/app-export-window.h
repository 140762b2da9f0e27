/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* A company's assessments as a package: which of them, with what, closed by which passphrase, and
 * where to. Signal "written" (path, how many evidence files were not there): the package is written
 * and checked; the window closes after it. */
#define APP_TYPE_EXPORT_WINDOW (app_export_window_get_type ())
G_DECLARE_FINAL_TYPE (AppExportWindow, app_export_window, APP, EXPORT_WINDOW, AdwWindow)

/* NULL when there is no such company, or it has no assessment. */
GtkWidget *app_export_window_new (GtkWindow *owner,
                                  AppSession *session,
                                  const char *company_id) G_GNUC_WARN_UNUSED_RESULT;
/* Writes to @path what is chosen, as after the file dialog. For tests. */
void app_export_window_write (AppExportWindow *self, const char *path);

G_END_DECLS
