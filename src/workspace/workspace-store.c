/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-store-private.h"

/* One connection: statements, transactions, and the small things. */

/* --- statements ------------------------------------------------------------------------------- */

sqlite3_stmt *
_workspace_store_statement (WorkspaceStore *store, WorkspaceStatementId id)
{
  g_assert (store->owner == g_thread_self ());
  return store->statements[id];
}

gboolean
_workspace_store_execute (WorkspaceStore *store, sqlite3_stmt *ready, GError **error)
{
  int result = sqlite3_step (ready);

  g_assert (result != SQLITE_ROW);
  if (result != SQLITE_DONE)
    workspace_connection_fail (store->db, result, store->path, error);
  sqlite3_reset (ready);
  sqlite3_clear_bindings (ready);
  return result == SQLITE_DONE;
}

gboolean
_workspace_store_next_row (WorkspaceStore *store, sqlite3_stmt *query, GError **error)
{
  int result = sqlite3_step (query);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    workspace_connection_fail (store->db, result, store->path, error);
  return FALSE;
}

void
_workspace_store_end_query (sqlite3_stmt *query)
{
  sqlite3_reset (query);
  sqlite3_clear_bindings (query);
}

gint64
_workspace_store_data_version (WorkspaceStore *store)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_DATA_VERSION);
  gint64 version = _workspace_store_next_row (store, query, NULL) ? sqlite3_column_int64 (query, 0)
                                                                  : store->data_version;

  _workspace_store_end_query (query);
  return version;
}

/* --- the store -------------------------------------------------------------------------------- */

static void
free_store (WorkspaceStore *store)
{
  workspace_statements_finalize (store->statements);
  workspace_connection_close (store->db);
  _workspace_store_forget (store);
  _workspace_store_forget_companies (store);
  g_clear_pointer (&store->purged_files, g_ptr_array_unref);
  g_free (store->path);
  g_free (store);
}

WorkspaceStore *
workspace_store_open (const char *path, GError **error)
{
  sqlite3 *db = workspace_connection_open (path, error);
  WorkspaceStore *store;
  int result;

  if (db == NULL)
    return NULL;
  store = g_new0 (WorkspaceStore, 1);
  store->db = db;
  store->path = g_strdup (path);
  store->owner = g_thread_self ();
  result = workspace_statements_prepare (db, store->statements);
  if (result != SQLITE_OK)
    {
      /* Tables that are not as we make them. */
      workspace_connection_fail (db, result == SQLITE_ERROR ? SQLITE_CORRUPT : result, path, error);
      sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      free_store (store);
      return NULL;
    }
  store->data_version = _workspace_store_data_version (store);
  workspace_store_complete_companies (store);
  return store;
}

void
_workspace_store_forget (WorkspaceStore *store)
{
  g_clear_pointer (&store->last.id, g_free);
  g_clear_pointer (&store->last.document, assessment_document_unref);
}

void
_workspace_store_remember (WorkspaceStore *store,
                           const char *id,
                           gint64 revision,
                           const AssessmentDocument *document)
{
  AssessmentDocument *kept = assessment_document_ref ((AssessmentDocument *)document);
  char *id_kept = g_strdup (id);

  _workspace_store_forget (store);
  store->last.id = id_kept;
  store->last.revision = revision;
  store->last.data_version = _workspace_store_data_version (store);
  store->last.document = kept;
}

void
workspace_store_close (WorkspaceStore *store)
{
  if (store == NULL)
    return;
  g_assert (store->owner == g_thread_self ());
  sqlite3_exec (store->db, "PRAGMA optimize", NULL, NULL, NULL);
  free_store (store);
}

void
workspace_store_take (WorkspaceStore *store)
{
  store->owner = g_thread_self ();
}

gboolean
workspace_store_begin (WorkspaceStore *store, GError **error)
{
  return _workspace_store_execute (store, _workspace_store_statement (store, WORKSPACE_BEGIN),
                                   error);
}

gboolean
workspace_store_commit (WorkspaceStore *store, GError **error)
{
  if (_workspace_store_execute (store, _workspace_store_statement (store, WORKSPACE_COMMIT), error))
    return TRUE;
  workspace_store_rollback (store);
  return FALSE;
}

void
workspace_store_rollback (WorkspaceStore *store)
{
  g_assert (store->owner == g_thread_self ());
  _workspace_store_forget (store);
  /* Part of it may have been read already. */
  _workspace_store_forget_companies (store);
  workspace_connection_rollback (store->db);
}

gboolean
workspace_store_changed_outside (WorkspaceStore *store)
{
  gint64 version = _workspace_store_data_version (store);
  gboolean changed = version != store->data_version;

  store->data_version = version;
  return changed;
}

/* --- the rest --------------------------------------------------------------------------------- */

static void
bind_dimensions (sqlite3_stmt *ready, const WorkspaceSummary *summary)
{
  static const char *const names[WORKSPACE_MAX_DIMENSIONS]
      = { ":d1", ":d2", ":d3", ":d4", ":d5", ":d6", ":d7", ":d8" };

  for (guint i = 0; i < MIN (summary->n_dimensions, WORKSPACE_MAX_DIMENSIONS); i++)
    if (summary->dimensions[i] >= 0)
      workspace_statement_bind_int (ready, names[i], summary->dimensions[i]);
}

gboolean
workspace_store_summarize (WorkspaceStore *store,
                           const char *id,
                           const AssessmentDocument *document,
                           const WorkspaceSummary *summary,
                           GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_STORE_SUMMARY);
  gint64 revision;
  gboolean frozen;
  g_autoptr (AssessmentDocument) current
      = _workspace_store_load_current (store, id, &revision, &frozen, error);

  if (current == NULL)
    return FALSE;
  /* What a newer rule would say of a finished stage is not what was said. */
  if (frozen)
    return TRUE;
  /* Of a document that is no longer the stored one: kept, but for lists it is an old one. */
  if (!assessment_document_equal (current, document))
    revision--;
  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_int (ready, ":revision", revision);
  if (summary->overall >= 0)
    workspace_statement_bind_int (ready, ":overall", summary->overall);
  workspace_statement_bind_text (ready, ":band", summary->band);
  workspace_statement_bind_int (ready, ":completeness", summary->completeness);
  workspace_statement_bind_text (ready, ":next_step", summary->next_step);
  workspace_statement_bind_text (ready, ":versions", summary->versions);
  workspace_statement_bind_text (ready, ":size", summary->size);
  bind_dimensions (ready, summary);
  if (!_workspace_store_execute (store, ready, error))
    return FALSE;
  if (sqlite3_changes (store->db) > 0)
    _workspace_store_note_change (store, id);
  return TRUE;
}

gboolean
workspace_store_set_deleted (WorkspaceStore *store,
                             const char *id,
                             gint64 deleted_at,
                             GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_SET_DELETED);

  workspace_statement_bind_text (ready, ":id", id);
  if (deleted_at > 0)
    workspace_statement_bind_int (ready, ":at", deleted_at);
  if (!_workspace_store_execute (store, ready, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    _workspace_store_set_missing (error, id);
  _workspace_store_note_change (store, id);
  return sqlite3_changes (store->db) > 0;
}

char *
workspace_store_get_setting (WorkspaceStore *store, const char *key, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_GET_SETTING);
  char *value = NULL;

  workspace_statement_bind_text (query, ":key", key);
  if (_workspace_store_next_row (store, query, error))
    value = workspace_statement_dup_text (query, 0);
  _workspace_store_end_query (query);
  return value;
}

gboolean
workspace_store_set_setting (WorkspaceStore *store,
                             const char *key,
                             const char *value,
                             GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_SET_SETTING);

  workspace_statement_bind_text (ready, ":key", key);
  workspace_statement_bind_text (ready, ":value", value);
  return _workspace_store_execute (store, ready, error);
}
