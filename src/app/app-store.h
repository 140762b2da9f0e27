/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "app/app-entry.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* The window's side of the workspace: the list of what is kept, and saving without waiting. Only
 * the main thread.
 *
 * Signals:
 * "saved"   - saving began, reached the disk or failed, or the list changed: see the getters below.
 * "listed"  - the companies are others, or can be listed without waiting now.
 * "merged"  (const char *id, AssessmentDocument *saved, AssessmentDocument *stored) - another
 * instance had changed the same assessment: @saved was handed over, @stored stands in the file now.
 * "replaced" - the workspace is another one, or changed as a whole: restored, moved, a company
 * gone. "foreign" - another instance wrote: what is open may have changed. */
#define APP_TYPE_STORE (app_store_get_type ())
G_DECLARE_FINAL_TYPE (AppStore, app_store, APP, STORE, GObject)

/* @path: the workspace file, or NULL for the user's own. Nothing is read before app_store_open().
 */
AppStore *app_store_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Opens the file and fills the list; a failure is kept for app_store_get_failure(). */
void app_store_open (AppStore *self);

/* The file of @path must be there when it is opened: it lies in a folder that somebody chose, and a
 * drive that is not connected must not begin an empty one. */
void app_store_set_must_exist (AppStore *self, gboolean must_exist);
/* Where the file is, or would be. */
char *app_store_dup_place (AppStore *self) G_GNUC_WARN_UNUSED_RESULT;
/* Opens another file instead, made when it is not there; NULL: the user's own. On FALSE the one
 * that was open is open again. */
gboolean app_store_switch (AppStore *self, const char *path, GError **error);
/* Moves the file with all that lies beside it to @path, as workspace_move(), and goes on there.
 * While it is on its way nothing is open: whoever begins it keeps people from answering meanwhile.
 * On FALSE the file is open where it was. */
void app_store_move_async (AppStore *self,
                           const char *path,
                           GAsyncReadyCallback callback,
                           gpointer data);
gboolean app_store_move_finish (AppStore *self, GAsyncResult *result, GError **error);
/* Removes a company for good, as workspace_purge_company(); "replaced" is emitted at the end. */
void app_store_purge_company_async (AppStore *self,
                                    const char *company_id,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean app_store_purge_company_finish (AppStore *self, GAsyncResult *result, GError **error);
/* After the file changed as a whole: lists again and emits "replaced". Opens it when it was not
 * open. */
void app_store_replaced (AppStore *self);

/* AppEntry items, latest change first: an owner's own. Empty while there are more companies than an
 * owner has, which AppCompanies lists. */
GListModel *app_store_get_entries (AppStore *self);
/* There are more companies than an owner has. */
gboolean app_store_has_many (AppStore *self);
gboolean app_store_is_empty (AppStore *self);
/* The companies are in memory: any of them can be asked for without waiting for the disk. */
gboolean app_store_is_listed (AppStore *self);
AssessmentDocument *
app_store_load (AppStore *self, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps a new assessment and gives it back with its id. */
AssessmentDocument *app_store_create (AppStore *self,
                                      AssessmentDocument *document,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Queues the change from @old to the advice's document, and its summary; returns at once. */
void app_store_save (AppStore *self, AssessmentDocument *old, Advice *advice);
/* Queues what lists show of the advice's document, which is kept and came without it, or with that
 * of other rules. */
void app_store_summarize (AppStore *self, Advice *advice);
/* Reads the list anew: summaries of the last edits are in it then. */
void app_store_refresh (AppStore *self);
/* The same after assessments were changed past the sessions that have them open (an import):
 * "foreign" is emitted too. */
void app_store_reload (AppStore *self);
/* Takes it out of the list; app_store_restore() brings it back. */
gboolean app_store_remove (AppStore *self, const char *id, GError **error);
gboolean app_store_restore (AppStore *self, const char *id, GError **error);

/* The workspace itself, for what is done with whole companies; NULL while it is not open. Borrowed;
 * after a change app_store_refresh(). */
Workspace *app_store_get_workspace (AppStore *self);

gboolean app_store_is_open (AppStore *self);
/* FALSE with the reason when it is not. */
gboolean app_store_check (AppStore *self, GError **error);
/* Path of the workspace file; NULL while it is not open. Borrowed. */
const char *app_store_get_path (AppStore *self);
/* Something is not yet on the disk. */
gboolean app_store_is_busy (AppStore *self);
/* The last time everything was on the disk, microseconds of real time; 0 before the first save. */
gint64 app_store_get_saved_at (AppStore *self);
/* Why the file cannot be read or written, for people; NULL when all is well. Borrowed. */
const char *app_store_get_failure (AppStore *self);
/* Waits until everything is on the disk; FALSE with the reason when that cannot be. */
gboolean app_store_flush (AppStore *self, GError **error);

G_END_DECLS
