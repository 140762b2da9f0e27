/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* The running program: one library of data, one store, any number of windows, the app. actions. */
#define APP_TYPE_APPLICATION (app_application_get_type ())
G_DECLARE_FINAL_TYPE (AppApplication, app_application, APP, APPLICATION, AdwApplication)

/* What is done with the workspace when another folder is chosen. */
typedef enum
{
  APP_FOLDER_OPEN, /* what is there is opened, or made; the present one stays where it is */
  APP_FOLDER_MOVE, /* the present one moves there */
} AppFolderUse;

AppApplication *app_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

AppLibrary *app_application_get_library (AppApplication *self);
AppStore *app_application_get_store (AppApplication *self);
AppAdviser *app_application_get_adviser (AppApplication *self);
/* NULL when the settings schema is not installed: then nothing is remembered, and nothing breaks.
 */
GSettings *app_application_get_settings (AppApplication *self);

/* The workspace lies in @folder from now on, also after the next start; NULL: in the usual one
 * (APP_FOLDER_OPEN only). On FALSE everything is as it was. */
gboolean app_application_use_folder (AppApplication *self,
                                     const char *folder,
                                     AppFolderUse use,
                                     GError **error);
/* It lies in a folder that somebody chose. */
gboolean app_application_has_own_folder (AppApplication *self);

G_END_DECLS
