/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-picture.h"

#include <math.h>

static cairo_surface_t *
render (PopplerPage *page, double scale)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int)lround (width * scale), (int)lround (height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

cairo_surface_t *
report_picture_grey (cairo_surface_t *colour)
{
  const int width = cairo_image_surface_get_width (colour);
  const int height = cairo_image_surface_get_height (colour);
  cairo_surface_t *grey = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);

  for (int y = 0; y < height; y++)
    {
      const guchar *from = cairo_image_surface_get_data (colour)
                           + (gsize)y * (gsize)cairo_image_surface_get_stride (colour);
      guchar *to = cairo_image_surface_get_data (grey)
                   + (gsize)y * (gsize)cairo_image_surface_get_stride (grey);

      /* The luma of ITU-R BT.601, as a laser printer's driver takes it. */
      for (int x = 0; x < width; x++)
        {
          const guint32 dot = ((const guint32 *)(gconstpointer)from)[x];
          to[x] = (guchar)((299 * (dot >> 16 & 255) + 587 * (dot >> 8 & 255) + 114 * (dot & 255))
                           / 1000);
        }
    }
  cairo_surface_mark_dirty (grey);
  return grey;
}

cairo_surface_t *
report_picture_new (PopplerPage *page, double scale)
{
  cairo_surface_t *colour = render (page, scale);
  cairo_surface_t *grey = report_picture_grey (colour);

  cairo_surface_destroy (colour);
  return grey;
}

static double
mean_light (cairo_surface_t *surface, int left, int top, int square)
{
  const int right = MIN (left + square, cairo_image_surface_get_width (surface));
  const int bottom = MIN (top + square, cairo_image_surface_get_height (surface));
  guint sum = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      sum += (cairo_image_surface_get_data (surface)
              + (gsize)y * (gsize)cairo_image_surface_get_stride (surface))[x];
  return (double)sum / ((right - left) * (bottom - top));
}

double
report_picture_distance (cairo_surface_t *a, cairo_surface_t *b, int square)
{
  const int width = cairo_image_surface_get_width (a);
  const int height = cairo_image_surface_get_height (a);
  double most = 0;

  if (width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return 255;
  for (int y = 0; y < height; y += square)
    for (int x = 0; x < width; x += square)
      most = MAX (most, fabs (mean_light (a, x, y, square) - mean_light (b, x, y, square)));
  return most;
}
