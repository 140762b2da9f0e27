/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-private.h"

#include <string.h>

/* From the quick scan to the full questionnaire: the same company and project, and the scan's
 * answers as suggestions where they imply one. */

/* Takes the reference of @old, so that edits chain. An edit that cannot be made leaves the document
 * as it was. */
static AssessmentDocument *
replace (AssessmentDocument *old, AssessmentDocument *new)
{
  if (new == NULL)
    return old;
  assessment_document_unref (old);
  return new;
}

/* Everything but company, project and stage belongs to the scan. */
static AssessmentDocument *
strip (const AssessmentDocument *document)
{
  static const char *const kept[]
      = { "format", "version", "pack", "stage", "company", "project", NULL };
  AssessmentDocument *bare = assessment_document_ref ((AssessmentDocument *)document);
  g_autofree char *text = assessment_document_serialize (document, FALSE);
  g_autoptr (BaseJson) json = base_json_parse (text, -1, "document", NULL);
  BaseJsonCursor root;
  const char *const *members;

  g_assert (json != NULL);
  root = base_json_root (json);
  members = base_json_members (&root);
  for (guint i = 0; members[i] != NULL; i++)
    if (!g_strv_contains (kept, members[i]))
      bare = replace (bare, assessment_document_without (bare, members[i]));
  return bare;
}

static gboolean
is_implied (const SurveyCarry *carry, const AssessmentDocument *document)
{
  guint n = 0;

  if (carry->question->kind == SURVEY_QUESTION_LEVELS)
    {
      const gint8 *levels = assessment_document_get_levels (document, carry->question->id, &n);

      return levels != NULL && carry->option <= n && levels[carry->option - 1] >= carry->level;
    }
  else
    {
      const guint8 *ticks = assessment_document_get_ticks (document, carry->question->id, NULL, &n);

      return n > 0 && memchr (ticks, carry->option, n) != NULL;
    }
}

/* The full questionnaire may be a newer or another version: what it does not have is left out. */
static const SurveyQuestion *
find_target (const SurveyPack *full, const SurveyCarry *carry)
{
  const SurveyQuestion *question = survey_pack_find_question (full, carry->to_question);
  gboolean to_level = carry->to_level >= 0;
  gboolean column_known = carry->to_column == NULL;

  if (question == NULL || carry->to_option > question->n_options
      || carry->to_level > _survey_question_max_level (question)
      || to_level != (question->kind == SURVEY_QUESTION_LEVELS)
      || (carry->to_column != NULL) != (question->kind == SURVEY_QUESTION_TICK_COLUMNS))
    return NULL;
  for (guint i = 0; i < question->n_columns; i++)
    column_known = column_known || g_strcmp0 (question->columns[i].id, carry->to_column) == 0;
  return column_known ? question : NULL;
}

static AssessmentDocument *
suggest_tick (AssessmentDocument *document, const SurveyCarry *carry)
{
  guint8 ticks[256];
  guint n = 0;
  guint place = 0;
  const guint8 *present = assessment_document_get_suggested_ticks (document, carry->to_question,
                                                                   carry->to_column, &n);

  while (place < n && present[place] < carry->to_option)
    place++;
  if (place < n && present[place] == carry->to_option)
    return document;
  for (guint i = 0; i < n; i++)
    ticks[i < place ? i : i + 1] = present[i];
  ticks[place] = carry->to_option;
  return replace (document, assessment_document_with_suggested_ticks (
                                document, carry->to_question, carry->to_column, ticks, n + 1));
}

static AssessmentDocument *
suggest_level (AssessmentDocument *document,
               const SurveyCarry *carry,
               const SurveyQuestion *question)
{
  gint8 levels[256];
  guint n = 0;
  const gint8 *present
      = assessment_document_get_suggested_levels (document, carry->to_question, &n);

  memset (levels, -1, sizeof levels);
  if (n > 0)
    memcpy (levels, present, MIN (n, question->n_options));
  levels[carry->to_option - 1] = MAX (levels[carry->to_option - 1], carry->to_level);
  return replace (document, assessment_document_with_suggested_levels (
                                document, carry->to_question, levels, question->n_options));
}

AssessmentDocument *
survey_pack_carry_over (const SurveyPack *scan,
                        const SurveyPack *full,
                        const AssessmentDocument *document)
{
  AssessmentDocument *result;

  g_return_val_if_fail (scan != NULL && full != NULL && document != NULL, NULL);
  g_return_val_if_fail (g_strcmp0 (scan->carries_to, full->id) == 0, NULL);

  result = strip (document);
  result = replace (result, assessment_document_with_string (result, "pack.id", full->id, NULL));
  result = replace (result,
                    assessment_document_with_string (result, "pack.version", full->version, NULL));
  result = replace (result, assessment_document_with_string (
                                result, "previous", assessment_document_id (document), NULL));
  for (guint i = 0; i < scan->n_carries; i++)
    {
      const SurveyCarry *carry = &scan->carries[i];
      const SurveyQuestion *question = find_target (full, carry);

      if (question == NULL || !is_implied (carry, document))
        continue;
      result = carry->to_level < 0 ? suggest_tick (result, carry)
                                   : suggest_level (result, carry, question);
    }
  return result;
}
