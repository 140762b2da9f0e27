/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

#include <string.h>

/* Functions on strings; positions count characters from 1. */

#define LONGEST (1024 * 1024)

static FeelValue
none (const char *reason)
{
  return feel_value_null_because (reason);
}

static gboolean
strings (const FeelValue *a, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].kind != FEEL_STRING)
      return FALSE;
  return TRUE;
}

#define NO_STRING "the argument is no string"

static FeelValue
call_substring (const FeelValue *a, guint n, FeelArena *arena)
{
  gint64 start, length = G_MAXINT32, size;
  const char *from, *to;

  if (a[0].kind != FEEL_STRING)
    return none (NO_STRING);
  if (a[1].kind != FEEL_NUMBER || !feel_number_to_int64 (a[1].number, &start) || start == 0)
    return none ("the position is no whole number other than 0");
  if (n > 2 && a[2].kind != FEEL_NULL
      && (a[2].kind != FEEL_NUMBER || !feel_number_to_int64 (a[2].number, &length) || length < 1))
    return none ("the length is no whole number above 0");
  size = g_utf8_strlen (a[0].string.text, -1);
  if (ABS (start) > size)
    return feel_value_string ("");
  start = start > 0 ? start - 1 : size + start;
  length = MIN (length, size - start);
  from = g_utf8_offset_to_pointer (a[0].string.text, start);
  to = g_utf8_offset_to_pointer (from, length);
  return feel_value_string_copy (arena, from, to - from);
}

static FeelValue
call_string_length (const FeelValue *a, guint n, FeelArena *arena)
{
  if (a[0].kind != FEEL_STRING)
    return none (NO_STRING);
  return feel_value_number_from_int64 (g_utf8_strlen (a[0].string.text, -1));
}

static FeelValue
call_upper_case (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autofree char *text = NULL;

  if (a[0].kind != FEEL_STRING)
    return none (NO_STRING);
  text = g_utf8_strup (a[0].string.text, -1);
  return feel_value_string_copy (arena, text, -1);
}

static FeelValue
call_lower_case (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autofree char *text = NULL;

  if (a[0].kind != FEEL_STRING)
    return none (NO_STRING);
  text = g_utf8_strdown (a[0].string.text, -1);
  return feel_value_string_copy (arena, text, -1);
}

static FeelValue
call_substring_before (const FeelValue *a, guint n, FeelArena *arena)
{
  const char *match;

  if (!strings (a, 2))
    return none (NO_STRING);
  match = strstr (a[0].string.text, a[1].string.text);
  if (match == NULL)
    return feel_value_string ("");
  return feel_value_string_copy (arena, a[0].string.text, match - a[0].string.text);
}

static FeelValue
call_substring_after (const FeelValue *a, guint n, FeelArena *arena)
{
  const char *match;

  if (!strings (a, 2))
    return none (NO_STRING);
  match = strstr (a[0].string.text, a[1].string.text);
  return feel_value_string (match != NULL ? match + a[1].extra : "");
}

static FeelValue
call_contains (const FeelValue *a, guint n, FeelArena *arena)
{
  if (!strings (a, 2))
    return none (NO_STRING);
  return feel_value_boolean (strstr (a[0].string.text, a[1].string.text) != NULL);
}

static FeelValue
call_starts_with (const FeelValue *a, guint n, FeelArena *arena)
{
  if (!strings (a, 2))
    return none (NO_STRING);
  return feel_value_boolean (g_str_has_prefix (a[0].string.text, a[1].string.text));
}

static FeelValue
call_ends_with (const FeelValue *a, guint n, FeelArena *arena)
{
  if (!strings (a, 2))
    return none (NO_STRING);
  return feel_value_boolean (g_str_has_suffix (a[0].string.text, a[1].string.text));
}

static FeelValue
call_string (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autofree char *text = NULL;

  if (a[0].kind == FEEL_NULL)
    return none ("string() of null");
  text = feel_value_to_string (a[0]);
  return feel_value_string_copy (arena, text, -1);
}

/* Nulls in the list are left out, as the standard says. */
static FeelValue
call_string_join (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *between = n > 1 ? feel_value_get_string (a[1]) : NULL;
  gboolean first = TRUE;

  if (n > 1 && a[1].kind != FEEL_STRING && a[1].kind != FEEL_NULL)
    return none ("the text between is no string");
  for (guint i = 0; i < feel_value_n_items (a[0]); i++)
    {
      FeelValue item = feel_value_item (a[0], i);

      if (item.kind == FEEL_NULL && a[0].kind == FEEL_LIST)
        continue;
      if (item.kind != FEEL_STRING || text->len > LONGEST)
        return none ("string join() takes a list of strings");
      g_string_append_printf (text, "%s%s", first || between == NULL ? "" : between,
                              item.string.text);
      first = FALSE;
    }
  return feel_value_string_copy (arena, text->str, (gssize)text->len);
}

const FeelBuiltin feel_string_builtins[] = {
  { "substring", "string,start position,length", 2, 3, call_substring },
  { "string length", "string", 1, 1, call_string_length },
  { "upper case", "string", 1, 1, call_upper_case },
  { "lower case", "string", 1, 1, call_lower_case },
  { "substring before", "string,match", 2, 2, call_substring_before },
  { "substring after", "string,match", 2, 2, call_substring_after },
  { "contains", "string,match", 2, 2, call_contains },
  { "starts with", "string,match", 2, 2, call_starts_with },
  { "ends with", "string,match", 2, 2, call_ends_with },
  { "string", "from", 1, 1, call_string },
  { "string join", "list,delimiter", 1, 2, call_string_join },
  { NULL },
};
