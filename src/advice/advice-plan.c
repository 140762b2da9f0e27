/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-comparison-private.h"
#include "advice/advice-plan-private.h"

#include <string.h>

/* Puts a plan together and projects it: the document with actions done goes through the real
 * scoring, nothing is added up. */

struct _AdvicePlan
{
  Advice *advice;
  AdvicePool *pool;
  GPtrArray *problems; /* borrowed from the pool */
  AdvicePlanWeight weights[ADVICE_N_WEIGHTS];
  GArray *actions;
  SurveyScore *after[ADVICE_N_PERIODS];
  GArray *targets;
};

static const AdviceAction *
nth (const AdvicePlan *plan, guint index)
{
  return &g_array_index (plan->actions, AdviceAction, index);
}

/* An action counts in a projection while it is planned; one already in place changes nothing. */
static AssessmentDocument *
document_after (const AdvicePlan *plan, AdvicePeriod period, const char *day)
{
  AssessmentDocument *document = assessment_document_ref (advice_document (plan->advice));

  for (guint i = 0; i < plan->actions->len; i++)
    {
      const AdviceAction *action = nth (plan, i);
      g_autoptr (AssessmentDocument) before = NULL;

      if (!action->planned || action->period > period)
        continue;
      if (day != NULL && (action->ends_on == NULL || strcmp (action->ends_on, day) > 0))
        continue;
      before = document;
      document = advice_action_apply (action, before);
    }
  return document;
}

/* --- targets --- */

static const SurveyDimensionScore *
find_dimension (const SurveyScore *score, const char *id)
{
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    if (strcmp (survey_score_dimension (score, i)->dimension->id, id) == 0)
      return survey_score_dimension (score, i);
  return NULL;
}

static BaseText *
target_text (const AdvicePlanTarget *target)
{
  BaseText *text;

  if (target->reach == ADVICE_REACH_UNKNOWN)
    text = base_text_new (N_ ("{area}: whether the plan reaches {target} is open until everything "
                              "is answered"));
  else if (target->now.low >= target->target)
    text = base_text_new (N_ ("{area}: target {target} is reached already"));
  else if (target->reach == ADVICE_REACH_REACHED)
    text = base_text_new (N_ ("{area}: the plan reaches {then}, target {target}"));
  else
    text = base_text_new (
        N_ ("{area}: the plan reaches {then} of {target}, {missing} points are missing"));
  text = base_text_with_text (text, "area", base_text_new (target->dimension->plain));
  text = base_text_with_decimal (text, "target", target->target, 2);
  text = base_text_with_decimal (text, "then", target->then.low, 2);
  return base_text_with_decimal (text, "missing", target->missing, 2);
}

/* More actions of the same area, best first, until the target is reached. */
static void
find_missing (AdvicePlan *plan, AdvicePlanTarget *target)
{
  guint *found = advice_pool_new_array (plan->pool, guint, plan->actions->len);
  AssessmentDocument *document = document_after (plan, ADVICE_PERIOD_LATER, target->due);
  int reached = target->then.low;

  for (guint i = 0; i < plan->actions->len && reached < target->target; i++)
    {
      const AdviceAction *action = nth (plan, i);
      g_autoptr (AssessmentDocument) before = NULL;
      g_autoptr (SurveyScore) score = NULL;

      if (action->planned || action->in_place || action->dimension != target->dimension)
        continue;
      before = document;
      document = advice_action_apply (action, before);
      score = survey_score_new (advice_pack (plan->advice), document);
      reached = find_dimension (score, target->dimension->id)->score.low;
      found[target->n_missing_actions++] = i;
    }
  assessment_document_unref (document);
  target->missing_actions = found;
}

static void
judge (AdvicePlan *plan, AdvicePlanTarget *target)
{
  if (target->then.low >= target->target)
    target->reach = ADVICE_REACH_REACHED;
  else if (target->then.high < target->target || target->then.value >= 0)
    target->reach = ADVICE_REACH_MISSED;
  else
    target->reach = ADVICE_REACH_UNKNOWN;
  if (target->reach == ADVICE_REACH_MISSED)
    target->missing = target->target - target->then.high;
  if (target->reach != ADVICE_REACH_REACHED)
    find_missing (plan, target);
  target->text = advice_pool_keep (plan->pool, target_text (target));
}

static const char *
target_string (const AdvicePlan *plan, const char *dimension, const char *member)
{
  g_autofree char *path = g_strdup_printf ("target_plans.%s.%s", dimension, member);

  return assessment_document_get_string (advice_document (plan->advice), path);
}

static void
tell_passed (AdvicePlan *plan, const AdvicePlanTarget *target)
{
  BaseText *text
      = base_text_new (N_ ("The target for “{area}” was due on {date} and is not reached."));

  text = base_text_with_text (text, "area", base_text_new (target->dimension->plain));
  text = base_text_with_date (text, "date", target->due);
  g_ptr_array_add (plan->problems, advice_pool_keep (plan->pool, text));
}

static void
add_target (AdvicePlan *plan, const SurveyDimensionScore *dimension)
{
  const char *id = dimension->dimension->id;
  AdvicePlanTarget target = { .dimension = dimension->dimension, .now = dimension->score };
  g_autoptr (AssessmentDocument) done = NULL;
  g_autoptr (SurveyScore) score = NULL;

  target.target = advice_target (advice_document (plan->advice), id, &target.due);
  if (target.target < 0)
    return;
  target.measure = target_string (plan, id, "measure");
  target.owner = target_string (plan, id, "owner");
  done = document_after (plan, ADVICE_PERIOD_LATER, target.due);
  score = survey_score_new (advice_pack (plan->advice), done);
  target.then = find_dimension (score, id)->score;
  judge (plan, &target);
  if (target.due != NULL && strcmp (target.due, advice_date (plan->advice)) < 0
      && target.now.low < target.target)
    tell_passed (plan, &target);
  g_array_append_val (plan->targets, target);
}

/* --- the plan --- */

AdvicePlan *
advice_plan_new (Advice *advice)
{
  AdvicePlan *plan;

  g_return_val_if_fail (advice != NULL, NULL);

  plan = g_new0 (AdvicePlan, 1);
  plan->advice = advice_ref (advice);
  plan->pool = advice_pool_new ();
  plan->problems = g_ptr_array_new ();
  plan->targets = g_array_new (FALSE, FALSE, sizeof (AdvicePlanTarget));
  advice_plan_weigh (plan->pool, advice, plan->weights, plan->problems);
  plan->actions = advice_plan_collect (plan->pool, advice, plan->problems);
  advice_plan_rank (advice, plan->weights, plan->actions);
  advice_plan_order (plan->pool, advice, plan->actions, plan->problems);
  for (guint i = 0; i < ADVICE_N_PERIODS; i++)
    {
      g_autoptr (AssessmentDocument) done = document_after (plan, (AdvicePeriod)i, NULL);

      plan->after[i] = survey_score_new (advice_pack (advice), done);
    }
  for (guint i = 0; i < survey_score_n_dimensions (advice_score (advice)); i++)
    add_target (plan, survey_score_dimension (advice_score (advice), i));
  return plan;
}

void
advice_plan_free (AdvicePlan *plan)
{
  if (plan == NULL)
    return;
  for (guint i = 0; i < ADVICE_N_PERIODS; i++)
    survey_score_unref (plan->after[i]);
  g_array_unref (plan->targets);
  g_array_unref (plan->actions);
  g_ptr_array_unref (plan->problems);
  advice_pool_free (plan->pool);
  advice_unref (plan->advice);
  g_free (plan);
}

Advice *
advice_plan_advice (const AdvicePlan *plan)
{
  return plan->advice;
}

const AdvicePlanWeight *
advice_plan_weight (const AdvicePlan *plan, AdviceWeightId id)
{
  g_return_val_if_fail (id < ADVICE_N_WEIGHTS, NULL);
  return &plan->weights[id];
}

guint
advice_plan_n_actions (const AdvicePlan *plan)
{
  return plan->actions->len;
}

const AdviceAction *
advice_plan_action (const AdvicePlan *plan, guint index)
{
  g_return_val_if_fail (index < plan->actions->len, NULL);
  return nth (plan, index);
}

int
advice_plan_find (const AdvicePlan *plan, const char *id)
{
  for (guint i = 0; i < plan->actions->len; i++)
    if (advice_action_is (nth (plan, i)->id, id))
      return (int)i;
  return -1;
}

guint
advice_plan_n_problems (const AdvicePlan *plan)
{
  return plan->problems->len;
}

const BaseText *
advice_plan_problem (const AdvicePlan *plan, guint index)
{
  g_return_val_if_fail (index < plan->problems->len, NULL);
  return g_ptr_array_index (plan->problems, index);
}

guint
advice_plan_n_targets (const AdvicePlan *plan)
{
  return plan->targets->len;
}

const AdvicePlanTarget *
advice_plan_target (const AdvicePlan *plan, guint index)
{
  g_return_val_if_fail (index < plan->targets->len, NULL);
  return &g_array_index (plan->targets, AdvicePlanTarget, index);
}

SurveyScore *
advice_plan_score_after (const AdvicePlan *plan, AdvicePeriod period)
{
  g_return_val_if_fail (period < ADVICE_N_PERIODS, NULL);
  return plan->after[period];
}

static Advice *
advise (const AdvicePlan *plan, AssessmentDocument *document)
{
  Advice *advice = plan->advice;

  return advice_new (document, advice_pack (advice), advice_rules (advice),
                     advice_catalogue (advice), advice_date (advice));
}

Advice *
advice_plan_project_period (const AdvicePlan *plan, AdvicePeriod period)
{
  g_autoptr (AssessmentDocument) document = document_after (plan, period, NULL);

  return advise (plan, document);
}

Advice *
advice_plan_project (const AdvicePlan *plan, const guint *actions, guint n_actions)
{
  g_autoptr (AssessmentDocument) document
      = assessment_document_ref (advice_document (plan->advice));

  for (guint i = 0; i < n_actions; i++)
    {
      g_autoptr (AssessmentDocument) before = g_steal_pointer (&document);

      g_return_val_if_fail (actions[i] < plan->actions->len, NULL);
      document = advice_action_apply (nth (plan, actions[i]), before);
    }
  return advise (plan, document);
}

BaseText *
advice_period_title (AdvicePeriod period)
{
  switch (period)
    {
    case ADVICE_PERIOD_90:
      return base_text_new (N_ ("In the first 90 days"));
    case ADVICE_PERIOD_180:
      return base_text_new (N_ ("Up to 180 days"));
    case ADVICE_PERIOD_365:
      return base_text_new (N_ ("Within a year"));
    case ADVICE_PERIOD_LATER:
    case ADVICE_N_PERIODS:
    default:
      return base_text_new (N_ ("Later"));
    }
}
