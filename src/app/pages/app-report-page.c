/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-report-page.h"

#include "app/app-compat.h"
#include "app/app-print-job.h"
#include "app/app-reader.h"
#include "app/widgets/app-open-points.h"
#include "app/widgets/app-report-options.h"
#include "app/widgets/app-row.h"
#include "app/widgets/app-sheets.h"
#include "app/widgets/app-toast.h"

#include <glib/gi18n.h>

/* Choices on the left, what they lead to on the right. The pages are laid out in a thread when
 * nothing else is to be done, so that no key press waits for them. */

/* Seconds until it is worth saying that it takes long. */
#define PATIENCE 0.4

struct _AppReportPage
{
  AppPage parent_instance;

  AppPrintout *printout; /* NULL until it is laid out */
  char *saved_path;
  AssessmentDocument *saved_document; /* what the file was made from */
  guint idle;
  GCancellable *laying_out; /* NULL: what is shown is what is wanted */
  GCancellable *saving;     /* NULL: nothing is being saved */
  gint64 saving_since;
  ReportForm form; /* asked for when the file was chosen */
  GtkCheckButton *choices[APP_READER_N];
  GtkLabel *counts[APP_READER_N]; /* of pages */

  /* template */
  GtkWidget *inner, *column;
  GtkViewport *port;
  GtkBox *halves;
  GtkListBox *reader_list;
  AppReportOptions *options;
  AppOpenPoints *open_points;
  GtkWidget *outcome, *open_button, *progress, *saving_spinner, *save_button, *forms_button,
      *print_button;
  GtkProgressBar *progress_bar;
  GtkImage *outcome_icon;
  GtkLabel *outcome_label;
  AppSheets *sheets;
};

G_DEFINE_FINAL_TYPE (AppReportPage, app_report_page, APP_TYPE_PAGE)

static GtkWindow *
get_window (AppReportPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- readers ---------------------------------------------------------------------------------- */

static guint
chosen_reader (AppReportPage *self)
{
  for (guint i = 0; i < APP_READER_N; i++)
    if (gtk_check_button_get_active (self->choices[i]))
      return i;
  return 0;
}

static void choice_cb (AppReportPage *self);

/* Each is told twice: one is left, one is taken. */
static void
reader_cb (AppReportPage *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  app_report_options_set_profile (self->options, app_reader (chosen_reader (self))->profile);
  choice_cb (self);
}

static void
add_reader (AppReportPage *self, guint i)
{
  GtkWidget *row
      = app_row_new (gettext (app_reader (i)->title), gettext (app_reader (i)->subtitle));

  self->choices[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->counts[i] = GTK_LABEL (gtk_label_new (""));
  gtk_widget_set_valign (GTK_WIDGET (self->choices[i]), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->counts[i]), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->counts[i]), "numeric");
  if (i > 0)
    gtk_check_button_set_group (self->choices[i], self->choices[0]);
  else
    gtk_check_button_set_active (self->choices[0], TRUE);
  g_signal_connect_object (self->choices[i], "toggled", G_CALLBACK (reader_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->choices[i]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->counts[i]));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->choices[i]));
  gtk_list_box_append (self->reader_list, row);
}

/* --- what came of it -------------------------------------------------------------------------- */

/* The lasting line: where the file is, or what went wrong. */
static void
show_outcome (AppReportPage *self, const char *icon, const char *text)
{
  gtk_image_set_from_icon_name (self->outcome_icon, icon);
  gtk_label_set_label (self->outcome_label, text);
  gtk_widget_set_visible (self->outcome, TRUE);
  gtk_widget_set_visible (self->open_button, self->saved_path != NULL);
}

static void
show_saved (AppReportPage *self)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  g_autofree char *text = NULL;

  if (self->saved_path == NULL)
    return;
  if (document != NULL && assessment_document_equal (document, self->saved_document))
    {
      text = g_strdup_printf (_ ("Saved: %s"), self->saved_path);
      show_outcome (self, "object-select-symbolic", text);
    }
  else
    {
      text = g_strdup_printf (_ ("Saved before the last changes: %s"), self->saved_path);
      show_outcome (self, "dialog-information-symbolic", text);
    }
}

static void
show_page_count (AppReportPage *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_label_set_label (self->counts[chosen_reader (self)], text);
}

static void
update_buttons (AppReportPage *self)
{
  const gboolean shown = self->printout != NULL && self->laying_out == NULL;
  const gboolean ready = shown && self->saving == NULL;

  gtk_widget_set_sensitive (self->save_button, ready);
  gtk_widget_set_sensitive (self->forms_button, ready);
  gtk_widget_set_sensitive (self->print_button, shown);
  gtk_widget_set_visible (self->saving_spinner, self->saving != NULL);
  g_object_set (self->saving_spinner, "spinning", self->saving != NULL, NULL);
  if (self->saving == NULL)
    gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", shown);
}

/* --- laying out ------------------------------------------------------------------------------- */

static void
stop_laying_out (AppReportPage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->laying_out != NULL)
    g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
}

static void
show_laid_out (AppReportPage *self, Report *report)
{
  show_page_count (self, report_n_pages (report));
  app_report_options_show_untranslated (self->options, report_n_untranslated (report));
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppReportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AppPrintout) printout = app_printout_new_finish (result, &error);

  /* Something else is wanted by now, or nobody is there. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_task_get_cancellable (G_TASK (result)) != self->laying_out)
    return;
  g_clear_object (&self->laying_out);
  g_set_object (&self->printout, printout);
  app_sheets_set_printout (self->sheets, printout);
  if (printout != NULL)
    show_laid_out (self, app_printout_get_report (printout));
  else
    show_outcome (self, "dialog-warning-symbolic", error->message);
  update_buttons (self);
}

static gboolean
lay_out_idle (gpointer data)
{
  AppReportPage *self = data;
  Advice *advice = app_page_get_advice (APP_PAGE (self));
  ReportOptions options;
  g_autoptr (BaseLanguage) language = NULL;

  self->idle = 0;
  if (advice == NULL)
    return G_SOURCE_REMOVE;
  options = app_report_options_get (self->options);
  language = app_report_options_new_language (self->options);
  self->laying_out = g_cancellable_new ();
  app_printout_new_async (advice, language, &options, self->laying_out, laid_out_cb,
                          g_object_ref (self));
  update_buttons (self);
  return G_SOURCE_REMOVE;
}

static void
choice_cb (AppReportPage *self)
{
  stop_laying_out (self);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, lay_out_idle, self, NULL);
}

/* --- saving ----------------------------------------------------------------------------------- */

static void
progress_cb (double done, gpointer user_data)
{
  AppReportPage *self = user_data;
  const double seconds = (double)(g_get_monotonic_time () - self->saving_since) / G_USEC_PER_SEC;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, done);
  gtk_widget_set_visible (self->progress, self->saving != NULL && seconds > PATIENCE);
}

static void
cancel_cb (AppReportPage *self)
{
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
}

static void
take_saved (AppReportPage *self, AppPrintout *printout, char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  g_clear_pointer (&self->saved_document, assessment_document_unref);
  self->saved_document
      = assessment_document_ref (advice_document (app_printout_get_advice (printout)));
  g_free (self->saved_path);
  self->saved_path = path;
  show_saved (self);
  app_toast_show (GTK_WIDGET (self), _ ("Report saved"), _ ("_Open"), "win.open-uri", uri);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppReportPage) self = user_data;
  AppPrintout *printout = APP_PRINTOUT (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = app_printout_save_finish (printout, result, &error);
  g_autofree char *text = NULL;

  g_clear_object (&self->saving);
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return; /* the window is gone, the file is there */
  update_buttons (self);
  if (path != NULL)
    {
      take_saved (self, printout, g_steal_pointer (&path));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_outcome (self, "dialog-information-symbolic", _ ("Stopped: nothing was saved"));
      return;
    }
  text = g_strdup_printf (_ ("Not saved: %s"), error->message);
  show_outcome (self, "dialog-warning-symbolic", text);
  app_compat_tell (get_window (self), _ ("The report could not be saved"), error->message);
}

static void
file_cb (GFile *file, gpointer user_data)
{
  AppReportPage *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  ReportForm form = self->form;

  if (path == NULL || self->printout == NULL || self->saving != NULL)
    return;
  /* Another ending than the offered one is another wish. */
  report_form_from_path (path, &form);
  self->saving = g_cancellable_new ();
  self->saving_since = g_get_monotonic_time ();
  /* Whoever closes the window now still gets the file, and no half of one. */
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  update_buttons (self);
  app_printout_save_async (self->printout, form, path, self->saving, progress_cb, saved_cb,
                           g_object_ref (self));
}

static void
choose_file (AppReportPage *self, ReportForm form)
{
  static const char *const names[REPORT_N_FORMS] = {
    [REPORT_FORM_PDF] = N_ ("PDF documents"),       [REPORT_FORM_ODT] = N_ ("OpenDocument texts"),
    [REPORT_FORM_MARKDOWN] = N_ ("Markdown texts"), [REPORT_FORM_CSV] = N_ ("Tables (CSV)"),
    [REPORT_FORM_JSON] = N_ ("JSON files"),
  };
  g_autofree char *suggested = NULL;
  g_autofree char *pattern = NULL;
  AppFileRequest request = { .title = _ ("Save the report"), .accept = _ ("_Save") };

  if (self->printout == NULL || self->saving != NULL)
    return;
  self->form = form;
  pattern = g_strconcat ("*", report_form_ending (form), NULL);
  suggested = report_suggest_form_name (app_printout_get_report (self->printout), form);
  request.filter_name = gettext (names[form]);
  request.pattern = pattern;
  request.name = suggested;
  app_compat_choose_file (get_window (self), &request, file_cb, self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  choose_file (APP_REPORT_PAGE (widget), REPORT_FORM_PDF);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppReportPage *self = APP_REPORT_PAGE (widget);

  if (self->printout != NULL)
    app_print_job_run (self->printout, get_window (self));
}

/* The header bar's buttons stand outside the page, where its actions do not reach. */
static void
save_cb (AppReportPage *self)
{
  save_action (GTK_WIDGET (self), NULL, NULL);
}

static void
print_cb (AppReportPage *self)
{
  print_action (GTK_WIDGET (self), NULL, NULL);
}

static void
save_as_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  ReportForm form;

  if (report_form_from_name (g_variant_get_string (target, NULL), &form))
    choose_file (user_data, form);
}

static void
menu_print_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  print_cb (user_data);
}

static void
add_menu_actions (AppReportPage *self)
{
  static const GActionEntry entries[] = { { "as", save_as_cb, "s" }, { "print", menu_print_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->forms_button, "save", G_ACTION_GROUP (group));
}

static void
open_cb (AppReportPage *self)
{
  g_autofree char *uri = g_filename_to_uri (self->saved_path, NULL, NULL);

  app_compat_open_uri (get_window (self), uri);
}

/* A scrolled window within a scrolled one would keep the wheel for itself. */
static void
put_column (AppReportPage *self, gboolean narrow)
{
  const gboolean moved = gtk_widget_get_parent (self->column) == GTK_WIDGET (self->halves);

  if (moved == narrow)
    return;
  g_object_ref (self->column);
  if (narrow)
    {
      gtk_viewport_set_child (self->port, NULL);
      gtk_box_prepend (self->halves, self->column);
    }
  else
    {
      gtk_box_remove (self->halves, self->column);
      gtk_viewport_set_child (self->port, self->column);
    }
  g_object_unref (self->column);
  gtk_widget_set_visible (self->inner, !narrow);
}

/* A button with words is named by them. */
static void
show_save_button (AppReportPage *self, gboolean narrow)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->save_button);

  if (narrow)
    {
      gtk_button_set_icon_name (GTK_BUTTON (self->save_button), "document-save-symbolic");
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Save PDF…"),
                                      -1);
    }
  else
    {
      gtk_button_set_label (GTK_BUTTON (self->save_button), _ ("_Save PDF…"));
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL);
    }
}

/* Narrow: one column that scrolls as a whole. */
static void
narrow_cb (AppReportPage *self)
{
  const gboolean narrow = app_page_get_narrow (APP_PAGE (self));
  GtkScrolledWindow *outer = GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_policy (outer, GTK_POLICY_NEVER,
                                  narrow ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  /* The sheet in it is as high as its width asks for. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (outer)),
                                     narrow ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);
  put_column (self, narrow);
  g_object_set (self->sheets, "narrow", narrow, NULL);
  /* The header bar of the smallest window has room for two icons beside its title; the menu and
   * Ctrl+P print. */
  gtk_widget_set_visible (self->print_button, !narrow);
  show_save_button (self, narrow);
}

static void
app_report_page_update (AppPage *page)
{
  AppReportPage *self = APP_REPORT_PAGE (page);

  app_report_options_show (self->options, page);
  app_open_points_show (self->open_points, page);
  show_saved (self);
  choice_cb (self);
}

static void
app_report_page_reset (AppPage *page)
{
  AppReportPage *self = APP_REPORT_PAGE (page);

  stop_laying_out (self);
  app_report_options_reset (self->options);
  g_clear_object (&self->printout);
  app_sheets_set_printout (self->sheets, NULL);
  g_clear_pointer (&self->saved_path, g_free);
  g_clear_pointer (&self->saved_document, assessment_document_unref);
  gtk_widget_set_visible (self->outcome, FALSE);
  for (guint i = 0; i < APP_READER_N; i++)
    gtk_label_set_label (self->counts[i], "");
  update_buttons (self);
}

static void
app_report_page_show_place (AppPage *page, const char *place)
{
  AppReportPage *self = APP_REPORT_PAGE (page);
  ReportProfile profile;

  if (!report_profile_from_name (place, &profile))
    return;
  for (guint i = 0; i < APP_READER_N; i++)
    if (app_reader (i)->profile == profile)
      gtk_check_button_set_active (self->choices[i], TRUE);
}

static void
app_report_page_dispose (GObject *object)
{
  AppReportPage *self = APP_REPORT_PAGE (object);

  stop_laying_out (self);
  g_clear_object (&self->printout);
  g_clear_pointer (&self->saved_path, g_free);
  g_clear_pointer (&self->saved_document, assessment_document_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (app_report_page_parent_class)->dispose (object);
}

static void
app_report_page_class_init (AppReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_report_page_dispose;
  page_class->update = app_report_page_update;
  page_class->reset = app_report_page_reset;
  page_class->show_place = app_report_page_show_place;

  g_type_ensure (APP_TYPE_OPEN_POINTS);
  g_type_ensure (APP_TYPE_REPORT_OPTIONS);
  g_type_ensure (APP_TYPE_SHEETS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, inner);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, column);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, port);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, halves);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, reader_list);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, options);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, open_points);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, progress);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, forms_button);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, outcome_icon);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, saving_spinner);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, sheets);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
}

static void
app_report_page_init (AppReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < APP_READER_N; i++)
    add_reader (self, i);
  add_menu_actions (self);
  narrow_cb (self);
  update_buttons (self);
}
