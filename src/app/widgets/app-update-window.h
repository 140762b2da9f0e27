/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* What a newer list of hubs, clusters or kinds of support would change, member by member; what is
 * ticked is taken over.
 *
 * Signal "updated" (guint n): so many changes were taken, and the catalogue is read anew. */
#define APP_TYPE_UPDATE_WINDOW (app_update_window_get_type ())
G_DECLARE_FINAL_TYPE (AppUpdateWindow, app_update_window, APP, UPDATE_WINDOW, AdwWindow)

/* @path: a file of the project's format, or the Commission's export as CSV. It is read in a thread;
 * what is wrong with it is said in the window. */
GtkWidget *app_update_window_new (GtkWindow *owner,
                                  AppSession *session,
                                  const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
