/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-bars.h"

#include "chart/chart-pen.h"

/* A word-sized profile: heights only, no labels. */

#define BAR_SHARE 0.62 /* of the place of one bar */

static void
bar_place (const ChartBarsSpec *spec, double width, guint index, double *x, double *bar)
{
  double step = width / MAX (spec->n_values, 1);

  *bar = step * BAR_SHARE;
  *x = step * index + (step - *bar) / 2.0;
}

void
chart_bars_measure (const ChartBarsSpec *spec,
                    const ChartStyle *style,
                    double width,
                    double *min_width,
                    double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  if (min_width != NULL)
    *min_width = 6.0 * spec->n_values * style->scale;
  if (height != NULL)
    *height = (style->print ? 18.0 : 26.0) * style->scale;
}

void
chart_bars_draw (const ChartBarsSpec *spec,
                 const ChartStyle *style,
                 cairo_t *cr,
                 double x,
                 double y,
                 double width,
                 double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  const double s = style->scale;
  double maximum = isfinite (spec->maximum) && spec->maximum > 0.0 ? spec->maximum : 100.0;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  for (guint i = 0; i < spec->n_values; i++)
    {
      double left, bar;

      bar_place (spec, width, i, &left, &bar);
      if (!chart_value_present (spec->values[i]))
        {
          chart_pen_dashed (cr, chart_palette_ink (style, 0.5), 1.5 * s, 1.5 * s, 2.0 * s, left,
                            height - 0.75 * s, left + bar, height - 0.75 * s);
          continue;
        }
      double tall = MAX (1.5 * s, height * CLAMP (spec->values[i] / maximum, 0.0, 1.0));
      chart_pen_rounded (cr, chart_palette_area (style, 0.09), left, 0.0, bar, height, 2.0 * s);
      chart_pen_rounded (cr, chart_palette_series (style, CHART_SERIES_NOW), left, height - tall,
                         bar, tall, 2.0 * s);
    }
  cairo_restore (cr);
}

int
chart_bars_hit (const ChartBarsSpec *spec,
                const ChartStyle *style,
                double width,
                double height,
                double px,
                double py)
{
  g_return_val_if_fail (spec != NULL && style != NULL, -1);

  if (px < 0.0 || px >= width || py < 0.0 || py > height || spec->n_values == 0)
    return -1;
  return (int)(px / (width / spec->n_values));
}

gboolean
chart_bars_item_rect (const ChartBarsSpec *spec,
                      const ChartStyle *style,
                      double width,
                      double height,
                      guint index,
                      ChartRect *rect)
{
  g_return_val_if_fail (spec != NULL && style != NULL && rect != NULL, FALSE);

  double left, bar;
  if (index >= spec->n_values)
    return FALSE;
  bar_place (spec, width, index, &left, &bar);
  *rect = (ChartRect){ left, 0.0, bar, height };
  return TRUE;
}
