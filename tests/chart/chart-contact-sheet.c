/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "chart/chart-bars.h"
#include "chart/chart-dot-plot.h"
#include "chart/chart-pen.h"
#include "chart/chart-radar.h"
#include "chart/chart-range.h"
#include "chart/chart-reasons.h"
#include "chart/chart-ruler.h"

#include <math.h>

/* chart-contact-sheet DIR [OUTLINE]: draws every chart in every look to DIR/charts-LOOK.png, for
 * the eye. OUTLINE is a text file with one ring a line, "country lon lat lon lat …"; without it two
 * rectangles stand for Iberia and France. */

static ChartLand *
read_land (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (ChartRing));
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func (g_free);

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    return chart_fixture_land ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      guint n = g_strv_length (words) / 2;
      float *points = g_new (float, 2 * MAX (1, n));
      for (guint p = 0; p < 2 * n; p++)
        points[p] = (float)g_ascii_strtod (words[p + 1] != NULL ? words[p + 1] : "0", NULL);
      ChartRing ring = { points, n, (guint)g_ascii_strtoull (words[0], NULL, 10) };
      g_ptr_array_add (keep, points);
      g_array_append_val (rings, ring);
    }
  return chart_land_new ((const ChartRing *)(const void *)rings->data, rings->len);
}

static void
draw_profiles (const ChartStyle *style, cairo_t *cr, double u)
{
  ChartItem items[CHART_FIXTURE_N], open[CHART_FIXTURE_N], plain[CHART_FIXTURE_N];
  ChartDotPlotSpec dots = { .items = items,
                            .n_items = CHART_FIXTURE_N,
                            .scale = *chart_fixture_scale (),
                            .now_title = "Now",
                            .target_title = "Target",
                            .selected = 3 };
  ChartRadarSpec radar = { items, CHART_FIXTURE_N, *chart_fixture_scale (), -1 };
  double height;

  chart_fixture_items (items, TRUE);
  chart_fixture_items (open, FALSE);
  chart_fixture_items (plain, FALSE);
  open[2].now = CHART_MISSING;
  open[2].low = 10;
  open[2].high = 62;
  open[2].now_text = "10–62";
  open[4].now = CHART_MISSING;
  open[4].now_text = "–";
  for (guint i = 0; i < CHART_FIXTURE_N; i++)
    plain[i].previous = MAX (0.0, plain[i].now - 8.0 + 3.0 * (i % 3));

  chart_dot_plot_measure (&dots, style, 472 * u, NULL, &height);
  chart_dot_plot_draw (&dots, style, cr, 0, 0, 472 * u, height);
  chart_radar_measure (&radar, style, 300 * u, NULL, &height);
  chart_radar_draw (&radar, style, cr, 500 * u, 0, 300 * u, height);
  dots.items = open;
  dots.selected = -1;
  chart_dot_plot_measure (&dots, style, 472 * u, NULL, &height);
  chart_dot_plot_draw (&dots, style, cr, 0, 310 * u, 472 * u, height);
  radar.items = open;
  radar.selected = 1;
  chart_radar_draw (&radar, style, cr, 500 * u, 310 * u, 300 * u, 260 * u);
  dots.items = items;
  dots.narrow = TRUE;
  chart_dot_plot_measure (&dots, style, 330 * u, NULL, &height);
  chart_dot_plot_draw (&dots, style, cr, 830 * u, 0, 330 * u, height);
  dots.narrow = FALSE;
  dots.small = TRUE;
  dots.items = plain;
  chart_dot_plot_measure (&dots, style, 330 * u, NULL, &height);
  chart_dot_plot_draw (&dots, style, cr, 830 * u, 360 * u, 330 * u, height);
}

static void
draw_small (const ChartStyle *style, cairo_t *cr, double u)
{
  ChartRulerSpec ruler = { .item = CHART_ITEM_INIT, .scale = *chart_fixture_scale () };
  ChartRangeSpec range = { CHART_MISSING, 19, 43, *chart_fixture_scale () };
  const ChartShare shares[]
      = { { 28, CHART_FILL_SOLID }, { 27, CHART_FILL_HATCH }, { 18, CHART_FILL_DOTS },
          { 10, CHART_FILL_LINES }, { 5, CHART_FILL_OPEN },   { 6, CHART_FILL_CROSS } };
  ChartReasonsSpec reasons = { shares, G_N_ELEMENTS (shares), 100, -1 };
  const double values[] = { 33, 19, CHART_MISSING, 46, 16, 30 };
  ChartBarsSpec bars = { values, 6, 100 };
  const ChartKeyEntry entries[] = {
    { CHART_MARK_NOW, 0, "Now" },
    { CHART_MARK_TARGET, 0, "Target" },
    { CHART_MARK_PREVIOUS, 0, "Before" },
    { CHART_MARK_REFERENCE, 0, "Median of 13 companies" },
    { CHART_MARK_RANGE, 0, "Still reachable" },
    { CHART_MARK_NOW_LINE, 0, "Now" },
    { CHART_MARK_TARGET_LINE, 0, "Target" },
    { CHART_MARK_PREVIOUS_LINE, 0, "Before" },
    { CHART_MARK_BAND_LIMIT, 0, "Limit of a band" },
    { CHART_MARK_FILL, CHART_FILL_SOLID, "Near" },
    { CHART_MARK_FILL, CHART_FILL_HATCH, "Sector" },
    { CHART_MARK_FILL, CHART_FILL_DOTS, "Technology" },
    { CHART_MARK_FILL, CHART_FILL_LINES, "Service" },
    { CHART_MARK_FILL, CHART_FILL_OPEN, "Kind" },
    { CHART_MARK_FILL, CHART_FILL_CROSS, "Market" },
    { CHART_MARK_COMPANY, 0, "Company" },
    { CHART_MARK_HUB_RANKED, 0, "Ranked" },
    { CHART_MARK_HUB_EDIH, 0, "EDIH" },
    { CHART_MARK_HUB_SEAL, 0, "Seal" },
    { CHART_MARK_HUB_OTHER, 0, "Other" },
    { CHART_MARK_HUB_DOT, 0, "Hub" },
  };
  ChartKeySpec key = { entries, G_N_ELEMENTS (entries), FALSE };
  double height;

  ruler.item.now = 26.56;
  ruler.item.target = 43;
  ruler.item.previous = 12;
  chart_ruler_measure (&ruler, style, 800 * u, NULL, &height);
  chart_ruler_draw (&ruler, style, cr, 0, 600 * u, 800 * u, height);
  ruler.item = (ChartItem)CHART_ITEM_INIT;
  ruler.item.low = 19;
  ruler.item.high = 43;
  chart_ruler_draw (&ruler, style, cr, 0, 670 * u, 800 * u, height);
  chart_range_measure (&range, style, 200 * u, NULL, &height);
  chart_range_draw (&range, style, cr, 830 * u, 640 * u, 200 * u, height);
  range.now = 30;
  chart_range_draw (&range, style, cr, 830 * u, 670 * u, 200 * u, height);
  chart_reasons_measure (&reasons, style, 330 * u, NULL, &height);
  chart_reasons_draw (&reasons, style, cr, 830 * u, 700 * u, 330 * u, style->print ? 10.0 : height);
  chart_bars_measure (&bars, style, 84 * u, NULL, &height);
  chart_bars_draw (&bars, style, cr, 1060 * u, 640 * u, 84 * u, height);
  chart_key_draw (&key, style, cr, 0, 740 * u, 1160 * u, 0);
}

static void
draw_map (const ChartStyle *style, cairo_t *cr, double u, const ChartLand *land)
{
  const ChartHub hubs[] = {
    { -8.61, 41.15, 1, CHART_HUB_EDIH }, { -8.61, 41.15, 2, CHART_HUB_OTHER },
    { -3.70, 40.42, 3, CHART_HUB_SEAL }, { -8.69, 41.18, 4, CHART_HUB_SEAL },
    { -3.81, 43.46, 5, CHART_HUB_SEAL }, { -3.70, 40.42, 6, CHART_HUB_SEAL },
    { -9.14, 38.72, 0, CHART_HUB_EDIH }, { 2.17, 41.38, 0, CHART_HUB_EDIH },
    { 2.35, 48.85, 0, CHART_HUB_EDIH },  { -0.38, 39.47, 0, CHART_HUB_EDIH },
  };
  const ChartDistance rings[] = { { 100, "100 km" }, { 400, "400 km" } };
  const ChartPlaceName names[] = { { -3.5, 39.5, "Spain" }, { 2.5, 46.6, "France" } };
  const double fit[] = { -8.61, 41.15, -3.70, 40.42, -3.81, 43.46, -8.42, 41.55 };
  double w = 560 * u, h = 420 * u;
  ChartMapSpec spec = { .land = land,
                        .home = 0,
                        .hubs = hubs,
                        .n_hubs = G_N_ELEMENTS (hubs),
                        .has_company = TRUE,
                        .company_lon = -8.42,
                        .company_lat = 41.55,
                        .company_label = "Company",
                        .distances = rings,
                        .n_distances = 2,
                        .names = names,
                        .n_names = 2,
                        .overview = TRUE,
                        .selected = 0 };

  spec.view = chart_map_view_fit (fit, 4, w, h, 90 * u);
  chart_map_draw (&spec, style, cr, 0, 830 * u, w, h);
  chart_map_draw_overview (&spec, style, cr, 580 * u, 830 * u, 240 * u, 210 * u, w, h);
  spec.view = chart_map_view_europe (w / 1.7, h);
  spec.overview = FALSE;
  chart_map_draw (&spec, style, cr, 830 * u, 830 * u, w / 1.7, h);
}

int
main (int argc, char **argv)
{
  const char *folder = argc > 1 ? argv[1] : ".";
  g_autoptr (ChartLand) land = read_land (argc > 2 ? argv[2] : NULL);

  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };
      double u = look == CHART_LOOK_PRINT ? 0.64 : 1.0, zoom = 1.0 / u;
      cairo_t *cr = NULL;

      chart_fixture_init (&fixture, look);
      cairo_surface_t *image = chart_fixture_image (&fixture.style, 1200, 1290, &cr);
      cairo_translate (cr, 20, 20);
      cairo_scale (cr, zoom, zoom);
      draw_profiles (&fixture.style, cr, u);
      draw_small (&fixture.style, cr, u);
      draw_map (&fixture.style, cr, u, land);
      cairo_destroy (cr);
      g_autofree char *name = g_strdup_printf ("%s/charts-%s.png", folder, chart_look_names[look]);
      cairo_status_t status = cairo_surface_write_to_png (image, name);
      cairo_surface_destroy (image);
      if (status != CAIRO_STATUS_SUCCESS)
        {
          g_printerr ("%s: %s\n", name, cairo_status_to_string (status));
          return 1;
        }
      g_print ("%s\n", name);
    }
  return 0;
}
