/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-data-window.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/widgets/app-erase-window.h"
#include "app/widgets/app-row.h"
#include "base/base-date.h"
#include "workspace/workspace-backup.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-place.h"

#include <glib/gi18n.h>

/* Four lists; after anything that is done all are read anew. */

/* A workspace has few; more of one kind are found by the command. */
#define MAX_ROWS 100

enum
{
  RETENTION,
  BACKUPS,
  REMOVED,
  N_LISTS
};

struct _AppDataWindow
{
  AdwWindow parent_instance;

  AppApplication *application; /* not owned: it outlives its windows */
  AppSession *session;
  GPtrArray *rows[N_LISTS]; /* in the groups; borrowed */
  char *asked;              /* the backup, or the folder, that a question is about */
  guint n_busy;
  gboolean moving;

  /* template */
  GtkLabel *problem;
  AdwActionRow *folder, *home_folder;
  AdwPreferencesGroup *retention, *backups, *removed;
  GtkWidget *content;
  GtkButton *back_up;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (AppDataWindow, app_data_window, ADW_TYPE_WINDOW)

static AppStore *
store_of (AppDataWindow *self)
{
  return app_session_get_store (self->session);
}

static void
tell (AppDataWindow *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void show (AppDataWindow *self);

/* --- rows ------------------------------------------------------------------------------------- */

typedef void (*RowFunc) (AppDataWindow *self, GtkButton *button);

static void
add_to_row (AppDataWindow *self,
            GtkWidget *row,
            GtkWidget *button,
            const char *words,
            RowFunc func,
            const char *id)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_button (AppDataWindow *self,
            GtkWidget *row,
            const char *label,
            const char *words,
            RowFunc func,
            const char *id)
{
  add_to_row (self, row, gtk_button_new_with_mnemonic (label), words, func, id);
}

/* Beside another button a word would leave no room for the company's name in a narrow window. */
static void
add_erase_button (
    AppDataWindow *self, GtkWidget *row, const char *words, RowFunc func, const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Delete for good"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete for good"), -1);
  add_to_row (self, row, button, words, func, id);
}

static const char *
id_of (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "id");
}

static void
clear_list (AppDataWindow *self, guint list, AdwPreferencesGroup *group)
{
  for (guint i = 0; i < self->rows[list]->len; i++)
    adw_preferences_group_remove (group, self->rows[list]->pdata[i]);
  g_ptr_array_set_size (self->rows[list], 0);
}

static void
add_row (AppDataWindow *self, guint list, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows[list], row);
}

static char *
time_words (AppDataWindow *self, gint64 made_at)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (made_at);
  g_autofree char *day = g_date_time_format (local, "%Y-%m-%d");
  g_autofree char *date = base_language_date (app_session_get_language (self->session), day);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");

  return g_strdup_printf (_ ("%s, %s"), date, clock);
}

/* --- backups ---------------------------------------------------------------------------------- */

static void
set_busy (AppDataWindow *self, int change)
{
  self->n_busy = (guint)((int)self->n_busy + change);
  gtk_spinner_set_spinning (self->spinner, self->n_busy > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->n_busy > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_up),
                            self->n_busy == 0 && app_store_is_open (store_of (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->backups), self->n_busy == 0);
}

static void
backup_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *made = workspace_make_backup (data, WORKSPACE_BACKUP_MANUAL, &error);

  if (made != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backup_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AppDataWindow *self = APP_DATA_WINDOW (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->session == NULL)
    return;
  set_busy (self, -1);
  tell (self, error);
  show (self);
}

static void
back_up_cb (AppDataWindow *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (!app_store_flush (store_of (self), &error))
    {
      tell (self, error);
      return;
    }
  set_busy (self, 1);
  task = g_task_new (self, NULL, backup_cb, NULL);
  g_task_set_source_tag (task, back_up_cb);
  g_task_set_task_data (task, app_store_dup_place (store_of (self)), g_free);
  g_task_run_in_thread (task, backup_thread);
}

typedef struct
{
  char *place, *backup;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_free (restore->place);
  g_free (restore->backup);
  g_free (restore);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Restore *restore = data;
  GError *error = NULL;

  if (workspace_restore_backup (restore->place, restore->backup, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AppDataWindow *self = APP_DATA_WINDOW (source);
  g_autoptr (GError) error = NULL;
  const gboolean restored = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->session == NULL)
    return;
  set_busy (self, -1);
  if (restored)
    app_store_replaced (store_of (self));
  tell (self, error);
  show (self);
}

static void
restore_answer_cb (gboolean accepted, gpointer user_data)
{
  AppDataWindow *self = user_data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Restore *restore;

  if (!accepted)
    return;
  /* What was answered until now is in the backup that the restore makes of what is there. */
  if (!app_store_flush (store_of (self), &error))
    {
      tell (self, error);
      return;
    }
  restore = g_new0 (Restore, 1);
  restore->place = app_store_dup_place (store_of (self));
  restore->backup = g_steal_pointer (&self->asked);
  set_busy (self, 1);
  task = g_task_new (self, NULL, restored_cb, NULL);
  g_task_set_source_tag (task, restore_answer_cb);
  g_task_set_task_data (task, restore, restore_free);
  g_task_run_in_thread (task, restore_thread);
}

static void
restore_cb (AppDataWindow *self, GtkButton *button)
{
  g_free (self->asked);
  self->asked = g_strdup (id_of (button));
  app_compat_ask (GTK_WINDOW (self), _ ("Bring back this backup?"),
                  _ ("All companies will be as they were then. What is there now is kept as a "
                     "backup first. Companies that were deleted for good stay deleted."),
                  _ ("_Bring back"), restore_answer_cb, self);
}

static const char *
kind_words (WorkspaceBackupKind kind)
{
  switch (kind)
    {
    case WORKSPACE_BACKUP_DAILY:
      return _ ("The day’s backup");
    case WORKSPACE_BACKUP_UPGRADE:
      return _ ("Before an upgrade");
    case WORKSPACE_BACKUP_RESTORE:
      return _ ("Before a backup was brought back");
    case WORKSPACE_BACKUP_MANUAL:
    default:
      return _ ("Made by hand");
    }
}

static void
show_backups (AppDataWindow *self)
{
  g_autofree char *place = app_store_dup_place (store_of (self));
  g_autoptr (GPtrArray) list = workspace_list_backups (place);

  clear_list (self, BACKUPS, self->backups);
  for (guint i = 0; i < MIN (list->len, MAX_ROWS); i++)
    {
      const WorkspaceBackup *backup = list->pdata[i];
      g_autofree char *title = time_words (self, backup->made_at);
      g_autofree char *size = g_format_size (backup->size);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", kind_words (backup->kind), size);
      GtkWidget *row = app_row_new (title, subtitle);

      add_button (self, row, _ ("_Bring back"), title, restore_cb, backup->path);
      add_row (self, BACKUPS, self->backups, row);
    }
  if (list->len == 0)
    add_row (self, BACKUPS, self->backups, app_row_new (_ ("No backup yet"), NULL));
}

/* --- companies -------------------------------------------------------------------------------- */

static GPtrArray *
list_companies (AppDataWindow *self, const WorkspaceQuery *query)
{
  Workspace *workspace = app_store_get_workspace (store_of (self));

  return workspace != NULL ? workspace_list_companies (workspace, query, NULL, NULL) : NULL;
}

static void
bring_back_cb (AppDataWindow *self, GtkButton *button)
{
  g_autoptr (GError) error = NULL;

  if (workspace_restore_company (app_store_get_workspace (store_of (self)), id_of (button), &error))
    app_store_refresh (store_of (self));
  tell (self, error);
  show (self);
}

static void
erase_cb (AppDataWindow *self, GtkButton *button)
{
  GtkWidget *window = app_erase_window_new (GTK_WINDOW (self), self->session, id_of (button));

  if (window == NULL)
    return;
  g_signal_connect_object (window, "erased", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static const char *
name_of (const WorkspaceCompany *company)
{
  return company->name != NULL ? company->name : _ ("New company");
}

static void
show_removed (AppDataWindow *self)
{
  const WorkspaceQuery query
      = { .deleted = TRUE, .archived = WORKSPACE_ARCHIVED_TOO, .limit = MAX_ROWS };
  g_autoptr (GPtrArray) list = list_companies (self, &query);

  clear_list (self, REMOVED, self->removed);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const WorkspaceCompany *company = list->pdata[i];
      GtkWidget *row = app_row_new (name_of (company), company->city);

      add_button (self, row, _ ("_Bring back"), name_of (company), bring_back_cb, company->id);
      add_erase_button (self, row, name_of (company), erase_cb, company->id);
      add_row (self, REMOVED, self->removed, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->removed), self->rows[REMOVED]->len > 0);
}

/* --- how long --------------------------------------------------------------------------------- */

static void
keep_cb (AppDataWindow *self, GtkButton *button)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_years (now, 1);
  g_autofree char *until = g_date_time_format (later, "%Y-%m-%d");
  g_autoptr (GError) error = NULL;

  if (workspace_set_retention (app_store_get_workspace (store_of (self)), id_of (button), until,
                               &error))
    app_store_refresh (store_of (self));
  tell (self, error);
  show (self);
}

static void
show_retention (AppDataWindow *self)
{
  const WorkspaceQuery query
      = { .retention_due = TRUE, .archived = WORKSPACE_ARCHIVED_TOO, .limit = MAX_ROWS };
  g_autoptr (GPtrArray) list = list_companies (self, &query);

  clear_list (self, RETENTION, self->retention);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const WorkspaceCompany *company = list->pdata[i];
      g_autofree char *date
          = base_language_date (app_session_get_language (self->session), company->retain_until);
      g_autofree char *subtitle = g_strdup_printf (_ ("Until %s"), date);
      GtkWidget *row = app_row_new (name_of (company), subtitle);

      add_button (self, row, _ ("_Keep a year"), name_of (company), keep_cb, company->id);
      add_erase_button (self, row, name_of (company), erase_cb, company->id);
      add_row (self, RETENTION, self->retention, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->retention), self->rows[RETENTION]->len > 0);
}

/* --- the folder ------------------------------------------------------------------------------- */

static void
use_folder (AppDataWindow *self, const char *folder)
{
  g_autoptr (GError) error = NULL;

  app_application_use_folder (self->application, folder, &error);
  tell (self, error);
  show (self);
}

/* Nothing is open while it is on its way: the window stays, and nobody answers behind it. */
static void
set_moving (AppDataWindow *self, gboolean moving)
{
  self->moving = moving;
  set_busy (self, moving ? 1 : -1);
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
  tell (self, error);
  show (self);
}

void
app_data_window_move (AppDataWindow *self, const char *folder)
{
  g_return_if_fail (APP_IS_DATA_WINDOW (self) && folder != NULL);

  set_moving (self, TRUE);
  app_application_move_to_folder_async (self->application, folder, moved_cb, g_object_ref (self));
}

static gboolean
app_data_window_close_request (GtkWindow *window)
{
  if (APP_DATA_WINDOW (window)->moving)
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (app_data_window_parent_class)->close_request (window);
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
  const gboolean open = app_store_is_open (store_of (self));

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
  g_autofree char *present = app_store_dup_place (store_of (self));
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

static void
show_folder (AppDataWindow *self)
{
  g_autofree char *place = app_store_dup_place (store_of (self));
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *display = g_filename_display_name (folder);

  adw_action_row_set_subtitle (self->folder, display);
  gtk_widget_set_visible (GTK_WIDGET (self->home_folder),
                          app_application_has_own_folder (self->application));
}

/* --- the object ------------------------------------------------------------------------------- */

static void
show (AppDataWindow *self)
{
  show_folder (self);
  show_retention (self);
  show_backups (self);
  show_removed (self);
  set_busy (self, 0);
}

static void
app_data_window_dispose (GObject *object)
{
  AppDataWindow *self = APP_DATA_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_DATA_WINDOW);
  for (guint i = 0; i < N_LISTS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->asked, g_free);
  G_OBJECT_CLASS (app_data_window_parent_class)->dispose (object);
}

static void
app_data_window_class_init (AppDataWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_data_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = app_data_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-data-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, content);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, folder);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, home_folder);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, retention);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, backups);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, removed);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, back_up);
  gtk_widget_class_bind_template_child (widget_class, AppDataWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, home_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_data_window_init (AppDataWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  app_compat_wrap_headings (GTK_WIDGET (self));
  for (guint i = 0; i < N_LISTS; i++)
    self->rows[i] = g_ptr_array_new ();
}

GtkWidget *
app_data_window_new (GtkWindow *owner, AppApplication *application, AppSession *session)
{
  AppDataWindow *self = g_object_new (APP_TYPE_DATA_WINDOW, "transient-for", owner, NULL);

  self->application = application;
  self->session = g_object_ref (session);
  show (self);
  return GTK_WIDGET (self);
}
