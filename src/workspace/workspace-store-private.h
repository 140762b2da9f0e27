/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-connection.h"
#include "workspace/workspace-index.h"
#include "workspace/workspace-statement.h"
#include "workspace/workspace-store.h"

G_BEGIN_DECLS

/* For the files of the store: -store.c is the connection, -store-document.c documents into rows and
 * back, -store-list.c the list of assessments, -store-company.c companies, -store-record.c what an
 * adviser keeps of them, -store-freeze.c finished stages. */

struct _WorkspaceStore
{
  sqlite3 *db;
  char *path;
  GThread *owner;
  gint64 data_version;
  sqlite3_stmt *statements[WORKSPACE_N_STATEMENTS];

  /* What was loaded or saved last, so that a tick need not read the document again. Only right
   * while the row has this revision and no other instance wrote. */
  struct
  {
    char *id;
    gint64 revision;
    gint64 data_version;
    AssessmentDocument *document;
  } last;

  /* All companies, NULL until somebody asks; and those that have to be read again. */
  WorkspaceIndex *companies;
  gint64 companies_data_version;
  GHashTable *changed_companies; /* set of ids */

  /* Evidence of what was purged, until it is cleaned up; or NULL. */
  GPtrArray *purged_files;
};

/* A prepared statement; asserts that the right thread asks. */
sqlite3_stmt *_workspace_store_statement (WorkspaceStore *store, WorkspaceStatementId id);
/* Steps once and makes the statement ready for next time; TRUE when it is done. */
gboolean _workspace_store_execute (WorkspaceStore *store, sqlite3_stmt *ready, GError **error);
/* For a query: TRUE at a row; FALSE at the end or, with @error set, at a problem. */
gboolean _workspace_store_next_row (WorkspaceStore *store, sqlite3_stmt *query, GError **error);
void _workspace_store_end_query (sqlite3_stmt *query);
gint64 _workspace_store_data_version (WorkspaceStore *store);

/* What was loaded or saved last. */
void _workspace_store_forget (WorkspaceStore *store);
void _workspace_store_remember (WorkspaceStore *store,
                                const char *id,
                                gint64 revision,
                                const AssessmentDocument *document);

/* Within a transaction: the document as it stands, and its revision. */
AssessmentDocument *_workspace_store_load_current (
    WorkspaceStore *store, const char *id, gint64 *revision, gboolean *frozen, GError **error);
void _workspace_store_set_missing (GError **error, const char *id);
/* The company of an assessment; NULL: not here. */
char *_workspace_store_company_of (WorkspaceStore *store, const char *assessment_id);

/* Companies in memory: the assessment's company has to be read again; or all of them. */
void _workspace_store_note_change (WorkspaceStore *store, const char *assessment_id);
void _workspace_store_note_company (WorkspaceStore *store, const char *company_id);
void _workspace_store_forget_companies (WorkspaceStore *store);
/* Within a transaction, after something that is searched changed. */
gboolean
_workspace_store_update_search (WorkspaceStore *store, const char *company_id, GError **error);
/* Within a transaction: lists and searched texts as @document says. */
gboolean _workspace_store_update_company (WorkspaceStore *store,
                                          const char *assessment_id,
                                          const AssessmentDocument *document,
                                          GError **error);
/* Within a transaction: all of @document but its answers. */
gboolean _workspace_store_write_body (WorkspaceStore *store,
                                      const char *id,
                                      const AssessmentDocument *document,
                                      GError **error);
/* Within a transaction: the files that @document names. */
gboolean _workspace_store_update_evidence (WorkspaceStore *store,
                                           const char *assessment_id,
                                           const AssessmentDocument *document,
                                           GError **error);

G_END_DECLS
