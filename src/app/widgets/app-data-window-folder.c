/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-data-window-private.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "workspace/workspace-place.h"

#include <glib/gi18n.h>

/* The folder in which all data are: another one, or the same data in another one. */

static void
use_folder (AppDataWindow *self, const char *folder)
{
  g_autoptr (GError) error = NULL;

  app_application_use_folder (self->application, folder, &error);
  _app_data_window_tell (self, error);
  _app_data_window_show (self);
}

/* Nothing is open while it is on its way: the window stays, and nobody answers behind it. */
static void
set_moving (AppDataWindow *self, gboolean moving)
{
  self->moving = moving;
  _app_data_window_set_busy (self, moving ? 1 : -1);
  gtk_widget_set_sensitive (self->content, !moving);
  if (moving)
    adw_action_row_set_subtitle (self->folder, _ ("Everything is being moved…"));
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppDataWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  app_application_move_to_folder_finish (APP_APPLICATION (source), result, &error);
  if (self->session == NULL)
    return;
  set_moving (self, FALSE);
  _app_data_window_tell (self, error);
  _app_data_window_show (self);
}

void
app_data_window_move (AppDataWindow *self, const char *folder)
{
  g_return_if_fail (APP_IS_DATA_WINDOW (self) && folder != NULL);

  set_moving (self, TRUE);
  app_application_move_to_folder_async (self->application, folder, moved_cb, g_object_ref (self));
}

static void
open_there_cb (gboolean accepted, gpointer user_data)
{
  AppDataWindow *self = user_data;

  if (accepted)
    use_folder (self, self->asked);
}

static void
move_there_cb (const char *answer, gpointer user_data)
{
  AppDataWindow *self = user_data;

  if (g_strcmp0 (answer, "move") == 0)
    app_data_window_move (self, self->asked);
  else if (g_strcmp0 (answer, "empty") == 0)
    use_folder (self, self->asked);
}

/* There is no workspace at the chosen place: the present one moves, or a new one begins. */
static void
ask_move (AppDataWindow *self)
{
  const AppChoiceOfAnswer answers[]
      = { { "move", _ ("_Move everything there") }, { "empty", _ ("Begin _empty there") } };
  const gboolean open = app_store_is_open (app_session_get_store (self->session));

  app_compat_choose (GTK_WINDOW (self), _ ("Use this folder?"),
                     _ ("There is no workspace in it. Moving takes companies, evidence and backups "
                        "there. Beginning empty leaves the present ones where they are."),
                     open ? answers : answers + 1, open ? 2 : 1, move_there_cb, self);
}

static void
folder_cb (GFile *file, gpointer user_data)
{
  AppDataWindow *self = user_data;
  g_autofree char *folder = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = folder != NULL ? workspace_place_in (folder) : NULL;
  g_autofree char *present = app_store_dup_place (app_session_get_store (self->session));
  g_autoptr (GError) error = NULL;

  if (path == NULL || g_str_equal (path, present))
    return;
  if (!workspace_place_check (path, &error))
    {
      app_compat_tell (GTK_WINDOW (self), _ ("This folder cannot be used"), error->message);
      return;
    }
  g_free (self->asked);
  self->asked = g_steal_pointer (&folder);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    app_compat_ask (GTK_WINDOW (self), _ ("Open the workspace in this folder?"),
                    _ ("The present one stays where it is."), _ ("_Open"), open_there_cb, self);
  else
    ask_move (self);
}

static void
other_folder_cb (AppDataWindow *self)
{
  app_compat_choose_folder (GTK_WINDOW (self), _ ("Use another folder"), _ ("_Choose"), folder_cb,
                            self);
}

static void
home_folder_cb (AppDataWindow *self)
{
  use_folder (self, NULL);
}

void
_app_data_window_show_folder (AppDataWindow *self)
{
  g_autofree char *place = app_store_dup_place (app_session_get_store (self->session));
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *display = g_filename_display_name (folder);

  adw_action_row_set_subtitle (self->folder, display);
  gtk_widget_set_visible (GTK_WIDGET (self->home_folder),
                          app_application_has_own_folder (self->application));
}

void
_app_data_window_bind_folder (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, other_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, home_folder_cb);
}
