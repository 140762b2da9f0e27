/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-own.h"

#include "catalogue/catalogue-check.h"
#include "catalogue/catalogue-own-check.h"
#include "catalogue/catalogue-own-file.h"

#include <glib/gi18n-lib.h>

/* The user's own hubs: checking and writing records. */

static const CatalogueOwnFile hubs_file = { "catalogue/hubs.json", "waymark-hubs", "hubs" };

static const char *const hub_kinds[] = {
  [CATALOGUE_HUB_EDIH] = "edih",
  [CATALOGUE_HUB_SEAL] = "seal",
  [CATALOGUE_HUB_DIH] = "dih",
};

typedef struct
{
  const CatalogueHub *hub;
  const char *date;
} DatedHub;

static gboolean
check_place (const Catalogue *catalogue, const CatalogueHub *hub, GError **error)
{
  const CatalogueCountry *country
      = hub->country != NULL ? catalogue_find_country (catalogue, hub->country) : NULL;
  const CatalogueRegion *region
      = hub->nuts2 != NULL ? catalogue_find_region (catalogue, hub->nuts2) : NULL;

  if (country == NULL || !g_str_equal (country->nuts, hub->country))
    return catalogue_own_fail (error, "country", _ ("is no NUTS country code"));
  if (hub->nuts2 != NULL
      && (region == NULL || region->level > 2 || !g_str_equal (region->country, hub->country)))
    return catalogue_own_fail (error, "region",
                               _ ("is no NUTS region of level 0 to 2 of the country"));
  if (hub->located && !(hub->lat >= -90 && hub->lat <= 90))
    return catalogue_own_fail (error, "lat", _ ("is out of range"));
  if (hub->located && !(hub->lon >= -180 && hub->lon <= 180))
    return catalogue_own_fail (error, "lon", _ ("is out of range"));
  return catalogue_own_check_text ("region_name", hub->region_name, FALSE, error)
         && catalogue_own_check_text ("city", hub->city, FALSE, error);
}

static gboolean
check_fields (const Catalogue *catalogue, const CatalogueHub *hub, GError **error)
{
  return catalogue_own_check_tags (catalogue, "sectors", CATALOGUE_TERM_SECTOR, hub->sectors,
                                   hub->n_sectors, error)
         && catalogue_own_check_tags (catalogue, "technologies", CATALOGUE_TERM_TECHNOLOGY,
                                      hub->technologies, hub->n_technologies, error)
         && catalogue_own_check_tags (catalogue, "services", CATALOGUE_TERM_SERVICE, hub->services,
                                      hub->n_services, error)
         && catalogue_own_check_terms (catalogue, "pillars", CATALOGUE_TERM_PILLAR, hub->pillars,
                                       error);
}

gboolean
catalogue_own_check_hub (const Catalogue *catalogue, const CatalogueHub *hub, GError **error)
{
  g_return_val_if_fail (catalogue != NULL && hub != NULL, FALSE);

  if ((guint)hub->kind >= G_N_ELEMENTS (hub_kinds))
    return catalogue_own_fail (error, "kind", _ ("is out of range"));
  if (hub->source_date != NULL && !catalogue_is_when (hub->source_date, TRUE))
    return catalogue_own_fail (error, "date", _ ("is no date, expected YYYY-MM-DD"));
  return catalogue_own_check_text ("name", hub->name, TRUE, error)
         && catalogue_own_check_text ("acronym", hub->acronym, FALSE, error)
         && catalogue_own_check_texts ("aliases", hub->aliases, error)
         && check_place (catalogue, hub, error)
         && catalogue_own_check_text ("host", hub->host, FALSE, error)
         && catalogue_own_check_address ("website", hub->website, FALSE, error)
         && catalogue_own_check_text ("contact", hub->contact, FALSE, error)
         && check_fields (catalogue, hub, error)
         && catalogue_own_check_text ("notes", hub->notes, FALSE, error)
         && catalogue_own_check_address ("source", hub->source, TRUE, error);
}

static void
write_tags (BaseJsonWriter *writer, const char *member, const CatalogueHubTag *tags, guint n)
{
  if (n == 0)
    return;
  base_json_writer_begin_object (writer, member);
  for (guint i = 0; i < n; i++)
    base_json_writer_integer (writer, tags[i].id, tags[i].level);
  base_json_writer_end_object (writer);
}

/* Which lists somebody concluded from texts. */
static void
write_derived (BaseJsonWriter *writer, const CatalogueHub *hub)
{
  const struct
  {
    const char *member;
    const CatalogueHubTag *tags;
    guint n;
  } lists[] = { { "sectors", hub->sectors, hub->n_sectors },
                { "technologies", hub->technologies, hub->n_technologies },
                { "services", hub->services, hub->n_services } };
  const char *names[G_N_ELEMENTS (lists) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].n > 0 && lists[i].tags[0].derived)
      names[n++] = lists[i].member;
  catalogue_own_write_texts (writer, "derived", names);
}

static void
write_links (BaseJsonWriter *writer, const CatalogueHub *hub)
{
  if (hub->n_links == 0)
    return;
  base_json_writer_begin_array (writer, "links");
  for (guint i = 0; i < hub->n_links; i++)
    {
      const CatalogueHubLink *link = &hub->links[i];

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "kind", link->kind);
      catalogue_own_write_text (writer, "id", link->id);
      base_json_writer_string (writer, "name", link->name);
      catalogue_own_write_text (writer, "address", link->address);
      catalogue_own_write_texts (writer, "sectors", link->sectors);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_hub_place (BaseJsonWriter *writer, const CatalogueHub *hub)
{
  base_json_writer_string (writer, "country", hub->country);
  catalogue_own_write_text (writer, "region", hub->nuts2);
  catalogue_own_write_text (writer, "region_name", hub->region_name);
  catalogue_own_write_text (writer, "city", hub->city);
  if (!hub->located)
    return;
  base_json_writer_number (writer, "lat", hub->lat);
  base_json_writer_number (writer, "lon", hub->lon);
  if (hub->location_derived)
    base_json_writer_boolean (writer, "location_derived", TRUE);
}

/* A hub's source has the hub's id as its name in the list of sources. */
static void
write_hub (BaseJsonWriter *writer, const char *id, gconstpointer record)
{
  const CatalogueHub *hub = ((const DatedHub *)record)->hub;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", id);
  base_json_writer_string (writer, "name", hub->name);
  catalogue_own_write_text (writer, "acronym", hub->acronym);
  catalogue_own_write_texts (writer, "aliases", hub->aliases);
  write_hub_place (writer, hub);
  base_json_writer_string (writer, "kind", hub_kinds[hub->kind]);
  catalogue_own_write_text (writer, "stage", hub->stage);
  catalogue_own_write_text (writer, "host", hub->host);
  catalogue_own_write_text (writer, "website", hub->website);
  catalogue_own_write_text (writer, "contact", hub->contact);
  catalogue_own_write_text (writer, "website_note", hub->website_note);
  write_tags (writer, "sectors", hub->sectors, hub->n_sectors);
  write_tags (writer, "technologies", hub->technologies, hub->n_technologies);
  write_tags (writer, "services", hub->services, hub->n_services);
  write_derived (writer, hub);
  catalogue_own_write_texts (writer, "pillars", hub->pillars);
  write_links (writer, hub);
  catalogue_own_write_texts (writer, "funding", hub->funding);
  catalogue_own_write_text (writer, "notes", hub->notes);
  base_json_writer_string (writer, "source", id);
  base_json_writer_end_object (writer);
}

static void
write_hubs_head (BaseJsonWriter *writer,
                 const BaseJsonCursor *old,
                 const char *id,
                 gconstpointer record)
{
  const DatedHub *dated = record;

  base_json_writer_string (writer, "date", dated->date);
  base_json_writer_begin_object (writer, "sources");
  if (old->document != NULL)
    {
      BaseJsonCursor sources = base_json_get (old, "sources");
      const char *const *names = base_json_members (&sources);

      for (guint i = 0; names[i] != NULL; i++)
        {
          BaseJsonCursor source = base_json_get (&sources, names[i]);

          if (!g_str_equal (names[i], id))
            catalogue_own_copy (writer, names[i], &source);
        }
    }
  base_json_writer_begin_object (writer, id);
  base_json_writer_string (writer, "address", dated->hub->source);
  catalogue_own_write_text (writer, "date", dated->hub->source_date);
  base_json_writer_end_object (writer);
  base_json_writer_end_object (writer);
}

gboolean
catalogue_own_add_hub (const char *folder,
                       const Catalogue *catalogue,
                       const CatalogueHub *hub,
                       const char *date,
                       char **id,
                       GError **error)
{
  DatedHub dated = { hub, date };
  CatalogueOwnRecord record
      = { .write = write_hub, .write_head = write_hubs_head, .record = &dated };

  g_return_val_if_fail (folder != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (hub != NULL, FALSE);

  if (!catalogue_own_check_day ("date", date, TRUE, error)
      || !catalogue_own_check_hub (catalogue, hub, error))
    return FALSE;
  record.stem = hub->name;
  return catalogue_own_file_add (folder, &hubs_file, catalogue->hubs_by_id, &record, id, error);
}

gboolean
catalogue_own_change_hub (const char *folder,
                          const Catalogue *catalogue,
                          const char *id,
                          const CatalogueHub *hub,
                          const char *date,
                          GError **error)
{
  DatedHub dated = { hub, date };
  CatalogueOwnRecord record
      = { .write = write_hub, .write_head = write_hubs_head, .record = &dated };

  g_return_val_if_fail (folder != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (id != NULL && hub != NULL, FALSE);

  return catalogue_own_check_day ("date", date, TRUE, error)
         && catalogue_own_check_hub (catalogue, hub, error)
         && catalogue_own_file_change (folder, &hubs_file, id, &record, error);
}

gboolean
catalogue_own_remove_hub (const char *folder, const char *id, GError **error)
{
  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);

  return catalogue_own_file_remove (folder, &hubs_file, id, error);
}
