/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-exhibit.h"
#include "report/report-jpeg.h"

#include <string.h>

/* Logos as other programs write them, and as they are when something went wrong on the way: the
 * seeds of the fuzz target. */

static char *
load_seed (const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fuzz", "seeds",
                                            "fuzz-report-jpeg", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&bytes);
}

static cairo_surface_t *
read_seed (const char *name)
{
  gsize length;
  g_autofree char *bytes = load_seed (name, &length);

  return report_jpeg_read (bytes, length);
}

static guint
pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (gsize)y * (gsize)cairo_image_surface_get_stride (surface);

  return ((const guint32 *)(gconstpointer)row)[x] & 0xffffff;
}

/* Each channel, within what the compression may change. */
static void
assert_colour (guint found, guint expected)
{
  for (int shift = 0; shift <= 16; shift += 8)
    g_assert_cmpint (ABS ((int)(found >> shift & 255) - (int)(expected >> shift & 255)), <, 48);
}

/* Red above, blue below; of the four inks too, which come inverted. */
static void
test_colours (void)
{
  static const struct
  {
    const char *name;
    int width, height;
    guint first, last;
    gboolean as_it_is; /* goes into a PDF as the file it is */
  } seeds[] = {
    { "colour.jpg", 16, 12, 0xff0000, 0x0000ff, TRUE },
    { "four-inks.jpg", 16, 12, 0xff0000, 0x0000ff, FALSE },
    { "grey.jpg", 16, 12, 0x000000, 0xffffff, TRUE },
    { "sampled.jpg", 33, 17, 0x008000, 0xffffff, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      cairo_surface_t *surface = read_seed (seeds[i].name);
      const guchar *file = NULL;
      gulong length = 0;

      g_test_message ("%s", seeds[i].name);
      g_assert_nonnull (surface);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, seeds[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, seeds[i].height);
      assert_colour (pixel (surface, 4, 0), seeds[i].first);
      assert_colour (pixel (surface, 4, seeds[i].height - 1), seeds[i].last);
      cairo_surface_get_mime_data (surface, CAIRO_MIME_TYPE_JPEG, &file, &length);
      g_assert_cmpint (file != NULL, ==, seeds[i].as_it_is);
      cairo_surface_destroy (surface);
    }
}

static void
test_progressive (void)
{
  cairo_surface_t *surface = read_seed ("progressive.jpg");

  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 24);
  cairo_surface_destroy (surface);
}

/* Half a picture is none; nor is one that would take a machine's memory or its day. */
static void
test_refused (void)
{
  static const char *const names[] = { "cut.jpg",       "no-size.jpg",        "not-a-jpeg.jpg",
                                       "too-large.jpg", "two-components.jpg", "many-scans.jpg" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_null (read_seed (names[i]));
    }
}

/* The seed as a camera would have written it: with what Exif says of its orientation. */
static GBytes *
with_orientation (const char *name, guint8 orientation, gboolean little)
{
  const guint8 big_exif[]
      = { 0xff, 0xe1, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M',         0, 42, 0, 0, 0, 8,
          0,    1,    0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   orientation, 0, 0,  0, 0, 0, 0 };
  const guint8 little_exif[]
      = { 0xff, 0xe1, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'I',         'I', 42, 0, 8, 0, 0, 0,
          1,    0,    0x12, 0x01, 3,   0,   1,   0,   0, 0, orientation, 0,   0,  0, 0, 0, 0, 0 };
  gsize length;
  g_autofree char *bytes = load_seed (name, &length);
  GByteArray *all = g_byte_array_new ();

  g_byte_array_append (all, (const guint8 *)bytes, 2);
  g_byte_array_append (all, little ? little_exif : big_exif, sizeof big_exif);
  g_byte_array_append (all, (const guint8 *)bytes + 2, (guint)length - 2);
  return g_byte_array_free_to_bytes (all);
}

/* Red above, blue below in the file: where they are once the picture stands. */
static void
test_upright (void)
{
  static const struct
  {
    guint8 orientation;
    guint turns;
    int red_x, red_y, blue_x, blue_y; /* of a picture 160 by 120, or 120 by 160 */
  } rows[] = {
    { 1, 0, 80, 10, 80, 110 }, { 2, 0, 80, 10, 80, 110 }, { 3, 2, 80, 110, 80, 10 },
    { 6, 1, 110, 80, 10, 80 }, { 8, 3, 10, 80, 110, 80 }, { 99, 0, 80, 10, 80, 110 },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      const guint r = i / 2;
      g_autoptr (GBytes) bytes = with_orientation ("colour.jpg", rows[r].orientation, i % 2 == 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (ReportExhibit) exhibit = report_exhibit_new (bytes, &error);
      gsize length;
      const void *data = g_bytes_get_data (bytes, &length);
      double width, height;

      g_assert_no_error (error);
      g_assert_cmpuint (report_jpeg_turns (data, length), ==, rows[r].turns);
      report_exhibit_page_size (exhibit, 0, &width, &height);
      g_assert_true ((width < height) == (rows[r].turns % 2 == 1));
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 160, 160);
      cairo_t *cr = cairo_create (surface);
      cairo_scale (cr, 160.0 / MAX (width, height), 160.0 / MAX (width, height));
      report_exhibit_draw (exhibit, 0, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      assert_colour (pixel (surface, rows[r].red_x, rows[r].red_y), 0xff0000);
      assert_colour (pixel (surface, rows[r].blue_x, rows[r].blue_y), 0x0000ff);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/jpeg/colours", test_colours);
  g_test_add_func ("/report/jpeg/progressive", test_progressive);
  g_test_add_func ("/report/jpeg/refused", test_refused);
  g_test_add_func ("/report/jpeg/upright", test_upright);
  return g_test_run ();
}
