/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-store.h"
#include "app/widgets/app-data-window.h"
#include "app/widgets/app-erase-window.h"
#include "workspace/workspace-backup.h"
#include "workspace/workspace-companies.h"

#include <string.h>

/* Deleting, bringing back, keeping longer. */

static AppApplication *application;

static AppStore *
store (void)
{
  return app_application_get_store (application);
}

static Workspace *
workspace (void)
{
  return app_store_get_workspace (store ());
}

static char *
new_company (const char *name)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (empty, "company.name", name, NULL);
  g_autoptr (AssessmentDocument) kept
      = workspace_create_assessment (workspace (), named, NULL, NULL);
  g_autoptr (GPtrArray) list = workspace_list (workspace (), FALSE, NULL);

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((WorkspaceEntry *)list->pdata[i])->company_name, name) == 0)
      return g_strdup (((WorkspaceEntry *)list->pdata[i])->company_id);
  g_assert_not_reached ();
}

static GtkWidget *
open_data (AppWindow *window)
{
  GtkWidget *data
      = app_data_window_new (GTK_WINDOW (window), application, app_window_get_session (window));

  gtk_window_present (GTK_WINDOW (data));
  app_fixture_settle ();
  return data;
}

static void
test_bring_back (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *id = new_company ("Deleted Works");
  g_autoptr (WorkspaceCompany) back = NULL;
  GtkWidget *data;

  g_assert_true (workspace_delete_company (workspace (), id, NULL));
  data = open_data (window);
  app_fixture_check_narrow (data);
  app_fixture_click_in (app_fixture_find_row_in (data, "Deleted Works"), "_Bring back");
  g_assert_null (app_fixture_find_row_in (data, "Deleted Works"));
  back = workspace_get_company (workspace (), id, NULL);
  g_assert_false (back->deleted);
  gtk_window_destroy (GTK_WINDOW (data));
  app_fixture_close (window);
}

static void
count_cb (gpointer store, guint *n)
{
  *n += 1;
}

/* A backup that is being brought back comes to every list, though its window was closed
 * meanwhile. */
static void
test_restore (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *later = NULL, *backup = NULL;
  g_autoptr (WorkspaceCompany) gone = NULL;
  GtkWidget *data;
  guint n_replaced = 0;
  gulong handler = g_signal_connect (store (), "replaced", G_CALLBACK (count_cb), &n_replaced);

  g_assert_true (app_store_flush (store (), NULL));
  backup = workspace_make_backup (workspace_path (workspace ()), WORKSPACE_BACKUP_MANUAL, NULL);
  g_assert_nonnull (backup);
  later = new_company ("Later Works");
  data = open_data (window);
  app_fixture_click_in (GTK_WIDGET (data), "_Bring back");
  app_fixture_answer ("_Bring back");
  gtk_window_destroy (GTK_WINDOW (data));
  app_fixture_wait (n_replaced == 1);
  gone = workspace_get_company (workspace (), later, NULL);
  g_assert_null (gone);
  g_signal_handler_disconnect (store (), handler);
  app_fixture_close (window);
}

/* Nothing goes before the name is typed; then it is gone, from the backups too. */
static void
test_erase (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *id = new_company ("Erased Works");
  g_autofree char *other = new_company ("Other Works");
  g_autofree char *backup = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (WorkspaceCompany) gone = NULL, kept = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *erase, *button, *typed;
  gsize n = 0;

  g_assert_true (app_store_flush (store (), NULL));
  backup = workspace_make_backup (workspace_path (workspace ()), WORKSPACE_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (backup, &bytes, &n, NULL));
  g_assert_nonnull (memmem (bytes, n, "Erased Works", strlen ("Erased Works")));
  erase = app_erase_window_new (GTK_WINDOW (window), app_window_get_session (window), id);
  gtk_window_present (GTK_WINDOW (erase));
  app_fixture_settle ();
  button = app_fixture_find_button_in (erase, "_Delete for good");
  typed = app_fixture_find_row_in (erase, "Type the company’s name");
  app_fixture_check_narrow (erase);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (typed), "Other Works");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (typed), " erased works ");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_object_add_weak_pointer (G_OBJECT (erase), (gpointer *)&erase);
  g_signal_emit_by_name (button, "clicked");
  /* The window is alive meanwhile and says so; it cannot be closed, nor the click done twice. */
  g_assert_nonnull (app_fixture_find_label_in (erase, "Deleting, from the backups too…"));
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_window_close (GTK_WINDOW (erase));
  g_assert_true (gtk_widget_get_visible (erase));
  app_fixture_wait (erase == NULL);
  gone = workspace_get_company (workspace (), id, NULL);
  g_assert_null (gone);
  kept = workspace_get_company (workspace (), other, NULL);
  g_assert_nonnull (kept);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (backup, &bytes, &n, NULL));
  g_assert_null (memmem (bytes, n, "Erased Works", strlen ("Erased Works")));
  g_assert_nonnull (memmem (bytes, n, "Other Works", strlen ("Other Works")));
  app_fixture_close (window);
}

/* The day has passed: Home says so, and a year more is one click. */
static void
test_retention (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *id = new_company ("Old Works");
  g_autoptr (WorkspaceCompany) kept = NULL;
  GtkWidget *data;

  app_store_refresh (store ());
  app_fixture_settle ();
  g_assert_null (app_fixture_find_button (window, "Decide…"));
  g_assert_true (workspace_set_retention (workspace (), id, "2020-01-31", NULL));
  app_store_refresh (store ());
  app_fixture_wait (app_fixture_find_button (window, "Decide…") != NULL);
  data = open_data (window);
  g_assert_nonnull (app_fixture_find_row_in (data, "Old Works"));
  app_fixture_check_narrow (data);
  app_fixture_click_in (app_fixture_find_row_in (data, "Old Works"), "_Keep a year");
  g_assert_null (app_fixture_find_row_in (data, "Old Works"));
  kept = workspace_get_company (workspace (), id, NULL);
  g_assert_cmpstr (kept->retain_until, >, "2026-");
  app_fixture_wait (app_fixture_find_button (window, "Decide…") == NULL);
  gtk_window_destroy (GTK_WINDOW (data));
  app_fixture_close (window);
}

/* Home again, empty, when the workspace is another one; and back. */
static void
test_folder (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *id = new_company ("Moving Works");
  g_autofree char *folder = g_dir_make_tmp ("waymark-folder-XXXXXX", NULL);
  g_autofree char *place = g_build_filename (folder, "workspace.db", NULL);
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WorkspaceCompany) there = NULL, back = NULL;

  g_assert_true (app_application_use_folder (application, folder, &error));
  g_assert_no_error (error);
  now = app_store_dup_place (store ());
  g_assert_cmpstr (now, ==, place);
  g_assert_true (app_application_has_own_folder (application));
  there = workspace_get_company (workspace (), id, NULL);
  g_assert_null (there);
  g_assert_true (app_application_use_folder (application, NULL, &error));
  back = workspace_get_company (workspace (), id, NULL);
  g_assert_nonnull (back);
  /* What cannot be opened changes nothing. */
  g_assert_false (app_application_use_folder (application, "/proc/nothing", &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED);
  g_assert_false (app_application_has_own_folder (application));
  g_assert_true (app_store_is_open (store ()));
  app_fixture_close (window);
}

static GtkWidget *
sensitive_content (GtkWidget *data)
{
  return gtk_widget_get_parent (gtk_widget_get_ancestor (app_fixture_find_row_in (data, "Folder"),
                                                         ADW_TYPE_PREFERENCES_GROUP));
}

/* The call returns before everything is copied, and nobody answers meanwhile. */
static void
test_move (void)
{
  AppWindow *window = app_fixture_window (application);
  g_autofree char *id = new_company ("Moved Works");
  g_autofree char *top = g_dir_make_tmp ("waymark-folder-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "kept", NULL);
  g_autofree char *place = g_build_filename (folder, "workspace.db", NULL);
  g_autofree char *old = app_store_dup_place (store ()), *now = NULL, *still = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (WorkspaceCompany) there = NULL, stayed = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *data = open_data (window);

  app_data_window_move (APP_DATA_WINDOW (data), folder);
  g_assert_false (app_store_is_open (store ()));
  g_assert_null (app_store_load (store (), "any", &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (app_application_use_folder (application, NULL, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (gtk_widget_get_sensitive (sensitive_content (data)));
  gtk_window_close (GTK_WINDOW (data));
  g_assert_true (gtk_widget_get_visible (data));
  app_fixture_wait (app_store_is_open (store ()));
  app_fixture_wait (gtk_widget_get_sensitive (sensitive_content (data)));
  now = app_store_dup_place (store ());
  g_assert_cmpstr (now, ==, place);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  there = workspace_get_company (workspace (), id, NULL);
  g_assert_nonnull (there);

  /* Where one is already nothing is done, and this one is open as before. */
  app_data_window_move (APP_DATA_WINDOW (data), folder);
  app_fixture_wait (gtk_widget_get_sensitive (sensitive_content (data)));
  still = app_store_dup_place (store ());
  g_assert_cmpstr (still, ==, place);
  stayed = workspace_get_company (workspace (), id, NULL);
  g_assert_nonnull (stayed);
  problem = g_strdup_printf ("There is a workspace in %s already.", folder);
  g_assert_nonnull (app_fixture_find_label_in (data, problem));
  gtk_window_destroy (GTK_WINDOW (data));
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/data/bring-back", test_bring_back);
  g_test_add_func ("/app/data/restore", test_restore);
  g_test_add_func ("/app/data/erase", test_erase);
  g_test_add_func ("/app/data/retention", test_retention);
  g_test_add_func ("/app/data/folder", test_folder);
  g_test_add_func ("/app/data/move", test_move);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
