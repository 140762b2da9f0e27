/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-map.h"

G_BEGIN_DECLS

/* Private to chart/: where the marks of ranked hubs go, so that none covers another, the company or
 * a place that is pointed at. Drawing, hit tests and accessibility use the same spots. */

typedef struct
{
  guint hub;               /* index into spec->hubs */
  double place_x, place_y; /* where the hub is */
  double x, y;             /* where its mark is */
  gboolean moved;          /* a line ties the mark to the place */
  gboolean number_left;    /* print: the number stands left of the mark */
} ChartMapSpot;

/* In order of rank; hubs outside the box or without a place have none. Free with g_array_unref().
 */
GArray *chart_map_spots (const ChartMapSpec *spec,
                         const ChartStyle *style,
                         double width,
                         double height) G_GNUC_WARN_UNUSED_RESULT;
double chart_map_spot_radius (const ChartStyle *style);
/* The overview's box inside the map: top right, or top left when it would hide fewer ranked hubs
 * there. */
ChartRect chart_map_overview_rect (const ChartMapSpec *spec,
                                   const ChartStyle *style,
                                   double width,
                                   double height);

G_END_DECLS
