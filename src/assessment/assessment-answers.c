/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "assessment/assessment-document-private.h"

#include "assessment/assessment-reader.h"

#include <string.h>

/* Answers, and suggestions of answers, which have the same shape under another name. */

#define ANSWERS "answers"
#define SUGGESTIONS "suggestions"

/* Path of "answers.QUESTION" or "answers.QUESTION.COLUMN". */
static void
path_of (AssessmentPath *path, const char *map, const char *question, const char *column)
{
  gboolean known = assessment_path_parse (path, map);

  g_assert (known);
  assessment_path_enter_key (path, question);
  if (column != NULL)
    assessment_path_enter_key (path, column);
}

static gboolean
is_key (const char *key)
{
  return key != NULL && assessment_key_is_valid (key, strlen (key));
}

static const AssessmentNode *
find (const AssessmentDocument *document, const char *map, const char *question, const char *column)
{
  AssessmentPath path;

  g_return_val_if_fail (document != NULL && is_key (question), NULL);
  g_return_val_if_fail (column == NULL || is_key (column), NULL);

  path_of (&path, map, question, column);
  return assessment_node_find (document->root, &path);
}

static const guint8 *
get_ticks (const AssessmentDocument *document,
           const char *map,
           const char *question,
           const char *column,
           guint *n)
{
  const AssessmentNode *node = find (document, map, question, column);
  const guint8 *ticks
      = node != NULL && node->kind == ASSESSMENT_NODE_CHOICES ? node->choices.ticks : NULL;

  if (n != NULL)
    *n = ticks == NULL ? 0 : node->n;
  return ticks;
}

static const gint8 *
get_levels (const AssessmentDocument *document, const char *map, const char *question, guint *n)
{
  const AssessmentNode *node = find (document, map, question, NULL);
  const gint8 *levels
      = node != NULL && node->kind == ASSESSMENT_NODE_CHOICES ? node->choices.levels : NULL;

  if (n != NULL)
    *n = levels == NULL ? 0 : node->n;
  return levels;
}

static AssessmentDocument *
with_ticks (const AssessmentDocument *document,
            const char *map,
            const char *question,
            const char *column,
            const guint8 *options,
            guint n)
{
  gint8 given[ASSESSMENT_MAX_OPTION];
  g_autoptr (AssessmentNode) unsorted = NULL;
  AssessmentPath path;

  g_return_val_if_fail (document != NULL && is_key (question), NULL);
  g_return_val_if_fail (column == NULL || is_key (column), NULL);
  g_return_val_if_fail (n <= ASSESSMENT_MAX_OPTION && (options != NULL || n == 0), NULL);
  for (guint i = 0; i < n; i++)
    given[i] = (gint8)MIN (options[i], G_MAXINT8);
  g_return_val_if_fail (assessment_choices_are_ticks (given, n), NULL);

  /* The document has them in ascending order, whatever the order of ticking was. */
  unsorted = assessment_node_new_choices (given, n);
  path_of (&path, map, question, column);
  return _assessment_document_replace (
      document, &path, assessment_node_new_choices ((const gint8 *)unsorted->choices.ticks, n));
}

static AssessmentDocument *
remove_answer (const AssessmentDocument *document, const char *map, const char *question)
{
  AssessmentPath path;

  path_of (&path, map, question, NULL);
  if (assessment_node_find (document->root, &path) == NULL)
    return assessment_document_ref ((AssessmentDocument *)document);
  return _assessment_document_replace (document, &path, NULL);
}

static AssessmentDocument *
with_levels (const AssessmentDocument *document,
             const char *map,
             const char *question,
             const gint8 *levels,
             guint n)
{
  AssessmentPath path;
  gboolean answered = n == 0;

  g_return_val_if_fail (document != NULL && is_key (question), NULL);
  g_return_val_if_fail (levels != NULL || n == 0, NULL);
  g_return_val_if_fail (assessment_choices_are_levels (levels, n), NULL);

  for (guint i = 0; i < n; i++)
    answered = answered || levels[i] >= 0;
  if (!answered)
    return remove_answer (document, map, question);
  path_of (&path, map, question, NULL);
  return _assessment_document_replace (document, &path, assessment_node_new_choices (levels, n));
}

gboolean
assessment_document_is_question (const char *question)
{
  return is_key (question);
}

gboolean
assessment_document_is_answered (const AssessmentDocument *document, const char *question)
{
  return find (document, ANSWERS, question, NULL) != NULL;
}

const guint8 *
assessment_document_get_ticks (const AssessmentDocument *document,
                               const char *question,
                               const char *column,
                               guint *n)
{
  return get_ticks (document, ANSWERS, question, column, n);
}

const gint8 *
assessment_document_get_levels (const AssessmentDocument *document, const char *question, guint *n)
{
  return get_levels (document, ANSWERS, question, n);
}

const char *const *
assessment_document_answered (const AssessmentDocument *document)
{
  static const char *const none[] = { NULL };
  const char *const *questions = assessment_document_get_keys (document, ANSWERS);

  return questions != NULL ? questions : none;
}

const char *const *
assessment_document_get_columns (const AssessmentDocument *document, const char *question)
{
  const AssessmentNode *node = find (document, ANSWERS, question, NULL);

  return node != NULL && node->kind == ASSESSMENT_NODE_MAP ? (const char *const *)node->keys : NULL;
}

AssessmentDocument *
assessment_document_with_ticks (const AssessmentDocument *document,
                                const char *question,
                                const char *column,
                                const guint8 *options,
                                guint n)
{
  return with_ticks (document, ANSWERS, question, column, options, n);
}

AssessmentDocument *
assessment_document_with_levels (const AssessmentDocument *document,
                                 const char *question,
                                 const gint8 *levels,
                                 guint n)
{
  return with_levels (document, ANSWERS, question, levels, n);
}

AssessmentDocument *
assessment_document_without_answer (const AssessmentDocument *document, const char *question)
{
  g_return_val_if_fail (document != NULL && is_key (question), NULL);

  return remove_answer (document, ANSWERS, question);
}

char *
assessment_document_answer_to_json (const AssessmentDocument *document, const char *question)
{
  const AssessmentNode *node = find (document, ANSWERS, question, NULL);
  BaseJsonWriter *writer;

  if (node == NULL)
    return NULL;
  writer = base_json_writer_new (FALSE);
  assessment_node_write (node, assessment_schema_find ("answers.any"), writer, NULL);
  return base_json_writer_finish (writer);
}

AssessmentDocument *
assessment_document_with_answer_json (const AssessmentDocument *document,
                                      const char *question,
                                      const char *json,
                                      GError **error)
{
  g_autofree char *source = NULL;
  g_autoptr (BaseJson) parsed = NULL;
  g_autoptr (AssessmentNode) value = NULL;
  BaseJsonCursor at;
  AssessmentPath path;

  g_return_val_if_fail (document != NULL && is_key (question) && json != NULL, NULL);

  source = g_strdup_printf ("answers.%s", question);
  parsed = base_json_parse (json, -1, source, error);
  if (parsed == NULL)
    return NULL;
  at = base_json_root (parsed);
  value = assessment_read_answer (&at);
  if (!base_json_finish (parsed, error))
    return NULL;
  if (value == NULL)
    return remove_answer (document, ANSWERS, question);
  path_of (&path, ANSWERS, question, NULL);
  return _assessment_document_replace (document, &path, g_steal_pointer (&value));
}

const guint8 *
assessment_document_get_suggested_ticks (const AssessmentDocument *document,
                                         const char *question,
                                         const char *column,
                                         guint *n)
{
  return get_ticks (document, SUGGESTIONS, question, column, n);
}

const gint8 *
assessment_document_get_suggested_levels (const AssessmentDocument *document,
                                          const char *question,
                                          guint *n)
{
  return get_levels (document, SUGGESTIONS, question, n);
}

AssessmentDocument *
assessment_document_with_suggested_ticks (const AssessmentDocument *document,
                                          const char *question,
                                          const char *column,
                                          const guint8 *options,
                                          guint n)
{
  return with_ticks (document, SUGGESTIONS, question, column, options, n);
}

AssessmentDocument *
assessment_document_with_suggested_levels (const AssessmentDocument *document,
                                           const char *question,
                                           const gint8 *levels,
                                           guint n)
{
  return with_levels (document, SUGGESTIONS, question, levels, n);
}
