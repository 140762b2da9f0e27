/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-private.h"

#include "base/base-date.h"
#include "base/base-json-scan.h"
#include "base/base-number.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The typed readers of BaseJson: each gives the value, or an empty one and a problem. */

/* The string at @at; NULL when it is anything else. */
static const char *
string_at (const BaseJsonCursor *at)
{
  const BaseJsonNode *node = at->node;

  return base_json_is_kind (at, BASE_JSON_STRING) ? node->string : NULL;
}

const char *
base_json_string (const BaseJsonCursor *at)
{
  const char *text;

  g_return_val_if_fail (at != NULL && at->document != NULL, "");

  text = string_at (at);
  if (text == NULL || *text == '\0')
    base_json_fail_expected (at, "%s", _ ("a text"));
  return text != NULL ? text : "";
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

static gboolean
whole_number (const BaseJsonCursor *at, gint64 *value)
{
  const BaseJsonNode *node = at->node;

  if (base_json_is_kind (at, BASE_JSON_INTEGER))
    {
      *value = node->integer;
      return TRUE;
    }
  if (!base_json_is_kind (at, BASE_JSON_NUMBER)
      || !(ABS (node->number) <= (double)BASE_JSON_INTEGER_LIMIT))
    return FALSE;
  *value = (gint64)node->number;
  return !((double)*value < node->number) && !((double)*value > node->number);
}

gint64
base_json_integer (const BaseJsonCursor *at, gint64 low, gint64 high)
{
  gint64 value = 0;

  g_return_val_if_fail (at != NULL && at->document != NULL, low);
  g_return_val_if_fail (low <= high, low);

  if (whole_number (at, &value) && value >= low && value <= high)
    return value;
  base_json_fail_expected (at, _ ("a whole number from %" PRId64 " to %" PRId64), low, high);
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
      const BaseJsonNode *node = at->node;
      double value = node->kind == BASE_JSON_INTEGER ? (double)node->integer : node->number;

      if (value >= low && value <= high)
        return value + 0.0; /* -0 becomes 0 */
    }
  {
    char low_digits[BASE_NUMBER_SIZE];
    char high_digits[BASE_NUMBER_SIZE];

    base_json_fail_expected (at, _ ("a number from %s to %s"), base_number_format (low_digits, low),
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
  const BaseJsonNode *node;

  g_return_val_if_fail (at != NULL && at->document != NULL, FALSE);

  node = at->node;
  if (base_json_is_kind (at, BASE_JSON_BOOLEAN))
    return node->boolean;
  base_json_fail_expected (at, "%s", _ ("true or false"));
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
  const char *text = string_at (at);
  g_autoptr (GString) known = NULL;

  for (const BaseJsonName *name = names; text != NULL && name->name != NULL; name++)
    if (g_str_equal (text, name->name))
      return name->value;
  known = g_string_new (NULL);
  for (const BaseJsonName *name = names; name->name != NULL; name++)
    g_string_append_printf (known, "%s“%s”", name == names ? "" : ", ", name->name);
  base_json_fail_expected (at, _ ("one of %s"), known->str);
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
  if (base_date_is_valid (string_at (&at)))
    return string_at (&at);
  base_json_fail_expected (&at, "%s", _ ("a day of the calendar as YYYY-MM-DD"));
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
