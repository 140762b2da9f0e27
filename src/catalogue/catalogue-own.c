/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-own.h"

#include "base/base-date.h"
#include "catalogue/catalogue-check.h"
#include "catalogue/catalogue-own-file.h"

#include <glib/gi18n-lib.h>

/* The user's own hubs and kinds of support: checking and writing records. */

#define EUROS_MAX (G_GINT64_CONSTANT (1000000000000))
#define LEVEL_MAX 5

static const CatalogueOwnFile instruments_file
    = { "catalogue/instruments.json", "waymark-instruments", "instruments" };
static const CatalogueOwnFile hubs_file = { "catalogue/hubs.json", "waymark-hubs", "hubs" };

/* {{{ Checks; each says which member is wrong */

static gboolean
fail (GError **error, const char *member, const char *what)
{
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE, "%s: %s", member, what);
  return FALSE;
}

/* Not only spaces, and text that JSON can hold. */
static gboolean
check_text (const char *member, const char *text, gboolean needed, GError **error)
{
  g_autofree char *stripped = NULL;

  if (text == NULL)
    return !needed || fail (error, member, _ ("is missing"));
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, member, _ ("is not UTF-8 text"));
  stripped = g_strstrip (g_strdup (text));
  return *stripped != '\0' || fail (error, member, _ ("is empty"));
}

static gboolean
check_texts (const char *member, const char *const *texts, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (!check_text (member, texts[i], TRUE, error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (texts[i], texts[j]))
          return fail (error, member, _ ("has the same entry twice"));
    }
  return TRUE;
}

static gboolean
check_address (const char *member, const char *address, gboolean needed, GError **error)
{
  return check_text (member, address, needed, error)
         && (address == NULL || catalogue_is_address (address)
             || fail (error, member, _ ("is no address, expected https://… or http://…")));
}

static gboolean
check_day (const char *member, const char *day, gboolean needed, GError **error)
{
  return check_text (member, day, needed, error)
         && (day == NULL || base_date_is_valid (day)
             || fail (error, member, _ ("is no date, expected YYYY-MM-DD")));
}

static gboolean
check_range (const char *member, gint64 value, gint64 high, GError **error)
{
  return value == -1 || (value >= 1 && value <= high)
         || fail (error, member, _ ("is out of range"));
}

static gboolean
check_term (const Catalogue *catalogue,
            const char *member,
            CatalogueTermKind kind,
            const char *id,
            GError **error)
{
  if (id == NULL || catalogue_find_term (catalogue, kind, id) == NULL)
    return fail (error, member, _ ("has a term that is not in the vocabulary"));
  return TRUE;
}

static gboolean
check_terms (const Catalogue *catalogue,
             const char *member,
             CatalogueTermKind kind,
             const char *const *ids,
             GError **error)
{
  if (!check_texts (member, ids, error))
    return FALSE;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!check_term (catalogue, member, kind, ids[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_tags (const Catalogue *catalogue,
            const char *member,
            CatalogueTermKind kind,
            const CatalogueHubTag *tags,
            guint n,
            GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      if (!check_term (catalogue, member, kind, tags[i].id, error))
        return FALSE;
      if (tags[i].level > LEVEL_MAX)
        return fail (error, member, _ ("has a level above 5"));
      for (guint j = 0; j < i; j++)
        if (g_str_equal (tags[i].id, tags[j].id))
          return fail (error, member, _ ("has the same entry twice"));
    }
  return TRUE;
}

/* }}} */
/* {{{ Instruments */

gboolean
catalogue_own_check_instrument (const CatalogueOwnInstrument *instrument, GError **error)
{
  g_return_val_if_fail (instrument != NULL, FALSE);

  return check_text ("title", instrument->title, TRUE, error)
         && check_text ("programme", instrument->payer, TRUE, error)
         && check_text ("summary", instrument->summary, FALSE, error)
         && check_range ("amount_each_eur", instrument->amount_eur, EUROS_MAX, error)
         && check_range ("rate_percent", instrument->rate_percent, 100, error)
         && check_texts ("conditions", instrument->conditions, error)
         && check_day ("deadline", instrument->deadline, FALSE, error)
         && check_address ("source", instrument->source, FALSE, error)
         && check_day ("last_verified", instrument->last_verified, TRUE, error);
}

static void
write_text (BaseJsonWriter *writer, const char *member, const char *text)
{
  if (text != NULL)
    base_json_writer_string (writer, member, text);
}

static void
write_texts (BaseJsonWriter *writer, const char *member, const char *const *texts)
{
  if (texts != NULL && texts[0] != NULL)
    base_json_writer_strings (writer, member, texts);
}

static void
write_instrument (BaseJsonWriter *writer, const char *id, gconstpointer record)
{
  const CatalogueOwnInstrument *instrument = record;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", id);
  base_json_writer_string (writer, "title", instrument->title);
  base_json_writer_string (writer, "programme", instrument->payer);
  write_text (writer, "summary", instrument->summary);
  if (instrument->amount_eur >= 0)
    base_json_writer_integer (writer, "amount_each_eur", instrument->amount_eur);
  if (instrument->rate_percent >= 0)
    base_json_writer_integer (writer, "rate_percent", instrument->rate_percent);
  write_texts (writer, "conditions", instrument->conditions);
  write_text (writer, "deadline", instrument->deadline);
  write_text (writer, "source", instrument->source);
  base_json_writer_string (writer, "last_verified", instrument->last_verified);
  base_json_writer_end_object (writer);
}

gboolean
catalogue_own_add_instrument (const char *folder,
                              const Catalogue *catalogue,
                              const CatalogueOwnInstrument *instrument,
                              char **id,
                              GError **error)
{
  CatalogueOwnRecord record = { .write = write_instrument, .record = instrument };

  g_return_val_if_fail (folder != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (instrument != NULL, FALSE);

  if (!catalogue_own_check_instrument (instrument, error))
    return FALSE;
  record.stem = instrument->title;
  return catalogue_own_file_add (folder, &instruments_file, catalogue->instruments_by_id, &record,
                                 id, error);
}

gboolean
catalogue_own_change_instrument (const char *folder,
                                 const char *id,
                                 const CatalogueOwnInstrument *instrument,
                                 GError **error)
{
  CatalogueOwnRecord record = { .write = write_instrument, .record = instrument };

  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);
  g_return_val_if_fail (instrument != NULL, FALSE);

  return catalogue_own_check_instrument (instrument, error)
         && catalogue_own_file_change (folder, &instruments_file, id, &record, error);
}

gboolean
catalogue_own_remove_instrument (const char *folder, const char *id, GError **error)
{
  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);

  return catalogue_own_file_remove (folder, &instruments_file, id, error);
}

/* }}} */
/* {{{ Hubs */

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
    return fail (error, "country", _ ("is no NUTS country code"));
  if (hub->nuts2 != NULL
      && (region == NULL || region->level > 2 || !g_str_equal (region->country, hub->country)))
    return fail (error, "region", _ ("is no NUTS region of level 0 to 2 of the country"));
  if (hub->located && !(hub->lat >= -90 && hub->lat <= 90))
    return fail (error, "lat", _ ("is out of range"));
  if (hub->located && !(hub->lon >= -180 && hub->lon <= 180))
    return fail (error, "lon", _ ("is out of range"));
  return check_text ("region_name", hub->region_name, FALSE, error)
         && check_text ("city", hub->city, FALSE, error);
}

static gboolean
check_fields (const Catalogue *catalogue, const CatalogueHub *hub, GError **error)
{
  return check_tags (catalogue, "sectors", CATALOGUE_TERM_SECTOR, hub->sectors, hub->n_sectors,
                     error)
         && check_tags (catalogue, "technologies", CATALOGUE_TERM_TECHNOLOGY, hub->technologies,
                        hub->n_technologies, error)
         && check_tags (catalogue, "services", CATALOGUE_TERM_SERVICE, hub->services,
                        hub->n_services, error)
         && check_terms (catalogue, "pillars", CATALOGUE_TERM_PILLAR, hub->pillars, error);
}

gboolean
catalogue_own_check_hub (const Catalogue *catalogue, const CatalogueHub *hub, GError **error)
{
  g_return_val_if_fail (catalogue != NULL && hub != NULL, FALSE);

  if ((guint)hub->kind >= G_N_ELEMENTS (hub_kinds))
    return fail (error, "kind", _ ("is out of range"));
  if (hub->source_date != NULL && !catalogue_is_when (hub->source_date, TRUE))
    return fail (error, "date", _ ("is no date, expected YYYY-MM-DD"));
  return check_text ("name", hub->name, TRUE, error)
         && check_text ("acronym", hub->acronym, FALSE, error)
         && check_texts ("aliases", hub->aliases, error) && check_place (catalogue, hub, error)
         && check_text ("host", hub->host, FALSE, error)
         && check_address ("website", hub->website, FALSE, error)
         && check_fields (catalogue, hub, error) && check_text ("notes", hub->notes, FALSE, error)
         && check_address ("source", hub->source, TRUE, error);
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

static void
write_hub_place (BaseJsonWriter *writer, const CatalogueHub *hub)
{
  base_json_writer_string (writer, "country", hub->country);
  write_text (writer, "region", hub->nuts2);
  write_text (writer, "region_name", hub->region_name);
  write_text (writer, "city", hub->city);
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
  write_text (writer, "acronym", hub->acronym);
  write_texts (writer, "aliases", hub->aliases);
  write_hub_place (writer, hub);
  base_json_writer_string (writer, "kind", hub_kinds[hub->kind]);
  write_text (writer, "host", hub->host);
  write_text (writer, "website", hub->website);
  write_tags (writer, "sectors", hub->sectors, hub->n_sectors);
  write_tags (writer, "technologies", hub->technologies, hub->n_technologies);
  write_tags (writer, "services", hub->services, hub->n_services);
  write_texts (writer, "pillars", hub->pillars);
  write_text (writer, "notes", hub->notes);
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
  write_text (writer, "date", dated->hub->source_date);
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

  if (!check_day ("date", date, TRUE, error) || !catalogue_own_check_hub (catalogue, hub, error))
    return FALSE;
  record.stem = hub->name;
  return catalogue_own_file_add (folder, &hubs_file, catalogue->hubs_by_id, &record, id, error);
}

gboolean
catalogue_own_remove_hub (const char *folder, const char *id, GError **error)
{
  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);

  return catalogue_own_file_remove (folder, &hubs_file, id, error);
}

/* }}} */
