/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* The help in a plain window of ours, where the system has no help viewer. */
#define APP_TYPE_HELP_WINDOW (app_help_window_get_type ())
G_DECLARE_FINAL_TYPE (AppHelpWindow, app_help_window, APP, HELP_WINDOW, AdwWindow)

/* @id: the page to begin with. */
GtkWidget *app_help_window_new (GtkWindow *owner, const char *id);

G_END_DECLS
