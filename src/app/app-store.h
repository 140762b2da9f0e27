/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "app/app-entry.h"

G_BEGIN_DECLS

/* The window's side of the workspace: the list of what is kept, and saving without waiting.
 *
 * Signals: "saved" - saving began, reached the disk or failed: look at the getters below. */
#define APP_TYPE_STORE (app_store_get_type ())
G_DECLARE_FINAL_TYPE (AppStore, app_store, APP, STORE, GObject)

/* @path: the workspace file; its folder is made where needed. */
AppStore *app_store_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* The user's own: $XDG_DATA_HOME/waymark/workspace.waymarkdb. */
char *app_store_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

/* AppEntry items, newest first. The list fills itself once the file is read. */
GListModel *app_store_get_entries (AppStore *self);
/* Reads one document. */
AssessmentDocument *
app_store_load (AppStore *self, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Queues the advice's document and its summary; returns at once. */
void app_store_save (AppStore *self, Advice *advice);
/* Takes it out of the list and of the file; app_store_restore() brings it back. */
void app_store_remove (AppStore *self, const char *id);
void app_store_restore (AppStore *self, const char *id);

/* What is not yet on the disk. */
gboolean app_store_is_busy (AppStore *self);
/* The last time everything was on the disk; NULL before the first save. Borrowed. */
GDateTime *app_store_get_saved_at (AppStore *self);
/* Why the file cannot be read or written, a whole sentence; NULL when all is well. Borrowed. */
const char *app_store_get_failure (AppStore *self);

/* Answers when everything queued so far is on the disk, or could not be written. */
void app_store_flush_async (AppStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean app_store_flush_finish (AppStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
