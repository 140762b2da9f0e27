/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* Three to eight spokes, the first at twelve o'clock, clockwise. A second view beside a dot plot:
 * at most two outlines (now, and target or else previous). An item that is still open has a dotted
 * spoke and breaks the outline. */
typedef struct
{
  const ChartItem *items; /* short_label and now_text are written at the spoke's end */
  guint n_items;
  ChartScale scale; /* a ring at each band's end, with its text */
  int selected;     /* spoke; -1 none */
} ChartRadarSpec;

void chart_radar_measure (const ChartRadarSpec *spec,
                          const ChartStyle *style,
                          double width,
                          double *min_width,
                          double *height);
void chart_radar_draw (const ChartRadarSpec *spec,
                       const ChartStyle *style,
                       cairo_t *cr,
                       double x,
                       double y,
                       double width,
                       double height);
/* The spoke whose label, mark or sector of the disc lies there; -1 outside. */
int chart_radar_hit (const ChartRadarSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double height,
                     double px,
                     double py);
/* The box of the spoke's label and its mark together. */
gboolean chart_radar_item_rect (const ChartRadarSpec *spec,
                                const ChartStyle *style,
                                double width,
                                double height,
                                guint index,
                                ChartRect *rect);
/* Where a value of a spoke lies in the chart's box. */
void chart_radar_point (const ChartRadarSpec *spec,
                        const ChartStyle *style,
                        double width,
                        double height,
                        guint index,
                        double value,
                        double *px,
                        double *py);

G_END_DECLS
