/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-records.h"

#include "base/base-json-writer.h"
#include "catalogue/catalogue-own-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Records as the files have them. Values are kept as JSON text, so that a record travels from one
 * list into another without this room knowing its members. */

typedef struct
{
  const char *file, *format, *array, *name;
} Kind;

static const Kind kinds[CATALOGUE_N_RECORD_KINDS] = {
  [CATALOGUE_RECORD_HUB] = { "catalogue/hubs.json", "waymark-hubs", "hubs", "name" },
  [CATALOGUE_RECORD_CLUSTER]
  = { "catalogue/clusters.json", "waymark-clusters", "clusters", "name" },
  [CATALOGUE_RECORD_INSTRUMENT]
  = { "catalogue/instruments.json", "waymark-instruments", "instruments", "title" },
};

struct _CatalogueRecords
{
  GPtrArray *lists[CATALOGUE_N_RECORD_KINDS];  /* NULL: not there */
  GHashTable *by_id[CATALOGUE_N_RECORD_KINDS]; /* → CatalogueRecord */
  char *heads[CATALOGUE_N_RECORD_KINDS];       /* members of the file that are kept as they are */
  char *date;
};

/* {{{ Values */

static void write_sorted (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
write_sorted_object (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  const char *const *members = base_json_members (from);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; members[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer)members[i]);
  g_ptr_array_sort (names, compare_names);
  base_json_writer_begin_object (writer, member);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      BaseJsonCursor part = base_json_get (from, name);

      write_sorted (writer, name, &part);
    }
  base_json_writer_end_object (writer);
}

static void
write_sorted (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  guint n;

  if (base_json_is_object (from))
    {
      write_sorted_object (writer, member, from);
      return;
    }
  if (!base_json_is_array (from))
    {
      catalogue_own_copy (writer, member, from);
      return;
    }
  n = base_json_length (from);
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (from, i);

      write_sorted (writer, NULL, &item);
    }
  base_json_writer_end_array (writer);
}

static char *
value_json (const BaseJsonCursor *at)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);

  write_sorted (writer, NULL, at);
  return base_json_writer_finish (writer);
}

static void append_shown (GString *text, const BaseJsonCursor *at);

static void
append_shown_parts (GString *text, const BaseJsonCursor *at)
{
  const char *const *members = base_json_is_object (at) ? base_json_members (at) : NULL;
  guint n = members != NULL ? g_strv_length ((char **)members) : base_json_length (at);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor part
          = members != NULL ? base_json_get (at, members[i]) : base_json_item (at, i);

      if (i > 0)
        g_string_append (text, ", ");
      if (members != NULL)
        g_string_append_printf (text, "%s ", members[i]);
      append_shown (text, &part);
    }
}

static void
append_shown (GString *text, const BaseJsonCursor *at)
{
  g_autofree char *json = NULL;

  if (base_json_is_object (at) || base_json_is_array (at))
    append_shown_parts (text, at);
  else if (base_json_is_string (at))
    g_string_append (text, base_json_string (at));
  else
    {
      json = value_json (at);
      g_string_append (text, json);
    }
}

/* What people read of a JSON value; the text itself when it is none. */
static char *
show_json (const char *json)
{
  g_autofree char *wrapped = g_strdup_printf ("[%s]", json);
  g_autoptr (BaseJson) parsed = base_json_parse (wrapped, -1, "", NULL);
  GString *text = g_string_new (NULL);

  if (parsed != NULL)
    {
      BaseJsonCursor root = base_json_root (parsed);

      append_shown (text, &root);
    }
  return g_string_free (text, FALSE);
}

/* }}} */
/* {{{ One record */

static void
member_free (CatalogueRecordMember *member)
{
  g_free (member->member);
  g_free (member->json);
  g_free (member->shown);
  g_free (member);
}

CatalogueRecord *
catalogue_record_new (const char *id, const char *name)
{
  CatalogueRecord *record = g_new0 (CatalogueRecord, 1);

  record->id = g_strdup (id);
  record->name = g_strdup (name);
  record->members = g_ptr_array_new_with_free_func ((GDestroyNotify)member_free);
  return record;
}

static CatalogueRecordMember *
find_member (const CatalogueRecord *record, const char *name)
{
  for (guint i = 0; i < record->members->len; i++)
    {
      CatalogueRecordMember *member = g_ptr_array_index (record->members, i);

      if (g_str_equal (member->member, name))
        return member;
    }
  return NULL;
}

const CatalogueRecordMember *
catalogue_record_get (const CatalogueRecord *record, const char *member)
{
  g_return_val_if_fail (record != NULL && member != NULL, NULL);

  return find_member (record, member);
}

void
catalogue_record_set (CatalogueRecord *record, const char *name, const char *json)
{
  CatalogueRecordMember *member;

  g_return_if_fail (record != NULL && name != NULL);

  member = find_member (record, name);
  if (json == NULL)
    {
      if (member != NULL)
        g_ptr_array_remove (record->members, member);
      return;
    }
  if (member == NULL)
    {
      member = g_new0 (CatalogueRecordMember, 1);
      member->member = g_strdup (name);
      g_ptr_array_add (record->members, member);
    }
  g_free (member->json);
  g_free (member->shown);
  member->json = g_strdup (json);
  member->shown = show_json (json);
}

void
catalogue_record_set_text (CatalogueRecord *record, const char *member, const char *text)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);
  g_autofree char *json = NULL;

  base_json_writer_string (writer, NULL, text);
  json = base_json_writer_finish (writer);
  catalogue_record_set (record, member, json);
}

CatalogueRecord *
catalogue_record_copy (const CatalogueRecord *record)
{
  CatalogueRecord *copy = catalogue_record_new (record->id, record->name);

  for (guint i = 0; i < record->members->len; i++)
    {
      const CatalogueRecordMember *member = g_ptr_array_index (record->members, i);

      catalogue_record_set (copy, member->member, member->json);
    }
  return copy;
}

void
catalogue_record_free (CatalogueRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->id);
  g_free (record->name);
  g_ptr_array_unref (record->members);
  g_free (record);
}

/* }}} */
/* {{{ Reading */

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
      json = value_json (&part);
      if (base_json_failed (from->document))
        return;
      catalogue_record_set (record, members[i], json);
    }
}

static void
read_records (CatalogueRecords *records, CatalogueRecordKind kind, const BaseJsonCursor *root)
{
  BaseJsonCursor array = base_json_need (root, kinds[kind].array);
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
      const char *name = base_json_need_string (&at, kinds[kind].name);
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
          || g_str_equal (members[i], kinds[kind].array))
        continue;
      json = value_json (&part);
      g_string_append_printf (head, "  \"%s\": %s,\n", members[i], json);
    }
  return g_string_free (head, FALSE);
}

static gboolean
load_kind (CatalogueRecords *records, CatalogueRecordKind kind, const char *path, GError **error)
{
  g_autoptr (BaseJson) json = base_json_load (path, CATALOGUE_FILE_CAP, error);
  BaseJsonCursor root;

  if (json == NULL || !catalogue_check_head (json, kinds[kind].format, error))
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
    if (g_str_equal (format, kinds[i].format))
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
  g_autofree char *inner = g_build_filename (folder, kinds[kind].file, NULL);
  g_autofree char *base = g_path_get_basename (kinds[kind].file);
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
      g_autofree char *first = g_build_filename (bundled, kinds[i].file, NULL);
      g_autofree char *path = catalogue_updated_path (
          (const char *const[]){ bundled, own_folder, NULL }, kinds[i].file);

      if (!load_kind (records, i, path != NULL ? path : first, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}

void
catalogue_records_free (CatalogueRecords *records)
{
  if (records == NULL)
    return;
  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      g_clear_pointer (&records->lists[i], g_ptr_array_unref);
      g_clear_pointer (&records->by_id[i], g_hash_table_unref);
      g_free (records->heads[i]);
    }
  g_free (records->date);
  g_free (records);
}

CatalogueRecords *
catalogue_records_copy (const CatalogueRecords *records)
{
  CatalogueRecords *copy = g_new0 (CatalogueRecords, 1);

  copy->date = g_strdup (records->date);
  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      if (records->lists[i] == NULL)
        continue;
      copy->lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)catalogue_record_free);
      copy->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
      copy->heads[i] = g_strdup (records->heads[i]);
      for (guint j = 0; j < records->lists[i]->len; j++)
        catalogue_records_put (copy, i, g_ptr_array_index (records->lists[i], j));
    }
  return copy;
}

/* }}} */
/* {{{ Lists */

gboolean
catalogue_records_has (const CatalogueRecords *records, CatalogueRecordKind kind)
{
  g_return_val_if_fail (records != NULL, FALSE);

  return records->lists[kind] != NULL;
}

const GPtrArray *
catalogue_records_list (const CatalogueRecords *records, CatalogueRecordKind kind)
{
  g_return_val_if_fail (records != NULL && records->lists[kind] != NULL, NULL);

  return records->lists[kind];
}

CatalogueRecord *
catalogue_records_find (const CatalogueRecords *records, CatalogueRecordKind kind, const char *id)
{
  g_return_val_if_fail (records != NULL && id != NULL, NULL);

  return records->by_id[kind] != NULL ? g_hash_table_lookup (records->by_id[kind], id) : NULL;
}

const char *
catalogue_records_date (const CatalogueRecords *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  return records->date;
}

void
catalogue_records_set_date (CatalogueRecords *records, const char *date)
{
  g_return_if_fail (records != NULL);

  g_free (records->date);
  records->date = g_strdup (date);
}

void
catalogue_records_put (CatalogueRecords *records,
                       CatalogueRecordKind kind,
                       const CatalogueRecord *record)
{
  CatalogueRecord *copy = catalogue_record_copy (record);
  CatalogueRecord *old = g_hash_table_lookup (records->by_id[kind], record->id);
  guint place;

  if (old != NULL && g_ptr_array_find (records->lists[kind], old, &place))
    {
      g_hash_table_remove (records->by_id[kind], record->id);
      catalogue_record_free (old);
      records->lists[kind]->pdata[place] = copy;
    }
  else
    g_ptr_array_add (records->lists[kind], copy);
  g_hash_table_insert (records->by_id[kind], copy->id, copy);
}

void
catalogue_records_remove (CatalogueRecords *records, CatalogueRecordKind kind, const char *id)
{
  CatalogueRecord *old = g_hash_table_lookup (records->by_id[kind], id);

  if (old == NULL)
    return;
  g_hash_table_remove (records->by_id[kind], id);
  g_ptr_array_remove (records->lists[kind], old);
}

const char *
catalogue_record_kind_word (CatalogueRecordKind kind)
{
  return kinds[kind].array;
}

const char *
catalogue_record_kind_file (CatalogueRecordKind kind)
{
  return kinds[kind].file;
}

/* }}} */
/* {{{ Writing: values are JSON already */

/* Each source once, under a name of its number. */
static void
append_sources (GString *text, const GPtrArray *list, GHashTable *names)
{
  g_string_append (text, "  \"sources\": {");
  for (guint i = 0; i < list->len; i++)
    {
      const CatalogueRecordMember *source
          = catalogue_record_get (g_ptr_array_index (list, i), "source");
      guint n = g_hash_table_size (names);

      if (source == NULL || g_hash_table_contains (names, source->json))
        continue;
      g_hash_table_insert (names, source->json, g_strdup_printf ("source-%u", n + 1));
      g_string_append_printf (text, "%s\n    \"source-%u\": %s", n > 0 ? "," : "", n + 1,
                              source->json);
    }
  g_string_append (text, "\n  },\n");
}

static void
append_record (GString *text, const CatalogueRecord *record, GHashTable *sources)
{
  g_string_append (text, "    {");
  for (guint i = 0; i < record->members->len; i++)
    {
      const CatalogueRecordMember *member = g_ptr_array_index (record->members, i);

      g_string_append_printf (text, "%s\"%s\": ", i > 0 ? ", " : "", member->member);
      if (sources != NULL && g_str_equal (member->member, "source"))
        g_string_append_printf (text, "\"%s\"",
                                (const char *)g_hash_table_lookup (sources, member->json));
      else
        g_string_append (text, member->json);
    }
  g_string_append_c (text, '}');
}

char *
catalogue_records_serialize (const CatalogueRecords *records, CatalogueRecordKind kind)
{
  const GPtrArray *list = catalogue_records_list (records, kind);
  g_autoptr (GHashTable) sources = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\n  \"format\": \"%s\",\n  \"version\": %d,\n",
                          kinds[kind].format, CATALOGUE_FORMAT_VERSION);
  if (kind == CATALOGUE_RECORD_HUB)
    {
      sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
      g_string_append_printf (text, "  \"date\": \"%s\",\n", records->date);
      append_sources (text, list, sources);
    }
  else
    g_string_append (text, records->heads[kind]);
  g_string_append_printf (text, "  \"%s\": [", kinds[kind].array);
  for (guint i = 0; i < list->len; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "\n");
      append_record (text, g_ptr_array_index (list, i), sources);
    }
  g_string_append (text, "\n  ]\n}\n");
  return g_string_free (text, FALSE);
}

/* }}} */
