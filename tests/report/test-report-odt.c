/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-company.h"
#include "report-fixture.h"

#include "base/base-data.h"
#include "report/report-form.h"
#include "report/report-private.h"
#include <string.h>

/* LibreOffice opens the editable form of every profile and reads in it what the pages say. It is
 * started once for all, which takes most of the time. */

static Advice *advice;
static char *folder;

static char *
path_of (guint profile, const char *ending)
{
  g_autofree char *name = g_strconcat (report_profile_names ()[profile], ending, NULL);

  return g_build_filename (folder, name, NULL);
}

static void
write_all (GPtrArray *argv)
{
  for (guint i = 0; report_profile_names ()[i] != NULL; i++)
    {
      g_autoptr (Report) report = report_fixture_report (advice, (ReportProfile)i);
      g_autoptr (GError) error = NULL;
      char *path = path_of (i, ".odt");

      g_assert_true (report_write_form (report, REPORT_FORM_ODT, path, &error));
      g_assert_no_error (error);
      g_ptr_array_add (argv, path);
    }
  g_ptr_array_add (argv, NULL);
}

static void
convert_all (const char *soffice)
{
  const char *const words[] = {
    soffice, NULL, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder
  };
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int status = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (argv, words[i] != NULL
                               ? g_strdup (words[i])
                               : g_strdup_printf ("-env:UserInstallation=file://%s/home", folder));
  write_all (argv);
  g_spawn_sync (NULL, (char **)argv->pdata, NULL,
                G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

/* What a page has and a text without pages has not: the heads of tables once more, the signs of
 * lists, which are the list's own, and figures, which are pictures. */
static gboolean
is_of_pages (const Report *report, const char *line)
{
  if (g_utf8_strlen (line, -1) <= 1 || g_str_has_suffix (line, "(continued)"))
    return TRUE;
  for (guint i = 0; i < report->nodes->len; i++)
    if (g_strcmp0 (((const ReportNode *)g_ptr_array_index (report->nodes, i))->alt, line) == 0)
      return TRUE;
  return FALSE;
}

/* Every paragraph, cell and heading. */
static void
check_words (guint profile)
{
  g_autoptr (Report) report = report_fixture_report (advice, (ReportProfile)profile);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = path_of (profile, ".txt");
  g_autofree char *raw = NULL, *read = NULL, *said = report_to_text (report);
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &raw, NULL, &error));
  g_assert_no_error (error);
  read = report_fixture_squeeze (raw);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = report_fixture_squeeze (lines[i]);

      if (is_of_pages (report, lines[i]))
        continue;
      n++;
      if (strstr (read, line) == NULL)
        g_error ("%s: LibreOffice does not read: %s", report_profile_names ()[profile], lines[i]);
    }
  g_assert_cmpuint (n, >, 15);
}

static void
test_opened (void)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not here");
      return;
    }
  convert_all (soffice);
  for (guint i = 0; report_profile_names ()[i] != NULL; i++)
    check_words (i);
}

int
main (int argc, char **argv)
{
  g_autoptr (AssessmentDocument) document = NULL;

  g_test_init (&argc, &argv, NULL);
  document = report_company_document (REPORT_COMPANY_SAMPLE);
  advice = report_fixture_advice (document);
  folder = g_dir_make_tmp ("report-odt-XXXXXX", NULL);
  g_test_add_func ("/report/odt/opened-by-libreoffice", test_opened);
  int result = g_test_run ();
  base_data_remove (folder);
  g_free (folder);
  advice_unref (advice);
  report_fixture_clear ();
  return result;
}
