/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"
#include <glib.h>

G_BEGIN_DECLS

/* The policy of matching and ranking, as read from data/rules/match-weights.json: our own, in data
 * so that it can be read and changed without a compiler. Points add up to 100 in hubs and in
 * clusters. */

typedef struct
{
  int points; /* the most that nearness can give */
  int same_region, same_area, same_country,
      across_border; /* NUTS 2 or 3; NUTS 1; country; other country within border_km */
  int border_km;
  int distance; /* given in full at 0 km, nothing from distance_km on, linear between */
  int distance_km;
} AdviceNearWeights;

typedef struct
{
  AdviceNearWeights near;
  int service, technology, sector, market, kind;
  int edih, seal, dih, undated; /* percent of the points of kind; undated multiplies */
  int shown_from,
      shown_at_most; /* the list on pages and in the report: from this score on, so many */
  int shown_share;   /* and at least so many percent of the best score */
} AdviceMatchWeights;

typedef struct
{
  AdviceMatchWeights hubs, clusters;
  int rarity_floor;  /* percent that a term counts even if every hub has it */
  int level_unknown; /* level taken for a tag without one, 1–5 */
  int derived_cap,
      undated_cap; /* percent a derived tag, a tag of an undated record can count at most */
  int very_good, good, fair;                    /* scores from which the words change */
  int step_pain, step_technology, step_weakest; /* percent added to a step's gain */
  int step_effort[4]; /* percent of the gain that counts, by effort (0 = not estimated) */
  int steps_shown_at_most;
  int plan[5];      /* weights of the plan: gap, effect, effort, fit, pains; 0–100 each */
  int plan_ease[4]; /* percent that effort gives, by effort (0 = not estimated) */
  int plan_fit_technology,
      plan_fit_service; /* percent of fit: a technology of the project, a service asked for */
} AdviceWeightValues;

typedef struct _AdviceWeights AdviceWeights;

AdviceWeights *advice_weights_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void advice_weights_free (AdviceWeights *weights);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceWeights, advice_weights_free)

const AdviceWeightValues *advice_weights_values (const AdviceWeights *weights);
const char *advice_weights_sha256 (const AdviceWeights *weights);
/* TRUE when learning or using @technology is what part @number of the scored question @score_id is
 * about. */
gboolean advice_weights_technology_is_part (const AdviceWeights *weights,
                                            const char *technology,
                                            const char *score_id,
                                            guint number);

G_END_DECLS
