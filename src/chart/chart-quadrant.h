/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* Effort and effect of actions in four named fields: numbered circles, filled for what is chosen.
 * Circles never overlap: those of one place move apart, with a line to where they belong. A table
 * beside it is its equal; the numbers are the table's. */
typedef struct
{
  double effort;     /* 0 none – 1 most, from left to right */
  double effect;     /* 0 none – 1 most, upwards */
  const char *label; /* "3" */
  gboolean chosen;
} ChartQuadrantPoint;

typedef struct
{
  const ChartQuadrantPoint *points;
  guint n_points;
  /* Words of the fields: little effort and much effect, much and much, little and little, much
   * effort and little effect. */
  const char *titles[4];
  const char *effort_title; /* below, NULL: none */
  const char *effect_title; /* above on the left, NULL: none */
  int selected;             /* -1: none */
} ChartQuadrantSpec;

void chart_quadrant_measure (const ChartQuadrantSpec *spec,
                             const ChartStyle *style,
                             double width,
                             double *min_width,
                             double *height);
void chart_quadrant_draw (const ChartQuadrantSpec *spec,
                          const ChartStyle *style,
                          cairo_t *cr,
                          double x,
                          double y,
                          double width,
                          double height);
int chart_quadrant_hit (const ChartQuadrantSpec *spec,
                        const ChartStyle *style,
                        double width,
                        double height,
                        double px,
                        double py);
gboolean chart_quadrant_item_rect (const ChartQuadrantSpec *spec,
                                   const ChartStyle *style,
                                   double width,
                                   double height,
                                   guint index,
                                   ChartRect *rect);

G_END_DECLS
