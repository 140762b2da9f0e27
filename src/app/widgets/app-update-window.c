/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-update-window.h"

#include "app/widgets/app-update-cell.h"
#include "base/base-data.h"
#include "base/base-date.h"
#include "catalogue/catalogue-portal-export.h"

#include <glib/gi18n.h>

/* Reading and comparing run in a thread: nothing below app/ has globals. */

struct _AppUpdateWindow
{
  AdwWindow parent_instance;

  AppSession *session;        /* borrowed from the window */
  struct _UpdateData *update; /* NULL until it is read */
  GListStore *changes;        /* AppRecordChange */
  GCancellable *cancellable;
  gboolean ticking;

  /* template */
  GtkStack *stack;
  GtkLabel *lead, *notes, *failure, *problem;
  GtkWidget *notes_box, *problem_box, *take;
  GtkLabel *take_label; /* cut where a narrow window has no room for it */
  GtkCheckButton *all;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (AppUpdateWindow, app_update_window, ADW_TYPE_WINDOW)

static guint updated_signal;

typedef struct _UpdateData
{
  char *path, *bundled, *own, *date;
  Catalogue *catalogue;
  CatalogueRecords *before, *after;
  CatalogueDiff *diff;
  GPtrArray *notes; /* of strings */
} UpdateData;

static void
update_data_free (UpdateData *update)
{
  g_clear_pointer (&update->diff, catalogue_diff_free);
  g_clear_pointer (&update->before, catalogue_records_free);
  g_clear_pointer (&update->after, catalogue_records_free);
  g_clear_pointer (&update->catalogue, catalogue_unref);
  g_clear_pointer (&update->notes, g_ptr_array_unref);
  g_free (update->path);
  g_free (update->bundled);
  g_free (update->own);
  g_free (update->date);
  g_free (update);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpdateData, update_data_free)

/* --- reading ---------------------------------------------------------------------------------- */

/* An export does not say its day: that of the file stands for it. */
static char *
day_of_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) modified
      = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = modified != NULL ? g_date_time_to_local (modified) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : base_date_today ();
}

static CatalogueRecords *
load_newer (UpdateData *update, GError **error)
{
  if (g_str_has_suffix (update->path, ".json"))
    return catalogue_records_load (update->path, error);
  return catalogue_portal_export_read (update->path, update->catalogue, update->before,
                                       update->date, update->notes, error);
}

static gboolean
read_update (UpdateData *update, GError **error)
{
  update->bundled = base_data_dir (error);
  if (update->bundled == NULL)
    return FALSE;
  update->date = day_of_file (update->path);
  update->before = catalogue_records_load_used (update->bundled, update->own, error);
  update->after = update->before != NULL ? load_newer (update, error) : NULL;
  if (update->after == NULL)
    return FALSE;
  update->diff = catalogue_diff_new (update->before, update->after);
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_update (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- showing ---------------------------------------------------------------------------------- */

static guint
count_accepted (AppUpdateWindow *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->changes));
  guint accepted = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AppRecordChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);

      accepted += app_record_change_get_accepted (change);
    }
  return accepted;
}

static void
show_accepted (AppUpdateWindow *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->changes));
  guint accepted;
  g_autofree char *label = NULL;

  if (self->ticking)
    return;
  accepted = count_accepted (self);
  label = g_strdup_printf (ngettext ("_Take over %u change", "_Take over %u changes", accepted),
                           accepted);
  gtk_label_set_label (self->take_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->take_label), -1);
  gtk_widget_set_sensitive (self->take, accepted > 0);
  self->ticking = TRUE;
  gtk_check_button_set_active (self->all, accepted == n && n > 0);
  gtk_check_button_set_inconsistent (self->all, accepted > 0 && accepted < n);
  self->ticking = FALSE;
}

static void
all_cb (AppUpdateWindow *self)
{
  const gboolean accepted = gtk_check_button_get_active (self->all);

  if (self->ticking)
    return;
  self->ticking = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->changes)); i++)
    {
      g_autoptr (AppRecordChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);

      app_record_change_set_accepted (change, accepted);
    }
  self->ticking = FALSE;
  show_accepted (self);
}

static void
fill_changes (AppUpdateWindow *self)
{
  for (guint i = 0; i < catalogue_diff_length (self->update->diff); i++)
    {
      g_autoptr (AppRecordChange) change
          = app_record_change_new (catalogue_diff_get (self->update->diff, i));

      g_signal_connect_object (change, "notify::accepted", G_CALLBACK (show_accepted), self,
                               G_CONNECT_SWAPPED);
      g_list_store_append (self->changes, change);
    }
}

static void
show_lead (AppUpdateWindow *self)
{
  BaseLanguage *language = app_session_get_language (self->session);
  const guint n = catalogue_diff_length (self->update->diff);
  const char *newer = catalogue_records_date (self->update->after);
  g_autofree char *day = base_language_date (language, newer != NULL ? newer : self->update->date);
  g_autofree char *text
      = n == 0 ? g_strdup (_ ("The file says nothing that is not in the catalogue already."))
               : g_strdup_printf (
                   ngettext ("%u change, in a list of %s. Tick what is to be taken over; finished "
                             "assessments keep what they were made with.",
                             "%u changes, in a list of %s. Tick what is to be taken over; "
                             "finished assessments keep what they were made with.",
                             n),
                   n, day);

  gtk_label_set_label (self->lead, text);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n > 0);
}

/* Rows that were not understood are said, never dropped silently. */
static void
show_notes (AppUpdateWindow *self)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->notes_box, self->update->notes->len > 0);
  g_ptr_array_add (self->update->notes, NULL);
  text = g_strjoinv ("\n", (char **)self->update->notes->pdata);
  gtk_label_set_label (self->notes, text);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AppUpdateWindow *self = APP_UPDATE_WINDOW (object);
  g_autoptr (UpdateData) update = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->stack != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          gtk_label_set_label (self->failure, error->message);
          gtk_stack_set_visible_child_name (self->stack, "failure");
        }
      return;
    }
  if (self->stack == NULL)
    return; /* the window is gone */
  self->update = g_steal_pointer (&update);
  fill_changes (self);
  show_lead (self);
  show_notes (self);
  show_accepted (self);
  gtk_stack_set_visible_child_name (self->stack, "changes");
}

/* --- taking over ------------------------------------------------------------------------------ */

static char **
accepted_ids (AppUpdateWindow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->changes)); i++)
    {
      g_autoptr (AppRecordChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);

      if (app_record_change_get_accepted (change))
        g_strv_builder_add (builder, app_record_change_get (change)->id);
    }
  return g_strv_builder_end (builder);
}

static void
take_cb (AppUpdateWindow *self)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (self->update == NULL || count_accepted (self) == 0)
    return;
  ids = accepted_ids (self);
  if (!catalogue_update_apply (self->update->bundled, self->update->own, self->update->diff,
                               (const char *const *)ids, self->update->date, &n, &error)
      || !app_library_reload (app_session_get_library (self->session), &error))
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (self->problem_box, TRUE);
      return;
    }
  g_signal_emit (self, updated_signal, 0, n);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (AppUpdateWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the object ------------------------------------------------------------------------------- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, app_update_cell_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, AppUpdateWindow *self)
{
  app_update_cell_show (APP_UPDATE_CELL (gtk_list_item_get_child (item)), self->session,
                        self->update->catalogue, gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  app_update_cell_show (APP_UPDATE_CELL (gtk_list_item_get_child (item)), NULL, NULL, NULL);
}

static void
app_update_window_dispose (GObject *object)
{
  AppUpdateWindow *self = APP_UPDATE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_UPDATE_WINDOW);
  g_clear_object (&self->changes);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->update, update_data_free);
  G_OBJECT_CLASS (app_update_window_parent_class)->dispose (object);
}

static void
app_update_window_class_init (AppUpdateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_update_window_dispose;
  updated_signal = g_signal_new ("updated", APP_TYPE_UPDATE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-update-window.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppUpdateWindow, child)
  BIND (stack);
  BIND (lead);
  BIND (notes);
  BIND (failure);
  BIND (problem);
  BIND (notes_box);
  BIND (problem_box);
  BIND (take);
  BIND (take_label);
  BIND (all);
  BIND (list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_update_window_init (AppUpdateWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  self->changes = g_list_store_new (APP_TYPE_RECORD_CHANGE);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->changes)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

GtkWidget *
app_update_window_new (GtkWindow *owner, AppSession *session, const char *path)
{
  AppUpdateWindow *self = g_object_new (APP_TYPE_UPDATE_WINDOW, "transient-for", owner, NULL);
  AppLibrary *library = app_session_get_library (session);
  UpdateData *update = g_new0 (UpdateData, 1);
  g_autoptr (GTask) task = NULL;

  self->session = session;
  update->path = g_strdup (path);
  update->own = g_strdup (app_library_get_own_folder (library));
  update->catalogue = catalogue_ref (app_library_get_catalogue (library));
  update->notes = g_ptr_array_new_with_free_func (g_free);
  task = g_task_new (self, self->cancellable, read_cb, update);
  g_task_set_source_tag (task, app_update_window_new);
  g_task_set_task_data (task, update, NULL);
  g_task_run_in_thread (task, read_in_thread);
  return GTK_WIDGET (self);
}
