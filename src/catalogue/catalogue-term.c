/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>

/* The vocabulary: what may be said about hubs, firms and projects, in the field's words and in
 * plain ones. */

typedef struct
{
  CatalogueTermKind kind;
  const char *member;
} VocabularyList;

/* In an order in which each list refers only to earlier ones. */
static const VocabularyList lists[] = {
  { CATALOGUE_TERM_GROUP, "groups" },
  { CATALOGUE_TERM_PILLAR, "pillars" },
  { CATALOGUE_TERM_SECTOR, "sectors" },
  { CATALOGUE_TERM_TECHNOLOGY, "technologies" },
  { CATALOGUE_TERM_SERVICE, "services" },
  { CATALOGUE_TERM_OFFICIAL_SECTOR, "official_sectors" },
  { CATALOGUE_TERM_DEI_PILLAR, "dei_pillars" },
  { CATALOGUE_TERM_NEED, "needs" },
  { CATALOGUE_TERM_MARKET, "markets" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (lists) == CATALOGUE_N_TERM_KINDS);

/* Markets are countries and keep their capital letters. */
static gboolean
is_market (const char *id)
{
  return g_ascii_isupper (id[0]) && g_ascii_isupper (id[1]) && id[2] == '\0';
}

static const char *
read_market_id (Catalogue *catalogue, const BaseJsonCursor *record, GHashTable *taken)
{
  BaseJsonCursor at = base_json_need (record, "id");
  const char *id = catalogue_need_text (catalogue, record, "id");

  if (base_json_failed (record->document))
    return id;
  if (!is_market (id))
    base_json_fail (&at, _ ("“%s” is no market, expected “EU” or an ISO country code"), id);
  else if (g_hash_table_contains (taken, id))
    base_json_fail (&at, _ ("“%s” is there twice"), id);
  return id;
}

static const char *
read_group (const Catalogue *catalogue, const BaseJsonCursor *record)
{
  BaseJsonCursor at = base_json_get (record, "group");
  const char *id = base_json_get_string (record, "group", NULL);
  const CatalogueTerm *group;

  if (id == NULL)
    return NULL;
  group = g_hash_table_lookup (catalogue->terms[CATALOGUE_TERM_GROUP].by_id, id);
  if (group == NULL)
    base_json_fail (&at, _ ("“%s” is no group of the vocabulary"), id);
  return group != NULL ? group->id : NULL;
}

static void
read_term (Catalogue *catalogue,
           const BaseJsonCursor *record,
           CatalogueTermKind kind,
           CatalogueTerm *term)
{
  GHashTable *taken = catalogue->terms[kind].by_id;

  base_json_only (record, CATALOGUE_MEMBERS ("id", "label", "plain", "group", "about", "pillars",
                                             "services", "sectors"));
  term->id = kind == CATALOGUE_TERM_MARKET ? read_market_id (catalogue, record, taken)
                                           : catalogue_need_id (catalogue, record, taken);
  term->label = catalogue_need_text (catalogue, record, "label");
  term->plain = catalogue_get_text (catalogue, record, "plain");
  if (term->plain == NULL)
    term->plain = term->label;
  term->group = read_group (catalogue, record);
  term->about = catalogue_get_text (catalogue, record, "about");
  term->pillars = catalogue_get_term_ids (catalogue, record, "pillars", CATALOGUE_TERM_PILLAR);
  term->services = catalogue_get_term_ids (catalogue, record, "services", CATALOGUE_TERM_SERVICE);
  term->sectors = catalogue_get_term_ids (catalogue, record, "sectors", CATALOGUE_TERM_SECTOR);
}

static void
read_terms (Catalogue *catalogue, const BaseJsonCursor *root, const VocabularyList *list)
{
  BaseJsonCursor array = base_json_need (root, list->member);
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueTerms *terms = &catalogue->terms[list->kind];

  terms->terms = catalogue_arena_new0 (catalogue->arena, CatalogueTerm, n);
  terms->hubs = catalogue_arena_new0 (catalogue->arena, guint, n);
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      read_term (catalogue, &record, list->kind, &terms->terms[i]);
      if (!base_json_failed (root->document))
        g_hash_table_insert (terms->by_id, (gpointer)terms->terms[i].id, &terms->terms[i]);
      terms->n = i + 1;
    }
}

/* Every list says where its terms come from, except our own headings. */
static void
check_sources (Catalogue *catalogue, const BaseJsonCursor *root)
{
  BaseJsonCursor sources = base_json_need (root, "sources");

  for (guint i = 0; i < G_N_ELEMENTS (lists) && base_json_is_object (&sources); i++)
    if (lists[i].kind != CATALOGUE_TERM_GROUP)
      (void)base_json_need_string (&sources, lists[i].member);
}

void
catalogue_read_vocabulary (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "sources", "groups", "sectors",
                                           "technologies", "services", "pillars",
                                           "official_sectors", "dei_pillars", "needs", "markets"));
  check_sources (catalogue, root);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      catalogue->terms[lists[i].kind].by_id = g_hash_table_new (g_str_hash, g_str_equal);
      read_terms (catalogue, root, &lists[i]);
    }
}

void
catalogue_terms_clear (Catalogue *catalogue)
{
  for (guint i = 0; i < CATALOGUE_N_TERM_KINDS; i++)
    g_clear_pointer (&catalogue->terms[i].by_id, g_hash_table_unref);
}

guint
catalogue_n_terms (const Catalogue *catalogue, CatalogueTermKind kind)
{
  g_return_val_if_fail (catalogue != NULL, 0);
  g_return_val_if_fail (kind < CATALOGUE_N_TERM_KINDS, 0);

  return catalogue->terms[kind].n;
}

const CatalogueTerm *
catalogue_term (const Catalogue *catalogue, CatalogueTermKind kind, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (kind < CATALOGUE_N_TERM_KINDS, NULL);
  g_return_val_if_fail (index < catalogue->terms[kind].n, NULL);

  return &catalogue->terms[kind].terms[index];
}

const CatalogueTerm *
catalogue_find_term (const Catalogue *catalogue, CatalogueTermKind kind, const char *id)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (kind < CATALOGUE_N_TERM_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (catalogue->terms[kind].by_id, id);
}

guint
catalogue_term_hubs (const Catalogue *catalogue, CatalogueTermKind kind, const char *id)
{
  const CatalogueTerm *term = catalogue_find_term (catalogue, kind, id);

  return term != NULL ? catalogue->terms[kind].hubs[term - catalogue->terms[kind].terms] : 0;
}
