/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* Rows on one common axis: disc now, ring before, open diamond target, tick reference, a grey link
 * from now to target. The default picture of a profile: lengths on a common scale can be compared.
 */
typedef struct
{
  const ChartItem *items;
  guint n_items;
  ChartScale scale;
  const char *now_title;    /* head of the value column: "Now" (screen) */
  const char *target_title; /* "Target"; not drawn while no item has a target */
  gboolean narrow;    /* labels above their rows, grid only at the dots (below about 420 px) */
  gboolean small;     /* small marks and rows: side panes, the report's summary */
  double label_width; /* where the axis starts; 0: after the longest label */
  gboolean hide_axis; /* no band names and no axis figures */
  int selected;       /* row with focus or under the pointer; -1 none */
} ChartDotPlotSpec;

/* Smallest width that shows every label, and the height at @width. */
void chart_dot_plot_measure (const ChartDotPlotSpec *spec,
                             const ChartStyle *style,
                             double width,
                             double *min_width,
                             double *height);
void chart_dot_plot_draw (const ChartDotPlotSpec *spec,
                          const ChartStyle *style,
                          cairo_t *cr,
                          double x,
                          double y,
                          double width,
                          double height);
/* Row at a point of the chart's own box (0,0 is its corner); -1 outside rows. */
int chart_dot_plot_hit (const ChartDotPlotSpec *spec,
                        const ChartStyle *style,
                        double width,
                        double height,
                        double px,
                        double py);
/* The whole row's box, for tooltips, focus rings and accessibility. */
gboolean chart_dot_plot_item_rect (const ChartDotPlotSpec *spec,
                                   const ChartStyle *style,
                                   double width,
                                   double height,
                                   guint index,
                                   ChartRect *rect);
/* The x of a value inside the chart's box. */
double chart_dot_plot_value_x (const ChartDotPlotSpec *spec,
                               const ChartStyle *style,
                               double width,
                               double value);

G_END_DECLS
