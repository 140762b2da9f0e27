/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-own-file.h"

#include "base/base-data.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Changing one record of a file of the user. */

#define SLUG_CHARS 40
#define FOLDER_MODE 0700

/* {{{ Copying JSON */

static void
copy_number (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  double number = base_json_number (from, -G_MAXDOUBLE, G_MAXDOUBLE);

  if (fabs (number) < 9007199254740992.0 && !(fabs (number - trunc (number)) > 0))
    base_json_writer_integer (writer, member, (gint64)number);
  else
    base_json_writer_number (writer, member, number);
}

static void
copy_object (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  const char *const *members = base_json_members (from);

  base_json_writer_begin_object (writer, member);
  for (guint i = 0; members[i] != NULL; i++)
    {
      BaseJsonCursor part = base_json_get (from, members[i]);

      catalogue_own_copy (writer, members[i], &part);
    }
  base_json_writer_end_object (writer);
}

static void
copy_array (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  guint n = base_json_length (from);

  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (from, i);

      catalogue_own_copy (writer, NULL, &item);
    }
  base_json_writer_end_array (writer);
}

void
catalogue_own_copy (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  if (base_json_is_object (from))
    copy_object (writer, member, from);
  else if (base_json_is_array (from))
    copy_array (writer, member, from);
  else if (base_json_is_number (from))
    copy_number (writer, member, from);
  else if (base_json_is_boolean (from))
    base_json_writer_boolean (writer, member, base_json_boolean (from));
  else if (base_json_is_string (from)) /* an empty one is no string to base_json_string() */
    base_json_writer_string (writer, member, base_json_string (from));
  else
    base_json_writer_null (writer, member);
}

/* }}} */
/* {{{ Ids */

/* "own-" and up to SLUG_CHARS of the words of @text. */
static char *
make_slug (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *slug = g_string_new ("own");

  for (const char *p = ascii; *p != '\0' && slug->len < SLUG_CHARS; p++)
    if (g_ascii_isalnum (*p))
      {
        if (p == ascii || !g_ascii_isalnum (p[-1]))
          g_string_append_c (slug, '-');
        g_string_append_c (slug, g_ascii_tolower (*p));
      }
  return g_string_free (slug, FALSE);
}

static char *
make_id (const char *stem, GHashTable *taken, GHashTable *in_file)
{
  g_autofree char *slug = make_slug (stem);
  char *id = g_strdup (slug);

  for (guint i = 2; g_hash_table_contains (taken, id) || g_hash_table_contains (in_file, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, i);
    }
  return id;
}

/* }}} */
/* {{{ The file */

static char *
file_path (const char *folder, const CatalogueOwnFile *file)
{
  return g_build_filename (folder, file->name, NULL);
}

/* NULL without an error when the file is not there yet. */
static gboolean
read_old (const char *path, const CatalogueOwnFile *file, BaseJson **json, GError **error)
{
  BaseJsonCursor root, array;

  *json = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  *json = base_json_load (path, CATALOGUE_FILE_CAP, error);
  if (*json == NULL || !catalogue_check_head (*json, file->format, error))
    return FALSE;
  root = base_json_root (*json);
  array = base_json_need (&root, file->array);
  (void)base_json_length (&array); /* says so when it is no list */
  return base_json_finish (*json, error);
}

static GHashTable *
collect_ids (const BaseJsonCursor *array)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = array->document != NULL ? base_json_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (array, i);
      const char *id = base_json_get_string (&item, "id", NULL);

      if (id != NULL)
        g_hash_table_add (ids, (gpointer)id);
    }
  return ids;
}

/* Frees @writer. Nothing is written when something in @old (or NULL) could not be copied. */
static gboolean
write_new (const char *path, BaseJsonWriter *writer, BaseJson *old, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = base_json_writer_finish (writer);

  if (old != NULL && !base_json_finish (old, error))
    return FALSE;
  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_IO, _ ("%s: the folder cannot be made: %s"),
                   folder, g_strerror (errno));
      return FALSE;
    }
  return base_data_write (path, text, strlen (text), error);
}

static void
write_head (BaseJsonWriter *writer, const CatalogueOwnFile *file)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "format", file->format);
  base_json_writer_integer (writer, "version", CATALOGUE_FORMAT_VERSION);
}

/* The records of @array; the one with the id @but (or NULL) is left out, or written from @instead
 * (or NULL) in its place. */
static void
copy_records (BaseJsonWriter *writer,
              const BaseJsonCursor *array,
              const char *but,
              const CatalogueOwnRecord *instead)
{
  guint n = array->document != NULL ? base_json_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (array, i);

      if (g_strcmp0 (but, base_json_get_string (&item, "id", "")) != 0)
        catalogue_own_copy (writer, NULL, &item);
      else if (instead != NULL)
        instead->write (writer, but, instead->record);
    }
}

static void
copy_members_but (BaseJsonWriter *writer, const BaseJsonCursor *object, const char *but)
{
  const char *const *members = base_json_members (object);

  for (guint i = 0; members[i] != NULL; i++)
    {
      BaseJsonCursor part = base_json_get (object, members[i]);

      if (!g_str_equal (members[i], but))
        catalogue_own_copy (writer, members[i], &part);
    }
}

gboolean
catalogue_own_file_add (const char *folder,
                        const CatalogueOwnFile *file,
                        GHashTable *taken,
                        const CatalogueOwnRecord *record,
                        char **id,
                        GError **error)
{
  g_autofree char *path = file_path (folder, file);
  g_autofree char *new_id = NULL;
  g_autoptr (BaseJson) old = NULL;
  g_autoptr (GHashTable) in_file = NULL;
  BaseJsonCursor root = { 0 }, array = { 0 };
  BaseJsonWriter *writer;

  if (!read_old (path, file, &old, error))
    return FALSE;
  if (old != NULL)
    {
      root = base_json_root (old);
      array = base_json_get (&root, file->array);
    }
  in_file = collect_ids (&array);
  new_id = make_id (record->stem, taken, in_file);

  writer = base_json_writer_new (TRUE);
  write_head (writer, file);
  if (record->write_head != NULL)
    record->write_head (writer, &root, new_id, record->record);
  base_json_writer_begin_array (writer, file->array);
  copy_records (writer, &array, NULL, NULL);
  record->write (writer, new_id, record->record);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  if (!write_new (path, writer, old, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&new_id);
  return TRUE;
}

/* The file without the record @id, or with @instead in its place. */
static gboolean
write_without (const char *folder,
               const CatalogueOwnFile *file,
               const char *id,
               const CatalogueOwnRecord *instead,
               GError **error)
{
  g_autofree char *path = file_path (folder, file);
  g_autoptr (BaseJson) old = NULL;
  g_autoptr (GHashTable) in_file = NULL;
  BaseJsonCursor root, array;
  BaseJsonWriter *writer;

  if (!read_old (path, file, &old, error))
    return FALSE;
  if (old != NULL)
    {
      root = base_json_root (old);
      array = base_json_get (&root, file->array);
      in_file = collect_ids (&array);
    }
  if (in_file == NULL || !g_hash_table_contains (in_file, id))
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING, _ ("%s: has no record “%s”"), path, id);
      return FALSE;
    }

  writer = base_json_writer_new (TRUE);
  if (instead != NULL && instead->write_head != NULL)
    {
      write_head (writer, file);
      instead->write_head (writer, &root, id, instead->record);
    }
  else
    {
      base_json_writer_begin_object (writer, NULL);
      copy_members_but (writer, &root, file->array);
    }
  base_json_writer_begin_array (writer, file->array);
  copy_records (writer, &array, id, instead);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  return write_new (path, writer, old, error);
}

gboolean
catalogue_own_file_change (const char *folder,
                           const CatalogueOwnFile *file,
                           const char *id,
                           const CatalogueOwnRecord *record,
                           GError **error)
{
  return write_without (folder, file, id, record, error);
}

gboolean
catalogue_own_file_remove (const char *folder,
                           const CatalogueOwnFile *file,
                           const char *id,
                           GError **error)
{
  return write_without (folder, file, id, NULL, error);
}

/* }}} */
