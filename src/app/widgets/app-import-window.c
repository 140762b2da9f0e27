/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-import-window.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/app-transfer.h"
#include "app/widgets/app-import-list.h"
#include "consultation/consultation-arrived.h"

#include <glib/gi18n.h>

/* Reading, asking, showing, doing. Until the last step nothing is changed. */

struct _AppImportWindow
{
  AdwWindow parent_instance;

  AppSession *session; /* NULL when it is closed */
  char *path;
  ExchangeParcel *parcel;
  ExchangeImport *import;
  GCancellable *cancellable; /* of what runs now, or NULL */

  /* template */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkButton *accept;
  GtkWidget *problem_box, *opening;
  GtkLabel *problem, *wrong;
  GtkSpinner *spinner;
  AdwPasswordEntryRow *passphrase;
  AppImportList *list;
  AdwStatusPage *refused;
};

G_DEFINE_FINAL_TYPE (AppImportWindow, app_import_window, ADW_TYPE_WINDOW)

static guint imported_signal;

static Workspace *
workspace_of (AppImportWindow *self)
{
  return app_store_get_workspace (app_session_get_store (self->session));
}

static void
show (AppImportWindow *self, const char *state)
{
  const gboolean preview = g_str_equal (state, "preview");

  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (state, "reading"));
  gtk_widget_set_visible (GTK_WIDGET (self->accept), preview);
}

static void
tell (AppImportWindow *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

/* --- refusing --------------------------------------------------------------------------------- */

static const char *
refusal_title (const GError *error)
{
  if (g_error_matches (error, EXCHANGE_ERROR, EXCHANGE_ERROR_VERSION))
    return _ ("This file is from a newer Waymark");
  if (g_error_matches (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED))
    return _ ("This file is damaged");
  if (g_error_matches (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND))
    return _ ("This is no package of Waymark");
  return _ ("This file cannot be taken in");
}

static void
refuse (AppImportWindow *self, const GError *error)
{
  /* Who drops an invoice beside its place comes here. */
  g_autofree char *reason
      = g_error_matches (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND) ? g_strdup_printf (
            "%s\n\n%s", error->message,
            _ ("A document that proves an answer is dropped on “What proves your "
               "answers”; the page Company leads there."))
                                                                     : g_strdup (error->message);
  g_autofree char *words = g_strdup_printf (_ ("%s\n\nNothing was changed."), reason);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_title (self->refused, refusal_title (error));
  adw_status_page_set_description (self->refused, escaped);
  adw_status_page_set_icon_name (self->refused, "dialog-warning-symbolic");
  show (self, "refused");
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
chosen_cb (AppImportWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), exchange_import_has_changes (self->import));
}

/* Answers that are being typed in another window count too. */
static void
preview (AppImportWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (app_store_flush (app_session_get_store (self->session), &error))
    self->import = exchange_import_new_parcel (workspace_of (self), self->parcel, NULL, &error);
  if (self->import != NULL && exchange_import_n_items (self->import) == 0)
    {
      g_clear_pointer (&self->import, exchange_import_free);
      g_set_error_literal (&error, EXCHANGE_ERROR, EXCHANGE_ERROR_REFUSED,
                           _ ("There is no assessment in this package."));
    }
  if (self->import == NULL)
    {
      refuse (self, error);
      return;
    }
  app_import_list_show (self->list, self->session, self->import, self->parcel->package);
  chosen_cb (self);
  show (self, "preview");
  gtk_widget_grab_focus (gtk_widget_get_sensitive (GTK_WIDGET (self->accept))
                             ? GTK_WIDGET (self->accept)
                             : GTK_WIDGET (self->list));
}

static void
ask_again (AppImportWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->passphrase), "error");
  show (self, "passphrase");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  gtk_editable_select_region (GTK_EDITABLE (self->passphrase), 0, -1);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeParcel) parcel = app_transfer_read_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;
  self->parcel = g_steal_pointer (&parcel);
  if (self->parcel != NULL)
    preview (self);
  else if (g_error_matches (error, EXCHANGE_ERROR, EXCHANGE_ERROR_PASSPHRASE))
    ask_again (self);
  else
    refuse (self, error);
}

static void
start_reading (AppImportWindow *self, const char *passphrase)
{
  show (self, "reading");
  self->cancellable = g_cancellable_new ();
  app_transfer_read_async (self->path, passphrase, self->cancellable, read_cb, g_object_ref (self));
}

static void
passphrase_cb (AppImportWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (*typed != '\0' && self->cancellable == NULL)
    start_reading (self, typed);
}

static void
typed_cb (AppImportWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  gtk_widget_set_sensitive (self->opening, *typed != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), FALSE);
}

/* Asks for the passphrase before anything is unpacked. */
static void
begin (AppImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangePeek) peek = NULL;

  if (!app_store_check (app_session_get_store (self->session), &error))
    {
      refuse (self, error);
      return;
    }
  if (exchange_file_guess (self->path) == EXCHANGE_FILE_PACKAGE)
    {
      peek = exchange_package_peek (self->path, &error);
      if (peek == NULL)
        {
          refuse (self, error);
          return;
        }
    }
  if (peek == NULL || !peek->is_sealed)
    {
      start_reading (self, NULL);
      return;
    }
  show (self, "passphrase");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

/* --- doing ------------------------------------------------------------------------------------ */

/* The newest of those that were taken. */
static const ExchangeImportItem *
to_show (AppImportWindow *self)
{
  const ExchangeImportItem *newest = NULL;

  for (guint i = 0; i < exchange_import_n_items (self->import); i++)
    {
      const ExchangeImportItem *item = exchange_import_item (self->import, i);

      if (item->taken && (newest == NULL || g_strcmp0 (item->date, newest->date) >= 0))
        newest = item;
    }
  return newest;
}

static void
apply (AppImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  const ExchangeImportItem *item = to_show (self);
  ConsultationArrived arrived = { 0 };

  if (!exchange_import_apply (self->import, workspace_of (self), &error))
    {
      show (self, "preview");
      tell (self, error->message);
      return;
    }
  if (self->parcel->package != NULL)
    arrived = consultation_arrived_finish (
        workspace_of (self), self->parcel->package, self->import,
        app_library_get_own_folder (app_session_get_library (self->session)));
  app_store_reload (app_session_get_store (self->session));
  g_signal_emit (self, imported_signal, 0, item != NULL ? item->id : NULL,
                 item != NULL ? item->company_name : NULL, arrived.open);
  gtk_window_close (GTK_WINDOW (self));
}

/* Copies evidence files: a file under its hash that nothing names yet changes nothing. */
static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AppImportWindow *self = source;
  GError *error = NULL;

  if (exchange_import_keep_evidence (self->import, data, self->parcel->shelf, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AppImportWindow *self = APP_IMPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  const gboolean kept = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;
  if (kept)
    {
      apply (self);
      return;
    }
  show (self, "preview");
  tell (self, error->message);
}

static void
accept_cb (AppImportWindow *self)
{
  g_autoptr (GTask) task = NULL;

  tell (self, NULL);
  if (self->parcel->shelf == NULL)
    {
      apply (self);
      return;
    }
  show (self, "reading");
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, kept_cb, NULL);
  g_task_set_source_tag (task, accept_cb);
  g_task_set_task_data (task, workspace_of (self), NULL);
  g_task_run_in_thread (task, keep_thread);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
cancel_cb (AppImportWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
app_import_window_dispose (GObject *object)
{
  AppImportWindow *self = APP_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (app_import_window_parent_class)->dispose (object);
}

/* What a thread may still look at goes last. */
static void
app_import_window_finalize (GObject *object)
{
  AppImportWindow *self = APP_IMPORT_WINDOW (object);

  exchange_import_free (self->import);
  exchange_parcel_free (self->parcel);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  G_OBJECT_CLASS (app_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppImportWindow, child)
  BIND (title);
  BIND (stack);
  BIND (accept);
  BIND (problem_box);
  BIND (problem);
  BIND (opening);
  BIND (wrong);
  BIND (spinner);
  BIND (passphrase);
  BIND (list);
  BIND (refused);
#undef BIND
}

static void
app_import_window_class_init (AppImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_import_window_finalize;
  imported_signal
      = g_signal_new ("imported", APP_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
  g_type_ensure (APP_TYPE_IMPORT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_import_window_init (AppImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  app_compat_wrap_headings (GTK_WIDGET (self));
}

GtkWidget *
app_import_window_new (GtkWindow *owner, AppSession *session, const char *path)
{
  AppImportWindow *self = g_object_new (APP_TYPE_IMPORT_WINDOW, "transient-for", owner, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (self->title, name);
  begin (self);
  return GTK_WIDGET (self);
}

const char *
app_import_window_get_state (AppImportWindow *self)
{
  g_return_val_if_fail (APP_IS_IMPORT_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}
