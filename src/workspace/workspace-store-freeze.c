/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-store-freeze.h"

#include "workspace/workspace-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Finished stages. The mark on the assessment comes last: the triggers guard from then on. */

/* --- writing ---------------------------------------------------------------------------------- */

static gboolean
set_error (WorkspaceStore *store, WorkspaceError code, const char *id, GError **error)
{
  if (code == WORKSPACE_ERROR_FROZEN)
    return workspace_connection_fail (store->db, SQLITE_CONSTRAINT_TRIGGER, store->path, error);
  g_set_error (error, WORKSPACE_ERROR, code,
               _ ("The assessment %.64s was changed in another window meanwhile. Look at it again "
                  "before you finish it."),
               id);
  return FALSE;
}

static char *
kind_of (const char *part)
{
  return g_strndup (part, strcspn (part, "/"));
}

static gboolean
write_part (WorkspaceStore *store, const char *id, const WorkspacePart *part, GError **error)
{
  sqlite3_stmt *blob = _workspace_store_statement (store, WORKSPACE_INSERT_BLOB);
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_INSERT_RESULT_PART);
  g_autofree char *kind = kind_of (part->part);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, part->content);

  workspace_statement_bind_text (blob, ":sha256", sha256);
  workspace_statement_bind_text (blob, ":kind", kind);
  workspace_statement_bind_bytes (blob, ":content", part->content);
  if (!_workspace_store_execute (store, blob, error))
    return FALSE;
  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_text (ready, ":part", part->part);
  workspace_statement_bind_text (ready, ":sha256", sha256);
  return _workspace_store_execute (store, ready, error);
}

static gboolean
write_result (WorkspaceStore *store,
              const char *id,
              const AssessmentDocument *document,
              const char *result,
              const char *versions,
              gint64 now,
              GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_INSERT_RESULT);
  g_autofree char *text = assessment_document_serialize (document, FALSE);

  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_text (ready, ":document", text);
  workspace_statement_bind_text (ready, ":result", result);
  workspace_statement_bind_text (ready, ":versions", versions);
  workspace_statement_bind_int (ready, ":now", now);
  return _workspace_store_execute (store, ready, error);
}

static gboolean
mark_frozen (WorkspaceStore *store, const char *id, gint64 now, GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_FREEZE);

  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_int (ready, ":now", now);
  return _workspace_store_execute (store, ready, error);
}

gboolean
workspace_store_freeze (WorkspaceStore *store,
                        const char *id,
                        const AssessmentDocument *document,
                        const WorkspaceSummary *summary,
                        const char *result,
                        const WorkspacePart *parts,
                        guint n_parts,
                        gint64 frozen_at,
                        GError **error)
{
  gint64 revision;
  gboolean frozen;
  g_autoptr (AssessmentDocument) current
      = _workspace_store_load_current (store, id, &revision, &frozen, error);

  if (current == NULL)
    return FALSE;
  if (frozen)
    return set_error (store, WORKSPACE_ERROR_FROZEN, id, error);
  if (!assessment_document_equal (current, document))
    return set_error (store, WORKSPACE_ERROR_CHANGED, id, error);
  /* The first form kept the members that stay open in the body, which is closed from now on. */
  if (!_workspace_store_write_body (store, id, document, error)
      || !workspace_store_summarize (store, id, document, summary, error)
      || !write_result (store, id, document, result, summary->versions, frozen_at, error))
    return FALSE;
  for (guint i = 0; i < n_parts; i++)
    if (!write_part (store, id, &parts[i], error))
      return FALSE;
  _workspace_store_note_change (store, id);
  return mark_frozen (store, id, frozen_at, error);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
free_part (void *data)
{
  WorkspaceFrozenPart *part = data;

  g_free (part->part);
  g_free (part->sha256);
  g_bytes_unref (part->content);
  g_free (part);
}

void
workspace_frozen_free (WorkspaceFrozen *frozen)
{
  if (frozen == NULL)
    return;
  g_clear_pointer (&frozen->document, assessment_document_unref);
  g_free (frozen->result);
  g_free (frozen->versions);
  g_clear_pointer (&frozen->parts, g_ptr_array_unref);
  g_free (frozen);
}

static WorkspaceFrozenPart *
read_part (WorkspaceStore *store, sqlite3_stmt *row, GError **error)
{
  WorkspaceFrozenPart *part = g_new0 (WorkspaceFrozenPart, 1);
  g_autofree char *found = NULL;

  part->part = workspace_statement_dup_text (row, 0);
  part->sha256 = workspace_statement_dup_text (row, 1);
  part->content = g_bytes_new (sqlite3_column_blob (row, 2), (gsize)sqlite3_column_bytes (row, 2));
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, part->content);
  if (g_strcmp0 (found, part->sha256) == 0)
    return part;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED,
               _ ("%s: the kept part “%s” is not what it was (SHA-256 found %.12s…, expected "
                  "%.12s…)."),
               store->path, part->part, found, part->sha256);
  free_part (part);
  return NULL;
}

static gboolean
read_parts (WorkspaceStore *store, const char *id, GPtrArray *parts, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_LOAD_RESULT_PARTS);
  g_autoptr (GError) problem = NULL;

  workspace_statement_bind_text (query, ":id", id);
  while (problem == NULL && _workspace_store_next_row (store, query, &problem))
    {
      WorkspaceFrozenPart *part = read_part (store, query, &problem);

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  _workspace_store_end_query (query);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The document's text, NULL when it is not finished or at an error. */
static char *
read_result (WorkspaceStore *store, const char *id, WorkspaceFrozen *frozen, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_LOAD_RESULT);
  char *document = NULL;

  workspace_statement_bind_text (query, ":id", id);
  if (_workspace_store_next_row (store, query, error))
    {
      document = workspace_statement_dup_text (query, 0);
      frozen->result = workspace_statement_dup_text (query, 1);
      frozen->versions = workspace_statement_dup_text (query, 2);
      frozen->frozen_at = sqlite3_column_int64 (query, 3);
    }
  _workspace_store_end_query (query);
  return document;
}

WorkspaceFrozen *
workspace_store_load_frozen (WorkspaceStore *store, const char *id, GError **error)
{
  g_autoptr (WorkspaceFrozen) frozen = g_new0 (WorkspaceFrozen, 1);
  g_autofree char *text = read_result (store, id, frozen, error);
  g_autofree char *source = g_strdup_printf ("%s: %.64s", store->path, id);

  frozen->parts = g_ptr_array_new_with_free_func (free_part);
  if (text == NULL)
    return NULL;
  frozen->document = assessment_document_parse (text, -1, source, error);
  if (frozen->document == NULL || !read_parts (store, id, frozen->parts, error))
    return NULL;
  return g_steal_pointer (&frozen);
}

/* --- amending --------------------------------------------------------------------------------- */

AssessmentDocument *
workspace_store_amend (WorkspaceStore *store, const char *id, GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_SET_AMENDS);
  g_autofree char *company_id = _workspace_store_company_of (store, id);
  g_autofree char *new_id = g_uuid_string_random ();
  gint64 revision;
  gboolean frozen;
  g_autoptr (AssessmentDocument) old
      = _workspace_store_load_current (store, id, &revision, &frozen, error);
  g_autoptr (AssessmentDocument) amended = NULL;

  if (old == NULL)
    return NULL;
  if (!frozen)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE,
                   _ ("The assessment %.64s is not finished: it can be changed itself."), id);
      return NULL;
    }
  amended = assessment_document_with_string (old, "id", new_id, error);
  if (amended == NULL || !workspace_store_create (store, amended, company_id, error))
    return NULL;
  workspace_statement_bind_text (ready, ":id", new_id);
  workspace_statement_bind_text (ready, ":amends", id);
  if (!_workspace_store_execute (store, ready, error))
    return NULL;
  _workspace_store_note_company (store, company_id);
  return g_steal_pointer (&amended);
}
