/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-migrate.h"

#include "workspace/workspace-connection.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Of the generated workspace-sql.c. */
GResource *workspace_sql_get_resource (void);

#define SQL_FOLDER "/eu/waymark/workspace/sql"

/* One step at a time; two instances may start at once, so each step asks again inside its
 * transaction. */

static int
compare_names (const void *a, const void *b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
workspace_migrations_load (void)
{
  GResource *resource = workspace_sql_get_resource ();
  g_auto (GStrv) names
      = g_resource_enumerate_children (resource, SQL_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *migrations = g_ptr_array_new_with_free_func (g_free);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *place = g_strconcat (SQL_FOLDER, "/", names[i], NULL);
      g_autoptr (GBytes) bytes
          = g_resource_lookup_data (resource, place, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      g_assert (g_ascii_strtoull (names[i], NULL, 10) == i + 1);
      g_ptr_array_add (migrations, g_strndup (text, size));
    }
  return migrations;
}

static gboolean
get_version (sqlite3 *db, const char *path, gint64 *version, GError **error)
{
  return workspace_connection_query_int (db, "PRAGMA user_version", path, version, error);
}

/* SQLite's own way to copy, which sees the write-ahead log too. An earlier copy of the same version
 * is replaced: it was made by a step that failed. */
static gboolean
copy_database (sqlite3 *db, const char *path, gint64 version, GError **error)
{
  g_autofree char *copy_path = g_strdup_printf ("%s.v%d", path, (int)version);
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  int result = sqlite3_open_v2 (copy_path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (result == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", db, "main");
      if (backup != NULL)
        {
          sqlite3_backup_step (backup, -1);
          sqlite3_backup_finish (backup);
        }
      result = sqlite3_errcode (copy);
    }
  if (result != SQLITE_OK)
    workspace_connection_fail (copy, result, copy_path, error);
  sqlite3_close (copy);
  return result == SQLITE_OK;
}

static gboolean
run_step (sqlite3 *db, const char *path, const char *sql, gint64 from, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d",
                                            (int)from + 1, WORKSPACE_APPLICATION_ID);
  gint64 version;

  if (!workspace_connection_run (db, "BEGIN IMMEDIATE", path, error))
    return FALSE;
  if (get_version (db, path, &version, error))
    {
      /* Another instance was faster. */
      if (version > from)
        return workspace_connection_run (db, "COMMIT", path, error);
      if (workspace_connection_run (db, sql, path, error)
          && workspace_connection_run (db, stamp, path, error)
          && workspace_connection_run (db, "COMMIT", path, error))
        return TRUE;
    }
  workspace_connection_rollback (db);
  return FALSE;
}

gboolean
workspace_migrate (
    sqlite3 *db, const char *path, const char *const *migrations, guint n, GError **error)
{
  gint64 version;

  if (!get_version (db, path, &version, error))
    return FALSE;
  if (version > n)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_NEWER,
                   _ ("%s was written by a newer Waymark (form %d, this program knows up to %u). "
                      "Install the newer program; the file was left as it is."),
                   path, (int)version, n);
      return FALSE;
    }
  if (version > 0 && version < n && !copy_database (db, path, version, error))
    return FALSE;
  for (; version < n; version++)
    if (!run_step (db, path, migrations[version], version, error))
      return FALSE;
  return TRUE;
}
