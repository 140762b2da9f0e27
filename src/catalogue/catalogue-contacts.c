/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-contacts.h"

#include "base/base-data.h"
#include "catalogue/catalogue-own-check.h"
#include "catalogue/catalogue-own-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* { "format": "waymark-hub-contacts", "version": 1, "contacts": { "HUB": "words" } }. A hub that a
 * newer list no longer has keeps its words: it may come back. */

#define FORMAT "waymark-hub-contacts"
#define FOLDER_MODE 0700

/* NULL without an error when there is no such file. */
static gboolean
read_file (const char *path, BaseJson **json, GError **error)
{
  BaseJsonCursor root;

  *json = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  *json = base_json_load (path, CATALOGUE_FILE_CAP, error);
  if (*json == NULL)
    return FALSE;
  if (catalogue_check_head (*json, FORMAT, error))
    {
      root = base_json_root (*json);
      base_json_only (&root, (const char *const[]){ "format", "version", "contacts", NULL });
      (void)base_json_need (&root, "contacts");
      if (base_json_finish (*json, error))
        return TRUE;
    }
  g_clear_pointer (json, base_json_free);
  return FALSE;
}

gboolean
catalogue_contacts_read (Catalogue *catalogue, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CATALOGUE_CONTACTS_FILE, NULL);
  g_autoptr (BaseJson) json = NULL;
  BaseJsonCursor root, contacts;
  const char *const *ids;

  if (!read_file (path, &json, error))
    return FALSE;
  if (json == NULL)
    return TRUE;
  root = base_json_root (json);
  contacts = base_json_get (&root, "contacts");
  ids = base_json_members (&contacts);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      CatalogueHub *hub = g_hash_table_lookup (catalogue->hubs_by_id, ids[i]);
      const char *contact = base_json_need_string (&contacts, ids[i]);

      if (hub != NULL)
        hub->contact = catalogue_arena_string (catalogue->arena, contact);
    }
  return base_json_finish (json, error);
}

static char *
write_text (BaseJson *old, const char *id, const char *contact)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "format", FORMAT);
  base_json_writer_integer (writer, "version", CATALOGUE_FORMAT_VERSION);
  base_json_writer_begin_object (writer, "contacts");
  if (old != NULL)
    {
      BaseJsonCursor root = base_json_root (old);
      BaseJsonCursor contacts = base_json_get (&root, "contacts");
      const char *const *ids = base_json_members (&contacts);

      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        if (!g_str_equal (ids[i], id))
          base_json_writer_string (writer, ids[i], base_json_need_string (&contacts, ids[i]));
    }
  if (contact != NULL)
    base_json_writer_string (writer, id, contact);
  base_json_writer_end_object (writer);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

gboolean
catalogue_contacts_set (const char *folder,
                        const Catalogue *catalogue,
                        const char *id,
                        const char *contact,
                        GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *words = g_strstrip (g_strdup (contact != NULL ? contact : ""));
  g_autofree char *text = NULL;
  g_autoptr (BaseJson) old = NULL;

  g_return_val_if_fail (folder != NULL && catalogue != NULL && id != NULL, FALSE);

  if (catalogue_find_hub (catalogue, id) == NULL)
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING, _ ("%s: there is no such hub"), id);
      return FALSE;
    }
  path = g_build_filename (folder, CATALOGUE_CONTACTS_FILE, NULL);
  if (!catalogue_own_check_text ("contact", *words != '\0' ? words : NULL, FALSE, error)
      || !read_file (path, &old, error))
    return FALSE;
  text = write_text (old, id, *words != '\0' ? words : NULL);
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
