/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-comparison-private.h"
#include "advice/advice-plan-private.h"

#include "advice/advice-rules-private.h"

#include <math.h>
#include <string.h>

/* What each action would really add, and what it is worth: the weighted mean of five looks at it,
 * each 0 to 100 %. The weights are our own policy (data/rules/match-weights.json) until the
 * document has its own; a mean rather than a product, so that each look's share can be said in
 * points. */

#define WHOLE 10000 /* 100 % */

static const char *const weight_ids[ADVICE_N_WEIGHTS]
    = { "gap", "effect", "effort", "fit", "pains" };
static const char *const weight_titles[ADVICE_N_WEIGHTS] = {
  N_ ("how far the area is from its target"),
  N_ ("what it adds to the overall score"),
  N_ ("how little it takes"),
  N_ ("how well it serves the project"),
  N_ ("how much it eases what hurts"),
};

static void
read_custom (const AssessmentDocument *document, AdvicePlanWeight weights[ADVICE_N_WEIGHTS])
{
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    {
      g_autofree char *path = g_strdup_printf ("plan.weights.%s", weight_ids[i]);
      double value;

      if (assessment_document_get_number (document, path, &value))
        {
          weights[i].weight = (int)lround (value);
          weights[i].is_custom = TRUE;
        }
    }
}

static void
name_unknown (AdvicePool *pool, const AssessmentDocument *document, GPtrArray *problems)
{
  const char *const *keys = assessment_document_get_keys (document, "plan.weights");

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < ADVICE_N_WEIGHTS; j++)
        known = known || strcmp (keys[i], weight_ids[j]) == 0;
      if (!known)
        g_ptr_array_add (
            problems,
            advice_pool_keep (pool, base_text_with_string (
                                        base_text_new (N_ ("There is no weight “{id}”; it is not "
                                                           "used.")),
                                        "id", keys[i])));
    }
}

void
advice_plan_weigh (AdvicePool *pool,
                   const Advice *advice,
                   AdvicePlanWeight weights[ADVICE_N_WEIGHTS],
                   GPtrArray *problems)
{
  const AdviceWeightValues *values
      = advice_weights_values (advice_rules_weights (advice_rules (advice)));
  gint64 quotas[ADVICE_N_WEIGHTS];
  int shares[ADVICE_N_WEIGHTS];
  gint64 sum = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (values->plan) == ADVICE_N_WEIGHTS);
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    weights[i]
        = (AdvicePlanWeight){ .id = weight_ids[i],
                              .title = advice_pool_keep (pool, base_text_new (weight_titles[i])),
                              .weight = values->plan[i] };
  read_custom (advice_document (advice), weights);
  name_unknown (pool, advice_document (advice), problems);
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    sum += weights[i].weight;
  if (sum == 0)
    {
      g_ptr_array_add (problems,
                       advice_pool_keep (pool, base_text_new (N_ ("All weights are 0: the usual "
                                                                  "ones are used."))));
      for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
        sum += weights[i].weight = values->plan[i];
    }
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    quotas[i] = (gint64)weights[i].weight * 100;
  advice_share_out (shares, quotas, ADVICE_N_WEIGHTS, sum, 100);
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    weights[i].share = shares[i];
}

/* --- gains --- */

/* While the questionnaire is open, the sure end: what is answered so far. */
static int
sure (SurveyValue value)
{
  return value.value >= 0 ? value.value : value.low;
}

static void
measure (const Advice *advice, AdviceAction *action)
{
  const SurveyScore *before = advice_score (advice);
  g_autoptr (AssessmentDocument) done = advice_action_apply (action, advice_document (advice));
  g_autoptr (SurveyScore) after = NULL;

  if (action->n_effects == 0)
    return;
  after = survey_score_new (advice_pack (advice), done);
  action->gain = sure (survey_score_overall (after)) - sure (survey_score_overall (before));
  for (guint i = 0; i < survey_score_n_dimensions (before); i++)
    {
      int gain = sure (survey_score_dimension (after, i)->score)
                 - sure (survey_score_dimension (before, i)->score);

      if (action->dimension == NULL || gain > action->dimension_gain)
        for (guint e = 0; e < action->n_effects; e++)
          if (strcmp (action->effects[e].survey_question->dimension,
                      survey_score_dimension (before, i)->dimension->id)
              == 0)
            {
              action->dimension = survey_score_dimension (before, i)->dimension;
              action->dimension_gain = gain;
              break;
            }
    }
}

/* --- looks, 0 to WHOLE --- */

static int
gap_of (const Advice *advice, const SurveyDimensionScore *dimension)
{
  const char *due;
  int target = advice_target (advice_document (advice), dimension->dimension->id, &due);

  return MAX (0, (target >= 0 ? target : WHOLE) - sure (dimension->score));
}

static int
look_gap (const Advice *advice, const AdviceAction *action)
{
  const SurveyScore *score = advice_score (advice);
  int largest = 0, own = 0;

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      int gap = gap_of (advice, dimension);

      largest = MAX (largest, gap);
      if (dimension->dimension == action->dimension)
        own = gap;
    }
  return largest > 0 ? (int)((gint64)own * WHOLE / largest) : 0;
}

static gboolean
uses_technology (const Advice *advice, const AdviceAction *action)
{
  const AdviceWeights *weights = advice_rules_weights (advice_rules (advice));
  const char *const *technologies
      = assessment_document_get_strings (advice_document (advice), "project.technologies");

  for (guint i = 0; technologies != NULL && technologies[i] != NULL; i++)
    for (guint e = 0; e < action->n_effects; e++)
      if (advice_weights_technology_is_part (
              weights, technologies[i],
              survey_score_question (advice_score (advice), action->effects[e].question)->id,
              action->effects[e].option->number))
        return TRUE;
  return FALSE;
}

static int
look_fit (const Advice *advice, const AdviceAction *action)
{
  const AdviceWeightValues *values
      = advice_weights_values (advice_rules_weights (advice_rules (advice)));

  if (uses_technology (advice, action))
    return values->plan_fit_technology * WHOLE / 100;
  for (guint i = 0; action->dimension != NULL && i < advice_n_services (advice); i++)
    if (g_strcmp0 (advice_service (advice, i)->dimension, action->dimension->id) == 0)
      return values->plan_fit_service * WHOLE / 100;
  return 0;
}

static gboolean
eases (const AdviceAction *action, const char *pain)
{
  for (guint e = 0; e < action->n_effects; e++)
    {
      const char *const *pains = action->effects[e].option->pains;

      if (pains != NULL && g_strv_contains (pains, pain))
        return TRUE;
    }
  return FALSE;
}

/* The share of the company's own pains that it eases. */
static int
look_pains (const Advice *advice, const AdviceAction *action)
{
  const char *const *pains
      = assessment_document_get_strings (advice_document (advice), "project.pains");
  int n = 0, eased = 0;

  for (; pains != NULL && pains[n] != NULL; n++)
    eased += eases (action, pains[n]) ? 1 : 0;
  return n > 0 ? eased * WHOLE / n : 0;
}

static void
look (const Advice *advice, const AdviceAction *action, int looks[ADVICE_N_WEIGHTS])
{
  const AdviceWeightValues *values
      = advice_weights_values (advice_rules_weights (advice_rules (advice)));

  looks[ADVICE_WEIGHT_GAP] = action->dimension_gain > 0 ? look_gap (advice, action) : 0;
  looks[ADVICE_WEIGHT_EFFECT] = action->relative_gain;
  looks[ADVICE_WEIGHT_EFFORT] = values->plan_ease[MIN (action->effort, 3)] * WHOLE / 100;
  looks[ADVICE_WEIGHT_FIT] = look_fit (advice, action);
  looks[ADVICE_WEIGHT_PAINS] = look_pains (advice, action);
}

static void
rank (const Advice *advice, const AdvicePlanWeight *weights, AdviceAction *action)
{
  int looks[ADVICE_N_WEIGHTS];
  gint64 quotas[ADVICE_N_WEIGHTS];
  gint64 sum = 0, exact = 0, divisor;

  look (advice, action, looks);
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    {
      sum += weights[i].weight;
      exact += quotas[i] = (gint64)weights[i].weight * looks[i];
    }
  divisor = sum * (WHOLE / 100);
  action->rank = (int)((2 * exact + divisor) / (2 * divisor));
  advice_share_out (action->shares, quotas, ADVICE_N_WEIGHTS, divisor, action->rank);
}

/* The picture of effort and effect: half of the largest gain divides small from large. */
static const char *
corner_of (const AdviceAction *action)
{
  gboolean large = action->relative_gain >= WHOLE / 2;

  if (action->effort == 0)
    return NULL;
  if (action->effort == 1)
    return large ? "quick-win" : "small-thing";
  return large ? "big-step" : action->effort == 2 ? "small-thing" : "think-twice";
}

void
advice_plan_rank (const Advice *advice,
                  const AdvicePlanWeight weights[ADVICE_N_WEIGHTS],
                  GArray *actions)
{
  int largest = 0;

  for (guint i = 0; i < actions->len; i++)
    {
      AdviceAction *action = &g_array_index (actions, AdviceAction, i);

      measure (advice, action);
      largest = MAX (largest, action->gain);
    }
  for (guint i = 0; i < actions->len; i++)
    {
      AdviceAction *action = &g_array_index (actions, AdviceAction, i);

      action->relative_gain = largest > 0 ? (int)((gint64)action->gain * WHOLE / largest) : 0;
      action->corner = corner_of (action);
      rank (advice, weights, action);
    }
}
