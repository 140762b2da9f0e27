/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-entry.h"
#include "app/app-session.h"

G_BEGIN_DECLS

/* A kept assessment in Home's list: who, how far, the result; a button to delete it. A narrow row
 * leaves the mark of how far out. */
#define APP_TYPE_ENTRY_ROW (app_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (AppEntryRow, app_entry_row, APP, ENTRY_ROW, GtkListBoxRow)

GtkWidget *app_entry_row_new (AppEntry *item, AppSession *session, gboolean narrow);

G_END_DECLS
