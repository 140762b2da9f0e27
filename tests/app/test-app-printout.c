/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-print-job.h"
#include "base/base-data.h"
#include "report-picture.h"

#include <glib/gstdio.h>

/* What is saved, printed and shown is one drawing, and nothing is left of what was not finished.
 * Needs no printer. */

/* Old versions of poppler have no cleanup functions of their own. */
typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

typedef struct
{
  char *folder, *path;
} Fixture;

static Advice *advice;
static BaseLanguage *language;

static void
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = base_data_path ("samples/sample-metalworks-t1.json", &error);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, &error);
  g_autoptr (SurveyPack) pack
      = survey_pack_load_bundled (assessment_document_pack_id (document), &error);
  g_autoptr (AdviceRules) rules = advice_rules_load_bundled (&error);
  g_autoptr (Catalogue) catalogue = catalogue_new_bundled (&error);

  language = base_language_new ("en", &error);
  advice = advice_new (document, pack, rules, catalogue, "2026-11-20");
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("waymark-print-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else is in it */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static AppPrintout *
new_printout (ReportPaper paper)
{
  g_autoptr (GError) error = NULL;
  const ReportOptions options = { .profile = REPORT_PROFILE_FULL, .paper = paper };
  AppPrintout *printout = app_printout_new (advice, language, &options, &error);

  g_assert_no_error (error);
  return printout;
}

static Document *
read_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, &error);
  Document *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
check_size (Document *document, int number, double width, double height)
{
  g_autoptr (Page) page = poppler_document_get_page (document, number);
  double found_width, found_height;

  poppler_page_get_size (page, &found_width, &found_height);
  g_assert_cmpfloat_with_epsilon (found_width, width, 0.5);
  g_assert_cmpfloat_with_epsilon (found_height, height, 0.5);
}

static void
check_same_page (Document *one, Document *other, int number)
{
  g_autoptr (Page) page = poppler_document_get_page (one, number);
  g_autoptr (Page) other_page = poppler_document_get_page (other, number);
  cairo_surface_t *seen = report_picture_new (page, 1.0);
  cairo_surface_t *other_seen = report_picture_new (other_page, 1.0);
  const double distance = report_picture_distance (seen, other_seen, 12);

  /* The paper of the two differs by a thousandth of a millimetre, by which a line here and there
   * falls on the next dot. */
  if (distance > 32)
    g_error ("page %d is printed otherwise than it is saved: %.1f", number + 1, distance);
  cairo_surface_destroy (seen);
  cairo_surface_destroy (other_seen);
}

/* --- printing --------------------------------------------------------------------------------- */

static void export(AppPrintout *printout, const char *paper, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  if (paper != NULL)
    {
      GtkPaperSize *size = gtk_paper_size_new (paper);

      setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size (setup, size);
      gtk_paper_size_free (size);
    }
  g_assert_true (app_print_job_export (printout, setup, path, &error));
  g_assert_no_error (error);
}

/* Every page that a printer gets is the page of the saved file. */
static void
test_same_drawing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_A4);
  Report *report = app_printout_get_report (printout);
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) saved = NULL, printed = NULL;

  g_assert_true (report_write_form (report, REPORT_FORM_PDF, fixture->path, &error));
  g_assert_no_error (error);
  saved = read_pdf (fixture->path);
  g_unlink (fixture->path);
  export(printout, NULL, fixture->path);
  printed = read_pdf (fixture->path);
  g_assert_cmpint (poppler_document_get_n_pages (printed), ==, (int)report_n_pages (report));
  g_assert_cmpint (poppler_document_get_n_pages (saved), ==, (int)report_n_pages (report));
  for (int i = 0; i < poppler_document_get_n_pages (saved); i++)
    check_same_page (saved, printed, i);
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_LETTER);
  g_autoptr (Document) printed = NULL;

  export(printout, NULL, fixture->path);
  printed = read_pdf (fixture->path);
  check_size (printed, 0, 612, 792);
}

/* The dialog's paper wins: the report is laid out for it. */
static void
test_other_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_A4);
  g_autoptr (AppPrintout) letter = new_printout (REPORT_PAPER_LETTER);
  g_autoptr (Document) printed = NULL;

  export(printout, GTK_PAPER_NAME_LETTER, fixture->path);
  printed = read_pdf (fixture->path);
  check_size (printed, 0, 612, 792);
  g_assert_cmpint (poppler_document_get_n_pages (printed), ==,
                   (int)report_n_pages (app_printout_get_report (letter)));
}

/* Everything of a page is on paper of half its size. */
static void
test_small_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_A4);
  g_autoptr (Document) printed = NULL;
  g_autoptr (Page) page = NULL;
  PopplerRectangle *places = NULL;
  guint n = 0;

  export(printout, GTK_PAPER_NAME_A5, fixture->path);
  printed = read_pdf (fixture->path);
  check_size (printed, 1, 419.5, 595.3);
  page = poppler_document_get_page (printed, 1);
  g_assert_true (poppler_page_get_text_layout (page, &places, &n));
  g_assert_cmpuint (n, >, 500);
  for (guint i = 0; i < n; i++)
    if (places[i].x1 < 0 || places[i].x2 > 420 || places[i].y1 < 0 || places[i].y2 > 596)
      g_error ("letter %u stands beside the paper", i);
  g_free (places);
}

static void
test_export_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_A4);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "printed.pdf", NULL);

  g_assert_false (app_print_job_export (printout, NULL, path, &error));
  g_assert_nonnull (error);
}

/* --- laying out and saving without blocking --------------------------------------------------- */

typedef struct
{
  GAsyncResult *result;
  GCancellable *cancellable;
  double done; /* as last told */
  guint n_told;
  double cancel_at; /* 0: never */
} Waiting;

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Waiting *)user_data)->result = g_object_ref (result);
}

static void
progress_cb (double done, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_null (waiting->result);
  g_assert_cmpfloat (done, >=, waiting->done);
  g_assert_cmpfloat (done, <=, 1.0);
  waiting->done = done;
  waiting->n_told++;
  if (waiting->cancel_at > 0 && done >= waiting->cancel_at)
    g_cancellable_cancel (waiting->cancellable);
}

static char *
save (AppPrintout *printout, ReportForm form, const char *path, Waiting *waiting, GError **error)
{
  char *saved;

  app_printout_save_async (printout, form, path, waiting->cancellable, progress_cb, finished_cb,
                           waiting);
  app_fixture_wait (waiting->result != NULL);
  saved = app_printout_save_finish (printout, waiting->result, error);
  g_clear_object (&waiting->result);
  return saved;
}

static void
test_save_forms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_A4);

  for (guint form = 0; form < REPORT_N_FORMS; form++)
    {
      Waiting waiting = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *saved = save (printout, form, fixture->path, &waiting, &error);
      g_autofree char *written = NULL;
      g_autoptr (GBytes) bytes = report_to_form (app_printout_get_report (printout), form, &error);
      gsize length, expected;
      const char *expectation = g_bytes_get_data (bytes, &expected);

      g_assert_no_error (error);
      g_assert_cmpstr (saved, ==, fixture->path);
      g_assert_cmpuint (waiting.n_told, >, 0);
      g_assert_true (g_file_get_contents (fixture->path, &written, &length, &error));
      g_assert_cmpmem (written, length, expectation, expected);
    }
}

/* However far it was: what stood there still stands there, alone. */
static void
test_save_cancelled (Fixture *fixture, gconstpointer data)
{
  static const double moments[] = { 0.001, 0.5, 0.75 };
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_A4);

  g_assert_true (g_file_set_contents (fixture->path, "what stood here", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Waiting waiting = { .cancellable = cancellable, .cancel_at = moments[i] };
      g_autoptr (GError) error = NULL;
      g_autofree char *saved = save (printout, REPORT_FORM_PDF, fixture->path, &waiting, &error);
      g_autofree char *kept = NULL;

      /* The last moment may have passed before the main thread was told: then it is saved whole. */
      if (saved != NULL)
        {
          g_assert_cmpfloat (moments[i], >, 0.1);
          g_assert_true (g_file_set_contents (fixture->path, "what stood here", -1, NULL));
          continue;
        }
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "what stood here");
    }
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AppPrintout) printout = new_printout (REPORT_PAPER_A4);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = NULL;

  g_cancellable_cancel (cancellable);
  saved = save (printout, REPORT_FORM_ODT, fixture->path, &waiting, &error);
  g_assert_null (saved);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_lay_out (Fixture *fixture, gconstpointer data)
{
  const ReportOptions options = { .profile = REPORT_PROFILE_FULL };
  g_autoptr (AppPrintout) at_once = new_printout (REPORT_PAPER_A4);
  g_autoptr (AppPrintout) laid_out = NULL, none = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiting waiting = { 0 };

  app_printout_new_async (advice, language, &options, NULL, finished_cb, &waiting);
  app_fixture_wait (waiting.result != NULL);
  laid_out = app_printout_new_finish (waiting.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report_n_pages (app_printout_get_report (laid_out)), ==,
                    report_n_pages (app_printout_get_report (at_once)));
  g_clear_object (&waiting.result);

  app_printout_new_async (advice, language, &options, cancellable, finished_cb, &waiting);
  g_cancellable_cancel (cancellable);
  app_fixture_wait (waiting.result != NULL);
  none = app_printout_new_finish (waiting.result, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&waiting.result);
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  load ();
  add ("/app/printout/same-drawing", test_same_drawing);
  add ("/app/printout/letter", test_letter);
  add ("/app/printout/other-paper", test_other_paper);
  add ("/app/printout/small-paper", test_small_paper);
  add ("/app/printout/export-refused", test_export_refused);
  add ("/app/printout/save-forms", test_save_forms);
  add ("/app/printout/save-cancelled", test_save_cancelled);
  add ("/app/printout/cancelled-before", test_cancelled_before);
  add ("/app/printout/lay-out", test_lay_out);
  int result = g_test_run ();
  advice_unref (advice);
  base_language_unref (language);
  return result;
}
