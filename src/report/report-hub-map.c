/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-hub-map.h"

#include "chart/chart-key.h"
#include "chart/chart-map.h"
#include "report/report-say.h"

#include <math.h>

/* Ranked hubs near by in full, all of Europe small. Country names are the catalogue's, at the
 * middle of their outline. */

#define MAP_WIDTH 312.0
#define MAP_HEIGHT 222.0
#define OVERVIEW_WIDTH 148.0
#define OVERVIEW_HEIGHT 129.0
#define HEIGHT_ALL 222.0
/* Square metres: what is smaller has not half a square point in the overview. */
#define FAR_DETAIL 1e9

typedef struct
{
  GArray *hubs;
  GArray *names;
  ChartMapSpec spec;
  ChartStyle style;
  ChartKeyEntry entries[4];
  ChartDistance rings[3];
} Map;

static void
map_free (gpointer data)
{
  Map *map = data;

  g_array_unref (map->hubs);
  g_array_unref (map->names);
  if (map->spec.land != NULL)
    chart_land_unref ((ChartLand *)map->spec.land);
  chart_land_unref ((ChartLand *)map->spec.far_land);
  g_free (map);
}

static ChartHubKind
kind_of (const CatalogueHub *hub)
{
  return hub->kind == CATALOGUE_HUB_EDIH   ? CHART_HUB_EDIH
         : hub->kind == CATALOGUE_HUB_SEAL ? CHART_HUB_SEAL
                                           : CHART_HUB_OTHER;
}

static ChartLand *
land_new (const Catalogue *catalogue)
{
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (ChartRing));

  for (guint i = 0; i < catalogue_n_outlines (catalogue); i++)
    {
      const CatalogueOutline *outline = catalogue_outline (catalogue, i);
      for (guint r = 0; r < outline->n_rings; r++)
        {
          ChartRing ring = { outline->rings[r].points, outline->rings[r].n_points, i };
          g_array_append_val (rings, ring);
        }
    }
  return chart_land_new ((const ChartRing *)(const void *)rings->data, rings->len);
}

static guint
outline_of (const Catalogue *catalogue, const char *code)
{
  const CatalogueCountry *country = code != NULL ? catalogue_find_country (catalogue, code) : NULL;

  for (guint i = 0; country != NULL && i < catalogue_n_outlines (catalogue); i++)
    if (g_strcmp0 (catalogue_outline (catalogue, i)->iso, country->iso) == 0)
      return i;
  return G_MAXUINT;
}

static void
add_hubs (Map *map, Report *report, guint n_ranked)
{
  const Catalogue *catalogue = advice_catalogue (report->advice);
  g_autoptr (GHashTable) ranked = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_ranked; i++)
    g_hash_table_insert (ranked, (gpointer)advice_hub (report->advice, i)->hub,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    {
      const CatalogueHub *hub = catalogue_hub (catalogue, i);
      ChartHub mark
          = { hub->located ? hub->lon : (double)NAN, hub->located ? hub->lat : (double)NAN,
              GPOINTER_TO_UINT (g_hash_table_lookup (ranked, hub)), kind_of (hub) };
      g_array_append_val (map->hubs, mark);
    }
}

static void
place_company (Map *map, Report *report)
{
  const Catalogue *catalogue = advice_catalogue (report->advice);
  const char *code = report_field (report, "company.region");
  const char *country = report_field (report, "company.country");
  const CatalogueCountry *known
      = country != NULL ? catalogue_find_country (catalogue, country) : NULL;
  const CatalogueRegion *region = code != NULL ? catalogue_find_region (catalogue, code) : NULL;

  map->spec.home = outline_of (catalogue, country);
  if (region == NULL && known != NULL)
    region = catalogue_find_region (catalogue, known->nuts);
  if (region == NULL)
    return;
  map->spec.has_company = TRUE;
  map->spec.company_lon = region->lon;
  map->spec.company_lat = region->lat;
  map->spec.company_label = report_tr (report, N_ ("Company"));
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* One far hub must not press all near ones into a corner: those beyond three times the median
 * distance are left to the overview. */
static int
farthest_shown (Report *report, guint n_ranked)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n_ranked; i++)
    if (advice_hub (report->advice, i)->distance_km >= 0)
      g_array_append_val (distances, advice_hub (report->advice, i)->distance_km);
  if (distances->len == 0)
    return G_MAXINT;
  g_array_sort (distances, compare_ints);
  return MAX (150, 3 * g_array_index (distances, int, distances->len / 2));
}

static void
fit_view (Map *map, int limit, const Advice *advice)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < map->hubs->len; i++)
    {
      const ChartHub *hub = &g_array_index (map->hubs, ChartHub, i);
      double place[2] = { hub->lon, hub->lat };
      if (hub->rank > 0 && advice_hub (advice, hub->rank - 1)->distance_km <= limit)
        g_array_append_vals (points, place, 2);
    }
  if (map->spec.has_company)
    {
      double place[2] = { map->spec.company_lon, map->spec.company_lat };
      g_array_append_vals (points, place, 2);
    }
  map->spec.view = chart_map_view_fit ((const double *)(const void *)points->data, points->len / 2,
                                       MAP_WIDTH, MAP_HEIGHT, 34.0);
}

static void
add_rings (Map *map, Report *report)
{
  static const int steps[][2]
      = { { 50, 100 }, { 100, 250 }, { 250, 500 }, { 500, 1000 }, { 1000, 2000 } };
  double across = map->spec.view.metres_per_unit * MAP_WIDTH / 1000.0;
  guint row = across < 350 ? 0 : across < 900 ? 1 : across < 1800 ? 2 : across < 3500 ? 3 : 4;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text
          = g_strdup_printf ("%s\xc2\xa0km", report_integer (report, steps[row][i]));
      map->rings[i] = (ChartDistance){ steps[row][i], report_copy (report, text) };
    }
  map->spec.distances = map->rings;
  map->spec.n_distances = 2;
}

static void
add_names (Map *map, Report *report)
{
  const Catalogue *catalogue = advice_catalogue (report->advice);

  for (guint i = 0; i < catalogue_n_outlines (catalogue); i++)
    {
      const CatalogueCountry *country
          = catalogue_find_country (catalogue, catalogue_outline (catalogue, i)->iso);
      const CatalogueRegion *region
          = country != NULL ? catalogue_find_region (catalogue, country->nuts) : NULL;

      if (region == NULL)
        continue;
      ChartPlaceName name = { region->lon, region->lat, report_tr (report, country->name) };
      g_array_append_val (map->names, name);
    }
  map->spec.names = (const ChartPlaceName *)(const void *)map->names->data;
  map->spec.n_names = map->names->len;
}

static Map *
map_new (Report *report, guint n_ranked)
{
  Map *map = g_new0 (Map, 1);

  if (report->land == NULL)
    report->land = land_new (advice_catalogue (report->advice));
  map->hubs = g_array_new (FALSE, FALSE, sizeof (ChartHub));
  map->names = g_array_new (FALSE, FALSE, sizeof (ChartPlaceName));
  map->style = report_chart_style (report, report_tr (report, N_ ("Company")));
  map->spec.land = chart_land_ref (report->land);
  map->spec.far_land = chart_land_simplify (report->land, FAR_DETAIL);
  map->spec.selected = -1;
  add_hubs (map, report, n_ranked);
  map->spec.hubs = (const ChartHub *)(const void *)map->hubs->data;
  map->spec.n_hubs = map->hubs->len;
  place_company (map, report);
  fit_view (map, farthest_shown (report, n_ranked), report->advice);
  add_rings (map, report);
  add_names (map, report);
  map->entries[0] = (ChartKeyEntry){ CHART_MARK_HUB_EDIH, 0,
                                     report_tr (report, N_ ("European Digital Innovation Hub")) };
  map->entries[1] = (ChartKeyEntry){ CHART_MARK_HUB_SEAL, 0,
                                     report_tr (report, N_ ("Hub with a Seal of Excellence")) };
  map->entries[2] = (ChartKeyEntry){ CHART_MARK_HUB_OTHER, 0,
                                     report_tr (report, N_ ("Other hub of the catalogue")) };
  map->entries[3] = (ChartKeyEntry){ CHART_MARK_COMPANY, 0,
                                     report_tr (report, N_ ("Company (middle of its region)")) };
  return map;
}

static void
draw_map (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  Map *map = data;
  double left = x + MAP_WIDTH + 16.0;
  ChartKeySpec key = { map->entries, map->spec.has_company ? 4 : 3, TRUE };

  chart_map_draw (&map->spec, &map->style, cr, x, y, MAP_WIDTH, MAP_HEIGHT);
  chart_map_draw_overview (&map->spec, &map->style, cr, left, y, OVERVIEW_WIDTH, OVERVIEW_HEIGHT,
                           MAP_WIDTH, MAP_HEIGHT);
  chart_key_draw (&key, &map->style, cr, left, y + OVERVIEW_HEIGHT + 8.0, OVERVIEW_WIDTH, 60.0);
}

void
report_hub_map (ReportFlow *flow, guint n_hubs)
{
  Report *report = flow->report;
  g_autoptr (GString) alt
      = g_string_new (report_tr (report, N_ ("Map of the hubs below and the company")));

  for (guint i = 0; i < n_hubs; i++)
    g_string_append_printf (alt, "%s%u %s", i == 0 ? ": " : ", ", i + 1,
                            advice_hub (report->advice, i)->hub->name);
  report_flow_figure (flow, flow->x, flow->width, HEIGHT_ALL, alt->str, draw_map,
                      map_new (report, n_hubs), map_free);
}
