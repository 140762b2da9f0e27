/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-outcome.h"

#include "base/base-json-writer.h"

/* Figures and ids only: no sentence, which would belong to one language. */

static void
write_hundredths (BaseJsonWriter *writer, const char *member, int value)
{
  if (value < 0)
    base_json_writer_null (writer, member);
  else
    base_json_writer_decimal (writer, member, value, 2);
}

static void
write_band (BaseJsonWriter *writer, const SurveyPack *pack, const SurveyValue *value)
{
  if (value->band < 0)
    base_json_writer_null (writer, "band");
  else
    base_json_writer_string (writer, "band", survey_pack_band (pack, (guint)value->band)->id);
}

static void
write_dimensions (BaseJsonWriter *writer, const SurveyScore *score)
{
  base_json_writer_begin_array (writer, "dimensions");
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", dimension->dimension->id);
      write_hundredths (writer, "score", dimension->score.value);
      write_band (writer, survey_score_pack (score), &dimension->score);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_questions (BaseJsonWriter *writer, const SurveyScore *score)
{
  base_json_writer_begin_array (writer, "questions");
  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", question->id);
      write_hundredths (writer, "points", question->points.value);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_scores (BaseJsonWriter *writer, const SurveyScore *score)
{
  const SurveyValue overall = survey_score_overall (score);

  base_json_writer_begin_object (writer, "scores");
  write_hundredths (writer, "overall", overall.value);
  write_band (writer, survey_score_pack (score), &overall);
  base_json_writer_decimal (writer, "completeness", survey_score_completeness (score), 2);
  write_dimensions (writer, score);
  write_questions (writer, score);
  base_json_writer_end_object (writer);
}

static void
write_instruments (BaseJsonWriter *writer, const Advice *advice)
{
  base_json_writer_begin_array (writer, "instruments");
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      const AdviceInstrument *instrument = advice_instrument (advice, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", instrument->instrument->id);
      base_json_writer_string (writer, "status", advice_status_name (instrument->status));
      base_json_writer_string (writer, "call", advice_call_name (instrument->call));
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_hubs (BaseJsonWriter *writer, const Advice *advice)
{
  base_json_writer_begin_array (writer, "hubs");
  for (guint i = 0; i < advice_n_hubs_shown (advice); i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", advice_hub (advice, i)->hub->id);
      base_json_writer_integer (writer, "score", advice_hub (advice, i)->score);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_versions (BaseJsonWriter *writer, const Advice *advice)
{
  base_json_writer_begin_object (writer, "versions");
  advice_versions_write (advice_versions (advice), writer);
  base_json_writer_end_object (writer);
}

char *
consultation_outcome_write (const Advice *advice)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);

  g_return_val_if_fail (advice != NULL, NULL);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "date", advice_date (advice));
  write_scores (writer, advice_score (advice));
  write_instruments (writer, advice);
  write_hubs (writer, advice);
  if (advice_size (advice)->id != NULL)
    base_json_writer_string (writer, "size", advice_size (advice)->id);
  write_versions (writer, advice);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}
