/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Countries and NUTS regions. A region's level and country are in its code and not stored. */

#define N_TYPOLOGIES 4
#define LEVEL_MAX 3
#define ROW_ITEMS 5 /* code, name, lat, lon, largest place; level 3 also its typology */

typedef struct
{
  const char *member;
  const char *version;
} RegionList;

static const RegionList region_lists[] = {
  { "nuts_2024", "2024" },
  { "nuts_2021", "2021" },
};

/* {{{ Countries */

static gboolean
is_country_code (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && code[2] == '\0';
}

static void
add_country_code (Catalogue *catalogue,
                  const BaseJsonCursor *record,
                  const char *code,
                  const CatalogueCountry *country)
{
  if (base_json_failed (record->document))
    return;
  if (!is_country_code (code))
    base_json_fail (record, _ ("“%s” is no country code, expected two capital letters"), code);
  else if (!g_hash_table_insert (catalogue->countries_by_code, (gpointer)code, (gpointer)country))
    base_json_fail (record, _ ("“%s” is there twice"), code);
}

static void
read_country (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueCountry *country)
{
  static const char *const statuses[] = { "EU", "EFTA", "UK", "candidate/other", NULL };
  BaseJsonCursor status = base_json_need (record, "status");

  base_json_only (record, CATALOGUE_MEMBERS ("nuts", "iso", "name", "status"));
  country->nuts = catalogue_need_text (catalogue, record, "nuts");
  country->iso = catalogue_get_text (catalogue, record, "iso");
  country->name = catalogue_need_text (catalogue, record, "name");
  country->status = catalogue_need_text (catalogue, record, "status");
  if (base_json_failed (record->document))
    return;
  if (!g_strv_contains (statuses, country->status))
    base_json_fail (&status, _ ("“%s” is no status of a country"), country->status);
  add_country_code (catalogue, record, country->nuts, country);
  if (country->iso == NULL)
    country->iso = country->nuts;
  else
    add_country_code (catalogue, record, country->iso, country);
}

static int
compare_countries (gconstpointer a, gconstpointer b)
{
  const CatalogueCountry *const *x = a;
  const CatalogueCountry *const *y = b;

  return strcmp ((*x)->name, (*y)->name);
}

static void
read_countries (Catalogue *catalogue, const BaseJsonCursor *root)
{
  BaseJsonCursor array = base_json_need (root, "countries");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueCountry *countries = catalogue_arena_new0 (catalogue->arena, CatalogueCountry, n);

  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      read_country (catalogue, &record, &countries[i]);
      g_ptr_array_add (catalogue->countries, &countries[i]);
    }
  if (!base_json_failed (root->document))
    g_ptr_array_sort (catalogue->countries, compare_countries);
}

/* }}} */
/* {{{ Regions */

static gboolean
is_region_code (const char *code)
{
  gsize length = strlen (code);

  if (length < 2 || length > 2 + LEVEL_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (code[i]) && (i < 2 || !g_ascii_isdigit (code[i])))
      return FALSE;
  return TRUE;
}

/* Level and country, from the code. */
static void
read_code (Catalogue *catalogue, const BaseJsonCursor *at, CatalogueRegion *region)
{
  const char *code = base_json_string (at);
  char nuts[3] = { 0 };
  const CatalogueCountry *country;

  if (base_json_failed (at->document))
    return;
  if (!is_region_code (code))
    {
      base_json_fail (at, _ ("“%s” is no NUTS code"), code);
      return;
    }
  memcpy (nuts, code, 2);
  country = g_hash_table_lookup (catalogue->countries_by_code, nuts);
  if (country == NULL || !g_str_equal (country->nuts, nuts))
    base_json_fail (at, _ ("“%s” begins with no known country"), code);
  else if (g_hash_table_contains (catalogue->regions_by_code, code))
    base_json_fail (at, _ ("“%s” is there twice"), code);
  else
    {
      region->code = catalogue_arena_string (catalogue->arena, code);
      region->level = (guint8)(strlen (code) - 2);
      region->country = country->nuts;
    }
}

static double
read_degrees (const BaseJsonCursor *row, guint index, double limit)
{
  BaseJsonCursor at = base_json_item (row, index);

  return base_json_number (&at, -limit, limit);
}

static void
read_region (Catalogue *catalogue, const BaseJsonCursor *row, CatalogueRegion *region)
{
  guint n = base_json_length (row);
  BaseJsonCursor code = base_json_item (row, 0);
  BaseJsonCursor name = base_json_item (row, 1);
  BaseJsonCursor place = base_json_item (row, 4);
  BaseJsonCursor typology = base_json_item (row, ROW_ITEMS);

  read_code (catalogue, &code, region);
  if (base_json_failed (row->document))
    return;
  if (n != ROW_ITEMS + (region->level == LEVEL_MAX ? 1u : 0u))
    {
      base_json_fail (row, _ ("has %u items, a region of level %d has %d"), n, region->level,
                      ROW_ITEMS + (region->level == LEVEL_MAX));
      return;
    }
  region->name = catalogue_arena_string (catalogue->arena, base_json_string (&name));
  region->lat = read_degrees (row, 2, 90);
  region->lon = read_degrees (row, 3, 180);
  region->largest_place = catalogue_arena_string (catalogue->arena, base_json_string (&place));
  if (region->level == LEVEL_MAX)
    region->typology = (guint8)base_json_integer (&typology, 0, N_TYPOLOGIES - 1);
}

static CatalogueRegion *
find_parent (const Catalogue *catalogue, const CatalogueRegion *region)
{
  char code[3 + LEVEL_MAX] = { 0 };

  if (region->level == 0)
    return NULL;
  memcpy (code, region->code, region->level + 1);
  return g_hash_table_lookup (catalogue->regions_by_code, code);
}

static void
read_region_list (Catalogue *catalogue, const BaseJsonCursor *root, const RegionList *list)
{
  BaseJsonCursor array = base_json_need (root, list->member);
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueRegion *regions = catalogue_arena_new0 (catalogue->arena, CatalogueRegion, n);
  guint first = catalogue->regions->len;

  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor row = base_json_item (&array, i);

      read_region (catalogue, &row, &regions[i]);
      regions[i].version = list->version;
      g_ptr_array_add (catalogue->regions, &regions[i]);
      if (!base_json_failed (root->document))
        g_hash_table_insert (catalogue->regions_by_code, (gpointer)regions[i].code, &regions[i]);
    }
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      const CatalogueRegion *region = g_ptr_array_index (catalogue->regions, first + i);

      if (region->level > 0 && find_parent (catalogue, region) == NULL)
        {
          BaseJsonCursor row = base_json_item (&array, i);

          base_json_fail (&row, _ ("“%s” has no region above it in the list"), region->code);
        }
    }
}

static void
read_native_names (Catalogue *catalogue, const BaseJsonCursor *root)
{
  BaseJsonCursor object = base_json_need (root, "native_names");
  const char *const *codes;

  if (!base_json_is_object (&object))
    return;
  codes = base_json_members (&object);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      BaseJsonCursor at = base_json_get (&object, codes[i]);
      CatalogueRegion *region = g_hash_table_lookup (catalogue->regions_by_code, codes[i]);

      if (region == NULL)
        base_json_fail (&at, _ ("“%s” is no known NUTS region"), codes[i]);
      else
        region->native = catalogue_get_text (catalogue, &object, codes[i]);
    }
}

/* }}} */
/* {{{ Typology of larger regions */

typedef struct
{
  guint n[N_TYPOLOGIES];
} TypologyCount;

static guint8
leading_typology (const TypologyCount *count)
{
  guint8 best = 0;
  guint most = 0;

  for (guint8 i = 1; i < N_TYPOLOGIES; i++)
    if (count->n[i] > most)
      {
        best = i;
        most = count->n[i];
      }
    else if (count->n[i] == most)
      best = 0;
  return best;
}

/* Each level 3 region counts for all regions above it that are of its version. */
static void
derive_typologies (Catalogue *catalogue)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < catalogue->regions->len; i++)
    {
      const CatalogueRegion *region = g_ptr_array_index (catalogue->regions, i);
      CatalogueRegion *above;

      if (region->level != LEVEL_MAX || region->typology == 0)
        continue;
      for (above = find_parent (catalogue, region); above != NULL;
           above = find_parent (catalogue, above))
        if (above->version == region->version)
          {
            TypologyCount *count = g_hash_table_lookup (counts, above);

            if (count == NULL)
              {
                count = g_new0 (TypologyCount, 1);
                g_hash_table_insert (counts, above, count);
              }
            count->n[region->typology]++;
          }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    ((CatalogueRegion *)key)->typology = leading_typology (value);
}

/* }}} */

static int
compare_regions (gconstpointer a, gconstpointer b)
{
  const CatalogueRegion *const *x = a;
  const CatalogueRegion *const *y = b;

  return strcmp ((*x)->code, (*y)->code);
}

void
catalogue_read_regions (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "sources", "columns", "countries",
                                           "nuts_2024", "nuts_2021", "native_names"));
  (void)base_json_need (root, "sources");
  read_countries (catalogue, root);
  for (guint i = 0; i < G_N_ELEMENTS (region_lists) && !base_json_failed (root->document); i++)
    read_region_list (catalogue, root, &region_lists[i]);
  if (base_json_failed (root->document))
    return;
  read_native_names (catalogue, root);
  derive_typologies (catalogue);
  g_ptr_array_sort (catalogue->regions, compare_regions);
}

guint
catalogue_n_regions (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->regions->len;
}

const CatalogueRegion *
catalogue_region (const Catalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (index < catalogue->regions->len, NULL);

  return g_ptr_array_index (catalogue->regions, index);
}

const CatalogueRegion *
catalogue_find_region (const Catalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return g_hash_table_lookup (catalogue->regions_by_code, code);
}

guint
catalogue_n_countries (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->countries->len;
}

const CatalogueCountry *
catalogue_country (const Catalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (index < catalogue->countries->len, NULL);

  return g_ptr_array_index (catalogue->countries, index);
}

const CatalogueCountry *
catalogue_find_country (const Catalogue *catalogue, const char *nuts_or_iso)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (nuts_or_iso != NULL, NULL);

  return g_hash_table_lookup (catalogue->countries_by_code, nuts_or_iso);
}
