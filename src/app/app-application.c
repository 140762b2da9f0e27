/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-about.h"
#include "app/app-adviser.h"
#include "app/app-application.h"
#include "app/app-file-place.h"
#include "app/app-library.h"
#include "app/app-names.h"
#include "app/app-store.h"
#include "app/app-window.h"
#include "app/widgets/app-preferences-window.h"
#include "base/base-settings.h"
#include "exchange/exchange-parcel.h"
#include "workspace/workspace-place.h"

#include <glib/gi18n.h>

/* The application: what windows share, files from the command line, the app. actions. */

struct _AppApplication
{
  AdwApplication parent_instance;

  AppLibrary *library;
  AppStore *store;
  AppAdviser *adviser;
  GSettings *settings;
  char *folder; /* of the workspace, when somebody chose one */
};

G_DEFINE_FINAL_TYPE (AppApplication, app_application, ADW_TYPE_APPLICATION)

static AppWindow *
new_window (AppApplication *self)
{
  AppWindow *window = app_window_new (self);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
app_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    new_window (APP_APPLICATION (application));
}

/* The window in front, or the one its dialog belongs to; NULL: there is none. */
static AppWindow *
window_in_front (AppApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !APP_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return (AppWindow *)window;
}

/* An assessment gets a window of its own; what is taken in is asked over the one that is there. */
static void
app_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      AppWindow *window = NULL;

      if (path != NULL && exchange_file_guess (path) != EXCHANGE_FILE_DOCUMENT)
        window = window_in_front (APP_APPLICATION (application));
      if (window == NULL)
        window = new_window (APP_APPLICATION (application));
      gtk_window_present (GTK_WINDOW (window));
      if (path != NULL)
        app_window_open_file (window, path);
    }
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AppApplication *self = user_data;

  app_about_show (gtk_application_get_active_window (GTK_APPLICATION (self)), self->library);
}

/* Closing each window lets each wait for its last save. Some close others that belong to them. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows
      = g_list_copy_deep (gtk_application_get_windows (user_data), (GCopyFunc)g_object_ref, NULL);

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  g_list_free_full (windows, g_object_unref);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  new_window (user_data);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AppApplication *self = user_data;
  GtkWindow *owner = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (app_preferences_window_new (owner, self->adviser, self->store)));
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "new-window", new_window_action },
  { "preferences", preferences_action },
  { "quit", quit_action },
};

static void
set_keys (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].keys);
}

static void
add_property_action (AppApplication *self, const char *name, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/* In the folder that was chosen, or the usual one. */
static AppStore *
new_store (AppApplication *self)
{
  AppStore *store;
  g_autofree char *path = NULL;

  if (self->settings != NULL)
    self->folder = g_settings_get_string (self->settings, "workspace-folder");
  if (self->folder != NULL && *self->folder == '\0')
    g_clear_pointer (&self->folder, g_free);
  if (self->folder != NULL)
    path = workspace_place_in (self->folder);
  store = app_store_new (path);
  app_store_set_must_exist (store, path != NULL);
  return store;
}

/* A text that gets the focus is there to be read, not to be shown as if it were marked. */
static void
keep_texts_unmarked (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (settings != NULL)
    g_object_set (settings, "gtk-label-select-on-focus", FALSE, NULL);
}

static void
app_application_startup (GApplication *application)
{
  AppApplication *self = APP_APPLICATION (application);

  G_APPLICATION_CLASS (app_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  app_names_watch ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_keys (GTK_APPLICATION (self));
  keep_texts_unmarked ();
  self->library = app_library_new ();
  self->settings = base_settings_new ();
  self->store = new_store (self);
  self->adviser = app_adviser_new (self->settings, self->store);
  app_file_place_watch (self->adviser, self->store);
  add_property_action (self, "advise-companies", self->adviser, "chosen");
}

static void
app_application_dispose (GObject *object)
{
  AppApplication *self = APP_APPLICATION (object);

  g_clear_object (&self->adviser);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (app_application_parent_class)->dispose (object);
}

static void
app_application_class_init (AppApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_application_dispose;
  application_class->startup = app_application_startup;
  application_class->activate = app_application_activate;
  application_class->open = app_application_open;
}

static void
app_application_init (AppApplication *self)
{
}

AppApplication *
app_application_new (void)
{
  return g_object_new (APP_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/eu/waymark/Waymark",
                       NULL);
}

AppLibrary *
app_application_get_library (AppApplication *self)
{
  g_return_val_if_fail (APP_IS_APPLICATION (self), NULL);
  return self->library;
}

AppStore *
app_application_get_store (AppApplication *self)
{
  g_return_val_if_fail (APP_IS_APPLICATION (self), NULL);
  return self->store;
}

AppAdviser *
app_application_get_adviser (AppApplication *self)
{
  g_return_val_if_fail (APP_IS_APPLICATION (self), NULL);
  return self->adviser;
}

GSettings *
app_application_get_settings (AppApplication *self)
{
  g_return_val_if_fail (APP_IS_APPLICATION (self), NULL);
  return self->settings;
}

static void
remember_folder (AppApplication *self, const char *folder)
{
  char *now = g_strdup (folder);

  g_free (self->folder);
  self->folder = now;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "workspace-folder", folder != NULL ? folder : "");
}

gboolean
app_application_use_folder (AppApplication *self, const char *folder, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (APP_IS_APPLICATION (self), FALSE);

  if (folder != NULL)
    path = workspace_place_in (folder);
  if (!app_store_switch (self->store, path, error))
    return FALSE;
  remember_folder (self, folder);
  return TRUE;
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  AppApplication *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (app_store_move_finish (APP_STORE (source), result, &error))
    {
      remember_folder (self, g_task_get_task_data (task));
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
  g_application_release (G_APPLICATION (self));
}

void
app_application_move_to_folder_async (AppApplication *self,
                                      const char *folder,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  g_autofree char *path = NULL;
  GTask *task;

  g_return_if_fail (APP_IS_APPLICATION (self) && folder != NULL);

  path = workspace_place_in (folder);
  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, app_application_move_to_folder_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  /* Whoever quits meanwhile leaves no half of it there: the program ends when it is done. */
  g_application_hold (G_APPLICATION (self));
  app_store_move_async (self->store, path, moved_cb, task);
}

gboolean
app_application_move_to_folder_finish (AppApplication *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
app_application_has_own_folder (AppApplication *self)
{
  g_return_val_if_fail (APP_IS_APPLICATION (self), FALSE);
  return self->folder != NULL;
}
