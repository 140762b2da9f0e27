/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-facts-private.h"

/* Facts from the answers: the overall score, those of the six areas, and which area is the weakest.
 * While answers are missing a score is the interval that is still reachable. */

static const struct
{
  const char *dimension;
  AdviceFactId fact;
} dimensions[] = {
  { "strategy", ADVICE_FACT_STRATEGY_SCORE },
  { "readiness", ADVICE_FACT_READINESS_SCORE },
  { "human-centric", ADVICE_FACT_HUMAN_CENTRIC_SCORE },
  { "data", ADVICE_FACT_DATA_SCORE },
  { "automation", ADVICE_FACT_AUTOMATION_SCORE },
  { "green", ADVICE_FACT_GREEN_SCORE },
};

static BaseText *
score_from (SurveyValue score)
{
  BaseText *text;

  if (score.value >= 0)
    return base_text_with_decimal (base_text_new (N_ ("Your answers: {score}")), "score",
                                   score.value, 2);
  text = base_text_new (N_ ("Your answers so far: between {low} and {high}"));
  text = base_text_with_decimal (text, "low", score.low, 2);
  return base_text_with_decimal (text, "high", score.high, 2);
}

static void
set_score (AdviceReader *reader, AdviceFactId id, SurveyValue score)
{
  advice_facts_set_range (reader->facts, id, score.low, score.high, 2, score_from (score));
  /* A score is the result of answers, not a claim. */
  advice_facts_set_proof (reader->facts, id, ADVICE_PROOF_COMPUTED);
}

/* The weakest area is the one with the lowest score, among equals the first in the order of the
 * pack. */
static gboolean
can_be_weakest (AdviceReader *reader, guint index)
{
  int low = survey_score_dimension (reader->score, index)->score.low;

  for (guint i = 0; i < survey_score_n_dimensions (reader->score); i++)
    {
      int high = survey_score_dimension (reader->score, i)->score.high;

      if (i < index ? low >= high : i > index && low > high)
        return FALSE;
    }
  return TRUE;
}

static void
set_weakest (AdviceReader *reader)
{
  const char *possible[G_N_ELEMENTS (dimensions)];
  const SurveyDimensionScore *only = NULL;
  guint n = 0;

  for (guint i = 0; i < survey_score_n_dimensions (reader->score) && n < G_N_ELEMENTS (possible);
       i++)
    if (can_be_weakest (reader, i))
      {
        only = survey_score_dimension (reader->score, i);
        possible[n++] = only->dimension->id;
      }
  if (n == 0)
    return;
  advice_facts_set_one_of (reader->facts, ADVICE_FACT_WEAKEST_DIMENSION, possible, n,
                           n == 1 ? base_text_new (only->dimension->plain) : NULL,
                           n == 1 ? score_from (only->score) : NULL);
  if (n == 1)
    advice_facts_set_proof (reader->facts, ADVICE_FACT_WEAKEST_DIMENSION, ADVICE_PROOF_COMPUTED);
}

/* Another questionnaire's scores (the quick scan counts to 12) say nothing about levels of 0 to
 * 100. */
void
advice_facts_read_scores (AdviceReader *reader)
{
  if (survey_pack_full_marks (survey_score_pack (reader->score)) != 100)
    return;
  set_score (reader, ADVICE_FACT_OVERALL_SCORE, survey_score_overall (reader->score));
  for (guint i = 0; i < survey_score_n_dimensions (reader->score); i++)
    {
      const SurveyDimensionScore *score = survey_score_dimension (reader->score, i);

      for (guint j = 0; j < G_N_ELEMENTS (dimensions); j++)
        if (g_str_equal (dimensions[j].dimension, score->dimension->id))
          set_score (reader, dimensions[j].fact, score->score);
    }
  set_weakest (reader);
}
