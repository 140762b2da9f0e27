/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "assessment/assessment-check.h"

#include "base/base-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define QUOTED_CHARS 60

char *
assessment_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= QUOTED_CHARS)
    return g_strdup_printf ("“%s”", valid);
  start = g_utf8_substring (valid, 0, QUOTED_CHARS);
  return g_strdup_printf ("“%s…”", start);
}

static char *
found_expected (const char *found, const char *expected)
{
  g_autofree char *quoted = assessment_quote (found);

  /* Translators: both are put in by the program: “Pt”, two capital letters */
  return g_strdup_printf (_ ("found %s, expected %s"), quoted, expected);
}

static char *
check_typed (const AssessmentField *field, const char *text)
{
  gboolean blank = TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    return found_expected (text, _ ("UTF-8"));
  if (g_utf8_strlen (text, -1) > field->max)
    return g_strdup_printf (_ ("found a text of %ld characters, expected at most %u"),
                            g_utf8_strlen (text, -1), field->max);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_iscntrl (character) && character != '\n' && character != '\r')
        return g_strdup_printf (_ ("found the control character U+%04X, expected a text without"),
                                character);
      blank = blank && g_unichar_isspace (character);
    }
  return blank ? g_strdup (_ ("found a blank text, expected words")) : NULL;
}

static gboolean
consists_of (const char *text, const char *allowed, gsize length)
{
  return strlen (text) == length && strspn (text, allowed) == length;
}

static gboolean
is_word (const char *text, guint max)
{
  gsize length = strlen (text);

  if (length == 0 || length > max || !g_ascii_isalnum (*text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.:/", *p) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_country (const char *text)
{
  return consists_of (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2);
}

static gboolean
is_region (const char *text)
{
  gsize length = strlen (text);

  return length >= 3 && length <= 5 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1])
         && consists_of (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);
}

static char *
check_name (const AssessmentField *field, const char *text)
{
  g_autofree char *names = NULL;

  if (g_strv_contains (field->names, text))
    return NULL;
  names = g_strjoinv (", ", (char **)field->names);
  return found_expected (text, names);
}

static char *
check_date (const AssessmentField *field, const char *text)
{
  g_autofree char *expected = NULL;

  if (base_date_is_valid (text))
    {
      gint64 year = g_ascii_strtoll (text, NULL, 10);

      if (year >= (gint64)field->low && year <= (gint64)field->high)
        return NULL;
    }
  expected = g_strdup_printf (_ ("a date that exists, YYYY-MM-DD, in the years %d to %d"),
                              (int)field->low, (int)field->high);
  return found_expected (text, expected);
}

char *
assessment_check_text (const AssessmentField *field, const char *text)
{
  switch ((int)field->kind)
    {
    case ASSESSMENT_TEXT:
      return check_typed (field, text);
    case ASSESSMENT_TEXTS: /* its own "max" counts the texts */
      return check_typed (&(AssessmentField){ .max = ASSESSMENT_MAX_TEXT }, text);
    case ASSESSMENT_WORD:
    case ASSESSMENT_WORDS:
      if (is_word (text, 128))
        return NULL;
      return found_expected (text, _ ("an id of at most 128 ASCII letters, digits, - _ . : /"));
    case ASSESSMENT_NAME:
      return check_name (field, text);
    case ASSESSMENT_DATE:
      return check_date (field, text);
    case ASSESSMENT_COUNTRY:
      return is_country (text) ? NULL
                               : found_expected (text, _ ("a country as two capital letters"));
    case ASSESSMENT_REGION:
      return is_region (text) ? NULL : found_expected (text, _ ("a NUTS region such as PT11"));
    case ASSESSMENT_DIGITS:
      if (consists_of (text, "0123456789", field->max))
        return NULL;
      else
        {
          g_autofree char *expected = g_strdup_printf (_ ("%u digits"), field->max);

          return found_expected (text, expected);
        }
    case ASSESSMENT_HASH:
      return consists_of (text, "0123456789abcdef", 64)
                 ? NULL
                 : found_expected (text, _ ("64 hexadecimal digits, lower case"));
    default:
      g_assert_not_reached ();
    }
}

char *
assessment_check_number (const AssessmentField *field, double number)
{
  char found[G_ASCII_DTOSTR_BUF_SIZE], low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean whole = isfinite (number) && floor (number) >= number;

  if (isfinite (number) && number >= field->low && number <= field->high
      && (whole || field->kind != ASSESSMENT_INTEGER))
    return NULL;
  g_ascii_formatd (found, sizeof found, "%.15g", number);
  g_ascii_formatd (low, sizeof low, "%.15g", field->low);
  g_ascii_formatd (high, sizeof high, "%.15g", field->high);
  if (field->kind == ASSESSMENT_INTEGER)
    return g_strdup_printf (_ ("found %s, expected a whole number from %s to %s"), found, low,
                            high);
  return g_strdup_printf (_ ("found %s, expected a number from %s to %s"), found, low, high);
}

char *
assessment_check_strings (const AssessmentField *field, const char *const *strings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_strv_length ((char **)strings);

  if (n > field->max)
    return g_strdup_printf (_ ("found %u items, expected at most %u"), n, field->max);
  for (guint i = 0; i < n; i++)
    {
      char *problem = assessment_check_text (field, strings[i]);

      if (problem != NULL)
        return problem;
      if (!g_hash_table_add (seen, (char *)strings[i]))
        return found_expected (strings[i], _ ("each item once"));
    }
  return NULL;
}

static gboolean
same_country (const char *prefix, const char *country)
{
  static const char *const twins[][2] = { { "EL", "GR" }, { "UK", "GB" } };

  if (strncmp (prefix, country, 2) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    for (guint k = 0; k < 2; k++)
      if (strncmp (prefix, twins[i][k], 2) == 0 && strcmp (country, twins[i][1 - k]) == 0)
        return TRUE;
  return FALSE;
}

char *
assessment_check_region (const char *region, const char *country)
{
  g_autofree char *expected = NULL;

  if (region == NULL || country == NULL || same_country (region, country))
    return NULL;
  expected = g_strdup_printf (_ ("a region of the country %s"), country);
  return found_expected (region, expected);
}

static char *
key_of (const AssessmentNode *item, guint index)
{
  const AssessmentNode *key = item->children[index];
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (key == NULL)
    return NULL;
  if (key->kind == ASSESSMENT_NODE_TEXT)
    return g_strdup (key->text);
  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.15g", key->number));
}

char *
assessment_check_keys (const AssessmentField *list, const AssessmentNode *node, guint *second)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int index;

  if (list->key == NULL)
    return NULL;
  index = assessment_field_index (list->item, list->key, strlen (list->key));
  g_assert (index >= 0);
  for (guint i = 0; i < node->n; i++)
    {
      char *key = key_of (node->children[i], (guint)index);

      if (key == NULL)
        continue;
      if (g_hash_table_contains (seen, key))
        {
          char *problem = found_expected (key, _ ("each item once"));

          g_free (key);
          *second = i;
          return problem;
        }
      g_hash_table_add (seen, key);
    }
  return NULL;
}
