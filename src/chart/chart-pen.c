/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-pen.h"

#include <math.h>

/* Every shape of the charts in one place. cairo_arc() joins itself to the current point, hence the
 * new paths. */

void
chart_pen_color (cairo_t *cr, ChartColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

void
chart_pen_dashed (cairo_t *cr,
                  ChartColor color,
                  double width,
                  double on,
                  double off,
                  double x0,
                  double y0,
                  double x1,
                  double y1)
{
  double dashes[] = { on, off };

  cairo_save (cr);
  if (off > 0.0)
    cairo_set_dash (cr, dashes, 2, 0.0);
  chart_pen_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_new_path (cr);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
chart_pen_line (
    cairo_t *cr, ChartColor color, double width, double x0, double y0, double x1, double y1)
{
  chart_pen_dashed (cr, color, width, 0.0, 0.0, x0, y0, x1, y1);
}

void
chart_pen_rect (cairo_t *cr, ChartColor color, double x, double y, double width, double height)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, width, height);
  chart_pen_color (cr, color);
  cairo_fill (cr);
}

void
chart_pen_rounded_path (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MAX (0.0, MIN (radius, MIN (width, height) / 2.0));

  cairo_new_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
chart_pen_rounded (
    cairo_t *cr, ChartColor color, double x, double y, double width, double height, double radius)
{
  chart_pen_rounded_path (cr, x, y, width, height, radius);
  chart_pen_color (cr, color);
  cairo_fill (cr);
}

static void
circle_path (cairo_t *cr, double cx, double cy, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, cx, cy, radius, 0.0, 2.0 * G_PI);
  cairo_close_path (cr);
}

void
chart_pen_disc (cairo_t *cr,
                const ChartStyle *style,
                ChartColor color,
                double cx,
                double cy,
                double radius,
                double rim)
{
  if (rim > 0.0)
    {
      circle_path (cr, cx, cy, radius + rim);
      chart_pen_color (cr, style->surface);
      cairo_fill (cr);
    }
  circle_path (cr, cx, cy, radius);
  chart_pen_color (cr, color);
  cairo_fill (cr);
}

static void
fill_and_stroke (cairo_t *cr, const ChartStyle *style, ChartColor color, double stroke)
{
  chart_pen_color (cr, style->surface);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  chart_pen_color (cr, color);
  cairo_set_line_width (cr, stroke);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
chart_pen_ring (cairo_t *cr,
                const ChartStyle *style,
                ChartColor color,
                double cx,
                double cy,
                double radius,
                double stroke)
{
  circle_path (cr, cx, cy, radius);
  fill_and_stroke (cr, style, color, stroke);
}

static void
diamond_path (cairo_t *cr, double cx, double cy, double radius)
{
  cairo_new_path (cr);
  cairo_move_to (cr, cx, cy - radius);
  cairo_line_to (cr, cx + radius, cy);
  cairo_line_to (cr, cx, cy + radius);
  cairo_line_to (cr, cx - radius, cy);
  cairo_close_path (cr);
}

void
chart_pen_diamond (cairo_t *cr,
                   const ChartStyle *style,
                   ChartColor color,
                   double cx,
                   double cy,
                   double radius,
                   double stroke)
{
  diamond_path (cr, cx, cy, radius + stroke * 0.9);
  chart_pen_color (cr, style->surface);
  cairo_fill (cr);
  diamond_path (cr, cx, cy, radius);
  fill_and_stroke (cr, style, color, stroke);
}

/* Parallel lines over the clipped box: at 45 degrees rising or falling, or upright. */
static void
hatch (cairo_t *cr, const ChartRect *box, double step, double slant)
{
  double run = box->height * slant;
  double first = floor ((box->x - fabs (run)) / step) * step;

  for (double x = first; x <= box->x + box->width + fabs (run); x += step)
    {
      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + run, box->y);
    }
  cairo_stroke (cr);
}

static void
dots (cairo_t *cr, const ChartRect *box, double step, double radius)
{
  double middle = box->y + box->height / 2.0;
  int rows = (int)floor (box->height / 2.0 / step);

  for (int row = -rows; row <= rows; row++)
    for (double x = floor (box->x / step) * step + (row % 2 != 0 ? step / 2.0 : 0.0);
         x <= box->x + box->width + step; x += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, middle + row * step * 0.9, radius, 0.0, 2.0 * G_PI);
      }
  cairo_fill (cr);
}

static void
level_line (cairo_t *cr, const ChartRect *box)
{
  cairo_move_to (cr, box->x, box->y + box->height / 2.0);
  cairo_line_to (cr, box->x + box->width, box->y + box->height / 2.0);
  cairo_stroke (cr);
}

static void
draw_pattern (cairo_t *cr, const ChartStyle *style, ChartFill fill, const ChartRect *box)
{
  const double s = style->scale;
  const gboolean print = style->print;

  cairo_set_line_width (cr, print ? 0.5 * s : 1.4 * s);
  chart_pen_color (cr, print ? style->text : chart_color (0xFFFFFF, 0.85));
  switch (fill)
    {
    case CHART_FILL_HATCH:
      hatch (cr, box, (print ? 3.0 : 5.0) * s, 1.0);
      break;
    case CHART_FILL_DOTS:
      if (!print)
        chart_pen_color (cr, chart_color (0x000000, 0.75));
      dots (cr, box, (print ? 3.0 : 5.0) * s, (print ? 0.62 : 0.95) * s);
      break;
    case CHART_FILL_LINES:
      if (print)
        hatch (cr, box, 2.4 * s, 0.0);
      else
        level_line (cr, box);
      break;
    case CHART_FILL_CROSS:
      hatch (cr, box, (print ? 3.6 : 5.0) * s, 1.0);
      hatch (cr, box, (print ? 3.6 : 5.0) * s, -1.0);
      break;
    case CHART_FILL_SOLID:
    case CHART_FILL_OPEN:
    default:
      break;
    }
}

void
chart_pen_fill (cairo_t *cr, const ChartStyle *style, ChartFill fill)
{
  double x0, y0, x1, y1;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  ChartRect box = { x0, y0, x1 - x0, y1 - y0 };
  cairo_path_t *outline = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  chart_pen_rect (cr, chart_palette_fill (style, fill), x0, y0, box.width, box.height);
  cairo_new_path (cr);
  draw_pattern (cr, style, fill, &box);
  cairo_restore (cr);

  cairo_new_path (cr);
  if (style->print || fill == CHART_FILL_OPEN)
    {
      cairo_save (cr);
      cairo_append_path (cr, outline);
      cairo_set_line_width (cr, (style->print ? 0.5 : 1.0) * style->scale);
      chart_pen_color (cr, style->print ? style->text : chart_palette_ink (style, 0.6));
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  cairo_path_destroy (outline);
}

double
chart_pen_now_radius (const ChartStyle *style, gboolean small)
{
  return style->scale * (style->print ? (small ? 3.3 : 4.6) : (small ? 5.0 : 7.0));
}

double
chart_pen_target_radius (const ChartStyle *style, gboolean small)
{
  return style->scale * (style->print ? (small ? 4.0 : 5.4) : (small ? 5.0 : 7.0));
}

void
chart_pen_now (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small)
{
  chart_pen_disc (cr, style, chart_palette_series (style, CHART_SERIES_NOW), cx, cy,
                  chart_pen_now_radius (style, small), (style->print ? 0.9 : 1.5) * style->scale);
}

void
chart_pen_target (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small)
{
  double stroke = style->print ? (small ? 1.1 : 1.3) : (small ? 1.6 : 2.2);

  chart_pen_diamond (cr, style, chart_palette_series (style, CHART_SERIES_TARGET), cx, cy,
                     chart_pen_target_radius (style, small), stroke * style->scale);
}

void
chart_pen_previous (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small)
{
  double stroke = style->print ? 0.9 : 1.6;

  chart_pen_ring (cr, style, chart_palette_series (style, CHART_SERIES_PREVIOUS), cx, cy,
                  chart_pen_now_radius (style, small) * 0.8, stroke * style->scale);
}

void
chart_pen_reference (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small)
{
  double s = style->scale * (style->print ? 0.65 : 1.0);
  double height = (small ? 18.0 : 24.0) * s, width = 3.0 * s;

  chart_pen_rect (cr, chart_palette_series (style, CHART_SERIES_REFERENCE), cx - width / 2.0,
                  cy - height / 2.0, width, height);
}

void
chart_pen_interval (cairo_t *cr, const ChartStyle *style, double x0, double x1, double cy)
{
  double s = style->scale * (style->print ? 0.65 : 1.0);
  ChartColor color = chart_palette_series (style, CHART_SERIES_NOW);
  ChartColor area = color;

  area.alpha = 0.32;
  chart_pen_rect (cr, area, x0, cy - 4.0 * s, x1 - x0, 8.0 * s);
  chart_pen_rounded (cr, color, x0 - 1.5 * s, cy - 8.0 * s, 3.0 * s, 16.0 * s, 1.5 * s);
  chart_pen_rounded (cr, color, x1 - 1.5 * s, cy - 8.0 * s, 3.0 * s, 16.0 * s, 1.5 * s);
}
