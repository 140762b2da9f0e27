/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "workspace/workspace-backup.h"
#include "workspace/workspace-files.h"
#include "workspace/workspace-move.h"
#include "workspace/workspace.h"

#include <glib/gstdio.h>

/* A workspace moves with all that belongs to it, or stays as it was. */

typedef struct
{
  char *folder, *from, *to;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("invoice", 7, NULL);
  g_autoptr (AssessmentDocument) document = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) kept = NULL;
  g_autofree char *sha256 = NULL, *backup = NULL;
  Workspace *workspace;

  fixture->folder = g_dir_make_tmp ("waymark-move-XXXXXX", NULL);
  fixture->from = g_build_filename (fixture->folder, "old", "workspace.db", NULL);
  fixture->to = g_build_filename (fixture->folder, "new", "deep", "workspace.db", NULL);
  workspace = workspace_open (fixture->from, &error);
  g_assert_no_error (error);
  kept = workspace_create_assessment (workspace, document, NULL, &error);
  g_assert_no_error (error);
  sha256 = workspace_files_add (fixture->from, stream, WORKSPACE_FILE_MAX, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (workspace_close (workspace, NULL));
  backup = workspace_make_backup (fixture->from, WORKSPACE_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  base_data_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->from);
  g_free (fixture->to);
}

/* One assessment, one backup, one evidence file. */
static void
check_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = workspace_list_backups (path);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "invoice", 7);
  g_autoptr (GPtrArray) list = NULL;
  Workspace *workspace;

  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (workspace_files_read (path, sha256, NULL, NULL, &error));
  g_assert_no_error (error);
  workspace = workspace_open (path, &error);
  g_assert_no_error (error);
  list = workspace_list (workspace, FALSE, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (workspace_close (workspace, NULL));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = g_path_get_dirname (fixture->from);
  g_autoptr (GDir) left = NULL;

  g_assert_true (workspace_move (fixture->from, fixture->to, &error));
  g_assert_no_error (error);
  check_whole (fixture->to);
  left = g_dir_open (old, 0, NULL);
  g_assert_null (g_dir_read_name (left));
}

static void
check_refused (Fixture *fixture, const char *to, WorkspaceError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (workspace_move (fixture->from, to, &error));
  g_assert_error (error, WORKSPACE_ERROR, code);
  check_whole (fixture->from);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other", "workspace.db", NULL);
  g_autofree char *synchronised
      = g_build_filename (fixture->folder, "Nextcloud", "workspace.db", NULL);
  g_autofree char *synchronised_folder = g_path_get_dirname (synchronised);
  Workspace *workspace = workspace_open (other, &error);
  g_autoptr (AssessmentDocument) document = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) kept = NULL;

  g_assert_no_error (error);
  g_assert_true (workspace_close (workspace, NULL));
  check_refused (fixture, other, WORKSPACE_ERROR_EXISTS);
  g_assert_cmpint (g_mkdir (synchronised_folder, 0700), ==, 0);
  check_refused (fixture, synchronised, WORKSPACE_ERROR_PLACE);
  /* A path through a file. */
  {
    g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
    g_autofree char *below = g_build_filename (file, "workspace.db", NULL);

    g_assert_true (g_file_set_contents (file, "x", 1, NULL));
    check_refused (fixture, below, WORKSPACE_ERROR_READ_ONLY);
  }
  /* Another instance has it open and wrote. */
  workspace = workspace_open (fixture->from, &error);
  g_assert_no_error (error);
  kept = workspace_create_assessment (workspace, document, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (workspace_move (fixture->from, fixture->to, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_BUSY);
  g_assert_false (g_file_test (fixture->to, G_FILE_TEST_EXISTS));
  g_assert_true (workspace_close (workspace, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workspace/move/all", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/workspace/move/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
