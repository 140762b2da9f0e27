/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-spread.h"

#include "base/base-date.h"
#include "base/base-json-writer.h"
#include "consultation/consultation-respondent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Each person's answers are scored like an assessment of their own, so that this file knows nothing
 * of how a question is built: it compares levels. */

struct _ConsultationSpread
{
  SurveyPack *pack;
  GArray *persons;   /* guint */
  GArray *questions; /* ConsultationSpreadQuestion */
  guint n_flagged;
};

/* The levels that are two or more apart are a disagreement; on a scale of two, all that differ. */
#define FAR_APART 2

static AssessmentDocument *
document_of_person (const AssessmentDocument *document, SurveyPack *pack, guint index)
{
  g_autofree char *path = g_strdup_printf ("respondents[%u].answers", index);
  g_autofree char *json = assessment_document_value_to_json (document, path);
  AssessmentDocument *bare
      = assessment_document_new (survey_pack_id (pack), survey_pack_version (pack));
  AssessmentDocument *own;

  if (json == NULL)
    return bare;
  own = assessment_document_with_value_json (bare, "answers", json, NULL);
  g_assert (own != NULL);
  if (survey_pack_check (pack, own, NULL))
    {
      assessment_document_unref (bare);
      return own;
    }
  assessment_document_unref (own);
  return bare;
}

/* --- comparing -------------------------------------------------------------------------------- */

static void
add_level (ConsultationSpreadPart *part, gint8 *levels, guint person, int level)
{
  levels[person] = (gint8)level;
  if (level < 0 || level >= CONSULTATION_SPREAD_LEVELS)
    return;
  part->low = part->n == 0 ? level : MIN (part->low, level);
  part->high = part->n == 0 ? level : MAX (part->high, level);
  part->n++;
  part->counts[level]++;
}

static void
compare_part (ConsultationSpreadPart *part, GPtrArray *scores, guint question, guint index)
{
  gint8 *levels = g_new (gint8, MAX (scores->len, 1));
  int apart, max_level = 1;

  part->low = part->high = -1;
  for (guint i = 0; i < scores->len; i++)
    {
      const SurveyPart *answer = &survey_score_question (scores->pdata[i], question)->parts[index];

      part->option = answer->option;
      max_level = answer->max_level;
      add_level (part, levels, i, answer->level);
    }
  part->levels = levels;
  apart = part->high - part->low;
  part->is_flagged = apart >= MIN (FAR_APART, max_level);
}

static void
add_points (ConsultationSpreadQuestion *question, const SurveyQuestionScore *score)
{
  int points = score->points.value;

  if (!score->answered || points < 0)
    return;
  question->low_points = question->n == 0 ? points : MIN (question->low_points, points);
  question->high_points = question->n == 0 ? points : MAX (question->high_points, points);
  question->n++;
}

static void
compare_question (ConsultationSpreadQuestion *question, GPtrArray *scores, guint index)
{
  const SurveyQuestionScore *first = survey_score_question (scores->pdata[0], index);
  ConsultationSpreadPart *parts = g_new0 (ConsultationSpreadPart, first->n_parts);

  question->question = first->question;
  question->column = first->column;
  question->low_points = question->high_points = -1;
  for (guint i = 0; i < scores->len; i++)
    add_points (question, survey_score_question (scores->pdata[i], index));
  for (guint i = 0; i < first->n_parts; i++)
    {
      compare_part (&parts[i], scores, index, i);
      question->n_flagged += (guint)parts[i].is_flagged;
    }
  question->parts = parts;
  question->n_parts = first->n_parts;
}

static GPtrArray *
score_persons (ConsultationSpread *spread, const AssessmentDocument *document)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func ((GDestroyNotify)survey_score_unref);
  guint n = assessment_document_count (document, "respondents");

  for (guint i = 0; i < n; i++)
    if (consultation_respondent_has_handed_in (document, i))
      {
        g_autoptr (AssessmentDocument) own = document_of_person (document, spread->pack, i);

        g_array_append_val (spread->persons, i);
        g_ptr_array_add (scores, survey_score_new (spread->pack, own));
      }
  return scores;
}

static void
count_flagged (ConsultationSpread *spread)
{
  const SurveyQuestion *last = NULL;

  for (guint i = 0; i < spread->questions->len; i++)
    {
      const ConsultationSpreadQuestion *question = consultation_spread_question (spread, i);

      if (question->n_flagged == 0 || question->question == last)
        continue;
      last = question->question;
      spread->n_flagged++;
    }
}

ConsultationSpread *
consultation_spread_new (const AssessmentDocument *document, SurveyPack *pack)
{
  ConsultationSpread *spread;
  g_autoptr (GPtrArray) scores = NULL;

  g_return_val_if_fail (document != NULL && pack != NULL, NULL);

  spread = g_new0 (ConsultationSpread, 1);
  spread->pack = survey_pack_ref (pack);
  spread->persons = g_array_new (FALSE, FALSE, sizeof (guint));
  spread->questions = g_array_new (FALSE, TRUE, sizeof (ConsultationSpreadQuestion));
  scores = score_persons (spread, document);
  if (scores->len == 0)
    return spread;
  g_array_set_size (spread->questions, survey_score_n_questions (scores->pdata[0]));
  for (guint i = 0; i < spread->questions->len; i++)
    compare_question (&g_array_index (spread->questions, ConsultationSpreadQuestion, i), scores, i);
  count_flagged (spread);
  return spread;
}

void
consultation_spread_free (ConsultationSpread *spread)
{
  if (spread == NULL)
    return;
  for (guint i = 0; i < spread->questions->len; i++)
    {
      const ConsultationSpreadQuestion *question = consultation_spread_question (spread, i);

      for (guint k = 0; k < question->n_parts; k++)
        g_free ((gint8 *)question->parts[k].levels);
      g_free ((ConsultationSpreadPart *)question->parts);
    }
  g_array_unref (spread->questions);
  g_array_unref (spread->persons);
  survey_pack_unref (spread->pack);
  g_free (spread);
}

guint
consultation_spread_n_persons (const ConsultationSpread *spread)
{
  g_return_val_if_fail (spread != NULL, 0);
  return spread->persons->len;
}

guint
consultation_spread_person (const ConsultationSpread *spread, guint person)
{
  g_return_val_if_fail (spread != NULL && person < spread->persons->len, 0);
  return g_array_index (spread->persons, guint, person);
}

guint
consultation_spread_n_questions (const ConsultationSpread *spread)
{
  g_return_val_if_fail (spread != NULL, 0);
  return spread->questions->len;
}

const ConsultationSpreadQuestion *
consultation_spread_question (const ConsultationSpread *spread, guint question)
{
  g_return_val_if_fail (spread != NULL && question < spread->questions->len, NULL);
  return &g_array_index (spread->questions, ConsultationSpreadQuestion, question);
}

guint
consultation_spread_n_flagged (const ConsultationSpread *spread)
{
  g_return_val_if_fail (spread != NULL, 0);
  return spread->n_flagged;
}

/* --- the meeting ------------------------------------------------------------------------------ */

/* The lower of the two middle ones when their number is even. */
static int
middle_level (const ConsultationSpreadPart *part)
{
  guint below = 0;

  for (int level = 0; level < CONSULTATION_SPREAD_LEVELS; level++)
    {
      below += part->counts[level];
      if (part->n > 0 && 2 * below >= part->n)
        return level;
    }
  return -1;
}

static void
write_ticks (BaseJsonWriter *writer, const char *member, const ConsultationSpreadQuestion *question)
{
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < question->n_parts; i++)
    if (2 * question->parts[i].counts[1] > question->parts[i].n)
      base_json_writer_integer (writer, NULL, question->parts[i].option->number);
  base_json_writer_end_array (writer);
}

static void
write_levels (BaseJsonWriter *writer, const ConsultationSpreadQuestion *question)
{
  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < question->n_parts; i++)
    {
      int level = middle_level (&question->parts[i]);

      if (level < 0)
        base_json_writer_null (writer, NULL);
      else
        base_json_writer_integer (writer, NULL, level);
    }
  base_json_writer_end_array (writer);
}

static gboolean
was_answered (const ConsultationSpreadQuestion *question)
{
  for (guint i = 0; i < question->n_parts; i++)
    if (question->parts[i].n > 0)
      return TRUE;
  return FALSE;
}

static void
write_columns (BaseJsonWriter *writer, const ConsultationSpread *spread, guint first)
{
  const SurveyQuestion *question = consultation_spread_question (spread, first)->question;

  base_json_writer_begin_object (writer, NULL);
  for (guint i = first; i < spread->questions->len; i++)
    {
      const ConsultationSpreadQuestion *column = consultation_spread_question (spread, i);

      if (column->question == question && was_answered (column))
        write_ticks (writer, column->column->id, column);
    }
  base_json_writer_end_object (writer);
}

char *
consultation_spread_proposal (const ConsultationSpread *spread, const char *question)
{
  g_return_val_if_fail (spread != NULL && question != NULL, NULL);

  for (guint i = 0; i < spread->questions->len; i++)
    {
      const ConsultationSpreadQuestion *found = consultation_spread_question (spread, i);
      BaseJsonWriter *writer;

      if (!g_str_equal (found->question->id, question) || !was_answered (found))
        continue;
      writer = base_json_writer_new (FALSE);
      if (found->column != NULL)
        write_columns (writer, spread, i);
      else if (found->question->kind == SURVEY_QUESTION_LEVELS)
        write_levels (writer, found);
      else
        write_ticks (writer, NULL, found);
      return base_json_writer_finish (writer);
    }
  return NULL;
}

static gboolean
fits (const SurveyPack *pack, const char *question, const char *json, GError **error)
{
  g_autoptr (AssessmentDocument) bare
      = assessment_document_new (survey_pack_id (pack), survey_pack_version (pack));
  g_autoptr (GError) problem = NULL;
  g_autoptr (AssessmentDocument) trial
      = assessment_document_with_answer_json (bare, question, json, &problem);

  if (trial != NULL && survey_pack_check (pack, trial, &problem))
    return TRUE;
  g_set_error_literal (error, CONSULTATION_ERROR, CONSULTATION_ERROR_ANSWER, problem->message);
  return FALSE;
}

/* Takes the reference of @old; NULL stays NULL. */
static AssessmentDocument *
put (AssessmentDocument *old,
     const char *question,
     const char *member,
     const char *value,
     GError **error)
{
  g_autofree char *path = g_strdup_printf ("agreed.%s.%s", question, member);
  AssessmentDocument *edited;

  if (old == NULL)
    return NULL;
  edited = assessment_document_with_string (old, path, value, error);
  assessment_document_unref (old);
  return edited;
}

AssessmentDocument *
consultation_agree (const AssessmentDocument *document,
                    const SurveyPack *pack,
                    const char *question,
                    const char *json,
                    const char *reason,
                    const char *date,
                    GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (AssessmentDocument) agreed = NULL;

  g_return_val_if_fail (document != NULL && pack != NULL && json != NULL, NULL);
  g_return_val_if_fail (assessment_document_is_question (question), NULL);
  g_return_val_if_fail (date != NULL && base_date_is_valid (date), NULL);

  if (!fits (pack, question, json, error))
    return NULL;
  path = g_strdup_printf ("agreed.%s.value", question);
  agreed = assessment_document_with_value_json (document, path, json, error);
  agreed = put (g_steal_pointer (&agreed), question, "reason", reason, error);
  agreed = put (g_steal_pointer (&agreed), question, "on", date, error);
  return agreed == NULL ? NULL
                        : assessment_document_with_answer_json (agreed, question, json, error);
}
