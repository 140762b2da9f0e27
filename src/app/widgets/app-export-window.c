/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-export-window.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/app-transfer.h"
#include "app/widgets/app-copy-button.h"
#include "app/widgets/app-row.h"
#include "base/base-date.h"
#include "exchange/exchange-collect.h"
#include "exchange/exchange-passphrase.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-files.h"

#include <glib/gi18n.h>

/* What is chosen here is collected when it is written, so that an answer that was given meanwhile
 * is in it. */

struct _AppExportWindow
{
  AdwWindow parent_instance;

  AppSession *session;
  WorkspaceCompany *company;
  GPtrArray *ticks;          /* GtkCheckButton of each assessment; borrowed */
  GCancellable *cancellable; /* not NULL while it is written */
  guint n_missing;

  /* template */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkButton *save;
  GtkWidget *problem_box;
  GtkLabel *problem, *strength_word;
  AdwPreferencesGroup *stages;
  AdwActionRow *evidence_row;
  GtkSwitch *evidence, *notes, *names, *contacts, *results, *open;
  GtkWidget *results_row, *contacts_row, *passphrase_rows, *strength, *suggested_group;
  AdwPreferencesGroup *suggested;
  GtkWidget *suggested_row; /* NULL until one was suggested */
  AdwPasswordEntryRow *passphrase, *again;
  GtkLevelBar *strength_bar;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (AppExportWindow, app_export_window, ADW_TYPE_WINDOW)

static guint written_signal;

static Workspace *
workspace_of (AppExportWindow *self)
{
  return app_store_get_workspace (app_session_get_store (self->session));
}

static void
tell (AppExportWindow *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

/* --- what goes in ----------------------------------------------------------------------------- */

/* Ids of the ticked assessments; a new array, NULL-terminated. */
static const char **
chosen_ids (AppExportWindow *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (self->ticks->pdata[i]))
      g_ptr_array_add (ids, (gpointer)self->company->stages[i].id);
  g_ptr_array_add (ids, NULL);
  return (const char **)g_ptr_array_free (ids, FALSE);
}

/* Files that the document names and that are there, each hash once. */
static void
count_files (AppExportWindow *self, const char *id, GHashTable *seen, guint64 *bytes)
{
  Workspace *workspace = workspace_of (self);
  g_autoptr (AssessmentDocument) document = workspace_load (workspace, id, NULL);

  for (guint i = 0; document != NULL && i < assessment_document_count (document, "evidence"); i++)
    {
      g_autofree char *path = g_strdup_printf ("evidence[%u].sha256", i);
      const char *sha256 = assessment_document_get_string (document, path);
      guint64 size = 0;

      if (sha256 != NULL && !g_hash_table_contains (seen, sha256)
          && workspace_files_has (workspace_path (workspace), sha256, &size))
        {
          g_hash_table_add (seen, g_strdup (sha256));
          *bytes += size;
        }
    }
}

static void
show_files (AppExportWindow *self, const char *const *ids)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *words = NULL, *size = NULL;
  guint64 bytes = 0;
  guint n;

  for (guint i = 0; ids[i] != NULL; i++)
    count_files (self, ids[i], seen, &bytes);
  n = g_hash_table_size (seen);
  size = g_format_size (bytes);
  /* translators: number of files, their size together */
  words = g_strdup_printf (ngettext ("%u file, %s", "%u files, %s", n), n, size);
  adw_action_row_set_subtitle (self->evidence_row, n > 0 ? words : _ ("There are none"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->evidence_row), n > 0);
}

static void
chosen_cb (AppExportWindow *self)
{
  g_autofree const char **ids = chosen_ids (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), ids[0] != NULL);
  show_files (self, ids);
}

static void
add_stage (AppExportWindow *self, const WorkspaceStage *stage)
{
  BaseLanguage *language = app_session_get_language (self->session);
  GtkWidget *tick = gtk_check_button_new ();
  g_autofree char *date
      = stage->date != NULL ? base_language_date (language, stage->date) : g_strdup (_ ("no date"));
  g_autofree char *title
      = g_strdup_printf ("%s · %s", stage->stage != NULL ? stage->stage : "–", date);
  GtkWidget *row = app_row_new (title, stage->superseded ? _ ("finished; there is a correction")
                                       : stage->frozen   ? _ ("finished")
                                                         : _ ("begun"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->stages, row);
  g_ptr_array_add (self->ticks, tick);
}

static ExchangeLeaveOut
leave_out_of (AppExportWindow *self)
{
  const struct
  {
    GtkSwitch *with;
    ExchangeLeaveOut without;
  } parts[] = {
    { self->evidence, EXCHANGE_WITHOUT_EVIDENCE }, { self->notes, EXCHANGE_WITHOUT_NOTES },
    { self->names, EXCHANGE_WITHOUT_NAMES },       { self->contacts, EXCHANGE_WITHOUT_CONTACTS },
    { self->results, EXCHANGE_WITHOUT_RESULTS },
  };
  ExchangeLeaveOut leave_out = EXCHANGE_ALL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!gtk_switch_get_active (parts[i].with))
      leave_out |= parts[i].without;
  return leave_out;
}

/* Contacts are names. */
static void
names_cb (AppExportWindow *self)
{
  gtk_widget_set_sensitive (self->contacts_row, gtk_switch_get_active (self->names));
}

/* --- the passphrase --------------------------------------------------------------------------- */

static void
passphrase_cb (AppExportWindow *self)
{
  static const char *const words[] = {
    [EXCHANGE_STRENGTH_NONE] = "",
    [EXCHANGE_STRENGTH_WEAK] = N_ ("Weak: can be guessed within days. Add words."),
    [EXCHANGE_STRENGTH_FAIR] = N_ ("Fair: one or two words more make it good."),
    [EXCHANGE_STRENGTH_GOOD] = N_ ("Good"),
  };
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
  const ExchangeStrength strength = exchange_passphrase_strength (typed);

  gtk_level_bar_set_value (self->strength_bar, strength);
  gtk_label_set_label (self->strength_word,
                       *words[strength] != '\0' ? gettext (words[strength]) : "");
  gtk_widget_set_visible (self->strength, strength != EXCHANGE_STRENGTH_NONE);
  tell (self, NULL);
}

static void
suggest_cb (AppExportWindow *self)
{
  char *passphrase = exchange_passphrase_suggest ();
  GtkWidget *button = app_copy_button_new (_ ("Copy"), passphrase);

  if (self->suggested_row != NULL)
    adw_preferences_group_remove (self->suggested, self->suggested_row);
  self->suggested_row = app_row_new (
      passphrase, _ ("Write it down or copy it now: nobody can open the package without it."));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the passphrase"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->suggested_row), button);
  adw_preferences_group_add (self->suggested, self->suggested_row);
  gtk_widget_set_visible (self->suggested_group, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), passphrase);
  gtk_editable_set_text (GTK_EDITABLE (self->again), passphrase);
  exchange_passphrase_forget (passphrase);
}

static void
open_cb (AppExportWindow *self)
{
  const gboolean closed = !gtk_switch_get_active (self->open);

  gtk_widget_set_visible (self->passphrase_rows, closed);
  gtk_button_set_label (self->save, closed ? _ ("_Save…") : _ ("_Save open…"));
  tell (self, NULL);
}

/* NULL: nothing is wrong. */
static const char *
passphrase_problem (AppExportWindow *self)
{
  const char *first = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (gtk_switch_get_active (self->open))
    return NULL;
  if (*first == '\0')
    return _ ("Type a passphrase, or let one be suggested.");
  return g_str_equal (first, gtk_editable_get_text (GTK_EDITABLE (self->again)))
             ? NULL
             : _ ("The two passphrases are not the same.");
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
progress_cb (double fraction, gpointer user_data)
{
  gtk_progress_bar_set_fraction (APP_EXPORT_WINDOW (user_data)->progress, fraction);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppExportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_object_steal_data (G_OBJECT (self), "path");
  const gboolean written = app_transfer_write_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return; /* closed meanwhile */
  if (written)
    {
      g_signal_emit (self, written_signal, 0, path, self->n_missing);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "form");
  tell (self, g_error_matches (error, EXCHANGE_ERROR, EXCHANGE_ERROR_CANCELLED)
                  ? _ ("Stopped. Nothing was written.")
                  : error->message);
}

void
app_export_window_write (AppExportWindow *self, const char *path)
{
  g_autofree const char **ids = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const gboolean open = gtk_switch_get_active (self->open);
  Workspace *workspace;
  ExchangeContent *content = NULL;

  g_return_if_fail (APP_IS_EXPORT_WINDOW (self) && path != NULL);

  workspace = workspace_of (self);
  ids = chosen_ids (self);
  if (app_store_flush (app_session_get_store (self->session), &error))
    content = exchange_collect_assessments (workspace, self->company->id, ids, leave_out_of (self),
                                            missing, &error);
  if (content == NULL)
    {
      tell (self, error->message);
      return;
    }
  self->n_missing = gtk_switch_get_active (self->evidence) ? missing->len : 0;
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self), "path", g_strdup (path), g_free);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "writing");
  app_transfer_write_async (
      content, path, open ? NULL : gtk_editable_get_text (GTK_EDITABLE (self->passphrase)),
      workspace_path (workspace), progress_cb, self->cancellable, written_cb, g_object_ref (self));
}

static void
file_cb (GFile *file, gpointer user_data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *full = NULL;

  if (path == NULL)
    return;
  full = g_str_has_suffix (path, ".waymark") ? g_strdup (path)
                                             : g_strconcat (path, ".waymark", NULL);
  app_export_window_write (user_data, full);
}

/* "Sample Metalworks 2026-11-27.waymark" */
static char *
suggest_name (AppExportWindow *self)
{
  g_autofree char *today = base_date_today ();
  g_autofree char *safe = g_strdelimit (
      g_strdup (self->company->name != NULL ? self->company->name : _ ("Company")), "/\n", '-');

  return g_strdup_printf ("%s %s.waymark", safe, today);
}

static void
save_cb (AppExportWindow *self)
{
  const char *problem = passphrase_problem (self);
  g_autofree char *name = suggest_name (self);
  const AppFileRequest request = { .title = _ ("Save the package"),
                                   .accept = _ ("_Save"),
                                   .filter_name = _ ("Packages"),
                                   .pattern = "*.waymark",
                                   .name = name };

  tell (self, problem);
  if (problem != NULL)
    gtk_widget_grab_focus (*gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) == '\0'
                               ? GTK_WIDGET (self->passphrase)
                               : GTK_WIDGET (self->again));
  else
    app_compat_choose_file (GTK_WINDOW (self), &request, file_cb, self);
}

static void
stop_cb (AppExportWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* While it is written, closing stops that first. */
static gboolean
close_request_cb (AppExportWindow *self)
{
  stop_cb (self);
  return self->cancellable != NULL;
}

static gboolean
escape_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
cancel_cb (AppExportWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the object ------------------------------------------------------------------------------- */

static void
app_export_window_dispose (GObject *object)
{
  AppExportWindow *self = APP_EXPORT_WINDOW (object);

  stop_cb (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_EXPORT_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->company, workspace_company_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  G_OBJECT_CLASS (app_export_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppExportWindow, child)
  BIND (title);
  BIND (stack);
  BIND (save);
  BIND (problem_box);
  BIND (problem);
  BIND (stages);
  BIND (evidence_row);
  BIND (evidence);
  BIND (notes);
  BIND (names);
  BIND (contacts);
  BIND (contacts_row);
  BIND (results);
  BIND (results_row);
  BIND (open);
  BIND (passphrase_rows);
  BIND (passphrase);
  BIND (again);
  BIND (strength);
  BIND (strength_bar);
  BIND (strength_word);
  BIND (suggested_group);
  BIND (suggested);
  BIND (progress);
#undef BIND
}

static void
app_export_window_class_init (AppExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_export_window_dispose;
  written_signal = g_signal_new ("written", APP_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-export-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggest_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_binding, NULL);
}

static void
app_export_window_init (AppExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  app_compat_wrap_headings (GTK_WIDGET (self));
  self->ticks = g_ptr_array_new ();
}

GtkWidget *
app_export_window_new (GtkWindow *owner, AppSession *session, const char *company_id)
{
  Workspace *workspace = app_store_get_workspace (app_session_get_store (session));
  g_autoptr (WorkspaceCompany) company = workspace_get_company (workspace, company_id, NULL);
  AppExportWindow *self;
  gboolean frozen = FALSE;

  if (company == NULL || company->n_stages == 0)
    return NULL;
  self = g_object_new (APP_TYPE_EXPORT_WINDOW, "transient-for", owner, NULL);
  self->session = g_object_ref (session);
  self->company = g_steal_pointer (&company);
  adw_window_title_set_subtitle (self->title, self->company->name != NULL ? self->company->name
                                                                          : _ ("New company"));
  for (guint i = 0; i < self->company->n_stages; i++)
    {
      add_stage (self, &self->company->stages[i]);
      frozen |= self->company->stages[i].frozen;
    }
  gtk_widget_set_visible (self->results_row, frozen);
  chosen_cb (self);
  return GTK_WIDGET (self);
}
