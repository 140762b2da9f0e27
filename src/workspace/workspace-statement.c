/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-statement.h"

/* The table of statements. Every column is named; parameters have names too. */

static const char *const sql[WORKSPACE_N_STATEMENTS] = {
  /* IMMEDIATE: the lock is taken before anything is read, so that two instances cannot both build
   * on what neither has seen of the other. */
  [WORKSPACE_BEGIN] = "BEGIN IMMEDIATE",
  [WORKSPACE_COMMIT] = "COMMIT",
  [WORKSPACE_DATA_VERSION] = "PRAGMA data_version",

  /* Columns in the order of WorkspaceColumn (workspace-store.c). */
  [WORKSPACE_LIST]
  = "SELECT a.id, a.company_id, c.name, c.city, c.region, c.country, a.pack_id, a.stage, a.date,"
    "       a.revision, a.changed_at, a.deleted_at,"
    "       s.revision, s.overall, s.band, s.completeness, s.next_step, s.versions"
    "  FROM assessments AS a"
    "  JOIN companies AS c ON c.id = a.company_id"
    "  LEFT JOIN summaries AS s ON s.assessment_id = a.id"
    " WHERE a.deleted_at IS NULL OR :with_deleted"
    " ORDER BY a.changed_at DESC, a.id",

  [WORKSPACE_INSERT_COMPANY] = "INSERT INTO companies (id, created_at) VALUES (:id, :now)"
                               " ON CONFLICT (id) DO NOTHING",
  [WORKSPACE_UPDATE_COMPANY]
  = "UPDATE companies SET name = :name, city = :city, region = :region, country = :country"
    " WHERE id = (SELECT company_id FROM assessments WHERE id = :assessment)",
  [WORKSPACE_COMPANY_OF] = "SELECT company_id FROM assessments WHERE id = :id",

  [WORKSPACE_INSERT_ASSESSMENT]
  = "INSERT INTO assessments"
    "   (id, company_id, body, pack_id, stage, date, revision, created_at, changed_at)"
    " VALUES (:id, :company, :body, :pack, :stage, :date, 1, :now, :now)",
  [WORKSPACE_UPDATE_ASSESSMENT]
  = "UPDATE assessments SET body = :body, pack_id = :pack, stage = :stage, date = :date"
    " WHERE id = :id",
  [WORKSPACE_TOUCH_ASSESSMENT]
  = "UPDATE assessments SET revision = :revision, changed_at = :now WHERE id = :id",
  [WORKSPACE_LOAD_ASSESSMENT]
  = "SELECT body, revision FROM assessments WHERE id = :id AND deleted_at IS NULL",

  [WORKSPACE_LOAD_ANSWERS]
  = "SELECT question, value FROM answers WHERE assessment_id = :id AND value IS NOT NULL",
  [WORKSPACE_STORE_ANSWER]
  = "INSERT INTO answers (assessment_id, question, value, revision, changed_at)"
    " VALUES (:id, :question, :value, :revision, :now)"
    " ON CONFLICT (assessment_id, question) DO UPDATE"
    "   SET value = excluded.value, revision = excluded.revision,"
    "       changed_at = excluded.changed_at",

  [WORKSPACE_STORE_SUMMARY]
  = "INSERT INTO summaries"
    "   (assessment_id, revision, overall, band, completeness, next_step, versions)"
    " VALUES (:id, :revision, :overall, :band, :completeness, :next_step, :versions)"
    " ON CONFLICT (assessment_id) DO UPDATE"
    "   SET revision = excluded.revision, overall = excluded.overall, band = excluded.band,"
    "       completeness = excluded.completeness, next_step = excluded.next_step,"
    "       versions = excluded.versions",

  [WORKSPACE_SET_DELETED] = "UPDATE assessments SET deleted_at = :at WHERE id = :id AND "
                            "(deleted_at IS NULL) = (:at IS NOT NULL)",
  [WORKSPACE_PURGE_ASSESSMENTS] = "DELETE FROM assessments WHERE deleted_at < :before",
  [WORKSPACE_PURGE_COMPANIES]
  = "DELETE FROM companies WHERE id NOT IN (SELECT company_id FROM assessments)",

  [WORKSPACE_GET_SETTING] = "SELECT value FROM settings WHERE key = :key",
  [WORKSPACE_SET_SETTING] = "INSERT INTO settings (key, value) VALUES (:key, :value)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
};

int
workspace_statements_prepare (sqlite3 *db, sqlite3_stmt *statements[WORKSPACE_N_STATEMENTS])
{
  int result = SQLITE_OK;

  for (guint i = 0; i < WORKSPACE_N_STATEMENTS && result == SQLITE_OK; i++)
    result = sqlite3_prepare_v3 (db, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &statements[i], NULL);
  return result;
}

void
workspace_statements_finalize (sqlite3_stmt *statements[WORKSPACE_N_STATEMENTS])
{
  for (guint i = 0; i < WORKSPACE_N_STATEMENTS; i++)
    g_clear_pointer (&statements[i], sqlite3_finalize);
}

static int
parameter (sqlite3_stmt *statement, const char *name)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  g_assert (index > 0);
  return index;
}

void
workspace_statement_bind_text (sqlite3_stmt *statement, const char *name, const char *text)
{
  sqlite3_bind_text (statement, parameter (statement, name), text, -1, SQLITE_STATIC);
}

void
workspace_statement_bind_int (sqlite3_stmt *statement, const char *name, gint64 value)
{
  sqlite3_bind_int64 (statement, parameter (statement, name), value);
}

void
workspace_statement_bind_null (sqlite3_stmt *statement, const char *name)
{
  sqlite3_bind_null (statement, parameter (statement, name));
}

char *
workspace_statement_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text (statement, column);

  return text == NULL ? NULL : g_utf8_make_valid (text, -1);
}
