/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-date.h"
#include "catalogue/catalogue.h"

#include <string.h>

/* The bundled catalogue: how much there is of everything, and what must hold for each record. */

static Catalogue *catalogue;

/* {{{ Counts */

static void
test_counts (void)
{
  guint kinds[3] = { 0 };

  g_assert_cmpuint (catalogue_n_hubs (catalogue), ==, 454);
  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    kinds[catalogue_hub (catalogue, i)->kind]++;
  g_assert_cmpuint (kinds[CATALOGUE_HUB_EDIH], ==, 168);
  g_assert_cmpuint (kinds[CATALOGUE_HUB_SEAL], ==, 83);
  g_assert_cmpuint (kinds[CATALOGUE_HUB_DIH], ==, 203);
  g_assert_cmpuint (catalogue_n_clusters (catalogue), ==, 7);
  g_assert_cmpuint (catalogue_n_instruments (catalogue), ==, 23);
  g_assert_cmpuint (catalogue_n_guidance (catalogue), ==, 9);
  g_assert_cmpuint (catalogue_n_regions (catalogue), ==, 2088);
  g_assert_cmpuint (catalogue_n_countries (catalogue), ==, 40);
  g_assert_cmpuint (catalogue_n_divisions (catalogue, "2"), ==, 88);
  g_assert_cmpuint (catalogue_n_divisions (catalogue, "2.1"), ==, 87);
  g_assert_cmpuint (catalogue_n_divisions (catalogue, "3"), ==, 0);
  g_assert_cmpstr (catalogue_date (catalogue), ==, "2025-05-05");
  g_assert_cmpuint (strlen (catalogue_sha256 (catalogue)), ==, 64);
}

static void
test_vocabulary (void)
{
  static const guint counts[CATALOGUE_N_TERM_KINDS] = {
    [CATALOGUE_TERM_SECTOR] = 42,
    [CATALOGUE_TERM_TECHNOLOGY] = 34,
    [CATALOGUE_TERM_SERVICE] = 15,
    [CATALOGUE_TERM_PILLAR] = 4,
    [CATALOGUE_TERM_OFFICIAL_SECTOR] = 24,
    [CATALOGUE_TERM_DEI_PILLAR] = 5,
    [CATALOGUE_TERM_NEED] = 9,
    [CATALOGUE_TERM_MARKET] = 20,
    [CATALOGUE_TERM_GROUP] = 18,
  };

  for (guint kind = 0; kind < CATALOGUE_N_TERM_KINDS; kind++)
    {
      g_assert_cmpuint (catalogue_n_terms (catalogue, kind), ==, counts[kind]);
      for (guint i = 0; i < counts[kind]; i++)
        {
          const CatalogueTerm *term = catalogue_term (catalogue, kind, i);

          g_assert_true (catalogue_find_term (catalogue, kind, term->id) == term);
          g_assert_true (*term->label != '\0' && *term->plain != '\0');
          if (kind == CATALOGUE_TERM_SECTOR || kind == CATALOGUE_TERM_TECHNOLOGY)
            g_assert_nonnull (term->group);
          if (kind == CATALOGUE_TERM_DEI_PILLAR)
            g_assert_nonnull (term->about);
        }
    }
  g_assert_cmpstr (catalogue_find_term (catalogue, CATALOGUE_TERM_TECHNOLOGY, "cps")->plain, ==,
                   "a product or machine that contains sensors, electronics and software");
  g_assert_nonnull (catalogue_find_term (catalogue, CATALOGUE_TERM_MARKET, "US"));
  g_assert_null (catalogue_find_term (catalogue, CATALOGUE_TERM_SECTOR, "robotics"));
}

/* How many hubs the Commission's list has for a term, as the source counts them. */
static void
test_term_hubs (void)
{
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_SECTOR, "manufacturing"), ==,
                    253);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_SECTOR, "tobacco"), ==, 4);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_TECHNOLOGY, "ai"), ==, 318);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_TECHNOLOGY, "cps"), ==, 125);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_SERVICE, "sme-support"), ==,
                    344);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_PILLAR, "test-before-invest"),
                    ==, 394);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_MARKET, "US"), ==, 0);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_SECTOR, "nothing"), ==, 0);
}

/* }}} */
/* {{{ Hubs */

static void
check_tags (CatalogueTermKind kind, const CatalogueHubTag *tags, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (catalogue_find_term (catalogue, kind, tags[i].id));
      g_assert_cmpuint (tags[i].level, <=, 5);
    }
}

static void
check_hub_place (const CatalogueHub *hub)
{
  const CatalogueCountry *country = catalogue_find_country (catalogue, hub->country);
  const CatalogueRegion *region;

  g_assert_nonnull (country);
  g_assert_cmpstr (country->nuts, ==, hub->country);
  g_assert_true (hub->located || hub->city == NULL);
  if (hub->nuts2 == NULL)
    return;
  region = catalogue_find_region (catalogue, hub->nuts2);
  g_assert_cmpuint (region->level, ==, 2);
  g_assert_cmpstr (region->country, ==, hub->country);
  /* A hub is in or near its region; the largest regions are in the north of Scandinavia. */
  g_assert_cmpfloat (catalogue_distance_km (hub->lat, hub->lon, region->lat, region->lon), <, 400);
}

static void
test_hubs (void)
{
  guint without_region = 0, undated = 0;

  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    {
      const CatalogueHub *hub = catalogue_hub (catalogue, i);

      if (i > 0)
        g_assert_cmpstr (catalogue_hub (catalogue, i - 1)->id, <, hub->id);
      g_assert_true (catalogue_find_hub (catalogue, hub->id) == hub);
      g_assert_false (hub->own);
      check_hub_place (hub);
      check_tags (CATALOGUE_TERM_SECTOR, hub->sectors, hub->n_sectors);
      check_tags (CATALOGUE_TERM_TECHNOLOGY, hub->technologies, hub->n_technologies);
      check_tags (CATALOGUE_TERM_SERVICE, hub->services, hub->n_services);
      g_assert_cmpint (hub->test_before_invest, ==,
                       g_strv_contains (hub->pillars, "test-before-invest"));
      g_assert_nonnull (hub->source);
      without_region += hub->nuts2 == NULL;
      undated += hub->source_date == NULL;
    }
  g_assert_cmpuint (without_region, ==, 11); /* ten in Ukraine, Digi4Fashion */
  g_assert_cmpuint (undated, ==, 3);
}

static const CatalogueHubLink *
find_link (const CatalogueHub *hub, const char *kind, const char *part)
{
  for (guint i = 0; i < hub->n_links; i++)
    if (g_str_equal (hub->links[i].kind, kind) && strstr (hub->links[i].name, part) != NULL)
      return &hub->links[i];
  g_error ("%s has no %s “%s”", hub->id, kind, part);
}

static void
test_produtech (void)
{
  static const char *const reached[]
      = { "non-metallic-materials", "metalworking", "paper-wood", "textiles", "leather",
          "polymers-plastics" };
  const CatalogueHub *hub = catalogue_find_hub (catalogue, "pt-produtech-dih-national-platform");

  g_assert_nonnull (hub);
  g_assert_cmpstr (hub->acronym, ==, "PRODUTECH DIH National Platform");
  g_assert_cmpstr (hub->stage, ==, "fully operational");
  g_assert_cmpstr (hub->nuts2, ==, "PT11");
  g_assert_cmpstr (hub->host, ==, catalogue_find_cluster (catalogue, "produtech")->name);
  g_assert_cmpstr (find_link (hub, "hub", "iMan Norte Hub")->id, ==, "pt-iman-norte-hub");
  g_assert_cmpstr (find_link (hub, "cluster", "PRODUTECH")->id, ==, "produtech");
  find_link (hub, "initiative", "manufacturing");
  find_link (hub, "initiative", "3D printing");
  find_link (hub, "initiative", "NMP-REG");
  g_assert_nonnull (find_link (hub, "initiative", "DIH4CPS")->address);
  find_link (hub, "region", "Centro");
  find_link (hub, "committee", "Industry 4.0");
  for (guint i = 0; i < G_N_ELEMENTS (reached); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < hub->n_links; j++)
        found |= g_str_equal (hub->links[j].kind, "member")
                 && g_strv_contains (hub->links[j].sectors, reached[i]);
      g_assert_true (found);
    }
}

static void
test_iman (void)
{
  const CatalogueHub *hub = catalogue_find_hub (catalogue, "pt-iman-norte-hub");

  g_assert_nonnull (hub);
  g_assert_cmpstr (hub->technologies[0].id, ==, "cps");
  g_assert_cmpstr (hub->technologies[1].id, ==, "robotics");
  g_assert_cmpstr (find_link (hub, "cluster", "PRODUTECH")->id, ==, "produtech");
  g_assert_cmpstr (find_link (hub, "member", "CATIM")->sectors[0], ==, "metalworking");
  g_assert_null (hub->stage); /* the page does not say */
}

/* }}} */
/* {{{ Ids may be compared as pointers */

static void
check_same_ids (CatalogueTermKind kind, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (ids[i] == catalogue_find_term (catalogue, kind, ids[i])->id);
}

static void
check_same_tags (CatalogueTermKind kind, const CatalogueHubTag *tags, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (tags[i].id == catalogue_find_term (catalogue, kind, tags[i].id)->id);
}

static void
check_same_place (const char *country, const char *nuts2)
{
  g_assert_true (country == catalogue_find_country (catalogue, country)->nuts);
  g_assert_true (nuts2 == NULL || nuts2 == catalogue_find_region (catalogue, nuts2)->code);
}

static void
test_canonical_hubs (void)
{
  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    {
      const CatalogueHub *hub = catalogue_hub (catalogue, i);

      check_same_tags (CATALOGUE_TERM_SECTOR, hub->sectors, hub->n_sectors);
      check_same_tags (CATALOGUE_TERM_TECHNOLOGY, hub->technologies, hub->n_technologies);
      check_same_tags (CATALOGUE_TERM_SERVICE, hub->services, hub->n_services);
      check_same_ids (CATALOGUE_TERM_PILLAR, hub->pillars);
      for (guint j = 0; j < hub->n_links; j++)
        check_same_ids (CATALOGUE_TERM_SECTOR, hub->links[j].sectors);
      check_same_place (hub->country, hub->nuts2);
    }
}

static void
test_canonical_others (void)
{
  for (guint i = 0; i < catalogue_n_clusters (catalogue); i++)
    {
      const CatalogueCluster *cluster = catalogue_cluster (catalogue, i);

      check_same_tags (CATALOGUE_TERM_SECTOR, cluster->sectors, cluster->n_sectors);
      check_same_tags (CATALOGUE_TERM_TECHNOLOGY, cluster->technologies, cluster->n_technologies);
      check_same_ids (CATALOGUE_TERM_MARKET, cluster->markets);
      check_same_place (cluster->country, cluster->nuts2);
    }
  for (guint kind = 0; kind < CATALOGUE_N_TERM_KINDS; kind++)
    for (guint i = 0; i < catalogue_n_terms (catalogue, kind); i++)
      {
        const CatalogueTerm *term = catalogue_term (catalogue, kind, i);

        check_same_ids (CATALOGUE_TERM_PILLAR, term->pillars);
        check_same_ids (CATALOGUE_TERM_SERVICE, term->services);
        check_same_ids (CATALOGUE_TERM_SECTOR, term->sectors);
        if (term->group != NULL)
          check_same_ids (CATALOGUE_TERM_GROUP, (const char *const[]){ term->group, NULL });
      }
  for (guint i = 0; i < catalogue_n_instruments (catalogue); i++)
    check_same_ids (CATALOGUE_TERM_SERVICE, catalogue_instrument (catalogue, i)->services);
  for (guint i = 0; i < catalogue_n_guidance (catalogue); i++)
    {
      check_same_ids (CATALOGUE_TERM_TECHNOLOGY, catalogue_guidance (catalogue, i)->technologies);
      check_same_ids (CATALOGUE_TERM_SECTOR, catalogue_guidance (catalogue, i)->sectors);
    }
  for (guint i = 0; i < catalogue_n_regions (catalogue); i++)
    check_same_place (catalogue_region (catalogue, i)->country, NULL);
}

/* }}} */

static void
test_clusters (void)
{
  static const struct
  {
    const char *id, *country, *nuts2;
    int members, smes;
  } expected[] = {
    { "balticnet-plasmatec", "DE", "DE80", 73, 31 },
    { "gaia", "ES", "ES21", 251, 203 },
    { "mesap", "IT", "ITC1", 268, 222 },
    { "mitc", "SE", "SE12", 20, 12 },
    { "produtech", "PT", "PT11", -1, -1 },
    { "scs", "FR", "FRL0", 305, 200 },
    { "tice-pt", "PT", "PT19", 89, 32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CatalogueCluster *cluster = catalogue_cluster (catalogue, i);
      gboolean in_alliance = expected[i].members >= 0;

      g_assert_cmpstr (cluster->id, ==, expected[i].id);
      g_assert_cmpstr (cluster->country, ==, expected[i].country);
      g_assert_cmpstr (cluster->nuts2, ==, expected[i].nuts2);
      g_assert_cmpint (cluster->members, ==, expected[i].members);
      g_assert_cmpint (cluster->smes, ==, expected[i].smes);
      g_assert_cmpint (cluster->members_source != NULL, ==, in_alliance);
      g_assert_cmpint (g_strv_contains (cluster->markets, "US"), ==, in_alliance);
      g_assert_cmpstr (cluster->partnership, ==,
                       in_alliance ? "European Digital Industry Alliance" : NULL);
      g_assert_nonnull (cluster->sources[0]);
    }
}

static void
test_guidance (void)
{
  for (guint i = 0; i < catalogue_n_guidance (catalogue); i++)
    {
      const CatalogueGuidance *guidance = catalogue_guidance (catalogue, i);

      g_assert_true (g_str_has_prefix (guidance->source, "https://"));
      g_assert_true (base_date_is_valid (guidance->last_verified));
      g_assert_true (guidance->technologies[0] != NULL || guidance->sectors[0] != NULL
                     || guidance->goals[0] != NULL || guidance->dimensions[0] != NULL);
      if (g_str_equal (guidance->id, "cra"))
        {
          g_assert_cmpstr (guidance->identifier, ==, "Regulation (EU) 2024/2847");
          g_assert_cmpstr (guidance->applies_on, ==, "2027-12-11");
        }
      if (g_str_equal (guidance->id, "data-act"))
        g_assert_cmpstr (guidance->min_size, ==, "medium");
    }
}

/* Rings are closed shapes inside the window that the data set was cut to. */
static void
test_outlines (void)
{
  guint rings = 0, points = 0;

  g_assert_cmpuint (catalogue_n_outlines (catalogue), ==, 69);
  for (guint i = 0; i < catalogue_n_outlines (catalogue); i++)
    {
      const CatalogueOutline *outline = catalogue_outline (catalogue, i);

      g_assert_cmpuint (strlen (outline->iso), ==, 2);
      rings += outline->n_rings;
      for (guint r = 0; r < outline->n_rings; r++)
        {
          const CatalogueRing *ring = &outline->rings[r];

          points += ring->n_points;
          g_assert_cmpuint (ring->n_points, >=, 3);
          for (guint p = 0; p < 2 * ring->n_points; p += 2)
            {
              g_assert_cmpfloat_with_epsilon (ring->points[p], 17.5, 62.51);
              g_assert_cmpfloat_with_epsilon (ring->points[p + 1], 50.5, 25.51);
            }
        }
    }
  g_assert_cmpuint (rings, ==, 201);
  g_assert_cmpuint (points, ==, 7332);
  g_assert_cmpstr (catalogue_outline (catalogue, 0)->iso, ==, "AD");
  g_assert_cmpfloat_with_epsilon (catalogue_outline (catalogue, 0)->rings[0].points[0], 1.45,
                                  0.0001);
  g_assert_cmpfloat_with_epsilon (catalogue_outline (catalogue, 0)->rings[0].points[9], 42.5,
                                  0.0001);
}

/* Every country that can be chosen can be drawn. */
static void
test_outline_of_each_country (void)
{
  for (guint i = 0; i < catalogue_n_countries (catalogue); i++)
    {
      const CatalogueCountry *country = catalogue_country (catalogue, i);
      gboolean found = FALSE;

      for (guint j = 0; j < catalogue_n_outlines (catalogue); j++)
        found |= g_str_equal (catalogue_outline (catalogue, j)->iso, country->iso);
      if (!found)
        g_error ("no outline of %s", country->name);
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
  g_test_add_func ("/catalogue/data/counts", test_counts);
  g_test_add_func ("/catalogue/data/vocabulary", test_vocabulary);
  g_test_add_func ("/catalogue/data/term-hubs", test_term_hubs);
  g_test_add_func ("/catalogue/data/hubs", test_hubs);
  g_test_add_func ("/catalogue/data/produtech", test_produtech);
  g_test_add_func ("/catalogue/data/iman", test_iman);
  g_test_add_func ("/catalogue/data/canonical-hubs", test_canonical_hubs);
  g_test_add_func ("/catalogue/data/canonical-others", test_canonical_others);
  g_test_add_func ("/catalogue/data/clusters", test_clusters);
  g_test_add_func ("/catalogue/data/guidance", test_guidance);
  g_test_add_func ("/catalogue/data/outlines", test_outlines);
  g_test_add_func ("/catalogue/data/outline-of-each-country", test_outline_of_each_country);
  status = g_test_run ();
  catalogue_unref (catalogue);
  return status;
}
