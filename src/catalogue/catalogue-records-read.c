/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-records-private.h"

#include "catalogue/catalogue-private.h"

#include <glib/gi18n-lib.h>

/* Lists of records from the project's files. */

static void
read_members (CatalogueRecord *record, const BaseJsonCursor *from, const BaseJsonCursor *sources)
{
  const char *const *members = base_json_members (from);

  for (guint i = 0; members[i] != NULL; i++)
    {
      BaseJsonCursor part = base_json_get (from, members[i]);
      g_autofree char *json = NULL;

      if (sources->document != NULL && g_str_equal (members[i], "source")
          && base_json_is_string (&part))
        part = base_json_need (sources, base_json_string (&part));
      json = catalogue_record_json (&part);
      if (base_json_failed (from->document))
        return;
      catalogue_record_set (record, members[i], json);
    }
}

static void
read_records (CatalogueRecords *records, CatalogueRecordKind kind, const BaseJsonCursor *root)
{
  BaseJsonCursor array = base_json_need (root, catalogue_record_kinds[kind].array);
  BaseJsonCursor sources = { 0 };
  guint n = base_json_length (&array);

  if (kind == CATALOGUE_RECORD_HUB)
    {
      sources = base_json_need (root, "sources");
      records->date = g_strdup (base_json_get_date (root, "date"));
    }
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor at = base_json_item (&array, i);
      const char *id = base_json_need_string (&at, "id");
      const char *name = base_json_need_string (&at, catalogue_record_kinds[kind].name);
      CatalogueRecord *record;

      if (base_json_failed (root->document))
        return;
      if (g_hash_table_contains (records->by_id[kind], id))
        {
          base_json_fail (&at, _ ("“%s” is there twice"), id);
          return;
        }
      record = catalogue_record_new (id, name);
      g_ptr_array_add (records->lists[kind], record);
      g_hash_table_insert (records->by_id[kind], record->id, record);
      read_members (record, &at, &sources);
    }
}

/* The members of the file beside its head and records: of hubs none, they are written anew. */
static char *
read_head (CatalogueRecordKind kind, const BaseJsonCursor *root)
{
  const char *const *members = base_json_members (root);
  GString *head = g_string_new (NULL);

  for (guint i = 0; kind != CATALOGUE_RECORD_HUB && members[i] != NULL; i++)
    {
      BaseJsonCursor part = base_json_get (root, members[i]);
      g_autofree char *json = NULL;

      if (g_str_equal (members[i], "format") || g_str_equal (members[i], "version")
          || g_str_equal (members[i], catalogue_record_kinds[kind].array))
        continue;
      json = catalogue_record_json (&part);
      g_string_append_printf (head, "  \"%s\": %s,\n", members[i], json);
    }
  return g_string_free (head, FALSE);
}

static gboolean
load_kind (CatalogueRecords *records, CatalogueRecordKind kind, const char *path, GError **error)
{
  g_autoptr (BaseJson) json = base_json_load (path, CATALOGUE_FILE_CAP, error);
  BaseJsonCursor root;

  if (json == NULL || !catalogue_check_head (json, catalogue_record_kinds[kind].format, error))
    return FALSE;
  root = base_json_root (json);
  records->lists[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify)catalogue_record_free);
  records->by_id[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  read_records (records, kind, &root);
  records->heads[kind] = read_head (kind, &root);
  return base_json_finish (json, error);
}

static int
kind_of_file (const char *path, GError **error)
{
  g_autoptr (BaseJson) json = base_json_load (path, CATALOGUE_FILE_CAP, error);
  g_autofree char *format = NULL;
  BaseJsonCursor root;

  if (json == NULL)
    return -1;
  root = base_json_root (json);
  format = g_strdup (base_json_need_string (&root, "format"));
  if (!base_json_finish (json, error))
    return -1;
  for (int i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    if (g_str_equal (format, catalogue_record_kinds[i].format))
      return i;
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
               _ ("%s: $.format: found “%s”, expected waymark-hubs, waymark-clusters or "
                  "waymark-instruments"),
               path, format);
  return -1;
}

/* The file of a kind in a folder, itself or in catalogue/; NULL when it is in neither. */
static char *
find_in_folder (const char *folder, CatalogueRecordKind kind)
{
  g_autofree char *inner = g_build_filename (folder, catalogue_record_kinds[kind].file, NULL);
  g_autofree char *base = g_path_get_basename (catalogue_record_kinds[kind].file);
  char *flat;

  if (g_file_test (inner, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&inner);
  flat = g_build_filename (folder, base, NULL);
  if (!g_file_test (flat, G_FILE_TEST_EXISTS))
    g_clear_pointer (&flat, g_free);
  return flat;
}

static gboolean
load_folder (CatalogueRecords *records, const char *folder, GError **error)
{
  gboolean found = FALSE;

  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      g_autofree char *path = find_in_folder (folder, i);

      if (path == NULL)
        continue;
      found = TRUE;
      if (!load_kind (records, i, path, error))
        return FALSE;
    }
  if (!found)
    g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING,
                 _ ("%s: has none of hubs.json, clusters.json and instruments.json"), folder);
  return found;
}

CatalogueRecords *
catalogue_records_load (const char *path, GError **error)
{
  g_autoptr (CatalogueRecords) records = g_new0 (CatalogueRecords, 1);
  int kind;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return load_folder (records, path, error) ? g_steal_pointer (&records) : NULL;
  kind = kind_of_file (path, error);
  if (kind < 0 || !load_kind (records, (CatalogueRecordKind)kind, path, error))
    return NULL;
  return g_steal_pointer (&records);
}

CatalogueRecords *
catalogue_records_load_used (const char *bundled, const char *own_folder, GError **error)
{
  g_autoptr (CatalogueRecords) records = g_new0 (CatalogueRecords, 1);

  g_return_val_if_fail (bundled != NULL, NULL);

  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      g_autofree char *first = g_build_filename (bundled, catalogue_record_kinds[i].file, NULL);
      g_autofree char *path = catalogue_updated_path (
          (const char *const[]){ bundled, own_folder, NULL }, catalogue_record_kinds[i].file);

      if (!load_kind (records, i, path != NULL ? path : first, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}
