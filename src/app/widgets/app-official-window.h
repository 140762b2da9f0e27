/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* The portal's export of results: which official score belongs to which assessment here, and what
 * of it is taken. Signal "imported" (how many were taken): done; the window closes after it. */
#define APP_TYPE_OFFICIAL_WINDOW (app_official_window_get_type ())
G_DECLARE_FINAL_TYPE (AppOfficialWindow, app_official_window, APP, OFFICIAL_WINDOW, AdwWindow)

/* NULL with an error when @path is no such table, or nothing can be kept now. */
GtkWidget *app_official_window_new (GtkWindow *owner,
                                    AppSession *session,
                                    const char *path,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
