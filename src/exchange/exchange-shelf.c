/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-shelf.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* Evidence files between a package and where they go. */

struct _ExchangeShelf
{
  char *folder;
  GHashTable *sizes; /* hash: guint64 *, of files that are whole */
  FILE *file;        /* being written */
};

ExchangeShelf *
exchange_shelf_new (GError **error)
{
  char *folder = g_dir_make_tmp ("waymark-evidence-XXXXXX", error);
  ExchangeShelf *shelf;

  if (folder == NULL)
    return NULL;
  shelf = g_new0 (ExchangeShelf, 1);
  shelf->folder = folder;
  shelf->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return shelf;
}

void
exchange_shelf_free (ExchangeShelf *shelf)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (shelf == NULL)
    return;
  if (shelf->file != NULL)
    fclose (shelf->file);
  dir = g_dir_open (shelf->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shelf->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (shelf->folder);
  g_hash_table_unref (shelf->sizes);
  g_free (shelf->folder);
  g_free (shelf);
}

static gboolean
fail (const char *path, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, _ ("%s: cannot be written: %s"), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
exchange_shelf_put (
    const ExchangePart *part, const void *bytes, gsize n, gpointer data, GError **error)
{
  ExchangeShelf *shelf = data;
  g_autofree char *path = g_build_filename (shelf->folder, part->sha256, NULL);

  if (g_hash_table_contains (shelf->sizes, part->sha256))
    return TRUE;
  if (shelf->file == NULL)
    shelf->file = g_fopen (path, "wbe");
  if (shelf->file == NULL || (n > 0 && fwrite (bytes, 1, n, shelf->file) != n))
    return fail (path, error);
  if (n > 0)
    return TRUE;
  if (fclose (g_steal_pointer (&shelf->file)) != 0)
    return fail (path, error);
  g_hash_table_insert (shelf->sizes, g_strdup (part->sha256),
                       g_memdup2 (&part->size, sizeof part->size));
  return TRUE;
}

GInputStream *
exchange_shelf_open (const char *sha256, gpointer data, GError **error)
{
  const ExchangeShelf *shelf = data;
  g_autofree char *path = g_build_filename (shelf->folder, sha256, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return (GInputStream *)g_file_read (file, NULL, error);
}

GPtrArray *
exchange_shelf_list (const ExchangeShelf *shelf)
{
  GPtrArray *hashes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer sha256;

  g_hash_table_iter_init (&iter, shelf->sizes);
  while (g_hash_table_iter_next (&iter, &sha256, NULL))
    g_ptr_array_add (hashes, sha256);
  return hashes;
}

guint64
exchange_shelf_size (const ExchangeShelf *shelf, const char *sha256)
{
  const guint64 *size = g_hash_table_lookup (shelf->sizes, sha256);

  return size != NULL ? *size : 0;
}
