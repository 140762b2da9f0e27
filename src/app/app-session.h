/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-adviser.h"
#include "app/app-library.h"
#include "consultation/consultation-frozen.h"

G_BEGIN_DECLS

/* What one window works on: the open document, its Advice, undo and redo. Pages read it and edit
 * through it; they never call each other.
 *
 * Signals: "changed" - there is a new Advice (an edit, undo, redo, another document, data just
 * read); "opened"  - another document was opened or the document was closed, emitted before its
 * "changed"; "refused" - a finished assessment was to be changed. Properties: "can-undo",
 * "can-redo", "saved-text" (a whole sentence for the user). */
#define APP_TYPE_SESSION (app_session_get_type ())
G_DECLARE_FINAL_TYPE (AppSession, app_session, APP, SESSION, GObject)

/* @store may be NULL: then nothing is kept (tests). */
AppSession *app_session_new (AppLibrary *library, AppStore *store) G_GNUC_WARN_UNUSED_RESULT;

AppLibrary *app_session_get_library (AppSession *self);
AppStore *app_session_get_store (AppSession *self);
/* Who works here. Never NULL: before it is set, an owner whose name nobody knows. */
AppAdviser *app_session_get_adviser (AppSession *self);
void app_session_set_adviser (AppSession *self, AppAdviser *adviser);
BaseLanguage *app_session_get_language (AppSession *self);
Catalogue *app_session_get_catalogue (AppSession *self); /* NULL until the data is read */

/* Borrowed; NULL while nothing is open. */
AssessmentDocument *app_session_get_document (AppSession *self);
SurveyPack *app_session_get_pack (AppSession *self);
Advice *app_session_get_advice (AppSession *self);

/* Opens a document; the history starts anew. @kept: it comes from the store; else it is put there
 * by its first edit. FALSE with an error when its pack is unknown, its answers do not fit the pack
 * or the program's data cannot be read: then what was open stays. */
gboolean
app_session_open (AppSession *self, AssessmentDocument *document, gboolean kept, GError **error);
void app_session_close (AppSession *self);

/* The one way to change anything: takes @document, makes new Advice, saves, tells the pages. An
 * equal document is no edit. Edits with the same @step (a field's path while somebody types in it,
 * or NULL) right after each other are one step of undo. */
void app_session_edit (AppSession *self, AssessmentDocument *document, const char *step);
void app_session_undo (AppSession *self);
void app_session_redo (AppSession *self);
/* Nobody can undo from here on what was done before: the answers of a person who left. */
void app_session_seal (AppSession *self);
gboolean app_session_can_undo (AppSession *self);
gboolean app_session_can_redo (AppSession *self);

/* What the open assessment was made with when it is finished, else NULL. Borrowed. Of a finished
 * one only the portal's entry and the services delivered can be edited; another edit is not done,
 * and "refused" is emitted. */
ConsultationFrozen *app_session_get_frozen (AppSession *self);
/* Shows the open assessment, which was just finished, as it is kept. */
void app_session_reopen (AppSession *self);

/* The open assessment was edited and could not be put into the store: who leaves it loses it. What
 * waits in the store's queue is another thing, see app_store_flush(). */
gboolean app_session_is_waiting (AppSession *self);
/* "Saved on this computer, 11:42"; never NULL. */
const char *app_session_get_saved_text (AppSession *self);

/* Words in the window's language, to be freed; NULL gives NULL. */
char *app_session_say (AppSession *self, const BaseText *text) G_GNUC_WARN_UNUSED_RESULT;
/* A msgid of packs and catalogue in the window's language. Borrowed. */
const char *app_session_tell (AppSession *self, const char *msgid);

G_END_DECLS
