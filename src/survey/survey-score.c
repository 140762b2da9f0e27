/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-private.h"
#include "survey/survey-score.h"

#include <string.h>

/* The rule of dma-framework.md, section 4, for any pack, in whole numbers.
 *
 * One question score is worth pack->unit. A part (an option, or a row) gives level × unit /
 * (highest level × parts that count), which is whole by the choice of the unit. A dimension is the
 * mean of its question scores, rounded half up to hundredths of 100; the overall score is the mean
 * of the rounded dimensions, rounded likewise, or the count of marks. Unanswered parts give nothing
 * to the low end and everything to the high end. Rounding and means never fall when a part rises,
 * so both ends are reached by an answer and nothing lies outside. */

struct _SurveyScore
{
  SurveyPack *pack;
  SurveyValue overall;
  int completeness;
  SurveyDimensionScore *dimensions; /* n_dimensions of the pack */
  SurveyQuestionScore *questions;   /* n_scores */
  SurveyPart *parts;                /* n_parts */
};

/* Both ends of what is reachable, and whether they are one. */
typedef struct
{
  gint64 low, high;
  gboolean settled;
} Reach;

static gint64
divide_half_up (gint64 numerator, gint64 denominator)
{
  g_assert (numerator >= 0 && denominator > 0);

  return (2 * numerator + denominator) / (2 * denominator);
}

/* @share of @whole lies in the first band whose share of full marks it does not pass. */
static int
find_band (const SurveyPack *pack, gint64 share, gint64 whole)
{
  for (guint i = 0; i + 1 < pack->n_bands; i++)
    if (share * pack->full_marks * 100 <= pack->bands[i].upper * whole)
      return (int)i;
  return (int)pack->n_bands - 1;
}

static SurveyValue
make_value (const SurveyPack *pack, Reach reach, gint64 whole)
{
  int low_band = find_band (pack, reach.low, whole);

  return (SurveyValue){
    .value = reach.settled ? (int)reach.low : -1,
    .low = (int)reach.low,
    .high = (int)reach.high,
    .band = low_band == find_band (pack, reach.high, whole) ? low_band : -1,
  };
}

/* Units that one level of @part is worth. */
static gint64
level_units (const SurveyPack *pack, const SurveyQuestion *question, const SurveyOption *option)
{
  if (option->negative)
    return 0;
  return pack->unit
         / ((gint64)_survey_question_n_positive (question) * _survey_question_max_level (question));
}

/* {{{ From answers to parts */

static void
read_ticks (const SurveyQuestion *question,
            const SurveyColumn *column,
            const AssessmentDocument *document,
            SurveyPart *parts)
{
  guint n = 0;
  const guint8 *ticks = assessment_document_get_ticks (document, question->id,
                                                       column != NULL ? column->id : NULL, &n);

  if (ticks == NULL)
    return;
  for (guint i = 0; i < question->n_options; i++)
    parts[i].level = 0;
  for (guint i = 0; i < n; i++)
    if (ticks[i] >= 1 && ticks[i] <= question->n_options)
      parts[ticks[i] - 1].level = 1;
}

static void
read_rows (const SurveyQuestion *question, const AssessmentDocument *document, SurveyPart *parts)
{
  guint n = 0;
  const gint8 *levels = assessment_document_get_levels (document, question->id, &n);

  for (guint i = 0; levels != NULL && i < MIN (n, question->n_options); i++)
    if (levels[i] >= 0 && levels[i] < (int)question->n_levels)
      parts[i].level = levels[i];
}

static void
fill_parts (SurveyScore *score, SurveyQuestionScore *entry, const AssessmentDocument *document)
{
  const SurveyQuestion *question = entry->question;
  SurveyPart *parts = (SurveyPart *)entry->parts;

  for (guint i = 0; i < entry->n_parts; i++)
    {
      parts[i].option = &question->options[i];
      parts[i].level = -1;
      parts[i].max_level = _survey_question_max_level (question);
    }
  if (question->kind == SURVEY_QUESTION_LEVELS)
    read_rows (question, document, parts);
  else
    read_ticks (question, entry->column, document, parts);
  for (guint i = 0; i < entry->n_parts; i++)
    {
      gint64 units = level_units (score->pack, question, parts[i].option);

      parts[i].points
          = (int)divide_half_up (MAX (parts[i].level, 0) * units * 10000, score->pack->unit);
      parts[i].max_points
          = (int)divide_half_up (parts[i].max_level * units * 10000, score->pack->unit);
    }
}

/* }}} */
/* {{{ From parts to scores */

/* In units, 0 to pack->unit. */
static Reach
reach_question (const SurveyPack *pack, const SurveyQuestionScore *entry)
{
  Reach reach = { .settled = TRUE };

  for (guint i = 0; i < entry->n_parts; i++)
    {
      const SurveyPart *part = &entry->parts[i];
      gint64 units = level_units (pack, entry->question, part->option);

      reach.low += MAX (part->level, 0) * units;
      reach.high += (part->level < 0 ? part->max_level : part->level) * units;
      if (part->level < 0)
        reach.settled = FALSE;
    }
  return reach;
}

static void
score_question (SurveyScore *score, SurveyQuestionScore *entry)
{
  Reach reach = reach_question (score->pack, entry);

  entry->answered = reach.settled;
  reach.low = divide_half_up (reach.low * 1000, score->pack->unit);
  reach.high = divide_half_up (reach.high * 1000, score->pack->unit);
  entry->points = make_value (score->pack, reach, 1000);
}

static guint
count_answered (const SurveyScore *score, const SurveyDimensionScore *entry)
{
  guint answered = 0;
  guint i = entry->first;

  while (i < entry->first + entry->n)
    {
      guint n = _survey_question_n_scores (score->questions[i].question);
      gboolean whole = TRUE;

      for (guint end = i + n; i < end; i++)
        whole = whole && score->questions[i].answered;
      answered += whole ? 1 : 0;
    }
  return answered;
}

static void
score_dimension (SurveyScore *score, SurveyDimensionScore *entry)
{
  gint64 whole = score->pack->unit * entry->n;
  Reach reach = { 0 };

  for (guint i = entry->first; i < entry->first + entry->n; i++)
    {
      Reach part = reach_question (score->pack, &score->questions[i]);

      reach.low += part.low;
      reach.high += part.high;
    }
  entry->answered = count_answered (score, entry);
  entry->questions = entry->dimension->n_questions;
  reach.settled = entry->answered == entry->questions;
  reach.low = divide_half_up (reach.low * 10000, whole);
  reach.high = divide_half_up (reach.high * 10000, whole);
  entry->score = make_value (score->pack, reach, 10000);
}

static Reach
reach_mean (const SurveyScore *score)
{
  guint n = score->pack->n_dimensions;
  Reach reach = { .settled = TRUE };

  for (guint i = 0; i < n; i++)
    {
      SurveyValue value = score->dimensions[i].score;

      reach.low += value.low;
      reach.high += value.high;
      reach.settled = reach.settled && value.value >= 0;
    }
  reach.low = divide_half_up (reach.low, n);
  reach.high = divide_half_up (reach.high, n);
  return reach;
}

static Reach
reach_count (const SurveyScore *score)
{
  Reach reach = { .settled = TRUE };

  for (guint i = 0; i < score->pack->n_parts; i++)
    {
      const SurveyPart *part = &score->parts[i];

      if (part->level < 0)
        reach.settled = FALSE;
      if (part->option->negative)
        continue;
      reach.low += MAX (part->level, 0) * 100;
      reach.high += (part->level < 0 ? part->max_level : part->level) * 100;
    }
  return reach;
}

/* Ticks are answered all at once, rows one by one. */
static gint64
answered_units (const SurveyPack *pack, const SurveyQuestionScore *entry)
{
  guint n = 0;

  if (entry->question->kind != SURVEY_QUESTION_LEVELS)
    return entry->answered ? pack->unit / _survey_question_n_scores (entry->question) : 0;
  for (guint i = 0; i < entry->n_parts; i++)
    n += entry->parts[i].level >= 0 ? 1 : 0;
  return pack->unit / entry->n_parts * n;
}

/* Rounded down, so that only a complete document is 100 %. */
static int
measure_completeness (const SurveyScore *score)
{
  gint64 answered = 0;

  for (guint i = 0; i < score->pack->n_scores; i++)
    answered += answered_units (score->pack, &score->questions[i]);
  return (int)(answered * 10000 / (score->pack->unit * score->pack->n_questions));
}

/* }}} */
/* {{{ Making a score */

/* Lays out the entries: the pack says how many parts, question scores and dimensions there are. */
static void
lay_out (SurveyScore *score)
{
  const SurveyPack *pack = score->pack;
  SurveyQuestionScore *entry = score->questions;
  SurveyPart *parts = score->parts;

  for (guint d = 0; d < pack->n_dimensions; d++)
    {
      const SurveyDimension *dimension = &pack->dimensions[d];

      score->dimensions[d].dimension = dimension;
      score->dimensions[d].first = (guint)(entry - score->questions);
      for (guint q = 0; q < dimension->n_questions; q++)
        {
          const SurveyQuestion *question = &pack->questions[dimension->first_question + q];

          for (guint c = 0; c < _survey_question_n_scores (question); c++, entry++)
            {
              entry->question = question;
              entry->column = question->n_columns > 0 ? &question->columns[c] : NULL;
              entry->id = entry->column != NULL ? entry->column->score_id : question->id;
              entry->parts = parts;
              entry->n_parts = question->n_options;
              parts += question->n_options;
            }
        }
      score->dimensions[d].n = (guint)(entry - score->questions) - score->dimensions[d].first;
    }
}

SurveyScore *
survey_score_new (SurveyPack *pack, AssessmentDocument *document)
{
  SurveyScore *score;

  g_return_val_if_fail (pack != NULL && document != NULL, NULL);

  score = g_atomic_rc_box_new0 (SurveyScore);
  score->pack = survey_pack_ref (pack);
  score->dimensions = g_new0 (SurveyDimensionScore, pack->n_dimensions);
  score->questions = g_new0 (SurveyQuestionScore, pack->n_scores);
  score->parts = g_new0 (SurveyPart, pack->n_parts);
  lay_out (score);
  for (guint i = 0; i < pack->n_scores; i++)
    {
      fill_parts (score, &score->questions[i], document);
      score_question (score, &score->questions[i]);
    }
  for (guint i = 0; i < pack->n_dimensions; i++)
    score_dimension (score, &score->dimensions[i]);
  if (pack->scoring == SURVEY_SCORING_COUNT)
    score->overall = make_value (pack, reach_count (score), (gint64)pack->full_marks * 100);
  else
    score->overall = make_value (pack, reach_mean (score), 10000);
  score->completeness = measure_completeness (score);
  return score;
}

SurveyScore *
survey_score_ref (SurveyScore *score)
{
  g_return_val_if_fail (score != NULL, NULL);

  return g_atomic_rc_box_acquire (score);
}

static void
clear (gpointer data)
{
  SurveyScore *score = data;

  g_free (score->dimensions);
  g_free (score->questions);
  g_free (score->parts);
  survey_pack_unref (score->pack);
}

void
survey_score_unref (SurveyScore *score)
{
  if (score != NULL)
    g_atomic_rc_box_release_full (score, clear);
}

/* }}} */
/* {{{ Reading a score */

SurveyPack *
survey_score_pack (const SurveyScore *score)
{
  g_return_val_if_fail (score != NULL, NULL);

  return score->pack;
}

SurveyValue
survey_score_overall (const SurveyScore *score)
{
  g_return_val_if_fail (score != NULL, ((SurveyValue){ .value = -1, .band = -1 }));

  return score->overall;
}

int
survey_score_completeness (const SurveyScore *score)
{
  g_return_val_if_fail (score != NULL, 0);

  return score->completeness;
}

guint
survey_score_n_dimensions (const SurveyScore *score)
{
  g_return_val_if_fail (score != NULL, 0);

  return score->pack->n_dimensions;
}

const SurveyDimensionScore *
survey_score_dimension (const SurveyScore *score, guint index)
{
  g_return_val_if_fail (score != NULL && index < score->pack->n_dimensions, NULL);

  return &score->dimensions[index];
}

guint
survey_score_n_questions (const SurveyScore *score)
{
  g_return_val_if_fail (score != NULL, 0);

  return score->pack->n_scores;
}

const SurveyQuestionScore *
survey_score_question (const SurveyScore *score, guint index)
{
  g_return_val_if_fail (score != NULL && index < score->pack->n_scores, NULL);

  return &score->questions[index];
}

static guint
scores_beside (const SurveyScore *score, guint question)
{
  for (guint i = 0; i < score->pack->n_dimensions; i++)
    if (question < score->dimensions[i].first + score->dimensions[i].n)
      return score->dimensions[i].n;
  g_assert_not_reached ();
}

int
survey_score_gain (const SurveyScore *score, guint question, guint part, int level)
{
  const SurveyPack *pack;
  const SurveyPart *from;
  gint64 steps;
  gint64 points; /* of 100, in ten-thousandths, times the divisor below */
  gint64 divisor;
  gint64 gain;

  g_return_val_if_fail (score != NULL && question < score->pack->n_scores, 0);
  g_return_val_if_fail (part < score->questions[question].n_parts, 0);
  from = &score->questions[question].parts[part];
  g_return_val_if_fail (level >= 0 && level <= from->max_level, 0);

  pack = score->pack;
  steps = level - MAX (from->level, 0);
  if (pack->scoring == SURVEY_SCORING_COUNT)
    return from->option->negative ? 0 : (int)steps * 10000;
  points = ABS (steps) * level_units (pack, score->questions[question].question, from->option)
           * 1000000;
  divisor = pack->unit * scores_beside (score, question) * pack->n_dimensions;
  gain = divide_half_up (points, divisor);
  return (int)(steps < 0 ? -gain : gain);
}

gboolean
survey_score_contradicts (const SurveyScore *score, guint question)
{
  const SurveyQuestionScore *entry;
  gboolean negative = FALSE;
  gboolean positive = FALSE;

  g_return_val_if_fail (score != NULL && question < score->pack->n_scores, FALSE);

  entry = &score->questions[question];
  for (guint i = 0; i < entry->n_parts; i++)
    if (entry->parts[i].level > 0)
      {
        negative = negative || entry->parts[i].option->negative;
        positive = positive || !entry->parts[i].option->negative;
      }
  return negative && positive;
}

int
survey_score_band_of (const SurveyPack *pack, int hundredths)
{
  g_return_val_if_fail (pack != NULL, -1);

  return find_band (pack, hundredths, (gint64)pack->full_marks * 100);
}

/* }}} */
