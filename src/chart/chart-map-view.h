/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which part of Europe a map shows: a centre in EPSG:3035 metres and the metres one unit (pixel,
 * point) spans. */
typedef struct
{
  double easting, northing;
  double metres_per_unit; /* kept between CHART_MAP_VIEW_NEAREST and _FARTHEST */
} ChartMapView;

#define CHART_MAP_VIEW_NEAREST 100.0
#define CHART_MAP_VIEW_FARTHEST 40000.0

/* All of Europe (x 2.45–7.35, y 1.15–5.48 million metres) in this many units. */
ChartMapView chart_map_view_europe (double width, double height);
/* All these lon/lat points with a margin of @margin units; one point alone gives about 300 km
 * around it. Points that are not finite are left out; none at all gives Europe. */
ChartMapView chart_map_view_fit (
    const double *lon_lat, guint n_points, double width, double height, double margin);
/* Zooms by @factor (> 1 nearer) so that the place under (px, py) stays where it is. */
ChartMapView chart_map_view_zoom (
    ChartMapView view, double factor, double px, double py, double width, double height);
/* Moves the picture by (dx, dy) units; the centre stays inside Europe. */
ChartMapView chart_map_view_pan (ChartMapView view, double dx, double dy);
void chart_map_view_to_units (
    ChartMapView view, double width, double height, double lon, double lat, double *px, double *py);

G_END_DECLS
