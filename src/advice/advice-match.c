/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-match-rank.h"

#include <math.h>

/* Turns ranked candidates into matches with words: each reason with its share, notes, a question to
 * copy. */

#define TERMS_NAMED 3 /* more would not be read */

const char *
advice_reason_kind_name (AdviceReasonKind kind)
{
  static const char *const names[]
      = { "near", "sector", "technology", "service", "kind", "market" };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

/* A region's point stands for the company and a town's for the hub: whole tens below 100 km, then
 * whole fifties, so that nobody takes it for a measured way. */
static BaseText *
distance_text (const AdviceCandidate *candidate)
{
  int km = (int)lround (candidate->distance_km);
  int step = km < 100 ? 10 : 50;

  if (candidate->distance_km < 0)
    return NULL;
  if (km < 10)
    return base_text_new (N_ ("less than 10 km"));
  return base_text_with_integer (base_text_new (N_ ("about {km} km")), "km",
                                 (km + step / 2) / step * step);
}

static BaseText *
place_text (const AdviceRanking *ranking, const AdviceCandidate *candidate)
{
  const CatalogueRegion *region
      = candidate->region != NULL
            ? catalogue_find_region (ranking->query->catalogue, candidate->region)
            : NULL;

  switch (candidate->nearness)
    {
    case ADVICE_NEAR_REGION:
      return base_text_with_string (base_text_new (N_ ("In your region ({region})")), "region",
                                    region != NULL ? region->name : candidate->region);
    case ADVICE_NEAR_AREA:
      return base_text_new (N_ ("In your part of the country"));
    case ADVICE_NEAR_COUNTRY:
      return base_text_new (N_ ("In your country"));
    case ADVICE_NEAR_BORDER:
      return base_text_new (N_ ("Close by, across the border"));
    case ADVICE_NEAR_NONE:
    default:
      return base_text_new (N_ ("In another country"));
    }
}

static BaseText *
near_text (const AdviceRanking *ranking, const AdviceCandidate *candidate)
{
  BaseText *place = place_text (ranking, candidate);

  if (candidate->distance_km < 0)
    return place;
  return base_text_with_text (
      base_text_with_text (base_text_new (N_ ("{place}, {distance}")), "place", place), "distance",
      distance_text (candidate));
}

/* The names of the wanted terms that the candidate has, the first few of them; NULL when it has
 * none. */
static BaseText *
terms_text (const AdviceRanking *ranking,
            const AdviceCandidate *candidate,
            CatalogueTermKind kind,
            const char *msgid)
{
  const AdviceWantedTerms *wanted = &ranking->wanted[kind];
  BaseText *names[TERMS_NAMED];
  guint n = 0;

  for (guint i = 0; i < wanted->n && n < TERMS_NAMED; i++)
    if (advice_candidate_tag (candidate, kind, wanted->terms[i]) != NULL)
      names[n++] = base_text_new (wanted->terms[i]->label);
  if (n == 0)
    return NULL;
  return base_text_with_integer (
      base_text_with_integer (base_text_with_list (base_text_new (msgid), "terms", names, n),
                              "named", candidate->n_tags[kind]),
      "all", catalogue_n_terms (ranking->query->catalogue, kind));
}

static BaseText *
kind_text (const AdviceCandidate *candidate)
{
  if (candidate->hub == NULL)
    return NULL;
  switch (candidate->hub->kind)
    {
    case CATALOGUE_HUB_EDIH:
      return base_text_new (N_ ("EU-funded hub (EDIH)"));
    case CATALOGUE_HUB_SEAL:
      return base_text_new (N_ ("Approved hub without EU money (Seal of Excellence)"));
    case CATALOGUE_HUB_DIH:
    default:
      return base_text_new (candidate->hub->own
                                ? N_ ("Other hub")
                                : N_ ("Digital Innovation Hub of the Commission’s catalogue"));
    }
}

static BaseText *
reason_text (const AdviceRanking *ranking, const AdviceCandidate *candidate, AdviceReasonKind kind)
{
  switch (kind)
    {
    case ADVICE_REASON_NEAR:
      return candidate->shares[kind] > 0 ? near_text (ranking, candidate) : NULL;
    case ADVICE_REASON_SECTOR:
      return terms_text (ranking, candidate, CATALOGUE_TERM_SECTOR,
                         N_ ("Knows your trade: {terms} (names {named} of {all} trades)"));
    case ADVICE_REASON_TECHNOLOGY:
      return terms_text (ranking, candidate, CATALOGUE_TERM_TECHNOLOGY,
                         N_ ("Works with {terms} (names {named} of {all} technologies)"));
    case ADVICE_REASON_SERVICE:
      return terms_text (ranking, candidate, CATALOGUE_TERM_SERVICE,
                         N_ ("Offers {terms} (names {named} of {all} services)"));
    case ADVICE_REASON_KIND:
      return candidate->shares[kind] > 0 ? kind_text (candidate) : NULL;
    case ADVICE_REASON_MARKET:
    default:
      return candidate->shares[kind] > 0 ? base_text_new (N_ ("Gateway to a market that you want"))
                                         : NULL;
    }
}

static void
take_reasons (AdviceMatch *match, const AdviceRanking *ranking, const AdviceCandidate *candidate)
{
  AdviceReason *reasons = g_new0 (AdviceReason, ADVICE_N_REASON_KINDS);

  for (guint kind = 0; kind < ADVICE_N_REASON_KINDS; kind++)
    {
      BaseText *text = reason_text (ranking, candidate, kind);

      if (text != NULL)
        reasons[match->n_reasons++] = (AdviceReason){ kind, text, candidate->shares[kind] };
    }
  match->reasons = reasons;
}

static void
take_notes (AdviceMatch *match, const AdviceCandidate *candidate)
{
  GPtrArray *notes = g_ptr_array_new ();

  if (candidate->undated)
    g_ptr_array_add (
        notes, base_text_new (N_ ("The record bears no date: ask whether the hub still works")));
  if (candidate->hub != NULL && candidate->hub->kind == CATALOGUE_HUB_SEAL)
    g_ptr_array_add (notes, base_text_new (N_ ("Not paid by the EU: ask what its services cost")));
  if (candidate->hub != NULL && candidate->hub->test_before_invest)
    g_ptr_array_add (notes,
                     base_text_new (N_ ("Has test beds: try before you buy (test before invest)")));
  match->n_notes = notes->len;
  match->notes = (BaseText *const *)g_ptr_array_free (notes, FALSE);
}

static BaseText *
words_of_score (const AdviceWeightValues *values, int score)
{
  if (score >= values->very_good)
    return base_text_new (N_ ("Very good match"));
  if (score >= values->good)
    return base_text_new (N_ ("Good match"));
  if (score >= values->fair)
    return base_text_new (N_ ("Fair match"));
  return base_text_new (N_ ("Weak match"));
}

/* What to write to the hub: the first needed service that it offers, else a first talk. */
static BaseText *
question_text (const AdviceRanking *ranking, const AdviceCandidate *candidate)
{
  const AdviceWantedTerms *wanted = &ranking->wanted[CATALOGUE_TERM_SERVICE];

  for (guint i = 0; i < wanted->n; i++)
    if (advice_candidate_tag (candidate, CATALOGUE_TERM_SERVICE, wanted->terms[i]) != NULL)
      return base_text_with_text (
          base_text_new (N_ ("You name “{service}” among your services. What would that look like "
                             "for a firm of our "
                             "size, what does it cost us, and when could we start?")),
          "service", base_text_new (wanted->terms[i]->label));
  return base_text_new (
      N_ ("Which of your services suit a firm of our size, what do they cost us, and when could we "
          "start?"));
}

static AdviceMatch *
match_new (const AdviceRanking *ranking, const AdviceCandidate *candidate)
{
  AdviceMatch *match = g_new0 (AdviceMatch, 1);

  match->hub = candidate->hub;
  match->cluster = candidate->cluster;
  match->score = candidate->score;
  match->distance_km = candidate->distance_km >= 0 ? (int)lround (candidate->distance_km) : -1;
  match->distance = distance_text (candidate);
  match->match = words_of_score (advice_weights_values (ranking->query->weights), candidate->score);
  take_reasons (match, ranking, candidate);
  take_notes (match, candidate);
  if (candidate->hub != NULL)
    match->question = question_text (ranking, candidate);
  return match;
}

void
advice_match_free (AdviceMatch *match)
{
  if (match == NULL)
    return;
  for (guint i = 0; i < match->n_reasons; i++)
    base_text_unref (match->reasons[i].text);
  for (guint i = 0; i < match->n_notes; i++)
    base_text_unref (match->notes[i]);
  g_free ((AdviceReason *)match->reasons);
  g_free ((BaseText **)match->notes);
  g_clear_pointer (&match->distance, base_text_unref);
  g_clear_pointer (&match->match, base_text_unref);
  g_clear_pointer (&match->question, base_text_unref);
  g_free (match);
}

/* Scores and sorts @candidates in place and makes words for the first @limit. */
static GPtrArray *
rank (const AdviceRanking *ranking, AdviceCandidate *candidates, guint n, guint limit)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify)advice_match_free);

  for (guint i = 0; i < n; i++)
    advice_ranking_score (ranking, &candidates[i]);
  qsort (candidates, n, sizeof *candidates, advice_candidate_compare);
  for (guint i = 0; i < MIN (n, limit); i++)
    g_ptr_array_add (matches, match_new (ranking, &candidates[i]));
  return matches;
}

GPtrArray *
advice_match_hubs (const AdviceMatchQuery *query, guint limit)
{
  guint n = catalogue_n_hubs (query->catalogue);
  g_autofree AdviceCandidate *candidates = g_new (AdviceCandidate, n + 1);
  AdviceRanking ranking;
  GPtrArray *matches;

  advice_ranking_init (&ranking, query, &advice_weights_values (query->weights)->hubs);
  for (guint i = 0; i < n; i++)
    advice_candidate_from_hub (&candidates[i], catalogue_hub (query->catalogue, i));
  matches = rank (&ranking, candidates, n, limit);
  advice_ranking_clear (&ranking);
  return matches;
}

GPtrArray *
advice_match_clusters (const AdviceMatchQuery *query, guint limit)
{
  guint n = catalogue_n_clusters (query->catalogue);
  g_autofree AdviceCandidate *candidates = g_new (AdviceCandidate, n + 1);
  AdviceRanking ranking;
  GPtrArray *matches;

  advice_ranking_init (&ranking, query, &advice_weights_values (query->weights)->clusters);
  for (guint i = 0; i < n; i++)
    advice_candidate_from_cluster (&candidates[i], catalogue_cluster (query->catalogue, i));
  matches = rank (&ranking, candidates, n, limit);
  advice_ranking_clear (&ranking);
  return matches;
}

guint
advice_match_n_shown (const GPtrArray *matches, const AdviceMatchWeights *weights)
{
  guint n = 0;
  int from = weights->shown_from;

  if (matches->len > 0)
    from = MAX (from, ((const AdviceMatch *)g_ptr_array_index (matches, 0))->score
                          * weights->shown_share / 100);
  while (n < matches->len && n < (guint)weights->shown_at_most
         && ((const AdviceMatch *)g_ptr_array_index (matches, n))->score >= from)
    n++;
  return n;
}
