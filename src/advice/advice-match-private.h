/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-match.h"
#include "advice/advice-weights.h"

G_BEGIN_DECLS

/* What a company looks for, as the matching sees it. Ids are looked up in the catalogue; unknown
 * ones match nothing. */
typedef struct
{
  const Catalogue *catalogue;
  const AdviceWeights *weights;
  const char *country; /* NUTS code or NULL */
  const char *region;  /* NUTS code of any level or NULL */
  const char *const *sectors;
  const char *const *technologies;
  const char *const *services; /* needed services and wanted ones */
  const char *const *markets;
} AdviceMatchQuery;

/* Ranked matches with all their words, best first, at most @limit. The arrays own their
 * AdviceMatch. */
GPtrArray *advice_match_hubs (const AdviceMatchQuery *query, guint limit) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *advice_match_clusters (const AdviceMatchQuery *query,
                                  guint limit) G_GNUC_WARN_UNUSED_RESULT;
/* How many of the first matches lie above the threshold of the weights. */
guint advice_match_n_shown (const GPtrArray *matches, const AdviceMatchWeights *weights);
void advice_match_free (AdviceMatch *match);

G_END_DECLS
