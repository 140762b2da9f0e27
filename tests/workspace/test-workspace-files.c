/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-connection.h"
#include "workspace/workspace-migrate.h"
#include "workspace/workspace-place.h"
#include "workspace/workspace.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that are not as they should be: nothing may crash, nothing may be changed that is refused.
 */

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workspace.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_chmod (fixture->folder, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A workspace with every sample in it, closed. */
static void
make_workspace (const char *path)
{
  static const char *const names[]
      = { "sample-metalworks.json", "incomplete.json", "all-fields.json" };
  g_autoptr (GError) error = NULL;
  Workspace *workspace = workspace_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file
          = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", names[i], NULL);
      g_autoptr (AssessmentDocument) document = assessment_document_load (file, &error);
      g_autoptr (AssessmentDocument) created
          = workspace_create_assessment (workspace, document, NULL, &error);

      g_assert_no_error (error);
    }
  g_assert_true (workspace_close (workspace, &error));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static GBytes *
read_bytes (const char *path)
{
  char *bytes;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

/* Opening fails with @code, and the file is byte for byte as before. */
static void
assert_refused (const char *path, WorkspaceError code)
{
  g_autoptr (GBytes) before = read_bytes (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  Workspace *workspace = workspace_open (path, &error);

  g_assert_null (workspace);
  g_test_message ("%s", error->message);
  g_assert_error (error, WORKSPACE_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  after = read_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_new_folders_are_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "a", NULL);
  g_autofree char *path = g_build_filename (deep, "w.db", NULL);
  GStatBuf status;

  make_workspace (path);
  g_assert_cmpint (g_stat (deep, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_default_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected
      = g_build_filename (g_get_user_data_dir (), "waymark", "workspace.db", NULL);
  g_autofree char *folder = g_path_get_dirname (expected);
  Workspace *workspace = workspace_open (NULL, NULL);

  g_assert_true (g_str_has_prefix (expected, g_getenv ("XDG_DATA_HOME")));
  g_assert_cmpstr (workspace_path (workspace), ==, expected);
  g_assert_true (g_file_test (expected, G_FILE_TEST_IS_REGULAR));
  g_assert_true (workspace_close (workspace, NULL));
  g_unlink (expected);
  g_rmdir (folder);
}

static void
test_empty_file_becomes_one (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  make_workspace (fixture->path);
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_file_set_contents (fixture->path, "{\"format\":\"waymark-assessment\"}", -1, NULL));
  assert_refused (fixture->path, WORKSPACE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (fixture->path, "SQL", -1, NULL));
  assert_refused (fixture->path, WORKSPACE_ERROR_DAMAGED);
  g_assert_true (
      g_file_set_contents (fixture->path, "SQLite format 3\0and then nonsense", 34, NULL));
  assert_refused (fixture->path, WORKSPACE_ERROR_DAMAGED);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  run_sql (fixture->path, "CREATE TABLE other (id INTEGER)");
  assert_refused (fixture->path, WORKSPACE_ERROR_DAMAGED);

  g_assert_null (workspace_open (fixture->folder, &error)); /* a folder */
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED);
}

static void
test_newer_file (Fixture *fixture, gconstpointer data)
{
  make_workspace (fixture->path);
  run_sql (fixture->path, "PRAGMA user_version = 999");
  assert_refused (fixture->path, WORKSPACE_ERROR_NEWER);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;

  make_workspace (fixture->path);
  whole = read_bytes (fixture->path);
  for (gsize length = 100; length < g_bytes_get_size (whole); length += 4096)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      g_assert_true (
          g_file_set_contents (fixture->path, g_bytes_get_data (part, NULL), (gssize)length, NULL));
      assert_refused (fixture->path, WORKSPACE_ERROR_DAMAGED);
    }
}

/* A log that lies beside a refused file stays beside it: closing must not move it in. */
static void
test_log_of_a_refused_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) log_bytes = NULL;
  Workspace *workspace;

  make_workspace (fixture->path);
  workspace = workspace_open (fixture->path, NULL);
  g_assert_true (workspace_set_setting (workspace, "a", "b", NULL));
  bytes = read_bytes (fixture->path);
  log_bytes = read_bytes (log);
  g_assert_true (workspace_close (workspace, NULL));
  g_assert_cmpuint (g_bytes_get_size (log_bytes), >, 0);

  /* The copy is cut in the middle, its log is whole. */
  g_assert_true (g_file_set_contents (copy, g_bytes_get_data (bytes, NULL),
                                      (gssize)g_bytes_get_size (bytes) / 2 / 4096 * 4096, NULL));
  g_assert_true (g_file_set_contents (copy_log, g_bytes_get_data (log_bytes, NULL),
                                      (gssize)g_bytes_get_size (log_bytes), NULL));
  assert_refused (copy, WORKSPACE_ERROR_DAMAGED);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = read_bytes (copy_log);
  g_assert_true (g_bytes_equal (bytes, log_bytes));
}

/* What a flipped bit does is chance: the file is refused and left alone, or it opens; then every
 * document is either read or refused with a message. */
static void
open_flipped (const char *path, guint *refused)
{
  g_autoptr (GBytes) before = read_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  Workspace *workspace = workspace_open (path, &error);

  if (workspace == NULL)
    {
      g_autoptr (GBytes) after = read_bytes (path);

      g_test_message ("%s", error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_bytes_equal (before, after));
      (*refused)++;
      return;
    }
  entries = workspace_list (workspace, TRUE, &error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      WorkspaceEntry *entry = entries->pdata[i];
      g_autoptr (GError) problem = NULL;
      g_autoptr (AssessmentDocument) document = workspace_load (workspace, entry->id, &problem);

      g_assert_true ((document != NULL) == (problem == NULL));
      g_assert_true (problem == NULL || g_utf8_validate (problem->message, -1, NULL));
    }
  g_assert_true (workspace_close (workspace, NULL));
}

static void
test_flipped_bits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261120);
  g_autofree char *bytes = NULL;
  gsize length;
  guint rounds = 1000;
  guint refused = 0;

  make_workspace (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < rounds; i++)
    {
      /* Every second one at the begin of a page, where SQLite keeps its structure. */
      gsize at = i % 2 == 0 ? (gsize)g_rand_int_range (rand, 0, (gint32)length)
                            : (gsize)g_rand_int_range (rand, 0, (gint32)(length / 4096)) * 4096
                                  + (gsize)g_rand_int_range (rand, 0, 12);
      g_autofree char *flipped = g_memdup2 (bytes, length);

      flipped[at] = (char)(flipped[at] ^ (1 << g_rand_int_range (rand, 0, 8)));
      g_assert_true (g_file_set_contents (fixture->path, flipped, (gssize)length, NULL));
      open_flipped (fixture->path, &refused);
    }
  g_test_message ("%u of %u were refused", refused, rounds);
  g_assert_cmpuint (refused, >, 200);
}

/* One broken row does not hide the others. */
static void
test_broken_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  Workspace *workspace;
  guint broken = 0;

  make_workspace (fixture->path);
  run_sql (
      fixture->path,
      "UPDATE answers SET value = '[99]' WHERE question = 'q2' AND assessment_id LIKE '5c0e%'; "
      "UPDATE assessments SET body = '{' WHERE id LIKE 'a1f0%'");
  workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  entries = workspace_list (workspace, FALSE, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  for (guint i = 0; i < entries->len; i++)
    {
      WorkspaceEntry *entry = entries->pdata[i];
      g_autoptr (AssessmentDocument) document = workspace_load (workspace, entry->id, &error);

      broken += error != NULL;
      g_clear_error (&error);
    }
  g_assert_cmpuint (broken, ==, 2);
  g_assert_true (workspace_close (workspace, NULL));
}

/* --- read only ---------------------------------------------------------------------------------
 */

/* root may write everywhere, so the test goes on as nobody. */
static void
become_nobody (Fixture *fixture)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, 65534, 65534), ==, 0);
  if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    g_assert_cmpint (chown (fixture->path, 65534, 65534), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_root_again (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  make_workspace (fixture->path);
  become_nobody (fixture);
  g_chmod (fixture->path, 0400);
  assert_refused (fixture->path, WORKSPACE_ERROR_READ_ONLY);
  become_root_again ();
}

static void
test_unreadable_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_workspace (fixture->path);
  become_nobody (fixture);
  g_chmod (fixture->path, 0);
  g_assert_null (workspace_open (fixture->path, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_READ_ONLY);
  become_root_again ();
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *inside = g_build_filename (fixture->folder, "new", "w.db", NULL);

  become_nobody (fixture);
  g_chmod (fixture->folder, 0500);
  g_assert_null (workspace_open (fixture->path, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (workspace_open (inside, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_READ_ONLY);
  become_root_again ();
}

/* A workspace that is there, in a folder where no log can be made. */
static void
test_file_in_a_read_only_folder (Fixture *fixture, gconstpointer data)
{
  make_workspace (fixture->path);
  become_nobody (fixture);
  g_chmod (fixture->folder, 0500);
  assert_refused (fixture->path, WORKSPACE_ERROR_READ_ONLY);
  become_root_again ();
}

/* --- places ------------------------------------------------------------------------------------
 */

static void
test_network (Fixture *fixture, gconstpointer data)
{
  static const char mounts[]
      = "21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "22 21 0:40 / /home/a/hub rw shared:2 master:1 - nfs4 server:/hub rw\n"
        "23 21 0:41 / /home/a/my\\040share rw - cifs //server/x rw\n"
        "24 21 0:42 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw\n"
        "25 21 0:43 / /home/a/safe rw - fuse.gocryptfs x rw\n"
        "26 22 8:2 / /home/a/hub/local rw - ext4 /dev/sda2 rw\n"
        "half a line\n";
  static const struct
  {
    const char *folder;
    gboolean good;
  } rows[] = {
    { "/home/a", TRUE },           { "/home/a/hub", FALSE },
    { "/home/a/hub/x", FALSE },    { "/home/a/hubs", TRUE },
    { "/home/a/my share", FALSE }, { "/home/a/safe/w", TRUE },
    { "/home/a/hub/local", TRUE }, { "/run/user/1000/gvfs/smb-share:x", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      if (workspace_place_check_mounts (rows[i].folder, mounts, &error) != rows[i].good)
        g_error ("%s", rows[i].folder);
      g_assert_true ((error == NULL) == rows[i].good);
    }
}

static void
test_synchronised (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Dropbox", "OneDrive - Firm", "sync/.stfolder" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *top = i == 2 ? g_path_get_dirname (folder) : g_strdup (folder);
      g_autofree char *path = g_build_filename (top, "deep", "w.db", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_assert_null (workspace_open (path, &error));
      g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_PLACE);
      g_test_message ("%s", error->message);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* --- migrations --------------------------------------------------------------------------------
 */

static const char *const steps[]
    = { "CREATE TABLE t (a TEXT); INSERT INTO t (a) VALUES ('one')",
        "ALTER TABLE t ADD COLUMN b TEXT", "UPDATE t SET b = a || ' two'",
        "CREATE TABLE u (a TEXT); INSERT INTO nowhere VALUES (1)" };

static sqlite3 *
open_plain (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

static gint64
query (sqlite3 *db, const char *sql)
{
  gint64 value = -1;

  workspace_connection_query_int (db, sql, "test", &value, NULL);
  return value;
}

static void
test_migrations (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy_path = g_strconcat (fixture->path, ".v1", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = open_plain (fixture->path);
  sqlite3 *copy;

  /* From nothing to 1: nothing to copy. */
  g_assert_true (workspace_migrate (db, fixture->path, steps, 1, &error));
  g_assert_cmpint (query (db, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (query (db, "PRAGMA application_id"), ==, WORKSPACE_APPLICATION_ID);
  g_assert_false (g_file_test (copy_path, G_FILE_TEST_EXISTS));

  /* From 1 to 3, with a copy of 1. */
  g_assert_true (workspace_migrate (db, fixture->path, steps, 3, &error));
  g_assert_cmpint (query (db, "SELECT count (b) FROM t WHERE b = 'one two'"), ==, 1);
  copy = open_plain (copy_path);
  g_assert_cmpint (query (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (query (copy, "SELECT count (a) FROM t"), ==, 1);
  sqlite3_close (copy);

  /* A step that fails leaves nothing of itself. */
  g_assert_false (workspace_migrate (db, fixture->path, steps, 4, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (query (db, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (query (db, "SELECT count (name) FROM sqlite_schema WHERE name = 'u'"), ==, 0);

  /* Newer than we know. */
  g_assert_false (workspace_migrate (db, fixture->path, steps, 2, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_NEWER);
  sqlite3_close (db);
}

/* The SQL of each released form brings a file up to date that is as that form left it. */
static void
test_real_migrations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) migrations = workspace_migrations_load ();

  g_assert_cmpuint (migrations->len, >=, 1);
  for (guint form = 1; form <= migrations->len; form++)
    {
      g_autofree char *path = g_strdup_printf ("%s.from-%u", fixture->path, form);
      sqlite3 *db = open_plain (path);

      g_assert_true (
          workspace_migrate (db, path, (const char *const *)migrations->pdata, form, NULL));
      g_assert_true (workspace_connection_run (
          db,
          "INSERT INTO companies (id, name, created_at) VALUES ('c', 'Old', 1);"
          "INSERT INTO assessments (id, company_id, body, pack_id, revision,"
          " created_at, changed_at) VALUES ('a', 'c', "
          "'{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"a\","
          "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"}}',"
          " 'dma-sme', 1, 1, 1);"
          "INSERT INTO answers (assessment_id, question, value, revision,"
          " changed_at) VALUES ('a', 'q2', '[3]', 1, 1)",
          path, NULL));
      sqlite3_close (db);
      {
        Workspace *workspace = workspace_open (path, NULL);
        g_autoptr (AssessmentDocument) document = workspace_load (workspace, "a", NULL);

        g_assert_cmpuint (assessment_document_get_ticks (document, "q2", NULL, NULL)[0], ==, 3);
        g_assert_true (workspace_close (workspace, NULL));
      }
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("waymark-home-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  add ("/workspace/files/new-folders", test_new_folders_are_made);
  add ("/workspace/files/default-place", test_default_place);
  add ("/workspace/files/empty", test_empty_file_becomes_one);
  add ("/workspace/files/other", test_other_files);
  add ("/workspace/files/newer", test_newer_file);
  add ("/workspace/files/truncated", test_truncated);
  add ("/workspace/files/log", test_log_of_a_refused_file);
  add ("/workspace/files/flipped", test_flipped_bits);
  add ("/workspace/files/broken-row", test_broken_row);
  add ("/workspace/files/read-only", test_read_only_file);
  add ("/workspace/files/unreadable", test_unreadable_file);
  add ("/workspace/files/read-only-folder", test_read_only_folder);
  add ("/workspace/files/in-read-only-folder", test_file_in_a_read_only_folder);
  add ("/workspace/places/network", test_network);
  add ("/workspace/places/synchronised", test_synchronised);
  add ("/workspace/migrations/steps", test_migrations);
  add ("/workspace/migrations/real", test_real_migrations);
  result = g_test_run ();
  g_rmdir (home);
  return result;
}
