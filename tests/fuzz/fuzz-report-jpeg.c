/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-jpeg.h"

#include <cairo-pdf.h>
#include <stdint.h>

/* A logo: whatever the bytes, a picture or none; a picture can be shown, and goes into a PDF, where
 * cairo looks at the bytes once more. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static cairo_status_t
drop (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static void
print (cairo_surface_t *picture)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (drop, NULL, 100, 100);
  cairo_t *cr = cairo_create (pdf);

  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  g_assert_cmpint (cairo_surface_status (pdf), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (pdf);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  cairo_surface_t *picture = size > 0 ? report_jpeg_read (data, size) : NULL;

  g_assert_cmpuint (size > 0 ? report_jpeg_turns (data, size) : 0, <, 4);
  if (picture == NULL)
    return 0;
  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (picture), >, 0);
  g_assert_cmpint (cairo_image_surface_get_height (picture), >, 0);
  print (picture);
  cairo_surface_destroy (picture);
  return 0;
}
