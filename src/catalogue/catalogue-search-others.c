/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-private.h"
#include "catalogue/catalogue-words.h"

#include <string.h>

/* Finding clusters and kinds of support: they are few, so nothing is ranked, but every word must be
 * found. */

#define INSIDE_FROM 4 /* letters: fewer stand by chance within many words */

typedef struct
{
  const BaseLanguage *language; /* or NULL */
  GString *all;                 /* the texts of one record */
} Texts;

static void
add (Texts *texts, const char *text)
{
  if (text != NULL)
    g_string_append_printf (texts->all, "%s\n", text);
}

/* In English and as it is said in the language. */
static void
add_said (Texts *texts, const char *msgid)
{
  add (texts, msgid);
  if (msgid != NULL && texts->language != NULL)
    add (texts, base_language_gettext (texts->language, msgid));
}

static gboolean
has_word (const char *folded, const char *word)
{
  const guint match = catalogue_words_match (folded, word);

  return match >= CATALOGUE_WORDS_BEGINNING
         || (match == CATALOGUE_WORDS_MIDDLE && g_utf8_strlen (word, -1) >= INSIDE_FROM);
}

/* Takes the texts for the next record away. */
static gboolean
take_match (Texts *texts, const char *const *words)
{
  g_autofree char *folded = catalogue_words_fold (texts->all->str);
  gboolean all = TRUE;

  for (guint i = 0; words[i] != NULL && all; i++)
    all = has_word (folded, words[i]);
  g_string_truncate (texts->all, 0);
  return all;
}

static GStrv
words_of (const char *text)
{
  g_autofree char *folded = catalogue_words_fold (text);

  return catalogue_words_split (folded);
}

static void
add_cluster (Texts *texts, const Catalogue *catalogue, gconstpointer record)
{
  const CatalogueCluster *cluster = record;

  add (texts, cluster->name);
  add (texts, cluster->acronym);
  add (texts, cluster->city);
  add (texts, cluster->region_name);
  add_said (texts, catalogue_find_country (catalogue, cluster->country)->name);
  add (texts, cluster->partnership);
}

static void
add_services (Texts *texts, const Catalogue *catalogue, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CatalogueTerm *term = catalogue_find_term (catalogue, CATALOGUE_TERM_SERVICE, ids[i]);

      if (term != NULL)
        add_said (texts, term->label);
    }
}

/* What the user wrote is in no language but the user's. */
static void
add_instrument (Texts *texts, const Catalogue *catalogue, gconstpointer record)
{
  const CatalogueInstrument *instrument = record;
  const Texts own = { NULL, texts->all };
  Texts by = instrument->own ? own : *texts;

  add_said (&by, instrument->title);
  add_said (&by, instrument->plain);
  add_said (&by, instrument->summary);
  add (texts, instrument->programme);
  add_services (texts, catalogue, instrument->services);
}

/* Puts every text of a record in that can be searched. */
typedef void (*AddFunc) (Texts *texts, const Catalogue *catalogue, gconstpointer record);

static GPtrArray *
search (const Catalogue *catalogue,
        const GPtrArray *records,
        const char *words,
        const BaseLanguage *language,
        AddFunc add_record)
{
  g_autoptr (GString) all = g_string_new (NULL);
  Texts texts = { language, all };
  g_auto (GStrv) wanted = words_of (words);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      add_record (&texts, catalogue, records->pdata[i]);
      if (take_match (&texts, (const char *const *)wanted))
        g_ptr_array_add (found, records->pdata[i]);
    }
  return found;
}

GPtrArray *
catalogue_search_clusters (const Catalogue *catalogue,
                           const char *words,
                           const BaseLanguage *language)
{
  g_return_val_if_fail (catalogue != NULL && words != NULL, NULL);
  return search (catalogue, catalogue->clusters, words, language, add_cluster);
}

GPtrArray *
catalogue_search_instruments (const Catalogue *catalogue,
                              const char *words,
                              const BaseLanguage *language)
{
  g_return_val_if_fail (catalogue != NULL && words != NULL, NULL);
  return search (catalogue, catalogue->instruments, words, language, add_instrument);
}
