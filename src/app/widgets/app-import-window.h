/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* A package or an assessment from somebody else: asks for the passphrase, shows what is new, what
 * contradicts and what is the same, takes in what was chosen, all or nothing. Signal "imported"
 * (id of the assessment to show, or NULL; what to call it; how many arrived finished and
 * stay open here, see consultation-arrived.h): done; the window closes after it. */
#define APP_TYPE_IMPORT_WINDOW (app_import_window_get_type ())
G_DECLARE_FINAL_TYPE (AppImportWindow, app_import_window, APP, IMPORT_WINDOW, AdwWindow)

GtkWidget *app_import_window_new (GtkWindow *owner,
                                  AppSession *session,
                                  const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* "reading", "passphrase", "preview", "refused". */
const char *app_import_window_get_state (AppImportWindow *self);

G_END_DECLS
