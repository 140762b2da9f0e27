/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "chart/chart-bars.h"
#include "chart/chart-dot-plot.h"
#include "chart/chart-radar.h"
#include "chart/chart-range.h"
#include "chart/chart-reasons.h"
#include "chart/chart-ruler.h"
#include "chart/chart-strips.h"

#include <math.h>

/* What really reaches the surface, in every look. */

static void
test_contrast (void)
{
  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };

      chart_fixture_init (&fixture, look);
      /* WCAG 1.4.11: 3:1 for marks against what they stand on. */
      g_assert_cmpfloat (
          chart_palette_contrast (chart_palette_series (&fixture.style, CHART_SERIES_NOW),
                                  fixture.style.surface),
          >=, 3.0);
      g_assert_cmpfloat (
          chart_palette_contrast (chart_palette_series (&fixture.style, CHART_SERIES_TARGET),
                                  fixture.style.surface),
          >=, 3.0);
    }
  g_assert_cmpfloat_with_epsilon (
      chart_palette_contrast (chart_color (0, 1), chart_color (0xffffff, 1)), 21.0, 1e-9);
}

static void
test_dot_plot_marks (void)
{
  ChartItem items[CHART_FIXTURE_N] = { 0 };
  ChartDotPlotSpec spec = { .items = items,
                            .n_items = CHART_FIXTURE_N,
                            .scale = *chart_fixture_scale (),
                            .now_title = "Now",
                            .target_title = "Target",
                            .selected = -1 };

  chart_fixture_items (items, TRUE);
  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };
      cairo_t *cr = NULL;
      double height;

      chart_fixture_init (&fixture, look);
      chart_dot_plot_measure (&spec, &fixture.style, 500, NULL, &height);
      cairo_surface_t *image = chart_fixture_image (&fixture.style, 500, (int)ceil (height), &cr);
      chart_dot_plot_draw (&spec, &fixture.style, cr, 0, 0, 500, height);
      for (guint i = 0; i < CHART_FIXTURE_N; i++)
        {
          ChartRect row;
          chart_dot_plot_item_rect (&spec, &fixture.style, 500, height, i, &row);
          double y = row.y + row.height / 2;
          double now = chart_dot_plot_value_x (&spec, &fixture.style, 500, items[i].now);
          double target = chart_dot_plot_value_x (&spec, &fixture.style, 500, items[i].target);
          g_assert_true (
              chart_fixture_near (chart_fixture_pixel (image, now, y),
                                  chart_palette_series (&fixture.style, CHART_SERIES_NOW), 8));
          /* The target is open: its middle is the surface. */
          g_assert_true (chart_fixture_near (chart_fixture_pixel (image, target, y),
                                             fixture.style.surface, 8));
        }
      cairo_destroy (cr);
      cairo_surface_destroy (image);
    }
}

static void
test_radar_gap (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartItem items[CHART_FIXTURE_N] = { 0 };
  ChartRadarSpec spec = { items, CHART_FIXTURE_N, *chart_fixture_scale (), -1 };
  ChartColor now;
  cairo_t *cr = NULL;
  double x, y;

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  chart_fixture_items (items, FALSE);
  for (guint i = 0; i < CHART_FIXTURE_N; i++)
    items[i].now = 60;
  items[2].now = CHART_MISSING;
  items[2].now_text = "–";
  now = chart_palette_series (&fixture.style, CHART_SERIES_NOW);
  cairo_surface_t *image = chart_fixture_image (&fixture.style, 300, 280, &cr);
  chart_radar_draw (&spec, &fixture.style, cr, 0, 0, 300, 280);

  chart_radar_point (&spec, &fixture.style, 300, 280, 1, 60, &x, &y);
  g_assert_true (chart_fixture_near (chart_fixture_pixel (image, x, y), now, 8));
  /* Neither a mark at the place nor one at 0. */
  chart_radar_point (&spec, &fixture.style, 300, 280, 2, 60, &x, &y);
  g_assert_false (chart_fixture_near (chart_fixture_pixel (image, x, y), now, 60));
  /* The middle of the edge 1–2 is free, the middle of 0–1 is a line. */
  double x0, y0, x1, y1, x2, y2;
  chart_radar_point (&spec, &fixture.style, 300, 280, 0, 60, &x0, &y0);
  chart_radar_point (&spec, &fixture.style, 300, 280, 1, 60, &x1, &y1);
  chart_radar_point (&spec, &fixture.style, 300, 280, 2, 60, &x2, &y2);
  g_assert_true (
      chart_fixture_near (chart_fixture_pixel (image, (x0 + x1) / 2, (y0 + y1) / 2), now, 40));
  g_assert_false (
      chart_fixture_near (chart_fixture_pixel (image, (x1 + x2) / 2, (y1 + y2) / 2), now, 60));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

static void
test_dot_plot_missing (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartItem items[2] = { CHART_ITEM_INIT, CHART_ITEM_INIT };
  ChartDotPlotSpec spec = { .items = items,
                            .n_items = 2,
                            .scale = *chart_fixture_scale (),
                            .hide_axis = TRUE,
                            .selected = -1 };
  cairo_t *cr = NULL;

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  items[0].label = "A";
  items[1].label = "A";
  items[1].low = 20;
  items[1].high = 60;
  cairo_surface_t *image = chart_fixture_image (&fixture.style, 400, 72, &cr);
  chart_dot_plot_draw (&spec, &fixture.style, cr, 0, 0, 400, 72);
  double x0 = chart_dot_plot_value_x (&spec, &fixture.style, 400, 0);
  ChartColor now = chart_palette_series (&fixture.style, CHART_SERIES_NOW);
  for (double x = x0; x < 399; x++)
    g_assert_false (chart_fixture_near (chart_fixture_pixel (image, x, 14), now, 60));
  double x20 = chart_dot_plot_value_x (&spec, &fixture.style, 400, 20);
  g_assert_true (chart_fixture_near (chart_fixture_pixel (image, x20, 54), now, 60));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* Everything missing, absurd or long: drawn without an error of cairo, and nothing outside finite
 * coordinates. */
static void
draw_everything (const ChartStyle *style, cairo_t *cr, const ChartItem *items, guint n)
{
  ChartDotPlotSpec dots = { .items = items,
                            .n_items = n,
                            .scale = *chart_fixture_scale (),
                            .now_title = "Now",
                            .target_title = "Target",
                            .selected = 0 };
  ChartRadarSpec radar = { items, n, *chart_fixture_scale (), 0 };
  ChartRulerSpec ruler = { .item = items[0], .scale = *chart_fixture_scale () };
  ChartRangeSpec range = { items[0].now, items[0].low, items[0].high, *chart_fixture_scale () };
  const double values[] = { NAN, INFINITY, -5, 1e300 };
  ChartBarsSpec bars = { values, 4, 0 };
  const ChartShare shares[] = { { NAN, CHART_FILL_SOLID }, { 1e300, CHART_FILL_HATCH } };
  ChartReasonsSpec reasons = { shares, 2, NAN, 0 };
  const ChartHub hubs[] = { { NAN, NAN, 1, CHART_HUB_EDIH },
                            { 10, 50, 1, CHART_HUB_EDIH },
                            { 200, 95, 2, CHART_HUB_SEAL } };
  const ChartDistance rings[] = { { 100, NULL }, { 1e6, "far" } };
  ChartMapSpec map = { .home = 3,
                       .hubs = hubs,
                       .n_hubs = 3,
                       .has_company = TRUE,
                       .company_lon = 10,
                       .company_lat = 50,
                       .distances = rings,
                       .n_distances = 2,
                       .overview = TRUE,
                       .selected = 1 };

  map.view = chart_map_view_europe (300, 300);
  chart_dot_plot_draw (&dots, style, cr, 0, 0, 300, 200);
  dots.narrow = TRUE;
  chart_dot_plot_draw (&dots, style, cr, 0, 0, 120, 40);
  chart_radar_draw (&radar, style, cr, 0, 0, 200, 200);
  chart_radar_draw (&radar, style, cr, 0, 0, 10, 10);
  chart_ruler_draw (&ruler, style, cr, 0, 0, 200, 54);
  chart_range_draw (&range, style, cr, 0, 0, 100, 18);
  chart_bars_draw (&bars, style, cr, 0, 0, 60, 20);
  chart_reasons_draw (&reasons, style, cr, 0, 0, 100, 8);
  chart_map_draw (&map, style, cr, 0, 0, 300, 300);
}

static void
test_hostile (void)
{
  g_autofree char *long_name = g_strnfill (10000, 'W');
  ChartItem items[4] = { CHART_ITEM_INIT, CHART_ITEM_INIT, CHART_ITEM_INIT, CHART_ITEM_INIT };

  items[0].label = long_name;
  items[0].now_text = "<b>&amp;";
  items[1].now = INFINITY;
  items[1].target = -INFINITY;
  items[1].label = "\xff\xfe broken";
  items[2].now = -1e300;
  items[2].label = "שלום עולם";
  items[3].low = 60;
  items[3].high = 20; /* the wrong way round: nothing */
  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };
      cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (recording);
      double x, y, width, height;

      chart_fixture_init (&fixture, look);
      draw_everything (&fixture.style, cr, items, 4);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
      g_assert_true (isfinite (width) && isfinite (height) && width > 0.0);
      g_assert_cmpfloat (width, <, 1e5);
      cairo_destroy (cr);
      cairo_surface_destroy (recording);
    }
}

/* A long label wraps inside its column and never reaches the axis. */
static void
test_long_label (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartItem items[1] = { CHART_ITEM_INIT };
  ChartDotPlotSpec spec = { .items = items,
                            .n_items = 1,
                            .scale = *chart_fixture_scale (),
                            .hide_axis = TRUE,
                            .selected = -1 };
  cairo_t *cr = NULL;

  chart_fixture_init (&fixture, CHART_LOOK_PRINT);
  items[0].label = "A name that is far too long for any column of any chart whatsoever, really";
  cairo_surface_t *image = chart_fixture_image (&fixture.style, 300, 27, &cr);
  chart_dot_plot_draw (&spec, &fixture.style, cr, 0, 0, 300, 27);
  double axis = chart_dot_plot_value_x (&spec, &fixture.style, 300, 0);
  g_assert_cmpfloat (axis, <=, 0.45 * 300 + 1e-9);
  g_assert_cmpuint (chart_fixture_ink (image, &fixture.style, (ChartRect){ axis - 5, 0, 3, 27 }),
                    ==, 0);
  g_assert_cmpuint (chart_fixture_ink (image, &fixture.style, (ChartRect){ 0, 0, 100, 27 }), >, 50);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* The pixels of a row of the printed dot plot. */
static cairo_surface_t *
draw_printed_row (const ChartStyle *style, const ChartItem *item, gboolean small)
{
  const ChartDotPlotSpec spec = { .items = item,
                                  .n_items = 1,
                                  .scale = *chart_fixture_scale (),
                                  .small = small,
                                  .hide_axis = TRUE,
                                  .label_width = 60.0,
                                  .selected = -1 };
  cairo_t *cr = NULL;
  cairo_surface_t *image = chart_fixture_image (style, 260, small ? 18 : 27, &cr);

  chart_dot_plot_draw (&spec, style, cr, 0, 0, 260, small ? 18 : 27);
  cairo_destroy (cr);
  return image;
}

static void
check_seen (const ChartStyle *style, ChartItem item, gboolean small)
{
  const ChartDotPlotSpec spec
      = { .items = &item, .n_items = 1, .scale = *chart_fixture_scale (), .label_width = 60.0 };
  const double middle = small ? 9.0 : 13.5, reach = small ? 2.5 : 3.5;
  const double x = chart_dot_plot_value_x (&spec, style, 260, item.previous);
  cairo_surface_t *with = draw_printed_row (style, &item, small), *without;

  item.now_text = item.target_text = "";
  without = draw_printed_row (style, &item, small);
  for (double dy = -reach; dy <= reach; dy += 1.0)
    for (double dx = -reach; dx <= reach; dx += 1.0)
      g_assert_cmphex (chart_fixture_pixel (with, x + dx, middle + dy), ==,
                       chart_fixture_pixel (without, x + dx, middle + dy));
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

/* No figure lies on the mark of the last stage, on whichever side of now and target it is. */
static void
test_last_stage_is_seen (void)
{
  g_auto (ChartFixture) fixture = { 0 };

  chart_fixture_init (&fixture, CHART_LOOK_PRINT);
  for (int small = FALSE; small <= TRUE; small++)
    for (double previous = 10; previous <= 90; previous += 0.5)
      for (double target = 20; target <= 80; target += 12)
        {
          ChartItem item = CHART_ITEM_INIT;

          item.label = "A";
          item.now = 50;
          item.now_text = "50.00";
          item.previous = previous;
          item.target = target;
          item.target_text = "62.00";
          check_seen (&fixture.style, item, small);
        }
}

/* Mean darkness of a box, 0 white to 255 black. */
static double
tone (cairo_surface_t *image, int width, int height)
{
  double sum = 0.0;

  for (int y = 2; y < height - 2; y++)
    for (int x = 2; x < width - 2; x++)
      sum += 255 - (int)(chart_fixture_pixel (image, x, y) & 0xff);
  return sum / ((width - 4) * (height - 4));
}

/* On paper the fills without hue are still told apart: solid and open by tone, the others by their
 * pattern. */
static void
test_print_patterns (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  chart_fixture_init (&fixture, CHART_LOOK_PRINT);
  for (guint fill = 0; fill < CHART_N_FILLS; fill++)
    {
      const ChartShare share = { 100, fill };
      ChartReasonsSpec spec = { &share, 1, 100, -1 };
      cairo_t *cr = NULL;
      cairo_surface_t *image = chart_fixture_image (&fixture.style, 120, 12, &cr);

      chart_reasons_draw (&spec, &fixture.style, cr, 0, 0, 120, 12);
      cairo_surface_flush (image);
      char *sum
          = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (image),
                                         (gsize)cairo_image_surface_get_stride (image) * 12);
      g_assert_true (g_hash_table_add (seen, sum));
      if (fill == CHART_FILL_SOLID)
        g_assert_cmpfloat (tone (image, 120, 12), >, 100.0);
      else if (fill == CHART_FILL_OPEN)
        g_assert_cmpfloat (tone (image, 120, 12), <, 1.0);
      else
        g_assert_cmpfloat (tone (image, 120, 12), >, 8.0);
      cairo_destroy (cr);
      cairo_surface_destroy (image);
    }
}

/* How a line from one spoke to the next looks to somebody who sees no colour: how much of it is
 * there, and in how many pieces. */
typedef struct
{
  double share;
  guint pieces;
} Stroke;

#define ENLARGED 6 /* pixels a point: the gaps between dots are less than two */

static Stroke
look_at_line (ChartItem items[CHART_FIXTURE_N], double value)
{
  g_auto (ChartFixture) fixture = { 0 };
  const ChartRadarSpec spec = {
    .items = items, .n_items = CHART_FIXTURE_N, .scale = *chart_fixture_scale (), .selected = -1
  };
  Stroke stroke = { 0, 0 };
  cairo_t *cr = NULL;
  double height, x[2], y[2];
  gboolean before = FALSE;
  guint n = 0;

  chart_fixture_init (&fixture, CHART_LOOK_PRINT);
  chart_radar_measure (&spec, &fixture.style, 260, NULL, &height);
  cairo_surface_t *image
      = chart_fixture_image (&fixture.style, 260 * ENLARGED, (int)ceil (height) * ENLARGED, &cr);
  cairo_scale (cr, ENLARGED, ENLARGED);
  chart_radar_draw (&spec, &fixture.style, cr, 0, 0, 260, height);
  for (guint i = 0; i < 2; i++)
    chart_radar_point (&spec, &fixture.style, 260, height, i, value, &x[i], &y[i]);
  /* Away from the marks at the spokes. */
  for (double at = 0.2; at < 0.8; at += 0.001, n++)
    {
      const guint pixel = chart_fixture_pixel (image, ENLARGED * (x[0] + at * (x[1] - x[0])),
                                               ENLARGED * (y[0] + at * (y[1] - y[0])));
      const gboolean ink = (pixel >> 8 & 255) < 200;

      stroke.share += ink;
      stroke.pieces += ink && !before;
      before = ink;
    }
  stroke.share /= n;
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return stroke;
}

/* Now, before and target are told apart by their dashes alone: with equal grey for all. */
static void
test_radar_without_colour (void)
{
  ChartItem items[CHART_FIXTURE_N];
  Stroke now, previous, target;

  for (guint i = 0; i < CHART_FIXTURE_N; i++)
    {
      items[i] = (ChartItem)CHART_ITEM_INIT;
      items[i].label = "A";
      items[i].now = 40;
      items[i].now_text = "40";
    }
  now = look_at_line (items, 40);
  for (guint i = 0; i < CHART_FIXTURE_N; i++)
    items[i].previous = 85;
  previous = look_at_line (items, 85);
  for (guint i = 0; i < CHART_FIXTURE_N; i++)
    {
      items[i].previous = CHART_MISSING;
      items[i].target = 85;
    }
  target = look_at_line (items, 85);
  g_test_message ("now %.2f in %u, before %.2f in %u, target %.2f in %u", now.share, now.pieces,
                  previous.share, previous.pieces, target.share, target.pieces);
  g_assert_cmpfloat (now.share, >, 0.98);
  g_assert_cmpuint (now.pieces, ==, 1);
  g_assert_cmpuint (previous.pieces, >=, 3);
  g_assert_cmpuint (target.pieces, >=, 2 * previous.pieces);
  g_assert_cmpfloat (previous.share, <, 0.9);
  g_assert_cmpfloat (target.share, <, previous.share);
}

static guint
ruler_ink (const ChartFixture *fixture, double now, const char *name)
{
  ChartRulerSpec spec = { .item = CHART_ITEM_INIT, .scale = *chart_fixture_scale () };
  g_autofree ChartBand *bands
      = g_memdup2 (spec.scale.bands, spec.scale.n_bands * sizeof (ChartBand));
  cairo_t *cr = NULL;
  double height;
  guint ink;

  for (guint i = 0; i < spec.scale.n_bands; i++)
    {
      bands[i].title = name;
      bands[i].short_title = NULL;
    }
  spec.scale.bands = bands;
  spec.item.now = now;
  chart_ruler_measure (&spec, &fixture->style, 300, NULL, &height);
  cairo_surface_t *image = chart_fixture_image (&fixture->style, 300, (int)ceil (height), &cr);
  chart_ruler_draw (&spec, &fixture->style, cr, 0, 0, 300, height);
  ink = chart_fixture_ink (image, &fixture->style, (ChartRect){ 0, 0, 300, height });
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return ink;
}

/* However long the name of the level is: the one that one has is said. */
static void
test_ruler_here (void)
{
  g_auto (ChartFixture) fixture = { 0 };

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  for (double now = 12.5; now < 100; now += 25)
    g_assert_cmpuint (ruler_ink (&fixture, now, "Much too long a name for it"), >,
                      ruler_ink (&fixture, now, "") + 100);
}

/* Pixels of the first series on the line of the only row, in the middle half of the chart. */
static guint
n_on_the_line (const ChartFixture *fixture, const ChartStripsSpec *spec)
{
  cairo_t *cr = NULL;
  ChartRect row;
  double height;
  guint n = 0;

  chart_strips_measure (spec, &fixture->style, 500, NULL, &height);
  chart_strips_item_rect (spec, &fixture->style, 500, height, 0, &row);
  cairo_surface_t *image = chart_fixture_image (&fixture->style, 500, (int)ceil (height), &cr);
  chart_strips_draw (spec, &fixture->style, cr, 0, 0, 500, height);
  for (int x = 125; x < 375; x++)
    n += chart_fixture_near (chart_fixture_pixel (image, x, row.y + row.height / 2),
                             chart_palette_series (&fixture->style, CHART_SERIES_NOW), 8);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return n;
}

/* The one that is pointed out is a full disc among rings. */
static void
test_strips_chosen (void)
{
  const double values[] = { 2, 98 }, chosen = 50;
  ChartStrip strip = { .label = "A",
                       .values = values,
                       .n_values = 2,
                       .lower = 2,
                       .median = 98,
                       .upper = 2,
                       .median_text = "98" };
  const ChartStripsSpec spec = { .strips = &strip,
                                 .n_strips = 1,
                                 .scale = *chart_fixture_scale (),
                                 .median_title = "Median",
                                 .selected = -1 };

  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };

      chart_fixture_init (&fixture, look);
      strip.chosen = NULL;
      g_assert_cmpuint (n_on_the_line (&fixture, &spec), ==, 0);
      strip.chosen = &chosen;
      g_assert_cmpuint (n_on_the_line (&fixture, &spec), >=, 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_func ("/chart/radar/without-colour", test_radar_without_colour);
  g_test_add_func ("/chart/dot-plot/marks", test_dot_plot_marks);
  g_test_add_func ("/chart/dot-plot/missing", test_dot_plot_missing);
  g_test_add_func ("/chart/dot-plot/long-label", test_long_label);
  g_test_add_func ("/chart/dot-plot/last-stage-is-seen", test_last_stage_is_seen);
  g_test_add_func ("/chart/ruler/here", test_ruler_here);
  g_test_add_func ("/chart/strips/chosen", test_strips_chosen);
  g_test_add_func ("/chart/radar/gap", test_radar_gap);
  g_test_add_func ("/chart/hostile", test_hostile);
  g_test_add_func ("/chart/reasons/print-patterns", test_print_patterns);
  return g_test_run ();
}
