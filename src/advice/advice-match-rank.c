/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-match-rank.h"

#include <math.h>
#include <string.h>

/* Points of a candidate: nearness, then for services, technologies and sectors the share of the
 * wanted terms that it names. A term counts by how rare it is among all hubs; a tag by the level
 * the hub gives itself and by how focused the hub is: one that ticks the whole vocabulary gains
 * nothing by it. */

static void
wanted_terms_init (AdviceWantedTerms *wanted,
                   const AdviceMatchQuery *query,
                   CatalogueTermKind kind,
                   const char *const *ids)
{
  guint length = ids != NULL ? g_strv_length ((char **)ids) : 0;
  const double floor = advice_weights_values (query->weights)->rarity_floor / 100.0;
  const double n_hubs = MAX (2, catalogue_n_hubs (query->catalogue));

  wanted->terms = g_new0 (const CatalogueTerm *, length + 1);
  wanted->worth = g_new0 (double, length + 1);
  for (guint i = 0; i < length; i++)
    {
      const CatalogueTerm *term = catalogue_find_term (query->catalogue, kind, ids[i]);
      double carriers;

      if (term == NULL)
        continue;
      carriers = MAX (1, catalogue_term_hubs (query->catalogue, kind, term->id));
      wanted->terms[wanted->n] = term;
      wanted->worth[wanted->n] = floor + (1 - floor) * log (n_hubs / carriers) / log (n_hubs);
      wanted->total += wanted->worth[wanted->n];
      wanted->n++;
    }
}

void
advice_ranking_init (AdviceRanking *ranking,
                     const AdviceMatchQuery *query,
                     const AdviceMatchWeights *weights)
{
  int applying;

  *ranking = (AdviceRanking){ .query = query, .weights = weights };
  if (query->region != NULL)
    ranking->home = catalogue_find_region (query->catalogue, query->region);
  wanted_terms_init (&ranking->wanted[CATALOGUE_TERM_SECTOR], query, CATALOGUE_TERM_SECTOR,
                     query->sectors);
  wanted_terms_init (&ranking->wanted[CATALOGUE_TERM_TECHNOLOGY], query, CATALOGUE_TERM_TECHNOLOGY,
                     query->technologies);
  wanted_terms_init (&ranking->wanted[CATALOGUE_TERM_SERVICE], query, CATALOGUE_TERM_SERVICE,
                     query->services);

  /* Nearness counts even while the place is not known: nobody should read "very good match" of a
   * hub that may be at the other end of Europe. */
  applying = weights->kind + weights->near.points;
  applying += ranking->wanted[CATALOGUE_TERM_SECTOR].n > 0 ? weights->sector : 0;
  applying += ranking->wanted[CATALOGUE_TERM_TECHNOLOGY].n > 0 ? weights->technology : 0;
  applying += ranking->wanted[CATALOGUE_TERM_SERVICE].n > 0 ? weights->service : 0;
  applying += query->markets != NULL && query->markets[0] != NULL ? weights->market : 0;
  ranking->scale = applying > 0 ? 100.0 / applying : 0;
}

void
advice_ranking_clear (AdviceRanking *ranking)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranking->wanted); i++)
    {
      g_free (ranking->wanted[i].terms);
      g_free (ranking->wanted[i].worth);
    }
}

void
advice_candidate_from_hub (AdviceCandidate *candidate, const CatalogueHub *hub)
{
  *candidate = (AdviceCandidate){
    .hub = hub,
    .id = hub->id,
    .country = hub->country,
    .region = hub->nuts2,
    .located = hub->located,
    .undated = hub->source_date == NULL && !hub->own,
    .lat = hub->lat,
    .lon = hub->lon,
    .tags = { hub->sectors, hub->technologies, hub->services },
    .n_tags = { hub->n_sectors, hub->n_technologies, hub->n_services },
  };
}

void
advice_candidate_from_cluster (AdviceCandidate *candidate, const CatalogueCluster *cluster)
{
  *candidate = (AdviceCandidate){
    .cluster = cluster,
    .id = cluster->id,
    .country = cluster->country,
    .region = cluster->nuts2,
    .located = cluster->located,
    .lat = cluster->lat,
    .lon = cluster->lon,
    .tags = { cluster->sectors, cluster->technologies, NULL },
    .n_tags = { cluster->n_sectors, cluster->n_technologies, 0 },
  };
}

const CatalogueHubTag *
advice_candidate_tag (const AdviceCandidate *candidate,
                      CatalogueTermKind kind,
                      const CatalogueTerm *term)
{
  /* Ids are canonical pointers of the vocabulary, see catalogue.h. */
  for (guint i = 0; i < candidate->n_tags[kind]; i++)
    if (candidate->tags[kind][i].id == term->id)
      return &candidate->tags[kind][i];
  return NULL;
}

/* NUTS codes grow by one character a level: PT, PT1, PT11, PT11A. */
static gboolean
same_to_level (const char *a, const char *b, guint level)
{
  gsize length = 2 + level;

  return a != NULL && b != NULL && strlen (a) >= length && strlen (b) >= length
         && strncmp (a, b, length) == 0;
}

static AdviceNearness
nearness_of (const AdviceRanking *ranking, const AdviceCandidate *candidate)
{
  const AdviceMatchQuery *query = ranking->query;

  if (same_to_level (query->region, candidate->region, 2))
    return ADVICE_NEAR_REGION;
  if (same_to_level (query->region, candidate->region, 1))
    return ADVICE_NEAR_AREA;
  if (g_strcmp0 (query->country, candidate->country) == 0)
    return ADVICE_NEAR_COUNTRY;
  if (candidate->distance_km >= 0 && candidate->distance_km <= ranking->weights->near.border_km)
    return ADVICE_NEAR_BORDER;
  return ADVICE_NEAR_NONE;
}

static double
near_points (const AdviceNearWeights *near, const AdviceCandidate *candidate)
{
  const int by_place[]
      = { 0, near->across_border, near->same_country, near->same_area, near->same_region };
  double points = by_place[candidate->nearness];

  if (candidate->distance_km >= 0 && candidate->distance_km < near->distance_km)
    points += near->distance * (1 - candidate->distance_km / near->distance_km);
  return points;
}

/* 1 for a hub that names one thing, 0 for one that names everything there is. */
static double
focus_of (const AdviceRanking *ranking, const AdviceCandidate *candidate, CatalogueTermKind kind)
{
  guint vocabulary = catalogue_n_terms (ranking->query->catalogue, kind);

  if (candidate->n_tags[kind] == 0 || vocabulary < 2)
    return 0;
  return MAX (0, 1 - (candidate->n_tags[kind] - 1.0) / (vocabulary - 1.0));
}

/* 0–1: the share of the wanted terms' worth that the candidate's tags earn. */
static double
tag_value (const AdviceRanking *ranking, const AdviceCandidate *candidate, CatalogueTermKind kind)
{
  const AdviceWeightValues *values = advice_weights_values (ranking->query->weights);
  const AdviceWantedTerms *wanted = &ranking->wanted[kind];
  const double focus = focus_of (ranking, candidate, kind);
  double sum = 0;

  for (guint i = 0; i < wanted->n; i++)
    {
      const CatalogueHubTag *tag = advice_candidate_tag (candidate, kind, wanted->terms[i]);
      double value;

      if (tag == NULL)
        continue;
      value = focus * (tag->level > 0 ? tag->level : values->level_unknown) / 5;
      if (tag->derived)
        value = MIN (value, values->derived_cap / 100.0);
      if (candidate->undated)
        value = MIN (value, values->undated_cap / 100.0);
      sum += wanted->worth[i] * value;
    }
  return wanted->total > 0 ? sum / wanted->total : 0;
}

static double
kind_value (const AdviceMatchWeights *weights, const AdviceCandidate *candidate)
{
  double value;

  if (candidate->hub == NULL)
    return 0;
  value = candidate->hub->kind == CATALOGUE_HUB_EDIH   ? weights->edih
          : candidate->hub->kind == CATALOGUE_HUB_SEAL ? weights->seal
                                                       : weights->dih;
  if (candidate->undated)
    value = value * weights->undated / 100;
  return value / 100;
}

static double
market_value (const AdviceRanking *ranking, const AdviceCandidate *candidate)
{
  const char *const *markets = ranking->query->markets;

  if (markets == NULL || candidate->cluster == NULL || candidate->cluster->markets == NULL)
    return 0;
  for (guint i = 0; markets[i] != NULL; i++)
    if (g_strv_contains (candidate->cluster->markets, markets[i]))
      return 1;
  return 0;
}

/* Whole points that add up to the rounded sum: each kind its floor, the rest to the largest
 * remainders, ties to the kind that stands first. */
static void
round_shares (AdviceCandidate *candidate)
{
  double sum = 0;
  int given = 0;

  for (guint i = 0; i < ADVICE_N_REASON_KINDS; i++)
    {
      candidate->shares[i] = (int)floor (candidate->points[i]);
      sum += candidate->points[i];
      given += candidate->shares[i];
    }
  candidate->score = MIN (100, (int)floor (sum + 0.5));
  while (given < candidate->score)
    {
      guint best = 0;
      double best_rest = -1;

      for (guint i = 0; i < ADVICE_N_REASON_KINDS; i++)
        if (candidate->points[i] - candidate->shares[i] > best_rest)
          {
            best = i;
            best_rest = candidate->points[i] - candidate->shares[i];
          }
      candidate->shares[best]++;
      given++;
    }
}

void
advice_ranking_score (const AdviceRanking *ranking, AdviceCandidate *candidate)
{
  const AdviceMatchWeights *weights = ranking->weights;
  const CatalogueRegion *home = ranking->home;
  double *points = candidate->points;

  candidate->distance_km
      = home != NULL && candidate->located
            ? catalogue_distance_km (home->lat, home->lon, candidate->lat, candidate->lon)
            : -1;
  candidate->nearness = nearness_of (ranking, candidate);
  if (ranking->query->country != NULL)
    points[ADVICE_REASON_NEAR] = near_points (&weights->near, candidate);
  points[ADVICE_REASON_SECTOR]
      = weights->sector * tag_value (ranking, candidate, CATALOGUE_TERM_SECTOR);
  points[ADVICE_REASON_TECHNOLOGY]
      = weights->technology * tag_value (ranking, candidate, CATALOGUE_TERM_TECHNOLOGY);
  points[ADVICE_REASON_SERVICE]
      = weights->service * tag_value (ranking, candidate, CATALOGUE_TERM_SERVICE);
  points[ADVICE_REASON_KIND] = weights->kind * kind_value (weights, candidate);
  points[ADVICE_REASON_MARKET] = weights->market * market_value (ranking, candidate);
  for (guint i = 0; i < ADVICE_N_REASON_KINDS; i++)
    points[i] *= ranking->scale;
  round_shares (candidate);
}

static gboolean
is_own_regions_edih (const AdviceCandidate *candidate)
{
  return candidate->hub != NULL && candidate->hub->kind == CATALOGUE_HUB_EDIH
         && candidate->nearness == ADVICE_NEAR_REGION;
}

int
advice_candidate_compare (gconstpointer a, gconstpointer b)
{
  const AdviceCandidate *left = a, *right = b;
  /* Unknown distances stand behind known ones. */
  long left_km = left->distance_km >= 0 ? lround (left->distance_km) : G_MAXLONG;
  long right_km = right->distance_km >= 0 ? lround (right->distance_km) : G_MAXLONG;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  if (is_own_regions_edih (left) != is_own_regions_edih (right))
    return is_own_regions_edih (left) ? -1 : 1;
  if (left_km != right_km)
    return left_km < right_km ? -1 : 1;
  return strcmp (left->id, right->id);
}
