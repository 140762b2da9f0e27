/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to the room: all SQL of daily work, prepared once when the store is opened. */
typedef enum
{
  WORKSPACE_BEGIN,
  WORKSPACE_COMMIT,
  WORKSPACE_DATA_VERSION,
  WORKSPACE_LIST,
  WORKSPACE_INSERT_COMPANY,
  WORKSPACE_UPDATE_COMPANY,
  WORKSPACE_COMPANY_OF,
  WORKSPACE_INSERT_ASSESSMENT,
  WORKSPACE_UPDATE_ASSESSMENT,
  WORKSPACE_TOUCH_ASSESSMENT,
  WORKSPACE_LOAD_ASSESSMENT,
  WORKSPACE_LOAD_ANSWERS,
  WORKSPACE_STORE_ANSWER,
  WORKSPACE_STORE_SUMMARY,
  WORKSPACE_SET_DELETED,
  WORKSPACE_PURGE_ASSESSMENTS,
  WORKSPACE_PURGE_COMPANIES,
  WORKSPACE_GET_SETTING,
  WORKSPACE_SET_SETTING,
  WORKSPACE_N_STATEMENTS,
} WorkspaceStatementId;

/* Fills @statements, all or an SQLite error code. */
int workspace_statements_prepare (sqlite3 *db, sqlite3_stmt *statements[WORKSPACE_N_STATEMENTS]);
void workspace_statements_finalize (sqlite3_stmt *statements[WORKSPACE_N_STATEMENTS]);

/* Parameters by name: ":id". A NULL text is NULL. Texts must live until the statement is reset. */
void workspace_statement_bind_text (sqlite3_stmt *statement, const char *name, const char *text);
void workspace_statement_bind_int (sqlite3_stmt *statement, const char *name, gint64 value);
void workspace_statement_bind_null (sqlite3_stmt *statement, const char *name);
/* NULL for NULL; not for a text that is not UTF-8 (a damaged file), which is made valid. */
char *workspace_statement_dup_text (sqlite3_stmt *statement, int column);

G_END_DECLS
