/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-item.h"
#include "app/widgets/app-evidence-files.h"

/* Notes to a question, an adviser's signed ones, and the register of documents. */

static AppApplication *application;

static void
type (GtkWidget *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  app_fixture_settle ();
}

static void
test_own_note (void)
{
  AppWindow *window = app_fixture_window (application);

  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  app_window_go (window, "questions:q8");
  app_fixture_settle ();
  /* An owner is not shown what only an adviser needs. */
  g_assert_null (app_fixture_find_button (window, "Adviser’s note"));
  app_fixture_click (window, "Add a note");
  type (app_fixture_nth (window, GTK_TYPE_TEXT_VIEW, 0), "Backup every Friday");
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "notes", 0, "text"), ==,
                   "Backup every Friday");
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "notes", 0, "id"), ==, "note-q8");
  g_assert_null (app_item_get (app_fixture_document (window), "notes", 0, "author"));
  g_assert_null (app_fixture_find_button (window, "Add a note"));

  /* Another question has none; coming back it is there. */
  app_window_go (window, "questions:q9");
  app_fixture_settle ();
  g_assert_null (app_fixture_nth (window, GTK_TYPE_TEXT_VIEW, 0));
  app_window_go (window, "questions:q8");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_nth (window, GTK_TYPE_TEXT_VIEW, 0));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "notes"), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  app_fixture_settle ();
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "notes"), ==, 1);
  app_fixture_close (window);
}

static void
test_adviser_note (void)
{
  AppWindow *window = app_fixture_window (application);
  AppAdviser *adviser = app_application_get_adviser (application);
  gboolean in_report = FALSE;

  app_adviser_set_chosen (adviser, TRUE);
  app_adviser_set_author (adviser, "Ana Adviser");
  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  app_window_go (window, "questions:q8");
  app_fixture_click (window, "Adviser’s note");
  type (app_fixture_nth (window, GTK_TYPE_TEXT_VIEW, 0), "Seen on site");
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "notes", 0, "author"), ==,
                   "Ana Adviser");
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "notes", 0, "kind"), ==, "adviser");
  g_assert_nonnull (app_item_get (app_fixture_document (window), "notes", 0, "date"));
  g_assert_false (assessment_document_get_boolean (app_fixture_document (window),
                                                   "notes[0].in_report", &in_report));
  for (guint i = 0; app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, i) != NULL; i++)
    {
      GtkCheckButton *check = GTK_CHECK_BUTTON (app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, i));

      if (g_strcmp0 (gtk_check_button_get_label (check), "Include in the report") == 0)
        gtk_check_button_set_active (check, TRUE);
    }
  g_assert_true (assessment_document_get_boolean (app_fixture_document (window),
                                                  "notes[0].in_report", &in_report));
  g_assert_true (in_report);
  /* A second one of the same person stands beside it. */
  app_fixture_click (window, "Adviser’s note");
  type (app_fixture_nth (window, GTK_TYPE_TEXT_VIEW, 1), "Second visit");
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "notes"), ==, 2);
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "notes", 0, "text"), ==,
                   "Seen on site");
  app_adviser_set_chosen (adviser, FALSE);
  app_fixture_close (window);
}

static void
test_register (void)
{
  AppWindow *window = app_fixture_window (application);
  const char *const *questions;

  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  app_window_go (window, "questions:q8");
  app_fixture_click (window, "Attach proof");
  app_fixture_click (window, "Name a document without a file");
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "evidence"), ==, 1);
  g_assert_nonnull (app_item_get (app_fixture_document (window), "evidence", 0, "id"));
  questions
      = assessment_document_get_strings (app_fixture_document (window), "evidence[0].questions");
  g_assert_nonnull (questions);
  g_assert_cmpstr (questions[0], ==, "q8");
  g_assert_nonnull (app_fixture_find_label (window, "Document 1"));
  /* What the rules find is beside it: a document without a file proves nothing yet. */
  g_assert_nonnull (app_fixture_find_label (window, "To check"));
  app_fixture_click (window, "Back to the question");
  g_assert_nonnull (app_fixture_find_button (window, "1 document"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "evidence"), ==, 0);
  app_fixture_close (window);
}

/* A file that is dropped becomes a document of the register, kept under its hash; undo takes the
 * document away again. */
static void
test_file (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "Invoice 114.txt", NULL);
  g_autofree char *hash
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "Licence, one year\n", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  double bytes = 0;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, "Licence, one year\n", -1, &error);
  g_assert_no_error (error);
  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  app_window_go (window, "questions:q8");
  app_fixture_click (window, "Attach proof");
  app_evidence_files_add (APP_EVIDENCE_FILES (app_fixture_nth (window, APP_TYPE_EVIDENCE_FILES, 0)),
                          file);
  app_fixture_wait (assessment_document_count (app_fixture_document (window), "evidence") == 1);
  app_fixture_settle ();
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "evidence", 0, "sha256"), ==, hash);
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "evidence", 0, "file"), ==,
                   "Invoice 114.txt");
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "evidence", 0, "title"), ==,
                   "Invoice 114.txt");
  g_assert_true (
      assessment_document_get_number (app_fixture_document (window), "evidence[0].bytes", &bytes));
  g_assert_cmpint ((int)bytes, ==, 18);
  g_assert_nonnull (app_fixture_find_button (window, "Show"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "evidence"), ==, 0);
  app_fixture_close (window);
}

static const char *
hash_of (AppWindow *window, guint i)
{
  return app_item_get (app_fixture_document (window), "evidence", i, "sha256");
}

/* Files that were copied in a file manager, and a picture of the screen; anything else is said to
 * be nothing that can be kept. */
static void
test_paste (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "Contract.txt", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "Signed\n", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) pixels = g_bytes_new_static ("\xff\0\0\xff", 4);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (1, 1, GDK_MEMORY_R8G8B8A8, pixels, 4);
  GSList one = { .data = file };
  GdkFileList *list = gdk_file_list_new_from_list (&one);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  AppEvidenceFiles *files;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, "Signed\n", -1, NULL));
  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  app_window_go (window, "evidence");
  app_fixture_settle ();
  files = APP_EVIDENCE_FILES (app_fixture_nth (window, APP_TYPE_EVIDENCE_FILES, 0));

  gdk_clipboard_set (clipboard, GDK_TYPE_FILE_LIST, list);
  app_evidence_files_paste (files);
  app_fixture_wait (assessment_document_count (app_fixture_document (window), "evidence") == 1);
  g_assert_cmpstr (hash_of (window, 0), ==, hash);

  gdk_clipboard_set_texture (clipboard, texture);
  app_evidence_files_paste (files);
  app_fixture_wait (assessment_document_count (app_fixture_document (window), "evidence") == 2);
  g_assert_cmpstr (app_item_get (app_fixture_document (window), "evidence", 1, "file"), ==,
                   "Picture.png");
  g_assert_cmpstr (hash_of (window, 1), !=, hash);

  gdk_clipboard_set_text (clipboard, "only words");
  app_evidence_files_paste (files);
  app_fixture_answer ("_Close");
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "evidence"), ==, 2);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  app_fixture_close (window);
}

/* A document whose file is not here says so and cannot be shown. */
static void
test_missing_file (void)
{
  AppWindow *window = app_fixture_window (application);

  app_fixture_open_sample (window, "samples/sample-metalworks-t1.json");
  app_window_go (window, "evidence");
  app_fixture_settle ();
  g_assert_null (app_fixture_find_button (window, "Show"));
  g_assert_nonnull (app_fixture_find_label (
      window, "This file is missing. Add it again: it is known by its content."));
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/evidence/own-note", test_own_note);
  g_test_add_func ("/app/evidence/adviser-note", test_adviser_note);
  g_test_add_func ("/app/evidence/register", test_register);
  g_test_add_func ("/app/evidence/file", test_file);
  g_test_add_func ("/app/evidence/paste", test_paste);
  g_test_add_func ("/app/evidence/missing-file", test_missing_file);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
