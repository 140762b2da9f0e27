/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-company.h"
#include "report-fixture.h"
#include "report-picture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Pages as they were looked at and found good: tests/report/pictures/. Small and in grey, compared
 * by the grey of small squares, so that another rasteriser is no difference and a line that moved
 * is one. After a page has changed and was looked at:
 *
 *   _build/test/tests/report/test-report-pictures --renew
 */

/* Dots a point: 48 dpi. */
#define SCALE (48.0 / 72.0)
#define SQUARE 8
/* Of 255: a row of letters that moves by a dot is about twenty, a missing word sixty. */
#define DISTANCE 40.0

typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

typedef struct
{
  ReportProfile profile;
  const char *language;
  int page; /* from 1 */
} Kept;

static const Kept kept[] = {
  { REPORT_PROFILE_FULL, "en", 1 },       { REPORT_PROFILE_FULL, "en", 2 },
  { REPORT_PROFILE_FULL, "en", 4 },       { REPORT_PROFILE_FULL, "en", 6 },
  { REPORT_PROFILE_FUNDING, "pt", 1 },    { REPORT_PROFILE_MANAGEMENT, "de", 1 },
  { REPORT_PROFILE_MANAGEMENT, "de", 2 }, { REPORT_PROFILE_HUB_SHEET, "en", 1 },
  { REPORT_PROFILE_BLANK, "de", 1 },
};

static char *
kept_name (const Kept *which)
{
  return g_strdup_printf ("%s-%s-%02d.png", report_profile_names ()[which->profile],
                          which->language, which->page);
}

static char *
kept_path (const Kept *which)
{
  g_autofree char *name = kept_name (which);

  return g_build_filename (PICTURES, name, NULL);
}

static cairo_surface_t *
draw (const Kept *which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = report_company_document (REPORT_COMPANY_SAMPLE);
  g_autoptr (AssessmentDocument) first = report_fixture_sample ("sample-metalworks-t0");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Advice) before = report_fixture_advice (first);
  g_autoptr (BaseLanguage) language = base_language_new (which->language, &error);
  const ReportOptions options = { .profile = which->profile, .before = before };
  g_assert_no_error (error);
  g_autoptr (Report) report = report_new (advice, language, &options, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
  g_assert_no_error (error);
  g_autoptr (Document) read = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (Page) page = poppler_document_get_page (read, which->page - 1);

  return report_picture_new (page, SCALE);
}

/* cairo reads a grey file as a coloured one. */
static cairo_surface_t *
read_kept (const char *path)
{
  cairo_surface_t *png = cairo_image_surface_create_from_png (path);

  if (cairo_surface_status (png) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s", path, cairo_status_to_string (cairo_surface_status (png)));
  cairo_surface_t *grey = report_picture_grey (png);
  cairo_surface_destroy (png);
  return grey;
}

static void
test_kept (gconstpointer data)
{
  const Kept *which = data;
  g_autofree char *path = kept_path (which), *name = kept_name (which);
  g_autofree char *now_path = g_build_filename (g_get_tmp_dir (), name, NULL);
  cairo_surface_t *now = draw (which), *then = read_kept (path);
  const double distance = report_picture_distance (now, then, SQUARE);

  if (distance > DISTANCE)
    {
      cairo_surface_write_to_png (now, now_path);
      g_error ("%s: the page differs by %.0f of 255 from the one that was found good, at most %.0f "
               "is no difference; it is now %s. After a look: test-report-pictures --renew",
               path, distance, DISTANCE, now_path);
    }
  cairo_surface_destroy (now);
  cairo_surface_destroy (then);
}

/* The yardstick itself: a page is none of the others, and a page moved by a point is another. */
static void
test_yardstick (void)
{
  cairo_surface_t *one = draw (&kept[1]), *other = draw (&kept[2]);
  cairo_surface_t *moved = cairo_surface_create_similar_image (
      one, CAIRO_FORMAT_A8, cairo_image_surface_get_width (one),
      cairo_image_surface_get_height (one));
  cairo_t *cr = cairo_create (moved);

  cairo_set_source_surface (cr, one, 0, 4);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (moved);
  g_assert_cmpfloat (report_picture_distance (one, one, SQUARE), <, 0.5);
  g_assert_cmpfloat (report_picture_distance (one, other, SQUARE), >, DISTANCE);
  g_assert_cmpfloat (report_picture_distance (one, moved, SQUARE), >, DISTANCE);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  cairo_surface_destroy (moved);
}

static int
renew (void)
{
  g_mkdir_with_parents (PICTURES, 0755);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = kept_path (&kept[i]);
      cairo_surface_t *picture = draw (&kept[i]);

      if (cairo_surface_write_to_png (picture, path) != CAIRO_STATUS_SUCCESS)
        g_error ("%s: cannot be written", path);
      g_print ("%s\n", path);
      cairo_surface_destroy (picture);
    }
  report_fixture_clear ();
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "--renew"))
    return renew ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pictures/yardstick", test_yardstick);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *name = kept_name (&kept[i]);
      g_autofree char *path = g_strconcat ("/report/pictures/", name, NULL);
      g_test_add_data_func (path, &kept[i], test_kept);
    }
  int result = g_test_run ();
  report_fixture_clear ();
  return result;
}
