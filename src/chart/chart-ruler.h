/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* The scale of bands as one strip with the company's place on it: figures above, names below,
 * current band stronger. */
typedef struct
{
  ChartItem
      item; /* now, or low and high while open; previous, target, reference; texts are not drawn */
  ChartScale scale;
  gboolean plain; /* the strip alone: no figures and names */
} ChartRulerSpec;

void chart_ruler_measure (const ChartRulerSpec *spec,
                          const ChartStyle *style,
                          double width,
                          double *min_width,
                          double *height);
void chart_ruler_draw (const ChartRulerSpec *spec,
                       const ChartStyle *style,
                       cairo_t *cr,
                       double x,
                       double y,
                       double width,
                       double height);
/* Band at a point; -1 outside. */
int chart_ruler_hit (const ChartRulerSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double height,
                     double px,
                     double py);
gboolean chart_ruler_item_rect (const ChartRulerSpec *spec,
                                const ChartStyle *style,
                                double width,
                                double height,
                                guint band,
                                ChartRect *rect);
double chart_ruler_value_x (const ChartRulerSpec *spec,
                            const ChartStyle *style,
                            double width,
                            double value);

G_END_DECLS
