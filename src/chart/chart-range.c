/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-range.h"

#include "chart/chart-pen.h"

/* A track as thin as a line of text: what may still become of a score, or where it stands. */

static double
unit (const ChartStyle *style)
{
  return style->scale * (style->print ? 0.65 : 1.0);
}

static double
value_x (const ChartRangeSpec *spec, const ChartStyle *style, double width, double value)
{
  double pad = 6.0 * unit (style);

  return pad + (width - 2.0 * pad) * chart_scale_fraction (&spec->scale, value);
}

void
chart_range_measure (const ChartRangeSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double *min_width,
                     double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  if (min_width != NULL)
    *min_width = 48.0 * unit (style);
  if (height != NULL)
    *height = 18.0 * unit (style);
}

void
chart_range_draw (const ChartRangeSpec *spec,
                  const ChartStyle *style,
                  cairo_t *cr,
                  double x,
                  double y,
                  double width,
                  double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  const double u = unit (style);
  double middle = height / 2.0;
  double left = value_x (spec, style, width, 0.0);
  double right = value_x (spec, style, width, chart_scale_maximum (&spec->scale));

  cairo_save (cr);
  cairo_translate (cr, x, y);
  chart_pen_rounded (cr, chart_palette_area (style, style->high_contrast ? 0.25 : 0.11), left,
                     middle - 4.0 * u, right - left, 8.0 * u, 4.0 * u);
  if (chart_value_present (spec->now))
    chart_pen_disc (cr, style, chart_palette_series (style, CHART_SERIES_NOW),
                    value_x (spec, style, width, spec->now), middle, 6.0 * u, 1.5 * u);
  else if (chart_value_present (spec->low) && chart_value_present (spec->high)
           && spec->low <= spec->high)
    chart_pen_interval (cr, style, value_x (spec, style, width, spec->low),
                        value_x (spec, style, width, spec->high), middle);
  cairo_restore (cr);
}

double
chart_range_value_x (const ChartRangeSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double value)
{
  g_return_val_if_fail (spec != NULL && style != NULL, 0.0);

  return value_x (spec, style, width, value);
}
