/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-kit.h"

#include <glib/gstdio.h>

/* The public test kit, level 2: 116 of 116 (commit 0dbcaf9b). It is not part of the project: the
 * test says so when it is not there. */

typedef struct
{
  guint n_cases;
  guint n_passed;
  guint n_exact;
  guint n_values; /* cases that do not expect null */
  guint n_values_passed;
  guint n_errors; /* cases that ask for an error */
  guint n_errors_passed;
  guint n_errors_told;
  guint n_unsupported;
  GString *failed; /* ids of the failed cases, each with a blank after it */
} Count;

static void
count_case (const DmnKitCase *result, gpointer data)
{
  Count *count = data;

  count->n_cases++;
  count->n_passed += result->passed;
  count->n_exact += result->exact;
  count->n_values += !result->expects_null;
  count->n_values_passed += result->passed && !result->expects_null;
  count->n_errors += result->expects_error;
  count->n_errors_passed += result->passed && result->expects_error;
  count->n_errors_told += result->tells_error;
  count->n_unsupported += result->unsupported;
  if (!result->passed && count->failed != NULL)
    g_string_append_printf (count->failed, "%s ", result->id);
  if (!result->passed)
    g_test_message ("%s %s: %s", result->test_file, result->id, result->message);
}

static void
test_level_2 (void)
{
  g_autofree char *kit = g_build_filename (
      g_getenv ("WAYMARK_SHARED_DIR") != NULL ? g_getenv ("WAYMARK_SHARED_DIR") : "", "tck",
      "compliance-level-2", NULL);
  g_autoptr (GError) error = NULL;
  Count count = { 0 };

  if (!g_file_test (kit, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the public test kit is not here (WAYMARK_SHARED_DIR/tck/compliance-level-2)");
      return;
    }
  g_assert_true (dmn_kit_run (kit, count_case, &count, &error));
  g_assert_no_error (error);
  g_test_message ("%u of %u passed, %u exactly", count.n_passed, count.n_cases, count.n_exact);
  g_assert_cmpuint (count.n_cases, ==, 116);
  g_assert_cmpuint (count.n_passed, ==, 116);
}

/* Level 3 is far from done; the honest figure is printed twice, because almost half of its cases
 * expect null. */
static void
test_level_3 (void)
{
  g_autofree char *kit = g_build_filename (
      g_getenv ("WAYMARK_SHARED_DIR") != NULL ? g_getenv ("WAYMARK_SHARED_DIR") : "", "tck",
      "compliance-level-3", NULL);
  g_autoptr (GError) error = NULL;
  Count count = { 0 };

  if (!g_file_test (kit, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("level 3 is not here (WAYMARK_SHARED_DIR/tck/compliance-level-3)");
      return;
    }
  g_assert_true (dmn_kit_run (kit, count_case, &count, &error));
  g_assert_no_error (error);
  g_test_message (
      "level 3: %u of %u, %u refused by name; of those that do not expect null %u of %u",
      count.n_passed, count.n_cases, count.n_unsupported, count.n_values_passed, count.n_values);
  g_assert_cmpuint (count.n_values_passed, >, 0);
}

static Count
count_own (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "dmn", "data", "kit", folder, NULL);
  g_autoptr (GError) error = NULL;
  Count count = { .failed = g_string_new (NULL) };

  g_assert_true (dmn_kit_run (path, count_case, &count, &error));
  g_assert_no_error (error);
  return count;
}

/* Knowledge models and decision services, by cases that call them and decisions that do. */
static void
test_functions (void)
{
  Count count = count_own ("functions");

  g_assert_cmpstr (count.failed->str, ==, "");
  g_assert_cmpuint (count.n_cases, ==, 9);
  g_assert_cmpuint (count.n_exact, ==, 9);
  g_assert_cmpuint (count.n_values, ==, 8);
  g_assert_cmpuint (count.n_errors_told, ==, 1);
  g_string_free (count.failed, TRUE);
}

/* An error passes as null, as in most published runners; whether it is told is counted apart. */
static void
test_errors (void)
{
  Count count = count_own ("errors");

  g_assert_cmpstr (count.failed->str, ==, "a-value-instead no-such-service no-such-kind ");
  g_assert_cmpuint (count.n_errors, ==, 4);
  g_assert_cmpuint (count.n_errors_passed, ==, 3);
  g_assert_cmpuint (count.n_errors_told, ==, 2);
  g_assert_cmpuint (count.n_unsupported, ==, 1);
  g_string_free (count.failed, TRUE);
}

/* A model that cannot be read fails every case, also those that expect null. */
static void
test_unsupported (void)
{
  Count count = count_own ("unsupported");

  g_assert_cmpstr (count.failed->str, ==, "value null ");
  g_assert_cmpuint (count.n_unsupported, ==, 2);
  g_assert_cmpuint (count.n_values, ==, 1);
  g_assert_cmpuint (count.n_errors, ==, 1);
  g_assert_cmpuint (count.n_errors_told, ==, 0);
  g_string_free (count.failed, TRUE);
}

static void
test_no_kit (void)
{
  g_autofree char *empty = g_dir_make_tmp ("waymark-kit-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  Count count = { 0 };

  g_assert_false (dmn_kit_run (empty, count_case, &count, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpuint (count.n_cases, ==, 0);
  g_rmdir (empty);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/kit/level-2", test_level_2);
  g_test_add_func ("/dmn/kit/level-3", test_level_3);
  g_test_add_func ("/dmn/kit/functions", test_functions);
  g_test_add_func ("/dmn/kit/errors", test_errors);
  g_test_add_func ("/dmn/kit/unsupported", test_unsupported);
  g_test_add_func ("/dmn/kit/nothing", test_no_kit);
  return g_test_run ();
}
