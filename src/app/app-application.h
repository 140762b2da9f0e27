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

G_END_DECLS
