/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-match-private.h"

G_BEGIN_DECLS

/* The figures of matching, without words: one candidate's points by kind of reason. Ranking
 * hundreds of hubs at each answer must not make hundreds of sentences, so words are made afterwards
 * for those that are kept. */

typedef enum
{
  ADVICE_NEAR_NONE,
  ADVICE_NEAR_BORDER,
  ADVICE_NEAR_COUNTRY,
  ADVICE_NEAR_AREA,
  ADVICE_NEAR_REGION,
} AdviceNearness;

#define ADVICE_N_REASON_KINDS (ADVICE_REASON_MARKET + 1)

/* The part of a hub or a cluster that matching looks at. */
typedef struct
{
  const CatalogueHub *hub;
  const CatalogueCluster *cluster;
  const char *id, *country, *region;
  gboolean located, undated;
  double lat, lon;
  const CatalogueHubTag *tags[3]; /* by CatalogueTermKind: sector, technology, service */
  guint n_tags[3];
  /* Results. */
  AdviceNearness nearness;
  double distance_km;                   /* negative: unknown */
  double points[ADVICE_N_REASON_KINDS]; /* unrounded */
  int shares[ADVICE_N_REASON_KINDS];    /* whole points by largest remainder */
  int score;
} AdviceCandidate;

/* Wanted terms of one kind with what each is worth. */
typedef struct
{
  const CatalogueTerm **terms;
  double *worth; /* by rarity */
  guint n;
  double total;
} AdviceWantedTerms;

typedef struct
{
  const AdviceMatchQuery *query;
  const AdviceMatchWeights *weights;
  const CatalogueRegion *home; /* the finest region known, or NULL */
  AdviceWantedTerms wanted[3];
  double scale; /* 100 / points of the kinds that apply, so that 100 stays reachable */
} AdviceRanking;

void advice_ranking_init (AdviceRanking *ranking,
                          const AdviceMatchQuery *query,
                          const AdviceMatchWeights *weights);
void advice_ranking_clear (AdviceRanking *ranking);
void advice_candidate_from_hub (AdviceCandidate *candidate, const CatalogueHub *hub);
void advice_candidate_from_cluster (AdviceCandidate *candidate, const CatalogueCluster *cluster);
void advice_ranking_score (const AdviceRanking *ranking, AdviceCandidate *candidate);
/* Best first: score, own region's EU-funded hub among equals, distance, id. */
int advice_candidate_compare (gconstpointer a, gconstpointer b);
/* The candidate's tag for a term, or NULL. */
const CatalogueHubTag *advice_candidate_tag (const AdviceCandidate *candidate,
                                             CatalogueTermKind kind,
                                             const CatalogueTerm *term);

G_END_DECLS
