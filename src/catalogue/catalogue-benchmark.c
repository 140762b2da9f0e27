/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>

/* Eurostat's Digital Intensity Index: rows of year, country, size and five shares. */

#define ROW_ITEMS 8
#define FIRST_SHARE 3
#define YEAR_MIN 2000
#define YEAR_MAX 2100
#define WHOLE 10000 /* hundredths of a percent */

static const char *const sizes[]
    = { "small 10-49", "medium 50-249", "SME 10-249", "large 250+", "all 10+", NULL };

/* -1 where Eurostat has no figure. */
static int
read_share (const BaseJsonCursor *row, guint index)
{
  BaseJsonCursor at = base_json_item (row, index);

  return base_json_is_null (&at) ? -1 : (int)base_json_integer (&at, 0, WHOLE);
}

static const char *
read_area (Catalogue *catalogue, const BaseJsonCursor *row, const BaseJsonCursor *areas)
{
  BaseJsonCursor at = base_json_item (row, 1);
  const char *code = base_json_string (&at);
  const CatalogueCountry *country;
  BaseJsonCursor area;

  if (base_json_failed (row->document))
    return NULL;
  country = g_hash_table_lookup (catalogue->countries_by_code, code);
  if (country != NULL && g_str_equal (country->nuts, code))
    return country->nuts;
  area = base_json_get (areas, code);
  if (!base_json_present (&area))
    base_json_fail (&at, _ ("“%s” is no known country or area"), code);
  return catalogue_arena_string (catalogue->arena, code);
}

static const char *
read_size (const BaseJsonCursor *row)
{
  BaseJsonCursor at = base_json_item (row, 2);
  const char *size = base_json_string (&at);

  if (base_json_failed (row->document))
    return NULL;
  for (guint i = 0; sizes[i] != NULL; i++)
    if (g_str_equal (sizes[i], size))
      return sizes[i];
  base_json_fail (&at, _ ("“%s” is no known size class"), size);
  return NULL;
}

static gboolean
has_figure (const CatalogueBenchmark *row)
{
  return row->very_low >= 0 || row->low >= 0 || row->high >= 0 || row->very_high >= 0
         || row->at_least_basic >= 0;
}

static void
check_twice (const Catalogue *catalogue, const BaseJsonCursor *at, const CatalogueBenchmark *row)
{
  for (const CatalogueBenchmark *other = catalogue->benchmarks; other < row; other++)
    if (other->year == row->year && other->size == row->size
        && g_str_equal (other->country, row->country))
      base_json_fail (at, _ ("“%d %s %s” is there twice"), row->year, row->country, row->size);
}

static void
read_row (Catalogue *catalogue,
          const BaseJsonCursor *at,
          const BaseJsonCursor *areas,
          CatalogueBenchmark *row)
{
  BaseJsonCursor year = base_json_item (at, 0);

  if (base_json_length (at) != ROW_ITEMS)
    {
      base_json_fail (at, _ ("has %u items, expected %d"), base_json_length (at), ROW_ITEMS);
      return;
    }
  row->year = (int)base_json_integer (&year, YEAR_MIN, YEAR_MAX);
  row->country = read_area (catalogue, at, areas);
  row->size = read_size (at);
  row->very_low = read_share (at, FIRST_SHARE);
  row->low = read_share (at, FIRST_SHARE + 1);
  row->high = read_share (at, FIRST_SHARE + 2);
  row->very_high = read_share (at, FIRST_SHARE + 3);
  row->at_least_basic = read_share (at, FIRST_SHARE + 4);
  if (base_json_failed (at->document))
    return;
  if (!has_figure (row))
    base_json_fail (at, "%s", _ ("has no figure: leave the row out"));
  check_twice (catalogue, at, row);
}

void
catalogue_read_benchmarks (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  BaseJsonCursor array = base_json_need (root, "rows");
  BaseJsonCursor areas = base_json_need (root, "areas");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  const char *source = catalogue_need_text (catalogue, root, "source");

  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "title", "source", "licence",
                                           "note", "areas", "columns", "rows"));
  catalogue->benchmarks = catalogue_arena_new0 (catalogue->arena, CatalogueBenchmark, n);
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor at = base_json_item (&array, i);

      catalogue->benchmarks[i].source = source;
      read_row (catalogue, &at, &areas, &catalogue->benchmarks[i]);
      catalogue->n_benchmarks = i + 1;
    }
}

const CatalogueBenchmark *
catalogue_find_benchmark (const Catalogue *catalogue, const char *country, const char *size)
{
  const CatalogueCountry *known;
  const CatalogueBenchmark *newest = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (country != NULL && size != NULL, NULL);

  known = g_hash_table_lookup (catalogue->countries_by_code, country);
  if (known != NULL)
    country = known->nuts;
  for (guint i = 0; i < catalogue->n_benchmarks; i++)
    {
      const CatalogueBenchmark *row = &catalogue->benchmarks[i];

      if (g_str_equal (row->country, country) && g_str_equal (row->size, size)
          && (newest == NULL || row->year > newest->year))
        newest = row;
    }
  return newest;
}
