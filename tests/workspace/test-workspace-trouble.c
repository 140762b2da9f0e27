/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-companies.h"
#include "workspace/workspace-connection.h"
#include "workspace/workspace-migrate.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

/* Killed in the middle of writing, two processes at once, no room on the disk: what was said to be
 * saved is there, what was not is kept. */

typedef struct
{
  char *folder;
  char *path;
  Workspace *workspace;
  AssessmentDocument *document;
} Fixture;

typedef struct
{
  guint failed;
  guint64 waiting;
  int code; /* of the last error */
} Heard;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");

  fixture->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workspace.db", NULL);
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->document = workspace_create_assessment (fixture->workspace, empty, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  if (fixture->workspace != NULL)
    g_assert_true (workspace_close (fixture->workspace, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  assessment_document_unref (fixture->document);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static AssessmentDocument *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document
      = workspace_load (fixture->workspace, assessment_document_id (fixture->document), &error);

  g_assert_no_error (error);
  return document;
}

/* --- other processes ---------------------------------------------------------------------------
 */

static GSubprocess *
start_writer (Fixture *fixture, const char *id, const char *prefix, const char *n)
{
  g_autofree char *program
      = g_test_build_filename (G_TEST_BUILT, "workspace", "workspace-writer", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                          fixture->path, id, prefix, n, NULL);

  g_assert_no_error (error);
  return writer;
}

/* Reads what @writer says until it has said @lines lines or ends; returns the last number. */
static guint64
listen_to (GDataInputStream *stream, guint lines)
{
  guint64 number = 0;

  for (guint i = 0; i < lines; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (stream, NULL, NULL, NULL);

      if (line == NULL)
        break;
      number = g_ascii_strtoull (line, NULL, 10);
    }
  return number;
}

static void
assert_answered (const AssessmentDocument *document, const char *prefix, guint64 up_to)
{
  for (guint64 i = 1; i <= up_to; i++)
    {
      g_autofree char *question = g_strdup_printf ("%s-%" G_GUINT64_FORMAT, prefix, i);
      const guint8 *ticks = assessment_document_get_ticks (document, question, NULL, NULL);

      if (ticks == NULL || ticks[0] != i % 10 + 1)
        g_error ("%s was said to be saved, but is not", question);
    }
}

/* Killed after some acknowledged ticks, while the next ones are being written. TRUE: it was not
 * done yet. */
static gboolean
kill_once (Fixture *fixture, GRand *rand)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) document
      = workspace_create_assessment (fixture->workspace, empty, NULL, NULL);
  g_autoptr (GSubprocess) writer
      = start_writer (fixture, assessment_document_id (document), "w", "900");
  g_autoptr (GDataInputStream) stream
      = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  g_autoptr (AssessmentDocument) loaded = NULL;
  guint64 said = listen_to (stream, (guint)g_rand_int_range (rand, 1, 25));
  guint64 later;

  g_usleep ((gulong)g_rand_int_range (rand, 0, 4000)); /* anywhere within a transaction */
  g_subprocess_force_exit (writer);
  g_assert_true (g_subprocess_wait (writer, NULL, NULL));
  later = listen_to (stream, 1000); /* said before it died */
  g_assert_cmpuint (said, >, 0);

  loaded = workspace_load (fixture->workspace, assessment_document_id (document), NULL);
  assert_answered (loaded, "w", MAX (said, later));
  return MAX (said, later) < 900;
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  guint rounds = g_test_thorough () ? 300 : 25;
  guint interrupted = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < rounds; i++)
    {
      /* Every third time alone on the file, so that opening has to mend what the kill left. */
      if (i % 3 == 2)
        {
          g_assert_true (workspace_close (fixture->workspace, NULL));
          fixture->workspace = workspace_open (fixture->path, &error);
          g_assert_no_error (error);
        }
      interrupted += kill_once (fixture, rand);
    }
  g_test_message ("%u of %u were interrupted", interrupted, rounds);
  g_assert_cmpuint (interrupted, >, rounds / 2);
}

static void
test_killed_while_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *id = g_strdup (assessment_document_id (fixture->document));

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("r%u", i);
      g_autoptr (GSubprocess) writer = NULL;
      g_autoptr (GDataInputStream) stream = NULL;
      g_autoptr (AssessmentDocument) loaded = NULL;
      guint64 said, later;

      g_assert_true (workspace_close (fixture->workspace, NULL));
      writer = start_writer (fixture, id, prefix, "90");
      stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
      said = listen_to (stream, (guint)g_rand_int_range (rand, 1, 10));
      g_subprocess_force_exit (writer);
      g_assert_true (g_subprocess_wait (writer, NULL, NULL));
      later = listen_to (stream, 1000);
      fixture->workspace = workspace_open (fixture->path, NULL);
      loaded = load (fixture);
      assert_answered (loaded, prefix, MAX (said, later));
    }
}

/* A file of the first form with many companies. */
static void
make_first_form (const char *path)
{
  g_autoptr (GPtrArray) migrations = workspace_migrations_load ();
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (workspace_migrate (db, path, (const char *const *)migrations->pdata, 1, NULL));
  g_assert_true (workspace_connection_run (
      db,
      "BEGIN; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
      " INSERT INTO companies (id, name, created_at) SELECT 'c' || i, 'Firm ' || i, 1 FROM n;"
      "INSERT INTO assessments (id, company_id, body, pack_id, revision, created_at, changed_at)"
      " SELECT 'a' || substr (id, 2), id, '{\"format\":\"waymark-assessment\",\"version\":1,'"
      "   || '\"id\":\"a' || substr (id, 2) || "
      "'\",\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"},'"
      "   || '\"company\":{\"name\":\"' || name || '\"}}', 'dma-sme', 1, 1, 1 FROM companies;"
      "INSERT INTO answers (assessment_id, question, value, revision, changed_at)"
      " SELECT id, 'q2', '[3]', 1, 1 FROM assessments; COMMIT",
      path, NULL));
  sqlite3_close (db);
}

static void
assert_all_there (const char *path)
{
  g_autoptr (GError) error = NULL;
  Workspace *workspace = workspace_open (path, &error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (AssessmentDocument) document = NULL;

  g_assert_no_error (error);
  found = workspace_list_companies (workspace, &(WorkspaceQuery){ .text = "firm" }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 400);
  document = workspace_load (workspace, "a77", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assessment_document_get_ticks (document, "q2", NULL, NULL)[0], ==, 3);
  g_assert_true (workspace_close (workspace, NULL));
}

/* Killed anywhere in the upgrade: the old form or the new one, and all of it. */
static void
test_killed_migrating (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[]
      = { "", "-wal", "-shm", ".v1", ".v1-wal", ".v1-shm", ".v1-journal" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *old = g_build_filename (fixture->folder, "old.db", NULL);
  char *path = fixture->path; /* lent to the old file while a writer is started */
  g_autofree char *bytes = NULL;
  gsize length;

  make_first_form (old);
  g_assert_true (g_file_get_contents (old, &bytes, &length, NULL));
  g_assert_cmpint (g_unlink (old), ==, 0);
  for (guint round = 0; round < (g_test_thorough () ? 200 : 12); round++)
    {
      g_autoptr (GSubprocess) writer = NULL;

      g_assert_true (g_file_set_contents (old, bytes, (gssize)length, NULL));
      fixture->path = old;
      writer = start_writer (fixture, "a1", "m", "5");
      fixture->path = path;
      g_usleep ((gulong)g_rand_int_range (rand, 0, 60000));
      g_subprocess_force_exit (writer);
      g_assert_true (g_subprocess_wait (writer, NULL, NULL));
      assert_all_there (old);
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          g_autofree char *file = g_strconcat (old, endings[i], NULL);

          g_unlink (file);
        }
    }
}

static void
test_two_processes (Fixture *fixture, gconstpointer data)
{
  const char *id = assessment_document_id (fixture->document);
  g_autoptr (GSubprocess) one = start_writer (fixture, id, "one", "150");
  g_autoptr (GSubprocess) two = start_writer (fixture, id, "two", "150");
  g_autoptr (AssessmentDocument) loaded = NULL;

  g_assert_true (g_subprocess_wait_check (one, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (two, NULL, NULL));
  loaded = load (fixture);
  assert_answered (loaded, "one", 150);
  assert_answered (loaded, "two", 150);
}

/* --- no room -----------------------------------------------------------------------------------
 */

static void
saved_cb (Workspace *workspace, const WorkspaceSaved *saved, gpointer data)
{
  Heard *heard = data;

  if (saved->error == NULL)
    return;
  heard->failed++;
  g_assert_true (saved->error->domain == WORKSPACE_ERROR);
  heard->code = saved->error->code;
}

static void
durable_cb (Workspace *workspace, const WorkspaceDurable *durable, gpointer data)
{
  ((Heard *)data)->waiting = durable->waiting;
}

/* A change that needs room: two texts of 10,000 characters. */
static AssessmentDocument *
grow (const AssessmentDocument *document, char letter)
{
  g_autofree char *text = g_strnfill (10000, letter);
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (document, "company.name", text, NULL);

  return assessment_document_with_string (named, "project.summary", text, NULL);
}

static void
save (Fixture *fixture, const AssessmentDocument *old, const AssessmentDocument *new, Heard *heard)
{
  workspace_save (fixture->workspace, assessment_document_id (fixture->document), old, new,
                  saved_cb, heard);
}

/* With the disk full: two changes fail and are kept; @make_room, and they go by themselves. */
static void
fail_and_recover (Fixture *fixture, void (*make_room) (gpointer), gpointer data)
{
  Heard heard = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) one = grow (fixture->document, 'a');
  g_autoptr (AssessmentDocument) two = assessment_document_with_ticks (one, "q6", NULL, NULL, 0);
  g_autoptr (AssessmentDocument) kept = NULL;
  g_autoptr (AssessmentDocument) stored = NULL;

  workspace_set_durable_func (fixture->workspace, durable_cb, &heard);
  save (fixture, fixture->document, one, &heard);
  g_assert_false (workspace_flush (fixture->workspace, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FULL);
  g_test_message ("%s", error->message);
  /* The next one begins at a document that never reached the disk. */
  save (fixture, one, two, &heard);
  g_clear_error (&error);
  g_assert_false (workspace_flush (fixture->workspace, &error));
  g_assert_cmpuint (heard.failed, ==, 2);
  g_assert_cmpint (heard.code, ==, WORKSPACE_ERROR_FULL);
  g_assert_cmpuint (heard.waiting, ==, 2);
  kept = load (fixture);
  g_assert_true (assessment_document_equal (kept, two));

  make_room (data);
  while (heard.waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  stored = load (fixture);
  g_assert_true (assessment_document_equal (stored, two));
  g_assert_true (workspace_close (fixture->workspace, NULL));
  fixture->workspace = workspace_open (fixture->path, NULL);
  g_clear_pointer (&stored, assessment_document_unref);
  stored = load (fixture);
  g_assert_true (assessment_document_equal (stored, two));
}

/* A limit on the size of files fails as a full disk does, without one. */
static void
limit_files (Fixture *fixture, struct rlimit *before)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  struct rlimit limit;
  GStatBuf status;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, before), ==, 0);
  limit = *before;
  limit.rlim_cur = (rlim_t)status.st_size + 5000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
unlimit_files (gpointer before)
{
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, before), ==, 0);
}

static void
test_files_limited (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;

  limit_files (fixture, &before);
  fail_and_recover (fixture, unlimit_files, &before);
}

static void
test_close_says_what_is_lost (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;
  Heard heard = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) grown = grow (fixture->document, 'b');
  g_autoptr (AssessmentDocument) loaded = NULL;

  limit_files (fixture, &before);
  save (fixture, fixture->document, grown, &heard);
  g_assert_false (workspace_close (fixture->workspace, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FULL);
  g_assert_cmpuint (heard.failed, ==, 1);
  unlimit_files (&before);
  fixture->workspace = workspace_open (fixture->path, NULL);
  loaded = load (fixture);
  g_assert_true (assessment_document_equal (loaded, fixture->document));
}

static void
remove_file (gpointer path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* In a name space of our own, so that the disk is gone with the process, whatever happens. */
static gboolean
mount_small_disk (const char *folder)
{
  return unshare (CLONE_NEWNS) == 0 && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", folder, "tmpfs", 0, "size=600k") == 0;
}

/* A real disk without a free byte. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_dir_make_tmp ("waymark-disk-XXXXXX", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autoptr (GError) error = NULL;
  Fixture inner = { .folder = disk, .document = fixture->document };
  FILE *file;

  if (!mount_small_disk (disk))
    {
      g_rmdir (disk);
      g_test_skip ("may not mount a small disk");
      return;
    }
  inner.path = g_build_filename (disk, "workspace.db", NULL);
  inner.workspace = workspace_open (inner.path, &error);
  g_assert_no_error (error);
  assessment_document_unref (
      workspace_create_assessment (inner.workspace, fixture->document, NULL, &error));
  g_assert_no_error (error);
  file = g_fopen (filler, "w");
  while (fputc ('x', file) != EOF && fflush (file) == 0)
    continue;
  fclose (file);

  fail_and_recover (&inner, remove_file, filler);
  g_assert_true (workspace_close (inner.workspace, NULL));
  g_free (inner.path);
  g_assert_cmpint (umount (disk), ==, 0);
  g_rmdir (disk);
}

/* Another program holds the file for a moment: saving does not wait, and comes through. */
static void
test_held_a_moment (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  sqlite3 *db = NULL;
  g_autoptr (AssessmentDocument) grown = grow (fixture->document, 'c');
  g_autoptr (AssessmentDocument) loaded = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  save (fixture, fixture->document, grown, &heard);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (workspace_flush (fixture->workspace, NULL));
  g_assert_cmpuint (heard.failed, ==, 0);
  loaded = load (fixture);
  g_assert_true (assessment_document_equal (loaded, grown));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/workspace/trouble/killed", test_killed);
  add ("/workspace/trouble/killed-alone", test_killed_while_alone);
  add ("/workspace/trouble/killed-migrating", test_killed_migrating);
  add ("/workspace/trouble/two-processes", test_two_processes);
  add ("/workspace/trouble/files-limited", test_files_limited);
  add ("/workspace/trouble/lost", test_close_says_what_is_lost);
  add ("/workspace/trouble/disk-full", test_disk_full);
  add ("/workspace/trouble/held", test_held_a_moment);
  return g_test_run ();
}
