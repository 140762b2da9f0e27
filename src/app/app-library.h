/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "app/app-types.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* The bundled data, shared by all windows: questionnaires, rules, catalogue, and the language of
 * the window. Read in a thread once the first window stands; "ready" turns TRUE, or "error" is set.
 */
#define APP_TYPE_LIBRARY (app_library_get_type ())
G_DECLARE_FINAL_TYPE (AppLibrary, app_library, APP, LIBRARY, GObject)

AppLibrary *app_library_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Starts reading; does nothing when it runs or is done. */
void app_library_load (AppLibrary *self);
/* TRUE when the data is there; waits for it where needed. */
gboolean app_library_ensure (AppLibrary *self, GError **error);
gboolean app_library_is_ready (AppLibrary *self);
/* Why the data could not be read, or NULL. */
const GError *app_library_get_error (AppLibrary *self);

/* Borrowed; NULL until ready. */
SurveyPack *app_library_get_pack (AppLibrary *self, const char *id);
AdviceRules *app_library_get_rules (AppLibrary *self);
Catalogue *app_library_get_catalogue (AppLibrary *self);
/* The window's language: from the locale, English where there is no catalogue. Never NULL. */
BaseLanguage *app_library_get_language (AppLibrary *self);

G_END_DECLS
