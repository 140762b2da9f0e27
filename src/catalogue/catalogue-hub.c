/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>

/* Digital Innovation Hubs. */

static const BaseJsonName kinds[] = {
  { "edih", CATALOGUE_HUB_EDIH },
  { "seal", CATALOGUE_HUB_SEAL },
  { "dih", CATALOGUE_HUB_DIH },
  { NULL, 0 },
};

static const char *const link_kinds[]
    = { "hub", "cluster", "initiative", "region", "committee", "member", NULL };
static const char *const tag_kinds[] = { "sectors", "technologies", "services", NULL };
static const char *const fundings[] = { "digital-europe-programme", "horizon-2020", NULL };
static const char *const stages[] = { "fully operational", "in preparation", NULL };

/* The text of @member when it is one of @known. */
static const char *
get_name (const BaseJsonCursor *record, const char *member, const char *const *known)
{
  BaseJsonCursor at = base_json_get (record, member);
  const char *name = base_json_get_string (record, member, NULL);

  if (name == NULL || base_json_failed (record->document))
    return NULL;
  for (guint i = 0; known[i] != NULL; i++)
    if (g_str_equal (known[i], name))
      return known[i];
  {
    g_autofree char *all = g_strjoinv (", ", (char **)known);

    base_json_fail (&at, _ ("found “%s”, expected one of: %s"), name, all);
  }
  return NULL;
}

/* {{{ Sources: a hub names one of the list on top of its file */

typedef struct
{
  const char *address, *origin, *date;
} Source;

static GHashTable *
read_sources (Catalogue *catalogue, const BaseJsonCursor *root)
{
  GHashTable *sources = g_hash_table_new (g_str_hash, g_str_equal);
  BaseJsonCursor object = base_json_need (root, "sources");
  const char *const *names = base_json_members (&object);

  for (guint i = 0; names[i] != NULL; i++)
    {
      BaseJsonCursor record = base_json_get (&object, names[i]);
      Source *source = catalogue_arena_new0 (catalogue->arena, Source, 1);

      base_json_only (&record, CATALOGUE_MEMBERS ("address", "origin", "date"));
      source->address = catalogue_need_address (catalogue, &record, "address");
      source->origin = catalogue_get_address (catalogue, &record, "origin");
      source->date = catalogue_get_when (catalogue, &record, "date", TRUE);
      g_hash_table_insert (sources, (gpointer)names[i], source);
    }
  return sources;
}

static void
read_source (const BaseJsonCursor *record, GHashTable *sources, CatalogueHub *hub)
{
  BaseJsonCursor at = base_json_need (record, "source");
  const char *name = base_json_need_string (record, "source");
  const Source *source;

  if (base_json_failed (record->document))
    return;
  source = g_hash_table_lookup (sources, name);
  if (source == NULL)
    {
      base_json_fail (&at, _ ("“%s” is not in the sources of this file"), name);
      return;
    }
  hub->source = source->address;
  hub->source_origin = source->origin;
  hub->source_date = source->date;
}

/* }}} */
/* {{{ Links */

static void
read_link (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueHubLink *link)
{
  BaseJsonCursor id = base_json_get (record, "id");
  gboolean has_id;

  base_json_only (record, CATALOGUE_MEMBERS ("kind", "id", "name", "address", "sectors"));
  (void)base_json_need (record, "kind");
  link->kind = get_name (record, "kind", link_kinds);
  link->id = catalogue_get_text (catalogue, record, "id");
  link->name = catalogue_need_text (catalogue, record, "name");
  link->address = catalogue_get_address (catalogue, record, "address");
  link->sectors = catalogue_get_term_ids (catalogue, record, "sectors", CATALOGUE_TERM_SECTOR);
  if (base_json_failed (record->document))
    return;
  has_id = g_str_equal (link->kind, "hub") || g_str_equal (link->kind, "cluster");
  if (has_id != (link->id != NULL))
    base_json_fail (&id, "%s",
                    has_id ? _ ("is missing: a link to a hub or cluster needs its id")
                           : _ ("only a link to a hub or cluster has an id"));
}

static void
read_links (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueHub *hub)
{
  BaseJsonCursor array = base_json_get (record, "links");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueHubLink *links = catalogue_arena_new0 (catalogue->arena, CatalogueHubLink, n);

  for (guint i = 0; i < n && !base_json_failed (record->document); i++)
    {
      BaseJsonCursor at = base_json_item (&array, i);

      read_link (catalogue, &at, &links[i]);
    }
  hub->links = links;
  hub->n_links = n;
}

static void
check_links (const Catalogue *catalogue, const BaseJsonCursor *record)
{
  BaseJsonCursor array = base_json_get (record, "links");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  const char *own_id = base_json_get_string (record, "id", "");

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor link = base_json_item (&array, i);
      BaseJsonCursor at = base_json_get (&link, "id");
      const char *kind = base_json_get_string (&link, "kind", "");
      const char *id = base_json_get_string (&link, "id", NULL);

      if (id == NULL)
        continue;
      if (g_str_equal (kind, "hub") && g_str_equal (id, own_id))
        base_json_fail (&at, _ ("“%s” is the hub itself"), id);
      else if (!g_hash_table_contains (g_str_equal (kind, "hub") ? catalogue->hubs_by_id
                                                                 : catalogue->clusters_by_id,
                                       id))
        base_json_fail (&at, _ ("there is no %s “%s”"), kind, id);
    }
}

void
catalogue_check_hub_links (const Catalogue *catalogue, const BaseJsonCursor *root)
{
  BaseJsonCursor array = base_json_get (root, "hubs");
  guint n = base_json_length (&array);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      check_links (catalogue, &record);
    }
}

/* }}} */
/* {{{ A hub */

static const CatalogueHubTag *
read_tags (Catalogue *catalogue,
           const BaseJsonCursor *record,
           const char *member,
           CatalogueTermKind kind,
           const char *const *derived,
           guint *n)
{
  CatalogueHubTag *tags
      = (CatalogueHubTag *)catalogue_get_tags (catalogue, record, member, kind, n);

  if (g_strv_contains (derived, member))
    for (guint i = 0; i < *n; i++)
      tags[i].derived = TRUE;
  return tags;
}

static void
read_fields (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueHub *hub)
{
  const char *const *derived = catalogue_get_names (catalogue, record, "derived", tag_kinds);

  hub->sectors
      = read_tags (catalogue, record, "sectors", CATALOGUE_TERM_SECTOR, derived, &hub->n_sectors);
  hub->technologies = read_tags (catalogue, record, "technologies", CATALOGUE_TERM_TECHNOLOGY,
                                 derived, &hub->n_technologies);
  hub->services = read_tags (catalogue, record, "services", CATALOGUE_TERM_SERVICE, derived,
                             &hub->n_services);
  hub->pillars = catalogue_get_term_ids (catalogue, record, "pillars", CATALOGUE_TERM_PILLAR);
  hub->test_before_invest = g_strv_contains (hub->pillars, "test-before-invest");
}

static void
read_place (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueHub *hub)
{
  CataloguePlace place = catalogue_get_place (catalogue, record);

  hub->country = place.country;
  hub->nuts2 = place.region;
  hub->region_name = place.region_name;
  hub->city = place.city;
  hub->located = place.located;
  hub->lat = place.lat;
  hub->lon = place.lon;
  hub->location_derived = base_json_get_boolean (record, "location_derived", FALSE);
}

static void
read_hub (Catalogue *catalogue,
          const BaseJsonCursor *record,
          GHashTable *sources,
          CatalogueHub *hub)
{
  base_json_only (record,
                  CATALOGUE_MEMBERS ("id", "name", "acronym", "aliases", "country", "region",
                                     "region_name", "city", "lat", "lon", "location_derived",
                                     "kind", "stage", "host", "website", "website_note", "contact",
                                     "sectors", "technologies", "services", "derived", "pillars",
                                     "links", "funding", "notes", "source"));
  hub->id = catalogue_need_id (catalogue, record, catalogue->hubs_by_id);
  hub->name = catalogue_need_text (catalogue, record, "name");
  hub->acronym = catalogue_get_text (catalogue, record, "acronym");
  hub->aliases = catalogue_get_texts (catalogue, record, "aliases");
  read_place (catalogue, record, hub);
  hub->kind = (CatalogueHubKind)base_json_need_name (record, "kind", kinds);
  hub->stage = get_name (record, "stage", stages);
  hub->host = catalogue_get_text (catalogue, record, "host");
  hub->website = catalogue_get_address (catalogue, record, "website");
  hub->website_note = catalogue_get_text (catalogue, record, "website_note");
  hub->contact = catalogue_get_text (catalogue, record, "contact");
  read_fields (catalogue, record, hub);
  read_links (catalogue, record, hub);
  hub->funding = catalogue_get_names (catalogue, record, "funding", fundings);
  hub->notes = catalogue_get_text (catalogue, record, "notes");
  read_source (record, sources, hub);
}

void
catalogue_read_hubs (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  g_autoptr (GHashTable) sources = read_sources (catalogue, root);
  BaseJsonCursor array = base_json_need (root, "hubs");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueHub *hubs = catalogue_arena_new0 (catalogue->arena, CatalogueHub, n);
  const char *date = catalogue_need_day (catalogue, root, "date");

  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "date", "sources", "hubs"));
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      read_hub (catalogue, &record, sources, &hubs[i]);
      hubs[i].own = own;
      if (base_json_failed (root->document))
        return;
      g_ptr_array_add (catalogue->hubs, &hubs[i]);
      g_hash_table_insert (catalogue->hubs_by_id, (gpointer)hubs[i].id, &hubs[i]);
    }
  if (!own)
    catalogue->date = date;
  g_ptr_array_sort (catalogue->hubs, catalogue_compare_ids);
}

/* }}} */
/* {{{ How many hubs carry a term */

static void
count_term (Catalogue *catalogue, CatalogueTermKind kind, const char *id)
{
  CatalogueTerms *terms = &catalogue->terms[kind];
  const CatalogueTerm *term = g_hash_table_lookup (terms->by_id, id);

  terms->hubs[term - terms->terms]++;
}

static void
count_tags (Catalogue *catalogue, CatalogueTermKind kind, const CatalogueHubTag *tags, guint n)
{
  for (guint i = 0; i < n; i++)
    count_term (catalogue, kind, tags[i].id);
}

void
catalogue_count_hub_terms (Catalogue *catalogue)
{
  for (guint i = 0; i < catalogue->hubs->len; i++)
    {
      const CatalogueHub *hub = g_ptr_array_index (catalogue->hubs, i);

      count_tags (catalogue, CATALOGUE_TERM_SECTOR, hub->sectors, hub->n_sectors);
      count_tags (catalogue, CATALOGUE_TERM_TECHNOLOGY, hub->technologies, hub->n_technologies);
      count_tags (catalogue, CATALOGUE_TERM_SERVICE, hub->services, hub->n_services);
      for (guint j = 0; hub->pillars[j] != NULL; j++)
        count_term (catalogue, CATALOGUE_TERM_PILLAR, hub->pillars[j]);
    }
}

/* }}} */

guint
catalogue_n_hubs (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->hubs->len;
}

const CatalogueHub *
catalogue_hub (const Catalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (index < catalogue->hubs->len, NULL);

  return g_ptr_array_index (catalogue->hubs, index);
}

const CatalogueHub *
catalogue_find_hub (const Catalogue *catalogue, const char *id)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (catalogue->hubs_by_id, id);
}
