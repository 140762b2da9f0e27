/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-store-private.h"

/* Which files the documents name: rows that follow the document, so that nothing has to be counted
 * up and down. */

static gboolean
insert (WorkspaceStore *store, const char *assessment_id, const char *sha256, GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_INSERT_EVIDENCE);

  workspace_statement_bind_text (ready, ":id", assessment_id);
  workspace_statement_bind_text (ready, ":sha256", sha256);
  return _workspace_store_execute (store, ready, error);
}

gboolean
_workspace_store_update_evidence (WorkspaceStore *store,
                                  const char *assessment_id,
                                  const AssessmentDocument *document,
                                  GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_REMOVE_EVIDENCE);
  guint n = assessment_document_count (document, "evidence");

  workspace_statement_bind_text (ready, ":id", assessment_id);
  if (!_workspace_store_execute (store, ready, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("evidence[%u].sha256", i);
      const char *sha256 = assessment_document_get_string (document, path);

      if (sha256 != NULL && !insert (store, assessment_id, sha256, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
workspace_store_list_evidence (WorkspaceStore *store, const char *assessment_id, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (
      store, assessment_id == NULL ? WORKSPACE_LIST_EVIDENCE : WORKSPACE_LIST_EVIDENCE_OF);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;

  if (assessment_id != NULL)
    workspace_statement_bind_text (query, ":id", assessment_id);
  while (_workspace_store_next_row (store, query, &problem))
    {
      g_ptr_array_add (pairs, workspace_statement_dup_text (query, 0));
      g_ptr_array_add (pairs, workspace_statement_dup_text (query, 1));
    }
  _workspace_store_end_query (query);
  if (problem == NULL)
    return g_steal_pointer (&pairs);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
