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
  WORKSPACE_SEARCHED_TEXTS,
  WORKSPACE_COUNT_COMPANIES,
  WORKSPACE_STORE_SEARCH,
  WORKSPACE_UNSEARCHED,
  WORKSPACE_SET_ARCHIVED,
  WORKSPACE_SET_RETENTION,
  WORKSPACE_TOUCH_COMPANY,
  WORKSPACE_SET_COMPANY_DELETED,
  WORKSPACE_REMOVE_TAGS,
  WORKSPACE_INSERT_TAG,
  WORKSPACE_MOVE_ASSESSMENT,
  WORKSPACE_LIST_CONTACTS,
  WORKSPACE_PUT_CONTACT,
  WORKSPACE_REMOVE_CONTACT,
  WORKSPACE_LIST_MEETINGS,
  WORKSPACE_PUT_MEETING,
  WORKSPACE_REMOVE_MEETING,
  WORKSPACE_LIST_NOTES,
  WORKSPACE_PUT_NOTE,
  WORKSPACE_REMOVE_NOTE,
  WORKSPACE_INSERT_ASSESSMENT,
  WORKSPACE_UPDATE_ASSESSMENT,
  WORKSPACE_TOUCH_ASSESSMENT,
  WORKSPACE_LOAD_ASSESSMENT,
  WORKSPACE_LOAD_ANSWERS,
  WORKSPACE_STORE_ANSWER,
  WORKSPACE_STORE_SUMMARY,
  WORKSPACE_FREEZE,
  WORKSPACE_INSERT_BLOB,
  WORKSPACE_INSERT_RESULT,
  WORKSPACE_INSERT_RESULT_PART,
  WORKSPACE_LOAD_RESULT,
  WORKSPACE_LOAD_RESULT_PARTS,
  WORKSPACE_SET_AMENDS,
  WORKSPACE_REMOVE_EVIDENCE,
  WORKSPACE_INSERT_EVIDENCE,
  WORKSPACE_LIST_EVIDENCE,
  WORKSPACE_LIST_EVIDENCE_OF,

  WORKSPACE_SET_DELETED,
  WORKSPACE_HAS_HIDDEN,
  WORKSPACE_LIST_PURGED_EVIDENCE,
  WORKSPACE_LIST_PURGED_ASSESSMENTS,
  WORKSPACE_LIST_PURGED_COMPANIES,
  WORKSPACE_INSERT_REMOVED,
  WORKSPACE_PURGE_ASSESSMENTS,
  WORKSPACE_PURGE_HIDDEN_COMPANIES,
  WORKSPACE_PURGE_COMPANIES,
  WORKSPACE_PURGE_BLOBS,
  WORKSPACE_PURGE_UNDO,
  WORKSPACE_MARK_CLEANED,
  WORKSPACE_GET_SETTING,
  WORKSPACE_SET_SETTING,
  WORKSPACE_N_STATEMENTS,
} WorkspaceStatementId;

/* Fills @statements, all or an SQLite error code. */
int workspace_statements_prepare (sqlite3 *db, sqlite3_stmt *statements[WORKSPACE_N_STATEMENTS]);
void workspace_statements_finalize (sqlite3_stmt *statements[WORKSPACE_N_STATEMENTS]);

/* Parameters by name: ":id". The time of a write is ":now". A NULL text is NULL. Texts must live
 * until the statement is reset. */
void workspace_statement_bind_text (sqlite3_stmt *statement, const char *name, const char *text);
void workspace_statement_bind_int (sqlite3_stmt *statement, const char *name, gint64 value);
void workspace_statement_bind_double (sqlite3_stmt *statement, const char *name, double value);
/* The bytes must live until the statement is reset. */
void workspace_statement_bind_bytes (sqlite3_stmt *statement, const char *name, GBytes *bytes);
/* NULL for NULL; not for a text that is not UTF-8 (a damaged file), which is made valid. */
char *workspace_statement_dup_text (sqlite3_stmt *statement, int column);

G_END_DECLS
