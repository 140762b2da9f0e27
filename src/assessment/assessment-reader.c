/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "assessment/assessment-reader.h"

#include "assessment/assessment-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Recursion along schema and JSON together. Its depth is bounded twice: by the JSON scanner and by
 * ASSESSMENT_MAX_DEPTH, so that whatever is read can be addressed by a path. */

static AssessmentNode *
read_value (const BaseJsonCursor *at, const AssessmentField *field, guint depth);

/* Takes @problem. */
static AssessmentNode *
fail (const BaseJsonCursor *at, char *problem)
{
  base_json_fail (at, "%s", problem);
  g_free (problem);
  return NULL;
}

static AssessmentNode *
read_text (const BaseJsonCursor *at, const AssessmentField *field)
{
  const char *text = base_json_string (at);
  char *problem = text == NULL ? NULL : assessment_check_text (field, text);

  if (problem != NULL)
    return fail (at, problem);
  return text == NULL ? NULL : assessment_node_new_text (text);
}

static AssessmentNode *
read_number (const BaseJsonCursor *at, const AssessmentField *field)
{
  double number = base_json_number (at, -G_MAXDOUBLE, G_MAXDOUBLE);
  char *problem;

  if (base_json_failed (at->document))
    return NULL;
  problem = assessment_check_number (field, number);
  return problem != NULL ? fail (at, problem) : assessment_node_new_number (number);
}

static AssessmentNode *
read_boolean (const BaseJsonCursor *at)
{
  return assessment_node_new_boolean (base_json_boolean (at));
}

static gboolean
length_is_fine (const BaseJsonCursor *at, guint length, guint max)
{
  if (length > max)
    base_json_fail (at, _ ("found %u items, expected at most %u"), length, max);
  return !base_json_failed (at->document);
}

static AssessmentNode *
read_strings (const BaseJsonCursor *at, const AssessmentField *field)
{
  guint length = base_json_length (at);
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  char *problem;

  if (!length_is_fine (at, length, field->max))
    return NULL;
  for (guint i = 0; i < length; i++)
    {
      BaseJsonCursor item = base_json_item (at, i);
      const char *text = base_json_string (&item);

      if (text == NULL)
        return NULL;
      problem = assessment_check_text (field, text);
      if (problem != NULL)
        return fail (&item, problem);
      g_ptr_array_add (strings, (char *)text);
    }
  g_ptr_array_add (strings, NULL);
  problem = assessment_check_strings (field, (const char *const *)strings->pdata);
  return problem != NULL ? fail (at, problem)
                         : assessment_node_new_strings ((const char *const *)strings->pdata);
}

/* A region has to lie in the country that stands beside it. */
static void
check_region (const BaseJsonCursor *at, const AssessmentField *field)
{
  for (guint i = 0; i < field->n_fields; i++)
    if (field->fields[i].kind == ASSESSMENT_REGION)
      {
        BaseJsonCursor region = base_json_get (at, field->fields[i].name);
        BaseJsonCursor country = base_json_get (at, "country");

        if (base_json_present (&region) && base_json_present (&country))
          {
            char *problem
                = assessment_check_region (base_json_string (&region), base_json_string (&country));

            if (problem != NULL)
              fail (&region, problem);
          }
      }
}

static void
refuse_member (const BaseJsonCursor *member, const AssessmentField *field)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < field->n_fields; i++)
    g_ptr_array_add (names, (char *)field->fields[i].name);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **)names->pdata);
  base_json_fail (member, _ ("unknown member, expected one of: %s"), list);
}

/* @skipped: members that are not the schema's, NULL-terminated, or NULL. An object without members
 * is absent, unless it is the item of a list (@keep). */
static AssessmentNode *
read_object (const BaseJsonCursor *at,
             const AssessmentField *field,
             const char *const *skipped,
             gboolean keep,
             guint depth)
{
  const char *const *members = base_json_members (at);
  g_autoptr (AssessmentNode) node = NULL;
  gboolean empty = TRUE;

  if (base_json_failed (at->document))
    return NULL;
  node = assessment_node_new_empty (field);
  for (guint i = 0; members[i] != NULL; i++)
    {
      BaseJsonCursor member = base_json_get (at, members[i]);
      int index = assessment_field_index (field, members[i], strlen (members[i]));

      if (index < 0 && skipped != NULL && g_strv_contains (skipped, members[i]))
        continue;
      if (index < 0)
        {
          refuse_member (&member, field);
          return NULL;
        }
      if (!base_json_present (&member))
        continue;
      node->children[index] = read_value (&member, &field->fields[index], depth + 1);
      empty = empty && node->children[index] == NULL;
      if (base_json_failed (at->document))
        return NULL;
    }
  check_region (at, field);
  return empty && !keep ? NULL : g_steal_pointer (&node);
}

static void
unref_node (void *node)
{
  assessment_node_unref (node);
}

/* Hands the children over to the new node. */
static AssessmentNode *
new_parent (AssessmentNodeKind kind, GPtrArray *children, const char *const *keys)
{
  AssessmentNode *node
      = assessment_node_new_parent (kind, (AssessmentNode **)children->pdata, keys, children->len);

  g_ptr_array_set_free_func (children, NULL);
  return node;
}

static AssessmentNode *
read_list (const BaseJsonCursor *at, const AssessmentField *field, guint depth)
{
  guint length = base_json_length (at), second = 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (unref_node);
  g_autoptr (AssessmentNode) node = NULL;
  char *problem;

  if (!length_is_fine (at, length, field->max))
    return NULL;
  for (guint i = 0; i < length; i++)
    {
      BaseJsonCursor item = base_json_item (at, i);
      AssessmentNode *child;

      if (!base_json_is_object (&item))
        return fail (&item, g_strdup (_ ("expected an object")));
      child = read_object (&item, field->item, NULL, TRUE, depth);
      if (child == NULL)
        return NULL;
      g_ptr_array_add (items, child);
    }
  node = new_parent (ASSESSMENT_NODE_LIST, items, NULL);
  problem = assessment_check_keys (field, node, &second);
  if (problem != NULL)
    {
      BaseJsonCursor item = base_json_item (at, second);
      BaseJsonCursor key = base_json_get (&item, field->key);

      return fail (&key, problem);
    }
  return g_steal_pointer (&node);
}

/* A map's, or the columns of an answer. @read says what a value is. */
static AssessmentNode *
read_map (const BaseJsonCursor *at,
          const AssessmentField *value,
          guint max,
          guint depth,
          AssessmentNode *(*read) (const BaseJsonCursor *at,
                                   const AssessmentField *field,
                                   guint depth))
{
  const char *const *members = base_json_members (at);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (unref_node);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (base_json_failed (at->document)
      || !length_is_fine (at, g_strv_length ((char **)members), max))
    return NULL;
  for (guint i = 0; members[i] != NULL; i++)
    {
      BaseJsonCursor member = base_json_get (at, members[i]);
      AssessmentNode *child;

      if (!assessment_key_is_valid (members[i], strlen (members[i])))
        return fail (&member,
                     g_strdup (_ ("expected an id of at most 64 ASCII letters, digits, - _")));
      if (!base_json_present (&member))
        continue;
      child = read (&member, value, depth + 1);
      if (base_json_failed (at->document))
        {
          assessment_node_unref (child);
          return NULL;
        }
      if (child == NULL)
        continue;
      g_ptr_array_add (children, child);
      g_ptr_array_add (keys, (char *)members[i]);
    }
  return children->len == 0
             ? NULL
             : new_parent (ASSESSMENT_NODE_MAP, children, (const char *const *)keys->pdata);
}

/* --- answers ---------------------------------------------------------------------------------- */

/* Ticks or levels; the document does not know which, so it takes what can be either. Only nulls:
 * unanswered. */
static AssessmentNode *
read_choices (const BaseJsonCursor *at, gboolean only_ticks)
{
  guint length = base_json_length (at);
  gint8 given[ASSESSMENT_MAX_OPTION];
  gboolean unanswered = length > 0;

  if (!length_is_fine (at, length, ASSESSMENT_MAX_OPTION))
    return NULL;
  for (guint i = 0; i < length; i++)
    {
      BaseJsonCursor item = base_json_item (at, i);

      given[i] = base_json_is_null (&item)
                     ? -1
                     : (gint8)base_json_integer (&item, only_ticks ? 1 : 0, ASSESSMENT_MAX_OPTION);
      unanswered = unanswered && given[i] < 0;
    }
  if (base_json_failed (at->document))
    return NULL;
  if (!assessment_choices_are_ticks (given, length)
      && (only_ticks || !assessment_choices_are_levels (given, length)))
    return fail (at, g_strdup (only_ticks
                                   ? _ ("expected option numbers, 1 to 64, each once")
                                   : _ ("expected option numbers, 1 to 64, each once, or levels, "
                                        "0 to 9 or null")));
  return unanswered ? NULL : assessment_node_new_choices (given, length);
}

static AssessmentNode *
read_column (const BaseJsonCursor *at, const AssessmentField *field, guint depth)
{
  return read_choices (at, TRUE);
}

AssessmentNode *
assessment_read_answer (const BaseJsonCursor *at)
{
  if (base_json_is_object (at))
    return read_map (at, NULL, ASSESSMENT_MAX_OPTION, 0, read_column);
  return base_json_present (at) ? read_choices (at, FALSE) : NULL;
}

/* --- anything --------------------------------------------------------------------------------- */

static AssessmentNode *
read_value (const BaseJsonCursor *at, const AssessmentField *field, guint depth)
{
  if (depth > ASSESSMENT_MAX_DEPTH)
    return fail (at, g_strdup_printf (_ ("expected at most %d members below each other"),
                                      ASSESSMENT_MAX_DEPTH));
  switch (field->kind)
    {
    case ASSESSMENT_NUMBER:
    case ASSESSMENT_INTEGER:
      return read_number (at, field);
    case ASSESSMENT_BOOLEAN:
      return read_boolean (at);
    case ASSESSMENT_WORDS:
    case ASSESSMENT_TEXTS:
      return read_strings (at, field);
    case ASSESSMENT_OBJECT:
      return read_object (at, field, NULL, FALSE, depth);
    case ASSESSMENT_LIST:
      return read_list (at, field, depth);
    case ASSESSMENT_MAP:
      return read_map (at, field->item, field->max, depth, read_value);
    case ASSESSMENT_ANSWER:
      return assessment_read_answer (at);
    case ASSESSMENT_TEXT:
    case ASSESSMENT_WORD:
    case ASSESSMENT_NAME:
    case ASSESSMENT_DATE:
    case ASSESSMENT_COUNTRY:
    case ASSESSMENT_REGION:
    case ASSESSMENT_DIGITS:
    case ASSESSMENT_HASH:
    default:
      return read_text (at, field);
    }
}

AssessmentNode *
assessment_read_field (const BaseJsonCursor *at, const AssessmentField *field)
{
  return base_json_present (at) ? read_value (at, field, 0) : NULL;
}

AssessmentNode *
assessment_read_document (const BaseJsonCursor *root)
{
  static const char *const head[] = { "format", "version", NULL };
  BaseJsonCursor pack = base_json_need (root, "pack");

  base_json_need_string (&pack, "id");
  base_json_need_string (&pack, "version");
  if (base_json_failed (root->document))
    return NULL;
  return read_object (root, assessment_schema_root (), head, FALSE, 0);
}
