/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-private.h"

#include "base/base-data.h"
#include "base/base-json-scan.h"
#include "base/base-json-tree.h"
#include "base/base-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Typed, strict reading of JSON that remembers the first problem with its path, so that loaders
 * read straight through and ask once at the end. */

/* Longest foreign text quoted in a message, in characters. */
#define QUOTED_CHARS 60

struct _BaseJson
{
  char *source_name;
  char *sha256;
  BaseJsonTree *tree;
  GError *error;
};

static const char *const no_members[] = { NULL };

/* {{{ The document */

static gboolean
check_cap (gsize length, gsize cap, const char *source_name, GError **error)
{
  if (length <= cap)
    return TRUE;
  g_set_error (error, BASE_ERROR, BASE_ERROR_SIZE, _ ("%s: has %zu bytes, at most %zu are read"),
               source_name, length, cap);
  return FALSE;
}

BaseJson *
base_json_parse (const char *text, gssize length, const char *source_name, GError **error)
{
  BaseJsonTree *tree;
  BaseJson *json;
  gsize size;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (source_name != NULL, NULL);

  if (text == NULL)
    text = "";
  size = length < 0 ? strlen (text) : (gsize)length;
  if (!check_cap (size, BASE_JSON_DEFAULT_CAP, source_name, error))
    return NULL;
  tree = base_json_scan (text, size, source_name, error);
  if (tree == NULL)
    return NULL;
  json = g_new0 (BaseJson, 1);
  json->source_name = g_strdup (source_name);
  json->sha256 = base_data_sha256 (text, size);
  json->tree = tree;
  return json;
}

BaseJson *
base_json_load (const char *path, gsize cap, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = base_data_read (path, MIN (cap, BASE_JSON_DEFAULT_CAP), error);
  if (bytes == NULL)
    return NULL;
  return base_json_parse (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), path,
                          error);
}

void
base_json_free (BaseJson *json)
{
  if (json == NULL)
    return;
  g_clear_pointer (&json->tree, base_json_tree_free);
  g_clear_error (&json->error);
  g_free (json->source_name);
  g_free (json->sha256);
  g_free (json);
}

const char *
base_json_source_name (const BaseJson *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  return json->source_name;
}

const char *
base_json_sha256 (const BaseJson *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  return json->sha256;
}

BaseJsonCursor
base_json_root (BaseJson *json)
{
  BaseJsonCursor cursor = { .document = json };

  g_return_val_if_fail (json != NULL, cursor);

  cursor.node = base_json_tree_root (json->tree);
  return cursor;
}

/* }}} */
/* {{{ Problems */

gboolean
base_json_finish (BaseJson *json, GError **error)
{
  g_return_val_if_fail (json != NULL, FALSE);

  if (json->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (json->error));
  return FALSE;
}

gboolean
base_json_failed (const BaseJson *json)
{
  g_return_val_if_fail (json != NULL, TRUE);

  return json->error != NULL;
}

static gboolean
is_plain_name (const char *name)
{
  if ((!g_ascii_isalpha (*name) && *name != '_') || strlen (name) > QUOTED_CHARS)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
      return FALSE;
  return TRUE;
}

static char *
quote (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *part = g_utf8_substring (text, 0, MIN (length, QUOTED_CHARS));

  return g_strdup_printf (length > QUOTED_CHARS ? "“%s…”" : "“%s”", part);
}

static void
append_path (GString *path, const BaseJsonCursor *at)
{
  if (at->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }
  append_path (path, at->parent);
  if (at->member == NULL)
    g_string_append_printf (path, "[%u]", at->index);
  else if (is_plain_name (at->member))
    g_string_append_printf (path, ".%s", at->member);
  else
    {
      g_autofree char *name = quote (at->member);

      g_string_append_printf (path, "[%s]", name);
    }
}

char *
base_json_path (const BaseJsonCursor *at)
{
  GString *path;

  g_return_val_if_fail (at != NULL, NULL);

  path = g_string_new (NULL);
  append_path (path, at);
  return g_string_free (path, FALSE);
}

void
base_json_fail (const BaseJsonCursor *at, const char *format, ...)
{
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;
  va_list args;

  g_return_if_fail (at != NULL && at->document != NULL);
  g_return_if_fail (format != NULL);

  if (at->document->error != NULL)
    return;
  path = base_json_path (at);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  at->document->error = g_error_new (BASE_ERROR, BASE_ERROR_VALUE, "%s: %s: %s",
                                     at->document->source_name, path, message);
}

static char *
describe_number (double number)
{
  char digits[BASE_NUMBER_SIZE];

  return g_strdup (base_number_format (digits, number));
}

/* What stands at @at, in words. */
static char *
describe (const BaseJsonCursor *at)
{
  const BaseJsonNode *node = at->node;

  if (node == NULL)
    return g_strdup (_ ("nothing"));
  switch (node->kind)
    {
    case BASE_JSON_OBJECT:
      return g_strdup (_ ("an object"));
    case BASE_JSON_ARRAY:
      return g_strdup (_ ("a list"));
    case BASE_JSON_STRING:
      return *node->string == '\0' ? g_strdup (_ ("an empty text")) : quote (node->string);
    case BASE_JSON_BOOLEAN:
      return g_strdup (node->boolean ? "true" : "false");
    case BASE_JSON_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, node->integer);
    case BASE_JSON_NUMBER:
      return describe_number (node->number);
    case BASE_JSON_NULL:
    default:
      return g_strdup ("null");
    }
}

void
base_json_fail_expected (const BaseJsonCursor *at, const char *format, ...)
{
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  va_list args;

  if (at->document->error != NULL)
    return;
  va_start (args, format);
  expected = g_strdup_vprintf (format, args);
  va_end (args);
  if (at->node == NULL)
    {
      base_json_fail (at, _ ("is missing, expected %s"), expected);
      return;
    }
  found = describe (at);
  base_json_fail (at, _ ("found %s, expected %s"), found, expected);
}

/* }}} */
/* {{{ Kinds */

gboolean
base_json_is_kind (const BaseJsonCursor *at, BaseJsonKind kind)
{
  const BaseJsonNode *node = at->node;

  return node != NULL && node->kind == kind;
}

gboolean
base_json_present (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return at->node != NULL && !base_json_is_kind (at, BASE_JSON_NULL);
}

gboolean
base_json_is_null (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return base_json_is_kind (at, BASE_JSON_NULL);
}

gboolean
base_json_is_object (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return base_json_is_kind (at, BASE_JSON_OBJECT);
}

gboolean
base_json_is_array (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return base_json_is_kind (at, BASE_JSON_ARRAY);
}

gboolean
base_json_is_string (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return base_json_is_kind (at, BASE_JSON_STRING);
}

gboolean
base_json_is_number (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return base_json_is_kind (at, BASE_JSON_INTEGER) || base_json_is_kind (at, BASE_JSON_NUMBER);
}

gboolean
base_json_is_boolean (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return base_json_is_kind (at, BASE_JSON_BOOLEAN);
}

/* }}} */
/* {{{ Parts */

/* The object at @at, NULL when there is none; something else there is a problem. */
static const BaseJsonNode *
object_at (const BaseJsonCursor *at)
{
  if (base_json_is_object (at))
    return at->node;
  if (base_json_present (at))
    base_json_fail_expected (at, "%s", _ ("an object"));
  return NULL;
}

static const BaseJsonNode *
array_at (const BaseJsonCursor *at)
{
  if (base_json_is_array (at))
    return at->node;
  if (base_json_present (at))
    base_json_fail_expected (at, "%s", _ ("a list"));
  return NULL;
}

BaseJsonCursor
base_json_get (const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor cursor = { .parent = object, .member = member };
  const BaseJsonNode *node;

  g_return_val_if_fail (object != NULL && object->document != NULL, cursor);
  g_return_val_if_fail (member != NULL, cursor);

  cursor.document = object->document;
  node = object_at (object);
  if (node != NULL)
    cursor.node = (gpointer)base_json_node_find (node, member);
  return cursor;
}

BaseJsonCursor
base_json_need (const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor cursor = base_json_get (object, member);

  if (cursor.document != NULL && !base_json_present (&cursor))
    {
      if (cursor.node == NULL)
        base_json_fail (&cursor, "%s", _ ("is missing"));
      else
        base_json_fail (&cursor, "%s", _ ("found null, expected a value"));
    }
  return cursor;
}

guint
base_json_length (const BaseJsonCursor *array)
{
  const BaseJsonNode *node;

  g_return_val_if_fail (array != NULL && array->document != NULL, 0);

  node = array_at (array);
  return node != NULL ? node->n : 0;
}

BaseJsonCursor
base_json_item (const BaseJsonCursor *array, guint index)
{
  BaseJsonCursor cursor = { .parent = array, .index = index };
  const BaseJsonNode *node;

  g_return_val_if_fail (array != NULL && array->document != NULL, cursor);

  cursor.document = array->document;
  node = array_at (array);
  if (node != NULL && index < node->n)
    cursor.node = (gpointer)&node->items[index];
  return cursor;
}

const char *const *
base_json_members (const BaseJsonCursor *object)
{
  const BaseJsonNode *node;

  g_return_val_if_fail (object != NULL && object->document != NULL, no_members);

  node = object_at (object);
  return node != NULL ? node->names : no_members;
}

void
base_json_only (const BaseJsonCursor *object, const char *const *allowed)
{
  const char *const *names;

  g_return_if_fail (object != NULL && object->document != NULL);
  g_return_if_fail (allowed != NULL);

  names = base_json_members (object);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (allowed, names[i]))
      {
        g_autofree char *expected = g_strjoinv (", ", (char **)allowed);
        BaseJsonCursor unknown
            = { .document = object->document, .parent = object, .member = names[i] };

        base_json_fail (&unknown, _ ("is not a known member; known are: %s"), expected);
        return;
      }
}

/* }}} */
