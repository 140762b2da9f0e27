/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-record.h"

G_BEGIN_DECLS

/* The form of an own hub: typed once, it stands beside the hubs of the catalogue.
 *
 * Signal "saved" (const char *id): it is in the catalogue now. */
#define APP_TYPE_HUB_WINDOW (app_hub_window_get_type ())
G_DECLARE_FINAL_TYPE (AppHubWindow, app_hub_window, APP, HUB_WINDOW, AdwWindow)

/* @record: an own hub to change, or NULL for a new one. */
GtkWidget *app_hub_window_new (GtkWindow *owner,
                               AppSession *session,
                               AppRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
