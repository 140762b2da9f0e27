/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* Deletes one company for good, after its name was typed. Signal "erased": it is gone, from the
 * backups too; the window closes after it. */
#define APP_TYPE_ERASE_WINDOW (app_erase_window_get_type ())
G_DECLARE_FINAL_TYPE (AppEraseWindow, app_erase_window, APP, ERASE_WINDOW, AdwWindow)

/* NULL when there is no such company. */
GtkWidget *app_erase_window_new (GtkWindow *owner,
                                 AppSession *session,
                                 const char *company_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
