/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-time.h"

#include "report/report.h"

#include <cairo-pdf.h>
#include <stdio.h>

/* bench-report-parts SAMPLE: where the time of a full report goes, once, as in a command's run; and
 * what Cairo's PDF surface alone takes for the same glyphs and paths, without structure: each page
 * is recorded, and only its replay is timed. The glyphs are known by then, which a first report has
 * to find out: it is the least that Cairo can take. */

#define DAY "2026-11-20"

static double
show (const char *part, double since)
{
  const double now = bench_cpu_ms ();

  printf ("  %-40s %6.1f ms of the processor\n", part, now - since);
  return now;
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("bench-report-parts: %s", error->message);
}

static cairo_status_t
forget (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
record (Report *report, guint page)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  report_draw_page (report, page, cr);
  cairo_destroy (cr);
  return recording;
}

static void
replay (GPtrArray *pages)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (forget, NULL, 595.28, 841.89);
  cairo_t *cr = cairo_create (pdf);

  for (guint i = 0; i < pages->len; i++)
    {
      cairo_set_source_surface (cr, g_ptr_array_index (pages, i), 0, 0);
      cairo_paint (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  cairo_surface_destroy (pdf);
}

static Report *
make (const char *path, BaseLanguage *language)
{
  g_autoptr (GError) error = NULL;
  double since = show ("program start", 0.0);
  g_autoptr (Catalogue) catalogue = catalogue_new_bundled (&error);
  check (error);
  since = show ("catalogue", since);
  g_autoptr (AdviceRules) rules = advice_rules_load_bundled (&error);
  check (error);
  since = show ("rules", since);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, &error);
  check (error);
  g_autoptr (SurveyPack) pack
      = survey_pack_load_bundled (assessment_document_pack_id (document), &error);
  check (error);
  g_autoptr (Advice) advice = advice_new (document, pack, rules, catalogue, DAY);
  since = show ("document, questions and advice", since);
  Report *report = report_new (advice, language, NULL, &error);
  check (error);
  show ("layout: text shaped, pages made up", since);
  return report;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages
      = g_ptr_array_new_with_free_func ((GDestroyNotify)cairo_surface_destroy);

  if (argc != 2)
    g_error ("bench-report-parts: expected SAMPLE");
  report_leave_system_fonts ();
  report_compress_once ();
  g_autoptr (BaseLanguage) language = base_language_new ("en", &error);
  check (error);
  g_autoptr (Report) report = make (argv[1], language);
  double since = bench_cpu_ms ();
  g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
  check (error);
  since = show ("PDF: drawn, written by Cairo, finished", since);
  for (guint i = 0; i < report_n_pages (report); i++)
    g_ptr_array_add (pages, record (report, i));
  since = show ("  of this about: drawn to be recorded", since);
  replay (pages);
  show ("  of this about: Cairo's PDF surface alone", since);
  return 0;
}
