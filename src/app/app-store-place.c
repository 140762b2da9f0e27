/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-store-private.h"

#include "workspace/workspace-move.h"
#include "workspace/workspace-place.h"

/* Where the file of the workspace is: another one instead of it, or the same in another folder. */

void
app_store_set_must_exist (AppStore *self, gboolean must_exist)
{
  g_return_if_fail (APP_IS_STORE (self));
  self->must_exist = must_exist;
}

char *
app_store_dup_place (AppStore *self)
{
  g_return_val_if_fail (APP_IS_STORE (self), NULL);
  return self->path != NULL ? g_strdup (self->path) : workspace_place_in (NULL);
}

/* FALSE: nothing is open, and why. */
static gboolean
reopen (AppStore *self, GError **error)
{
  app_store_open (self);
  return !_app_store_is_closed (self, error);
}

gboolean
app_store_switch (AppStore *self, const char *path, GError **error)
{
  g_autofree char *old = NULL;
  const gboolean old_must_exist = self->must_exist;

  g_return_val_if_fail (APP_IS_STORE (self), FALSE);

  if (self->moving ? _app_store_is_closed (self, error) : !app_store_flush (self, error))
    return FALSE;
  _app_store_close (self);
  old = self->path;
  self->path = g_strdup (path);
  self->must_exist = FALSE;
  if (reopen (self, error))
    {
      app_store_replaced (self);
      return TRUE;
    }
  g_free (self->path);
  self->path = g_steal_pointer (&old);
  self->must_exist = old_must_exist;
  reopen (self, NULL);
  return FALSE;
}

typedef struct
{
  char *from, *to;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->from);
  g_free (move->to);
  g_free (move);
}

static void
move_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Move *move = data;
  GError *error = NULL;

  if (workspace_move (move->from, move->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Open again, there or where it was, before anybody hears of it. */
static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AppStore *self = APP_STORE (source);
  g_autoptr (GTask) task = data;
  const Move *move = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean moved = g_task_propagate_boolean (G_TASK (result), &error);

  self->moving = FALSE;
  if (moved)
    {
      g_free (self->path);
      self->path = g_strdup (move->to);
    }
  if (!reopen (self, moved ? &error : NULL))
    moved = FALSE;
  if (moved)
    app_store_replaced (self);
  if (moved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
app_store_move_async (AppStore *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL, copying = NULL;
  Move *move;
  GError *error = NULL;

  g_return_if_fail (APP_IS_STORE (self) && path != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, app_store_move_async);
  if (_app_store_is_closed (self, &error) || !app_store_flush (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  move = g_new0 (Move, 1);
  move->from = app_store_dup_place (self);
  move->to = g_strdup (path);
  _app_store_close (self);
  self->moving = TRUE;
  copying = g_task_new (self, NULL, moved_cb, g_steal_pointer (&task));
  g_task_set_source_tag (copying, move_thread);
  g_task_set_task_data (copying, move, move_free);
  g_task_run_in_thread (copying, move_thread);
}

gboolean
app_store_move_finish (AppStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
