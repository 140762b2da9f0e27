/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue.h"

#include <string.h>

/* Regions, countries, activities and distances of the bundled catalogue. */

static Catalogue *catalogue;

static void
test_regions (void)
{
  guint levels[4] = { 0 };

  for (guint i = 0; i < catalogue_n_regions (catalogue); i++)
    {
      const CatalogueRegion *region = catalogue_region (catalogue, i);

      if (i > 0)
        g_assert_cmpstr (catalogue_region (catalogue, i - 1)->code, <, region->code);
      g_assert_true (catalogue_find_region (catalogue, region->code) == region);
      g_assert_cmpuint (strlen (region->code), ==, region->level + 2u);
      g_assert_true (g_str_has_prefix (region->code, region->country));
      g_assert_nonnull (catalogue_find_country (catalogue, region->country));
      g_assert_true (*region->name != '\0' && *region->largest_place != '\0');
      g_assert_cmpuint (region->typology, <=, 3);
      levels[region->level]++;
    }
  g_assert_cmpuint (levels[0], ==, 40);
  g_assert_cmpuint (levels[1], ==, 127);
  g_assert_cmpuint (levels[2], ==, 345);
  g_assert_cmpuint (levels[3], ==, 1576);
}

typedef struct
{
  const char *code, *name, *native, *version;
  guint typology;
} RegionCase;

/* PT11 has one urban, three intermediate and four rural regions of level 3; AT11 one intermediate
 * and two rural. */
static const RegionCase region_cases[] = {
  { "PT11", "Norte", NULL, "2024", 3 },
  { "AL02", "Qender", NULL, "2024", 0 },
  { "PT11A", "Área Metropolitana do Porto", NULL, "2024", 1 },
  { "PT111", "Alto Minho", NULL, "2024", 3 },
  { "PT16", "Centro (PT)", NULL, "2021", 3 },
  { "PT19", "Centro (PT)", NULL, "2024", 3 },
  { "EL30", "Attiki", "Aττική", "2024", 1 },
  { "UKI3", "Inner London — West", NULL, "2021", 1 },
  { "MT00", "Malta", NULL, "2024", 1 },
};

static void
test_region_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (region_cases); i++)
    {
      const RegionCase *test = &region_cases[i];
      const CatalogueRegion *region = catalogue_find_region (catalogue, test->code);

      g_assert_nonnull (region);
      g_assert_cmpstr (region->name, ==, test->name);
      g_assert_cmpstr (region->native, ==, test->native);
      g_assert_cmpstr (region->version, ==, test->version);
      g_assert_cmpuint (region->typology, ==, test->typology);
    }
  g_assert_null (catalogue_find_region (catalogue, "GR30"));
  g_assert_null (catalogue_find_region (catalogue, ""));
}

/* The typology of a larger region, counted again. */
static void
test_typology (void)
{
  for (guint i = 0; i < catalogue_n_regions (catalogue); i++)
    {
      const CatalogueRegion *region = catalogue_region (catalogue, i);
      guint counts[4] = { 0 };
      guint most = 0, leaders = 0, leader = 0;

      if (region->level == 3)
        continue;
      for (guint j = 0; j < catalogue_n_regions (catalogue); j++)
        {
          const CatalogueRegion *below = catalogue_region (catalogue, j);

          if (below->level == 3 && g_str_has_prefix (below->code, region->code)
              && g_str_equal (below->version, region->version))
            counts[below->typology]++;
        }
      for (guint t = 1; t <= 3; t++)
        most = MAX (most, counts[t]);
      for (guint t = 1; t <= 3; t++)
        if (counts[t] == most)
          {
            leaders++;
            leader = t;
          }
      g_assert_cmpuint (region->typology, ==, most > 0 && leaders == 1 ? leader : 0);
    }
}

static void
test_countries (void)
{
  for (guint i = 1; i < catalogue_n_countries (catalogue); i++)
    g_assert_cmpstr (catalogue_country (catalogue, i - 1)->name, <,
                     catalogue_country (catalogue, i)->name);
  g_assert_cmpstr (catalogue_find_country (catalogue, "GR")->nuts, ==, "EL");
  g_assert_true (catalogue_find_country (catalogue, "EL")
                 == catalogue_find_country (catalogue, "GR"));
  g_assert_cmpstr (catalogue_find_country (catalogue, "UK")->iso, ==, "GB");
  g_assert_cmpstr (catalogue_find_country (catalogue, "PT")->name, ==, "Portugal");
  g_assert_cmpstr (catalogue_find_country (catalogue, "PT")->status, ==, "EU");
  g_assert_null (catalogue_find_country (catalogue, "pt"));
  g_assert_null (catalogue_find_country (catalogue, "US"));
}

/* Letters differ between the revisions: 62 is J in one and K in the other; 45 was dropped. */
static void
test_divisions (void)
{
  g_assert_cmpstr (catalogue_find_division (catalogue, "2", "25")->title, ==,
                   "Manufacture of fabricated metal products, except machinery and equipment");
  g_assert_cmpstr (catalogue_find_division (catalogue, "2", "62")->section, ==, "J");
  g_assert_cmpstr (catalogue_find_division (catalogue, "2.1", "62")->section, ==, "K");
  g_assert_cmpstr (catalogue_find_division (catalogue, "2.1", "25")->section_title, ==,
                   "Manufacturing");
  g_assert_nonnull (catalogue_find_division (catalogue, "2", "45"));
  g_assert_null (catalogue_find_division (catalogue, "2.1", "45"));
  g_assert_null (catalogue_find_division (catalogue, "1", "25"));
  for (guint i = 1; i < catalogue_n_divisions (catalogue, "2.1"); i++)
    g_assert_cmpstr (catalogue_division (catalogue, "2.1", i - 1)->code, <,
                     catalogue_division (catalogue, "2.1", i)->code);
}

typedef struct
{
  double lat1, lon1, lat2, lon2;
  double km, tolerance;
} DistanceCase;

/* A quarter and a half of the sphere's great circle (π/2 and π times the radius); one degree; the
 * example of the haversine formula for Nashville and Los Angeles airports (2887.2599 km on a radius
 * of 6372.8 km, scaled); cities. */
static const DistanceCase distance_cases[] = {
  { 0, 0, 0, 0, 0, 0 },
  { 41.15, -8.61, 41.15, -8.61, 0, 0 },
  { 0, 0, 90, 0, 10007.557, 0.001 },
  { 0, 0, 0, 180, 20015.115, 0.001 },
  { 0, 179.5, 0, -179.5, 111.195, 0.001 },
  { 10, 0, 11, 0, 111.195, 0.001 },
  { 36.12, -86.67, 33.94, -118.40, 2886.449, 0.01 },
  { 41.15, -8.61, 38.72, -9.14, 274, 3 },     /* Porto – Lisbon */
  { 52.52, 13.405, 48.8566, 2.3522, 878, 3 }, /* Berlin – Paris */
};

static void
test_distances (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (distance_cases); i++)
    {
      const DistanceCase *test = &distance_cases[i];
      double there = catalogue_distance_km (test->lat1, test->lon1, test->lat2, test->lon2);
      double back = catalogue_distance_km (test->lat2, test->lon2, test->lat1, test->lon1);

      g_assert_cmpfloat_with_epsilon (there, test->km, test->tolerance + 1e-9);
      g_assert_cmpfloat_with_epsilon (there, back, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/catalogue/region/all", test_regions);
  g_test_add_func ("/catalogue/region/table", test_region_table);
  g_test_add_func ("/catalogue/region/typology", test_typology);
  g_test_add_func ("/catalogue/region/countries", test_countries);
  g_test_add_func ("/catalogue/region/divisions", test_divisions);
  g_test_add_func ("/catalogue/region/distances", test_distances);
  status = g_test_run ();
  catalogue_unref (catalogue);
  return status;
}
