/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "base/base-json-scan.h"
#include "base/base-number.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
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
  GHashTable *members; /* BaseJsonNode → GPtrArray of names, filled when asked for */
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
  gsize size;
  BaseJson *json;

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
  g_clear_pointer (&json->members, g_hash_table_unref);
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

/* What stands at @at, in words. */
static char *
describe (const BaseJsonCursor *at)
{
  const BaseJsonNode *node = at->node;
  char digits[BASE_NUMBER_SIZE];

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
      return g_strdup (base_number_format (digits, node->number));
    case BASE_JSON_NULL:
    default:
      return g_strdup ("null");
    }
}

static void G_GNUC_PRINTF (2, 3) fail_expected (const BaseJsonCursor *at, const char *format, ...)
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

static gboolean
is (const BaseJsonCursor *at, BaseJsonKind kind)
{
  const BaseJsonNode *node = at->node;

  return node != NULL && node->kind == kind;
}

gboolean
base_json_present (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return at->node != NULL && !is (at, BASE_JSON_NULL);
}

gboolean
base_json_is_null (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return is (at, BASE_JSON_NULL);
}

gboolean
base_json_is_object (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return is (at, BASE_JSON_OBJECT);
}

gboolean
base_json_is_array (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return is (at, BASE_JSON_ARRAY);
}

gboolean
base_json_is_string (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return is (at, BASE_JSON_STRING);
}

gboolean
base_json_is_number (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return is (at, BASE_JSON_INTEGER) || is (at, BASE_JSON_NUMBER);
}

gboolean
base_json_is_boolean (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL, FALSE);

  return is (at, BASE_JSON_BOOLEAN);
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
    fail_expected (at, "%s", _ ("an object"));
  return NULL;
}

static const BaseJsonNode *
array_at (const BaseJsonCursor *at)
{
  if (base_json_is_array (at))
    return at->node;
  if (base_json_present (at))
    fail_expected (at, "%s", _ ("a list"));
  return NULL;
}

BaseJsonCursor
base_json_get (const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor cursor = { .parent = object, .member = member };
  const BaseJsonNode *members;

  g_return_val_if_fail (object != NULL && object->document != NULL, cursor);
  g_return_val_if_fail (member != NULL, cursor);

  cursor.document = object->document;
  members = object_at (object);
  if (members != NULL)
    cursor.node = (gpointer)base_json_node_member (members, member);
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
  const BaseJsonNode *items;

  g_return_val_if_fail (array != NULL && array->document != NULL, 0);

  items = array_at (array);
  return items != NULL ? items->length : 0;
}

BaseJsonCursor
base_json_item (const BaseJsonCursor *array, guint index)
{
  BaseJsonCursor cursor = { .parent = array, .index = index };
  const BaseJsonNode *items;

  g_return_val_if_fail (array != NULL && array->document != NULL, cursor);

  cursor.document = array->document;
  items = array_at (array);
  if (items != NULL && index < items->length)
    cursor.node = (gpointer)(items->items + index);
  return cursor;
}

static GPtrArray *
list_members (const BaseJsonNode *object)
{
  GPtrArray *names = g_ptr_array_sized_new (object->length + 1);

  for (guint i = 0; i < object->length; i++)
    g_ptr_array_add (names, (gpointer)object->items[i].member);
  g_ptr_array_add (names, NULL);
  return names;
}

const char *const *
base_json_members (const BaseJsonCursor *object)
{
  const BaseJsonNode *members;
  GPtrArray *names;
  BaseJson *json;

  g_return_val_if_fail (object != NULL && object->document != NULL, no_members);

  members = object_at (object);
  if (members == NULL)
    return no_members;
  json = object->document;
  if (json->members == NULL)
    json->members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  names = g_hash_table_lookup (json->members, members);
  if (names == NULL)
    {
      names = list_members (members);
      g_hash_table_insert (json->members, (gpointer)members, names);
    }
  return (const char *const *)names->pdata;
}

void
base_json_only (const BaseJsonCursor *object, const char *const *allowed)
{
  const BaseJsonNode *members;

  g_return_if_fail (object != NULL && object->document != NULL);
  g_return_if_fail (allowed != NULL);

  members = object_at (object);
  if (members == NULL)
    return;
  for (guint i = 0; i < members->length; i++)
    if (!g_strv_contains (allowed, members->items[i].member))
      {
        g_autofree char *expected = g_strjoinv (", ", (char **)allowed);
        BaseJsonCursor unknown = { .document = object->document,
                                   .parent = object,
                                   .member = members->items[i].member };

        base_json_fail (&unknown, _ ("is not a known member; known are: %s"), expected);
        return;
      }
}

/* }}} */
/* {{{ Values */

static const char *
string_at (const BaseJsonCursor *at)
{
  return ((const BaseJsonNode *)at->node)->string;
}

const char *
base_json_string (const BaseJsonCursor *at)
{
  const char *text;

  g_return_val_if_fail (at != NULL && at->document != NULL, "");

  text = base_json_is_string (at) ? string_at (at) : "";
  if (*text == '\0')
    fail_expected (at, "%s", _ ("a text"));
  return text;
}

const char *
base_json_get_string (const BaseJsonCursor *object, const char *member, const char *fallback)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_present (&at) ? base_json_string (&at) : fallback;
}

const char *
base_json_need_string (const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_string (&at);
}

static double
number_at (const BaseJsonCursor *at)
{
  const BaseJsonNode *node = at->node;

  return node->kind == BASE_JSON_INTEGER ? (double)node->integer : node->number;
}

static gboolean
whole_number (const BaseJsonCursor *at, gint64 *value)
{
  double number;

  if (!base_json_is_number (at))
    return FALSE;
  number = number_at (at);
  if (!(number >= (double)-BASE_JSON_INTEGER_LIMIT && number <= (double)BASE_JSON_INTEGER_LIMIT))
    return FALSE;
  *value = (gint64)number; /* exact within the limit */
  return !((double)*value < number) && !((double)*value > number);
}

gint64
base_json_integer (const BaseJsonCursor *at, gint64 low, gint64 high)
{
  gint64 value = 0;

  g_return_val_if_fail (at != NULL && at->document != NULL, low);
  g_return_val_if_fail (low <= high, low);

  if (whole_number (at, &value) && value >= low && value <= high)
    return value;
  fail_expected (at, _ ("a whole number from %" PRId64 " to %" PRId64), low, high);
  return low;
}

gint64
base_json_get_integer (
    const BaseJsonCursor *object, const char *member, gint64 low, gint64 high, gint64 fallback)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_present (&at) ? base_json_integer (&at, low, high) : fallback;
}

gint64
base_json_need_integer (const BaseJsonCursor *object, const char *member, gint64 low, gint64 high)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_integer (&at, low, high);
}

double
base_json_number (const BaseJsonCursor *at, double low, double high)
{
  g_return_val_if_fail (at != NULL && at->document != NULL, low);
  g_return_val_if_fail (low <= high, low);

  if (base_json_is_number (at))
    {
      double value = number_at (at);

      if (value >= low && value <= high)
        return value + 0.0; /* -0 becomes 0 */
    }
  {
    char low_digits[BASE_NUMBER_SIZE];
    char high_digits[BASE_NUMBER_SIZE];

    fail_expected (at, _ ("a number from %s to %s"), base_number_format (low_digits, low),
                   base_number_format (high_digits, high));
  }
  return low;
}

double
base_json_get_number (
    const BaseJsonCursor *object, const char *member, double low, double high, double fallback)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_present (&at) ? base_json_number (&at, low, high) : fallback;
}

double
base_json_need_number (const BaseJsonCursor *object, const char *member, double low, double high)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_number (&at, low, high);
}

gboolean
base_json_boolean (const BaseJsonCursor *at)
{
  g_return_val_if_fail (at != NULL && at->document != NULL, FALSE);

  if (base_json_is_boolean (at))
    return ((const BaseJsonNode *)at->node)->boolean;
  fail_expected (at, "%s", _ ("true or false"));
  return FALSE;
}

gboolean
base_json_get_boolean (const BaseJsonCursor *object, const char *member, gboolean fallback)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_present (&at) ? base_json_boolean (&at) : fallback;
}

static int
name_value (const BaseJsonCursor *at, const BaseJsonName *names)
{
  g_autoptr (GString) known = NULL;

  if (base_json_is_string (at))
    for (const BaseJsonName *name = names; name->name != NULL; name++)
      if (g_str_equal (string_at (at), name->name))
        return name->value;
  known = g_string_new (NULL);
  for (const BaseJsonName *name = names; name->name != NULL; name++)
    g_string_append_printf (known, "%s“%s”", name == names ? "" : ", ", name->name);
  fail_expected (at, _ ("one of %s"), known->str);
  return names->value;
}

int
base_json_need_name (const BaseJsonCursor *object, const char *member, const BaseJsonName *names)
{
  BaseJsonCursor at = base_json_get (object, member);

  g_return_val_if_fail (names != NULL && names->name != NULL, 0);

  return name_value (&at, names);
}

int
base_json_get_name (const BaseJsonCursor *object,
                    const char *member,
                    const BaseJsonName *names,
                    int fallback)
{
  BaseJsonCursor at = base_json_get (object, member);

  g_return_val_if_fail (names != NULL && names->name != NULL, fallback);

  return base_json_present (&at) ? name_value (&at, names) : fallback;
}

const char *
base_json_get_date (const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor at = base_json_get (object, member);

  if (!base_json_present (&at))
    return NULL;
  if (base_json_is_string (&at) && base_date_is_valid (string_at (&at)))
    return string_at (&at);
  fail_expected (&at, "%s", _ ("a day of the calendar as YYYY-MM-DD"));
  return NULL;
}

char **
base_json_get_strings (const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor at = base_json_get (object, member);
  guint length = base_json_length (&at);
  char **strings = g_new0 (char *, (gsize)length + 1);

  for (guint i = 0; i < length; i++)
    {
      BaseJsonCursor item = base_json_item (&at, i);

      strings[i] = g_strdup (base_json_string (&item));
    }
  return strings;
}

/* }}} */
