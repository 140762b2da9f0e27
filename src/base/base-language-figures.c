/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-date.h"
#include "base/base-language-facts.h"

#include <string.h>

/* The other half of BaseLanguage: numbers, days, lists and order, none of which needs a catalogue.
 */

#define NARROW_NO_BREAK_SPACE "\u202F"
#define NO_BREAK_SPACE "\u00A0"
#define MINUS "\u2212"
/* Four digits stand together, as the SI brochure and the EU style guide have it. */
#define GROUP_FROM 5

static void
append_grouped (GString *text, const char *digits, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && length >= GROUP_FROM && (length - i) % 3 == 0)
        g_string_append (text, NARROW_NO_BREAK_SPACE);
      g_string_append_c (text, digits[i]);
    }
}

char *
base_language_decimal (const BaseLanguage *language, gint64 value, guint places)
{
  guint64 size = value < 0 ? -(guint64)value : (guint64)value;
  GString *text;
  char digits[32];
  gsize whole;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (places <= 18, NULL);

  text = g_string_new (value < 0 ? MINUS : NULL);
  g_snprintf (digits, sizeof digits, "%0*" G_GUINT64_FORMAT, (int)places + 1, size);
  whole = strlen (digits) - places;
  append_grouped (text, digits, whole);
  if (places > 0)
    {
      g_string_append (text, base_language_get_facts (language)->decimal);
      g_string_append (text, digits + whole);
    }
  return g_string_free (text, FALSE);
}

char *
base_language_integer (const BaseLanguage *language, gint64 value)
{
  return base_language_decimal (language, value, 0);
}

char *
base_language_money (const BaseLanguage *language, gint64 euros)
{
  g_autofree char *figure = base_language_integer (language, euros);

  return base_language_get_facts (language)->euro_last
             ? g_strconcat (figure, NO_BREAK_SPACE "EUR", NULL)
             : g_strconcat ("EUR" NO_BREAK_SPACE, figure, NULL);
}

static char *
fill_date (const char *pattern, const char *day, const char *month, const char *year)
{
  GString *text = g_string_new (pattern);

  g_string_replace (text, "{day}", day, 0);
  g_string_replace (text, "{month}", month, 0);
  g_string_replace (text, "{year}", year, 0);
  return g_string_free (text, FALSE);
}

static char *
format_date (const BaseLanguageFacts *facts, const char *pattern, const char *iso_date)
{
  g_autofree char *year = g_strdup_printf ("%d", (int)g_ascii_strtoll (iso_date, NULL, 10));
  g_autofree char *day = g_strdup_printf ("%d", (int)g_ascii_strtoll (iso_date + 8, NULL, 10));
  gint64 month = g_ascii_strtoll (iso_date + 5, NULL, 10);
  const char *shown = g_str_equal (day, "1") && facts->first_day != NULL ? facts->first_day : day;

  return fill_date (pattern, shown, facts->months[month - 1], year);
}

char *
base_language_date (const BaseLanguage *language, const char *iso_date)
{
  const BaseLanguageFacts *facts;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (base_date_is_valid (iso_date), NULL);

  facts = base_language_get_facts (language);
  return facts->date != NULL ? format_date (facts, facts->date, iso_date) : g_strdup (iso_date);
}

char *
base_language_month (const BaseLanguage *language, const char *iso_date)
{
  const BaseLanguageFacts *facts;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (base_date_is_valid (iso_date), NULL);

  facts = base_language_get_facts (language);
  return facts->month_year != NULL ? format_date (facts, facts->month_year, iso_date)
                                   : g_strndup (iso_date, 7);
}

/* Spanish says "e" before the sound of i: "e industria", "e hilo", but "y hielo" and "y ya". */
static gboolean
sounds_like_i (const char *word)
{
  g_autofree char *small = g_utf8_strdown (word, -1);

  if (g_str_has_prefix (small, "hi"))
    return !g_str_has_prefix (small, "hia") && !g_str_has_prefix (small, "hie")
           && !g_str_has_prefix (small, "hio");
  if (g_str_has_prefix (small, "í") || g_str_has_prefix (small, "hí"))
    return TRUE;
  return *small == 'i' && !g_str_has_prefix (small, "ia") && !g_str_has_prefix (small, "ie")
         && !g_str_has_prefix (small, "io");
}

char *
base_language_list_join (const BaseLanguage *language, const char *const *items)
{
  const BaseLanguageFacts *facts;
  GString *text;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (items != NULL, NULL);

  facts = base_language_get_facts (language);
  text = g_string_new (items[0]);
  for (guint i = 1; items[0] != NULL && items[i] != NULL; i++)
    {
      const char *word = facts->and_before_i != NULL && sounds_like_i (items[i])
                             ? facts->and_before_i
                             : facts->and_word;

      if (items[i + 1] != NULL || word == NULL)
        g_string_append (text, ", ");
      else
        g_string_append_printf (text, " %s ", word);
      g_string_append (text, items[i]);
    }
  return g_string_free (text, FALSE);
}

/* Letters that Unicode does not take apart, and what they are filed as elsewhere than in their own
 * languages. */
static const char *const plain_letters[]
    = { "ł", "l", "ø", "o", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th", "ð", "d", NULL };

static const char *
find_letter (const char *const *pairs, const char *letter)
{
  gsize length = (gsize)(g_utf8_next_char (letter) - letter);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    if (strlen (pairs[i]) == length && strncmp (pairs[i], letter, length) == 0)
      return pairs[i + 1];
  return NULL;
}

static void
append_without_accents (GString *key, const char *letter)
{
  g_autofree char *parts
      = g_utf8_normalize (letter, g_utf8_next_char (letter) - letter, G_NORMALIZE_ALL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
}

static char *
make_key (const BaseLanguageFacts *facts, const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *key = g_string_new (NULL);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *filed_as = find_letter (facts->letters, p);

      if (filed_as == NULL)
        filed_as = find_letter (plain_letters, p);
      if (filed_as != NULL)
        g_string_append (key, filed_as);
      else
        append_without_accents (key, p);
    }
  return g_string_free (key, FALSE);
}

int
base_language_collate (const BaseLanguage *language, const char *a, const char *b)
{
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;
  int order;

  g_return_val_if_fail (language != NULL, 0);
  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  key_a = make_key (base_language_get_facts (language), a);
  key_b = make_key (base_language_get_facts (language), b);
  order = strcmp (key_a, key_b);
  return order != 0 ? order : strcmp (a, b);
}
