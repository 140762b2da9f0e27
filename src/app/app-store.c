/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-store-private.h"

#include "consultation/consultation-summary.h"
#include "workspace/workspace-backup.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* A workspace as a GObject with a list model. */

/* How often to look whether another instance wrote, in seconds. */
#define POLL_SECONDS 2
/* A widget for each assessment of so many companies is still quick; an owner has one, a group of
 * firms a few. */
#define OWNER_MOST 20
/* The first look at today's backup waits until the window is at rest. */
#define BACKUP_FIRST_SECONDS 5
#define BACKUP_AGAIN_SECONDS (60 * 60)

G_DEFINE_FINAL_TYPE (AppStore, app_store, G_TYPE_OBJECT)

enum
{
  SAVED,
  LISTED,
  MERGED,
  FOREIGN,
  REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_failure (AppStore *self, const GError *error)
{
  g_free (self->failure);
  self->failure = error != NULL ? g_strdup (error->message) : NULL;
}

gboolean
_app_store_is_closed (AppStore *self, GError **error)
{
  if (self->workspace != NULL)
    return FALSE;
  g_set_error_literal (error, WORKSPACE_ERROR,
                       self->moving ? WORKSPACE_ERROR_BUSY : WORKSPACE_ERROR_FAILED,
                       self->moving            ? _ ("Everything is being moved to another folder")
                       : self->failure != NULL ? self->failure
                                               : _ ("Nothing can be kept on this computer now"));
  return TRUE;
}

static void
list_entries (AppStore *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = workspace_list (self->workspace, FALSE, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (list == NULL)
    {
      set_failure (self, error);
      return;
    }
  /* The items take the entries out of the array. */
  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (items, app_entry_new (g_ptr_array_index (list, i)));
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       items->pdata, items->len);
}

static void
refresh (AppStore *self)
{
  self->n_companies = workspace_count_companies (self->workspace, OWNER_MOST + 1);
  if (self->n_companies <= OWNER_MOST)
    list_entries (self);
  else
    g_list_store_remove_all (self->entries);
}

static void
prefetched_cb (Workspace *workspace, gpointer data)
{
  AppStore *self = data;

  self->listed = TRUE;
  g_signal_emit (self, signals[LISTED], 0);
}

static void
durable_cb (Workspace *workspace, const WorkspaceDurable *durable, gpointer data)
{
  AppStore *self = data;

  self->durable = durable->up_to;
  if (durable->saved_at != 0)
    self->saved_at = durable->saved_at;
  set_failure (self, durable->error);
  g_signal_emit (self, signals[SAVED], 0);
}

static void
changed_cb (Workspace *workspace, gpointer data)
{
  AppStore *self = data;

  refresh (self);
  workspace_prefetch_companies (workspace);
  g_signal_emit (self, signals[SAVED], 0);
  g_signal_emit (self, signals[FOREIGN], 0);
}

static void
saved_cb (Workspace *workspace, const WorkspaceSaved *saved, gpointer data)
{
  AppStore *self = data;

  if (saved->stored != NULL && !assessment_document_equal (saved->saved, saved->stored))
    g_signal_emit (self, signals[MERGED], 0, saved->id, saved->saved, saved->stored);
}

static gboolean
poll_cb (gpointer data)
{
  workspace_poll (APP_STORE (data)->workspace);
  return G_SOURCE_CONTINUE;
}

void
_app_store_close (AppStore *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_handle_id (&self->backup, g_source_remove);
  if (self->workspace == NULL)
    return;
  workspace_set_durable_func (self->workspace, NULL, NULL);
  workspace_set_changed_func (self->workspace, NULL, NULL);
  workspace_set_prefetched_func (self->workspace, NULL, NULL);
  if (!workspace_close (g_steal_pointer (&self->workspace), &error))
    g_message ("%s", error->message);
  self->last_change = self->durable = 0;
}

static void
app_store_dispose (GObject *object)
{
  AppStore *self = APP_STORE (object);

  _app_store_close (self);
  g_clear_object (&self->entries);
  G_OBJECT_CLASS (app_store_parent_class)->dispose (object);
}

static void
app_store_finalize (GObject *object)
{
  AppStore *self = APP_STORE (object);

  g_free (self->path);
  g_free (self->failure);
  G_OBJECT_CLASS (app_store_parent_class)->finalize (object);
}

static void
app_store_class_init (AppStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = app_store_dispose;
  object_class->finalize = app_store_finalize;
  signals[SAVED] = g_signal_new ("saved", APP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[LISTED] = g_signal_new ("listed", APP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[MERGED] = g_signal_new ("merged", APP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[REPLACED] = g_signal_new ("replaced", APP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[FOREIGN] = g_signal_new ("foreign", APP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
app_store_init (AppStore *self)
{
  self->entries = g_list_store_new (APP_TYPE_ENTRY);
}

AppStore *
app_store_new (const char *path)
{
  AppStore *self = g_object_new (APP_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  return self;
}

static void
backup_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (workspace_make_daily_backup (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backup_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AppStore *self = APP_STORE (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return;
  g_prefix_error (&error, "%s: ", _ ("No backup could be made today"));
  set_failure (self, error);
  g_signal_emit (self, signals[SAVED], 0);
}

/* There is one of today already: nothing is done. */
static void
make_backup (AppStore *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, backup_done_cb, NULL);

  g_task_set_source_tag (task, make_backup);
  g_task_set_task_data (task, g_strdup (workspace_path (self->workspace)), g_free);
  g_task_run_in_thread (task, backup_thread);
}

static gboolean
backup_cb (gpointer data)
{
  AppStore *self = data;

  make_backup (self);
  self->backup = g_timeout_add_seconds (BACKUP_AGAIN_SECONDS, backup_cb, self);
  return G_SOURCE_REMOVE;
}

static gboolean
check_there (AppStore *self, GError **error)
{
  if (!self->must_exist || self->path == NULL || g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (
      error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
      _ ("The workspace is not there: %s. Is a drive not connected, or was the folder moved "
         "or renamed?"),
      self->path);
  return FALSE;
}

void
app_store_open (AppStore *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (APP_IS_STORE (self));

  if (self->workspace != NULL || self->moving)
    return;
  if (check_there (self, &error))
    self->workspace = workspace_open (self->path, &error);
  set_failure (self, error);
  if (self->workspace != NULL)
    {
      workspace_set_durable_func (self->workspace, durable_cb, self);
      workspace_set_changed_func (self->workspace, changed_cb, self);
      workspace_set_prefetched_func (self->workspace, prefetched_cb, self);
      self->poll = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
      self->backup = g_timeout_add_seconds (BACKUP_FIRST_SECONDS, backup_cb, self);
      refresh (self);
      g_signal_emit (self, signals[LISTED], 0);
      workspace_prefetch_companies (self->workspace);
    }
  g_signal_emit (self, signals[SAVED], 0);
}

void
app_store_replaced (AppStore *self)
{
  g_return_if_fail (APP_IS_STORE (self));

  if (self->workspace == NULL)
    app_store_open (self);
  else
    app_store_refresh (self);
  g_signal_emit (self, signals[REPLACED], 0);
}

/* Told by workspace_close() too: then there is nothing to list. */
static void
purged_cb (Workspace *workspace, const GError *error, gpointer data)
{
  g_autoptr (GTask) task = data;
  AppStore *self = g_task_get_source_object (task);

  if (error == NULL && self->workspace == workspace)
    app_store_replaced (self);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (error));
}

void
app_store_purge_company_async (AppStore *self,
                               const char *company_id,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (APP_IS_STORE (self) && company_id != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, app_store_purge_company_async);
  if (_app_store_is_closed (self, &error) || !app_store_flush (self, &error))
    g_task_return_error (task, error);
  else
    workspace_purge_company_async (self->workspace, company_id, purged_cb, g_steal_pointer (&task));
}

gboolean
app_store_purge_company_finish (AppStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- the list --------------------------------------------------------------------------------- */

GListModel *
app_store_get_entries (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), NULL);
  return G_LIST_MODEL (self->entries);
}

gboolean
app_store_has_many (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);
  return self->n_companies > OWNER_MOST;
}

gboolean
app_store_is_empty (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), TRUE);
  return !app_store_has_many (self) && g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0;
}

gboolean
app_store_is_listed (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);
  return self->listed;
}

AssessmentDocument *
app_store_load (AppStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (APP_IS_STORE (self), NULL);
  return _app_store_is_closed (self, error) ? NULL : workspace_load (self->workspace, id, error);
}

AssessmentDocument *
app_store_create (AppStore *self, AssessmentDocument *document, GError **error)
{
  AssessmentDocument *created;

  g_return_val_if_fail (APP_IS_STORE (self), NULL);

  if (_app_store_is_closed (self, error))
    return NULL;
  created = workspace_create_assessment (self->workspace, document, NULL, error);
  if (created != NULL)
    {
      self->saved_at = g_get_real_time ();
      app_store_refresh (self);
    }
  return created;
}

void
app_store_save (AppStore *self, AssessmentDocument *old, Advice *advice)
{
  AssessmentDocument *document;

  g_return_if_fail (APP_IS_STORE (self));
  g_return_if_fail (old != NULL && advice != NULL);

  if (self->workspace == NULL)
    return;
  document = advice_document (advice);
  self->last_change = workspace_save (self->workspace, assessment_document_id (document), old,
                                      document, saved_cb, self);
  app_store_summarize (self, advice);
  g_signal_emit (self, signals[SAVED], 0);
}

void
app_store_summarize (AppStore *self, Advice *advice)
{
  AssessmentDocument *document = advice_document (advice);
  g_autoptr (WorkspaceSummary) summary = NULL;

  g_return_if_fail (APP_IS_STORE (self));

  if (self->workspace == NULL)
    return;
  summary = consultation_summarize (advice);
  workspace_store_summary (self->workspace, assessment_document_id (document), document, summary);
}

gboolean
app_store_remove (AppStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);

  if (_app_store_is_closed (self, error)
      || !workspace_delete_assessment (self->workspace, id, error))
    return FALSE;
  app_store_refresh (self);
  return TRUE;
}

gboolean
app_store_restore (AppStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);

  if (_app_store_is_closed (self, error)
      || !workspace_restore_assessment (self->workspace, id, error))
    return FALSE;
  app_store_refresh (self);
  return TRUE;
}

void
app_store_refresh (AppStore *self)
{
  g_return_if_fail (APP_IS_STORE (self));

  if (self->workspace == NULL)
    return;
  refresh (self);
  g_signal_emit (self, signals[LISTED], 0);
  g_signal_emit (self, signals[SAVED], 0);
}

void
app_store_reload (AppStore *self)
{
  g_return_if_fail (APP_IS_STORE (self));

  app_store_refresh (self);
  g_signal_emit (self, signals[FOREIGN], 0);
}

gboolean
app_store_check (AppStore *self, GError **error)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);
  return !_app_store_is_closed (self, error);
}

const char *
app_store_get_path (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), NULL);

  return self->workspace == NULL ? NULL : workspace_path (self->workspace);
}

Workspace *
app_store_get_workspace (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), NULL);
  return self->workspace;
}

gboolean
app_store_is_open (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);
  return self->workspace != NULL;
}

gboolean
app_store_is_busy (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);
  return self->workspace != NULL && self->durable < self->last_change;
}

gint64
app_store_get_saved_at (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), 0);
  return self->saved_at;
}

const char *
app_store_get_failure (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), NULL);
  return self->failure;
}

gboolean
app_store_flush (AppStore *self, GError **error)
{
  g_return_val_if_fail (APP_IS_STORE (self), FALSE);
  return self->workspace == NULL || workspace_flush (self->workspace, error);
}
