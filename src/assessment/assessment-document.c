/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "assessment/assessment-document-private.h"

#include "assessment/assessment-check.h"
#include "assessment/assessment-reader.h"
#include "assessment/assessment-upgrade.h"
#include "base/base-data.h"

#include <glib/gi18n-lib.h>

/* The document as a value: whole documents in and out, fields by path. Answers are in
 * assessment-answers.c. */

G_DEFINE_QUARK (assessment - error - quark, assessment_error)

/* Version 1 is the first: nothing to upgrade from. Version 2 adds its upgrader here. */
static const AssessmentUpgrader *const upgraders = NULL;

/* --- whole documents -------------------------------------------------------------------------- */

AssessmentDocument *
_assessment_document_new_take (AssessmentNode *root)
{
  AssessmentDocument *document = g_atomic_rc_box_new0 (AssessmentDocument);

  document->root = root;
  return document;
}

AssessmentDocument *
_assessment_document_replace (const AssessmentDocument *document,
                              const AssessmentPath *path,
                              AssessmentNode *value)
{
  return _assessment_document_new_take (assessment_node_replace (document->root, path, value));
}

AssessmentDocument *
assessment_document_new (const char *pack_id, const char *pack_version)
{
  g_autoptr (AssessmentDocument) empty
      = _assessment_document_new_take (assessment_node_new_empty (assessment_schema_root ()));
  g_autoptr (AssessmentDocument) with_id = NULL;

  g_return_val_if_fail (pack_id != NULL && pack_version != NULL, NULL);

  with_id = assessment_document_with_string (empty, "pack.id", pack_id, NULL);
  g_return_val_if_fail (with_id != NULL, NULL);
  return assessment_document_with_string (with_id, "pack.version", pack_version, NULL);
}

/* Takes @json, which may be NULL. */
static AssessmentDocument *
read_document (BaseJson *json, GError **error)
{
  g_autoptr (BaseJson) newest = NULL;
  g_autoptr (AssessmentNode) root = NULL;
  BaseJsonCursor at;

  if (json == NULL)
    return NULL;
  newest = assessment_upgrade (json, ASSESSMENT_VERSION, upgraders, error);
  if (newest == NULL)
    return NULL;
  at = base_json_root (newest);
  root = assessment_read_document (&at);
  if (!base_json_finish (newest, error))
    return NULL;
  return _assessment_document_new_take (g_steal_pointer (&root));
}

AssessmentDocument *
assessment_document_parse (const char *text, gssize length, const char *source_name, GError **error)
{
  return read_document (base_json_parse (text, length, source_name, error), error);
}

AssessmentDocument *
assessment_document_load (const char *path, GError **error)
{
  return read_document (base_json_load (path, BASE_JSON_DEFAULT_CAP, error), error);
}

char *
assessment_document_serialize (const AssessmentDocument *document, gboolean pretty)
{
  const AssessmentField *schema = assessment_schema_root ();
  BaseJsonWriter *writer;

  g_return_val_if_fail (document != NULL, NULL);

  writer = base_json_writer_new (pretty);
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "format", ASSESSMENT_FORMAT);
  base_json_writer_integer (writer, "version", ASSESSMENT_VERSION);
  for (guint i = 0; i < schema->n_fields; i++)
    if (document->root->children[i] != NULL)
      assessment_node_write (document->root->children[i], &schema->fields[i], writer,
                             schema->fields[i].name);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

const char *
assessment_document_sha256 (const AssessmentDocument *document)
{
  char **place = (char **)&document->sha256;

  g_return_val_if_fail (document != NULL, NULL);

  if (g_atomic_pointer_get (place) == NULL)
    {
      g_autofree char *text = assessment_document_serialize (document, FALSE);
      char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      if (!g_atomic_pointer_compare_and_exchange (place, NULL, sha256))
        g_free (sha256); /* another thread was first, with the same */
    }
  return g_atomic_pointer_get (place);
}

gboolean
assessment_document_equal (const AssessmentDocument *a, const AssessmentDocument *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return assessment_node_equal (a->root, b->root);
}

AssessmentDocument *
assessment_document_ref (AssessmentDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return g_atomic_rc_box_acquire (document);
}

static void
clear_document (void *data)
{
  AssessmentDocument *document = data;

  assessment_node_unref (document->root);
  g_free (document->sha256);
}

void
assessment_document_unref (AssessmentDocument *document)
{
  if (document != NULL)
    g_atomic_rc_box_release_full (document, clear_document);
}

const char *
assessment_document_id (const AssessmentDocument *document)
{
  return assessment_document_get_string (document, "id");
}

const char *
assessment_document_pack_id (const AssessmentDocument *document)
{
  return assessment_document_get_string (document, "pack.id");
}

/* --- reading fields --------------------------------------------------------------------------- */

/* NULL when absent, or when the path is none. */
static const AssessmentNode *
find (const AssessmentDocument *document, const char *path)
{
  AssessmentPath parsed;

  g_return_val_if_fail (document != NULL && path != NULL, NULL);
  g_return_val_if_fail (assessment_path_parse (&parsed, path), NULL);

  return assessment_node_find (document->root, &parsed);
}

gboolean
assessment_document_has (const AssessmentDocument *document, const char *path)
{
  return find (document, path) != NULL;
}

const char *
assessment_document_get_string (const AssessmentDocument *document, const char *path)
{
  const AssessmentNode *node = find (document, path);

  g_return_val_if_fail (node == NULL || node->kind == ASSESSMENT_NODE_TEXT, NULL);
  return node == NULL ? NULL : node->text;
}

gboolean
assessment_document_get_number (const AssessmentDocument *document, const char *path, double *value)
{
  const AssessmentNode *node = find (document, path);

  g_return_val_if_fail (node == NULL || node->kind == ASSESSMENT_NODE_NUMBER, FALSE);
  if (node != NULL && value != NULL)
    *value = node->number;
  return node != NULL;
}

gboolean
assessment_document_get_boolean (const AssessmentDocument *document,
                                 const char *path,
                                 gboolean *value)
{
  const AssessmentNode *node = find (document, path);

  g_return_val_if_fail (node == NULL || node->kind == ASSESSMENT_NODE_BOOLEAN, FALSE);
  if (node != NULL && value != NULL)
    *value = node->boolean;
  return node != NULL;
}

const char *const *
assessment_document_get_strings (const AssessmentDocument *document, const char *path)
{
  const AssessmentNode *node = find (document, path);

  g_return_val_if_fail (node == NULL || node->kind == ASSESSMENT_NODE_STRINGS, NULL);
  return node == NULL ? NULL : (const char *const *)node->strings;
}

guint
assessment_document_count (const AssessmentDocument *document, const char *path)
{
  const AssessmentNode *node = find (document, path);

  g_return_val_if_fail (node == NULL || node->kind == ASSESSMENT_NODE_LIST, 0);
  return node == NULL ? 0 : node->n;
}

int
assessment_document_find_item (const AssessmentDocument *document,
                               const char *path,
                               const char *member,
                               const char *value)
{
  const guint n = assessment_document_count (document, path);

  g_return_val_if_fail (member != NULL && value != NULL, -1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *item = g_strdup_printf ("%s[%u].%s", path, i, member);

      if (g_strcmp0 (assessment_document_get_string (document, item), value) == 0)
        return (int)i;
    }
  return -1;
}

const char *const *
assessment_document_get_keys (const AssessmentDocument *document, const char *path)
{
  const AssessmentNode *node = find (document, path);

  g_return_val_if_fail (node == NULL || node->kind == ASSESSMENT_NODE_MAP, NULL);
  return node == NULL ? NULL : (const char *const *)node->keys;
}

char *
assessment_document_value_to_json (const AssessmentDocument *document, const char *path)
{
  AssessmentPath parsed;
  const AssessmentNode *node;
  BaseJsonWriter *writer;

  g_return_val_if_fail (document != NULL && path != NULL, NULL);
  g_return_val_if_fail (assessment_path_parse (&parsed, path), NULL);

  node = assessment_node_find (document->root, &parsed);
  if (node == NULL)
    return NULL;
  writer = base_json_writer_new (FALSE);
  assessment_node_write (node, assessment_path_field (&parsed), writer, NULL);
  return base_json_writer_finish (writer);
}

/* --- edits ------------------------------------------------------------------------------------ */

/* Items before an index must be there: an edit never leaves a hole. */
static gboolean
items_exist (const AssessmentDocument *document, const AssessmentPath *path)
{
  for (guint i = 0; i < path->n_steps; i++)
    if (path->steps[i].kind == ASSESSMENT_STEP_ITEM)
      {
        AssessmentPath list = *path;
        const AssessmentNode *node;

        list.n_steps = i;
        node = assessment_node_find (document->root, &list);
        if (node == NULL || path->steps[i].index >= node->n)
          return FALSE;
      }
  return TRUE;
}

static gboolean
parse_for_edit (const AssessmentDocument *document, const char *path, AssessmentPath *parsed)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  g_return_val_if_fail (assessment_path_parse (parsed, path), FALSE);
  g_return_val_if_fail (items_exist (document, parsed), FALSE);

  return TRUE;
}

/* Takes @problem. */
static AssessmentDocument *
refuse (const char *path, char *problem, GError **error)
{
  g_set_error (error, ASSESSMENT_ERROR, ASSESSMENT_ERROR_VALUE, "%s: %s", path, problem);
  g_free (problem);
  return NULL;
}

/* Does the field just set make two items of its list the same? */
static char *
check_unique (const AssessmentDocument *document, const AssessmentPath *path)
{
  AssessmentPath list = *path;
  guint second;

  if (path->n_steps < 3 || path->steps[path->n_steps - 2].kind != ASSESSMENT_STEP_ITEM)
    return NULL;
  list.n_steps -= 2;
  return assessment_check_keys (assessment_path_field (&list),
                                assessment_node_find (document->root, &list), &second);
}

/* Takes @value. */
static AssessmentDocument *
set_value (const AssessmentDocument *document,
           const AssessmentPath *parsed,
           const char *path,
           AssessmentNode *value,
           GError **error)
{
  g_autoptr (AssessmentDocument) edited = _assessment_document_replace (document, parsed, value);
  char *problem = check_unique (edited, parsed);

  return problem != NULL ? refuse (path, problem, error) : g_steal_pointer (&edited);
}

static gboolean
holds_text (const AssessmentField *field)
{
  return field->kind <= ASSESSMENT_HASH;
}

static gboolean
is_blank (const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* The region stays only while it lies in the country. */
static AssessmentDocument *
move_to_country (const AssessmentDocument *document,
                 const AssessmentPath *path,
                 const char *country)
{
  g_autoptr (AssessmentDocument) edited
      = _assessment_document_replace (document, path, assessment_node_new_text (country));
  g_autofree char *problem = assessment_check_region (
      assessment_document_get_string (document, "company.region"), country);

  return problem == NULL ? g_steal_pointer (&edited)
                         : assessment_document_without (edited, "company.region");
}

AssessmentDocument *
assessment_document_with_string (const AssessmentDocument *document,
                                 const char *path,
                                 const char *value,
                                 GError **error)
{
  AssessmentPath parsed;
  const AssessmentField *field;
  char *problem;

  if (!parse_for_edit (document, path, &parsed))
    return NULL;
  field = assessment_path_field (&parsed);
  g_return_val_if_fail (holds_text (field), NULL);

  if (!field->required
      && (value == NULL || (g_utf8_validate (value, -1, NULL) && is_blank (value))))
    return assessment_document_without (document, path);
  g_return_val_if_fail (value != NULL, NULL);
  problem = assessment_check_text (field, value);
  if (problem == NULL && g_str_equal (path, "company.region"))
    problem = assessment_check_region (
        value, assessment_document_get_string (document, "company.country"));
  if (problem != NULL)
    return refuse (path, problem, error);
  if (g_str_equal (path, "company.country"))
    return move_to_country (document, &parsed, value);
  return set_value (document, &parsed, path, assessment_node_new_text (value), error);
}

AssessmentDocument *
assessment_document_with_number (const AssessmentDocument *document,
                                 const char *path,
                                 double value,
                                 GError **error)
{
  AssessmentPath parsed;
  const AssessmentField *field;
  char *problem;

  if (!parse_for_edit (document, path, &parsed))
    return NULL;
  field = assessment_path_field (&parsed);
  g_return_val_if_fail (field->kind == ASSESSMENT_NUMBER || field->kind == ASSESSMENT_INTEGER,
                        NULL);

  problem = assessment_check_number (field, value);
  if (problem != NULL)
    return refuse (path, problem, error);
  return set_value (document, &parsed, path, assessment_node_new_number (value), error);
}

AssessmentDocument *
assessment_document_with_boolean (const AssessmentDocument *document,
                                  const char *path,
                                  gboolean value,
                                  GError **error)
{
  AssessmentPath parsed;

  if (!parse_for_edit (document, path, &parsed))
    return NULL;
  g_return_val_if_fail (assessment_path_field (&parsed)->kind == ASSESSMENT_BOOLEAN, NULL);

  return set_value (document, &parsed, path, assessment_node_new_boolean (value), error);
}

AssessmentDocument *
assessment_document_with_strings (const AssessmentDocument *document,
                                  const char *path,
                                  const char *const *values,
                                  GError **error)
{
  AssessmentPath parsed;
  const AssessmentField *field;
  char *problem;

  if (!parse_for_edit (document, path, &parsed))
    return NULL;
  field = assessment_path_field (&parsed);
  g_return_val_if_fail (field->kind == ASSESSMENT_WORDS || field->kind == ASSESSMENT_TEXTS, NULL);

  if (values == NULL)
    return assessment_document_without (document, path);
  problem = assessment_check_strings (field, values);
  if (problem != NULL)
    return refuse (path, problem, error);
  return _assessment_document_replace (document, &parsed, assessment_node_new_strings (values));
}

/* The schema says more than its single fields (a region lies in its country, keys are unique): the
 * whole is read once more. */
static AssessmentDocument *
read_again (const AssessmentDocument *document, const char *path, GError **error)
{
  g_autofree char *text = assessment_document_serialize (document, FALSE);

  return assessment_document_parse (text, -1, path, error);
}

AssessmentDocument *
assessment_document_with_value_json (const AssessmentDocument *document,
                                     const char *path,
                                     const char *json,
                                     GError **error)
{
  AssessmentPath parsed;
  g_autoptr (BaseJson) value = NULL;
  g_autoptr (AssessmentNode) node = NULL;
  g_autoptr (AssessmentDocument) edited = NULL;
  BaseJsonCursor at;

  if (!parse_for_edit (document, path, &parsed))
    return NULL;
  g_return_val_if_fail (json != NULL, NULL);

  value = base_json_parse (json, -1, path, error);
  if (value == NULL)
    return NULL;
  at = base_json_root (value);
  node = assessment_read_field (&at, assessment_path_field (&parsed));
  if (!base_json_finish (value, error))
    return NULL;
  if (node == NULL)
    return assessment_document_without (document, path);
  edited = _assessment_document_replace (document, &parsed, g_steal_pointer (&node));
  return read_again (edited, path, error);
}

AssessmentDocument *
assessment_document_without (const AssessmentDocument *document, const char *path)
{
  AssessmentPath parsed;

  g_return_val_if_fail (document != NULL && path != NULL, NULL);
  g_return_val_if_fail (assessment_path_parse (&parsed, path), NULL);
  g_return_val_if_fail (!assessment_path_field (&parsed)->required, NULL);

  if (assessment_node_find (document->root, &parsed) == NULL)
    return assessment_document_ref ((AssessmentDocument *)document);
  return _assessment_document_replace (document, &parsed, NULL);
}

AssessmentDocument *
assessment_document_with_item (const AssessmentDocument *document, const char *path)
{
  AssessmentPath parsed;
  const AssessmentField *field;
  AssessmentStep *step;

  if (!parse_for_edit (document, path, &parsed))
    return NULL;
  field = assessment_path_field (&parsed);
  g_return_val_if_fail (field->kind == ASSESSMENT_LIST, NULL);
  g_return_val_if_fail (assessment_document_count (document, path) < field->max, NULL);

  step = &parsed.steps[parsed.n_steps++];
  *step = (AssessmentStep){ .kind = ASSESSMENT_STEP_ITEM, .parent = field, .field = field->item };
  step->index = assessment_document_count (document, path);
  return _assessment_document_replace (document, &parsed, assessment_node_new_empty (field->item));
}

AssessmentDocument *
assessment_document_with_none (const AssessmentDocument *document, const char *path)
{
  AssessmentPath parsed;
  const AssessmentField *field;

  if (!parse_for_edit (document, path, &parsed))
    return NULL;
  field = assessment_path_field (&parsed);
  g_return_val_if_fail (field->kind == ASSESSMENT_LIST, NULL);

  return _assessment_document_replace (document, &parsed, assessment_node_new_empty (field));
}
