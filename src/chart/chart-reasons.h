/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-palette.h"
#include <cairo.h>

G_BEGIN_DECLS

/* The points of a match as one bar: each share in its own colour and pattern, the rest of the track
 * empty. */
typedef struct
{
  double points;
  ChartFill fill;
} ChartShare;

typedef struct
{
  const ChartShare *shares; /* drawn in this order; shares of 0 or less are left out */
  guint n_shares;
  double total; /* the whole track: 100 */
  int selected; /* -1 none */
} ChartReasonsSpec;

void chart_reasons_measure (const ChartReasonsSpec *spec,
                            const ChartStyle *style,
                            double width,
                            double *min_width,
                            double *height);
void chart_reasons_draw (const ChartReasonsSpec *spec,
                         const ChartStyle *style,
                         cairo_t *cr,
                         double x,
                         double y,
                         double width,
                         double height);
int chart_reasons_hit (const ChartReasonsSpec *spec,
                       const ChartStyle *style,
                       double width,
                       double height,
                       double px,
                       double py);
gboolean chart_reasons_item_rect (const ChartReasonsSpec *spec,
                                  const ChartStyle *style,
                                  double width,
                                  double height,
                                  guint index,
                                  ChartRect *rect);

G_END_DECLS
