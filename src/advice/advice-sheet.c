/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-sheet.h"

#include "advice/advice-step-private.h"

#define N_QUESTIONS 3

BaseText *
advice_sheet_problem_new (const AssessmentDocument *document, const SurveyPack *pack)
{
  const char *const *pains = assessment_document_get_strings (document, "project.pains");
  const char *summary = assessment_document_get_string (document, "project.summary");
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  if (summary != NULL)
    return base_text_new_verbatim (summary);
  for (guint i = 0; pains != NULL && pains[i] != NULL; i++)
    g_ptr_array_add (titles, base_text_new (advice_pain_title (pack, pains[i])));
  if (titles->len == 0)
    return base_text_new (N_ ("We have not written down yet what hurts most."));
  return base_text_with_list (base_text_new (N_ ("What hurts most: {pains}.")), "pains",
                              (BaseText **)titles->pdata, titles->len);
}

BaseText *
advice_sheet_result_new (const SurveyScore *score)
{
  SurveyValue overall = survey_score_overall (score);
  SurveyPack *pack = survey_score_pack (score);
  BaseText *text;

  if (overall.value < 0)
    {
      text = base_text_new (N_ ("{answered} % of the questionnaire answered; between {low} and "
                                "{high} of {full} points."));
      text = base_text_with_decimal (text, "answered", survey_score_completeness (score) / 100, 0);
      text = base_text_with_decimal (text, "low", overall.low, 2);
      text = base_text_with_decimal (text, "high", overall.high, 2);
      return base_text_with_integer (text, "full", survey_pack_full_marks (pack));
    }
  text = base_text_new (N_ ("{score} of {full} points: {band}."));
  text = base_text_with_decimal (text, "score", overall.value, 2);
  text = base_text_with_integer (text, "full", survey_pack_full_marks (pack));
  return base_text_with_text (text, "band",
                              base_text_new (survey_pack_band (pack, overall.band)->plain));
}

GPtrArray *
advice_sheet_questions_new (const AdviceService *services, guint n_services)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify)base_text_unref);

  if (n_services > 0)
    g_ptr_array_add (questions, base_text_ref (services[0].question));
  g_ptr_array_add (
      questions,
      base_text_new (N_ ("Which firm like ours has already done this with you, and may we visit "
                         "it?")));
  g_ptr_array_add (
      questions,
      base_text_new (N_ ("Which call for support is open to us now, and which one do you expect "
                         "this year?")));
  if (questions->len < N_QUESTIONS)
    g_ptr_array_add (
        questions,
        base_text_new (N_ ("Which of your services suit a firm that stands where we stand?")));
  return questions;
}
