/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* A row of small upright bars without words: the profile at a glance in a list. A missing value
 * leaves its place empty with a dotted foot. */
typedef struct
{
  const double *values; /* CHART_MISSING where open */
  guint n_values;
  double maximum; /* 100 */
} ChartBarsSpec;

void chart_bars_measure (const ChartBarsSpec *spec,
                         const ChartStyle *style,
                         double width,
                         double *min_width,
                         double *height);
void chart_bars_draw (const ChartBarsSpec *spec,
                      const ChartStyle *style,
                      cairo_t *cr,
                      double x,
                      double y,
                      double width,
                      double height);
int chart_bars_hit (const ChartBarsSpec *spec,
                    const ChartStyle *style,
                    double width,
                    double height,
                    double px,
                    double py);
gboolean chart_bars_item_rect (const ChartBarsSpec *spec,
                               const ChartStyle *style,
                               double width,
                               double height,
                               guint index,
                               ChartRect *rect);

G_END_DECLS
