/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-map-view.h"
#include "chart/chart-projection.h"

#include <glib.h>
#include <math.h>

static void
test_epsg_example (void)
{
  double x, y;

  chart_projection_forward (5.0, 50.0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 3962799.45, 0.01);
  g_assert_cmpfloat_with_epsilon (y, 2999718.85, 0.01);
  chart_projection_forward (10.0, 52.0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 4321000.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 3210000.0, 1e-6);
}

static void
test_inverse (void)
{
  for (double lon = -30.0; lon <= 45.0; lon += 7.5)
    for (double lat = 27.0; lat <= 72.0; lat += 4.5)
      {
        double x, y, lon2, lat2;

        chart_projection_forward (lon, lat, &x, &y);
        chart_projection_inverse (x, y, &lon2, &lat2);
        g_assert_cmpfloat_with_epsilon (lon2, lon, 1e-6);
        g_assert_cmpfloat_with_epsilon (lat2, lat, 1e-6);
      }
}

static void
test_travel (void)
{
  double lon, lat;

  /* One degree of latitude is 111.19 km on this sphere. */
  chart_projection_travel (10.0, 50.0, 0.0, 111.1949, &lon, &lat);
  g_assert_cmpfloat_with_epsilon (lat, 51.0, 1e-4);
  g_assert_cmpfloat_with_epsilon (lon, 10.0, 1e-9);
  chart_projection_travel (10.0, 0.0, 90.0, 111.1949, &lon, &lat);
  g_assert_cmpfloat_with_epsilon (lon, 11.0, 1e-4);
}

static void
test_view_fit (void)
{
  const double points[] = { -8.6, 41.15, 2.35, 48.85, NAN, 3.0 };
  ChartMapView view = chart_map_view_fit (points, 3, 400, 300, 20);

  for (int i = 0; i < 2; i++)
    {
      double x, y;
      chart_map_view_to_units (view, 400, 300, points[2 * i], points[2 * i + 1], &x, &y);
      g_assert_cmpfloat (x, >=, 19.9);
      g_assert_cmpfloat (x, <=, 380.1);
      g_assert_cmpfloat (y, >=, 19.9);
      g_assert_cmpfloat (y, <=, 280.1);
    }
  /* One place alone: 300 km around it; none: Europe. */
  view = chart_map_view_fit (points, 1, 300, 300, 10);
  g_assert_cmpfloat_with_epsilon (view.metres_per_unit, 2000.0, 1e-6);
  view = chart_map_view_fit (NULL, 0, 490, 433, 0);
  g_assert_cmpfloat_with_epsilon (view.metres_per_unit, 10000.0, 1e-6);
}

static void
test_view_zoom_keeps_place (void)
{
  ChartMapView view = chart_map_view_europe (600, 500), nearer;
  double x, y;

  chart_map_view_to_units (view, 600, 500, 4.9, 52.37, &x, &y);
  nearer = chart_map_view_zoom (view, 2.0, x, y, 600, 500);
  g_assert_cmpfloat_with_epsilon (nearer.metres_per_unit * 2.0, view.metres_per_unit, 1e-6);
  double x2, y2;
  chart_map_view_to_units (nearer, 600, 500, 4.9, 52.37, &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x2, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (y2, y, 1e-6);

  for (int i = 0; i < 40; i++)
    nearer = chart_map_view_zoom (nearer, 2.0, x, y, 600, 500);
  g_assert_cmpfloat_with_epsilon (nearer.metres_per_unit, CHART_MAP_VIEW_NEAREST, 1e-9);
  for (int i = 0; i < 40; i++)
    nearer = chart_map_view_zoom (nearer, 0.5, x, y, 600, 500);
  g_assert_cmpfloat_with_epsilon (nearer.metres_per_unit, CHART_MAP_VIEW_FARTHEST, 1e-9);
}

static void
test_view_pan (void)
{
  ChartMapView view = chart_map_view_europe (600, 500);
  ChartMapView moved = chart_map_view_pan (view, 10, -20);

  g_assert_cmpfloat_with_epsilon (moved.easting, view.easting - 10 * view.metres_per_unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (moved.northing, view.northing - 20 * view.metres_per_unit, 1e-6);
  moved = chart_map_view_pan (view, -1e9, 1e9);
  g_assert_cmpfloat (moved.easting, <=, 7350000.0);
  g_assert_cmpfloat (moved.northing, <=, 5480000.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/projection/epsg-example", test_epsg_example);
  g_test_add_func ("/chart/projection/inverse", test_inverse);
  g_test_add_func ("/chart/projection/travel", test_travel);
  g_test_add_func ("/chart/map-view/fit", test_view_fit);
  g_test_add_func ("/chart/map-view/zoom", test_view_zoom_keeps_place);
  g_test_add_func ("/chart/map-view/pan", test_view_pan);
  return g_test_run ();
}
