/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-private.h"
#include "catalogue/catalogue-words.h"

#include <string.h>

/* Finding hubs by words a person types, in English or in the language of the words. */

/* How much a word counts where it is found; a whole word more than its beginning, that more than
 * its middle. */
typedef enum
{
  WEIGHT_NAME = 12,
  WEIGHT_PLACE = 5, /* city, region, country, host */
  WEIGHT_TERM = 3,
  WEIGHT_LINK = 1,
} Weight;

#define BONUS_SAME_NAME 10000 /* the words are the name */
#define BONUS_PHRASE 1000     /* the words stand in the name one after the other */

/* {{{ Matching one text */

typedef struct
{
  const Catalogue *catalogue;
  const BaseLanguage *language; /* or NULL */
  GStrv words;
  guint n_words;
  char *phrase;       /* the words with one space between */
  guint8 *term_marks; /* of terms whose label has a word: words × all terms */
  guint n_terms;
} Query;

static void
match_text (const Query *query, const char *text, Weight weight, guint *scores)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return;
  folded = catalogue_words_fold (text);
  for (guint i = 0; i < query->n_words; i++)
    scores[i] = MAX (scores[i], weight * catalogue_words_match (folded, query->words[i]));
}

/* @msgid in English and as it is said in the language. */
static void
match_said (const Query *query, const char *msgid, Weight weight, guint *scores)
{
  const char *said
      = query->language != NULL ? base_language_gettext (query->language, msgid) : msgid;

  match_text (query, msgid, weight, scores);
  if (!g_str_equal (said, msgid))
    match_text (query, said, weight, scores);
}

/* Codes match from their beginning, in both directions: "PT111" finds a hub of PT11. */
static void
match_code (const Query *query, const char *code, guint *scores)
{
  g_autofree char *folded = code != NULL ? catalogue_words_fold (code) : NULL;

  for (guint i = 0; folded != NULL && i < query->n_words; i++)
    if (g_str_equal (query->words[i], folded)
        || (strlen (query->words[i]) > 2
            && (g_str_has_prefix (folded, query->words[i])
                || (strlen (folded) > 2 && g_str_has_prefix (query->words[i], folded)))))
      scores[i] = MAX (scores[i], (guint)WEIGHT_PLACE * CATALOGUE_WORDS_WHOLE);
}

/* }}} */
/* {{{ Terms: folded once a query, not once a hub */

static const CatalogueTermKind searched_kinds[]
    = { CATALOGUE_TERM_SECTOR, CATALOGUE_TERM_TECHNOLOGY, CATALOGUE_TERM_SERVICE };

static guint
term_place (const Query *query, guint kind, const char *id)
{
  guint place = 0;

  for (guint i = 0; i < kind; i++)
    place += query->catalogue->terms[searched_kinds[i]].n;
  {
    const CatalogueTerms *terms = &query->catalogue->terms[searched_kinds[kind]];
    const CatalogueTerm *term = g_hash_table_lookup (terms->by_id, id);

    return place + (guint)(term - terms->terms);
  }
}

static void
mark_term (Query *query, guint kind, const CatalogueTerm *term)
{
  g_autofree guint *scores = g_new0 (guint, query->n_words);
  guint place = term_place (query, kind, term->id);

  match_said (query, term->label, WEIGHT_TERM, scores);
  match_text (query, term->id, WEIGHT_TERM, scores);
  for (guint i = 0; i < query->n_words; i++)
    query->term_marks[i * query->n_terms + place] = (guint8)scores[i];
}

static void
mark_terms (Query *query)
{
  for (guint k = 0; k < G_N_ELEMENTS (searched_kinds); k++)
    query->n_terms += query->catalogue->terms[searched_kinds[k]].n;
  query->term_marks = g_new0 (guint8, (gsize)query->n_words * query->n_terms + 1);
  for (guint k = 0; k < G_N_ELEMENTS (searched_kinds); k++)
    {
      const CatalogueTerms *terms = &query->catalogue->terms[searched_kinds[k]];

      for (guint i = 0; i < terms->n; i++)
        mark_term (query, k, &terms->terms[i]);
    }
}

static void
match_tags (const Query *query, guint kind, const CatalogueHubTag *tags, guint n, guint *scores)
{
  for (guint t = 0; t < n; t++)
    {
      guint place = term_place (query, kind, tags[t].id);

      for (guint i = 0; i < query->n_words; i++)
        scores[i] = MAX (scores[i], query->term_marks[i * query->n_terms + place]);
    }
}

/* }}} */
/* {{{ Matching a hub */

static void
match_names (const Query *query, const CatalogueHub *hub, guint *scores)
{
  match_text (query, hub->name, WEIGHT_NAME, scores);
  match_text (query, hub->acronym, WEIGHT_NAME, scores);
  for (guint i = 0; hub->aliases[i] != NULL; i++)
    match_text (query, hub->aliases[i], WEIGHT_NAME, scores);
}

static void
match_place (const Query *query, const CatalogueHub *hub, guint *scores)
{
  const CatalogueCountry *country = catalogue_find_country (query->catalogue, hub->country);
  const CatalogueRegion *region
      = hub->nuts2 != NULL ? catalogue_find_region (query->catalogue, hub->nuts2) : NULL;

  match_text (query, hub->city, WEIGHT_PLACE, scores);
  match_text (query, hub->region_name, WEIGHT_PLACE, scores);
  match_text (query, hub->host, WEIGHT_PLACE, scores);
  match_said (query, country->name, WEIGHT_PLACE, scores);
  match_code (query, country->nuts, scores);
  match_code (query, country->iso, scores);
  match_code (query, hub->nuts2, scores);
  if (region != NULL)
    {
      match_text (query, region->name, WEIGHT_PLACE, scores);
      match_text (query, region->native, WEIGHT_PLACE, scores);
    }
}

static guint
name_bonus (const Query *query, const char *name)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *phrase = NULL;

  if (name == NULL)
    return 0;
  folded = catalogue_words_fold (name);
  words = catalogue_words_split (folded);
  phrase = g_strjoinv (" ", words);
  if (g_str_equal (phrase, query->phrase))
    return BONUS_SAME_NAME;
  return strstr (phrase, query->phrase) != NULL ? BONUS_PHRASE : 0;
}

/* 0 when a word is nowhere. */
static guint
score_hub (const Query *query, const CatalogueHub *hub)
{
  g_autofree guint *scores = g_new0 (guint, query->n_words + 1);
  guint sum = 1;

  match_names (query, hub, scores);
  match_place (query, hub, scores);
  match_tags (query, 0, hub->sectors, hub->n_sectors, scores);
  match_tags (query, 1, hub->technologies, hub->n_technologies, scores);
  match_tags (query, 2, hub->services, hub->n_services, scores);
  for (guint i = 0; i < hub->n_links; i++)
    match_text (query, hub->links[i].name, WEIGHT_LINK, scores);
  for (guint i = 0; i < query->n_words; i++)
    {
      if (scores[i] == 0)
        return 0;
      sum += scores[i];
    }
  return query->n_words == 0
             ? sum
             : sum + MAX (name_bonus (query, hub->name), name_bonus (query, hub->acronym));
}

/* }}} */

typedef struct
{
  const CatalogueHub *hub;
  guint score;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a;
  const Found *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp (x->hub->id, y->hub->id);
}

GPtrArray *
catalogue_search_hubs (const Catalogue *catalogue, const char *words, const BaseLanguage *language)
{
  g_autofree char *folded = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *hubs = g_ptr_array_new ();
  Query query = { .catalogue = catalogue, .language = language };

  g_return_val_if_fail (catalogue != NULL && words != NULL, hubs);
  g_return_val_if_fail (g_utf8_validate (words, -1, NULL), hubs);

  folded = catalogue_words_fold (words);
  query.words = catalogue_words_split (folded);
  query.n_words = g_strv_length (query.words);
  query.phrase = g_strjoinv (" ", query.words);
  mark_terms (&query);
  for (guint i = 0; i < catalogue->hubs->len; i++)
    {
      Found entry = { .hub = g_ptr_array_index (catalogue->hubs, i) };

      entry.score = score_hub (&query, entry.hub);
      if (entry.score > 0)
        g_array_append_val (found, entry);
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (hubs, (gpointer)g_array_index (found, Found, i).hub);
  g_free (query.term_marks);
  g_free (query.phrase);
  g_strfreev (query.words);
  return hubs;
}
