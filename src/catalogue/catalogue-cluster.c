/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>

/* Cluster organisations: associations of firms of a field, matched like hubs. */

#define MEMBERS_MAX 1000000

static void
read_members (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueCluster *cluster)
{
  BaseJsonCursor source = base_json_get (record, "members_source");
  BaseJsonCursor smes = base_json_get (record, "smes");

  cluster->members = (int)base_json_get_integer (record, "members", 0, MEMBERS_MAX, -1);
  cluster->smes = (int)base_json_get_integer (record, "smes", 0, MEMBERS_MAX, -1);
  cluster->members_source = catalogue_get_text (catalogue, record, "members_source");
  if (cluster->members < 0 && cluster->smes < 0)
    return;
  if (cluster->members_source == NULL)
    base_json_fail (&source, "%s", _ ("is missing: figures need their source"));
  if (cluster->members >= 0 && cluster->smes > cluster->members)
    base_json_fail (&smes, _ ("%d of %d members cannot be SMEs"), cluster->smes, cluster->members);
}

static void
mark_derived (CatalogueHubTag *tags, guint n)
{
  for (guint i = 0; i < n; i++)
    tags[i].derived = TRUE;
}

static void
read_fields (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueCluster *cluster)
{
  static const char *const kinds[] = { "sectors", "technologies", NULL };
  const char *const *derived = catalogue_get_names (catalogue, record, "derived", kinds);

  cluster->sectors = catalogue_get_tags (catalogue, record, "sectors", CATALOGUE_TERM_SECTOR,
                                         &cluster->n_sectors);
  cluster->technologies = catalogue_get_tags (catalogue, record, "technologies",
                                              CATALOGUE_TERM_TECHNOLOGY, &cluster->n_technologies);
  if (g_strv_contains (derived, "sectors"))
    mark_derived ((CatalogueHubTag *)cluster->sectors, cluster->n_sectors);
  if (g_strv_contains (derived, "technologies"))
    mark_derived ((CatalogueHubTag *)cluster->technologies, cluster->n_technologies);
}

static void
read_place (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueCluster *cluster)
{
  CataloguePlace place = catalogue_get_place (catalogue, record);

  cluster->country = place.country;
  cluster->nuts2 = place.region;
  cluster->region_name = place.region_name;
  cluster->city = place.city;
  cluster->located = place.located;
  cluster->lat = place.lat;
  cluster->lon = place.lon;
}

static void
read_cluster (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueCluster *cluster)
{
  base_json_only (record,
                  CATALOGUE_MEMBERS ("id", "name", "acronym", "country", "region", "region_name",
                                     "city", "lat", "lon", "website", "members", "smes",
                                     "members_source", "sectors", "technologies", "derived",
                                     "markets", "partnership", "role", "facts", "sources"));
  cluster->id = catalogue_need_id (catalogue, record, catalogue->clusters_by_id);
  cluster->name = catalogue_need_text (catalogue, record, "name");
  cluster->acronym = catalogue_get_text (catalogue, record, "acronym");
  read_place (catalogue, record, cluster);
  cluster->website = catalogue_get_address (catalogue, record, "website");
  read_members (catalogue, record, cluster);
  read_fields (catalogue, record, cluster);
  cluster->markets = catalogue_get_term_ids (catalogue, record, "markets", CATALOGUE_TERM_MARKET);
  cluster->partnership = catalogue_get_text (catalogue, record, "partnership");
  cluster->role = catalogue_get_text (catalogue, record, "role");
  cluster->facts = catalogue_get_texts (catalogue, record, "facts");
  (void)base_json_need (record, "sources");
  cluster->sources = catalogue_get_addresses (catalogue, record, "sources");
}

void
catalogue_read_clusters (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  BaseJsonCursor array = base_json_need (root, "clusters");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueCluster *clusters = catalogue_arena_new0 (catalogue->arena, CatalogueCluster, n);

  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "clusters"));
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      read_cluster (catalogue, &record, &clusters[i]);
      if (base_json_failed (root->document))
        return;
      g_ptr_array_add (catalogue->clusters, &clusters[i]);
      g_hash_table_insert (catalogue->clusters_by_id, (gpointer)clusters[i].id, &clusters[i]);
    }
  g_ptr_array_sort (catalogue->clusters, catalogue_compare_ids);
}

guint
catalogue_n_clusters (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->clusters->len;
}

const CatalogueCluster *
catalogue_cluster (const Catalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (index < catalogue->clusters->len, NULL);

  return g_ptr_array_index (catalogue->clusters, index);
}

const CatalogueCluster *
catalogue_find_cluster (const Catalogue *catalogue, const char *id)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (catalogue->clusters_by_id, id);
}
