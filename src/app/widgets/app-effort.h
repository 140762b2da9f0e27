/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* How much work a step is: three bars, and the word beside them. */
#define APP_TYPE_EFFORT (app_effort_get_type ())
G_DECLARE_FINAL_TYPE (AppEffort, app_effort, APP, EFFORT, GtkBox)

/* @effort: 1 small to 3 large. */
GtkWidget *app_effort_new (guint effort) G_GNUC_WARN_UNUSED_RESULT;
/* "Small" … in the window's language; NULL for 0 (not estimated). */
const char *app_effort_word (guint effort);

G_END_DECLS
