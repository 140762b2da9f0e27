/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-fold.h"

/* Compatibility decomposition parts a letter from its marks, which then are left out. Some letters
 * of Europe's languages have no decomposition, though people without the key type another one. */

static const struct
{
  gunichar letter;
  const char *typed;
} plain[] = {
  { 0xe6, "ae" },  /* æ */
  { 0xf0, "d" },   /* ð */
  { 0xf8, "o" },   /* ø */
  { 0xfe, "th" },  /* þ */
  { 0x111, "d" },  /* đ */
  { 0x127, "h" },  /* ħ */
  { 0x131, "i" },  /* ı */
  { 0x142, "l" },  /* ł */
  { 0x153, "oe" }, /* œ */
};

static void
append_letter (GString *words, gunichar letter)
{
  for (guint i = 0; letter >= 0x80 && i < G_N_ELEMENTS (plain); i++)
    if (plain[i].letter == letter)
      {
        g_string_append (words, plain[i].typed);
        return;
      }
  g_string_append_unichar (words, letter);
}

void
workspace_fold_append (GString *words, const char *text)
{
  g_autofree char *lower = text == NULL ? NULL : g_utf8_casefold (text, -1);
  g_autofree char *parted = lower == NULL ? NULL : g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  gboolean in_word = FALSE;

  for (const char *p = parted; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_ismark (letter))
        continue;
      if (!g_unichar_isalnum (letter))
        {
          in_word = FALSE;
          continue;
        }
      if (!in_word)
        g_string_append_c (words, ' ');
      in_word = TRUE;
      append_letter (words, letter);
    }
}
