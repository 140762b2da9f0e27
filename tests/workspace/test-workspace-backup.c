/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-backup.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-connection.h"
#include "workspace/workspace-evidence.h"
#include "workspace/workspace-freeze.h"
#include "workspace/workspace-migrate.h"
#include "workspace/workspace-record.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

/* Backups are whole and come back, and what was removed for good is in no file any more. */

#define SECRET "Quixotedorf"

typedef struct
{
  char *folder;
  char *path;
  Workspace *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workspace.db", NULL);
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
}

/* Calls @func for each file below @folder. */
static void
visit (const char *folder, void (*func) (const char *file, gpointer data), gpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        visit (path, func, data);
      else
        func (path, data);
    }
}

static void
unlink_file (const char *file, gpointer data)
{
  g_unlink (file);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const folders[] = { ".backups", ".files" };

  if (fixture->workspace != NULL)
    g_assert_true (workspace_close (fixture->workspace, NULL));
  visit (fixture->folder, unlink_file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_strconcat (fixture->path, folders[i], NULL);

      g_rmdir (folder);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static AssessmentDocument *
create (Fixture *fixture, const char *company_id, const char *name, const char *sha256)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (empty, "company.name", name, NULL);
  g_autoptr (AssessmentDocument) filed = NULL;
  g_autoptr (GError) error = NULL;
  AssessmentDocument *created;

  if (sha256 == NULL)
    filed = assessment_document_ref (named);
  else
    {
      g_autofree char *json = g_strdup_printf ("[{\"id\":\"e1\",\"sha256\":\"%s\"}]", sha256);

      filed = assessment_document_with_value_json (named, "evidence", json, &error);
    }
  g_assert_no_error (error);
  created = workspace_create_assessment (fixture->workspace, filed, company_id, &error);
  g_assert_no_error (error);
  return created;
}

static char *
add_file (Fixture *fixture, const char *text)
{
  g_autoptr (GInputStream) in
      = g_memory_input_stream_new_from_data (text, (gssize)strlen (text), NULL);
  char *sha256 = workspace_files_add (fixture->path, in, G_MAXUINT64, NULL, NULL, NULL);

  g_assert_nonnull (sha256);
  return sha256;
}

static char *
back_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *backup = workspace_make_backup (fixture->path, WORKSPACE_BACKUP_MANUAL, &error);

  g_assert_no_error (error);
  return backup;
}

static guint
count (Fixture *fixture)
{
  const WorkspaceQuery all = { .archived = WORKSPACE_ARCHIVED_TOO };
  g_autoptr (GPtrArray) found = workspace_list_companies (fixture->workspace, &all, NULL, NULL);

  return found->len;
}

/* --- backups ---------------------------------------------------------------------------------- */

static void
test_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) first = create (fixture, "a", "One", NULL);
  g_autoptr (AssessmentDocument) second = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = back_up (fixture);
  g_autofree char *log = g_strconcat (backup, "-wal", NULL);

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  second = create (fixture, "b", "Two", NULL);
  g_assert_cmpuint (count (fixture), ==, 2);
  /* With the workspace open: it sees the old state, and what was there is a backup too. */
  g_assert_true (workspace_restore_backup (fixture->path, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 1);
  backups = workspace_list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < backups->len; i++)
    {
      const WorkspaceBackup *one = backups->pdata[i];

      if (one->kind != WORKSPACE_BACKUP_RESTORE)
        continue;
      g_assert_true (workspace_restore_backup (fixture->path, one->path, &error));
      g_assert_cmpuint (count (fixture), ==, 2);
      break;
    }
}

static void
test_daily (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint day = 1; day <= 9; day++)
    {
      g_autofree char *name = g_strdup_printf ("2020010%uT120000Z-daily.db", day);
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (file, "old", 3, NULL));
    }
  g_assert_true (workspace_make_daily_backup (fixture->path, &error));
  g_assert_no_error (error);
  g_assert_true (workspace_make_daily_backup (fixture->path, &error));
  backups = workspace_list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, WORKSPACE_DAILY_KEPT);
  g_assert_cmpint (((WorkspaceBackup *)backups->pdata[0])->size, >, 1000);
  g_assert_nonnull (strstr (((WorkspaceBackup *)backups->pdata[6])->path, "20200104"));
}

static void
test_bad_backups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) first = create (fixture, "a", "One", NULL);
  g_autofree char *backup = back_up (fixture);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (backup, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (backup, bytes, (gssize)length / 2, NULL));
  g_assert_false (workspace_restore_backup (fixture->path, backup, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (workspace_restore_backup (fixture->path, "/nowhere/x.db", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
count_damaged (const char *file, gpointer data)
{
  *(guint *)data += strstr (file, ".damaged-") != NULL;
}

static void
test_damaged_workspace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) first = create (fixture, "a", "One", NULL);
  g_autofree char *backup = back_up (fixture);
  g_autoptr (GError) error = NULL;
  guint damaged = 0;

  g_assert_true (workspace_close (fixture->workspace, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "nonsense", -1, NULL));
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (workspace_restore_backup (fixture->path, backup, &error));
  g_assert_no_error (error);
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 1);
  visit (fixture->folder, count_damaged, &damaged);
  g_assert_cmpuint (damaged, ==, 1);
}

/* --- removing --------------------------------------------------------------------------------- */

static void
assert_without (const char *file, gpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
  if (memmem (bytes, length, data, strlen (data)) != NULL)
    g_error ("%s still holds “%s”", file, (char *)data);
}

static void
note_if_with (const char *file, gpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
  *(guint *)data += memmem (bytes, length, SECRET, strlen (SECRET)) != NULL;
}

/* An upgrade's copy of the first form, with the same company. */
static void
make_old_copy (Fixture *fixture)
{
  g_autoptr (GPtrArray) migrations = workspace_migrations_load ();
  g_autofree char *old = g_strconcat (fixture->path, ".v1", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (old, &db), ==, SQLITE_OK);
  g_assert_true (workspace_migrate (db, old, (const char *const *)migrations->pdata, 1, NULL));
  g_assert_true (workspace_connection_run (
      db,
      "INSERT INTO companies (id, name, created_at) VALUES ('gone', '" SECRET "', 1);"
      "INSERT INTO assessments (id, company_id, body, pack_id, revision, created_at, changed_at)"
      " VALUES ('x', 'gone', '{\"company\":\"" SECRET "\"}', 'p', 1, 1, 1)",
      old, NULL));
  sqlite3_close (db);
}

static void
freeze (Fixture *fixture, const AssessmentDocument *document)
{
  const WorkspaceSummary summary = { .overall = 1, .next_step = (char *)SECRET };
  g_autoptr (GBytes) content = g_bytes_new_static (SECRET, strlen (SECRET));
  const WorkspacePart part = { "pack", content };

  g_assert_true (workspace_freeze_assessment (fixture->workspace, assessment_document_id (document),
                                              document, &summary, "{\"of\":\"" SECRET "\"}", &part,
                                              1, NULL));
}

static void
test_removed_for_good (Fixture *fixture, gconstpointer data)
{
  const WorkspaceContact contact = { .name = (char *)SECRET };
  const WorkspaceNote note = { .text = (char *)"about " SECRET };
  g_autofree char *its_file = add_file (fixture, "scan of " SECRET);
  g_autofree char *other_file = add_file (fixture, "scan of another");
  g_autoptr (AssessmentDocument) gone = create (fixture, "gone", SECRET, its_file);
  g_autoptr (AssessmentDocument) stays = create (fixture, "stays", "Stays", other_file);
  g_autofree char *contact_id = workspace_put_contact (fixture->workspace, "gone", &contact, NULL);
  g_autofree char *note_id = workspace_put_note (fixture->workspace, "gone", &note, NULL);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  guint with = 0;

  freeze (fixture, gone);
  backup = back_up (fixture);
  make_old_copy (fixture);
  visit (fixture->folder, note_if_with, &with);
  g_assert_cmpuint (with, >=, 4); /* the log or the file, the backup, the copy, the scan */

  /* Hidden, it can come back. */
  g_assert_true (workspace_delete_company (fixture->workspace, "gone", NULL));
  g_assert_true (workspace_restore_company (fixture->workspace, "gone", NULL));
  g_assert_true (workspace_purge_company (fixture->workspace, "gone", &error));
  g_assert_no_error (error);
  visit (fixture->folder, assert_without, (gpointer)SECRET);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_false (workspace_files_has (fixture->path, its_file, NULL));
  g_assert_true (workspace_files_has (fixture->path, other_file, NULL));

  /* No backup brings it back, and the others of it do come. */
  g_assert_true (workspace_restore_backup (fixture->path, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 1);
  visit (fixture->folder, assert_without, (gpointer)SECRET);
}

typedef struct
{
  guint n;
  GError *error;
} Told;

static void
told_cb (Workspace *workspace, const GError *error, gpointer data)
{
  Told *told = data;

  told->n++;
  if (error != NULL)
    told->error = g_error_copy (error);
}

/* Nobody waits for it, and what comes after it in the queue comes after it. */
static void
test_removed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) gone = create (fixture, "gone", SECRET, NULL);
  g_autoptr (AssessmentDocument) stays = create (fixture, "stays", "Stays", NULL);
  g_autofree char *backup = back_up (fixture);
  g_autoptr (GError) error = NULL;
  Told told = { 0 }, missing = { 0 };

  workspace_purge_company_async (fixture->workspace, "gone", told_cb, &told);
  workspace_purge_company_async (fixture->workspace, "nobody", told_cb, &missing);
  g_assert_cmpuint (told.n, ==, 0);
  g_assert_cmpuint (count (fixture), ==, 1);
  while (missing.n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_no_error (told.error);
  g_assert_error (missing.error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
  g_clear_error (&missing.error);
  visit (fixture->folder, assert_without, (gpointer)SECRET);

  /* Whoever closes waits for it, and it is told before. */
  workspace_purge_company_async (fixture->workspace, "stays", told_cb, &told);
  g_assert_true (workspace_close (fixture->workspace, &error));
  g_assert_cmpuint (told.n, ==, 2);
  g_assert_no_error (told.error);
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* A copy that lay elsewhere knows nothing of it; restored, it does not bring the company back. */
static void
test_not_brought_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) gone = create (fixture, "gone", SECRET, NULL);
  g_autoptr (AssessmentDocument) stays = create (fixture, "stays", "Stays", NULL);
  g_autofree char *backup = back_up (fixture);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (backup, elsewhere), ==, 0);
  g_assert_true (workspace_purge_company (fixture->workspace, "gone", &error));
  g_assert_no_error (error);
  g_assert_true (workspace_restore_backup (fixture->path, elsewhere, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* A scan that a backup names stays as long as the backup; one that is missing is found. */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = add_file (fixture, "scan");
  g_autoptr (AssessmentDocument) document = create (fixture, "a", "One", file);
  g_autoptr (AssessmentDocument) without = assessment_document_without (document, "evidence");
  g_autofree char *backup = back_up (fixture);
  g_autofree char *place = workspace_files_path (fixture->path, file);
  g_autoptr (GPtrArray) none = workspace_check_evidence (fixture->workspace, NULL, TRUE, NULL);
  g_autoptr (GPtrArray) missing = NULL;
  struct utimbuf long_ago = { 1, 1 };
  guint n;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (workspace_evidence_room (fixture->workspace, assessment_document_id (document)),
                    ==, WORKSPACE_FILES_MAX - 4);
  workspace_save (fixture->workspace, assessment_document_id (document), document, without, NULL,
                  NULL);
  g_assert_true (workspace_flush (fixture->workspace, NULL));
  g_assert_cmpint (g_utime (place, &long_ago), ==, 0);
  g_assert_true (workspace_collect_evidence (fixture->workspace, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (g_unlink (backup), ==, 0);
  g_assert_true (workspace_collect_evidence (fixture->workspace, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  workspace_save (fixture->workspace, assessment_document_id (document), without, document, NULL,
                  NULL);
  missing = workspace_check_evidence (fixture->workspace, NULL, FALSE, NULL);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_false (((WorkspaceEvidenceProblem *)missing->pdata[0])->damaged);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/workspace/backup/come-back", test_come_back);
  add_test ("/workspace/backup/daily", test_daily);
  add_test ("/workspace/backup/bad", test_bad_backups);
  add_test ("/workspace/backup/damaged-workspace", test_damaged_workspace);
  add_test ("/workspace/remove/for-good", test_removed_for_good);
  add_test ("/workspace/remove/meanwhile", test_removed_meanwhile);
  add_test ("/workspace/remove/not-brought-back", test_not_brought_back);
  add_test ("/workspace/remove/evidence", test_evidence);
  return g_test_run ();
}
