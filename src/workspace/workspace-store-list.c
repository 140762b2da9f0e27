/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-store-private.h"

/* The list of all assessments. */

typedef enum
{
  COLUMN_ID,
  COLUMN_COMPANY_ID,
  COLUMN_NAME,
  COLUMN_CITY,
  COLUMN_REGION,
  COLUMN_COUNTRY,
  COLUMN_PACK_ID,
  COLUMN_STAGE,
  COLUMN_DATE,
  COLUMN_REVISION,
  COLUMN_CHANGED_AT,
  COLUMN_DELETED_AT,
  COLUMN_COMPANY_DELETED_AT,
  COLUMN_FROZEN_AT,
  COLUMN_SUMMARY_REVISION,
  COLUMN_OVERALL,
  COLUMN_BAND,
  COLUMN_COMPLETENESS,
  COLUMN_NEXT_STEP,
  COLUMN_VERSIONS,
  COLUMN_SIZE,
  COLUMN_D1,
} WorkspaceColumn;

static gboolean
is_null (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL;
}

/* The last one that has a score says how many there are. */
static void
read_dimensions (WorkspaceSummary *summary, sqlite3_stmt *row)
{
  for (int i = 0; i < WORKSPACE_MAX_DIMENSIONS; i++)
    {
      gboolean open = is_null (row, COLUMN_D1 + i);

      summary->dimensions[i] = open ? -1 : sqlite3_column_int (row, COLUMN_D1 + i);
      if (!open)
        summary->n_dimensions = (guint)i + 1;
    }
}

static void
read_summary (WorkspaceEntry *entry, sqlite3_stmt *row)
{
  entry->summary.overall = -1;
  entry->has_summary = !is_null (row, COLUMN_SUMMARY_REVISION);
  if (!entry->has_summary)
    return;
  entry->summary_is_current
      = entry->frozen
        || entry->revision == (guint64)sqlite3_column_int64 (row, COLUMN_SUMMARY_REVISION);
  if (!is_null (row, COLUMN_OVERALL))
    entry->summary.overall = sqlite3_column_int (row, COLUMN_OVERALL);
  entry->summary.band = workspace_statement_dup_text (row, COLUMN_BAND);
  entry->summary.completeness = sqlite3_column_int (row, COLUMN_COMPLETENESS);
  entry->summary.next_step = workspace_statement_dup_text (row, COLUMN_NEXT_STEP);
  entry->summary.versions = workspace_statement_dup_text (row, COLUMN_VERSIONS);
  entry->summary.size = workspace_statement_dup_text (row, COLUMN_SIZE);
  read_dimensions (&entry->summary, row);
}

static WorkspaceEntry *
read_entry (sqlite3_stmt *row)
{
  WorkspaceEntry *entry = g_new0 (WorkspaceEntry, 1);

  entry->id = workspace_statement_dup_text (row, COLUMN_ID);
  entry->company_id = workspace_statement_dup_text (row, COLUMN_COMPANY_ID);
  entry->company_name = workspace_statement_dup_text (row, COLUMN_NAME);
  entry->city = workspace_statement_dup_text (row, COLUMN_CITY);
  entry->region = workspace_statement_dup_text (row, COLUMN_REGION);
  entry->country = workspace_statement_dup_text (row, COLUMN_COUNTRY);
  entry->pack_id = workspace_statement_dup_text (row, COLUMN_PACK_ID);
  entry->stage = workspace_statement_dup_text (row, COLUMN_STAGE);
  entry->date = workspace_statement_dup_text (row, COLUMN_DATE);
  entry->revision = (guint64)sqlite3_column_int64 (row, COLUMN_REVISION);
  entry->changed_at = sqlite3_column_int64 (row, COLUMN_CHANGED_AT);
  entry->deleted = !is_null (row, COLUMN_DELETED_AT);
  entry->company_deleted = !is_null (row, COLUMN_COMPANY_DELETED_AT);
  entry->frozen = !is_null (row, COLUMN_FROZEN_AT);
  read_summary (entry, row);
  return entry;
}

static void
free_entry (void *entry)
{
  workspace_entry_free (entry);
}

GPtrArray *
workspace_store_list (WorkspaceStore *store, gboolean with_deleted, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr (GError) problem = NULL;
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_LIST);

  workspace_statement_bind_int (query, ":with_deleted", with_deleted != FALSE);
  while (_workspace_store_next_row (store, query, &problem))
    g_ptr_array_add (entries, read_entry (query));
  _workspace_store_end_query (query);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return g_steal_pointer (&entries);
}
