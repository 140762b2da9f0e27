/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-transfer.h"

#include "exchange/exchange-collect.h"
#include "exchange/exchange-passphrase.h"

/* GTasks around exchange/. */

#define STEPS 200 /* of the progress */

typedef struct
{
  ExchangeContent *content; /* NULL when reading */
  char *path;
  char *passphrase;
  char *workspace;
  AppTransferProgress progress;
  gpointer progress_data; /* alive until the task is done */
  int step;               /* the last one told */
} Transfer;

static void
transfer_free (gpointer data)
{
  Transfer *transfer = data;

  exchange_content_free (transfer->content);
  g_free (transfer->path);
  exchange_passphrase_forget (transfer->passphrase);
  g_free (transfer->workspace);
  g_free (transfer);
}

static GTask *
new_task (Transfer *transfer,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, transfer, transfer_free);
  return task;
}

/* --- writing ---------------------------------------------------------------------------------- */

typedef struct
{
  GTask *task;
  double fraction;
} Step;

static gboolean
tell_step (gpointer data)
{
  Step *step = data;
  const Transfer *transfer = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task))
    transfer->progress (step->fraction, transfer->progress_data);
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  g_object_unref (((Step *)data)->task);
  g_free (data);
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  GTask *task = data;
  Transfer *transfer = g_task_get_task_data (task);
  const double fraction = total > 0 ? CLAMP ((double)done / (double)total, 0, 1) : 1;
  const int now = (int)(fraction * STEPS);
  Step *step;

  if (transfer->progress == NULL || now == transfer->step)
    return;
  transfer->step = now;
  step = g_new (Step, 1);
  *step = (Step){ g_object_ref (task), fraction };
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, tell_step, step, step_free);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Transfer *transfer = data;
  const ExchangeWriteOptions options = { .passphrase = transfer->passphrase,
                                         .open = exchange_collect_open,
                                         .open_data = transfer->workspace,
                                         .progress = progress_cb,
                                         .progress_data = task,
                                         .cancellable = cancellable };
  GError *error = NULL;

  if (exchange_content_write (transfer->content, transfer->path, &options, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
app_transfer_write_async (ExchangeContent *content,
                          const char *path,
                          const char *passphrase,
                          const char *workspace,
                          AppTransferProgress progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Transfer *transfer = g_new0 (Transfer, 1);
  g_autoptr (GTask) task
      = new_task (transfer, app_transfer_write_async, cancellable, callback, user_data);

  transfer->content = content;
  transfer->path = g_strdup (path);
  transfer->passphrase = g_strdup (passphrase);
  transfer->workspace = g_strdup (workspace);
  transfer->progress = progress;
  transfer->progress_data = user_data;
  transfer->step = -1;
  /* What was written before it was stopped is what counts, not the moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_thread);
}

gboolean
app_transfer_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
parcel_free (gpointer parcel)
{
  exchange_parcel_free (parcel);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Transfer *transfer = data;
  GError *error = NULL;
  ExchangeParcel *parcel
      = exchange_parcel_read (transfer->path, transfer->passphrase, cancellable, &error);

  if (parcel != NULL)
    g_task_return_pointer (task, parcel, parcel_free);
  else
    g_task_return_error (task, error);
}

void
app_transfer_read_async (const char *path,
                         const char *passphrase,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Transfer *transfer = g_new0 (Transfer, 1);
  g_autoptr (GTask) task
      = new_task (transfer, app_transfer_read_async, cancellable, callback, user_data);

  transfer->path = g_strdup (path);
  transfer->passphrase = g_strdup (passphrase);
  g_task_run_in_thread (task, read_thread);
}

ExchangeParcel *
app_transfer_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
