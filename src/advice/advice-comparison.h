/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"

G_BEGIN_DECLS

/* Two stages of one company set side by side: before and now. A pure function of two Advices,
 * immutable; it keeps both. Figures are exact: hundredths, and the parts of a difference add up to
 * it. */
typedef struct _AdviceComparison AdviceComparison;

/* One answer that moved a dimension: an option ticked or not, a row on another level. */
typedef struct
{
  const SurveyQuestion *question; /* of now's pack; before's when now's has it no more */
  const SurveyOption *option;     /* NULL: the questionnaire itself changed (see @title) */
  const SurveyColumn *column;     /* or NULL */
  const char *id;                 /* "q8.3", "q1-invested.6"; NULL for the questionnaire */
  int from_level, to_level;       /* -1 unanswered; ticks 0 and 1 */
  BaseText *from, *to;            /* "ticked", "not ticked", "open", the level's own words */
  BaseText *title;                /* question and option in one sentence */
  /* What it did, in hundredths: all of a dimension's moves add up to its difference, those of all
   * dimensions to the overall difference (shares by largest remainder). Estimates of single moves
   * while a score is open, which then add up to nothing: AdviceDifference.settled is FALSE. */
  int points;  /* of the dimension's score */
  int overall; /* of the overall score */
} AdviceMove;

typedef enum
{
  ADVICE_REACH_NONE,    /* no target */
  ADVICE_REACH_REACHED, /* "reached" */
  ADVICE_REACH_MISSED,  /* "not-reached" */
  ADVICE_REACH_UNKNOWN, /* "unknown": the score is open */
} AdviceReach;

/* A dimension, or the overall score (dimension NULL, no moves and no target). */
typedef struct
{
  const SurveyDimension *dimension;
  SurveyValue before, now;
  gboolean settled; /* both scores are complete, so that there is a difference */
  int difference;   /* hundredths; 0 while not settled */
  int overall;      /* share of the overall difference, hundredths; 0 while not settled */
  BaseText *text;   /* "From 46.67 to 60.00: 13.33 points more" */
  BaseText *band; /* "Now “Moderately advanced”, before “Average”"; NULL when the level stayed or
                     is open */
  const AdviceMove *moves; /* the largest first */
  guint n_moves;
  /* The target that was set before, to be reached by now; where there was none, the one set now.
   * Hundredths, -1 for none. */
  int target;
  AdviceReach reach;
  int missing;          /* hundredths up to the target, 0 when reached or open */
  const char *due;      /* ISO day, or NULL */
  BaseText *reaching;   /* NULL without a target */
  int next_target;      /* the one set now, for the next stage; -1 for none */
  const char *next_due; /* ISO day, or NULL */
} AdviceDifference;

typedef enum
{
  ADVICE_SUPPORT_POSSIBLE,  /* "possible": now eligible */
  ADVICE_SUPPORT_FELL_AWAY, /* "fell-away": no more eligible, or its call closed */
  ADVICE_SUPPORT_CHANGED,   /* "changed": open one way or the other */
} AdviceSupportTurn;

/* A kind of support whose outcome or call changed. */
typedef struct
{
  const AdviceInstrument *before, *now; /* NULL: that catalogue does not have it */
  AdviceSupportTurn turn;
  BaseText *text;           /* what changed */
  BaseText *const *reasons; /* criteria that came out otherwise, with what they rest on now */
  guint n_reasons;
} AdviceSupportChange;

/* Never fails: when the two cannot be compared advice_comparison_refusal() says why, and there is
 * nothing else in it. Another questionnaire, or another major version of it, is refused; a minor
 * one is compared and the notes name what moved or appeared in it. */
AdviceComparison *advice_comparison_new (Advice *before, Advice *now) G_GNUC_WARN_UNUSED_RESULT;
void advice_comparison_free (AdviceComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceComparison, advice_comparison_free)

Advice *advice_comparison_before (const AdviceComparison *comparison);
Advice *advice_comparison_now (const AdviceComparison *comparison);
const BaseText *advice_comparison_refusal (const AdviceComparison *comparison);
/* One sentence on the whole. NULL only when refused. */
const BaseText *advice_comparison_headline (const AdviceComparison *comparison);
/* What a reader must know beside the figures: another version, another order of dates, … */
guint advice_comparison_n_notes (const AdviceComparison *comparison);
const BaseText *advice_comparison_note (const AdviceComparison *comparison, guint index);
/* NULL when refused. */
const AdviceDifference *advice_comparison_overall (const AdviceComparison *comparison);
guint advice_comparison_n_dimensions (const AdviceComparison *comparison);
const AdviceDifference *advice_comparison_dimension (const AdviceComparison *comparison,
                                                     guint index);
guint advice_comparison_n_supports (const AdviceComparison *comparison);
const AdviceSupportChange *advice_comparison_support (const AdviceComparison *comparison,
                                                      guint index);

const char *advice_reach_name (AdviceReach reach); /* "reached" …; "none" without a target */
const char *advice_support_turn_name (AdviceSupportTurn turn);

G_END_DECLS
