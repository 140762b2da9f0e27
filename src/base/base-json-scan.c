/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The strict scanner. Parsers for general use crash on deep nesting, wrap large integers, and
 * accept comments, duplicate members and numbers beyond any range; here none of that gets through,
 * and every refusal has a line and a column. */

/* Longest piece of foreign text that is quoted in a message. */
#define QUOTED_CHARS 40

/* An item of a list or object that is not finished yet. */
typedef struct
{
  const char *name;  /* NULL in a list */
  const char *place; /* of the name, in the text */
  BaseJsonNode node;
} Pending;

typedef struct
{
  const char *start;
  const char *at; /* the next byte to read */
  const char *end;
  const char *source_name;
  BaseJsonTree *tree;
  GString *decoded; /* of the text just read, when it has escapes */
  GArray *pending;  /* of Pending: the open containers' items, inner ones last */
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
scan_word (Scan *scan, const char *word, BaseJsonKind kind, gboolean value, BaseJsonNode *node)
{
  gsize length = strlen (word);

  if ((gsize)(scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return fail_expected (
        scan, scan->at,
        _ ("a value (text in double quotes, number, object, list, true, false or null)"));
  scan->at += length;
  node->kind = kind;
  node->boolean = value;
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
  gboolean negative = *number == '-';
  gint64 value = 0;

  for (const char *p = number + (negative ? 1 : 0); p < scan->at; p++)
    {
      value = value * 10 + (*p - '0');
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
  char buffer[32];
  gsize length = (gsize)(scan->at - number);
  g_autofree char *long_text = length < sizeof buffer ? NULL : g_strndup (number, length);

  /* A copy, since the text need not go on behind its end. */
  if (long_text == NULL)
    {
      memcpy (buffer, number, length);
      buffer[length] = '\0';
    }
  node->kind = BASE_JSON_NUMBER;
  node->number = g_ascii_strtod (long_text != NULL ? long_text : buffer, NULL);
  if (!isfinite (node->number))
    return fail_code (scan, number, BASE_ERROR_VALUE, _ ("the number is too large"));
  return TRUE;
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
  g_string_append_unichar (scan->decoded, unit);
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
  g_string_append_c (scan->decoded, meanings[letter - letters]);
  scan->at++;
  return TRUE;
}

/* A text without escapes, as nearly all are, is copied once. */
static gboolean
scan_string (Scan *scan, const char **text)
{
  const char *quote = scan->at++;
  const char *run = scan->at;
  gboolean has_escapes = FALSE;

  g_string_truncate (scan->decoded, 0);
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar)*scan->at < 0x20)
        return fail_expected (scan, scan->at, _ ("an escape such as \\n or \\t"));
      if (*scan->at != '\\')
        {
          scan->at++;
          continue;
        }
      has_escapes = TRUE;
      g_string_append_len (scan->decoded, run, scan->at - run);
      if (!scan_escape (scan))
        return FALSE;
      run = scan->at;
    }
  if (scan->at >= scan->end)
    return fail (scan, quote, _ ("the text that begins here never ends"));
  if (has_escapes)
    {
      g_string_append_len (scan->decoded, run, scan->at - run);
      *text = base_json_tree_copy_text (scan->tree, scan->decoded->str, scan->decoded->len);
    }
  else
    *text = base_json_tree_copy_text (scan->tree, run, (gsize)(scan->at - run));
  scan->at++;
  return TRUE;
}

static gboolean
scan_member_name (Scan *scan, const char **name)
{
  if (!next_is (scan, '"'))
    return fail_expected (scan, scan->at, _ ("a member name in double quotes"));
  if (!scan_string (scan, name))
    return FALSE;
  skip_space (scan);
  if (!next_is (scan, ':'))
    return fail_expected (scan, scan->at, "“:”");
  scan->at++;
  return TRUE;
}

/* Moves the pending items from @first on into @node. */
static void
take_items (Scan *scan, guint first, BaseJsonNode *node)
{
  BaseJsonNode *items;

  node->n = scan->pending->len - first;
  items = base_json_tree_allocate (scan->tree, node->n * sizeof (BaseJsonNode));
  for (guint i = 0; i < node->n; i++)
    items[i] = g_array_index (scan->pending, Pending, first + i).node;
  node->items = items;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer names)
{
  const char *const *all = names;

  return strcmp (all[*(const guint *)a], all[*(const guint *)b]);
}

static gboolean
fail_duplicate (Scan *scan, const Pending *second)
{
  g_autofree char *shown
      = g_utf8_substring (second->name, 0, MIN (g_utf8_strlen (second->name, -1), QUOTED_CHARS));
  g_autofree char *message = g_strdup_printf (_ ("the member “%s” is there twice"), shown);

  return fail (scan, second->place, message);
}

/* Names in the order of the file and sorted; the sorting shows which is there twice. */
static gboolean
take_names (Scan *scan, guint first, BaseJsonNode *node)
{
  const Pending *pending = &g_array_index (scan->pending, Pending, first);
  const char **names = base_json_tree_allocate (scan->tree, (node->n + (gsize)1) * sizeof (char *));
  guint *order = base_json_tree_allocate (scan->tree, node->n * sizeof (guint));
  guint twice = G_MAXUINT;

  for (guint i = 0; i < node->n; i++)
    {
      names[i] = pending[i].name;
      order[i] = i;
    }
  names[node->n] = NULL;
  if (node->n > 1)
    g_qsort_with_data (order, (int)node->n, sizeof (guint), compare_names, names);
  for (guint i = 1; i < node->n; i++)
    if (strcmp (names[order[i - 1]], names[order[i]]) == 0)
      twice = MIN (twice, MAX (order[i - 1], order[i]));
  node->names = names;
  node->order = order;
  return twice == G_MAXUINT || fail_duplicate (scan, &pending[twice]);
}

/* From "{" or "[" to its partner: items apart by commas, each after its name in an object. */
static gboolean
scan_items (Scan *scan, guint depth, gboolean is_object)
{
  char close = is_object ? '}' : ']';
  guint first = scan->pending->len;

  scan->at++;
  skip_space (scan);
  while (!next_is (scan, close) || scan->pending->len > first)
    {
      Pending item = { .place = scan->at };

      if (is_object && !scan_member_name (scan, &item.name))
        return FALSE;
      if (!scan_value (scan, depth, &item.node))
        return FALSE;
      g_array_append_val (scan->pending, item);
      if (next_is (scan, close))
        break;
      if (!next_is (scan, ','))
        return fail_expected (scan, scan->at, is_object ? _ ("“,” or “}”") : _ ("“,” or “]”"));
      scan->at++;
      skip_space (scan);
    }
  scan->at++;
  return TRUE;
}

static gboolean
scan_nested (Scan *scan, guint depth, BaseJsonNode *node)
{
  gboolean is_object = *scan->at == '{';
  guint first = scan->pending->len;

  if (depth >= BASE_JSON_DEPTH)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("nested deeper than %d levels"), BASE_JSON_DEPTH);

      return fail (scan, scan->at, message);
    }
  if (!scan_items (scan, depth + 1, is_object))
    return FALSE;
  node->kind = is_object ? BASE_JSON_OBJECT : BASE_JSON_ARRAY;
  take_items (scan, first, node);
  if (is_object && !take_names (scan, first, node))
    return FALSE;
  g_array_set_size (scan->pending, first);
  return TRUE;
}

static gboolean
scan_plain (Scan *scan, BaseJsonNode *node)
{
  if (next_is (scan, '"'))
    {
      node->kind = BASE_JSON_STRING;
      return scan_string (scan, &node->string);
    }
  if (next_is (scan, '-') || (scan->at < scan->end && g_ascii_isdigit (*scan->at)))
    return scan_number (scan, node);
  if (next_is (scan, 't'))
    return scan_word (scan, "true", BASE_JSON_BOOLEAN, TRUE, node);
  if (next_is (scan, 'f'))
    return scan_word (scan, "false", BASE_JSON_BOOLEAN, FALSE, node);
  return scan_word (scan, "null", BASE_JSON_NULL, FALSE, node);
}

/* One value with the space around it. */
static gboolean
scan_value (Scan *scan, guint depth, BaseJsonNode *node)
{
  gboolean ok;

  skip_space (scan);
  ok = next_is (scan, '{') || next_is (scan, '[') ? scan_nested (scan, depth, node)
                                                  : scan_plain (scan, node);
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
  Scan scan = { .start = text, .at = text, .end = text + length, .source_name = source_name };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (source_name != NULL, NULL);

  scan.tree = base_json_tree_new ();
  scan.decoded = g_string_new (NULL);
  scan.pending = g_array_sized_new (FALSE, FALSE, sizeof (Pending), 64);
  scan_document (&scan);
  g_string_free (scan.decoded, TRUE);
  g_array_unref (scan.pending);
  if (scan.error != NULL)
    {
      g_clear_pointer (&scan.tree, base_json_tree_free);
      g_propagate_error (error, scan.error);
    }
  return scan.tree;
}
