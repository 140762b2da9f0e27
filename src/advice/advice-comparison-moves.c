/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-comparison-private.h"

#include <string.h>

/* What moved a dimension, answer by answer.
 *
 * Within one version of the questionnaire a dimension is a mean of question scores, so that each
 * answer's part is an exact fraction: levels × 100 / (question scores × counting parts × highest
 * level). The fractions are brought to a common denominator and shared out over the difference of
 * the rounded scores by largest remainder, so that what is printed adds up. Between minor versions
 * questions may weigh differently: what the answers do not explain is the questionnaire's own
 * move. */

#define HUNDREDTHS 10000

typedef struct
{
  AdviceMove *move;
  gint64 numerator, denominator; /* hundredths of the dimension's score */
} Draft;

static guint
counting_parts (const SurveyQuestionScore *question)
{
  guint n = 0;

  for (guint i = 0; i < question->n_parts; i++)
    n += question->parts[i].option->negative ? 0 : 1;
  return n;
}

static BaseText *
level_text (const SurveyQuestion *question, int level)
{
  if (level < 0)
    return base_text_new (N_ ("open"));
  if (question->kind == SURVEY_QUESTION_LEVELS)
    return (guint)level < question->n_levels
               ? base_text_new (question->levels[level].title)
               : base_text_with_integer (base_text_new (N_ ("{level}")), "level", level);
  return level > 0 ? base_text_new (N_ ("ticked")) : base_text_new (N_ ("not ticked"));
}

static BaseText *
title_text (const SurveyQuestionScore *question, const SurveyOption *option)
{
  BaseText *text;

  if (question->column == NULL)
    text = base_text_new (N_ ("{question} {option}"));
  else
    text = base_text_with_text (base_text_new (N_ ("{question} {column}: {option}")), "column",
                                base_text_new (question->column->title));
  text = base_text_with_text (text, "question", base_text_new (question->question->title));
  return base_text_with_text (text, "option", base_text_new (option->title));
}

static const SurveyQuestionScore *
find_question (const SurveyScore *score, const char *id)
{
  for (guint i = 0; i < survey_score_n_questions (score); i++)
    if (strcmp (survey_score_question (score, i)->id, id) == 0)
      return survey_score_question (score, i);
  return NULL;
}

static const SurveyPart *
find_part (const SurveyQuestionScore *question, guint number)
{
  for (guint i = 0; question != NULL && i < question->n_parts; i++)
    if (question->parts[i].option->number == number)
      return &question->parts[i];
  return NULL;
}

static void
add_move (GArray *drafts,
          AdvicePool *pool,
          const SurveyQuestionScore *question,
          const SurveyPart *part,
          int from_level,
          guint n_questions)
{
  AdviceMove *move = advice_pool_alloc (pool, sizeof (AdviceMove));
  g_autofree char *id = g_strdup_printf ("%s.%u", question->id, part->option->number);
  Draft draft = { .move = move };

  move->question = question->question;
  move->option = part->option;
  move->column = question->column;
  move->id = advice_pool_string (pool, id);
  move->from_level = from_level;
  move->to_level = part->level;
  move->from = advice_pool_keep (pool, level_text (question->question, from_level));
  move->to = advice_pool_keep (pool, level_text (question->question, part->level));
  move->title = advice_pool_keep (pool, title_text (question, part->option));
  draft.denominator
      = (gint64)n_questions * MAX (counting_parts (question), 1) * MAX (part->max_level, 1);
  draft.numerator = part->option->negative
                        ? 0
                        : (gint64)(MAX (part->level, 0) - MAX (from_level, 0)) * HUNDREDTHS;
  g_array_append_val (drafts, draft);
}

static void
collect (GArray *drafts,
         AdvicePool *pool,
         const Advice *before,
         const Advice *now,
         const SurveyDimensionScore *dimension)
{
  for (guint i = dimension->first; i < dimension->first + dimension->n; i++)
    {
      const SurveyQuestionScore *question = survey_score_question (advice_score (now), i);
      const SurveyQuestionScore *old = find_question (advice_score (before), question->id);

      for (guint p = 0; p < question->n_parts; p++)
        {
          const SurveyPart *part = &question->parts[p];
          const SurveyPart *was = find_part (old, part->option->number);
          int from = was != NULL ? was->level : -1;

          if (from != part->level)
            add_move (drafts, pool, question, part, from, dimension->n);
        }
    }
}

static gint64
common_denominator (const GArray *drafts)
{
  gint64 common = 1;

  for (guint i = 0; i < drafts->len; i++)
    {
      gint64 a = common, b = g_array_index (drafts, Draft, i).denominator;

      while (b != 0)
        {
          gint64 rest = a % b;

          a = b;
          b = rest;
        }
      common = common / a * g_array_index (drafts, Draft, i).denominator;
    }
  return common;
}

/* What the answers do not explain: only another version of the questionnaire can be the reason. */
static void
add_questionnaire (GArray *drafts, AdvicePool *pool, gint64 numerator, gint64 denominator)
{
  AdviceMove *move = advice_pool_alloc (pool, sizeof (AdviceMove));
  Draft draft = { .move = move, .numerator = numerator, .denominator = denominator };

  move->from_level = move->to_level = -1;
  move->title = advice_pool_keep (
      pool, base_text_new (N_ ("The questionnaire itself: its new version counts otherwise")));
  g_array_append_val (drafts, draft);
}

static void
share_points (GArray *drafts, AdvicePool *pool, const AdviceDifference *difference)
{
  gint64 common = common_denominator (drafts);
  gint64 exact = 0;
  g_autofree gint64 *quotas = NULL;
  g_autofree int *shares = NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      const Draft *draft = &g_array_index (drafts, Draft, i);

      exact += draft->numerator * (common / draft->denominator);
    }
  if (difference->settled && ABS (difference->difference * common - exact) >= common)
    {
      gint64 rest = difference->difference * common - exact;

      add_questionnaire (drafts, pool, rest, common);
      exact += rest;
    }
  quotas = g_new0 (gint64, drafts->len + 1);
  shares = g_new0 (int, drafts->len + 1);
  for (guint i = 0; i < drafts->len; i++)
    {
      const Draft *draft = &g_array_index (drafts, Draft, i);

      quotas[i] = draft->numerator * (common / draft->denominator);
    }
  /* While a score is open there is no difference: each move stands rounded for itself. */
  advice_share_out (shares, quotas, drafts->len, common,
                    difference->settled ? difference->difference
                                        : (exact >= 0 ? (2 * exact + common) / (2 * common)
                                                      : -((2 * -exact + common) / (2 * common))));
  for (guint i = 0; i < drafts->len; i++)
    g_array_index (drafts, Draft, i).move->points = shares[i];
}

/* Largest first; equal ones stay in the official order (an insertion sort is stable). */
static void
sort_moves (AdviceMove *moves, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      AdviceMove move = moves[i];
      guint at = i;

      for (; at > 0 && ABS (moves[at - 1].points) < ABS (move.points); at--)
        moves[at] = moves[at - 1];
      moves[at] = move;
    }
}

void
advice_comparison_find_moves (AdvicePool *pool,
                              const Advice *before,
                              const Advice *now,
                              const SurveyDimensionScore *dimension,
                              AdviceDifference *difference)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  AdviceMove *moves;

  collect (drafts, pool, before, now, dimension);
  share_points (drafts, pool, difference);
  moves = advice_pool_new_array (pool, AdviceMove, drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    moves[i] = *g_array_index (drafts, Draft, i).move;
  sort_moves (moves, drafts->len);
  difference->moves = moves;
  difference->n_moves = drafts->len;
}

static void
share_among_moves (AdviceDifference *dimension, guint n_dimensions)
{
  AdviceMove *moves = (AdviceMove *)dimension->moves;
  g_autofree gint64 *quotas = g_new0 (gint64, dimension->n_moves + 1);
  g_autofree int *shares = g_new0 (int, dimension->n_moves + 1);

  for (guint i = 0; i < dimension->n_moves; i++)
    quotas[i] = moves[i].points;
  advice_share_out (shares, quotas, dimension->n_moves, n_dimensions, dimension->overall);
  for (guint i = 0; i < dimension->n_moves; i++)
    moves[i].overall = shares[i];
}

/* Every tick and level counts one mark, whatever its dimension. */
static void
count_marks (AdviceDifference *dimension)
{
  AdviceMove *moves = (AdviceMove *)dimension->moves;

  dimension->overall = 0;
  for (guint i = 0; i < dimension->n_moves; i++)
    {
      if (moves[i].option != NULL && !moves[i].option->negative)
        moves[i].overall = (MAX (moves[i].to_level, 0) - MAX (moves[i].from_level, 0)) * 100;
      dimension->overall += moves[i].overall;
    }
}

void
advice_comparison_share_overall (const AdviceDifference *overall,
                                 SurveyScoring scoring,
                                 AdviceDifference *dimensions,
                                 guint n_dimensions)
{
  g_autofree gint64 *quotas = g_new0 (gint64, n_dimensions + 1);
  g_autofree int *shares = g_new0 (int, n_dimensions + 1);
  gint64 sum = 0;

  for (guint i = 0; i < n_dimensions; i++)
    sum += quotas[i] = dimensions[i].difference;
  advice_share_out (shares, quotas, n_dimensions, n_dimensions,
                    overall->settled ? overall->difference : sum / n_dimensions);
  for (guint i = 0; i < n_dimensions; i++)
    {
      dimensions[i].overall = overall->settled ? shares[i] : 0;
      if (scoring == SURVEY_SCORING_COUNT)
        count_marks (&dimensions[i]);
      else if (overall->settled)
        share_among_moves (&dimensions[i], n_dimensions);
    }
}
