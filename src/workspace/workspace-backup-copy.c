/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-backup-private.h"
#include "workspace/workspace-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Copying a database, and taking companies out of a copy. */

#define BUSY_TIMEOUT 10000

sqlite3 *
workspace_backup_open (const char *path, GError **error)
{
  sqlite3 *db = NULL;
  int result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_extended_result_codes (db, 1);
      sqlite3_busy_timeout (db, BUSY_TIMEOUT);
      /* A copy of personal data must not lie in the folder of temporary files. */
      if (workspace_connection_run (db,
                                    "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; "
                                    "PRAGMA foreign_keys = ON",
                                    path, error))
        return db;
    }
  else
    workspace_connection_fail (db, result, path, error);
  sqlite3_close (db);
  return NULL;
}

/* --- copying ---------------------------------------------------------------------------------- */

static gboolean
vacuum_into (sqlite3 *db, const char *place, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, "VACUUM INTO ?1", -1, &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, place, -1, SQLITE_STATIC);
      result = sqlite3_step (statement);
    }
  if (result != SQLITE_DONE)
    workspace_connection_fail (db, result, place, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int file = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced = file >= 0 && fsync (file) == 0;

  if (!synced)
    g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED, _ ("%s cannot be written: %s."),
                 path, g_strerror (errno));
  if (file >= 0)
    close (file);
  return synced;
}

static gboolean
check_copy (const char *place, GError **error)
{
  sqlite3 *copy = workspace_backup_open (place, error);
  gboolean whole = copy != NULL && workspace_connection_check (copy, place, error);

  sqlite3_close (copy);
  return whole;
}

gboolean
workspace_backup_copy (sqlite3 *db, const char *place, GError **error)
{
  g_autofree char *part = g_strconcat (place, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (place);
  int file;

  /* SQLite fills an empty file; made here so that nobody else may read it. */
  g_unlink (part);
  file = g_open (part, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0)
    close (file);
  if (vacuum_into (db, part, error) && check_copy (part, error) && sync_path (part, O_RDWR, error)
      && g_rename (part, place) == 0)
    return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
  if (error != NULL && *error == NULL)
    g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED, _ ("%s cannot be written: %s."),
                 place, g_strerror (errno));
  g_unlink (part);
  return FALSE;
}

/* --- taking out ------------------------------------------------------------------------------- */

GPtrArray *
workspace_backup_query_texts (sqlite3 *db, const char *sql, const char *path, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *query = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &query, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (query);
      if (result == SQLITE_ROW)
        g_ptr_array_add (texts, g_strdup ((const char *)sqlite3_column_text (query, 0)));
    }
  sqlite3_finalize (query);
  if (result == SQLITE_DONE)
    return g_steal_pointer (&texts);
  workspace_connection_fail (db, result, path, error);
  return NULL;
}

/* Runs @sql, whose only parameter is an id. */
static gboolean
run_with_id (sqlite3 *db, const char *sql, const char *id, const char *path, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
      result = sqlite3_step (statement);
    }
  if (result != SQLITE_DONE)
    workspace_connection_fail (db, result, path, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

/* Ids of companies and assessments in @db that @removed names. */
static GPtrArray *
list_named (sqlite3 *db, const char *path, const GPtrArray *removed, GError **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = workspace_backup_query_texts (
      db, "SELECT id FROM companies UNION ALL SELECT id FROM assessments", path, error);

  for (guint i = 0; i < removed->len; i++)
    g_hash_table_add (hashes, removed->pdata[i]);
  for (guint i = ids == NULL ? 0 : ids->len; i > 0; i--)
    {
      g_autofree char *sha256
          = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ids->pdata[i - 1], -1);

      if (!g_hash_table_contains (hashes, sha256))
        g_ptr_array_remove_index_fast (ids, i - 1);
    }
  return g_steal_pointer (&ids);
}

/* In every form rows that belong to these go with them. */
static const char *const take_out_sql[] = {
  "DELETE FROM companies WHERE id = ?1",
  "DELETE FROM assessments WHERE id = ?1",
};

/* Since the second form a finished stage must be hidden before. */
static const char *const hide_sql[] = {
  "UPDATE companies SET deleted_at = 1 WHERE id = ?1",
  "UPDATE assessments SET deleted_at = 1 WHERE id = ?1",
};

/* A copy that is brought back must know it too. */
static const char *const remember_sql[] = {
  "INSERT INTO removed (id_sha256, kind, removed_at, cleaned_at) VALUES (?1, 'any', 0, 0)"
  " ON CONFLICT (id_sha256) DO NOTHING",
};

static gboolean
run_for_all (sqlite3 *db,
             const char *const *sql,
             guint n,
             const GPtrArray *ids,
             const char *path,
             GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    for (guint k = 0; k < n; k++)
      if (!run_with_id (db, sql[k], ids->pdata[i], path, error))
        return FALSE;
  return TRUE;
}

#define RUN_FOR_ALL(sql, ids) run_for_all (db, sql, G_N_ELEMENTS (sql), ids, path, error)

static gboolean
take_out_all (sqlite3 *db, const char *path, const GPtrArray *removed, GError **error)
{
  g_autoptr (GPtrArray) ids = list_named (db, path, removed, error);
  gint64 version;

  if (ids == NULL
      || !workspace_connection_query_int (db, "PRAGMA user_version", path, &version, error))
    return FALSE;
  if (ids->len > 0
      && !workspace_connection_run (db, "DELETE FROM settings WHERE key LIKE '%.undo'", path,
                                    error))
    return FALSE;
  if (version < 2)
    return RUN_FOR_ALL (take_out_sql, ids);
  return RUN_FOR_ALL (hide_sql, ids) && RUN_FOR_ALL (take_out_sql, ids)
         && RUN_FOR_ALL (remember_sql, removed)
         && workspace_connection_run (
             db, "DELETE FROM blobs WHERE sha256 NOT IN (SELECT sha256 FROM result_parts)", path,
             error);
}

gboolean
workspace_backup_take_out (sqlite3 *db, const char *path, const GPtrArray *removed, GError **error)
{
  if (!workspace_connection_run (db, "BEGIN IMMEDIATE", path, error))
    return FALSE;
  if (take_out_all (db, path, removed, error)
      && workspace_connection_run (db, "COMMIT", path, error))
    return TRUE;
  workspace_connection_rollback (db);
  return FALSE;
}

/* Deleting overwrites with zeros, but a row that moved within the file once may have left a trace,
 * so the file is written anew; it takes the old one's place only when it is whole. */
static gboolean
rewrite (sqlite3 *db, const char *path, const GPtrArray *removed, GError **error)
{
  g_autofree char *next = g_strconcat (path, ".next", NULL);
  gboolean done;

  g_unlink (next);
  done = workspace_backup_take_out (db, path, removed, error)
         && workspace_backup_copy (db, next, error) && g_rename (next, path) == 0;
  g_unlink (next);
  return done;
}

static gboolean
clean_one (const char *path, const GPtrArray *removed, GError **error)
{
  sqlite3 *db = workspace_backup_open (path, error);
  g_autoptr (GPtrArray) ids = db == NULL ? NULL : list_named (db, path, removed, error);
  gboolean done = ids != NULL && (ids->len == 0 || rewrite (db, path, removed, error));

  sqlite3_close (db);
  return done;
}

gboolean
workspace_backup_clean (const char *path, const GPtrArray *removed, GError **error)
{
  g_autoptr (GPtrArray) backups = workspace_list_backups (path);

  for (guint i = 0; removed->len > 0 && i < backups->len; i++)
    if (!clean_one (((WorkspaceBackup *)backups->pdata[i])->path, removed, error))
      return FALSE;
  return TRUE;
}
