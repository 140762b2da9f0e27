/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-worker.h"

#include "assessment/assessment-merge.h"

/* The worker takes all ticks that wait, writes them in one transaction, and tells how it went.
 *
 * What fails is kept as one pending change per assessment, from the last stored document to the
 * newest, and tried again with every further tick and each second. So a tick may say "from d1 to
 * d2" although d1 never reached the disk: the pending change knows the base that did. */

#define RETRY_INTERVAL (1 * G_USEC_PER_SEC)

typedef struct
{
  guint64 first_change; /* the oldest that is not on the disk */
  AssessmentDocument *base;
  AssessmentDocument *newest;
} Pending;

typedef enum
{
  REQUEST_TICK,
  REQUEST_CALL,
  REQUEST_JOB,
  REQUEST_POLL,
  REQUEST_QUIT,
} RequestKind;

typedef struct
{
  RequestKind kind;
  WorkspaceTick *tick;
  WorkspaceJob *job;
  WorkspaceCallFunc call;
  gpointer data;
  gboolean *done; /* of a call; NULL: nobody waits */
} Request;

struct _WorkspaceWorker
{
  GThread *thread;
  GAsyncQueue *requests;
  WorkspaceDeliverFunc deliver;
  gpointer data;
  GMutex lock; /* for done */
  GCond cond;

  /* Of the thread alone. */
  WorkspaceStore *store;
  Request *held;       /* taken from the queue while ticks were gathered */
  GHashTable *pending; /* id → Pending */
  GError *last_error;  /* why the last one failed */
  guint64 handled;     /* highest change that was tried */
  gint64 saved_at;
};

/* --- values ----------------------------------------------------------------------------------- */

void
workspace_tick_free (WorkspaceTick *tick)
{
  if (tick == NULL)
    return;
  g_free (tick->id);
  g_clear_pointer (&tick->old, assessment_document_unref);
  g_clear_pointer (&tick->new, assessment_document_unref);
  g_clear_pointer (&tick->summary, workspace_summary_free);
  g_clear_pointer (&tick->stored, assessment_document_unref);
  g_clear_pointer (&tick->conflicts, g_ptr_array_unref);
  g_clear_error (&tick->error);
  g_free (tick);
}

void
workspace_job_free (WorkspaceJob *job)
{
  if (job == NULL)
    return;
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_error (&job->error);
  g_free (job);
}

void
workspace_outcome_free (WorkspaceOutcome *outcome)
{
  workspace_tick_free (outcome->tick);
  workspace_job_free (outcome->job);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

static void
free_pending (void *data)
{
  Pending *pending = data;

  assessment_document_unref (pending->base);
  assessment_document_unref (pending->newest);
  g_free (pending);
}

static void
free_conflict (void *conflict)
{
  workspace_conflict_free (conflict);
}

/* --- telling ---------------------------------------------------------------------------------- */

static guint64
durable_up_to (WorkspaceWorker *worker)
{
  GHashTableIter iter;
  gpointer pending;
  guint64 up_to = worker->handled;

  g_hash_table_iter_init (&iter, worker->pending);
  while (g_hash_table_iter_next (&iter, NULL, &pending))
    up_to = MIN (up_to, ((Pending *)pending)->first_change - 1);
  return up_to;
}

static void
tell_durable (WorkspaceWorker *worker)
{
  WorkspaceOutcome *outcome = g_new0 (WorkspaceOutcome, 1);

  outcome->durable = TRUE;
  outcome->saved_at = worker->saved_at;
  outcome->up_to = durable_up_to (worker);
  outcome->error = worker->last_error == NULL ? NULL : g_error_copy (worker->last_error);
  worker->deliver (outcome, worker->data);
}

/* Takes @tick. */
static void
tell_tick (WorkspaceWorker *worker, WorkspaceTick *tick)
{
  WorkspaceOutcome *outcome = g_new0 (WorkspaceOutcome, 1);

  outcome->tick = tick;
  worker->deliver (outcome, worker->data);
}

static void
tell_prefetched (WorkspaceWorker *worker)
{
  WorkspaceOutcome *outcome = g_new0 (WorkspaceOutcome, 1);

  outcome->prefetched = TRUE;
  worker->deliver (outcome, worker->data);
}

/* Takes @job. */
static void
do_job (WorkspaceWorker *worker, WorkspaceJob *job)
{
  WorkspaceOutcome *outcome = g_new0 (WorkspaceOutcome, 1);

  job->func (worker->store, job->data, &job->error);
  outcome->job = job;
  worker->deliver (outcome, worker->data);
}

static void
set_last_error (WorkspaceWorker *worker, const GError *error)
{
  g_clear_error (&worker->last_error);
  worker->last_error = error == NULL ? NULL : g_error_copy (error);
}

/* --- pending changes -------------------------------------------------------------------------- */

/* An assessment that is gone or finished cannot be saved, ever; for all else there is hope. */
static gboolean
is_hopeless (const GError *error)
{
  return g_error_matches (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING)
         || g_error_matches (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FROZEN);
}

/* Of file and disk, so that the next change would fail as well. */
static gboolean
concerns_all (const GError *error)
{
  return g_error_matches (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FULL)
         || g_error_matches (error, WORKSPACE_ERROR, WORKSPACE_ERROR_BUSY)
         || g_error_matches (error, WORKSPACE_ERROR, WORKSPACE_ERROR_READ_ONLY);
}

static void
keep (WorkspaceWorker *worker, const WorkspaceTick *tick)
{
  Pending *pending = g_hash_table_lookup (worker->pending, tick->id);

  if (pending == NULL)
    {
      pending = g_new0 (Pending, 1);
      pending->first_change = tick->change;
      pending->base = assessment_document_ref (tick->old);
      g_hash_table_insert (worker->pending, g_strdup (tick->id), pending);
    }
  g_clear_pointer (&pending->newest, assessment_document_unref);
  pending->newest = assessment_document_ref (tick->new);
}

static gboolean
store_pending (WorkspaceWorker *worker, const char *id, Pending *pending, GError **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (free_conflict);
  g_autoptr (AssessmentDocument) stored = NULL;

  if (!workspace_store_begin (worker->store, error))
    return FALSE;
  stored
      = workspace_store_save (worker->store, id, pending->base, pending->newest, conflicts, error);
  if (stored != NULL && workspace_store_commit (worker->store, error))
    return TRUE;
  workspace_store_rollback (worker->store);
  return FALSE;
}

static void
retry_pending (WorkspaceWorker *worker)
{
  GHashTableIter iter;
  gpointer id, pending;
  g_autoptr (GError) error = NULL;

  if (g_hash_table_size (worker->pending) == 0)
    return;
  g_hash_table_iter_init (&iter, worker->pending);
  while (!concerns_all (error) && g_hash_table_iter_next (&iter, &id, &pending))
    {
      g_autoptr (GError) problem = NULL;

      if (store_pending (worker, id, pending, &problem))
        worker->saved_at = g_get_real_time ();
      if (problem == NULL || is_hopeless (problem))
        g_hash_table_iter_remove (&iter);
      if (problem != NULL)
        {
          g_clear_error (&error);
          error = g_steal_pointer (&problem);
        }
    }
  set_last_error (worker, error);
  tell_durable (worker);
}

/* --- ticks ------------------------------------------------------------------------------------ */

static gboolean
apply_save (WorkspaceWorker *worker, WorkspaceTick *tick)
{
  Pending *pending = g_hash_table_lookup (worker->pending, tick->id);

  g_clear_pointer (&tick->stored, assessment_document_unref);
  g_clear_pointer (&tick->conflicts, g_ptr_array_unref);
  tick->conflicts = g_ptr_array_new_with_free_func (free_conflict);
  tick->stored
      = workspace_store_save (worker->store, tick->id, pending != NULL ? pending->base : tick->old,
                              tick->new, tick->conflicts, &tick->error);
  return tick->stored != NULL || is_hopeless (tick->error);
}

static gboolean
apply_tick (WorkspaceWorker *worker, WorkspaceTick *tick)
{
  g_clear_error (&tick->error);
  if (tick->summary == NULL)
    return apply_save (worker, tick);
  return workspace_store_summarize (worker->store, tick->id, tick->new, tick->summary, &tick->error)
         || is_hopeless (tick->error);
}

/* All of @ticks in one transaction, or none. */
static gboolean
write_together (WorkspaceWorker *worker, GPtrArray *ticks, GError **error)
{
  if (!workspace_store_begin (worker->store, error))
    return FALSE;
  for (guint i = 0; i < ticks->len; i++)
    {
      WorkspaceTick *tick = ticks->pdata[i];

      if (!apply_tick (worker, tick))
        {
          g_propagate_error (error, g_error_copy (tick->error));
          workspace_store_rollback (worker->store);
          return FALSE;
        }
    }
  return workspace_store_commit (worker->store, error);
}

/* Notes what became of @tick, before it is told. */
static void
settle (WorkspaceWorker *worker, WorkspaceTick *tick, const GError *error)
{
  if (tick->error == NULL && error != NULL)
    tick->error = g_error_copy (error);
  if (tick->error != NULL)
    g_clear_pointer (&tick->stored, assessment_document_unref);
  if (tick->summary != NULL)
    return;
  worker->handled = MAX (worker->handled, tick->change);
  if (tick->error == NULL || is_hopeless (tick->error))
    g_hash_table_remove (worker->pending, tick->id);
  else
    keep (worker, tick);
}

/* TRUE when at least one was written; @error when at least one was not. */
static gboolean
write_ticks (WorkspaceWorker *worker, GPtrArray *ticks, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean written = write_together (worker, ticks, &problem);

  if (written || ticks->len == 1 || concerns_all (problem))
    {
      for (guint i = 0; i < ticks->len; i++)
        settle (worker, ticks->pdata[i], problem);
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      return written;
    }
  /* One that cannot be stored must not hold the others back. */
  for (guint i = 0; i < ticks->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (GError) its_problem = NULL;

      g_ptr_array_add (one, ticks->pdata[i]);
      written = write_ticks (worker, one, &its_problem) || written;
      if (its_problem != NULL)
        {
          g_clear_error (error);
          g_propagate_error (error, g_steal_pointer (&its_problem));
        }
    }
  return written;
}

/* Takes the ticks, not the array. */
static void
handle_ticks (WorkspaceWorker *worker, GPtrArray *ticks)
{
  g_autoptr (GError) error = NULL;

  if (write_ticks (worker, ticks, &error))
    worker->saved_at = g_get_real_time ();
  for (guint i = 0; i < ticks->len; i++)
    tell_tick (worker, ticks->pdata[i]);
  set_last_error (worker, error);
  /* With room on the disk again, what waited goes too. */
  if (error == NULL && g_hash_table_size (worker->pending) > 0)
    retry_pending (worker);
  else
    tell_durable (worker);
}

/* --- the thread ------------------------------------------------------------------------------- */

static Request *
next_request (WorkspaceWorker *worker)
{
  if (worker->held != NULL)
    return g_steal_pointer (&worker->held);
  if (g_hash_table_size (worker->pending) > 0)
    return g_async_queue_timeout_pop (worker->requests, RETRY_INTERVAL);
  return g_async_queue_pop (worker->requests);
}

/* Takes @first and all ticks that wait behind it. */
static void
gather_ticks (WorkspaceWorker *worker, Request *first)
{
  g_autoptr (GPtrArray) ticks = g_ptr_array_new ();
  Request *request = first;

  while (request != NULL && request->kind == REQUEST_TICK)
    {
      g_ptr_array_add (ticks, request->tick);
      g_free (request);
      request = g_async_queue_try_pop (worker->requests);
    }
  worker->held = request;
  handle_ticks (worker, ticks);
}

static void
signal_done (WorkspaceWorker *worker, gboolean *done)
{
  g_mutex_lock (&worker->lock);
  *done = TRUE;
  g_cond_broadcast (&worker->cond);
  g_mutex_unlock (&worker->lock);
}

static void
look_outside (WorkspaceWorker *worker)
{
  WorkspaceOutcome *outcome;

  if (!workspace_store_changed_outside (worker->store))
    return;
  outcome = g_new0 (WorkspaceOutcome, 1);
  outcome->changed = TRUE;
  worker->deliver (outcome, worker->data);
}

static void *
run (void *data)
{
  WorkspaceWorker *worker = data;
  gboolean quit = FALSE;

  workspace_store_take (worker->store);
  while (!quit)
    {
      Request *request = next_request (worker);

      if (request == NULL)
        {
          retry_pending (worker);
          continue;
        }
      if (request->kind == REQUEST_TICK)
        {
          gather_ticks (worker, request);
          continue;
        }
      if (request->kind == REQUEST_CALL)
        {
          request->call (worker->store, request->data);
          if (request->done != NULL)
            signal_done (worker, request->done);
          else
            tell_prefetched (worker);
        }
      else if (request->kind == REQUEST_JOB)
        do_job (worker, request->job);
      else if (request->kind == REQUEST_POLL)
        look_outside (worker);
      quit = request->kind == REQUEST_QUIT;
      g_free (request);
    }
  retry_pending (worker);
  workspace_store_close (worker->store);
  return NULL;
}

/* --- the owner's side ------------------------------------------------------------------------- */

WorkspaceWorker *
workspace_worker_new (WorkspaceStore *store, WorkspaceDeliverFunc deliver, gpointer data)
{
  WorkspaceWorker *worker = g_new0 (WorkspaceWorker, 1);

  worker->store = store;
  worker->deliver = deliver;
  worker->data = data;
  worker->requests = g_async_queue_new ();
  worker->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_pending);
  g_mutex_init (&worker->lock);
  g_cond_init (&worker->cond);
  worker->thread = g_thread_new ("workspace", run, worker);
  return worker;
}

static void
push (WorkspaceWorker *worker, Request request)
{
  g_async_queue_push (worker->requests, g_memdup2 (&request, sizeof request));
}

gboolean
workspace_worker_free (WorkspaceWorker *worker, GError **error)
{
  gboolean stored;

  push (worker, (Request){ .kind = REQUEST_QUIT });
  g_thread_join (worker->thread);
  stored = g_hash_table_size (worker->pending) == 0;
  if (!stored)
    g_propagate_error (error, g_steal_pointer (&worker->last_error));
  g_clear_error (&worker->last_error);
  g_hash_table_unref (worker->pending);
  g_async_queue_unref (worker->requests);
  g_mutex_clear (&worker->lock);
  g_cond_clear (&worker->cond);
  g_free (worker);
  return stored;
}

void
workspace_worker_push (WorkspaceWorker *worker, WorkspaceTick *tick)
{
  push (worker, (Request){ .kind = REQUEST_TICK, .tick = tick });
}

void
workspace_worker_poll (WorkspaceWorker *worker)
{
  push (worker, (Request){ .kind = REQUEST_POLL });
}

void
workspace_worker_post (WorkspaceWorker *worker, WorkspaceCallFunc func)
{
  push (worker, (Request){ .kind = REQUEST_CALL, .call = func });
}

void
workspace_worker_start (WorkspaceWorker *worker, WorkspaceJob *job)
{
  push (worker, (Request){ .kind = REQUEST_JOB, .job = job });
}

void
workspace_worker_call (WorkspaceWorker *worker, WorkspaceCallFunc func, gpointer data)
{
  gboolean done = FALSE;

  push (worker, (Request){ .kind = REQUEST_CALL, .call = func, .data = data, .done = &done });
  g_mutex_lock (&worker->lock);
  while (!done)
    g_cond_wait (&worker->cond, &worker->lock);
  g_mutex_unlock (&worker->lock);
}

typedef struct
{
  WorkspaceWorker *worker;
  const char *id;
  AssessmentDocument *document;
  gboolean stored;
  GError *error;
} Call;

static void
flush_in_thread (WorkspaceStore *store, void *data)
{
  Call *call = data;

  retry_pending (call->worker);
  call->stored = g_hash_table_size (call->worker->pending) == 0;
  if (!call->stored)
    call->error = g_error_copy (call->worker->last_error);
}

gboolean
workspace_worker_flush (WorkspaceWorker *worker, GError **error)
{
  Call call = { .worker = worker };

  workspace_worker_call (worker, flush_in_thread, &call);
  if (call.error != NULL)
    g_propagate_error (error, call.error);
  return call.stored;
}

static void
load_in_thread (WorkspaceStore *store, void *data)
{
  Call *call = data;
  Pending *pending = g_hash_table_lookup (call->worker->pending, call->id);
  g_autoptr (AssessmentDocument) stored = workspace_store_load (store, call->id, &call->error);

  if (pending == NULL)
    call->document = g_steal_pointer (&stored);
  else if (stored != NULL)
    call->document = assessment_document_merge (pending->base, pending->newest, stored, NULL);
}

AssessmentDocument *
workspace_worker_load (WorkspaceWorker *worker, const char *id, GError **error)
{
  Call call = { .worker = worker, .id = id };

  workspace_worker_call (worker, load_in_thread, &call);
  if (call.error != NULL)
    g_propagate_error (error, call.error);
  return call.document;
}
