/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The strict scanner that stands before json-glib, which crashes on deep nesting, wraps large
 * integers, and accepts comments, duplicate members and numbers beyond any range. Here none of that
 * gets through, and every refusal has a line and a column. */

/* Longest piece of foreign text that is quoted in a message. */
#define QUOTED_CHARS 40

typedef struct
{
  const char *start;
  const char *at; /* the next byte to read */
  const char *end;
  const char *source_name;
  GString *key; /* the member name just read, decoded */
  GError *error;
} Scan;

static gboolean scan_value (Scan *scan, guint depth);

static void
find_place (const Scan *scan, const char *at, guint *line, guint *column)
{
  const char *line_start = scan->start;

  *line = 1;
  for (const char *p = scan->start; p < at; p++)
    if (*p == '\n' || (*p == '\r' && p + 1 < scan->end && p[1] != '\n'))
      {
        (*line)++;
        line_start = p + 1;
      }
  *column = 1;
  for (const char *p = line_start; p < at; p++)
    if (((guchar)*p & 0xC0) != 0x80)
      (*column)++;
}

static gboolean
fail_code (Scan *scan, const char *at, BaseError code, const char *message)
{
  guint line, column;

  g_assert (scan->error == NULL);
  find_place (scan, at, &line, &column);
  scan->error
      = g_error_new (BASE_ERROR, code, "%s:%u:%u: %s", scan->source_name, line, column, message);
  return FALSE;
}

static gboolean
fail (Scan *scan, const char *at, const char *message)
{
  return fail_code (scan, at, BASE_ERROR_SYNTAX, message);
}

/* "found X, expected @expected", where X is what stands at @at. */
static gboolean
fail_expected (Scan *scan, const char *at, const char *expected)
{
  g_autofree char *found = NULL;
  g_autofree char *message = NULL;

  if (at >= scan->end)
    found = g_strdup (_ ("the end of the file"));
  else if (g_ascii_iscntrl (*at))
    found = g_strdup_printf (_ ("the control character U+%04X"), (guint)(guchar)*at);
  else
    found = g_strdup_printf ("“%.*s”", (int)(g_utf8_next_char (at) - at), at);
  message = g_strdup_printf (_ ("found %s, expected %s"), found, expected);
  return fail (scan, at, message);
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end
         && (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n' || *scan->at == '\r'))
    scan->at++;
}

static gboolean
next_is (const Scan *scan, char c)
{
  return scan->at < scan->end && *scan->at == c;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return fail_expected (
        scan, scan->at,
        _ ("a value (text in double quotes, number, object, list, true, false or null)"));
  scan->at += length;
  return TRUE;
}

static gboolean
skip_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return scan->at > first || fail_expected (scan, scan->at, _ ("a digit"));
}

static gboolean
check_range (Scan *scan, const char *number, gboolean whole)
{
  /* Long enough for every number that makes sense; g_ascii_strtod() needs the end. */
  g_autofree char *text = g_strndup (number, (gsize)(scan->at - number));

  if (whole)
    {
      gint64 value;

      if (!g_ascii_string_to_signed (text, 10, -BASE_JSON_INTEGER_LIMIT, BASE_JSON_INTEGER_LIMIT,
                                     &value, NULL))
        return fail_code (scan, number, BASE_ERROR_VALUE,
                          _ ("the number is beyond ±9007199254740992"));
    }
  else if (!isfinite (g_ascii_strtod (text, NULL)))
    return fail_code (scan, number, BASE_ERROR_VALUE, _ ("the number is too large"));
  return TRUE;
}

static gboolean
scan_number (Scan *scan)
{
  const char *number = scan->at;
  gboolean whole = TRUE;

  if (next_is (scan, '-'))
    scan->at++;
  if (next_is (scan, '0') && scan->at + 1 < scan->end && g_ascii_isdigit (scan->at[1]))
    return fail (scan, number, _ ("a number must not begin with 0"));
  if (!skip_digits (scan))
    return FALSE;
  if (next_is (scan, '.'))
    {
      whole = FALSE;
      scan->at++;
      if (!skip_digits (scan))
        return FALSE;
    }
  if (next_is (scan, 'e') || next_is (scan, 'E'))
    {
      whole = FALSE;
      scan->at++;
      if (next_is (scan, '+') || next_is (scan, '-'))
        scan->at++;
      if (!skip_digits (scan))
        return FALSE;
    }
  return check_range (scan, number, whole);
}

static gboolean
scan_hex4 (Scan *scan, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, scan->at++)
    {
      if (scan->at >= scan->end || !g_ascii_isxdigit (*scan->at))
        return fail_expected (scan, scan->at, _ ("four hexadecimal digits after \\u"));
      *unit = *unit * 16 + (guint)g_ascii_xdigit_value (*scan->at);
    }
  return TRUE;
}

/* After "\u": one code point, which may take two escapes (a surrogate pair). */
static gboolean
scan_code_point (Scan *scan, const char *escape)
{
  gunichar unit, low;

  if (!scan_hex4 (scan, &unit))
    return FALSE;
  if (unit == 0)
    return fail (scan, escape, _ ("a text must not contain the character NUL (\\u0000)"));
  if (unit >= 0xDC00 && unit <= 0xDFFF)
    return fail (scan, escape, _ ("half of a surrogate pair stands alone"));
  if (unit >= 0xD800 && unit <= 0xDBFF)
    {
      if (scan->end - scan->at < 2 || scan->at[0] != '\\' || scan->at[1] != 'u')
        return fail (scan, escape, _ ("half of a surrogate pair stands alone"));
      scan->at += 2;
      if (!scan_hex4 (scan, &low))
        return FALSE;
      if (low < 0xDC00 || low > 0xDFFF)
        return fail (scan, escape, _ ("half of a surrogate pair stands alone"));
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  g_string_append_unichar (scan->key, unit);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape = scan->at++;
  const char *letter;

  if (next_is (scan, 'u'))
    {
      scan->at++;
      return scan_code_point (scan, escape);
    }
  letter = scan->at < scan->end && *scan->at != '\0' ? strchr (letters, *scan->at) : NULL;
  if (letter == NULL)
    return fail_expected (scan, scan->at, _ ("one of \" \\ / b f n r t u after \\"));
  g_string_append_c (scan->key, meanings[letter - letters]);
  scan->at++;
  return TRUE;
}

/* Leaves the decoded text in @scan->key. */
static gboolean
scan_string (Scan *scan)
{
  const char *quote = scan->at++;
  const char *run = scan->at;

  g_string_truncate (scan->key, 0);
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar)*scan->at < 0x20)
        return fail_expected (scan, scan->at, _ ("an escape such as \\n or \\t"));
      if (*scan->at != '\\')
        {
          scan->at++;
          continue;
        }
      g_string_append_len (scan->key, run, scan->at - run);
      if (!scan_escape (scan))
        return FALSE;
      run = scan->at;
    }
  if (scan->at >= scan->end)
    return fail (scan, quote, _ ("the text that begins here never ends"));
  g_string_append_len (scan->key, run, scan->at - run);
  scan->at++;
  return TRUE;
}

static gboolean
scan_member_name (Scan *scan, GHashTable *names)
{
  const char *quote = scan->at;

  if (!next_is (scan, '"'))
    return fail_expected (scan, scan->at, _ ("a member name in double quotes"));
  if (!scan_string (scan))
    return FALSE;
  if (!g_hash_table_add (names, g_strdup (scan->key->str)))
    {
      g_autofree char *shown = g_utf8_substring (
          scan->key->str, 0, MIN (g_utf8_strlen (scan->key->str, -1), QUOTED_CHARS));
      g_autofree char *message = g_strdup_printf (_ ("the member “%s” is there twice"), shown);

      return fail (scan, quote, message);
    }
  skip_space (scan);
  if (!next_is (scan, ':'))
    return fail_expected (scan, scan->at, "“:”");
  scan->at++;
  return TRUE;
}

static gboolean
scan_object (Scan *scan, guint depth)
{
  g_autoptr (GHashTable) names = NULL;

  scan->at++;
  skip_space (scan);
  if (next_is (scan, '}'))
    {
      scan->at++;
      return TRUE;
    }
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (TRUE)
    {
      if (!scan_member_name (scan, names) || !scan_value (scan, depth))
        return FALSE;
      if (next_is (scan, '}'))
        break;
      if (!next_is (scan, ','))
        return fail_expected (scan, scan->at, _ ("“,” or “}”"));
      scan->at++;
      skip_space (scan);
    }
  scan->at++;
  return TRUE;
}

static gboolean
scan_array (Scan *scan, guint depth)
{
  scan->at++;
  skip_space (scan);
  if (next_is (scan, ']'))
    {
      scan->at++;
      return TRUE;
    }
  while (TRUE)
    {
      if (!scan_value (scan, depth))
        return FALSE;
      if (next_is (scan, ']'))
        break;
      if (!next_is (scan, ','))
        return fail_expected (scan, scan->at, _ ("“,” or “]”"));
      scan->at++;
    }
  scan->at++;
  return TRUE;
}

static gboolean
scan_nested (Scan *scan, guint depth)
{
  if (depth >= BASE_JSON_DEPTH)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("nested deeper than %d levels"), BASE_JSON_DEPTH);

      return fail (scan, scan->at, message);
    }
  return *scan->at == '{' ? scan_object (scan, depth + 1) : scan_array (scan, depth + 1);
}

/* One value with the space around it. */
static gboolean
scan_value (Scan *scan, guint depth)
{
  gboolean ok;

  skip_space (scan);
  if (next_is (scan, '{') || next_is (scan, '['))
    ok = scan_nested (scan, depth);
  else if (next_is (scan, '"'))
    ok = scan_string (scan);
  else if (next_is (scan, '-') || (scan->at < scan->end && g_ascii_isdigit (*scan->at)))
    ok = scan_number (scan);
  else if (next_is (scan, 't'))
    ok = scan_word (scan, "true");
  else if (next_is (scan, 'f'))
    ok = scan_word (scan, "false");
  else
    ok = scan_word (scan, "null");
  if (ok)
    skip_space (scan);
  return ok;
}

static gboolean
check_encoding (Scan *scan)
{
  const char *bad;

  if (scan->end - scan->start >= 3 && memcmp (scan->start, "\xEF\xBB\xBF", 3) == 0)
    return fail (scan, scan->start,
                 _ ("begins with a byte order mark; save it as UTF-8 without one"));
  if (g_utf8_validate_len (scan->start, (gsize)(scan->end - scan->start), &bad))
    return TRUE;
  if (*bad == '\0')
    return fail (scan, bad, _ ("contains a NUL byte"));
  return fail (scan, bad, _ ("is not UTF-8"));
}

static gboolean
scan_document (Scan *scan)
{
  if (!check_encoding (scan))
    return FALSE;
  skip_space (scan);
  if (scan->at == scan->end)
    return fail (scan, scan->at, _ ("is empty, expected JSON"));
  if (!scan_value (scan, 0))
    return FALSE;
  return scan->at == scan->end || fail_expected (scan, scan->at, _ ("the end of the file"));
}

gboolean
base_json_scan (const char *text, gsize length, const char *source_name, GError **error)
{
  Scan scan = { .start = text, .at = text, .end = text + length, .source_name = source_name };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (source_name != NULL, FALSE);

  scan.key = g_string_new (NULL);
  scan_document (&scan);
  g_string_free (scan.key, TRUE);
  if (scan.error != NULL)
    {
      g_propagate_error (error, scan.error);
      return FALSE;
    }
  return TRUE;
}
