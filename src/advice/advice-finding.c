/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-finding-private.h"

/* Strengths, gaps and contradictions, question by question. A strength has at least half of its
 * points; a gap is ranked by what the overall score could still gain there. */

#define SHOWN_AT_MOST 5
#define OPTIONS_NAMED 2
#define STRENGTH_FROM 500 /* half of a question's 10 points, in hundredths */

void
advice_finding_free (AdviceFinding *finding)
{
  if (finding == NULL)
    return;
  base_text_unref (finding->title);
  base_text_unref (finding->detail);
  g_free (finding);
}

static const SurveyDimension *
dimension_of (const SurveyScore *score, guint question)
{
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);

      if (question >= dimension->first && question < dimension->first + dimension->n)
        return dimension->dimension;
    }
  return NULL;
}

/* The parts that count and are (not) in place. For a scale, in place is the upper half. */
static guint
count_parts (const SurveyQuestionScore *question, gboolean in_place)
{
  guint n = 0;

  for (guint i = 0; i < question->n_parts; i++)
    {
      const SurveyPart *part = &question->parts[i];

      if (part->max_points > 0 && (2 * part->level > part->max_level) == in_place)
        n++;
    }
  return n;
}

static BaseText *
parts_text (const SurveyQuestionScore *question, const char *msgid, gboolean in_place)
{
  BaseText *names[OPTIONS_NAMED];
  guint n = 0;

  for (guint i = 0; i < question->n_parts && n < OPTIONS_NAMED; i++)
    {
      const SurveyPart *part = &question->parts[i];

      if (part->max_points > 0 && (2 * part->level > part->max_level) == in_place)
        names[n++] = base_text_with_text (base_text_new (N_ ("“{option}”")), "option",
                                          base_text_new (part->option->title));
    }
  return base_text_with_integer (
      base_text_with_integer (base_text_with_list (base_text_new (msgid), "options", names, n),
                              "some", count_parts (question, TRUE)),
      "all", count_parts (question, TRUE) + count_parts (question, FALSE));
}

static BaseText *
title_text (const SurveyQuestionScore *question)
{
  if (question->column == NULL)
    return base_text_new (question->question->title);
  return base_text_with_text (base_text_with_text (base_text_new (N_ ("{question} {column}")),
                                                   "question",
                                                   base_text_new (question->question->title)),
                              "column", base_text_new (question->column->title));
}

static AdviceFinding *
finding_new (const SurveyScore *score, guint index, BaseText *detail)
{
  const SurveyQuestionScore *question = survey_score_question (score, index);
  AdviceFinding *finding = g_new0 (AdviceFinding, 1);

  finding->dimension = dimension_of (score, index);
  finding->question = question->question;
  finding->question_score = index;
  finding->title = title_text (question);
  finding->detail = detail;
  return finding;
}

/* What all parts of a question together could still add to the overall score. */
static int
whole_gain (const SurveyScore *score, guint index)
{
  const SurveyQuestionScore *question = survey_score_question (score, index);
  int gain = 0;

  for (guint i = 0; i < question->n_parts; i++)
    if (question->parts[i].max_points > 0)
      gain += survey_score_gain (score, index, i, question->parts[i].max_level);
  return gain;
}

static int
compare_strengths (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AdviceFinding *left = *(AdviceFinding *const *)a, *right = *(AdviceFinding *const *)b;
  int left_points = survey_score_question (user_data, left->question_score)->points.value;
  int right_points = survey_score_question (user_data, right->question_score)->points.value;

  if (left_points != right_points)
    return left_points > right_points ? -1 : 1;
  return left->question_score < right->question_score ? -1 : 1;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const AdviceFinding *left = *(AdviceFinding *const *)a, *right = *(AdviceFinding *const *)b;

  if (left->gain != right->gain)
    return left->gain > right->gain ? -1 : 1;
  return left->question_score < right->question_score ? -1 : 1;
}

GPtrArray *
advice_strengths_new (const SurveyScore *score)
{
  GPtrArray *strengths = g_ptr_array_new_with_free_func ((GDestroyNotify)advice_finding_free);

  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);

      if (question->points.value >= STRENGTH_FROM)
        g_ptr_array_add (
            strengths,
            finding_new (score, i,
                         parts_text (question, N_ ("{some} of {all} in place: {options}"), TRUE)));
    }
  g_ptr_array_sort_with_data (strengths, compare_strengths, (gpointer)score);
  if (strengths->len > SHOWN_AT_MOST)
    g_ptr_array_set_size (strengths, SHOWN_AT_MOST);
  return strengths;
}

/* Points are those of the pack: a quick scan has twelve. */
static BaseText *
gap_text (const SurveyScore *score, const SurveyQuestionScore *question, int gain)
{
  const char *msgid = count_parts (question, TRUE) == 0
                          ? N_ ("Not yet: {options}. Worth up to {points} points of {full}.")
                          : N_ ("{some} of {all} in place. Not yet: {options}. Worth up to "
                                "{points} points of {full}.");
  BaseText *text = parts_text (question, msgid, FALSE);

  text = base_text_with_decimal (text, "points", (gain + 500) / 1000, 1);
  return base_text_with_integer (text, "full", survey_pack_full_marks (survey_score_pack (score)));
}

GPtrArray *
advice_gaps_new (const SurveyScore *score)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify)advice_finding_free);

  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);
      int gain = question->answered ? whole_gain (score, i) : 0;
      AdviceFinding *finding;

      if (gain <= 0)
        continue;
      finding = finding_new (score, i, gap_text (score, question, gain));
      finding->gain = gain;
      g_ptr_array_add (gaps, finding);
    }
  g_ptr_array_sort (gaps, compare_gaps);
  if (gaps->len > SHOWN_AT_MOST)
    g_ptr_array_set_size (gaps, SHOWN_AT_MOST);
  return gaps;
}

GPtrArray *
advice_contradictions_new (const SurveyScore *score)
{
  GPtrArray *contradictions = g_ptr_array_new_with_free_func ((GDestroyNotify)advice_finding_free);

  for (guint i = 0; i < survey_score_n_questions (score); i++)
    if (survey_score_contradicts (score, i))
      g_ptr_array_add (
          contradictions,
          finding_new (
              score, i,
              base_text_new (N_ ("Two of the ticked answers exclude each other. The score counts "
                                 "both as they stand."))));
  return contradictions;
}

BaseText *
advice_headline_new (const SurveyScore *score)
{
  SurveyValue overall = survey_score_overall (score);
  SurveyPack *pack = survey_score_pack (score);

  if (overall.value >= 0 && overall.band >= 0)
    return base_text_new (survey_pack_band (pack, overall.band)->plain);
  if (survey_score_completeness (score) == 0)
    return base_text_new (N_ ("Nothing answered yet"));
  if (overall.band >= 0)
    return base_text_with_text (base_text_new (N_ ("Already certain: {band}")), "band",
                                base_text_new (survey_pack_band (pack, overall.band)->plain));
  return base_text_new (N_ ("Not complete yet"));
}

/* In quotation marks, because names of areas hold an "and" themselves. */
static BaseText *
area_text (const SurveyDimensionScore *dimension)
{
  return base_text_with_text (base_text_new (N_ ("“{area}”")), "area",
                              base_text_new (dimension->dimension->plain));
}

static BaseText *
interval_text (const SurveyScore *score)
{
  SurveyValue overall = survey_score_overall (score);
  BaseText *text = base_text_new (
      N_ ("{answered} % answered. Between {low} and {high} points are still possible."));

  text = base_text_with_decimal (text, "answered", survey_score_completeness (score) / 100, 0);
  text = base_text_with_decimal (text, "low", (overall.low + 50) / 100, 0);
  return base_text_with_decimal (text, "high", (overall.high + 50) / 100, 0);
}

BaseText *
advice_lead_new (const SurveyScore *score)
{
  guint n = survey_score_n_dimensions (score);
  const SurveyDimensionScore *strongest, *weakest, *second = NULL;

  if (survey_score_overall (score).value < 0 || n == 0)
    return interval_text (score);
  strongest = weakest = survey_score_dimension (score, 0);
  for (guint i = 1; i < n; i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);

      if (dimension->score.value > strongest->score.value)
        strongest = dimension;
      if (dimension->score.value < weakest->score.value)
        weakest = dimension;
    }
  if (strongest->score.value == weakest->score.value)
    return base_text_new (
        n > 1 ? N_ ("All areas stand on the same level.")
              : survey_pack_band (survey_score_pack (score), survey_score_overall (score).band)
                    ->about);
  for (guint i = 0; i < n; i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);

      if (dimension != weakest && dimension != strongest
          && (second == NULL || dimension->score.value < second->score.value))
        second = dimension;
    }
  if (second == NULL || second->score.value * 2 > strongest->score.value + weakest->score.value)
    return base_text_with_text (
        base_text_with_text (
            base_text_new (
                N_ ("{strong} is your strongest area. {weak} holds the score down: small "
                    "steps there move it fastest.")),
            "strong", area_text (strongest)),
        "weak", area_text (weakest));
  return base_text_with_text (
      base_text_with_list (
          base_text_new (
              N_ ("{strong} is your strongest area. {weak} hold the score down: small steps "
                  "there move it fastest.")),
          "weak", (BaseText *[]){ area_text (weakest), area_text (second) }, 2),
      "strong", area_text (strongest));
}
