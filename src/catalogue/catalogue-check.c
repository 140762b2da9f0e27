/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include "base/base-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Readers and checks that several data files need. */

#define LEVEL_MAX 5

static const char *const no_strings[] = { NULL };

/* {{{ Forms of text */

gboolean
catalogue_is_id (const char *text)
{
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_islower (*p) || g_ascii_isdigit (*p))
      in_word = TRUE;
    else if (*p == '-' && in_word)
      in_word = FALSE;
    else
      return FALSE;
  return in_word;
}

gboolean
catalogue_is_address (const char *text)
{
  const char *host;

  if (g_str_has_prefix (text, "https://"))
    host = text + strlen ("https://");
  else if (g_str_has_prefix (text, "http://"))
    host = text + strlen ("http://");
  else
    return FALSE;
  if (*host == '/' || *host == '\0')
    return FALSE;
  for (const char *p = host; *p != '\0'; p++)
    if (g_ascii_isspace (*p) || g_ascii_iscntrl (*p) || strchr ("<>\"", *p) != NULL)
      return FALSE;
  return g_uri_is_valid (text, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

gboolean
catalogue_is_when (const char *text, gboolean year)
{
  gsize length = strlen (text);
  g_autofree char *day = NULL;

  if (length == strlen ("2021-03-16"))
    return base_date_is_valid (text);
  if (length == strlen ("2021-03"))
    day = g_strconcat (text, "-01", NULL);
  else if (length == strlen ("2021") && year)
    day = g_strconcat (text, "-01-01", NULL);
  return day != NULL && base_date_is_valid (day);
}

/* }}} */
/* {{{ Single members */

const char *
catalogue_get_text (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  return catalogue_arena_string (catalogue->arena, base_json_get_string (record, member, NULL));
}

const char *
catalogue_need_text (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  return catalogue_arena_string (catalogue->arena, base_json_need_string (record, member));
}

static void
check_address (const BaseJsonCursor *at, const char *address)
{
  if (!catalogue_is_address (address))
    base_json_fail (at, _ ("“%s” is no address, expected https://… or http://…"), address);
}

const char *
catalogue_get_address (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  BaseJsonCursor at = base_json_get (record, member);
  const char *address = catalogue_get_text (catalogue, record, member);

  if (base_json_present (&at) && address != NULL)
    check_address (&at, address);
  return address;
}

const char *
catalogue_need_address (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  (void)base_json_need (record, member);
  return catalogue_get_address (catalogue, record, member);
}

const char *
catalogue_get_day (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  return catalogue_arena_string (catalogue->arena, base_json_get_date (record, member));
}

const char *
catalogue_need_day (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  (void)base_json_need (record, member);
  return catalogue_get_day (catalogue, record, member);
}

const char *
catalogue_get_when (Catalogue *catalogue,
                    const BaseJsonCursor *record,
                    const char *member,
                    gboolean year)
{
  BaseJsonCursor at = base_json_get (record, member);
  const char *when = catalogue_get_text (catalogue, record, member);

  if (base_json_present (&at) && when != NULL && !catalogue_is_when (when, year))
    base_json_fail (&at,
                    year ? _ ("“%s” is no date, expected YYYY-MM-DD, YYYY-MM or YYYY")
                         : _ ("“%s” is no date, expected YYYY-MM-DD or YYYY-MM"),
                    when);
  return when;
}

const char *
catalogue_need_id (Catalogue *catalogue, const BaseJsonCursor *record, GHashTable *taken)
{
  BaseJsonCursor at = base_json_need (record, "id");
  const char *id = catalogue_need_text (catalogue, record, "id");

  if (base_json_failed (record->document))
    return id;
  if (!catalogue_is_id (id))
    base_json_fail (&at, _ ("“%s” is no id, expected small letters, digits and hyphens"), id);
  else if (g_hash_table_contains (taken, id))
    base_json_fail (&at, _ ("“%s” is there twice"), id);
  return id;
}

/* }}} */
/* {{{ Lists */

/* What a list of strings may hold: an item that stands for the string, or NULL with the problem
 * kept. */
typedef const char *(*ItemFunc) (Catalogue *catalogue,
                                 const BaseJsonCursor *at,
                                 const char *string,
                                 gconstpointer data);

static gboolean
is_among (const char *string, const char *const *items, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (items[i], string))
      return TRUE;
  return FALSE;
}

static const char *const *
read_list (Catalogue *catalogue,
           const BaseJsonCursor *record,
           const char *member,
           ItemFunc read_item,
           gconstpointer data)
{
  BaseJsonCursor list = base_json_get (record, member);
  guint n = base_json_present (&list) ? base_json_length (&list) : 0;
  const char **items;

  if (n == 0)
    return no_strings;
  items = catalogue_arena_new0 (catalogue->arena, const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor at = base_json_item (&list, i);
      const char *string = base_json_string (&at);

      if (!base_json_failed (record->document) && is_among (string, items, i))
        base_json_fail (&at, _ ("“%s” is there twice"), string);
      if (!base_json_failed (record->document))
        items[i] = read_item (catalogue, &at, string, data);
      if (base_json_failed (record->document))
        return no_strings;
    }
  return items;
}

static const char *
read_text_item (Catalogue *catalogue,
                const BaseJsonCursor *at,
                const char *string,
                gconstpointer data)
{
  return catalogue_arena_string (catalogue->arena, string);
}

static const char *
read_address_item (Catalogue *catalogue,
                   const BaseJsonCursor *at,
                   const char *string,
                   gconstpointer data)
{
  check_address (at, string);
  return catalogue_arena_string (catalogue->arena, string);
}

static const char *
read_name_item (Catalogue *catalogue,
                const BaseJsonCursor *at,
                const char *string,
                gconstpointer data)
{
  const char *const *known = data;

  for (guint i = 0; known[i] != NULL; i++)
    if (g_str_equal (known[i], string))
      return known[i];
  {
    g_autofree char *all = g_strjoinv (", ", (char **)known);

    base_json_fail (at, _ ("found “%s”, expected one of: %s"), string, all);
  }
  return NULL;
}

static const CatalogueTerm *
find_term_at (const Catalogue *catalogue,
              const BaseJsonCursor *at,
              CatalogueTermKind kind,
              const char *id)
{
  const CatalogueTerm *term = g_hash_table_lookup (catalogue->terms[kind].by_id, id);

  if (term == NULL)
    base_json_fail (at, _ ("“%s” is not in the vocabulary"), id);
  return term;
}

static const char *
read_term_item (Catalogue *catalogue,
                const BaseJsonCursor *at,
                const char *string,
                gconstpointer data)
{
  const CatalogueTerm *term
      = find_term_at (catalogue, at, (CatalogueTermKind)GPOINTER_TO_UINT (data), string);

  return term != NULL ? term->id : NULL;
}

const char *const *
catalogue_get_texts (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  return read_list (catalogue, record, member, read_text_item, NULL);
}

const char *const *
catalogue_get_addresses (Catalogue *catalogue, const BaseJsonCursor *record, const char *member)
{
  return read_list (catalogue, record, member, read_address_item, NULL);
}

const char *const *
catalogue_get_names (Catalogue *catalogue,
                     const BaseJsonCursor *record,
                     const char *member,
                     const char *const *known)
{
  return read_list (catalogue, record, member, read_name_item, known);
}

const char *const *
catalogue_get_term_ids (Catalogue *catalogue,
                        const BaseJsonCursor *record,
                        const char *member,
                        CatalogueTermKind kind)
{
  return read_list (catalogue, record, member, read_term_item, GUINT_TO_POINTER (kind));
}

const CatalogueHubTag *
catalogue_get_tags (Catalogue *catalogue,
                    const BaseJsonCursor *record,
                    const char *member,
                    CatalogueTermKind kind,
                    guint *n)
{
  BaseJsonCursor object = base_json_get (record, member);
  const char *const *ids;
  CatalogueHubTag *tags;
  guint count;

  *n = 0;
  if (!base_json_present (&object))
    return NULL;
  ids = base_json_members (&object);
  count = g_strv_length ((char **)ids);
  tags = catalogue_arena_new0 (catalogue->arena, CatalogueHubTag, count);
  for (guint i = 0; i < count; i++)
    {
      BaseJsonCursor at = base_json_get (&object, ids[i]);
      const CatalogueTerm *term = find_term_at (catalogue, &at, kind, ids[i]);

      tags[i].level = (guint8)base_json_integer (&at, 0, LEVEL_MAX);
      if (term != NULL)
        tags[i].id = term->id;
    }
  *n = count;
  return tags;
}

/* }}} */
/* {{{ Places */

static const char *
read_country (const Catalogue *catalogue, const BaseJsonCursor *record)
{
  BaseJsonCursor at = base_json_need (record, "country");
  const char *code = base_json_need_string (record, "country");
  const CatalogueCountry *country;

  if (base_json_failed (record->document))
    return NULL;
  country = g_hash_table_lookup (catalogue->countries_by_code, code);
  if (country == NULL)
    base_json_fail (&at, _ ("“%s” is no known country"), code);
  else if (!g_str_equal (country->nuts, code))
    base_json_fail (&at, _ ("found “%s”, expected the NUTS code “%s”"), code, country->nuts);
  return country != NULL ? country->nuts : NULL;
}

static const char *
read_region (const Catalogue *catalogue, const BaseJsonCursor *record, const char *country)
{
  BaseJsonCursor at = base_json_get (record, "region");
  const char *code = base_json_get_string (record, "region", NULL);
  const CatalogueRegion *region;

  if (code == NULL || base_json_failed (record->document))
    return NULL;
  region = g_hash_table_lookup (catalogue->regions_by_code, code);
  if (region == NULL)
    base_json_fail (&at, _ ("“%s” is no known NUTS region"), code);
  else if (!g_str_equal (region->country, country))
    base_json_fail (&at, _ ("region %s is not in the country %s"), code, country);
  else if (region->level > 2)
    base_json_fail (&at, _ ("region %s is of level %d, expected level 0 to 2"), code,
                    region->level);
  return region != NULL ? region->code : NULL;
}

static void
read_position (const BaseJsonCursor *record, CataloguePlace *place)
{
  BaseJsonCursor lat = base_json_get (record, "lat");
  BaseJsonCursor lon = base_json_get (record, "lon");

  place->located = base_json_present (&lat);
  if (place->located != base_json_present (&lon))
    base_json_fail (place->located ? &lon : &lat, "%s", _ ("is missing: lat and lon go together"));
  if (!place->located)
    return;
  place->lat = base_json_number (&lat, -90, 90);
  place->lon = base_json_number (&lon, -180, 180);
}

CataloguePlace
catalogue_get_place (Catalogue *catalogue, const BaseJsonCursor *record)
{
  CataloguePlace place = { .country = read_country (catalogue, record) };

  place.region = read_region (catalogue, record, place.country);
  place.region_name = catalogue_get_text (catalogue, record, "region_name");
  place.city = catalogue_get_text (catalogue, record, "city");
  read_position (record, &place);
  return place;
}

/* }}} */
