/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* The running program: one library of data, one store, any number of windows, the app. actions. */
#define APP_TYPE_APPLICATION (app_application_get_type ())
G_DECLARE_FINAL_TYPE (AppApplication, app_application, APP, APPLICATION, AdwApplication)

AppApplication *app_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

AppLibrary *app_application_get_library (AppApplication *self);
AppStore *app_application_get_store (AppApplication *self);
AppAdviser *app_application_get_adviser (AppApplication *self);
/* NULL when the settings schema is not installed: then nothing is remembered, and nothing breaks.
 */
GSettings *app_application_get_settings (AppApplication *self);

/* The workspace in @folder (NULL: in the usual one) is opened, or made there, from now on also after
 * the next start; the present one stays where it is. On FALSE everything is as it was. */
gboolean app_application_use_folder (AppApplication *self, const char *folder, GError **error);
/* The present one moves to @folder, with evidence and backups, and is used there from then on. See
 * app_store_move_async(). */
void app_application_move_to_folder_async (AppApplication *self,
                                           const char *folder,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
gboolean app_application_move_to_folder_finish (AppApplication *self,
                                                GAsyncResult *result,
                                                GError **error);
/* It lies in a folder that somebody chose. */
gboolean app_application_has_own_folder (AppApplication *self);

G_END_DECLS
