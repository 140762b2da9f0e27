/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words as a person types them, against texts of the catalogue: both folded, small letters without
 * accents. Private to the room. */

/* How much of a word of the text is found. */
enum
{
  CATALOGUE_WORDS_NOT = 0,
  CATALOGUE_WORDS_MIDDLE = 2,
  CATALOGUE_WORDS_BEGINNING = 3,
  CATALOGUE_WORDS_WHOLE = 4,
};

char *catalogue_words_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The words of a folded text. */
GStrv catalogue_words_split (const char *folded) G_GNUC_WARN_UNUSED_RESULT;
/* The best place of the folded @word in the folded text. */
guint catalogue_words_match (const char *folded, const char *word);

G_END_DECLS
