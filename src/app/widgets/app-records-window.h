/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* What an adviser keeps of a company beside its assessments: last and next meeting, contact
 * persons, notes, tags, until when the data are kept. Each change is on the disk when its row shows
 * it. */
#define APP_TYPE_RECORDS_WINDOW (app_records_window_get_type ())
G_DECLARE_FINAL_TYPE (AppRecordsWindow, app_records_window, APP, RECORDS_WINDOW, AdwWindow)

/* NULL when there is no such company. */
GtkWidget *app_records_window_new (GtkWindow *owner, AppSession *session, const char *company_id);

G_END_DECLS
