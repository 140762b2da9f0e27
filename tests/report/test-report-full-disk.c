/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-company.h"
#include "report-fixture.h"

#include "report/report-form.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

/* A disk that is full in the middle of a file: each form of each profile says which file could not
 * be written and why, keeps what stood there, and leaves nothing beside it. The limit of a file's
 * size stands for the disk: the kernel refuses the same write. */

#define KEPT "what stood there before"

static Advice *advice;
static char *folder;

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Bytes that a file may have; 0 for as many as it likes. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes > 0 ? bytes : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
check_form (Report *report, ReportForm form)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("report", report_form_ending (form), NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *kept = NULL;
  gboolean written;

  g_assert_true (g_file_set_contents (path, KEPT, -1, NULL));
  limit_files (4096);
  written = report_write_form (report, form, path, &error);
  limit_files (0);
  g_assert_false (written);
  g_assert_error (error, REPORT_ERROR, REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, KEPT);
  g_assert_cmpuint (count_files (), ==, 1);

  /* With room again it is written whole. */
  g_clear_error (&error);
  g_assert_true (report_write_form (report, form, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (), ==, 1);
  g_unlink (path);
}

static void
test_profile (gconstpointer data)
{
  g_autoptr (Report) report
      = report_fixture_report (advice, (ReportProfile)GPOINTER_TO_UINT (data));

  for (guint form = 0; form < REPORT_N_FORMS; form++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = report_to_form (report, form, &error);

      g_assert_no_error (error);
      if (g_bytes_get_size (bytes) > 4096)
        check_form (report, form);
      else /* a page has few tables */
        g_assert_cmpint (form, !=, REPORT_FORM_PDF);
    }
}

/* A device that is always full, and a folder that takes no files. */
static void
test_no_room (void)
{
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_HUB_SHEET);

  for (guint form = 0; form < REPORT_N_FORMS; form++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (report_write_form (report, form, "/proc/report", &error));
      g_assert_error (error, REPORT_ERROR, REPORT_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "/proc/report"));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (AssessmentDocument) document = NULL;

  g_test_init (&argc, &argv, NULL);
  /* Else the kernel ends a program that writes too much. */
  signal (SIGXFSZ, SIG_IGN);
  document = report_company_document (REPORT_COMPANY_SAMPLE);
  advice = report_fixture_advice (document);
  folder = g_dir_make_tmp ("report-XXXXXX", NULL);
  for (guint i = 0; report_profile_names ()[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/report/full-disk/", report_profile_names ()[i], NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_profile);
    }
  g_test_add_func ("/report/full-disk/no-room", test_no_room);
  int result = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  advice_unref (advice);
  report_fixture_clear ();
  return result;
}
