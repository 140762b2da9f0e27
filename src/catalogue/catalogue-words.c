/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-words.h"

#include <string.h>

/* Letters that Unicode does not take apart into a letter and an accent. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x00DF:
      return "ss";
    case 0x00E6:
      return "ae";
    case 0x00F0:
    case 0x0111:
      return "d";
    case 0x00F8:
      return "o";
    case 0x00FE:
      return "th";
    case 0x0131:
      return "i";
    case 0x0142:
      return "l";
    case 0x0153:
      return "oe";
    default:
      return NULL;
    }
}

char *
catalogue_words_fold (const char *text)
{
  g_autofree char *parts = NULL;
  GString *folded;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  folded = g_string_new (NULL);
  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      const char *plain = plain_letter (c);

      if (g_unichar_ismark (c))
        continue;
      if (plain != NULL)
        g_string_append (folded, plain);
      else
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_word_char (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

GStrv
catalogue_words_split (const char *folded)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean in_word = *p != '\0' && is_word_char (p);

      if (in_word && start == NULL)
        start = p;
      else if (!in_word && start != NULL)
        {
          g_autofree char *word = g_strndup (start, (gsize)(p - start));

          g_strv_builder_add (words, word);
          start = NULL;
        }
      if (*p == '\0')
        return g_strv_builder_end (words);
    }
}

guint
catalogue_words_match (const char *folded, const char *word)
{
  gsize length = strlen (word);
  guint best = CATALOGUE_WORDS_NOT;

  for (const char *p = strstr (folded, word); p != NULL; p = strstr (p + 1, word))
    {
      gboolean begins = p == folded || !is_word_char (g_utf8_find_prev_char (folded, p));
      gboolean ends = p[length] == '\0' || !is_word_char (p + length);

      best = MAX (best, begins && ends ? CATALOGUE_WORDS_WHOLE
                        : begins       ? CATALOGUE_WORDS_BEGINNING
                                       : CATALOGUE_WORDS_MIDDLE);
    }
  return best;
}
