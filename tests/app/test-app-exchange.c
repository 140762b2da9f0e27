/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-difference.h"
#include "app/app-stages.h"
#include "app/app-store.h"
#include "app/widgets/app-export-window.h"
#include "app/widgets/app-import-window.h"
#include "app/widgets/app-official-window.h"
#include "assessment/assessment-schema.h"
#include "base/base-data.h"
#include "exchange/exchange-collect.h"
#include "exchange/exchange-import.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-freeze.h"

#include <glib/gstdio.h>

/* Packages in the window: what is said of differences, and files that come and go. */

static AppApplication *application;

/* --- words ------------------------------------------------------------------------------------ */

/* Whoever adds a member to the document gives it a word here. */
static void
check_members (const AssessmentField *field, guint depth)
{
  if (depth > 6)
    return; /* groups of companies hold companies */
  if (field->name != NULL && app_difference_member (field->name) == NULL)
    g_error ("app-difference.c has no word for “%s”", field->name);
  for (guint i = 0; i < field->n_fields; i++)
    check_members (&field->fields[i], depth + 1);
  if (field->item != NULL)
    check_members (field->item, depth + 1);
}

static void
test_members (void)
{
  const AssessmentField *root = assessment_schema_root ();

  for (guint i = 0; i < root->n_fields; i++)
    if (!g_str_equal (root->fields[i].name, "format"))
      check_members (&root->fields[i], 0);
}

static void
test_words (void)
{
  static const struct
  {
    const char *path, *title, *json, *value;
  } rows[] = {
    { "company.name", "Company · Name", "\"Firm\"", "Firm" },
    { "company.accounts[2025].staff", "Company · Accounts 2025 · People", "24", "24" },
    { "company.accounts[2025].turnover_eur", "Company · Accounts 2025 · Turnover in €", "2100000",
      "2 100 000" },
    { "date", "Date", "\"2026-11-20\"", "20 November 2026" },
    { "notes[n1]", "Notes", "{\"id\":\"n1\",\"text\":\"Good\",\"in_report\":true}",
      "Text: Good\nIn the report: yes" },
    { "project.partners", "Project · Partners", NULL, "nothing" },
    { "", "Questionnaire", "\"a\"", "a" },
  };
  AppWindow *window = app_fixture_window (application);
  AppSession *session = app_window_get_session (window);
  SurveyPack *pack = app_library_get_pack (app_session_get_library (session), "dma-sme");
  const SurveyQuestion *question = survey_pack_find_question (pack, "q8");
  g_autofree char *title = app_difference_title (session, pack, "answers.q8");
  g_autofree char *ticks = app_difference_value (session, pack, "answers.q8", "[1,3]");
  g_autofree char *none = app_difference_value (session, pack, "answers.q8", "[]");
  g_autofree char *wanted_title = g_strconcat ("Answers · ", question->title, NULL);
  g_autofree char *wanted
      = g_strconcat (question->options[0].title, "; ", question->options[2].title, NULL);

  g_assert_cmpstr (title, ==, wanted_title);
  g_assert_cmpstr (ticks, ==, wanted);
  g_assert_cmpstr (none, ==, "none of these");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = app_difference_title (session, pack, rows[i].path);
      g_autofree char *value = app_difference_value (session, pack, rows[i].path, rows[i].json);
      g_auto (GStrv) parts = g_strsplit (value, "\302\240", -1); /* no-break spaces of figures */
      g_autofree char *plain = g_strjoinv (" ", parts);

      g_assert_cmpstr (said, ==, rows[i].title);
      if (g_str_has_prefix (rows[i].value, "2 1"))
        g_assert_true (g_str_has_prefix (plain, "2") && g_str_has_suffix (plain, "000"));
      else
        g_assert_cmpstr (plain, ==, rows[i].value);
    }
  app_fixture_close (window);
}

/* --- files ------------------------------------------------------------------------------------ */

static char *
temporary (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-exchange-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

/* The sample, kept; gives its company's id. */
static char *
keep_sample (AppWindow *window, const char *name)
{
  Workspace *workspace = app_store_get_workspace (app_application_get_store (application));
  AppSession *session = app_window_get_session (window);
  g_autoptr (AssessmentDocument) named = NULL;
  g_autoptr (GPtrArray) list = NULL;

  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  named = assessment_document_with_string (app_session_get_document (session), "company.name", name,
                                           NULL);
  app_session_edit (session, g_steal_pointer (&named), NULL);
  g_assert_true (app_store_flush (app_application_get_store (application), NULL));
  list = workspace_list (workspace, FALSE, NULL);
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((WorkspaceEntry *)list->pdata[i])->company_name, name) == 0)
      return g_strdup (((WorkspaceEntry *)list->pdata[i])->company_id);
  g_assert_not_reached ();
}

static void
find_switch (GtkWidget *root, const char *title, GtkWidget **found)
{
  if (GTK_IS_SWITCH (root))
    {
      GtkWidget *row = gtk_widget_get_ancestor (root, ADW_TYPE_ACTION_ROW);

      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        *found = root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_switch (child, title, found);
}

static void
set_switch (GtkWidget *root, const char *title, gboolean active)
{
  GtkWidget *found = NULL;

  find_switch (root, title, &found);
  g_assert_nonnull (found);
  gtk_switch_set_active (GTK_SWITCH (found), active);
}

static void
written_cb (GtkWidget *window, const char *path, guint n_missing, guint *n)
{
  ++*n;
}

static void
imported_cb (GtkWidget *window, const char *id, const char *company, guint n_open, guint *n)
{
  ++*n;
}

static void
save_open (AppWindow *window, const char *company, const char *path)
{
  GtkWidget *dialog
      = app_export_window_new (GTK_WINDOW (window), app_window_get_session (window), company);
  guint written = 0;

  g_signal_connect (dialog, "written", G_CALLBACK (written_cb), &written);
  set_switch (dialog, "Without a passphrase", TRUE);
  set_switch (dialog, "Notes", FALSE);
  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_check_narrow (dialog);
  app_export_window_write (APP_EXPORT_WINDOW (dialog), path);
  app_fixture_wait (written == 1);
  app_fixture_settle ();
}

static GtkWidget *
open_import (AppWindow *window, const char *path, const char *state)
{
  GtkWidget *dialog
      = app_import_window_new (GTK_WINDOW (window), app_window_get_session (window), path);

  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_wait (g_str_equal (app_import_window_get_state (APP_IMPORT_WINDOW (dialog)), state));
  app_fixture_check_narrow (dialog);
  return dialog;
}

static void
test_open_package (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *company = keep_sample (window, "Open Works");
  g_autofree char *path = temporary ("open.waymark");
  g_autoptr (ExchangePeek) peek = NULL;
  GtkWidget *dialog, *accept;

  save_open (window, company, path);
  peek = exchange_package_peek (path, NULL);
  g_assert_false (peek->is_sealed);
  g_assert_true (g_strv_contains ((const char *const *)peek->manifest->left_out, "notes"));
  /* Nothing to ask, nothing new. */
  dialog = open_import (window, path, "preview");
  accept = app_fixture_find_button_in (dialog, "_Take in");
  g_assert_false (gtk_widget_get_sensitive (accept));
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_fixture_close (window);
}

/* Taken in again after it was deleted; a file that is none is refused. */
static void
test_take_in (void)
{
  AppWindow *window = app_fixture_window (application);
  AppStore *store = app_application_get_store (application);
  g_autofree char *company = keep_sample (window, "Coming Works");
  g_autofree char *path = temporary ("coming.waymark");
  g_autofree char *bad = temporary ("bad.waymark");
  g_autoptr (WorkspaceCompany) back = NULL;
  GtkWidget *dialog;
  guint imported = 0;

  save_open (window, company, path);
  app_window_go (window, "home");
  g_assert_true (workspace_delete_company (app_store_get_workspace (store), company, NULL));
  app_store_reload (store);
  dialog = open_import (window, path, "preview");
  g_signal_connect (dialog, "imported", G_CALLBACK (imported_cb), &imported);
  g_signal_emit_by_name (app_fixture_find_button_in (dialog, "_Take in"), "clicked");
  app_fixture_wait (imported == 1);
  back = workspace_get_company (app_store_get_workspace (store), company, NULL);
  g_assert_nonnull (back);
  g_assert_false (back->deleted);
  g_assert_cmpuint (back->n_stages, ==, 1);
  g_assert_true (exchange_import_can_undo (app_store_get_workspace (store)));

  g_assert_true (g_file_set_contents (bad, "PK\003\004 nothing of ours", -1, NULL));
  dialog = open_import (window, bad, "refused");
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_fixture_close (window);
}

static void
take_in (AppWindow *window, const char *path)
{
  GtkWidget *dialog = open_import (window, path, "preview");
  guint imported = 0;

  g_signal_connect (dialog, "imported", G_CALLBACK (imported_cb), &imported);
  g_signal_emit_by_name (app_fixture_find_button_in (dialog, "_Take in"), "clicked");
  app_fixture_wait (imported == 1);
  app_fixture_settle ();
}

/* What the sender finished is finished here too, on the sender's day, with what made it; one whose
 * result cannot be made again arrives open and can be finished here. */
static void
test_finished (void)
{
  AppWindow *window = app_fixture_window (application);
  AppStore *store = app_application_get_store (application);
  Workspace *workspace = app_store_get_workspace (store);
  AppSession *session = app_window_get_session (window);
  g_autofree char *company = keep_sample (window, "Finished Works");
  g_autofree char *id = g_strdup (assessment_document_id (app_fixture_document (window)));
  g_autofree char *path = temporary ("finished.waymark");
  g_autofree char *without = temporary ("without.waymark");
  g_autoptr (WorkspaceFrozen) sent = NULL, arrived = NULL, own = NULL;
  g_autoptr (AssessmentDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (app_stages_finish (session, &error));
  g_assert_no_error (error);
  sent = workspace_load_frozen (workspace, id, &error);
  save_open (window, company, path);
  app_window_go (window, "home");
  g_assert_true (workspace_purge_company (workspace, company, &error));
  g_assert_no_error (error);
  app_store_replaced (store);
  take_in (window, path);
  arrived = workspace_load_frozen (workspace, id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (arrived);
  g_assert_cmpstr (arrived->result, ==, sent->result);
  g_assert_cmpuint (arrived->parts->len, ==, sent->parts->len);
  g_assert_cmpint (arrived->frozen_at / G_USEC_PER_SEC, ==, sent->frozen_at / G_USEC_PER_SEC);
  document = app_store_load (store, id, &error);
  g_assert_true (app_window_open (window, document, TRUE));
  g_assert_nonnull (app_session_get_frozen (session));

  /* Without its result it arrives open. */
  {
    g_autoptr (ExchangeContent) content = exchange_collect_company (
        workspace, company, NULL, EXCHANGE_WITHOUT_RESULTS, NULL, &error);
    const ExchangeWriteOptions options
        = { .open = exchange_collect_open, .open_data = (gpointer)workspace_path (workspace) };

    g_assert_true (exchange_content_write (content, without, &options, &error));
  }
  app_window_go (window, "home");
  g_assert_true (workspace_purge_company (workspace, company, &error));
  app_store_replaced (store);
  take_in (window, without);
  g_assert_null (workspace_load_frozen (workspace, id, &error));
  g_assert_no_error (error);
  g_clear_pointer (&document, assessment_document_unref);
  document = app_store_load (store, id, &error);
  g_assert_true (app_window_open (window, document, TRUE));
  g_assert_true (app_stages_finish (session, &error));
  g_assert_no_error (error);
  own = workspace_load_frozen (workspace, id, &error);
  g_assert_nonnull (own);
  app_fixture_close (window);
}

/* The portal's results: what belongs to an assessment here is taken, all else is shown. */
static void
test_official (void)
{
  AppWindow *window = app_fixture_window (application);
  AppStore *store = app_application_get_store (application);
  g_autofree char *company = keep_sample (window, "Official Works");
  g_autofree char *path = temporary ("results.csv");
  g_autofree char *other = temporary ("other.csv");
  g_autofree char *id = g_strdup (assessment_document_id (app_fixture_document (window)));
  g_autoptr (AssessmentDocument) after = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  double score = 0;

  g_assert_true (g_file_set_contents (
      path,
      "SME name;SME ID;DMA Timing;DMA Score;Digital Business Strategy;Digital Readiness;"
      "Human-Centric Digitalisation;Data Management;Automation & AI;Green Digitalisation;EDIH "
      "Name\n"
      "Official Works;4711;T0;26,56;;;;;;;Hub\nNobody;12;T0;30;;;;;;;Hub\n",
      -1, NULL));
  dialog = app_official_window_new (GTK_WINDOW (window), app_window_get_session (window), path,
                                    &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_settle ();
  app_fixture_check_narrow (dialog);
  g_signal_emit_by_name (app_fixture_find_button_in (dialog, "_Take in"), "clicked");
  app_fixture_settle ();
  after = app_store_load (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (assessment_document_get_string (after, "portal.id"), ==, "4711");
  g_assert_true (assessment_document_get_number (after, "portal.official_score", &score));
  g_assert_cmpfloat_with_epsilon (score, 26.56, 1e-9);
  /* The open assessment shows it too. */
  g_assert_cmpstr (assessment_document_get_string (app_fixture_document (window), "portal.id"), ==,
                   "4711");

  g_assert_true (g_file_set_contents (other, "a;b\n1;2\n", -1, NULL));
  g_assert_null (app_official_window_new (GTK_WINDOW (window), app_window_get_session (window),
                                          other, &error));
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND);
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/exchange/members", test_members);
  g_test_add_func ("/app/exchange/words", test_words);
  g_test_add_func ("/app/exchange/open-package", test_open_package);
  g_test_add_func ("/app/exchange/take-in", test_take_in);
  g_test_add_func ("/app/exchange/finished", test_finished);
  g_test_add_func ("/app/exchange/official", test_official);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
