/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-data-window-private.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/widgets/app-erase-window.h"
#include "app/widgets/app-row.h"
#include "base/base-date.h"
#include "workspace/workspace-backup.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* Four lists; after anything that is done all are read anew. */

/* A workspace has few; more of one kind are found by the command. */
#define MAX_ROWS 100

G_DEFINE_FINAL_TYPE (AppDataWindow, app_data_window, ADW_TYPE_WINDOW)

static AppStore *
store_of (AppDataWindow *self)
{
  return app_session_get_store (self->session);
}

void
_app_data_window_tell (AppDataWindow *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

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

void
_app_data_window_set_busy (AppDataWindow *self, int change)
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
  _app_data_window_set_busy (self, -1);
  _app_data_window_tell (self, error);
  _app_data_window_show (self);
}

static void
back_up_cb (AppDataWindow *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (!app_store_flush (store_of (self), &error))
    {
      _app_data_window_tell (self, error);
      return;
    }
  _app_data_window_set_busy (self, 1);
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
  _app_data_window_set_busy (self, -1);
  if (restored)
    app_store_replaced (store_of (self));
  _app_data_window_tell (self, error);
  _app_data_window_show (self);
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
      _app_data_window_tell (self, error);
      return;
    }
  restore = g_new0 (Restore, 1);
  restore->place = app_store_dup_place (store_of (self));
  restore->backup = g_steal_pointer (&self->asked);
  _app_data_window_set_busy (self, 1);
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
  _app_data_window_tell (self, error);
  _app_data_window_show (self);
}

static void
erase_cb (AppDataWindow *self, GtkButton *button)
{
  GtkWidget *window = app_erase_window_new (GTK_WINDOW (self), self->session, id_of (button));

  if (window == NULL)
    return;
  g_signal_connect_object (window, "erased", G_CALLBACK (_app_data_window_show), self,
                           G_CONNECT_SWAPPED);
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
  _app_data_window_tell (self, error);
  _app_data_window_show (self);
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

/* --- the object ------------------------------------------------------------------------------- */

void
_app_data_window_show (AppDataWindow *self)
{
  _app_data_window_show_folder (self);
  show_retention (self);
  show_backups (self);
  show_removed (self);
  _app_data_window_set_busy (self, 0);
}

static gboolean
app_data_window_close_request (GtkWindow *window)
{
  if (APP_DATA_WINDOW (window)->moving)
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (app_data_window_parent_class)->close_request (window);
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
  _app_data_window_bind_folder (widget_class);
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
  _app_data_window_show (self);
  return GTK_WIDGET (self);
}
