/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-report-page.h"

#include "app/app-compat.h"
#include "app/app-printout.h"
#include "app/app-window.h"
#include "app/widgets/app-open-points.h"
#include "app/widgets/app-sheets.h"

#include <glib/gi18n.h>

/* Choices on the left, what they lead to on the right. The pages are laid out when nothing else is
 * to be done, so that no key press waits for them. */

struct _AppReportPage
{
  AppPage parent_instance;

  AppPrintout *printout; /* NULL until it is laid out */
  GStrv languages;       /* tags, in the order of the list */
  char *saved_path;
  AssessmentDocument *saved_document; /* what the file was made from */
  guint idle;
  gboolean saving;

  /* template */
  GtkScrolledWindow *inner;
  GtkBox *halves;
  GtkCheckButton *full, *hub_sheet;
  GtkLabel *full_pages, *hub_sheet_pages;
  AdwComboRow *language, *paper;
  GtkSwitch *hide_amounts;
  AppOpenPoints *open_points;
  GtkWidget *outcome, *open_button, *saving_spinner, *save_button, *print_button;
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

static ReportOptions
get_options (AppReportPage *self)
{
  return (ReportOptions){
    .profile = gtk_check_button_get_active (self->hub_sheet) ? REPORT_PROFILE_HUB_SHEET
                                                             : REPORT_PROFILE_FULL,
    .paper = adw_combo_row_get_selected (self->paper) == 1 ? REPORT_PAPER_LETTER : REPORT_PAPER_A4,
    .hide_amounts = gtk_switch_get_active (self->hide_amounts),
  };
}

static BaseLanguage *
new_language (AppReportPage *self)
{
  const guint chosen = adw_combo_row_get_selected (self->language);
  BaseLanguage *language = NULL;

  if (self->languages != NULL && chosen < g_strv_length (self->languages))
    language = base_language_new (self->languages[chosen], NULL);
  return language != NULL ? language
                          : base_language_ref (
                              app_session_get_language (app_page_get_session (APP_PAGE (self))));
}

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
  const gboolean sheet = gtk_check_button_get_active (self->hub_sheet);
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_label_set_label (sheet ? self->hub_sheet_pages : self->full_pages, text);
}

static void
update_buttons (AppReportPage *self)
{
  const gboolean ready = self->printout != NULL && !self->saving;

  gtk_widget_set_sensitive (self->save_button, ready);
  gtk_widget_set_sensitive (self->print_button, self->printout != NULL);
  gtk_widget_set_visible (self->saving_spinner, self->saving);
  g_object_set (self->saving_spinner, "spinning", self->saving, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", self->printout != NULL);
}

static gboolean
lay_out_idle (gpointer data)
{
  AppReportPage *self = data;
  Advice *advice = app_page_get_advice (APP_PAGE (self));
  const ReportOptions options = get_options (self);
  g_autoptr (BaseLanguage) language = NULL;
  g_autoptr (GError) error = NULL;

  self->idle = 0;
  if (advice == NULL)
    return G_SOURCE_REMOVE;
  language = new_language (self);
  g_clear_object (&self->printout);
  self->printout = app_printout_new (advice, language, &options, &error);
  app_sheets_set_printout (self->sheets, self->printout);
  if (self->printout != NULL)
    show_page_count (self, report_n_pages (app_printout_get_report (self->printout)));
  else
    show_outcome (self, "dialog-warning-symbolic", error->message);
  update_buttons (self);
  return G_SOURCE_REMOVE;
}

static void
queue_lay_out (AppReportPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, lay_out_idle, self, NULL);
}

static void
choice_cb (AppReportPage *self)
{
  if (self->sheets != NULL)
    queue_lay_out (self);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppReportPage) self = user_data;
  AppPrintout *printout = APP_PRINTOUT (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = app_printout_save_finish (printout, result, &error);

  self->saving = FALSE;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return; /* the window is gone, the file is there */
  update_buttons (self);
  if (path != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

      g_clear_pointer (&self->saved_document, assessment_document_unref);
      self->saved_document
          = assessment_document_ref (advice_document (app_printout_get_advice (printout)));
      g_free (self->saved_path);
      self->saved_path = g_steal_pointer (&path);
      show_saved (self);
      app_window_toast (APP_WINDOW (get_window (self)), _ ("Report saved"), _ ("_Open"),
                        "win.open-uri", uri);
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_ ("Not saved: %s"), error->message);

      show_outcome (self, "dialog-warning-symbolic", text);
      app_compat_tell (get_window (self), _ ("The report could not be saved"), error->message);
    }
}

static void
file_cb (GFile *file, gpointer user_data)
{
  AppReportPage *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->printout == NULL)
    return;
  self->saving = TRUE;
  update_buttons (self);
  app_printout_save_async (self->printout, path, saved_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppReportPage *self = APP_REPORT_PAGE (widget);
  g_autofree char *suggested = NULL;
  AppFileRequest request = { .title = _ ("Save the report"),
                             .accept = _ ("_Save"),
                             .filter_name = _ ("PDF documents"),
                             .pattern = "*.pdf" };

  if (self->printout == NULL || self->saving)
    return;
  suggested = report_suggest_name (app_printout_get_report (self->printout));
  request.name = suggested;
  app_compat_choose_file (get_window (self), &request, file_cb, self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppReportPage *self = APP_REPORT_PAGE (widget);

  if (self->printout != NULL)
    app_printout_print (self->printout, get_window (self));
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
open_cb (AppReportPage *self)
{
  g_autofree char *uri = g_filename_to_uri (self->saved_path, NULL, NULL);

  app_compat_open_uri (get_window (self), uri);
}

/* Narrow: one column that scrolls as a whole. */
static void
narrow_cb (AppReportPage *self)
{
  const gboolean narrow = app_page_get_narrow (APP_PAGE (self));
  const GtkPolicyType outer = narrow ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER;
  const GtkPolicyType inner = narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))),
                                  GTK_POLICY_NEVER, outer);
  gtk_scrolled_window_set_policy (self->inner, GTK_POLICY_NEVER, inner);
  gtk_widget_set_hexpand (GTK_WIDGET (self->inner), narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->inner), narrow ? -1 : 430, -1);
  g_object_set (self->sheets, "narrow", narrow, NULL);
  /* The header bar of the smallest window has room for one; Ctrl+P prints. */
  gtk_widget_set_visible (self->print_button, !narrow);
}

static void
list_languages (AppReportPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *own
      = base_language_tag (app_session_get_language (app_page_get_session (APP_PAGE (self))));
  guint chosen = 0;

  self->languages = base_language_list ();
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autoptr (BaseLanguage) language = base_language_new (self->languages[i], NULL);

      gtk_string_list_append (names, language != NULL ? base_language_endonym (language)
                                                      : self->languages[i]);
      if (g_str_equal (self->languages[i], own))
        chosen = i;
    }
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language, chosen);
}

static void
app_report_page_update (AppPage *page)
{
  AppReportPage *self = APP_REPORT_PAGE (page);

  if (self->languages == NULL)
    list_languages (self);
  app_open_points_show (self->open_points, page);
  show_saved (self);
  queue_lay_out (self);
}

static void
app_report_page_reset (AppPage *page)
{
  AppReportPage *self = APP_REPORT_PAGE (page);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->printout);
  app_sheets_set_printout (self->sheets, NULL);
  g_clear_pointer (&self->saved_path, g_free);
  g_clear_pointer (&self->saved_document, assessment_document_unref);
  gtk_widget_set_visible (self->outcome, FALSE);
  gtk_label_set_label (self->full_pages, "");
  gtk_label_set_label (self->hub_sheet_pages, "");
  update_buttons (self);
}

static void
app_report_page_show_place (AppPage *page, const char *place)
{
  AppReportPage *self = APP_REPORT_PAGE (page);
  ReportProfile profile;

  if (report_profile_from_name (place, &profile))
    gtk_check_button_set_active (profile == REPORT_PROFILE_HUB_SHEET ? self->hub_sheet : self->full,
                                 TRUE);
}

static void
app_report_page_dispose (GObject *object)
{
  AppReportPage *self = APP_REPORT_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->printout);
  g_clear_pointer (&self->languages, g_strfreev);
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
  g_type_ensure (APP_TYPE_SHEETS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, inner);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, halves);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, full);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, hub_sheet);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, full_pages);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, hub_sheet_pages);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, language);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, paper);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, hide_amounts);
  gtk_widget_class_bind_template_child (widget_class, AppReportPage, open_points);
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
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
}

static void
app_report_page_init (AppReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  narrow_cb (self);
  update_buttons (self);
}
