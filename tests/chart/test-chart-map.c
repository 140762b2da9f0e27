/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "chart/chart-map-spots.h"

#include <math.h>
#include <string.h>

/* Marks never cover each other, whatever lies at one place. */

#define N_HUBS 12

static void
same_place (ChartHub hubs[N_HUBS])
{
  for (guint i = 0; i < N_HUBS; i++)
    hubs[i] = (ChartHub){ i < 6 ? -8.61 : -3.70, i < 6 ? 41.15 : 40.42, i + 1, i % 3 };
}

static ChartMapSpec
map_of (const ChartHub *hubs, double width, double height)
{
  ChartMapSpec spec = { .home = G_MAXUINT,
                        .hubs = hubs,
                        .n_hubs = N_HUBS,
                        .has_company = TRUE,
                        .company_lon = -8.42,
                        .company_lat = 41.55,
                        .selected = -1 };
  double points[2 * N_HUBS];

  for (guint i = 0; i < N_HUBS; i++)
    {
      points[2 * i] = hubs[i].lon;
      points[2 * i + 1] = hubs[i].lat;
    }
  spec.view = chart_map_view_fit (points, N_HUBS, width, height, 90);
  return spec;
}

static void
test_marks_apart (void)
{
  for (int look = 0; look < CHART_N_LOOKS; look++)
    {
      g_auto (ChartFixture) fixture = { 0 };
      ChartHub hubs[N_HUBS];

      same_place (hubs);
      chart_fixture_init (&fixture, look);
      ChartMapSpec spec = map_of (hubs, 500, 460);
      double r = chart_map_spot_radius (&fixture.style);
      g_autoptr (GArray) spots = chart_map_spots (&spec, &fixture.style, 500, 460);
      g_assert_cmpuint (spots->len, ==, N_HUBS);
      for (guint a = 0; a < spots->len; a++)
        {
          const ChartMapSpot *first = &g_array_index (spots, ChartMapSpot, a);
          g_assert_cmpfloat (first->x, >=, r);
          g_assert_cmpfloat (first->y, <=, 460 - r);
          for (guint b = a + 1; b < spots->len; b++)
            {
              const ChartMapSpot *second = &g_array_index (spots, ChartMapSpot, b);
              g_assert_cmpfloat (hypot (first->x - second->x, first->y - second->y), >=, 2.0 * r);
            }
        }
    }
}

static void
test_same_picture_twice (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartHub hubs[N_HUBS];

  same_place (hubs);
  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  ChartMapSpec spec = map_of (hubs, 500, 460);
  g_autoptr (GArray) a = chart_map_spots (&spec, &fixture.style, 500, 460);
  g_autoptr (GArray) b = chart_map_spots (&spec, &fixture.style, 500, 460);
  g_assert_cmpmem (a->data, a->len * sizeof (ChartMapSpot), b->data,
                   b->len * sizeof (ChartMapSpot));
}

static void
test_hit (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  ChartHub hubs[N_HUBS];
  ChartRect rect;
  double x, y;

  same_place (hubs);
  hubs[11] = (ChartHub){ NAN, NAN, 12, CHART_HUB_EDIH };
  hubs[10] = (ChartHub){ -6.0, 39.0, 0, CHART_HUB_EDIH };
  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  ChartMapSpec spec = map_of (hubs, 500, 460);
  for (guint i = 0; i < 10; i++)
    {
      g_assert_true (chart_map_item_rect (&spec, &fixture.style, 500, 460, i, &rect));
      g_assert_cmpint (chart_map_hit (&spec, &fixture.style, 500, 460, rect.x + rect.width / 2,
                                      rect.y + rect.height / 2),
                       ==, (int)i);
    }
  g_assert_false (chart_map_item_rect (&spec, &fixture.style, 500, 460, 11, &rect));
  /* A dot is 5 wide, its target 24. */
  chart_map_view_to_units (spec.view, 500, 460, -6.0, 39.0, &x, &y);
  g_assert_cmpint (chart_map_hit (&spec, &fixture.style, 500, 460, x + 8, y - 8), ==, 10);
  g_assert_cmpint (chart_map_hit (&spec, &fixture.style, 500, 460, x + 30, y + 30), ==, -1);
}

static void
test_land (void)
{
  const float broken[] = { 0.0f, 50.0f, NAN, 3.0f, 1.0f, 51.0f };
  const ChartRing rings[] = { { broken, 3, 7 } };
  g_autoptr (ChartLand) nothing = chart_land_new (rings, 1);
  g_autoptr (ChartLand) land = chart_fixture_land ();
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 4, 4);
  cairo_t *cr = cairo_create (image);
  const ChartLandView world = { 0, 0, 1e7, 1e7, 0 }, coarse = { 0, 0, 1e7, 1e7, 50000 },
                      far_away = { 6e6, 5e6, 7e6, 6e6, 0 };
  double x, y, x0, y0, x1, y1;

  g_assert_false (chart_land_centre (nothing, 7, &x, &y));
  g_assert_true (chart_land_centre (land, 0, &x, &y));
  g_assert_false (chart_land_centre (land, 9, &x, &y));
  chart_land_path (land, cr, 0, G_MAXUINT, &world);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  g_assert_cmpfloat (x1 - x0, >, 900000); /* Iberia is about 1000 km wide */
  cairo_new_path (cr);
  chart_land_path (land, cr, 0, G_MAXUINT, &coarse);
  cairo_path_extents (cr, &x, &y, &x1, &y1);
  g_assert_cmpfloat (fabs (x - x0), <=, 25000); /* moved by half the grid at most */
  g_assert_cmpfloat (fabs (y - y0), <=, 25000);
  g_assert_cmpfloat (fmod (x, 50000), <, 1.0);
  cairo_new_path (cr);
  chart_land_path (land, cr, 0, 0, &world); /* all of one country but that one */
  chart_land_path (land, cr, G_MAXUINT, G_MAXUINT, &far_away);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* The corners of a country's outlines, as words. */
static GHashTable *
corners_of (const ChartLand *land, guint country)
{
  const ChartLandView world = { 0, 0, 1e7, 1e7, 0 };
  GHashTable *corners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 4, 4);
  cairo_t *cr = cairo_create (image);

  chart_land_path (land, cr, country, G_MAXUINT, &world);
  cairo_path_t *path = cairo_copy_path (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    if (path->data[i].header.length > 1)
      g_hash_table_add (corners, g_strdup_printf ("%.0f %.0f", path->data[i + 1].point.x,
                                                  path->data[i + 1].point.y));
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return corners;
}

/* Two countries beside each other, the second one drawn the other way round. */
#define N_BORDER 40
static ChartLand *
neighbours_new (void)
{
  float west[2 * (N_BORDER + 2)], east[2 * (N_BORDER + 2)];

  for (guint i = 0; i < N_BORDER; i++)
    {
      /* Small teeth of different sizes, and one large one. */
      west[2 * i] = 10.0f + (i == 20 ? 0.8f : (float)(i % 2) * 0.01f + (float)(i % 7) * 0.002f);
      west[2 * i + 1] = 45.0f + (float)i * 0.02f;
      east[2 * (N_BORDER - 1 - i)] = west[2 * i];
      east[2 * (N_BORDER - 1 - i) + 1] = west[2 * i + 1];
    }
  const float far_west[] = { 9.2f, 45.7f, 9.2f, 45.1f },
              far_east[] = { 10.9f, 45.1f, 10.9f, 45.7f };
  memcpy (west + 2 * N_BORDER, far_west, sizeof far_west);
  memcpy (east + 2 * N_BORDER, far_east, sizeof far_east);
  const ChartRing rings[] = { { west, N_BORDER + 2, 0 }, { east, N_BORDER + 2, 1 } };
  return chart_land_new (rings, G_N_ELEMENTS (rings));
}

/* What of a border is left is the same for both its countries; where it ends and its large tooth
 * stay. */
static void
test_simplify (void)
{
  g_autoptr (ChartLand) land = neighbours_new ();
  g_autoptr (ChartLand) simple = chart_land_simplify (land, 1e8);
  g_autoptr (ChartLand) same = chart_land_simplify (land, 0.0);
  g_autoptr (GHashTable) west = corners_of (land, 0), east = corners_of (land, 1);
  g_autoptr (GHashTable) simple_west = corners_of (simple, 0), simple_east = corners_of (simple, 1);
  g_autoptr (GHashTable) same_west = corners_of (same, 0);
  GHashTableIter iter;
  gpointer corner;
  guint left = 0;

  g_assert_cmpuint (g_hash_table_size (same_west), ==, g_hash_table_size (west));
  g_assert_cmpuint (g_hash_table_size (west), ==, N_BORDER + 2);
  g_hash_table_iter_init (&iter, west);
  while (g_hash_table_iter_next (&iter, &corner, NULL))
    if (g_hash_table_contains (east, corner))
      {
        g_assert_true (g_hash_table_contains (simple_west, corner)
                       == g_hash_table_contains (simple_east, corner));
        left += g_hash_table_contains (simple_west, corner) ? 1 : 0;
      }
  /* Both ends, the tooth, and where it begins and ends. */
  g_assert_cmpuint (left, >=, 3);
  g_assert_cmpuint (left, <=, 5);
  g_assert_cmpuint (g_hash_table_size (simple_west), ==, left + 2);
}

/* 454 hubs, 20 of them ranked at two places: a frame must stay far below a screen's 16 ms. */
static void
test_many (void)
{
  g_auto (ChartFixture) fixture = { 0 };
  g_autofree ChartHub *hubs = g_new0 (ChartHub, 2000);

  chart_fixture_init (&fixture, CHART_LOOK_LIGHT);
  for (guint i = 0; i < 2000; i++)
    hubs[i] = (ChartHub){ -9.0 + (i * 37 % 300) / 10.0, 37.0 + (i * 53 % 200) / 10.0,
                          i < 20 ? i + 1 : 0, CHART_HUB_OTHER };
  ChartMapSpec spec = { .home = G_MAXUINT,
                        .hubs = hubs,
                        .n_hubs = 2000,
                        .selected = -1,
                        .view = chart_map_view_europe (500, 460) };
  g_autoptr (GArray) spots = chart_map_spots (&spec, &fixture.style, 500, 460);
  g_assert_cmpuint (spots->len, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/map/marks-apart", test_marks_apart);
  g_test_add_func ("/chart/map/same-picture-twice", test_same_picture_twice);
  g_test_add_func ("/chart/map/hit", test_hit);
  g_test_add_func ("/chart/map/land", test_land);
  g_test_add_func ("/chart/map/simplify", test_simplify);
  g_test_add_func ("/chart/map/many", test_many);
  return g_test_run ();
}
