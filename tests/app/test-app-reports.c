/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-report-batch.h"
#include "app/app-store.h"
#include "app/widgets/app-reports-window.h"
#include "base/base-data.h"

#include <glib/gstdio.h>
#include <string.h>

/* Reports of many companies: what is counted, what stays when it is stopped or cannot write. */

static AppApplication *application;

static char *
new_folder (void)
{
  return g_dir_make_tmp ("waymark-reports-XXXXXX", NULL);
}

static guint
count_files (const char *folder, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ending);
  return n;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* The sample with another id and name; gives its id. */
static char *
keep (AppWindow *window, const char *sample, const char *name)
{
  Workspace *workspace = app_store_get_workspace (app_application_get_store (application));
  g_autofree char *path = base_data_path (sample, NULL);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, NULL);
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (document, "company.name", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) kept
      = workspace_create_assessment (workspace, named, NULL, &error);

  g_assert_no_error (error);
  app_store_refresh (app_application_get_store (application));
  return g_strdup (assessment_document_id (kept));
}

static AppReportBatch *
new_batch (AppWindow *window, const char *const *ids)
{
  AppReportBatch *batch = app_report_batch_new (app_window_get_session (window));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("Firm %u", i);
      app_report_batch_add (batch, ids[i], name);
    }
  return batch;
}

static void
start (AppReportBatch *batch, const char *folder, ReportForm form)
{
  g_autoptr (BaseLanguage) language = base_language_new ("en", NULL);
  const ReportOptions options = { .profile = REPORT_PROFILE_FULL };

  app_report_batch_start (batch, folder, language, &options, form);
}

static void
check_counts (AppReportBatch *batch, guint written, guint unchanged, guint refused)
{
  g_assert_cmpuint (app_report_batch_count (batch, REPORT_BATCH_WRITTEN), ==, written);
  g_assert_cmpuint (app_report_batch_count (batch, REPORT_BATCH_UNCHANGED), ==, unchanged);
  g_assert_cmpuint (app_report_batch_count (batch, REPORT_BATCH_REFUSED), ==, refused);
}

static char *
read_one (const char *folder, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *text = NULL;
  const char *name;

  while (text == NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ending))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      }
  return text;
}

static char *first, *second; /* ids of T0 and T1 of one company */

/* One that is not there is told by its company's name and does not stop the rest; a second run
 * finds all as it is; the later stage is compared with the one before. */
static void
test_counts (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *folder = new_folder (), *alone = new_folder (), *text = NULL;
  const char *const ids[] = { first, "nobody", second, NULL }, *const one[] = { second, NULL };
  g_autoptr (AppReportBatch) batch = new_batch (window, ids);
  g_autoptr (AppReportBatch) later = new_batch (window, one);

  start (batch, folder, REPORT_FORM_PDF);
  g_assert_true (app_report_batch_is_running (batch));
  app_fixture_wait (!app_report_batch_is_running (batch));
  check_counts (batch, 2, 0, 1);
  g_assert_cmpuint (app_report_batch_done (batch), ==, 3);
  g_assert_cmpstr (app_report_batch_current (batch), ==, NULL);
  g_assert_null (app_report_batch_failure (batch));
  g_assert_true (g_str_has_prefix (app_report_batch_problems (batch)[0], "Firm 1: "));
  g_assert_null (app_report_batch_problems (batch)[1]);
  g_assert_cmpuint (count_files (folder, ".pdf"), ==, 2);

  start (batch, folder, REPORT_FORM_PDF);
  app_fixture_wait (!app_report_batch_is_running (batch));
  check_counts (batch, 0, 2, 1);

  start (later, alone, REPORT_FORM_MARKDOWN);
  app_fixture_wait (!app_report_batch_is_running (later));
  text = read_one (alone, ".md");
  g_assert_nonnull (strstr (text, "Change since the last stage"));
  g_assert_null (strstr (text, "Copies of the evidence"));
  remove_folder (folder);
  remove_folder (alone);
  app_fixture_close (window);
}

/* Copies of the evidence where they are asked for, from one folder for all; and the words that the
 * language lacks are counted: none in English. */
static void
test_copies (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *folder = new_folder (), *files = new_folder (), *text = NULL;
  const char *const one[] = { second, NULL };
  g_autoptr (AppReportBatch) batch = new_batch (window, one);
  const ReportOptions options = { .profile = REPORT_PROFILE_FULL, .copies = files };

  app_report_batch_start (batch, folder, app_session_get_language (app_window_get_session (window)),
                          &options, REPORT_FORM_MARKDOWN);
  app_fixture_wait (!app_report_batch_is_running (batch));
  text = read_one (folder, ".md");
  g_assert_nonnull (strstr (text, "Copies of the evidence"));
  g_assert_nonnull (strstr (text, "the file is not at hand"));
  g_assert_cmpuint (app_report_batch_n_untranslated (batch), ==, 0);
  remove_folder (folder);
  remove_folder (files);
  app_fixture_close (window);
}

static void
test_stopped (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *folder = new_folder ();
  const char *const ids[] = { first, second, NULL };
  g_autoptr (AppReportBatch) batch = new_batch (window, ids);

  start (batch, folder, REPORT_FORM_PDF);
  app_report_batch_stop (batch);
  app_fixture_wait (!app_report_batch_is_running (batch));
  g_assert_true (app_report_batch_was_stopped (batch));
  check_counts (batch, 0, 0, 0);
  g_assert_cmpstr (app_report_batch_current (batch), ==, "Firm 0");
  g_assert_cmpuint (count_files (folder, ""), ==, 0);

  /* In the middle of a report: nothing of it is there. */
  start (batch, folder, REPORT_FORM_PDF);
  app_fixture_wait (count_files (folder, ".waymark-reports") == 1);
  app_report_batch_stop (batch);
  app_fixture_wait (!app_report_batch_is_running (batch));
  g_assert_cmpuint (count_files (folder, ".pdf"), ==, app_report_batch_done (batch));
  g_assert_cmpuint (count_files (folder, ".part"), ==, 0);

  start (batch, folder, REPORT_FORM_PDF);
  app_fixture_wait (!app_report_batch_is_running (batch));
  g_assert_cmpuint (count_files (folder, ".pdf"), ==, 2);
  remove_folder (folder);
  app_fixture_close (window);
}

/* A folder that cannot be is told once; nobody who left is waited for. */
static void
test_failure (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *folder = new_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  const char *const ids[] = { first, second, NULL };
  g_autoptr (AppReportBatch) batch = new_batch (window, ids);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  start (batch, file, REPORT_FORM_PDF);
  app_fixture_wait (!app_report_batch_is_running (batch));
  g_assert_nonnull (strstr (app_report_batch_failure (batch), file));
  g_assert_cmpuint (app_report_batch_done (batch), ==, 0);
  g_assert_false (app_report_batch_was_stopped (batch));
  remove_folder (folder);
  app_fixture_close (window);
}

/* The window: narrow enough for a telephone, closed while it works. */
static void
test_window (void)
{
  AppWindow *window = app_fixture_window (application);
  AppSession *session = app_window_get_session (window);
  g_autofree char *folder = new_folder ();
  GtkWidget *dialog = app_reports_window_new (GTK_WINDOW (window), session);
  gpointer gone = dialog;

  app_reports_window_add (APP_REPORTS_WINDOW (dialog), first, NULL);
  app_reports_window_add (APP_REPORTS_WINDOW (dialog), second, "Second");
  app_reports_window_present (APP_REPORTS_WINDOW (dialog));
  /* As for one report. */
  app_fixture_wait (app_fixture_find_label_in (dialog, "Append copies of the evidence") != NULL);
  app_fixture_check_narrow (dialog);
  app_fixture_take_picture (dialog);
  app_reports_window_write (APP_REPORTS_WINDOW (dialog), folder);
  app_fixture_wait (app_fixture_find_button_in (dialog, "_Open the folder") != NULL);
  g_assert_cmpuint (count_files (folder, ".pdf"), ==, 2);

  g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  app_reports_window_write (APP_REPORTS_WINDOW (dialog), folder);
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_fixture_wait (gone == NULL);
  remove_folder (folder);
  app_fixture_close (window);
}

static void
test_nobody (void)
{
  AppWindow *window = app_fixture_window (application);
  GtkWidget *dialog = app_reports_window_new (GTK_WINDOW (window), app_window_get_session (window));
  gpointer gone = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  app_reports_window_present (APP_REPORTS_WINDOW (dialog));
  app_fixture_wait (gone == NULL);
  app_fixture_close (window);
}

static void
test_keep (void)
{
  AppWindow *window = app_fixture_window (application);

  first = keep (window, "samples/sample-metalworks-t0.json", "Batch Works");
  second = keep (window, "samples/sample-metalworks-t1.json", "Batch Works");
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/reports/keep", test_keep);
  g_test_add_func ("/app/reports/counts", test_counts);
  g_test_add_func ("/app/reports/copies", test_copies);
  g_test_add_func ("/app/reports/stopped", test_stopped);
  g_test_add_func ("/app/reports/failure", test_failure);
  g_test_add_func ("/app/reports/window", test_window);
  g_test_add_func ("/app/reports/nobody", test_nobody);
  status = g_test_run ();
  g_object_unref (application);
  g_free (first);
  g_free (second);
  return status;
}
