/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-match-private.h"
#include "base/base-data.h"
#include "base/base-language.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* Ranking of hubs and clusters, against an oracle: the published formula (README,
 * data/rules/match-weights.json) written a second time in the plainest way, by names instead of
 * pointers, over the real catalogue and random wishes. */

typedef struct
{
  Catalogue *catalogue;
  AdviceWeights *weights;
  GHashTable *worths; /* of the oracle, by term: counting all hubs' tags anew each time would take
                         minutes */
} World;

static World world;

static const char *const no_terms[] = { NULL };

static AdviceMatchQuery
query_of (const char *country, const char *region)
{
  return (AdviceMatchQuery){ .catalogue = world.catalogue,
                             .weights = world.weights,
                             .country = country,
                             .region = region,
                             .sectors = no_terms,
                             .technologies = no_terms,
                             .services = no_terms,
                             .markets = no_terms };
}

/* --- the oracle
 * ----------------------------------------------------------------------------------------------------
 */

static double
count_worth (CatalogueTermKind kind, const char *id)
{
  double all = catalogue_n_hubs (world.catalogue), with = 0;
  double floor_share = advice_weights_values (world.weights)->rarity_floor / 100.0;

  for (guint i = 0; i < catalogue_n_hubs (world.catalogue); i++)
    {
      const CatalogueHub *hub = catalogue_hub (world.catalogue, i);
      const CatalogueHubTag *tags = kind == CATALOGUE_TERM_SECTOR       ? hub->sectors
                                    : kind == CATALOGUE_TERM_TECHNOLOGY ? hub->technologies
                                                                        : hub->services;
      guint n = kind == CATALOGUE_TERM_SECTOR       ? hub->n_sectors
                : kind == CATALOGUE_TERM_TECHNOLOGY ? hub->n_technologies
                                                    : hub->n_services;

      for (guint j = 0; j < n; j++)
        if (strcmp (tags[j].id, id) == 0)
          {
            with++;
            break;
          }
    }
  return floor_share + (1 - floor_share) * log (all / MAX (1, with)) / log (all);
}

static double
oracle_worth (CatalogueTermKind kind, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%d %s", kind, id);
  double *worth = g_hash_table_lookup (world.worths, key);

  if (worth == NULL)
    {
      worth = g_new (double, 1);
      *worth = count_worth (kind, id);
      g_hash_table_insert (world.worths, g_steal_pointer (&key), worth);
    }
  return *worth;
}

static double
oracle_tags (CatalogueTermKind kind,
             const char *const *wanted,
             const CatalogueHubTag *tags,
             guint n_tags,
             gboolean undated)
{
  const AdviceWeightValues *values = advice_weights_values (world.weights);
  double got = 0, total = 0;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      double worth = oracle_worth (kind, wanted[i]);

      total += worth;
      for (guint j = 0; j < n_tags; j++)
        if (strcmp (tags[j].id, wanted[i]) == 0)
          {
            double level = tags[j].level != 0 ? tags[j].level : values->level_unknown;
            double value
                = level / 5
                  * (1 - (n_tags - 1.0) / (catalogue_n_terms (world.catalogue, kind) - 1.0));

            if (tags[j].derived && value > values->derived_cap / 100.0)
              value = values->derived_cap / 100.0;
            if (undated && value > values->undated_cap / 100.0)
              value = values->undated_cap / 100.0;
            got += worth * value;
          }
    }
  return total > 0 ? got / total : 0;
}

static double
oracle_near (const AdviceMatchQuery *query, const CatalogueHub *hub)
{
  const AdviceNearWeights *near = &advice_weights_values (world.weights)->hubs.near;
  const CatalogueRegion *home
      = query->region != NULL ? catalogue_find_region (world.catalogue, query->region) : NULL;
  gsize own = query->region != NULL ? strlen (query->region) : 0,
        theirs = hub->nuts2 != NULL ? strlen (hub->nuts2) : 0;
  double km = -1, points = 0;

  if (query->country == NULL)
    return 0;
  if (home != NULL && hub->located)
    km = catalogue_distance_km (home->lat, home->lon, hub->lat, hub->lon);
  if (own >= 4 && theirs >= 4 && memcmp (query->region, hub->nuts2, 4) == 0)
    points = near->same_region;
  else if (own >= 3 && theirs >= 3 && memcmp (query->region, hub->nuts2, 3) == 0)
    points = near->same_area;
  else if (strcmp (query->country, hub->country) == 0)
    points = near->same_country;
  else if (km >= 0 && km <= near->border_km)
    points = near->across_border;
  if (km >= 0 && km < near->distance_km)
    points += near->distance * (1.0 - km / near->distance_km);
  return points;
}

static int
oracle_score (const AdviceMatchQuery *query, const CatalogueHub *hub)
{
  const AdviceMatchWeights *weights = &advice_weights_values (world.weights)->hubs;
  gboolean undated = hub->source_date == NULL && !hub->own;
  double applying = weights->kind + weights->near.points, points = 0, kind;

  if (query->sectors[0] != NULL)
    applying += weights->sector;
  if (query->technologies[0] != NULL)
    applying += weights->technology;
  if (query->services[0] != NULL)
    applying += weights->service;
  kind = hub->kind == CATALOGUE_HUB_EDIH   ? weights->edih
         : hub->kind == CATALOGUE_HUB_SEAL ? weights->seal
                                           : weights->dih;
  points += weights->kind * kind / 100 * (undated ? weights->undated / 100.0 : 1);
  points += oracle_near (query, hub);
  points += weights->sector
            * oracle_tags (CATALOGUE_TERM_SECTOR, query->sectors, hub->sectors, hub->n_sectors,
                           undated);
  points += weights->technology
            * oracle_tags (CATALOGUE_TERM_TECHNOLOGY, query->technologies, hub->technologies,
                           hub->n_technologies, undated);
  points += weights->service
            * oracle_tags (CATALOGUE_TERM_SERVICE, query->services, hub->services, hub->n_services,
                           undated);
  return (int)floor (points * 100 / applying + 0.5);
}

/* --- helpers
 * ---------------------------------------------------------------------------------------------------------
 */

static const AdviceMatch *
match_of (const GPtrArray *matches, const char *id)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const AdviceMatch *match = g_ptr_array_index (matches, i);

      if (strcmp (match->hub != NULL ? match->hub->id : match->cluster->id, id) == 0)
        return match;
    }
  return NULL;
}

static int
share_of (const AdviceMatch *match, AdviceReasonKind kind)
{
  for (guint i = 0; i < match->n_reasons; i++)
    if (match->reasons[i].kind == kind)
      return match->reasons[i].share;
  return 0;
}

static gboolean
is_own_edih (const AdviceMatch *match, const char *region)
{
  return match->hub->kind == CATALOGUE_HUB_EDIH && match->hub->nuts2 != NULL && region != NULL
         && strlen (region) >= 4 && strlen (match->hub->nuts2) >= 4
         && strncmp (match->hub->nuts2, region, 4) == 0;
}

static void
assert_order (const GPtrArray *matches, const char *region)
{
  for (guint i = 1; i < matches->len; i++)
    {
      const AdviceMatch *before = g_ptr_array_index (matches, i - 1),
                        *after = g_ptr_array_index (matches, i);
      int left_km = before->distance_km < 0 ? G_MAXINT : before->distance_km;
      int right_km = after->distance_km < 0 ? G_MAXINT : after->distance_km;

      g_assert_cmpint (before->score, >=, after->score);
      if (before->score != after->score)
        continue;
      g_assert_cmpint (is_own_edih (before, region), >=, is_own_edih (after, region));
      if (is_own_edih (before, region) != is_own_edih (after, region))
        continue;
      g_assert_cmpint (left_km, <=, right_km);
      if (left_km == right_km)
        g_assert_cmpstr (before->hub->id, <, after->hub->id);
    }
}

static void
assert_matches_oracle (const AdviceMatchQuery *query)
{
  g_autoptr (GPtrArray) matches = advice_match_hubs (query, G_MAXUINT);

  g_assert_cmpuint (matches->len, ==, catalogue_n_hubs (query->catalogue));
  assert_order (matches, query->region);
  for (guint i = 0; i < matches->len; i++)
    {
      const AdviceMatch *match = g_ptr_array_index (matches, i);
      int sum = 0;

      g_assert_cmpint (match->score, ==, oracle_score (query, match->hub));
      g_assert_cmpint (match->score, >=, 0);
      g_assert_cmpint (match->score, <=, 100);
      for (guint j = 0; j < match->n_reasons; j++)
        {
          g_assert_cmpint (match->reasons[j].share, >=, 0);
          sum += match->reasons[j].share;
        }
      g_assert_cmpint (sum, ==, match->score);
    }
}

static const char **
random_terms (GRand *rand, CatalogueTermKind kind, guint at_most)
{
  GPtrArray *terms = g_ptr_array_new ();
  guint n = (guint)g_rand_int_range (rand, 0, (gint32)at_most + 1);

  for (guint i = 0; i < n; i++)
    {
      guint index
          = (guint)g_rand_int_range (rand, 0, (gint32)catalogue_n_terms (world.catalogue, kind));
      const char *id = catalogue_term (world.catalogue, kind, index)->id;

      if (!g_ptr_array_find (terms, id, NULL))
        g_ptr_array_add (terms, (gpointer)id);
    }
  g_ptr_array_add (terms, NULL);
  return (const char **)g_ptr_array_free (terms, FALSE);
}

/* --- tests
 * -----------------------------------------------------------------------------------------------------------
 */

static void
test_oracle_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (454);

  for (guint round = 0; round < 25; round++)
    {
      guint index
          = (guint)g_rand_int_range (rand, 0, (gint32)catalogue_n_regions (world.catalogue));
      const CatalogueRegion *region = catalogue_region (world.catalogue, index);
      AdviceMatchQuery query
          = query_of (region->country, g_rand_boolean (rand) ? region->code : NULL);
      g_autofree const char **sectors = random_terms (rand, CATALOGUE_TERM_SECTOR, 3);
      g_autofree const char **technologies = random_terms (rand, CATALOGUE_TERM_TECHNOLOGY, 4);
      g_autofree const char **services = random_terms (rand, CATALOGUE_TERM_SERVICE, 5);

      query.sectors = sectors;
      query.technologies = technologies;
      query.services = services;
      assert_matches_oracle (&query);
    }
}

static void
test_oracle_nothing_known (void)
{
  AdviceMatchQuery query = query_of (NULL, NULL);

  assert_matches_oracle (&query);
}

/* An unknown id matches nothing and takes nothing from the others. */
static void
test_unknown_term (void)
{
  static const char *const robotics[] = { "robotics", NULL };
  static const char *const with_unknown[] = { "robotics", "no-such-technology", NULL };
  AdviceMatchQuery plain = query_of ("PT", "PT11"), unknown = plain;
  g_autoptr (GPtrArray) a = NULL;
  g_autoptr (GPtrArray) b = NULL;

  plain.technologies = robotics;
  unknown.technologies = with_unknown;
  a = advice_match_hubs (&plain, 20);
  b = advice_match_hubs (&unknown, 20);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (((AdviceMatch *)g_ptr_array_index (a, i))->hub
                   == ((AdviceMatch *)g_ptr_array_index (b, i))->hub);
}

static void
test_two_known_hubs (void)
{
  static const char *const technologies[] = { "cps", "robotics", NULL };
  static const char *const sectors[] = { "metalworking", NULL };
  AdviceMatchQuery query = query_of ("PT", "PT11");
  g_autoptr (GPtrArray) matches = NULL;

  query.technologies = technologies;
  query.sectors = sectors;
  matches = advice_match_hubs (&query, 5);
  g_assert_nonnull (match_of (matches, "pt-iman-norte-hub"));
  g_assert_nonnull (match_of (matches, "pt-produtech-dih-national-platform"));
}

/* PRODUTECH DIH ticks 32 of 34 technologies: it earns far less for one of them than a hub that
 * names two. */
static void
test_ticking_everything_gains_nothing (void)
{
  static const char *const technologies[] = { "robotics", NULL };
  AdviceMatchQuery query = query_of ("PT", "PT11");
  g_autoptr (GPtrArray) matches = NULL;

  query.technologies = technologies;
  matches = advice_match_hubs (&query, G_MAXUINT);
  g_assert_cmpint (share_of (match_of (matches, "pt-produtech-dih"), ADVICE_REASON_TECHNOLOGY), <=,
                   3);
  g_assert_cmpint (share_of (match_of (matches, "pt-iman-norte-hub"), ADVICE_REASON_TECHNOLOGY), >=,
                   8);
}

static void
test_clusters (void)
{
  static const char *const technologies[] = { "iot", NULL };
  static const char *const markets[] = { "US", NULL };
  AdviceMatchQuery query = query_of ("SE", "SE12");
  g_autoptr (GPtrArray) matches = NULL;
  const AdviceMatch *first;

  query.technologies = technologies;
  query.markets = markets;
  matches = advice_match_clusters (&query, G_MAXUINT);
  g_assert_cmpuint (matches->len, ==, catalogue_n_clusters (world.catalogue));
  first = g_ptr_array_index (matches, 0);
  g_assert_cmpstr (first->cluster->id, ==, "mitc");
  g_assert_cmpint (share_of (first, ADVICE_REASON_MARKET), >, 0);
  for (guint i = 0; i < matches->len; i++)
    {
      const AdviceMatch *match = g_ptr_array_index (matches, i);
      int sum = 0;

      for (guint j = 0; j < match->n_reasons; j++)
        sum += match->reasons[j].share;
      g_assert_cmpint (sum, ==, match->score);
    }
}

static void
test_words (void)
{
  static const char *const technologies[] = { "robotics", "cps", NULL };
  AdviceMatchQuery query = query_of ("PT", "PT11");
  g_autoptr (BaseLanguage) english = base_language_new ("en", NULL);
  g_autoptr (GPtrArray) matches = NULL;
  const AdviceMatch *match;
  g_autofree char *near = NULL;
  g_autofree char *technology = NULL;

  query.technologies = technologies;
  matches = advice_match_hubs (&query, G_MAXUINT);
  match = match_of (matches, "pt-iman-norte-hub");
  g_assert_cmpint (match->reasons[0].kind, ==, ADVICE_REASON_NEAR);
  near = base_language_format (english, match->reasons[0].text);
  g_assert_true (g_str_has_prefix (near, "In your region (Norte), "));
  for (guint i = 0; i < match->n_reasons; i++)
    if (match->reasons[i].kind == ADVICE_REASON_TECHNOLOGY)
      technology = base_language_format (english, match->reasons[i].text);
  g_assert_nonnull (technology);
  g_assert_nonnull (strstr (technology, "(names 2 of 34 technologies)"));
}

static void
assert_weights_refused (const char *from, const char *to, const char *expected)
{
  g_autofree char *path = base_data_path ("rules/match-weights.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "waymark-weights-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (AdviceWeights) weights = NULL;
  int fd = g_mkstemp (copy);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  g_assert_true (g_file_set_contents (copy, changed->str, -1, NULL));
  weights = advice_weights_load (copy, &error);
  g_assert_null (weights);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, expected));
  g_unlink (copy);
  g_close (fd, NULL);
}

static void
test_weights_refused (void)
{
  assert_weights_refused ("\"sector\": 15", "\"sector\": 16", "$.hubs: the points add up to 101");
  assert_weights_refused ("\"sector\": 15", "\"sector\": \"15\"", "$.hubs.sector");
  assert_weights_refused ("\"service\": 20", "\"servise\": 20", "$.hubs.servise");
  assert_weights_refused ("\"same_region\": 28", "\"same_region\": 27", "$.hubs.near");
  assert_weights_refused ("[100, 100, 60, 35]", "[100, 100, 60]", "$.steps.effort");
}

int
main (int argc, char **argv)
{
  g_autofree char *weights_path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  world.worths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world.catalogue = catalogue_new_bundled (NULL);
  weights_path = base_data_path ("rules/match-weights.json", NULL);
  world.weights = advice_weights_load (weights_path, NULL);
  g_assert_nonnull (world.catalogue);
  g_assert_nonnull (world.weights);

  g_test_add_func ("/advice/match/oracle-random", test_oracle_random);
  g_test_add_func ("/advice/match/oracle-nothing-known", test_oracle_nothing_known);
  g_test_add_func ("/advice/match/unknown-term", test_unknown_term);
  g_test_add_func ("/advice/match/two-known-hubs", test_two_known_hubs);
  g_test_add_func ("/advice/match/ticking-everything-gains-nothing",
                   test_ticking_everything_gains_nothing);
  g_test_add_func ("/advice/match/clusters", test_clusters);
  g_test_add_func ("/advice/match/words", test_words);
  g_test_add_func ("/advice/match/weights-refused", test_weights_refused);
  status = g_test_run ();
  g_hash_table_unref (world.worths);
  catalogue_unref (world.catalogue);
  advice_weights_free (world.weights);
  return status;
}
