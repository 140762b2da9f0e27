/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

/* Whether a document's answers are answers to this pack: the document itself does not know the
 * questions. */

static gboolean G_GNUC_PRINTF (3, 4)
    refuse (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SURVEY_ERROR, SURVEY_ERROR_ANSWER, "%s: %s", path, message);
  return FALSE;
}

static gboolean
check_ticks (const SurveyQuestion *question,
             const BaseJsonCursor *list,
             const char *path,
             GError **error)
{
  guint64 seen = 0; /* a question has at most 64 options */
  guint n = base_json_is_array (list) ? base_json_length (list) : 0;

  if (!base_json_is_array (list))
    return refuse (error, path, _ ("expected a list of option numbers"));
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (list, i);
      gint64 option = base_json_is_number (&item) ? base_json_integer (&item, 0, G_MAXINT32) : -1;

      if (base_json_failed (item.document) || option < 0)
        return refuse (error, path, _ ("item %u is not an option number"), i + 1);
      if (option < 1 || option > question->n_options)
        return refuse (error, path, _ ("option %d, the question has %u"), (int)option,
                       question->n_options);
      if (seen & (G_GUINT64_CONSTANT (1) << (option - 1)))
        return refuse (error, path, _ ("option %d is there twice"), (int)option);
      seen |= G_GUINT64_CONSTANT (1) << (option - 1);
    }
  return TRUE;
}

static const SurveyColumn *
find_column (const SurveyQuestion *question, const char *id)
{
  for (guint i = 0; i < question->n_columns; i++)
    if (g_str_equal (question->columns[i].id, id))
      return &question->columns[i];
  return NULL;
}

static gboolean
check_columns (const SurveyQuestion *question,
               const BaseJsonCursor *object,
               const char *path,
               GError **error)
{
  const char *const *members;

  if (!base_json_is_object (object))
    return refuse (error, path, _ ("expected one list of option numbers a column"));
  members = base_json_members (object);
  for (guint i = 0; members[i] != NULL; i++)
    {
      BaseJsonCursor list = base_json_get (object, members[i]);
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, members[i]);

      if (find_column (question, members[i]) == NULL)
        return refuse (error, inner, _ ("the question has no such column"));
      if (!check_ticks (question, &list, inner, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_levels (const SurveyQuestion *question,
              const BaseJsonCursor *list,
              const char *path,
              GError **error)
{
  guint n = base_json_is_array (list) ? base_json_length (list) : 0;
  int highest = _survey_question_max_level (question);

  if (!base_json_is_array (list))
    return refuse (error, path, _ ("expected a list with one level a row"));
  if (n != question->n_options)
    return refuse (error, path, _ ("%u rows, the question has %u"), n, question->n_options);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (list, i);
      gint64 level;

      if (base_json_is_null (&item))
        continue;
      level = base_json_is_number (&item) ? base_json_integer (&item, 0, G_MAXINT32) : -1;
      if (base_json_failed (item.document) || level < 0)
        return refuse (error, path, _ ("row %u has no whole number as its level"), i + 1);
      if (level > highest)
        return refuse (error, path, _ ("row %u has level %d, the highest is %d"), i + 1, (int)level,
                       highest);
    }
  return TRUE;
}

static gboolean
check_answer (const SurveyPack *pack,
              const AssessmentDocument *document,
              const char *id,
              GError **error)
{
  const SurveyQuestion *question = survey_pack_find_question (pack, id);
  g_autofree char *path = g_strdup_printf ("answers.%s", id);
  g_autofree char *text = NULL;
  g_autoptr (BaseJson) json = NULL;
  BaseJsonCursor root;

  if (question == NULL)
    return refuse (error, path, _ ("the pack “%s” has no such question"), pack->id);
  text = assessment_document_answer_to_json (document, id);
  if (text == NULL)
    return TRUE;
  json = base_json_parse (text, -1, path, error);
  if (json == NULL)
    return FALSE;
  root = base_json_root (json);
  switch (question->kind)
    {
    case SURVEY_QUESTION_TICK_COLUMNS:
      return check_columns (question, &root, path, error);
    case SURVEY_QUESTION_LEVELS:
      return check_levels (question, &root, path, error);
    case SURVEY_QUESTION_TICKS:
    default:
      return check_ticks (question, &root, path, error);
    }
}

/* Suggestions to questions that the pack does not have are never shown; those to its own must fit.
 */
static gboolean
check_suggested_ticks (const SurveyQuestion *question,
                       const SurveyColumn *column,
                       const AssessmentDocument *document,
                       GError **error)
{
  g_autofree char *path = g_strdup_printf ("suggestions.%s", question->id);
  guint n = 0;
  const guint8 *ticks = assessment_document_get_suggested_ticks (
      document, question->id, column != NULL ? column->id : NULL, &n);

  for (guint i = 0; i < n; i++)
    if (ticks[i] < 1 || ticks[i] > question->n_options)
      return refuse (error, path, _ ("option %d, the question has %u"), ticks[i],
                     question->n_options);
  return TRUE;
}

static gboolean
check_suggested_levels (const SurveyQuestion *question,
                        const AssessmentDocument *document,
                        GError **error)
{
  g_autofree char *path = g_strdup_printf ("suggestions.%s", question->id);
  int highest = _survey_question_max_level (question);
  guint n = 0;
  const gint8 *levels = assessment_document_get_suggested_levels (document, question->id, &n);

  if (levels != NULL && n != question->n_options)
    return refuse (error, path, _ ("%u rows, the question has %u"), n, question->n_options);
  for (guint i = 0; i < n; i++)
    if (levels[i] > highest)
      return refuse (error, path, _ ("row %u has level %d, the highest is %d"), i + 1, levels[i],
                     highest);
  return TRUE;
}

static gboolean
check_suggestions (const SurveyQuestion *question,
                   const AssessmentDocument *document,
                   GError **error)
{
  if (question->kind == SURVEY_QUESTION_LEVELS)
    return check_suggested_levels (question, document, error);
  for (guint i = 0; i < question->n_columns; i++)
    if (!check_suggested_ticks (question, &question->columns[i], document, error))
      return FALSE;
  return question->n_columns > 0 || check_suggested_ticks (question, NULL, document, error);
}

/* A minor version only adds; a new major version may ask other questions under the same ids. */
static gboolean
check_pack (const SurveyPack *pack, const AssessmentDocument *document, GError **error)
{
  const char *id = assessment_document_pack_id (document);
  const char *version = assessment_document_get_string (document, "pack.version");

  if (g_strcmp0 (id, pack->id) != 0)
    {
      g_set_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK,
                   _ ("pack.id: the answers belong to the pack “%s”, this is “%s”"),
                   id != NULL ? id : "", pack->id);
      return FALSE;
    }
  if (version != NULL
      && g_ascii_strtoull (version, NULL, 10) != g_ascii_strtoull (pack->version, NULL, 10))
    {
      g_set_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK,
                   _ ("pack.version: the answers belong to version %s of “%s”, this is version %s"),
                   version, pack->id, pack->version);
      return FALSE;
    }
  return TRUE;
}

gboolean
survey_pack_check (const SurveyPack *pack, const AssessmentDocument *document, GError **error)
{
  const char *const *answered;

  g_return_val_if_fail (pack != NULL && document != NULL, FALSE);

  if (!check_pack (pack, document, error))
    return FALSE;
  answered = assessment_document_answered (document);
  for (guint i = 0; answered != NULL && answered[i] != NULL; i++)
    if (!check_answer (pack, document, answered[i], error))
      return FALSE;
  for (guint i = 0; i < pack->n_questions; i++)
    if (!check_suggestions (&pack->questions[i], document, error))
      return FALSE;
  return TRUE;
}
