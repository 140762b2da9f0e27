/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-bind.h"

#include <string.h>

/* Word by word: what stands before and after a space says whether a line may end there. */

#define NO_BREAK_SPACE "\u00a0"
#define SOFT_HYPHEN "\u00ad"
/* Signs of a unit: with longer words a narrow column gets too ragged. */
#define LONGEST_UNIT 12

/* Words of the report's languages that are nothing without the number after them, in small
 * letters. */
static const char *const referring[] = {
  /* en */
  "section", "sections", "article", "articles", "annex", "chapter", "clause", "page", "question",
  "stage", "part", "step", "table", "no", "no.",
  /* de */
  "abschnitt", "abschnitte", "artikel", "art.", "absatz", "abs.", "anhang", "anlage", "kapitel",
  "klausel", "ziffer", "seite", "frage", "zeitpunkt", "teil", "schritt", "tabelle", "nr.",
  /* pt */
  "secção", "secções", "artigo", "artigos", "anexo", "capítulo", "cláusula", "página", "pergunta",
  "fase", "parte", "passo", "tabela", "quadro", "n.º", "n.o",
  /* "Regulation (EU) 2023/2831" */
  "(eu)", "(ue)", "(eg)", "(ce)", "(ec)", NULL
};

/* "12", "1.5", "10 000", "+3,4", "(12": a figure without sentence marks after it. */
static gboolean
is_figure (const char *token)
{
  gboolean digit = FALSE;

  for (const char *p = token; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      digit = g_ascii_isdigit (*p);
      if (!digit && strchr (".,+(~", *p) == NULL && c != 0x202f && c != 0xa0 && c != 0x2212
          && c != 0x2013)
        return FALSE;
    }
  return digit;
}

/* Four digits alone are as a rule a year, which has no unit. */
static gboolean
is_year (const char *token)
{
  return strspn (token, "0123456789") == 4 && (token[4] == '\0' || !g_ascii_isalnum (token[4]));
}

/* "12", "12.", "1.º" */
static gboolean
is_day (const char *token)
{
  const gsize digits = strspn (token, "0123456789");
  const char *after = token + digits;

  return (digits == 1 || digits == 2)
         && (*after == '\0' || g_str_equal (after, ".") || g_str_equal (after, ".º")
             || g_str_equal (after, "º"));
}

/* "6 of 10", "points of 100" */
static gboolean
is_of (const char *token)
{
  static const char *const words[] = { "of", "von", "de", NULL };

  return g_strv_contains (words, token);
}

static gboolean
is_unit (const char *token)
{
  return !is_of (token)
         && (g_unichar_isalpha (g_utf8_get_char (token)) || *token == '%'
             || g_str_has_prefix (token, "€"))
         && g_utf8_strlen (token, -1) <= LONGEST_UNIT;
}

static gboolean
refers (const char *token)
{
  g_autofree char *small = g_utf8_strdown (token, -1);
  const gboolean opens = *small == '(' && strchr (small, ')') == NULL;

  return g_strv_contains (referring, opens ? small + 1 : small);
}

/* "3", "3.2", "5(2)", "T1", "A", "II," */
static gboolean
is_number_of (const char *token)
{
  gsize capitals = strspn (token, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return g_ascii_isdigit (token[capitals])
         || (capitals > 0 && capitals <= 3
             && !g_unichar_isalpha (g_utf8_get_char (token + capitals)));
}

/* "12 de" before "março de 2026", "12." before "März 2026". */
static gboolean
begins_date (char *const *token)
{
  char *const *month = token + 1;
  char *const *year;

  if (!is_day (*token) || *month == NULL)
    return FALSE;
  if (g_str_equal (*month, "de") && month[1] != NULL)
    month++;
  year = month + 1;
  if (*year != NULL && g_str_equal (*year, "de"))
    year++;
  return *year != NULL && g_unichar_isalpha (g_utf8_get_char (*month)) && is_year (*year);
}

/* The word before needs this one, which is the number of something and not so many of it. */
static gboolean
is_referred (char *const *tokens, guint at)
{
  return at > 0 && refers (tokens[at - 1]);
}

/* How many spaces from the word @at on belong to what must stand together. What is cheap is asked
 * first: nearly no space does. */
static guint
bound_spaces (char *const *tokens, guint at)
{
  char *const *token = tokens + at;

  if (token[1] == NULL || **token == '\0' || *token[1] == '\0')
    return 0;
  if (begins_date (token))
    return g_str_equal (token[1], "de") ? 2 : 1;
  if (is_of (*token) && g_ascii_isdigit (*token[1]))
    return 1;
  if (!is_figure (*token))
    return is_number_of (token[1]) && refers (*token) ? 1 : 0;
  if (is_of (token[1]))
    return token[2] != NULL && g_ascii_isdigit (*token[2]) ? 2 : 0;
  return is_unit (token[1]) && !is_year (*token) && !is_referred (tokens, at) ? 1 : 0;
}

char *
report_bind (const char *words)
{
  g_return_val_if_fail (words != NULL, NULL);

  guint bound = 0, n_bound = 0;
  if (strchr (words, ' ') == NULL)
    return NULL;
  g_auto (GStrv) tokens = g_strsplit (words, " ", -1);
  g_autoptr (GString) text = g_string_new (tokens[0]);
  for (guint i = 0; tokens[i + 1] != NULL; i++)
    {
      bound = MAX (bound_spaces (tokens, i), bound);
      g_string_append (text, bound > 0 ? NO_BREAK_SPACE : " ");
      g_string_append (text, tokens[i + 1]);
      n_bound += bound > 0 ? 1 : 0;
      bound -= bound > 0 ? 1 : 0;
    }
  return n_bound > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

gsize
report_bind_length (const char *words, const char *set, gsize length)
{
  const char *in_set = set;

  for (gsize i = 0; i < length; i++)
    if (g_str_has_prefix (words + i, SOFT_HYPHEN) && !g_str_has_prefix (in_set, SOFT_HYPHEN))
      i += strlen (SOFT_HYPHEN) - 1;
    else
      in_set += words[i] == ' ' && *in_set != ' ' ? strlen (NO_BREAK_SPACE) : 1;
  return (gsize)(in_set - set);
}
