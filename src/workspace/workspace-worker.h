/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-store.h"

G_BEGIN_DECLS

/* Private to the room: the thread that owns the store, and its queue. */
typedef struct _WorkspaceWorker WorkspaceWorker;

/* One change on its way: a save, or a summary. */
typedef struct
{
  guint64 change; /* 0 for a summary */
  char *id;
  AssessmentDocument *old; /* NULL for a summary */
  AssessmentDocument *new;
  WorkspaceSummary *summary; /* NULL for a save */
  WorkspaceSavedFunc callback;
  gpointer data;

  /* How it went. */
  AssessmentDocument *stored;
  GPtrArray *conflicts;
  GError *error;
} WorkspaceTick;

void workspace_tick_free (WorkspaceTick *tick);

/* One long piece of work that nobody waits for. */
typedef struct
{
  gboolean (*func) (WorkspaceStore *store, gpointer data, GError **error);
  gpointer data;
  GDestroyNotify free_data;
  WorkspaceDoneFunc callback;
  gpointer callback_data;

  GError *error; /* how it went */
} WorkspaceJob;

void workspace_job_free (WorkspaceJob *job);

/* What the owner has to be told. */
typedef struct
{
  WorkspaceTick *tick; /* this one is done, or NULL */
  WorkspaceJob *job;   /* so is this one, or NULL */
  gboolean changed;    /* another instance wrote */
  gboolean prefetched; /* what was posted is done */
  gboolean durable;    /* a transaction ended; then the rest counts */
  gint64 saved_at;
  guint64 up_to;
  GError *error;
} WorkspaceOutcome;

void workspace_outcome_free (WorkspaceOutcome *outcome);

/* Called in the worker's thread; takes @outcome. */
typedef void (*WorkspaceDeliverFunc) (WorkspaceOutcome *outcome, gpointer data);

/* Takes @store. */
WorkspaceWorker *
workspace_worker_new (WorkspaceStore *store, WorkspaceDeliverFunc deliver, gpointer data);
/* Waits for the queue, tries again what failed, ends the thread and closes the store. FALSE:
 * something was lost. */
gboolean workspace_worker_free (WorkspaceWorker *worker, GError **error);

/* Queues @tick (taken). */
void workspace_worker_push (WorkspaceWorker *worker, WorkspaceTick *tick);
/* Queues a look for writes of other instances. */
void workspace_worker_poll (WorkspaceWorker *worker);
/* Waits for the queue and tries again what failed. FALSE: something is still not stored. */
gboolean workspace_worker_flush (WorkspaceWorker *worker, GError **error);

/* Runs @func in the worker's thread after what is queued, and waits for it. */
typedef void (*WorkspaceCallFunc) (WorkspaceStore *store, gpointer data);
void workspace_worker_call (WorkspaceWorker *worker, WorkspaceCallFunc func, gpointer data);
/* The same without waiting; @func gets no data, and its end is told. */
void workspace_worker_post (WorkspaceWorker *worker, WorkspaceCallFunc func);
/* Queues @job (taken). */
void workspace_worker_start (WorkspaceWorker *worker, WorkspaceJob *job);
/* The document with the changes that could not be stored yet. */
AssessmentDocument *workspace_worker_load (WorkspaceWorker *worker, const char *id, GError **error);

G_END_DECLS
