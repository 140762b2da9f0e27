/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-backup-private.h"
#include "workspace/workspace-files.h"
#include "workspace/workspace-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Removing for good. First the rows, in one transaction, which leaves hashes of ids; then, as often
 * as it takes, what has no transactions: backups, free pages, the log, files. */

/* --- rows ------------------------------------------------------------------------------------- */

/* Runs a statement with the parameters it has. */
static gboolean
run_at (WorkspaceStore *store, WorkspaceStatementId id, gint64 before, GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, id);

  if (sqlite3_bind_parameter_index (ready, ":before") > 0)
    workspace_statement_bind_int (ready, ":before", before);
  if (sqlite3_bind_parameter_index (ready, ":now") > 0)
    workspace_statement_bind_int (ready, ":now", g_get_real_time ());
  return _workspace_store_execute (store, ready, error);
}

/* Texts of the first column. */
static GPtrArray *
list_before (WorkspaceStore *store, WorkspaceStatementId id, gint64 before, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, id);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;

  workspace_statement_bind_int (query, ":before", before);
  while (_workspace_store_next_row (store, query, &problem))
    g_ptr_array_add (texts, workspace_statement_dup_text (query, 0));
  _workspace_store_end_query (query);
  if (problem == NULL)
    return g_steal_pointer (&texts);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
note_files (WorkspaceStore *store, gint64 before, GError **error)
{
  GPtrArray *files = list_before (store, WORKSPACE_LIST_PURGED_EVIDENCE, before, error);

  if (files == NULL)
    return FALSE;
  if (store->purged_files == NULL)
    store->purged_files = files;
  else
    g_ptr_array_extend_and_steal (store->purged_files, files);
  return TRUE;
}

/* Keeps the hashes of the ids that @list gives. */
static gboolean
remember (WorkspaceStore *store,
          WorkspaceStatementId list,
          const char *kind,
          gint64 before,
          GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_INSERT_REMOVED);
  g_autoptr (GPtrArray) ids = list_before (store, list, before, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *sha256
          = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ids->pdata[i], -1);

      workspace_statement_bind_text (ready, ":id_sha256", sha256);
      workspace_statement_bind_text (ready, ":kind", kind);
      workspace_statement_bind_int (ready, ":now", g_get_real_time ());
      if (!_workspace_store_execute (store, ready, error))
        return FALSE;
    }
  return ids != NULL;
}

gboolean
workspace_store_has_hidden (WorkspaceStore *store, gint64 before)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_HAS_HIDDEN);
  gboolean has;

  workspace_statement_bind_int (query, ":before", before);
  has = _workspace_store_next_row (store, query, NULL) && sqlite3_column_int (query, 0) != 0;
  _workspace_store_end_query (query);
  return has;
}

gboolean
workspace_store_purge (WorkspaceStore *store, gint64 before, GError **error)
{
  _workspace_store_forget (store);
  _workspace_store_forget_companies (store);
  /* Companies are asked about after their assessments went. */
  return note_files (store, before, error)
         && remember (store, WORKSPACE_LIST_PURGED_ASSESSMENTS, "assessment", before, error)
         && run_at (store, WORKSPACE_PURGE_ASSESSMENTS, before, error)
         && remember (store, WORKSPACE_LIST_PURGED_COMPANIES, "company", before, error)
         && run_at (store, WORKSPACE_PURGE_HIDDEN_COMPANIES, before, error)
         && run_at (store, WORKSPACE_PURGE_COMPANIES, before, error)
         && run_at (store, WORKSPACE_PURGE_BLOBS, before, error)
         && run_at (store, WORKSPACE_PURGE_UNDO, before, error);
}

/* --- files ------------------------------------------------------------------------------------ */

#define GRACE_SECONDS (24 * 60 * 60)

static gboolean
add_hashes (GHashTable *kept, sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (GPtrArray) hashes
      = workspace_backup_query_texts (db, "SELECT DISTINCT sha256 FROM evidence", path, error);

  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    g_hash_table_add (kept, g_strdup (hashes->pdata[i]));
  return hashes != NULL;
}

/* The first form knew no evidence. */
static gboolean
add_hashes_of_backup (GHashTable *kept, const char *path, GError **error)
{
  sqlite3 *db = workspace_backup_open (path, error);
  gint64 version;
  gboolean added
      = db != NULL
        && workspace_connection_query_int (db, "PRAGMA user_version", path, &version, error)
        && (version < 2 || add_hashes (kept, db, path, error));

  sqlite3_close (db);
  return added;
}

/* All that somebody names; NULL when a backup cannot be asked: then nothing may be removed. */
static GHashTable *
list_kept (WorkspaceStore *store, GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) backups = workspace_list_backups (store->path);

  if (!add_hashes (kept, store->db, store->path, error))
    return NULL;
  for (guint i = 0; i < backups->len; i++)
    if (!add_hashes_of_backup (kept, ((WorkspaceBackup *)backups->pdata[i])->path, error))
      return NULL;
  return g_steal_pointer (&kept);
}

static gboolean
is_old (const char *file)
{
  GStatBuf status;

  return g_stat (file, &status) == 0
         && status.st_mtime + GRACE_SECONDS < g_get_real_time () / G_USEC_PER_SEC;
}

gboolean
workspace_store_collect_files (WorkspaceStore *store,
                               const GPtrArray *hashes,
                               guint *n_removed,
                               GError **error)
{
  g_autofree char *folder = workspace_files_folder (store->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) kept = dir == NULL ? NULL : list_kept (store, error);
  const char *name;

  *n_removed = 0;
  if (dir == NULL)
    return TRUE; /* no file was ever added */
  while (kept != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      gboolean named
          = hashes != NULL
            && g_ptr_array_find_with_equal_func ((GPtrArray *)hashes, name, g_str_equal, NULL);

      if (!g_hash_table_contains (kept, name) && (named || is_old (file)) && g_unlink (file) == 0)
        (*n_removed)++;
    }
  return kept != NULL;
}

/* --- the rest --------------------------------------------------------------------------------- */

/* Every page anew, and nothing of the old ones in the log. */
static gboolean
wipe (WorkspaceStore *store, GError **error)
{
  int result;

  if (!workspace_connection_run (store->db, "VACUUM", store->path, error))
    return FALSE;
  result = sqlite3_wal_checkpoint_v2 (store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return result == SQLITE_OK || workspace_connection_fail (store->db, result, store->path, error);
}

gboolean
workspace_store_clean (WorkspaceStore *store, GError **error)
{
  gint64 now = g_get_real_time ();
  guint n_files;
  g_autoptr (GPtrArray) removed = workspace_backup_query_texts (
      store->db, "SELECT id_sha256 FROM removed WHERE cleaned_at IS NULL", store->path, error);

  if (removed == NULL || removed->len == 0)
    return removed != NULL;
  if (!workspace_backup_clean (store->path, removed, error) || !wipe (store, error)
      || !workspace_store_collect_files (store, store->purged_files, &n_files, error))
    return FALSE;
  g_clear_pointer (&store->purged_files, g_ptr_array_unref);
  return run_at (store, WORKSPACE_MARK_CLEANED, now, error);
}
