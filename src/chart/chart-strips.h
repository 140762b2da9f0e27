/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* How many values are spread on one axis, a row each: a ring for every value (beside each other
 * where they would cover each other), a tick at the median, the middle half tinted; one of them
 * may be pointed out by a disc on the line. Nothing is averaged away. */

typedef struct
{
  const char *label;
  const double *values; /* ascending */
  guint n_values;
  double lower, median, upper; /* quartiles; CHART_MISSING without values */
  const char *median_text;     /* "46" */
  const double *chosen;        /* one value that is pointed out; NULL: none */
} ChartStrip;

typedef struct
{
  const ChartStrip *strips;
  guint n_strips;
  ChartScale scale;
  const char *median_title; /* head of the column of medians */
  gboolean narrow;          /* labels above their rows, no names of bands */
  int selected;             /* row with focus or under the pointer; -1 none */
} ChartStripsSpec;

void chart_strips_measure (const ChartStripsSpec *spec,
                           const ChartStyle *style,
                           double width,
                           double *min_width,
                           double *height);
void chart_strips_draw (const ChartStripsSpec *spec,
                        const ChartStyle *style,
                        cairo_t *cr,
                        double x,
                        double y,
                        double width,
                        double height);
/* Row at a point of the chart's own box; -1 outside rows. */
int chart_strips_hit (const ChartStripsSpec *spec,
                      const ChartStyle *style,
                      double width,
                      double height,
                      double px,
                      double py);
gboolean chart_strips_item_rect (const ChartStripsSpec *spec,
                                 const ChartStyle *style,
                                 double width,
                                 double height,
                                 guint index,
                                 ChartRect *rect);

G_END_DECLS
