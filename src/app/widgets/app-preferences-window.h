/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-adviser.h"

G_BEGIN_DECLS

/* Who works here and what the hub decides for itself: when the next stage is due, how many
 * assessments it promised, how long data are kept. Each change is kept when it is made. */
#define APP_TYPE_PREFERENCES_WINDOW (app_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
    AppPreferencesWindow, app_preferences_window, APP, PREFERENCES_WINDOW, AdwWindow)

/* What the hub decides is not shown while the workspace of @store is not open. */
GtkWidget *app_preferences_window_new (GtkWindow *owner,
                                       AppAdviser *adviser,
                                       AppStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
