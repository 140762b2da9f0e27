/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* Country outlines. A ring is a text of whole numbers, hundredths of a degree: longitude and
 * latitude of the first point, then for each further point the difference to the one before. */

#define POINTS_MIN 3
#define HUNDREDTHS 100

/* The next number of @text, which is moved behind it and the space that follows. */
static gboolean
take_number (const char **text, gint64 limit, gint64 *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (**text) && **text != '-')
    return FALSE;
  errno = 0;
  *number = g_ascii_strtoll (*text, &end, 10);
  if (end == *text || errno != 0 || *number < -limit || *number > limit)
    return FALSE;
  if (*end == ' ' && end[1] != '\0')
    end++;
  else if (*end != '\0')
    return FALSE;
  *text = end;
  return TRUE;
}

/* The points of a ring as lon, lat pairs; NULL with the reason in @problem. */
static GArray *
parse_ring (const char *text, const char **problem)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (float));
  gint64 lon = 0, lat = 0;

  while (*text != '\0')
    {
      gint64 lon_step, lat_step;
      float point[2];

      if (!take_number (&text, 360 * HUNDREDTHS, &lon_step)
          || !take_number (&text, 180 * HUNDREDTHS, &lat_step))
        {
          *problem = _ ("is no list of pairs of whole numbers");
          return NULL;
        }
      lon += lon_step;
      lat += lat_step;
      if (ABS (lon) > 180 * HUNDREDTHS || ABS (lat) > 90 * HUNDREDTHS)
        {
          *problem = _ ("has a point outside ±180° longitude or ±90° latitude");
          return NULL;
        }
      point[0] = (float)((double)lon / HUNDREDTHS);
      point[1] = (float)((double)lat / HUNDREDTHS);
      g_array_append_vals (points, point, 2);
    }
  if (points->len < 2 * POINTS_MIN)
    {
      *problem = _ ("has fewer than 3 points");
      return NULL;
    }
  return g_steal_pointer (&points);
}

static void
read_ring (Catalogue *catalogue, const BaseJsonCursor *at, CatalogueRing *ring)
{
  const char *text = base_json_string (at);
  const char *problem = NULL;
  g_autoptr (GArray) points = NULL;
  float *copy;

  if (base_json_failed (at->document))
    return;
  points = parse_ring (text, &problem);
  if (points == NULL)
    {
      base_json_fail (at, "%s", problem);
      return;
    }
  copy = catalogue_arena_new0 (catalogue->arena, float, points->len);
  for (guint i = 0; i < points->len; i++)
    copy[i] = g_array_index (points, float, i);
  ring->points = copy;
  ring->n_points = points->len / 2;
}

static void
read_outline (Catalogue *catalogue,
              const BaseJsonCursor *record,
              GHashTable *taken,
              CatalogueOutline *outline)
{
  BaseJsonCursor iso = base_json_need (record, "iso");
  BaseJsonCursor array = base_json_need (record, "rings");
  CatalogueRing *rings;

  base_json_only (record, CATALOGUE_MEMBERS ("iso", "rings"));
  outline->iso = catalogue_need_text (catalogue, record, "iso");
  if (base_json_failed (record->document))
    return;
  if (!g_hash_table_add (taken, (gpointer)outline->iso))
    base_json_fail (&iso, _ ("“%s” is there twice"), outline->iso);
  outline->n_rings = base_json_length (&array);
  if (outline->n_rings == 0)
    base_json_fail (&array, "%s", _ ("has no ring"));
  rings = catalogue_arena_new0 (catalogue->arena, CatalogueRing, outline->n_rings);
  for (guint i = 0; i < outline->n_rings; i++)
    {
      BaseJsonCursor at = base_json_item (&array, i);

      read_ring (catalogue, &at, &rings[i]);
    }
  outline->rings = rings;
}

void
catalogue_read_outlines (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  BaseJsonCursor array = base_json_need (root, "countries");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;

  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "source", "encoding", "countries"));
  (void)base_json_need_string (root, "source");
  catalogue->outlines = catalogue_arena_new0 (catalogue->arena, CatalogueOutline, n);
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      read_outline (catalogue, &record, taken, &catalogue->outlines[i]);
      catalogue->n_outlines = i + 1;
    }
}

guint
catalogue_n_outlines (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->n_outlines;
}

const CatalogueOutline *
catalogue_outline (const Catalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (index < catalogue->n_outlines, NULL);

  return &catalogue->outlines[index];
}
