/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* Scores of a document by the rule of the pack (dma-framework.md, section 4). All values are exact
 * integers in hundredths: 2656 is 26.56; rounding is half up. A value is settled when everything it
 * is made of is answered; until then [low, high] is what is still reachable and value is -1. */
typedef struct
{
  int value; /* hundredths, -1 until complete */
  int low, high;
  int band; /* index into the pack's bands, -1 until the interval lies in one band */
} SurveyValue;

/* One option, or one row, and what it gave. */
typedef struct
{
  const SurveyOption *option;
  int level;      /* -1 unanswered; 0/1 for ticks; the level for rows */
  int max_level;  /* 1 for ticks */
  int points;     /* given, in thousandths of a question point (10 points a question) */
  int max_points; /* at most, likewise; 0 for the negative option */
} SurveyPart;

/* One scored question; q1 has two, one a column. */
typedef struct
{
  const char *id; /* "q1-invested", "q2" */
  const SurveyQuestion *question;
  const SurveyColumn *column; /* or NULL */
  SurveyValue points;         /* 0 to 1000: question points 0–10 in hundredths */
  gboolean answered;          /* completely */
  const SurveyPart *parts;
  guint n_parts;
} SurveyQuestionScore;

typedef struct
{
  const SurveyDimension *dimension;
  SurveyValue score;         /* 0–10000 */
  guint first, n;            /* its question scores */
  guint answered, questions; /* whole questions (q1 is one) */
} SurveyDimensionScore;

typedef struct _SurveyScore SurveyScore;

SurveyScore *survey_score_new (SurveyPack *pack,
                               AssessmentDocument *document) G_GNUC_WARN_UNUSED_RESULT;
SurveyScore *survey_score_ref (SurveyScore *score);
void survey_score_unref (SurveyScore *score);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurveyScore, survey_score_unref)

SurveyPack *survey_score_pack (const SurveyScore *score);
SurveyValue survey_score_overall (const SurveyScore *score);
/* Answered share in hundredths of a percent: 10000 = complete. Counts questions, rows of a matrix
 * as their share. */
int survey_score_completeness (const SurveyScore *score);
guint survey_score_n_dimensions (const SurveyScore *score);
const SurveyDimensionScore *survey_score_dimension (const SurveyScore *score, guint index);
guint survey_score_n_questions (const SurveyScore *score);
const SurveyQuestionScore *survey_score_question (const SurveyScore *score, guint index);
/* What the overall score gains, in ten-thousandths of a point, when this part goes from its level
 * to @level. */
int survey_score_gain (const SurveyScore *score, guint question, guint part, int level);
/* TRUE when the negative option is ticked beside positive ones of the same question: they exclude
 * each other. */
gboolean survey_score_contradicts (const SurveyScore *score, guint question);
/* Index of the band of a settled score in hundredths. */
int survey_score_band_of (const SurveyPack *pack, int hundredths);

G_END_DECLS
