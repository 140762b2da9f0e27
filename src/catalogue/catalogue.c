/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-private.h"

#include "base/base-data.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Loading: the files one after the other, in an order in which each refers only to earlier ones;
 * links between hubs, which may point forward and into another source, are checked at the end. */

#define EARTH_RADIUS_KM 6371.0088

typedef struct
{
  const char *name;
  const char *format;
  void (*read) (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
  gboolean may_be_own; /* further sources may have it too */
  gboolean may_update; /* a further source may have a newer one in its folder update/ */
} DataFile;

static const DataFile files[] = {
  { "catalogue/vocabulary.json", "waymark-vocabulary", catalogue_read_vocabulary, FALSE, FALSE },
  { "reference/nuts.json", "waymark-regions", catalogue_read_regions, FALSE, FALSE },
  { "reference/nace.json", "waymark-activities", catalogue_read_divisions, FALSE, FALSE },
  { "reference/outlines.json", "waymark-outlines", catalogue_read_outlines, FALSE, FALSE },
  { "reference/benchmark.json", "waymark-benchmark", catalogue_read_benchmarks, FALSE, FALSE },
  { "catalogue/clusters.json", "waymark-clusters", catalogue_read_clusters, FALSE, TRUE },
  { "catalogue/hubs.json", "waymark-hubs", catalogue_read_hubs, TRUE, TRUE },
  { "catalogue/instruments.json", "waymark-instruments", catalogue_read_instruments, TRUE, TRUE },
  { "catalogue/guidance.json", "waymark-guidance", catalogue_read_guidance, FALSE, FALSE },
};

/* {{{ Life */

static Catalogue *
catalogue_create (void)
{
  Catalogue *catalogue = g_atomic_rc_box_new0 (Catalogue);

  catalogue->arena = catalogue_arena_new ();
  catalogue->countries = g_ptr_array_new ();
  catalogue->countries_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->regions = g_ptr_array_new ();
  catalogue->regions_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->clusters = g_ptr_array_new ();
  catalogue->clusters_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->hubs = g_ptr_array_new ();
  catalogue->hubs_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->instruments = g_ptr_array_new ();
  catalogue->instruments_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->guidance = g_ptr_array_new ();
  return catalogue;
}

static void
catalogue_clear (gpointer data)
{
  Catalogue *catalogue = data;

  catalogue_terms_clear (catalogue);
  catalogue_divisions_clear (catalogue);
  g_ptr_array_unref (catalogue->countries);
  g_hash_table_unref (catalogue->countries_by_code);
  g_ptr_array_unref (catalogue->regions);
  g_hash_table_unref (catalogue->regions_by_code);
  g_ptr_array_unref (catalogue->clusters);
  g_hash_table_unref (catalogue->clusters_by_id);
  g_ptr_array_unref (catalogue->hubs);
  g_hash_table_unref (catalogue->hubs_by_id);
  g_ptr_array_unref (catalogue->instruments);
  g_hash_table_unref (catalogue->instruments_by_id);
  g_ptr_array_unref (catalogue->guidance);
  g_free (catalogue->sha256);
  catalogue_arena_free (catalogue->arena);
}

Catalogue *
catalogue_ref (Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  return g_atomic_rc_box_acquire (catalogue);
}

void
catalogue_unref (Catalogue *catalogue)
{
  g_return_if_fail (catalogue != NULL);

  g_atomic_rc_box_release_full (catalogue, catalogue_clear);
}

/* }}} */
/* {{{ Loading */

gboolean
catalogue_check_head (BaseJson *json, const char *format, GError **error)
{
  BaseJsonCursor root = base_json_root (json);
  BaseJsonCursor at = base_json_need (&root, "format");
  const char *found = base_json_need_string (&root, "format");
  gint64 version = base_json_need_integer (&root, "version", 1, G_MAXINT32);

  if (!base_json_failed (json) && !g_str_equal (found, format))
    base_json_fail (&at, _ ("found “%s”, expected “%s”"), found, format);
  if (!base_json_finish (json, error))
    return FALSE;
  if (version == CATALOGUE_FORMAT_VERSION)
    return TRUE;
  g_set_error (error, BASE_ERROR, BASE_ERROR_VERSION,
               _ ("%s: is of version %" PRId64 ", this program reads version %d"),
               base_json_source_name (json), version, CATALOGUE_FORMAT_VERSION);
  return FALSE;
}

static gboolean
load_file (Catalogue *catalogue,
           const DataFile *file,
           const char *path,
           gboolean own,
           GPtrArray *documents,
           GError **error)
{
  BaseJson *json = base_json_load (path, CATALOGUE_FILE_CAP, error);
  BaseJsonCursor root;

  if (json == NULL)
    return FALSE;
  g_ptr_array_add (documents, json);
  if (!catalogue_check_head (json, file->format, error))
    return FALSE;
  root = base_json_root (json);
  file->read (catalogue, &root, own);
  return base_json_finish (json, error);
}

/* The member "date" of a file; NULL when it cannot be read: the loader will say why. */
static char *
read_date (const char *path)
{
  g_autoptr (BaseJson) json = base_json_load (path, CATALOGUE_FILE_CAP, NULL);
  BaseJsonCursor root;

  if (json == NULL)
    return NULL;
  root = base_json_root (json);
  return base_json_is_object (&root) ? g_strdup (base_json_get_date (&root, "date")) : NULL;
}

char *
catalogue_updated_path (const char *const *sources, const char *name)
{
  g_autofree char *found = NULL;

  for (guint i = 1; sources[0] != NULL && sources[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (sources[i], CATALOGUE_UPDATE_FOLDER, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_free (found);
      found = g_steal_pointer (&path);
    }
  if (found != NULL)
    {
      g_autofree char *first = g_build_filename (sources[0], name, NULL);
      g_autofree char *bundled_date = read_date (first);
      g_autofree char *found_date = read_date (found);

      if (bundled_date != NULL && found_date != NULL && strcmp (found_date, bundled_date) < 0)
        return NULL;
    }
  return g_steal_pointer (&found);
}

static gboolean
load_files (Catalogue *catalogue, const char *const *sources, GPtrArray *documents, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint j = 0; sources[j] != NULL && (j == 0 || files[i].may_be_own); j++)
      {
        g_autofree char *updated = j == 0 && files[i].may_update
                                       ? catalogue_updated_path (sources, files[i].name)
                                       : NULL;
        g_autofree char *path = updated != NULL
                                    ? g_steal_pointer (&updated)
                                    : g_build_filename (sources[j], files[i].name, NULL);

        if (j > 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
          continue;
        if (!load_file (catalogue, &files[i], path, j > 0, documents, error))
          return FALSE;
      }
  return TRUE;
}

/* Only hub files have links; in other documents there is nothing to check. */
static gboolean
check_links (const Catalogue *catalogue, GPtrArray *documents, GError **error)
{
  for (guint i = 0; i < documents->len; i++)
    {
      BaseJson *json = g_ptr_array_index (documents, i);
      BaseJsonCursor root = base_json_root (json);

      catalogue_check_hub_links (catalogue, &root);
      if (!base_json_finish (json, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_contacts (Catalogue *catalogue, const char *const *sources, GError **error)
{
  for (guint i = 1; sources[i] != NULL; i++)
    if (!catalogue_contacts_read (catalogue, sources[i], error))
      return FALSE;
  return TRUE;
}

static char *
hash_documents (GPtrArray *documents)
{
  g_autoptr (GString) hashes = g_string_new (NULL);

  for (guint i = 0; i < documents->len; i++)
    g_string_append_printf (hashes, "%s\n", base_json_sha256 (g_ptr_array_index (documents, i)));
  return base_data_sha256 (hashes->str, hashes->len);
}

Catalogue *
catalogue_new (const char *const *sources, GError **error)
{
  g_autoptr (Catalogue) catalogue = catalogue_create ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify)base_json_free);

  g_return_val_if_fail (sources != NULL && sources[0] != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!load_files (catalogue, sources, documents, error)
      || !check_links (catalogue, documents, error)
      || !read_contacts (catalogue, sources, error))
    return NULL;
  catalogue_count_hub_terms (catalogue);
  catalogue->sha256 = hash_documents (documents);
  return g_steal_pointer (&catalogue);
}

Catalogue *
catalogue_new_bundled (GError **error)
{
  g_autofree char *folder = base_data_dir (error);

  if (folder == NULL)
    return NULL;
  return catalogue_new ((const char *const[]){ folder, NULL }, error);
}

/* }}} */

const char *
catalogue_sha256 (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  return catalogue->sha256;
}

const char *
catalogue_date (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  return catalogue->date;
}

int
catalogue_compare_ids (gconstpointer a, gconstpointer b)
{
  const char *const *x = *(const char *const *const *)a;
  const char *const *y = *(const char *const *const *)b;

  return strcmp (*x, *y);
}

double
catalogue_distance_km (double lat1, double lon1, double lat2, double lon2)
{
  const double radians = G_PI / 180;
  double half_lat = sin ((lat2 - lat1) * radians / 2);
  double half_lon = sin ((lon2 - lon1) * radians / 2);
  double square
      = half_lat * half_lat + cos (lat1 * radians) * cos (lat2 * radians) * half_lon * half_lon;

  return 2 * EARTH_RADIUS_KM * asin (sqrt (CLAMP (square, 0, 1)));
}
