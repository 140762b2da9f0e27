/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "app/app-types.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* The data, shared by all windows: questionnaires, rules, the catalogue with the user's own records
 * beside it, and the language of the window. Read in a thread once the first window stands; "ready"
 * turns TRUE, or "error" is set. Signal "reloaded": there is another catalogue. */
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
/* The same for @document, which must fit it; SURVEY_ERROR says why it does not. */
SurveyPack *app_library_find_pack (AppLibrary *self,
                                   const AssessmentDocument *document,
                                   GError **error);
/* The advice of today. */
Advice *app_library_advise (AppLibrary *self,
                            AssessmentDocument *document,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
AdviceRules *app_library_get_rules (AppLibrary *self);
Catalogue *app_library_get_catalogue (AppLibrary *self);
/* Where the user's own hubs and kinds of support lie; the folder need not be there. */
const char *app_library_get_own_folder (AppLibrary *self);
/* Why the user's own records are left out, or NULL: a damaged file never keeps the program from
 * starting. */
const GError *app_library_get_own_error (AppLibrary *self);
/* Reads the catalogue anew after a change to the user's own records and emits "reloaded". FALSE
 * leaves the old one. */
gboolean app_library_reload (AppLibrary *self, GError **error);

/* A change to the user's own records: begin, write, end, which reads the catalogue anew. Ended with
 * @done FALSE nothing was written. The last change can be taken back, and then done again. */
gboolean app_library_begin_change (AppLibrary *self, GError **error);
gboolean app_library_end_change (AppLibrary *self, gboolean done, GError **error);
gboolean app_library_can_undo_change (AppLibrary *self);
gboolean app_library_undo_change (AppLibrary *self, GError **error);

/* The window's language: from the locale, English where there is no catalogue. Never NULL. */
BaseLanguage *app_library_get_language (AppLibrary *self);

G_END_DECLS
