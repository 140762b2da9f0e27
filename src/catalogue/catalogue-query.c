/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-query.h"

#include <string.h>

/* The words choose by the searches of each kind; the filters then sift. */

static gboolean
wants (const CatalogueQuery *query, CatalogueRecordKind kind)
{
  return query->kinds == 0 || (query->kinds & 1u << kind) != 0;
}

static gboolean
has_tag (const CatalogueHubTag *tags, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (tags[i].id, id))
      return TRUE;
  return FALSE;
}

/* @country is a NUTS code by now. */
static gboolean
is_in (const CatalogueQuery *query, const char *country, const char *region)
{
  if (query->country != NULL && !g_str_equal (query->country, country))
    return FALSE;
  return query->region == NULL || (region != NULL && g_str_has_prefix (region, query->region));
}

static gboolean
takes_hub (const CatalogueQuery *query, const CatalogueHub *hub)
{
  return (!query->own || hub->own) && is_in (query, hub->country, hub->nuts2)
         && (query->sector == NULL || has_tag (hub->sectors, hub->n_sectors, query->sector))
         && (query->technology == NULL
             || has_tag (hub->technologies, hub->n_technologies, query->technology))
         && (query->service == NULL || has_tag (hub->services, hub->n_services, query->service));
}

static gboolean
takes_cluster (const CatalogueQuery *query, const CatalogueCluster *cluster)
{
  return !query->own && query->service == NULL && is_in (query, cluster->country, cluster->nuts2)
         && (query->sector == NULL || has_tag (cluster->sectors, cluster->n_sectors, query->sector))
         && (query->technology == NULL
             || has_tag (cluster->technologies, cluster->n_technologies, query->technology));
}

static gboolean
takes_instrument (const CatalogueQuery *query, const CatalogueInstrument *instrument)
{
  return (!query->own || instrument->own) && query->country == NULL && query->region == NULL
         && query->sector == NULL && query->technology == NULL
         && (query->service == NULL || g_strv_contains (instrument->services, query->service));
}

static gboolean
takes (const CatalogueQuery *query, const CatalogueFound *found)
{
  switch (found->kind)
    {
    case CATALOGUE_RECORD_HUB:
      return takes_hub (query, found->hub);
    case CATALOGUE_RECORD_CLUSTER:
      return takes_cluster (query, found->cluster);
    case CATALOGUE_RECORD_INSTRUMENT:
      return takes_instrument (query, found->instrument);
    case CATALOGUE_N_RECORD_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static GPtrArray *
search (const Catalogue *catalogue, CatalogueRecordKind kind, const CatalogueQuery *query)
{
  const char *words = query->words != NULL ? query->words : "";

  if (kind == CATALOGUE_RECORD_HUB)
    return catalogue_search_hubs (catalogue, words, query->language);
  return kind == CATALOGUE_RECORD_CLUSTER
             ? catalogue_search_clusters (catalogue, words, query->language)
             : catalogue_search_instruments (catalogue, words, query->language);
}

GArray *
catalogue_query_run (const Catalogue *catalogue, const CatalogueQuery *query)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (CatalogueFound));
  CatalogueQuery by_nuts;
  const CatalogueCountry *country = NULL;

  g_return_val_if_fail (catalogue != NULL && query != NULL, all);

  by_nuts = *query;
  if (query->country != NULL && (country = catalogue_find_country (catalogue, query->country)))
    by_nuts.country = country->nuts;
  for (guint kind = 0; kind < CATALOGUE_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (!wants (query, kind))
        continue;
      found = search (catalogue, kind, query);
      for (guint i = 0; i < found->len; i++)
        {
          CatalogueFound one = { .kind = kind, .record = found->pdata[i] };

          if (takes (&by_nuts, &one))
            g_array_append_val (all, one);
        }
    }
  return all;
}
