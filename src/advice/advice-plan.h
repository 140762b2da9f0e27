/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-comparison.h"
#include "advice/advice.h"

G_BEGIN_DECLS

/* The plan of a document: targets, what could be done and in which order, what it would do to the
 * scores. A pure function of an Advice, made on demand, immutable; it keeps the Advice.
 *
 * Actions are the bundled next steps, one for each option that could still be done, and the
 * company's own of plan.actions[]. Every effect is computed by the real scoring. */
typedef struct _AdvicePlan AdvicePlan;

/* When an action is done at the latest, counted from the day of the advice. */
typedef enum
{
  ADVICE_PERIOD_90,    /* within 90 days */
  ADVICE_PERIOD_180,   /* within 180 days */
  ADVICE_PERIOD_365,   /* within a year */
  ADVICE_PERIOD_LATER, /* later */
  ADVICE_N_PERIODS
} AdvicePeriod;

/* What actions are ranked by. Each is 0 to 100 %, times its weight of `plan.weights` or of
 * data/rules/match-weights.json. */
typedef enum
{
  ADVICE_WEIGHT_GAP,    /* "gap": how far its area is from the target, else from full marks */
  ADVICE_WEIGHT_EFFECT, /* "effect": what it adds to the overall score, beside the strongest */
  ADVICE_WEIGHT_EFFORT, /* "effort": how little it takes */
  ADVICE_WEIGHT_FIT,    /* "fit": serves the project's technologies or a service asked for */
  ADVICE_WEIGHT_PAINS,  /* "pains": eases what hurts */
  ADVICE_N_WEIGHTS
} AdviceWeightId;

typedef struct
{
  const char *id;     /* "gap" … */
  BaseText *title;    /* what it looks at */
  int weight;         /* as set, 0–100 */
  int share;          /* of the sum of all weights, whole percent; they add up to 100 */
  gboolean is_custom; /* set in the document */
} AdvicePlanWeight;

/* One answer that an action changes. */
typedef struct
{
  guint question, part; /* into survey_score_question() and its parts */
  const SurveyQuestion *survey_question;
  const SurveyColumn *column; /* or NULL */
  const SurveyOption *option;
  int from_level, to_level;
} AdviceEffect;

typedef struct
{
  const char *id;     /* "q8.3", or the company's own */
  BaseText *title;    /* what to do */
  BaseText *benefit;  /* NULL when nothing is said */
  BaseText *reason;   /* why here; NULL for own ones */
  const char *kind;   /* measure, training, study-visit, matchmaking, workshop */
  gboolean own;       /* not bundled */
  gboolean planned;   /* in plan.actions and not dropped */
  gboolean in_place;  /* its answers say already that it is done: nothing left to gain */
  int index;          /* in plan.actions, -1 when not there: edit "plan.actions[index].…" */
  const char *status; /* planned, started, done, dropped; NULL when not in the plan */
  const char *owner, *measure, *due; /* NULL when not said */
  guint8 effort;                     /* 1 small – 3 large; 0 not estimated */
  const char *cost;                  /* none, low, medium, high; NULL: not estimated */
  BaseText *cost_text;               /* "not estimated" for bundled ones: no source says */
  const SurveyDimension *dimension;  /* it moves most; NULL when it moves none */
  const AdviceEffect *effects;
  guint n_effects;
  gboolean settled;   /* FALSE: a question that it changes is not answered, so the gain is open */
  int gain;           /* alone, hundredths of the overall score, by the real scoring */
  int dimension_gain; /* likewise of @dimension */
  /* Why it stands where it stands: points of 100 for each weight, which add up to @rank. */
  int rank;
  int shares[ADVICE_N_WEIGHTS];
  /* In the picture of effort and effect: effort as above, @gain in ten-thousandths of the largest
   * gain of all actions. */
  int relative_gain;
  const char *corner;  /* "quick-win" small effort, large effect; "big-step"; "small-thing";
                          "think-twice" large effort, small effect; NULL: effort not estimated */
  AdvicePeriod period; /* by due date, else by effort; never before what it waits for */
  const char *ends_on; /* due, else the period's last day; NULL: later */
  gboolean overdue;    /* due in the past and not done */
  const guint *after;  /* indexes of the actions it waits for */
  guint n_after;
} AdviceAction;

typedef struct
{
  const SurveyDimension *dimension;
  int target;                        /* hundredths */
  const char *due, *measure, *owner; /* NULL when not said */
  SurveyValue now;
  SurveyValue then;  /* with the planned actions that end by its due day; all without one */
  AdviceReach reach; /* by then */
  int missing;       /* hundredths; 0 when reached or open */
  BaseText *text;    /* what the plan does for it */
  const guint *missing_actions; /* not in the plan yet, best first, that would reach it; fewer when
                                   even all do not */
  guint n_missing_actions;
} AdvicePlanTarget;

AdvicePlan *advice_plan_new (Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
void advice_plan_free (AdvicePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdvicePlan, advice_plan_free)

Advice *advice_plan_advice (const AdvicePlan *plan);
const AdvicePlanWeight *advice_plan_weight (const AdvicePlan *plan, AdviceWeightId id);

/* In the order to do them: by rank, but never before what an action waits for. All there are, those
 * not in the plan too. */
guint advice_plan_n_actions (const AdvicePlan *plan);
const AdviceAction *advice_plan_action (const AdvicePlan *plan, guint index);
/* Index of the action, -1 when there is none. */
int advice_plan_find (const AdvicePlan *plan, const char *id);

/* What has to be mended: actions that wait for each other (each named), or for one that is not
 * there or not in the plan; weights nobody knows; targets already passed. */
guint advice_plan_n_problems (const AdvicePlan *plan);
const BaseText *advice_plan_problem (const AdvicePlan *plan, guint index);

guint advice_plan_n_targets (const AdvicePlan *plan);
const AdvicePlanTarget *advice_plan_target (const AdvicePlan *plan, guint index);

/* Scores with every planned action done that falls into @period or an earlier one. Borrowed. */
SurveyScore *advice_plan_score_after (const AdvicePlan *plan, AdvicePeriod period);
/* The whole Advice of that document; and of the document with @actions (indexes) done. */
Advice *advice_plan_project_period (const AdvicePlan *plan,
                                    AdvicePeriod period) G_GNUC_WARN_UNUSED_RESULT;
Advice *advice_plan_project (const AdvicePlan *plan,
                             const guint *actions,
                             guint n_actions) G_GNUC_WARN_UNUSED_RESULT;

BaseText *advice_period_title (AdvicePeriod period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
