/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-jpeg.h"

#include <string.h>

/* Logos as other programs write them, and as they are when something went wrong on the way: the
 * seeds of the fuzz target. */

static cairo_surface_t *
read_seed (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fuzz", "seeds",
                                            "fuzz-report-jpeg", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/jpeg/colours", test_colours);
  g_test_add_func ("/report/jpeg/progressive", test_progressive);
  g_test_add_func ("/report/jpeg/refused", test_refused);
  return g_test_run ();
}
