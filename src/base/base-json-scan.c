/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The strict scanner. The usual parsers crash on deep nesting, wrap large integers, or accept
 * comments, duplicate members and numbers beyond any range. Here none of that gets through, and
 * every refusal has a line and a column. */

/* Longest piece of foreign text that is quoted in a message. */
#define QUOTED_CHARS 40
/* Objects with more members than this have an index. */
#define FEW_MEMBERS 16

typedef struct
{
  const char *start;
  const char *at; /* the next byte to read */
  const char *end;
  const char *source_name;
  GString *text; /* a text with escapes while it is decoded */
  BaseJsonTree *tree;
  GArray *open; /* BaseJsonNode: the values read of the arrays and objects that are not ended */
  GError *error;
} Scan;

static gboolean scan_value (Scan *scan, guint depth, BaseJsonNode *node);

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
read_integer (Scan *scan, const char *number, BaseJsonNode *node)
{
  const gboolean negative = *number == '-';
  gint64 value = 0;

  for (const char *p = number + (negative ? 1 : 0); p < scan->at; p++)
    {
      value = 10 * value + (*p - '0');
      if (value > BASE_JSON_INTEGER_LIMIT)
        return fail_code (scan, number, BASE_ERROR_VALUE,
                          _ ("the number is beyond ±9007199254740992"));
    }
  node->kind = BASE_JSON_INTEGER;
  node->integer = negative ? -value : value;
  return TRUE;
}

static gboolean
read_number (Scan *scan, const char *number, BaseJsonNode *node)
{
  /* Long enough for every number that makes sense; g_ascii_strtod() needs the end. */
  g_autofree char *text = g_strndup (number, (gsize)(scan->at - number));

  node->kind = BASE_JSON_NUMBER;
  node->number = g_ascii_strtod (text, NULL);
  return isfinite (node->number)
         || fail_code (scan, number, BASE_ERROR_VALUE, _ ("the number is too large"));
}

static gboolean
scan_number (Scan *scan, BaseJsonNode *node)
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
  return whole ? read_integer (scan, number, node) : read_number (scan, number, node);
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
  g_string_append_unichar (scan->text, unit);
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
  g_string_append_c (scan->text, meanings[letter - letters]);
  scan->at++;
  return TRUE;
}

/* The text from @run on up to its closing quote, after what is decoded already. */
static gboolean
scan_escaped (Scan *scan, const char *quote, const char *run, const char **string)
{
  g_string_truncate (scan->text, 0);
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar)*scan->at < 0x20)
        return fail_expected (scan, scan->at, _ ("an escape such as \\n or \\t"));
      if (*scan->at != '\\')
        {
          scan->at++;
          continue;
        }
      g_string_append_len (scan->text, run, scan->at - run);
      if (!scan_escape (scan))
        return FALSE;
      run = scan->at;
    }
  if (scan->at >= scan->end)
    return fail (scan, quote, _ ("the text that begins here never ends"));
  g_string_append_len (scan->text, run, scan->at - run);
  *string = base_json_tree_add_text (scan->tree, scan->text->str, scan->text->len);
  scan->at++;
  return TRUE;
}

static gboolean
scan_string (Scan *scan, const char **string)
{
  const char *quote = scan->at++, *run = scan->at;

  while (scan->at < scan->end && *scan->at != '"' && *scan->at != '\\' && (guchar)*scan->at >= 0x20)
    scan->at++;
  if (!next_is (scan, '"'))
    return scan_escaped (scan, quote, run, string);
  *string = base_json_tree_add_text (scan->tree, run, (gsize)(scan->at - run));
  scan->at++;
  return TRUE;
}

/* Of the object whose members begin at @first in @scan->open. */
static gboolean
has_member (const Scan *scan, guint first, GHashTable *index, const char *name)
{
  if (index != NULL)
    return g_hash_table_contains (index, name);
  for (guint i = first; i < scan->open->len; i++)
    if (strcmp (g_array_index (scan->open, BaseJsonNode, i).member, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
scan_member_name (Scan *scan, guint first, GHashTable *index, const char **name)
{
  const char *quote = scan->at;

  if (!next_is (scan, '"'))
    return fail_expected (scan, scan->at, _ ("a member name in double quotes"));
  if (!scan_string (scan, name))
    return FALSE;
  if (has_member (scan, first, index, *name))
    {
      g_autofree char *shown
          = g_utf8_substring (*name, 0, MIN (g_utf8_strlen (*name, -1), QUOTED_CHARS));
      g_autofree char *message = g_strdup_printf (_ ("the member “%s” is there twice"), shown);

      return fail (scan, quote, message);
    }
  skip_space (scan);
  if (!next_is (scan, ':'))
    return fail_expected (scan, scan->at, "“:”");
  scan->at++;
  return TRUE;
}

/* Keeps what was read since @first as the items of @node. */
static void
end_items (Scan *scan, guint first, BaseJsonNode *node)
{
  node->length = scan->open->len - first;
  node->items = base_json_tree_add_nodes (
      scan->tree, &g_array_index (scan->open, BaseJsonNode, first), node->length);
  g_array_set_size (scan->open, first);
  scan->at++;
}

static void
add_to_index (Scan *scan, guint first, BaseJsonNode *node)
{
  const guint n = scan->open->len - first;

  if (n <= FEW_MEMBERS)
    return;
  for (guint i = node->index != NULL ? n - 1 : 0; i < n; i++)
    {
      if (node->index == NULL)
        node->index = base_json_tree_add_index (scan->tree);
      g_hash_table_insert (node->index,
                           (char *)g_array_index (scan->open, BaseJsonNode, first + i).member,
                           GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
scan_object (Scan *scan, guint depth, BaseJsonNode *node)
{
  const guint first = scan->open->len;

  node->kind = BASE_JSON_OBJECT;
  scan->at++;
  skip_space (scan);
  while (!(next_is (scan, '}') && scan->open->len == first))
    {
      BaseJsonNode value = { 0 };
      const char *name = NULL;

      if (!scan_member_name (scan, first, node->index, &name) || !scan_value (scan, depth, &value))
        return FALSE;
      value.member = name;
      g_array_append_val (scan->open, value);
      add_to_index (scan, first, node);
      if (next_is (scan, '}'))
        break;
      if (!next_is (scan, ','))
        return fail_expected (scan, scan->at, _ ("“,” or “}”"));
      scan->at++;
      skip_space (scan);
    }
  end_items (scan, first, node);
  return TRUE;
}

static gboolean
scan_array (Scan *scan, guint depth, BaseJsonNode *node)
{
  const guint first = scan->open->len;

  node->kind = BASE_JSON_ARRAY;
  scan->at++;
  skip_space (scan);
  while (!(next_is (scan, ']') && scan->open->len == first))
    {
      BaseJsonNode value = { 0 };

      if (!scan_value (scan, depth, &value))
        return FALSE;
      g_array_append_val (scan->open, value);
      if (next_is (scan, ']'))
        break;
      if (!next_is (scan, ','))
        return fail_expected (scan, scan->at, _ ("“,” or “]”"));
      scan->at++;
    }
  end_items (scan, first, node);
  return TRUE;
}

static gboolean
scan_nested (Scan *scan, guint depth, BaseJsonNode *node)
{
  if (depth >= BASE_JSON_DEPTH)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("nested deeper than %d levels"), BASE_JSON_DEPTH);

      return fail (scan, scan->at, message);
    }
  return *scan->at == '{' ? scan_object (scan, depth + 1, node)
                          : scan_array (scan, depth + 1, node);
}

static gboolean
scan_boolean (Scan *scan, gboolean truth, BaseJsonNode *node)
{
  node->kind = BASE_JSON_BOOLEAN;
  node->boolean = truth;
  return scan_word (scan, truth ? "true" : "false");
}

/* One value with the space around it, into an empty @node. */
static gboolean
scan_value (Scan *scan, guint depth, BaseJsonNode *node)
{
  gboolean ok;

  skip_space (scan);
  if (next_is (scan, '{') || next_is (scan, '['))
    ok = scan_nested (scan, depth, node);
  else if (next_is (scan, '"'))
    {
      node->kind = BASE_JSON_STRING;
      ok = scan_string (scan, &node->string);
    }
  else if (next_is (scan, '-') || (scan->at < scan->end && g_ascii_isdigit (*scan->at)))
    ok = scan_number (scan, node);
  else if (next_is (scan, 't') || next_is (scan, 'f'))
    ok = scan_boolean (scan, next_is (scan, 't'), node);
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
  if (!scan_value (scan, 0, base_json_tree_root (scan->tree)))
    return FALSE;
  return scan->at == scan->end || fail_expected (scan, scan->at, _ ("the end of the file"));
}

BaseJsonTree *
base_json_scan (const char *text, gsize length, const char *source_name, GError **error)
{
  g_autoptr (BaseJsonTree) tree = base_json_tree_new ();
  Scan scan = {
    .start = text, .at = text, .end = text + length, .source_name = source_name, .tree = tree
  };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (source_name != NULL, NULL);

  scan.text = g_string_new (NULL);
  scan.open = g_array_sized_new (FALSE, FALSE, sizeof (BaseJsonNode), 64);
  scan_document (&scan);
  g_string_free (scan.text, TRUE);
  g_array_unref (scan.open);
  if (scan.error == NULL)
    return g_steal_pointer (&tree);
  g_propagate_error (error, scan.error);
  return NULL;
}
