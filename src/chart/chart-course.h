/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* The course of a score over moments to come, on the whole of its scale: the disc of today, then an
 * open diamond for each later moment on a dotted line; every value is printed. Moments stand evenly
 * apart: they are steps, not a measured time. A table beside it is its equal. */
typedef struct
{
  double value;      /* or CHART_MISSING: nothing is drawn there */
  const char *label; /* under the axis: "Now", "90 days" */
  const char *text;  /* the value: "44.19" */
} ChartCoursePoint;

typedef struct
{
  const ChartCoursePoint *points; /* the first is today's */
  guint n_points;
  ChartScale scale;
} ChartCourseSpec;

void chart_course_draw (const ChartCourseSpec *spec,
                        const ChartStyle *style,
                        cairo_t *cr,
                        double x,
                        double y,
                        double width,
                        double height);
/* Where the mark of a point stands. FALSE when it has no value. */
gboolean chart_course_point (const ChartCourseSpec *spec,
                             const ChartStyle *style,
                             double width,
                             double height,
                             guint index,
                             double *x,
                             double *y);

G_END_DECLS
