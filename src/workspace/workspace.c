/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace.h"

#include "workspace/workspace-companies.h"
#include "workspace/workspace-place.h"
#include "workspace/workspace-private.h"
#include "workspace/workspace-worker.h"

/* The owner's side: requests go to the worker, what it has to tell comes back through an outbox
 * that is emptied in the owner's main context. */

/* How long what was deleted can be restored. */
#define DELETED_DAYS 30

struct _Workspace
{
  char *path;
  GThread *owner;
  WorkspaceWorker *worker;
  guint64 last_change;

  WorkspaceDurableFunc durable;
  gpointer durable_data;
  WorkspaceChangedFunc changed;
  gpointer changed_data;
  WorkspacePrefetchedFunc prefetched;
  gpointer prefetched_data;
  guint dispatching;

  GMainContext *context;
  GMutex lock;     /* for the two below */
  GQueue outbox;   /* WorkspaceOutcome */
  GSource *source; /* attached while the outbox is not empty */
};

/* --- telling the owner ------------------------------------------------------------------------ */

static void
tell_saved (Workspace *workspace, WorkspaceTick *tick)
{
  static const WorkspaceConflict *const none[] = { NULL };
  WorkspaceSaved saved = { .change = tick->change,
                           .id = tick->id,
                           .saved = tick->new,
                           .stored = tick->stored,
                           .error = tick->error };

  if (tick->callback == NULL)
    return;
  if (tick->conflicts == NULL || tick->error != NULL)
    saved.conflicts = none;
  else
    {
      g_ptr_array_add (tick->conflicts, NULL);
      saved.conflicts = (const WorkspaceConflict *const *)tick->conflicts->pdata;
    }
  tick->callback (workspace, &saved, tick->data);
}

static void
tell (Workspace *workspace, const WorkspaceOutcome *outcome)
{
  if (outcome->tick != NULL)
    tell_saved (workspace, outcome->tick);
  if (outcome->job != NULL && outcome->job->callback != NULL)
    outcome->job->callback (workspace, outcome->job->error, outcome->job->callback_data);
  if (outcome->changed && workspace->changed != NULL)
    workspace->changed (workspace, workspace->changed_data);
  if (outcome->prefetched && workspace->prefetched != NULL)
    workspace->prefetched (workspace, workspace->prefetched_data);
  if (outcome->durable && workspace->durable != NULL)
    {
      WorkspaceDurable durable = { .saved_at = outcome->saved_at,
                                   .up_to = outcome->up_to,
                                   .waiting = workspace->last_change - outcome->up_to,
                                   .error = outcome->error };

      workspace->durable (workspace, &durable, workspace->durable_data);
    }
}

static WorkspaceOutcome *
next_outcome (Workspace *workspace)
{
  WorkspaceOutcome *outcome;

  g_mutex_lock (&workspace->lock);
  outcome = g_queue_pop_head (&workspace->outbox);
  if (outcome == NULL && workspace->source != NULL)
    {
      g_source_destroy (workspace->source);
      g_clear_pointer (&workspace->source, g_source_unref);
    }
  g_mutex_unlock (&workspace->lock);
  return outcome;
}

static void
empty_outbox (Workspace *workspace)
{
  WorkspaceOutcome *outcome;

  workspace->dispatching++;
  while ((outcome = next_outcome (workspace)) != NULL)
    {
      tell (workspace, outcome);
      workspace_outcome_free (outcome);
    }
  workspace->dispatching--;
}

static gboolean
empty_outbox_cb (gpointer data)
{
  empty_outbox (data);
  return G_SOURCE_REMOVE;
}

/* In the worker's thread. Not g_main_context_invoke(), which could run the callback right here. */
static void
deliver (WorkspaceOutcome *outcome, gpointer data)
{
  Workspace *workspace = data;

  g_mutex_lock (&workspace->lock);
  g_queue_push_tail (&workspace->outbox, outcome);
  if (workspace->source == NULL)
    {
      workspace->source = g_idle_source_new ();
      g_source_set_priority (workspace->source, G_PRIORITY_DEFAULT);
      g_source_set_callback (workspace->source, empty_outbox_cb, workspace, NULL);
      g_source_attach (workspace->source, workspace->context);
    }
  g_mutex_unlock (&workspace->lock);
}

/* --- opening and closing ---------------------------------------------------------------------- */

/* Room for what is to come, and the end of what was cut off; a disk too full for it must not keep
 * anyone from reading. */
static void
purge_old (WorkspaceStore *store)
{
  gint64 before = g_get_real_time () - DELETED_DAYS * G_TIME_SPAN_DAY;

  if (workspace_store_has_hidden (store, before) && workspace_store_begin (store, NULL))
    {
      if (workspace_store_purge (store, before, NULL))
        workspace_store_commit (store, NULL);
      else
        workspace_store_rollback (store);
    }
  workspace_store_clean (store, NULL);
}

Workspace *
workspace_open (const char *path, GError **error)
{
  g_autofree char *place = path != NULL ? g_strdup (path) : workspace_place_in (NULL);
  WorkspaceStore *store
      = workspace_place_check (place, error) ? workspace_store_open (place, error) : NULL;
  Workspace *workspace;

  if (store == NULL)
    return NULL;
  purge_old (store);
  workspace = g_new0 (Workspace, 1);
  workspace->path = g_steal_pointer (&place);
  workspace->owner = g_thread_self ();
  workspace->context = g_main_context_ref_thread_default ();
  g_mutex_init (&workspace->lock);
  g_queue_init (&workspace->outbox);
  workspace->worker = workspace_worker_new (store, deliver, workspace);
  return workspace;
}

gboolean
workspace_close (Workspace *workspace, GError **error)
{
  gboolean stored;

  g_return_val_if_fail (workspace != NULL && workspace->owner == g_thread_self (), FALSE);
  g_return_val_if_fail (workspace->dispatching == 0, FALSE);

  empty_outbox (workspace);
  stored = workspace_worker_free (workspace->worker, error);
  workspace->worker = NULL;
  empty_outbox (workspace);
  g_main_context_unref (workspace->context);
  g_mutex_clear (&workspace->lock);
  g_free (workspace->path);
  g_free (workspace);
  return stored;
}

const char *
workspace_path (const Workspace *workspace)
{
  g_return_val_if_fail (workspace != NULL, NULL);

  return workspace->path;
}

/* --- asking and waiting ----------------------------------------------------------------------- */

typedef struct
{
  const char *id;
  const char *text; /* company, key */
  const char *value;
  const AssessmentDocument *document;
  gint64 time;
  gboolean flag;

  gboolean done;
  gpointer result;
  GError *error;
} Call;

/* Runs @func in the worker's thread; FALSE and @error when it had one. */
static gboolean
ask (Workspace *workspace, WorkspaceCallFunc func, Call *call, GError **error)
{
  g_assert (workspace->owner == g_thread_self ());
  workspace_worker_call (workspace->worker, func, call);
  if (call->error == NULL)
    return TRUE;
  g_propagate_error (error, call->error);
  return FALSE;
}

static void
end_transaction (WorkspaceStore *store, Call *call)
{
  if (call->done)
    call->done = workspace_store_commit (store, &call->error);
  else
    workspace_store_rollback (store);
}

typedef struct
{
  WorkspaceStoreFunc func;
  gpointer data;
  gboolean done;
  GError *error;
} StoreCall;

static void
read_in_thread (WorkspaceStore *store, gpointer data)
{
  StoreCall *call = data;

  call->done = call->func (store, call->data, &call->error);
}

static void
write_in_thread (WorkspaceStore *store, gpointer data)
{
  StoreCall *call = data;

  if (!workspace_store_begin (store, &call->error))
    return;
  call->done = call->func (store, call->data, &call->error);
  if (call->done)
    call->done = workspace_store_commit (store, &call->error);
  else
    workspace_store_rollback (store);
}

static gboolean
run (Workspace *workspace, WorkspaceCallFunc in_thread, StoreCall *call, GError **error)
{
  g_return_val_if_fail (workspace->owner == g_thread_self (), FALSE);

  workspace_worker_call (workspace->worker, in_thread, call);
  if (call->error != NULL)
    g_propagate_error (error, call->error);
  return call->done;
}

gboolean
_workspace_read (Workspace *workspace, WorkspaceStoreFunc func, gpointer data, GError **error)
{
  return run (workspace, read_in_thread, &(StoreCall){ .func = func, .data = data }, error);
}

gboolean
_workspace_write (Workspace *workspace, WorkspaceStoreFunc func, gpointer data, GError **error)
{
  return run (workspace, write_in_thread, &(StoreCall){ .func = func, .data = data }, error);
}

void
_workspace_start (Workspace *workspace,
                  WorkspaceStoreFunc func,
                  gpointer data,
                  GDestroyNotify free_data,
                  WorkspaceDoneFunc callback,
                  gpointer callback_data)
{
  WorkspaceJob *job = g_new0 (WorkspaceJob, 1);

  g_return_if_fail (workspace->owner == g_thread_self ());

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->callback = callback;
  job->callback_data = callback_data;
  workspace_worker_start (workspace->worker, job);
}

void
_workspace_post (Workspace *workspace, void (*func) (WorkspaceStore *store, gpointer unused))
{
  g_return_if_fail (workspace->owner == g_thread_self ());

  workspace_worker_post (workspace->worker, func);
}

static void
list_in_thread (WorkspaceStore *store, gpointer data)
{
  Call *call = data;

  call->result = workspace_store_list (store, call->flag, &call->error);
}

GPtrArray *
workspace_list (Workspace *workspace, gboolean with_deleted, GError **error)
{
  Call call = { .flag = with_deleted };

  g_return_val_if_fail (workspace != NULL, NULL);

  ask (workspace, list_in_thread, &call, error);
  return call.result;
}

static void
create_in_thread (WorkspaceStore *store, gpointer data)
{
  Call *call = data;

  if (!workspace_store_begin (store, &call->error))
    return;
  call->done = workspace_store_create (store, call->document, call->text, &call->error);
  end_transaction (store, call);
}

AssessmentDocument *
workspace_create_assessment (Workspace *workspace,
                             const AssessmentDocument *document,
                             const char *company_id,
                             GError **error)
{
  g_autoptr (AssessmentDocument) with_id = NULL;
  Call call = { .text = company_id };

  g_return_val_if_fail (workspace != NULL && document != NULL, NULL);

  if (assessment_document_id (document) == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();

      with_id = assessment_document_with_string (document, "id", id, NULL);
    }
  else
    with_id = assessment_document_ref ((AssessmentDocument *)document);
  call.document = with_id;
  return ask (workspace, create_in_thread, &call, error) ? g_steal_pointer (&with_id) : NULL;
}

AssessmentDocument *
workspace_load (Workspace *workspace, const char *id, GError **error)
{
  g_return_val_if_fail (workspace != NULL && id != NULL, NULL);
  g_return_val_if_fail (workspace->owner == g_thread_self (), NULL);

  return workspace_worker_load (workspace->worker, id, error);
}

static void
set_deleted_in_thread (WorkspaceStore *store, gpointer data)
{
  Call *call = data;

  if (!workspace_store_begin (store, &call->error))
    return;
  call->done = workspace_store_set_deleted (store, call->id, call->time, &call->error);
  end_transaction (store, call);
}

gboolean
workspace_delete_assessment (Workspace *workspace, const char *id, GError **error)
{
  Call call = { .id = id, .time = g_get_real_time () };

  g_return_val_if_fail (workspace != NULL && id != NULL, FALSE);

  return ask (workspace, set_deleted_in_thread, &call, error);
}

gboolean
workspace_restore_assessment (Workspace *workspace, const char *id, GError **error)
{
  Call call = { .id = id };

  g_return_val_if_fail (workspace != NULL && id != NULL, FALSE);

  return ask (workspace, set_deleted_in_thread, &call, error);
}

static void
purge_in_thread (WorkspaceStore *store, gpointer data)
{
  Call *call = data;

  if (!workspace_store_begin (store, &call->error))
    return;
  call->done = workspace_store_purge (store, G_MAXINT64, &call->error);
  end_transaction (store, call);
  if (call->done)
    call->done = workspace_store_clean (store, &call->error);
}

gboolean
workspace_purge (Workspace *workspace, GError **error)
{
  Call call = { 0 };

  g_return_val_if_fail (workspace != NULL, FALSE);

  return ask (workspace, purge_in_thread, &call, error);
}

static void
get_setting_in_thread (WorkspaceStore *store, gpointer data)
{
  Call *call = data;

  call->result = workspace_store_get_setting (store, call->text, &call->error);
}

char *
workspace_get_setting (Workspace *workspace, const char *key)
{
  Call call = { .text = key };

  g_return_val_if_fail (workspace != NULL && key != NULL, NULL);

  ask (workspace, get_setting_in_thread, &call, NULL);
  return call.result;
}

static void
set_setting_in_thread (WorkspaceStore *store, gpointer data)
{
  Call *call = data;

  workspace_store_set_setting (store, call->text, call->value, &call->error);
}

gboolean
workspace_set_setting (Workspace *workspace, const char *key, const char *value, GError **error)
{
  Call call = { .text = key, .value = value };

  g_return_val_if_fail (workspace != NULL && key != NULL && value != NULL, FALSE);

  return ask (workspace, set_setting_in_thread, &call, error);
}

/* --- not waiting ------------------------------------------------------------------------------ */

guint64
workspace_save (Workspace *workspace,
                const char *id,
                const AssessmentDocument *old,
                const AssessmentDocument *new,
                WorkspaceSavedFunc callback,
                gpointer data)
{
  WorkspaceTick *tick;

  g_return_val_if_fail (workspace != NULL && workspace->owner == g_thread_self (), 0);
  g_return_val_if_fail (id != NULL && old != NULL && new != NULL, 0);

  tick = g_new0 (WorkspaceTick, 1);
  tick->change = ++workspace->last_change;
  tick->id = g_strdup (id);
  tick->old = assessment_document_ref ((AssessmentDocument *)old);
  tick->new = assessment_document_ref ((AssessmentDocument *)new);
  tick->callback = callback;
  tick->data = data;
  workspace_worker_push (workspace->worker, tick);
  return workspace->last_change;
}

void
workspace_store_summary (Workspace *workspace,
                         const char *id,
                         const AssessmentDocument *document,
                         const WorkspaceSummary *summary)
{
  WorkspaceTick *tick;

  g_return_if_fail (workspace != NULL && workspace->owner == g_thread_self ());
  g_return_if_fail (id != NULL && document != NULL && summary != NULL);

  tick = g_new0 (WorkspaceTick, 1);
  tick->id = g_strdup (id);
  tick->new = assessment_document_ref ((AssessmentDocument *)document);
  tick->summary = workspace_summary_copy (summary);
  workspace_worker_push (workspace->worker, tick);
}

gboolean
workspace_flush (Workspace *workspace, GError **error)
{
  gboolean stored;

  g_return_val_if_fail (workspace != NULL && workspace->owner == g_thread_self (), FALSE);

  stored = workspace_worker_flush (workspace->worker, error);
  empty_outbox (workspace);
  return stored;
}

void
workspace_set_durable_func (Workspace *workspace, WorkspaceDurableFunc func, gpointer data)
{
  g_return_if_fail (workspace != NULL);

  workspace->durable = func;
  workspace->durable_data = data;
}

void
workspace_set_changed_func (Workspace *workspace, WorkspaceChangedFunc func, gpointer data)
{
  g_return_if_fail (workspace != NULL);

  workspace->changed = func;
  workspace->changed_data = data;
}

void
workspace_set_prefetched_func (Workspace *workspace, WorkspacePrefetchedFunc func, gpointer data)
{
  g_return_if_fail (workspace != NULL);

  workspace->prefetched = func;
  workspace->prefetched_data = data;
}

void
workspace_poll (Workspace *workspace)
{
  g_return_if_fail (workspace != NULL && workspace->owner == g_thread_self ());

  workspace_worker_poll (workspace->worker);
}
