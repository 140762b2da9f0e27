/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-reasons.h"

#include "chart/chart-pen.h"

#include <math.h>

/* Shares stand side by side with a hair of ground between them; the pattern tells them apart in
 * grey. */

static double
share_points (const ChartShare *share)
{
  return isfinite (share->points) && share->points > 0.0 ? share->points : 0.0;
}

/* From x0 to x1 inside the bar; shares that together exceed the total are cut at its end. */
static gboolean
share_span (const ChartReasonsSpec *spec, double width, guint index, double *x0, double *x1)
{
  double before = 0.0, total = isfinite (spec->total) && spec->total > 0.0 ? spec->total : 100.0;

  for (guint i = 0; i < index; i++)
    before += share_points (&spec->shares[i]);
  *x0 = MIN (width, width * before / total);
  *x1 = MIN (width, width * (before + share_points (&spec->shares[index])) / total);
  return *x1 > *x0;
}

void
chart_reasons_measure (const ChartReasonsSpec *spec,
                       const ChartStyle *style,
                       double width,
                       double *min_width,
                       double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  if (min_width != NULL)
    *min_width = 60.0 * style->scale;
  if (height != NULL)
    *height = 8.0 * style->scale;
}

void
chart_reasons_draw (const ChartReasonsSpec *spec,
                    const ChartStyle *style,
                    cairo_t *cr,
                    double x,
                    double y,
                    double width,
                    double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  double hair = style->print ? 0.0 : style->scale;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (!style->print)
    {
      chart_pen_rounded_path (cr, 0.0, 0.0, width, height, height / 2.0);
      cairo_clip (cr);
      chart_pen_rect (cr, chart_palette_area (style, 0.09), 0.0, 0.0, width, height);
    }
  for (guint i = 0; i < spec->n_shares; i++)
    {
      double x0, x1;

      if (!share_span (spec, width, i, &x0, &x1))
        continue;
      if (!style->print)
        chart_pen_rect (cr, style->surface, x0, 0.0, x1 - x0, height);
      cairo_new_path (cr);
      cairo_rectangle (cr, x0, 0.0, MAX (0.5, x1 - x0 - hair), height);
      chart_pen_fill (cr, style, spec->shares[i].fill);
      if ((int)i == spec->selected)
        {
          cairo_rectangle (cr, x0 + 1.0, 1.0, MAX (0.0, x1 - x0 - hair - 2.0), height - 2.0);
          chart_pen_color (cr, style->text);
          cairo_set_line_width (cr, 2.0 * style->scale);
          cairo_stroke (cr);
        }
    }
  cairo_restore (cr);
}

int
chart_reasons_hit (const ChartReasonsSpec *spec,
                   const ChartStyle *style,
                   double width,
                   double height,
                   double px,
                   double py)
{
  g_return_val_if_fail (spec != NULL && style != NULL, -1);

  if (py < 0.0 || py > height)
    return -1;
  for (guint i = 0; i < spec->n_shares; i++)
    {
      double x0, x1;
      if (share_span (spec, width, i, &x0, &x1) && px >= x0 && px < x1)
        return (int)i;
    }
  return -1;
}

gboolean
chart_reasons_item_rect (const ChartReasonsSpec *spec,
                         const ChartStyle *style,
                         double width,
                         double height,
                         guint index,
                         ChartRect *rect)
{
  g_return_val_if_fail (spec != NULL && style != NULL && rect != NULL, FALSE);

  double x0, x1;
  if (index >= spec->n_shares || !share_span (spec, width, index, &x0, &x1))
    return FALSE;
  *rect = (ChartRect){ x0, 0.0, x1 - x0, height };
  return TRUE;
}
