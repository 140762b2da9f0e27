/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-stage.h"

#include "base/base-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From one stage to the next. Nothing is copied silently: what was answered then is only suggested
 * now. */

static const char *const stages[CONSULTATION_N_STAGES + 1] = { "T0", "T1", "T2", NULL };

const char *
consultation_stage_word (guint stage)
{
  g_return_val_if_fail (stage < CONSULTATION_N_STAGES, NULL);
  return stages[stage];
}

const char *
consultation_stage_next (const AssessmentDocument *document)
{
  const char *stage;

  g_return_val_if_fail (document != NULL, NULL);

  stage = assessment_document_get_string (document, "stage");
  if (stage == NULL)
    return stages[1];
  for (guint i = 0; stages[i] != NULL; i++)
    if (g_str_equal (stages[i], stage))
      return stages[i + 1];
  return NULL;
}

/* Takes the reference of @old, so that edits chain. */
static AssessmentDocument *
replace (AssessmentDocument *old, AssessmentDocument *new)
{
  g_assert (new != NULL);
  assessment_document_unref (old);
  return new;
}

static AssessmentDocument *
set_string (AssessmentDocument *document, const char *path, const char *value)
{
  return replace (document, assessment_document_with_string (document, path, value, NULL));
}

static AssessmentDocument *
copy_part (AssessmentDocument *to, const char *path, const AssessmentDocument *from)
{
  g_autofree char *json = assessment_document_value_to_json (from, path);

  return json == NULL ? to
                      : replace (to, assessment_document_with_value_json (to, path, json, NULL));
}

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, CONSULTATION_ERROR, CONSULTATION_ERROR_STAGE, message);
  return FALSE;
}

static gboolean
may_start (const AssessmentDocument *before,
           const SurveyPack *pack,
           const char *date,
           GError **error)
{
  const char *then = assessment_document_get_string (before, "date");
  const char *id = assessment_document_pack_id (before);

  if (consultation_stage_next (before) == NULL)
    return refuse (error, _ ("stage: found %s, which is the last: no stage follows it"),
                   assessment_document_get_string (before, "stage"));
  if (assessment_document_id (before) == NULL)
    return refuse (error, _ ("id: found none, expected one, so that the next stage can name this "
                             "assessment"));
  if (g_strcmp0 (id, survey_pack_id (pack)) != 0)
    return refuse (error,
                   _ ("pack.id: found “%s”, expected “%s”: a stage follows one of the same "
                      "questionnaire"),
                   id, survey_pack_id (pack));
  if (then != NULL && strcmp (date, then) < 0)
    return refuse (error, _ ("date: found %s, expected %s or later, the day of the stage before"),
                   date, then);
  return TRUE;
}

/* The persons stay on the list; what they answered and allowed was for that time. */
static AssessmentDocument *
copy_respondents (AssessmentDocument *to, const AssessmentDocument *from)
{
  guint n = assessment_document_count (from, "respondents");

  for (guint i = 0; i < n; i++)
    {
      static const char *const kept[] = { "id", "name", "role", NULL };

      to = replace (to, assessment_document_with_item (to, "respondents"));
      for (guint k = 0; kept[k] != NULL; k++)
        {
          g_autofree char *path = g_strdup_printf ("respondents[%u].%s", i, kept[k]);
          const char *value = assessment_document_get_string (from, path);

          if (value != NULL)
            to = set_string (to, path, value);
        }
    }
  return to;
}

/* An answer that the pack of the new stage knows, as a suggestion. */
static AssessmentDocument *
suggest (AssessmentDocument *to,
         const SurveyPack *pack,
         const AssessmentDocument *from,
         const char *question)
{
  g_autofree char *json = assessment_document_answer_to_json (from, question);
  g_autofree char *path = g_strdup_printf ("suggestions.%s", question);
  g_autoptr (AssessmentDocument) bare
      = assessment_document_new (survey_pack_id (pack), survey_pack_version (pack));
  g_autoptr (AssessmentDocument) trial
      = assessment_document_with_answer_json (bare, question, json, NULL);

  if (!survey_pack_check (pack, trial, NULL))
    return to;
  return replace (to, assessment_document_with_value_json (to, path, json, NULL));
}

AssessmentDocument *
consultation_stage_start (const AssessmentDocument *before,
                          const SurveyPack *pack,
                          const char *date,
                          GError **error)
{
  static const char *const parts[]
      = { "company", "project", "targets", "target_plans", "plan", "evidence" };
  const char *const *answered;
  AssessmentDocument *stage;

  g_return_val_if_fail (before != NULL && pack != NULL, NULL);
  g_return_val_if_fail (date != NULL && base_date_is_valid (date), NULL);

  if (!may_start (before, pack, date, error))
    return NULL;
  stage = assessment_document_new (survey_pack_id (pack), survey_pack_version (pack));
  stage = set_string (stage, "stage", consultation_stage_next (before));
  stage = set_string (stage, "date", date);
  stage = set_string (stage, "previous", assessment_document_id (before));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    stage = copy_part (stage, parts[i], before);
  stage = copy_respondents (stage, before);
  answered = assessment_document_answered (before);
  for (guint i = 0; answered[i] != NULL; i++)
    stage = suggest (stage, pack, before, answered[i]);
  return stage;
}

const char **
consultation_stage_unconfirmed (const AssessmentDocument *document)
{
  const char *const *suggested;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_return_val_if_fail (document != NULL, NULL);

  suggested = assessment_document_get_keys (document, "suggestions");
  for (guint i = 0; suggested != NULL && suggested[i] != NULL; i++)
    if (!assessment_document_is_answered (document, suggested[i]))
      g_ptr_array_add (open, (gpointer)suggested[i]);
  g_ptr_array_add (open, NULL);
  return (const char **)g_ptr_array_free (g_steal_pointer (&open), FALSE);
}

AssessmentDocument *
consultation_stage_confirm (const AssessmentDocument *document, const char *question)
{
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (document != NULL && assessment_document_is_question (question), NULL);

  path = g_strdup_printf ("suggestions.%s", question);
  json = assessment_document_value_to_json (document, path);
  g_return_val_if_fail (json != NULL, NULL);
  return assessment_document_with_answer_json (document, question, json, NULL);
}

int
consultation_stage_days_late (const char *due, const char *today)
{
  g_return_val_if_fail (base_date_is_valid (due) && base_date_is_valid (today), 0);

  return (int)(base_date_to_days (today) - base_date_to_days (due));
}
