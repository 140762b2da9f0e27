/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "chart/chart-bars.h"
#include "chart/chart-course.h"
#include "chart/chart-dot-plot.h"
#include "chart/chart-radar.h"
#include "chart/chart-range.h"
#include "chart/chart-quadrant.h"
#include "chart/chart-reasons.h"
#include "chart/chart-ruler.h"

#include <math.h>

/* Measuring, drawing and hit tests must agree in every look. */

static ChartDotPlotSpec
dot_plot (const ChartItem *items)
{
  return (ChartDotPlotSpec){ .items = items,
                             .n_items = CHART_FIXTURE_N,
                             .scale = *chart_fixture_scale (),
                             .now_title = "Now",
                             .target_title = "Target",
                             .selected = -1 };
}

static void
test_scale (void)
{
  const ChartScale *scale = chart_fixture_scale ();

  g_assert_cmpfloat_with_epsilon (chart_scale_maximum (scale), 100.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (chart_scale_fraction (scale, 25), 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (chart_scale_fraction (scale, 250), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (chart_scale_fraction (scale, -3), 0.0, 1e-12);
  g_assert_true (isnan (chart_scale_fraction (scale, CHART_MISSING)));
  g_assert_cmpint (chart_scale_band (scale, 25.0), ==, 0);
  g_assert_cmpint (chart_scale_band (scale, 25.01), ==, 1);
  g_assert_cmpint (chart_scale_band (scale, 100.0), ==, 3);
  g_assert_cmpint (chart_scale_band (scale, CHART_MISSING), ==, -1);
}

static void
test_dot_plot (void)
{
  ChartItem items[CHART_FIXTURE_N] = { 0 };
  ChartDotPlotSpec spec = dot_plot (items);

  chart_fixture_items (items, TRUE);
  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };
      double width = 476, min_width, height;

      chart_fixture_init (&fixture, look);
      chart_dot_plot_measure (&spec, &fixture.style, width, &min_width, &height);
      g_assert_cmpfloat (min_width, <, width);
      g_assert_cmpfloat (height, >, CHART_FIXTURE_N * 18);
      for (guint i = 0; i < CHART_FIXTURE_N; i++)
        {
          ChartRect rect;
          g_assert_true (chart_dot_plot_item_rect (&spec, &fixture.style, width, height, i, &rect));
          g_assert_cmpint (chart_dot_plot_hit (&spec, &fixture.style, width, height, rect.x + 5,
                                               rect.y + rect.height / 2),
                           ==, (int)i);
        }
      g_assert_cmpint (chart_dot_plot_hit (&spec, &fixture.style, width, height, 5, -1), ==, -1);
      g_assert_cmpint (chart_dot_plot_hit (&spec, &fixture.style, width, height, width + 1, 60), ==,
                       -1);
      g_assert_cmpint (chart_dot_plot_hit (&spec, &fixture.style, width, height, 5, height + 1), ==,
                       -1);
      double x0 = chart_dot_plot_value_x (&spec, &fixture.style, width, 0);
      double x50 = chart_dot_plot_value_x (&spec, &fixture.style, width, 50);
      double x100 = chart_dot_plot_value_x (&spec, &fixture.style, width, 100);
      g_assert_cmpfloat_with_epsilon (x50 - x0, x100 - x50, 1e-9);
      g_assert_cmpfloat (x100, <, width);
    }
}

/* The text twice as large: the chart grows, nothing is cut. */
static void
test_dot_plot_scale (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartItem items[CHART_FIXTURE_N] = { 0 };
  ChartDotPlotSpec spec = dot_plot (items);
  double once, twice;

  chart_fixture_items (items, TRUE);
  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  chart_dot_plot_measure (&spec, &fixture.style, 600, NULL, &once);
  fixture.style.scale = 2.0;
  chart_dot_plot_measure (&spec, &fixture.style, 600, NULL, &twice);
  g_assert_cmpfloat_with_epsilon (twice, 2.0 * once, 1e-6);
}

static void
test_radar (void)
{
  ChartItem items[CHART_FIXTURE_N] = { 0 };
  ChartRadarSpec spec = { items, CHART_FIXTURE_N, *chart_fixture_scale (), -1 };

  chart_fixture_items (items, TRUE);
  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };
      double width = 300, min_width, height, cx, cy, x, y;

      chart_fixture_init (&fixture, look);
      chart_radar_measure (&spec, &fixture.style, width, &min_width, &height);
      g_assert_cmpfloat (min_width, <, width);
      chart_radar_point (&spec, &fixture.style, width, height, 0, 0, &cx, &cy);
      chart_radar_point (&spec, &fixture.style, width, height, 0, 100, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, cx, 1e-9); /* the first spoke points up */
      g_assert_cmpfloat (y, <, cy);
      double radius = cy - y;
      for (guint i = 0; i < CHART_FIXTURE_N; i++)
        {
          ChartRect rect;
          chart_radar_point (&spec, &fixture.style, width, height, i, 60, &x, &y);
          g_assert_cmpfloat_with_epsilon (hypot (x - cx, y - cy), 0.6 * radius, 1e-6);
          g_assert_cmpint (chart_radar_hit (&spec, &fixture.style, width, height, x, y), ==,
                           (int)i);
          g_assert_true (chart_radar_item_rect (&spec, &fixture.style, width, height, i, &rect));
          /* Labels stay inside the box. */
          g_assert_cmpfloat (rect.x, >=, -0.5);
          g_assert_cmpfloat (rect.y, >=, -0.5);
          g_assert_cmpfloat (rect.x + rect.width, <=, width + 0.5);
          g_assert_cmpfloat (rect.y + rect.height, <=, height + 0.5);
        }
      g_assert_cmpint (chart_radar_hit (&spec, &fixture.style, width, height, 1, 1), ==, -1);
    }
}

/* Three to eight spokes keep their labels inside too. */
static void
test_radar_spokes (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartItem items[8];

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  for (guint i = 0; i < 8; i++)
    {
      items[i] = (ChartItem)CHART_ITEM_INIT;
      items[i].label = "Organisation";
      items[i].now = 50;
      items[i].now_text = "50";
    }
  for (guint n = 3; n <= 8; n++)
    {
      ChartRadarSpec spec = { items, n, *chart_fixture_scale (), -1 };
      double height;

      chart_radar_measure (&spec, &fixture.style, 340, NULL, &height);
      for (guint i = 0; i < n; i++)
        {
          ChartRect rect;
          chart_radar_item_rect (&spec, &fixture.style, 340, height, i, &rect);
          g_assert_cmpfloat (rect.x, >=, -0.5);
          g_assert_cmpfloat (rect.x + rect.width, <=, 340.5);
          g_assert_cmpfloat (rect.y, >=, -0.5);
          g_assert_cmpfloat (rect.y + rect.height, <=, height + 0.5);
        }
    }
}

static void
test_ruler_and_range (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartRulerSpec ruler = { .item = CHART_ITEM_INIT, .scale = *chart_fixture_scale () };
  ChartRangeSpec range = { CHART_MISSING, 19, 24, *chart_fixture_scale () };
  ChartRect rect;
  double height;

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  chart_ruler_measure (&ruler, &fixture.style, 800, NULL, &height);
  for (guint band = 0; band < 4; band++)
    {
      double x = chart_ruler_value_x (&ruler, &fixture.style, 800, 12.5 + 25.0 * band);
      g_assert_cmpint (chart_ruler_hit (&ruler, &fixture.style, 800, height, x, 20), ==, (int)band);
      g_assert_true (chart_ruler_item_rect (&ruler, &fixture.style, 800, height, band, &rect));
      g_assert_cmpfloat_with_epsilon (rect.x + rect.width / 2.0, x, 1e-6);
    }
  g_assert_cmpint (chart_ruler_hit (&ruler, &fixture.style, 800, height, 1, 20), ==, -1);
  g_assert_false (chart_ruler_item_rect (&ruler, &fixture.style, 800, height, 4, &rect));
  g_assert_cmpfloat (chart_range_value_x (&range, &fixture.style, 100, 19), <,
                     chart_range_value_x (&range, &fixture.style, 100, 24));
}

/* Many actions of one effort and effect: each has its own place inside the frame, and is hit there.
 */
static void
test_quadrant (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartQuadrantPoint points[12];
  ChartQuadrantSpec spec = { .points = points,
                             .n_points = G_N_ELEMENTS (points),
                             .titles = { "Begin here", "Plan it", "In passing", "Think twice" },
                             .effort_title = "Effort",
                             .effect_title = "Effect",
                             .selected = -1 };
  ChartRect rects[G_N_ELEMENTS (points)];
  double height;

  chart_fixture_init (&fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (ChartQuadrantPoint){ .effort = 0, .effect = 1, .label = "1" };
  chart_quadrant_measure (&spec, &fixture.style, 480, NULL, &height);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      ChartRect *rect = &rects[i];

      g_assert_true (chart_quadrant_item_rect (&spec, &fixture.style, 480, height, i, rect));
      g_assert_cmpfloat (rect->x, >=, 0);
      g_assert_cmpfloat (rect->y, >=, 0);
      g_assert_cmpfloat (rect->x + rect->width, <=, 480);
      g_assert_cmpfloat (rect->y + rect->height, <=, height);
      g_assert_cmpint (chart_quadrant_hit (&spec, &fixture.style, 480, height,
                                           rect->x + rect->width / 2, rect->y + rect->height / 2),
                       ==, (int)i);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (hypot (rect->x - rects[j].x, rect->y - rects[j].y), >=, rect->width);
    }
  g_assert_false (chart_quadrant_item_rect (&spec, &fixture.style, 480, height, 12, &rects[0]));
  g_assert_cmpint (chart_quadrant_hit (&spec, &fixture.style, 480, height, 479, height / 2), ==,
                   -1);
}

static void
test_reasons (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  const ChartShare shares[] = { { 30, CHART_FILL_SOLID },
                                { 0, CHART_FILL_HATCH },
                                { CHART_MISSING, CHART_FILL_DOTS },
                                { 20, CHART_FILL_LINES },
                                { 90, CHART_FILL_OPEN } };
  ChartReasonsSpec spec = { shares, G_N_ELEMENTS (shares), 100, -1 };
  ChartRect rect;

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  g_assert_cmpint (chart_reasons_hit (&spec, &fixture.style, 200, 8, 59, 4), ==, 0);
  g_assert_cmpint (chart_reasons_hit (&spec, &fixture.style, 200, 8, 61, 4), ==, 3);
  g_assert_false (chart_reasons_item_rect (&spec, &fixture.style, 200, 8, 1, &rect));
  g_assert_false (chart_reasons_item_rect (&spec, &fixture.style, 200, 8, 2, &rect));
  g_assert_true (chart_reasons_item_rect (&spec, &fixture.style, 200, 8, 4, &rect));
  g_assert_cmpfloat_with_epsilon (rect.x + rect.width, 200.0,
                                  1e-9); /* more than the total is cut */
}

static void
test_bars (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  const double values[] = { 10, CHART_MISSING, 100 };
  ChartBarsSpec spec = { values, 3, 100 };
  ChartRect rect;

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  g_assert_cmpint (chart_bars_hit (&spec, &fixture.style, 90, 20, 31, 3), ==, 1);
  g_assert_cmpint (chart_bars_hit (&spec, &fixture.style, 90, 20, 90, 3), ==, -1);
  g_assert_true (chart_bars_item_rect (&spec, &fixture.style, 90, 20, 2, &rect));
  g_assert_cmpfloat (rect.x + rect.width, <=, 90.0);
  g_assert_false (chart_bars_item_rect (&spec, &fixture.style, 90, 20, 3, &rect));
}

/* A key takes as many lines as its width needs. */
static void
test_key (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  const ChartKeyEntry entries[] = { { CHART_MARK_NOW, 0, "Now" },
                                    { CHART_MARK_TARGET, 0, "Target" },
                                    { CHART_MARK_REFERENCE, 0, "Median of 13 companies" } };
  ChartKeySpec key = { entries, 3, FALSE };
  double wide, narrow, column;

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  chart_key_measure (&key, &fixture.style, 800, NULL, &wide);
  chart_key_measure (&key, &fixture.style, 200, NULL, &narrow);
  key.column = TRUE;
  chart_key_measure (&key, &fixture.style, 800, NULL, &column);
  g_assert_cmpfloat_with_epsilon (narrow, 2.0 * wide, 1e-9);
  g_assert_cmpfloat_with_epsilon (column, 3.0 * wide, 1e-9);
}

/* Moments evenly apart from left to right, values at their height of the whole scale, in every
 * look; one that is missing has no place. */
static void
test_course (void)
{
  const ChartCoursePoint points[] = { { 42.8, "Now", "42.80" },
                                      { 48.85, "90 days", "48.85" },
                                      { CHART_MISSING, "180 days", "â" },
                                      { 100.0, "Later", "100.00" } };
  ChartCourseSpec spec = { points, G_N_ELEMENTS (points), *chart_fixture_scale () };

  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };
      double x[4], y[4];

      chart_fixture_init (&fixture, look);
      g_assert_true (chart_course_point (&spec, &fixture.style, 240, 160, 0, &x[0], &y[0]));
      g_assert_true (chart_course_point (&spec, &fixture.style, 240, 160, 1, &x[1], &y[1]));
      g_assert_false (chart_course_point (&spec, &fixture.style, 240, 160, 2, &x[2], &y[2]));
      g_assert_true (chart_course_point (&spec, &fixture.style, 240, 160, 3, &x[3], &y[3]));
      g_assert_false (chart_course_point (&spec, &fixture.style, 240, 160, 4, &x[2], &y[2]));
      g_assert_cmpfloat_with_epsilon (x[3] - x[1], 2.0 * (x[1] - x[0]), 1e-9);
      g_assert_cmpfloat (x[3], <, 240.0);
      g_assert_cmpfloat (y[3], >=, 0.0);
      g_assert_cmpfloat (y[0], <, 160.0);
      g_assert_cmpfloat_with_epsilon ((y[0] - y[1]) / (y[1] - y[3]),
                                      (48.85 - 42.8) / (100.0 - 48.85), 1e-9);
    }
}

/* An entry whose words need two lines pushes the next one down. */
static void
test_key_wrapped (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  const ChartKeyEntry entries[]
      = { { CHART_MARK_HUB_EDIH, 0, "Hub of the catalogue with a very long kind of its own" },
          { CHART_MARK_COMPANY, 0, "Company" } };
  ChartKeySpec key = { entries, 2, TRUE };
  double wide, narrow;

  chart_fixture_init (&fixture, CHART_LOOK_PRINT);
  chart_key_measure (&key, &fixture.style, 800, NULL, &wide);
  chart_key_measure (&key, &fixture.style, 120, NULL, &narrow);
  g_assert_cmpfloat (narrow, >, wide + 4.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale", test_scale);
  g_test_add_func ("/chart/dot-plot/geometry", test_dot_plot);
  g_test_add_func ("/chart/dot-plot/scale", test_dot_plot_scale);
  g_test_add_func ("/chart/radar/geometry", test_radar);
  g_test_add_func ("/chart/radar/spokes", test_radar_spokes);
  g_test_add_func ("/chart/ruler-and-range", test_ruler_and_range);
  g_test_add_func ("/chart/quadrant", test_quadrant);
  g_test_add_func ("/chart/reasons", test_reasons);
  g_test_add_func ("/chart/bars", test_bars);
  g_test_add_func ("/chart/key", test_key);
  g_test_add_func ("/chart/key/wrapped", test_key_wrapped);
  g_test_add_func ("/chart/course", test_course);
  return g_test_run ();
}
