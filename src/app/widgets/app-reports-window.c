/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-reports-window.h"

#include "app/app-compat.h"
#include "app/app-reader.h"
#include "app/app-report-batch.h"
#include "app/widgets/app-report-options.h"
#include "app/widgets/app-wrap.h"
#include "app/widgets/app-row.h"

#include <glib/gi18n.h>

/* Three pages: choices, the work, its summary. */

/* Refused reports that are listed by name; a folder has a place for the rest. */
#define MOST_PROBLEMS 50

struct _AppReportsWindow
{
  AdwWindow parent_instance;

  AppReportBatch *batch;

  /* template */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *go_on;
  AdwComboRow *reader, *form;
  AppReportOptions *options;
  GtkProgressBar *progress;
  GtkLabel *current, *count, *outcome, *detail;
  GtkImage *outcome_icon;
  GtkLabel *folder;
  GtkListBox *problems;
};

G_DEFINE_FINAL_TYPE (AppReportsWindow, app_reports_window, ADW_TYPE_WINDOW)

/* --- choices ---------------------------------------------------------------------------------- */

static void
reader_cb (AppReportsWindow *self)
{
  const guint chosen = adw_combo_row_get_selected (self->reader);

  if (chosen >= APP_READER_N)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->reader),
                               gettext (app_reader (chosen)->subtitle));
  app_report_options_set_profile (self->options, app_reader (chosen)->profile);
}

/* The blank form is the same for everybody. */
static void
fill_readers (AppReportsWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i + 1 < APP_READER_N; i++)
    gtk_string_list_append (names, gettext (app_reader (i)->title));
  adw_combo_row_set_model (self->reader, G_LIST_MODEL (names));
  reader_cb (self);
}

/* --- the work --------------------------------------------------------------------------------- */

static void
show_progress (AppReportsWindow *self)
{
  const guint done = app_report_batch_done (self->batch), n = app_report_batch_n (self->batch);
  const char *name = app_report_batch_current (self->batch);
  /* translators: number of reports that are done, number of all */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), done, n);

  gtk_progress_bar_set_fraction (self->progress, n > 0 ? (double)done / n : 0);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->current, name != NULL ? name : "");
}

static void
add_problems (AppReportsWindow *self)
{
  const char *const *problems = app_report_batch_problems (self->batch);
  guint n = 0;

  app_row_clear (self->problems);
  for (; problems[n] != NULL && n < MOST_PROBLEMS; n++)
    gtk_list_box_append (self->problems, app_row_new (problems[n], NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->problems), n > 0);
}

static const char *
outcome_words (AppReportsWindow *self)
{
  if (app_report_batch_failure (self->batch) != NULL)
    return _ ("The reports could not be written");
  if (app_report_batch_was_stopped (self->batch))
    return _ ("Stopped");
  return app_report_batch_count (self->batch, REPORT_BATCH_REFUSED) > 0
             ? _ ("Done, but not all could be made")
             : _ ("Done");
}

/* Why it ended, then the figures. */
static char *
detail_words (AppReportsWindow *self)
{
  const char *failure = app_report_batch_failure (self->batch);
  const guint left = app_report_batch_n (self->batch) - app_report_batch_done (self->batch);
  const guint untranslated = app_report_batch_n_untranslated (self->batch);
  GString *words = g_string_new (failure);

  if (failure != NULL)
    g_string_append (words, "\n\n");
  g_string_append_printf (words, _ ("Written: %u. Already there and the same: %u. Refused: %u."),
                          app_report_batch_count (self->batch, REPORT_BATCH_WRITTEN),
                          app_report_batch_count (self->batch, REPORT_BATCH_UNCHANGED),
                          app_report_batch_count (self->batch, REPORT_BATCH_REFUSED));
  if (left > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words,
                              ngettext ("%u is left: “Go on” makes only what is missing.",
                                        "%u are left: “Go on” makes only what is missing.", left),
                              left);
    }
  if (untranslated > 0)
    {
      g_autofree char *english = app_report_options_untranslated_words (untranslated);

      g_string_append_printf (words, "\n\n%s", english);
    }
  return g_string_free (words, FALSE);
}

static void
show_outcome (AppReportsWindow *self)
{
  const gboolean whole = app_report_batch_failure (self->batch) == NULL
                         && !app_report_batch_was_stopped (self->batch)
                         && app_report_batch_count (self->batch, REPORT_BATCH_REFUSED) == 0;
  g_autofree char *detail = detail_words (self);

  gtk_image_set_from_icon_name (self->outcome_icon,
                                whole ? "object-select-symbolic" : "dialog-information-symbolic");
  gtk_label_set_label (self->outcome, outcome_words (self));
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->folder, app_report_batch_folder (self->batch));
  gtk_widget_set_visible (self->go_on,
                          app_report_batch_done (self->batch) < app_report_batch_n (self->batch));
  add_problems (self);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
changed_cb (AppReportsWindow *self)
{
  if (app_report_batch_is_running (self->batch))
    show_progress (self);
  else
    show_outcome (self);
}

void
app_reports_window_write (AppReportsWindow *self, const char *folder)
{
  const guint form = adw_combo_row_get_selected (self->form);
  ReportOptions options;
  g_autoptr (BaseLanguage) language = NULL;

  g_return_if_fail (APP_IS_REPORTS_WINDOW (self));
  g_return_if_fail (folder != NULL);

  if (app_report_batch_is_running (self->batch))
    return;
  options = app_report_options_get (self->options);
  language = app_report_options_new_language (self->options);
  gtk_stack_set_visible_child_name (self->stack, "writing");
  app_report_batch_start (self->batch, folder, language, &options,
                          form < REPORT_N_FORMS ? (ReportForm)form : REPORT_FORM_PDF);
  show_progress (self);
}

static void
folder_cb (GFile *file, gpointer user_data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    app_reports_window_write (user_data, path);
}

static void
write_cb (AppReportsWindow *self)
{
  app_compat_choose_folder (GTK_WINDOW (self), _ ("A folder for the reports"), _ ("_Write here"),
                            folder_cb, self);
}

static void
go_on_cb (AppReportsWindow *self)
{
  g_autofree char *folder = g_strdup (app_report_batch_folder (self->batch));

  app_reports_window_write (self, folder);
}

static void
stop_cb (AppReportsWindow *self)
{
  app_report_batch_stop (self->batch);
}

static void
open_cb (AppReportsWindow *self)
{
  g_autofree char *uri = g_filename_to_uri (app_report_batch_folder (self->batch), NULL, NULL);

  app_compat_open_uri (GTK_WINDOW (self), uri);
}

static void
cancel_cb (AppReportsWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* While it writes, closing stops that first and shows what came of it. */
static gboolean
close_request_cb (AppReportsWindow *self)
{
  const gboolean running = app_report_batch_is_running (self->batch);

  app_report_batch_stop (self->batch);
  return running;
}

static gboolean
escape_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

/* --- the object ------------------------------------------------------------------------------- */

static void
app_reports_window_dispose (GObject *object)
{
  AppReportsWindow *self = APP_REPORTS_WINDOW (object);

  if (self->batch != NULL)
    app_report_batch_stop (self->batch);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_REPORTS_WINDOW);
  g_clear_object (&self->batch);
  G_OBJECT_CLASS (app_reports_window_parent_class)->dispose (object);
}

static void
app_reports_window_class_init (AppReportsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_reports_window_dispose;
  g_type_ensure (APP_TYPE_REPORT_OPTIONS);
  g_type_ensure (APP_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-reports-window.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppReportsWindow, child)
  BIND (title);
  BIND (stack);
  BIND (go_on);
  BIND (reader);
  BIND (form);
  BIND (options);
  BIND (progress);
  BIND (current);
  BIND (count);
  BIND (outcome);
  BIND (outcome_icon);
  BIND (detail);
  BIND (folder);
  BIND (problems);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, reader_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_binding, NULL);
}

static void
app_reports_window_init (AppReportsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
app_reports_window_new (GtkWindow *owner, AppSession *session)
{
  AppReportsWindow *self;

  g_return_val_if_fail (APP_IS_SESSION (session), NULL);

  self = g_object_new (APP_TYPE_REPORTS_WINDOW, "transient-for", owner, "application",
                       owner != NULL ? gtk_window_get_application (owner) : NULL, NULL);
  self->batch = app_report_batch_new (session);
  g_signal_connect_object (self->batch, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  app_report_options_show_many (self->options, session);
  fill_readers (self);
  return GTK_WIDGET (self);
}

void
app_reports_window_add (AppReportsWindow *self, const char *id, const char *name)
{
  g_return_if_fail (APP_IS_REPORTS_WINDOW (self));

  app_report_batch_add (self->batch, id, name);
}

void
app_reports_window_present (AppReportsWindow *self)
{
  guint n;
  g_autofree char *words = NULL;

  g_return_if_fail (APP_IS_REPORTS_WINDOW (self));

  n = app_report_batch_n (self->batch);
  if (n == 0)
    {
      app_compat_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), _ ("No report to write"),
                       _ ("None of the companies that are shown has an assessment."));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  words = g_strdup_printf (ngettext ("%u company", "%u companies", n), n);
  adw_window_title_set_subtitle (self->title, words);
  gtk_window_present (GTK_WINDOW (self));
}
