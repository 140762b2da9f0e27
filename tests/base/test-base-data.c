/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "base/base-json.h"

#include "test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Finding data files, reading what is no plain file, writing whole or not at all. */

typedef struct
{
  char *folder;
  char *path; /* of a file in it that is not there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "file.json", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
expect_unreadable (const char *path, gsize cap, int code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (base_data_read (path, cap, &error));
  g_assert_error (error, BASE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (base_data_write (fixture->path, "12345", 5, NULL));
  bytes = base_data_read (fixture->path, 5, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "12345", 5);
  expect_unreadable (fixture->path, 4, BASE_ERROR_SIZE, "larger than the 4 bytes");
}

static void
test_read_strange (Fixture *fixture, gconstpointer data)
{
  g_autofree char *looped = g_build_filename (fixture->folder, "loop", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);

  g_assert_cmpint (symlink ("loop", looped), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  expect_unreadable (fixture->path, 100, BASE_ERROR_IO, "cannot be opened");
  expect_unreadable (fixture->folder, 100, BASE_ERROR_IO, "is a folder");
  expect_unreadable (looped, 100, BASE_ERROR_IO, "cannot be opened");
  expect_unreadable (fifo, 100, BASE_ERROR_IO, "is not a regular file");
  expect_unreadable ("/dev/zero", 100, BASE_ERROR_IO, "is not a regular file");
  /* A file of /proc says that it has 0 bytes, and has more. */
  expect_unreadable ("/proc/self/status", 10, BASE_ERROR_SIZE, "larger than");
  if (geteuid () != 0)
    {
      g_assert_true (base_data_write (fixture->path, "{}", 2, NULL));
      g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
      expect_unreadable (fixture->path, 100, BASE_ERROR_IO, "cannot be opened");
    }
}

/* A file that says it is huge is refused before a byte of it is read. */
static void
test_read_huge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (base_data_write (fixture->path, "{", 1, NULL));
  g_assert_cmpint (truncate (fixture->path, (off_t)100 * 1024 * 1024), ==, 0);
  g_assert_null (base_json_load (fixture->path, G_MAXSIZE, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_SIZE);
  g_assert_cmpint (truncate (fixture->path, (off_t)1 << 40), ==, 0);
  expect_unreadable (fixture->path, BASE_JSON_DEFAULT_CAP, BASE_ERROR_SIZE, "larger than");
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize length;
  struct stat status;

  g_assert_true (base_data_write (fixture->path, "old and longer", 14, NULL));
  g_assert_true (base_data_write (fixture->path, "new\0", 4, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_cmpmem (text, length, "new\0", 4);
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0600, ==, 0600);
  g_assert_true (base_data_write (fixture->path, NULL, 0, NULL));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
}

static void
expect_unwritable (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (base_data_write (path, "x", 1, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_IO);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, "cannot be written"));
}

/* What was there stays, and no temporary file is left. */
static void
test_write_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *taken = g_build_filename (fixture->folder, "taken", NULL);
  g_autofree char *inside = g_build_filename (taken, "deeper", "file", NULL);

  g_assert_cmpint (g_mkdir (taken, 0755), ==, 0);
  expect_unwritable (inside);
  expect_unwritable (taken);
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
  if (geteuid () != 0)
    {
      g_assert_true (base_data_write (fixture->path, "kept", 4, NULL));
      g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
      expect_unwritable (fixture->path);
      g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
      g_assert_cmpuint (test_folder_count (fixture->folder), ==, 2);
    }
}

static void
test_full_disk (void)
{
  g_autoptr (GError) error = NULL;

  /* A limit on the size of files stands for the full disk: write() fails just so. */
  if (g_test_subprocess ())
    {
      g_autofree char *folder = test_folder_new ();
      g_autofree char *path = g_build_filename (folder, "file", NULL);
      g_autofree char *bytes = g_malloc0 (1 << 20);
      gboolean written;

      test_folder_limit_file_size (1 << 16);
      written = base_data_write (path, bytes, 1 << 20, &error);
      g_assert_false (written);
      g_assert_cmpuint (test_folder_count (folder), ==, 0);
      test_folder_remove (folder);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_dir (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("WAYMARK_DATA_DIR"));
  g_autofree char *inner = g_build_filename (fixture->folder, "catalogue", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) no_folder = NULL;
  g_autoptr (GError) no_file = NULL;

  g_setenv ("WAYMARK_DATA_DIR", fixture->folder, TRUE);
  g_assert_null (base_data_dir (&no_folder));
  g_assert_error (no_folder, BASE_ERROR, BASE_ERROR_MISSING);
  g_assert_nonnull (strstr (no_folder->message, fixture->folder));
  g_assert_cmpint (g_mkdir (inner, 0755), ==, 0);
  found = base_data_dir (NULL);
  g_assert_cmpstr (found, ==, fixture->folder);
  g_assert_null (base_data_path ("catalogue/none.json", &no_file));
  g_assert_error (no_file, BASE_ERROR, BASE_ERROR_MISSING);
  g_assert_nonnull (strstr (no_file->message, "catalogue/none.json"));
  if (before != NULL)
    g_setenv ("WAYMARK_DATA_DIR", before, TRUE);
  else
    g_unsetenv ("WAYMARK_DATA_DIR");
}

/* Without the variable, the sources' data folder is found above the build folder that this test
 * runs in. */
static void
test_dir_from_executable (void)
{
  g_autofree char *before = g_strdup (g_getenv ("WAYMARK_DATA_DIR"));
  g_autofree char *found = NULL;
  g_autofree char *path = NULL;
  g_autofree char *tests = g_canonicalize_filename (g_getenv ("G_TEST_SRCDIR"), NULL);
  g_autofree char *root = g_path_get_dirname (tests);
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;

  if (!g_str_has_prefix (executable, root))
    {
      g_test_skip ("the build folder is not inside the sources");
      return;
    }
  g_unsetenv ("WAYMARK_DATA_DIR");
  found = base_data_dir (&error);
  g_assert_no_error (error);
  path = base_data_path ("catalogue", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (path, found));
  if (before != NULL)
    g_setenv ("WAYMARK_DATA_DIR", before, TRUE);
}

/* All of a folder goes, and nothing that only a link leads to. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *outside = test_folder_new ();
  g_autofree char *kept = g_build_filename (outside, "kept", NULL);
  g_autofree char *whole = g_build_filename (fixture->folder, "whole", NULL);
  g_autofree char *inner = g_build_filename (whole, "a", "b", NULL);
  g_autofree char *file = g_build_filename (inner, "file", NULL);
  g_autofree char *link = g_build_filename (inner, "link", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "a", -1, NULL));
  g_assert_true (g_file_set_contents (kept, "b", -1, NULL));
  g_assert_cmpint (symlink (outside, link), ==, 0);
  base_data_remove (whole);
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 0);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  base_data_remove (whole);
  base_data_remove (kept);
  g_assert_cmpuint (test_folder_count (outside), ==, 0);
  test_folder_remove (outside);
}

static void
test_sha256 (void)
{
  g_autofree char *nothing = base_data_sha256 (NULL, 0);
  g_autofree char *abc = base_data_sha256 ("abc", 3);

  /* FIPS 180-4 examples. */
  g_assert_cmpstr (nothing, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/base/data/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("read", test_read);
  ADD ("read-strange", test_read_strange);
  ADD ("read-huge", test_read_huge);
  ADD ("write", test_write);
  ADD ("write-refused", test_write_refused);
  ADD ("dir", test_dir);
  ADD ("remove", test_remove);
  g_test_add_func ("/base/data/full-disk", test_full_disk);
  g_test_add_func ("/base/data/dir-from-executable", test_dir_from_executable);
  g_test_add_func ("/base/data/sha256", test_sha256);
  return g_test_run ();
}
