/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-map-view.h"

#include "chart/chart-projection.h"

#include <math.h>

/* A window on Europe: all arithmetic of zooming and moving, without drawing. */

#define WEST 2450000.0
#define EAST 7350000.0
#define SOUTH 1150000.0
#define NORTH 5480000.0
/* Around one place alone. */
#define LONELY_RADIUS 300000.0
/* Around several places near each other. */
#define LEAST_ACROSS 120000.0

static ChartMapView
view_of_box (double west,
             double south,
             double east,
             double north,
             double width,
             double height,
             double margin)
{
  double w = MAX (16.0, width - 2.0 * margin), h = MAX (16.0, height - 2.0 * margin);
  double scale = MAX ((east - west) / w, (north - south) / h);

  return (ChartMapView){ (west + east) / 2.0, (south + north) / 2.0,
                         CLAMP (scale, CHART_MAP_VIEW_NEAREST, CHART_MAP_VIEW_FARTHEST) };
}

ChartMapView
chart_map_view_europe (double width, double height)
{
  return view_of_box (WEST, SOUTH, EAST, NORTH, width, height, 0.0);
}

ChartMapView
chart_map_view_fit (
    const double *lon_lat, guint n_points, double width, double height, double margin)
{
  double west = G_MAXDOUBLE, south = G_MAXDOUBLE, east = -G_MAXDOUBLE, north = -G_MAXDOUBLE;

  for (guint i = 0; i < n_points; i++)
    {
      double x, y;

      if (!isfinite (lon_lat[2 * i]) || !isfinite (lon_lat[2 * i + 1]))
        continue;
      chart_projection_forward (lon_lat[2 * i], lon_lat[2 * i + 1], &x, &y);
      west = MIN (west, x);
      east = MAX (east, x);
      south = MIN (south, y);
      north = MAX (north, y);
    }
  if (west > east)
    return chart_map_view_europe (width, height);
  double across = MAX (east - west, north - south), x = (west + east) / 2.0,
         y = (south + north) / 2.0;
  if (across < 1.0)
    return view_of_box (x - LONELY_RADIUS, y - LONELY_RADIUS, x + LONELY_RADIUS, y + LONELY_RADIUS,
                        width, height, 0.0);
  if (across < LEAST_ACROSS)
    return view_of_box (x - LEAST_ACROSS / 2.0, y - LEAST_ACROSS / 2.0, x + LEAST_ACROSS / 2.0,
                        y + LEAST_ACROSS / 2.0, width, height, margin);
  return view_of_box (west, south, east, north, width, height, margin);
}

static ChartMapView
keep_inside (ChartMapView view)
{
  view.easting = CLAMP (view.easting, WEST, EAST);
  view.northing = CLAMP (view.northing, SOUTH, NORTH);
  return view;
}

ChartMapView
chart_map_view_zoom (
    ChartMapView view, double factor, double px, double py, double width, double height)
{
  g_return_val_if_fail (isfinite (factor) && factor > 0.0, view);

  double before = view.metres_per_unit;
  double after = CLAMP (before / factor, CHART_MAP_VIEW_NEAREST, CHART_MAP_VIEW_FARTHEST);
  view.easting += (px - width / 2.0) * (before - after);
  view.northing -= (py - height / 2.0) * (before - after);
  view.metres_per_unit = after;
  return keep_inside (view);
}

ChartMapView
chart_map_view_pan (ChartMapView view, double dx, double dy)
{
  view.easting -= dx * view.metres_per_unit;
  view.northing += dy * view.metres_per_unit;
  return keep_inside (view);
}

void
chart_map_view_to_units (
    ChartMapView view, double width, double height, double lon, double lat, double *px, double *py)
{
  g_return_if_fail (px != NULL && py != NULL && view.metres_per_unit > 0.0);

  double x, y;
  chart_projection_forward (lon, lat, &x, &y);
  *px = width / 2.0 + (x - view.easting) / view.metres_per_unit;
  *py = height / 2.0 - (y - view.northing) / view.metres_per_unit;
}
