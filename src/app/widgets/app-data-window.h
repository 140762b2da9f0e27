/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-application.h"
#include "app/app-session.h"

G_BEGIN_DECLS

/* Where the data lie and how they are kept: the folder, backups, what was deleted and can be
 * brought back, and companies whose data may be kept no longer. Works while the workspace cannot be
 * opened too: then a backup or another folder is the way out. */
#define APP_TYPE_DATA_WINDOW (app_data_window_get_type ())
G_DECLARE_FINAL_TYPE (AppDataWindow, app_data_window, APP, DATA_WINDOW, AdwWindow)

GtkWidget *app_data_window_new (GtkWindow *owner,
                                AppApplication *application,
                                AppSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Moves everything to @folder. Until it is done the window stays and takes no other wish. */
void app_data_window_move (AppDataWindow *self, const char *folder);

G_END_DECLS
