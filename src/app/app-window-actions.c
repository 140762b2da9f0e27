/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-compat.h"
#include "app/app-pages.h"
#include "app/app-store.h"
#include "app/app-window-private.h"
#include "base/base-data.h"
#include "base/base-date.h"

#include <glib/gi18n.h>

/* What a person can do in the window, each with its key. */

static void
go_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_window_go (APP_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
people_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_window_go (APP_WINDOW (widget), "people");
}

static void
home_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_window_go (APP_WINDOW (widget), "home");
}

static void
portfolio_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_window_go (APP_WINDOW (widget), "portfolio");
}

/* "win.answer": the page where a document path is answered. */
static void
answer_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autofree char *place = app_pages_target_of_path (g_variant_get_string (target, NULL));

  if (place != NULL)
    app_window_go (APP_WINDOW (widget), place);
}

/* Only ever after a click: nothing is fetched by the program itself. */
static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_compat_open_uri (GTK_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
start (AppWindow *self, const char *pack_id)
{
  AppLibrary *library = app_session_get_library (self->session);
  g_autoptr (AssessmentDocument) empty = NULL, staged = NULL, document = NULL;
  g_autofree char *today = base_date_today ();
  SurveyPack *pack;

  if (!app_library_ensure (library, NULL))
    return;
  pack = app_library_get_pack (library, pack_id);
  empty = assessment_document_new (pack_id, survey_pack_version (pack));
  staged = assessment_document_with_string (empty, "stage", "T0", NULL);
  document = assessment_document_with_string (staged, "date", today, NULL);
  app_window_open (self, document, FALSE);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *target)
{
  start (APP_WINDOW (widget), "dma-sme");
}

static void
scan_action (GtkWidget *widget, const char *name, GVariant *target)
{
  start (APP_WINDOW (widget), "quick-scan");
}

/* The quick scan's answers go on as suggestions of the full questionnaire. */
static void
carry_over_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  AppLibrary *library = app_session_get_library (self->session);
  SurveyPack *scan = app_session_get_pack (self->session);
  const char *id = scan != NULL ? survey_pack_carries_to (scan) : NULL;
  SurveyPack *full = id != NULL ? app_library_get_pack (library, id) : NULL;
  g_autoptr (AssessmentDocument) carried = NULL, document = NULL;
  g_autofree char *today = base_date_today ();

  if (full == NULL)
    return;
  carried = survey_pack_carry_over (scan, full, app_session_get_document (self->session));
  document = assessment_document_with_string (carried, "date", today, NULL);
  if (app_window_open (self, document, FALSE))
    app_window_go (self, "questions");
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = base_data_path ("samples/sample-metalworks.json", &error);

  if (path == NULL)
    app_compat_tell (GTK_WINDOW (self), _ ("The sample is missing"), error->message);
  else
    app_window_open_file (self, path);
}

static void
export_cb (GFile *file, gpointer user_data)
{
  AppWindow *self = user_data;
  AssessmentDocument *document = app_session_get_document (self->session);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || document == NULL)
    return;
  text = assessment_document_serialize (document, TRUE);
  if (base_data_write (path, text, strlen (text), &error))
    app_window_toast (self, _ ("The copy is written"), NULL, NULL, NULL);
  else
    app_compat_tell (GTK_WINDOW (self), _ ("The copy could not be written"), error->message);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  AssessmentDocument *document = app_session_get_document (self->session);
  const char *company = assessment_document_get_string (document, "company.name");
  g_autofree char *safe
      = g_strdelimit (g_strdup (company != NULL ? company : _ ("Assessment")), "/\n", '-');
  g_autofree char *file_name = g_strconcat (safe, ".json", NULL);
  const AppFileRequest request = { .title = _ ("Save a copy as a file"),
                                   .accept = _ ("_Save"),
                                   .filter_name = _ ("Assessments"),
                                   .pattern = "*.json",
                                   .name = file_name };

  app_compat_choose_file (GTK_WINDOW (self), &request, export_cb, self);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_session_undo (APP_WINDOW (widget)->session);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_session_redo (APP_WINDOW (widget)->session);
}

static void
pane_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);

  if (self->journey != NULL)
    app_journey_toggle_pane (self->journey);
}

static void
answer_alone_action (GtkWidget *widget, const char *name, GVariant *target)
{
  _app_window_answer_alone (APP_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
open_entry_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = NULL;

  document = app_store_load (app_session_get_store (self->session),
                             g_variant_get_string (target, NULL), &error);
  if (document == NULL)
    app_compat_tell (GTK_WINDOW (self), _ ("This assessment cannot be opened"), error->message);
  else
    app_window_open (self, document, TRUE);
}

static void
remove_entry_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  const char *id = g_variant_get_string (target, NULL);
  g_autoptr (GError) error = NULL;

  if (app_store_remove (app_session_get_store (self->session), id, &error))
    app_window_toast (self, _ ("Assessment deleted"), _ ("_Undo"), "win.restore-entry", id);
  else
    app_compat_tell (GTK_WINDOW (self), _ ("Not deleted"), error->message);
}

static void
restore_entry_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!app_store_restore (app_session_get_store (self->session),
                          g_variant_get_string (target, NULL), &error))
    app_compat_tell (GTK_WINDOW (self), _ ("Not brought back"), error->message);
}

void
app_window_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const steps[]
      = { "company", "questions", "results", "support", "plan", "report" };

  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.people", NULL, people_action);
  gtk_widget_class_install_action (widget_class, "win.answer", "s", answer_action);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, home_action);
  gtk_widget_class_install_action (widget_class, "win.portfolio", NULL, portfolio_action);
  gtk_widget_class_install_action (widget_class, "win.new-assessment", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.quick-scan", NULL, scan_action);
  gtk_widget_class_install_action (widget_class, "win.carry-over", NULL, carry_over_action);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.pane", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.answer-alone", "s", answer_alone_action);
  gtk_widget_class_install_action (widget_class, "win.open-entry", "s", open_entry_action);
  gtk_widget_class_install_action (widget_class, "win.remove-entry", "s", remove_entry_action);
  gtk_widget_class_install_action (widget_class, "win.restore-entry", "s", restore_entry_action);

  app_window_install_stage_actions (widget_class);
  app_window_install_help_action (widget_class);
  app_window_install_toast_actions (widget_class);
  app_window_install_company_actions (widget_class);
  app_window_install_exchange_actions (widget_class);
  app_window_install_data_actions (widget_class);
  app_window_install_catalogue_actions (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "win.home", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.portfolio", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                       "win.new-assessment", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.pane", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.go", "s",
                                         steps[i]);
}

void
app_window_update_actions (AppWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean alone = self->round != NULL;
  const gboolean open = app_session_get_document (self->session) != NULL && !alone;
  const gboolean broken
      = app_library_get_error (app_session_get_library (self->session)) != NULL || alone;

  gtk_widget_action_set_enabled (widget, "win.new-assessment", !broken);
  gtk_widget_action_set_enabled (widget, "win.quick-scan", !broken);
  gtk_widget_action_set_enabled (widget, "win.sample", !broken);
  gtk_widget_action_set_enabled (widget, "win.import", !broken);
  gtk_widget_action_set_enabled (widget, "win.export", open);
  gtk_widget_action_set_enabled (
      widget, "win.carry-over",
      open && g_str_equal (survey_pack_id (app_session_get_pack (self->session)), "quick-scan"));
  gtk_widget_action_set_enabled (widget, "win.go", open);
  gtk_widget_action_set_enabled (widget, "win.answer", open);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 !alone && app_session_can_undo (self->session));
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 !alone && app_session_can_redo (self->session));
  gtk_widget_action_set_enabled (widget, "win.home", !alone);
  gtk_widget_action_set_enabled (widget, "win.portfolio", !broken);
  gtk_widget_action_set_enabled (widget, "win.pane", !alone);
  gtk_widget_action_set_enabled (widget, "win.answer-alone", open);
  gtk_widget_action_set_enabled (
      widget, "win.people", open && app_adviser_is_on (app_session_get_adviser (self->session)));
  app_window_update_stage_actions (self, open);
  app_window_update_exchange_actions (self, open);
  app_window_update_catalogue_actions (self, !broken);
  app_window_update_company_actions (self, alone || broken);
}
