/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* One thin track: what is still reachable between two end bars, or the disc once it is settled. For
 * rows of a list. */
typedef struct
{
  double now, low, high; /* CHART_MISSING where not there */
  ChartScale scale;
} ChartRangeSpec;

void chart_range_measure (const ChartRangeSpec *spec,
                          const ChartStyle *style,
                          double width,
                          double *min_width,
                          double *height);
void chart_range_draw (const ChartRangeSpec *spec,
                       const ChartStyle *style,
                       cairo_t *cr,
                       double x,
                       double y,
                       double width,
                       double height);
double chart_range_value_x (const ChartRangeSpec *spec,
                            const ChartStyle *style,
                            double width,
                            double value);

G_END_DECLS
