/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-statement.h"

/* The table of statements. Every column is named; parameters have names too. */

#define PURGED_ASSESSMENTS                                                                         \
  "SELECT id FROM assessments WHERE deleted_at < :before"                                          \
  " UNION SELECT a.id FROM companies AS c JOIN assessments AS a ON a.company_id = c.id"            \
  " WHERE c.deleted_at < :before"

/* A company without assessments of which the adviser keeps nothing else. */
#define IS_LEFT_ALONE                                                                              \
  "NOT EXISTS (SELECT 1 FROM assessments WHERE company_id = companies.id)"                         \
  " AND NOT EXISTS (SELECT 1 FROM contacts WHERE company_id = companies.id)"                       \
  " AND NOT EXISTS (SELECT 1 FROM meetings WHERE company_id = companies.id)"                       \
  " AND NOT EXISTS (SELECT 1 FROM notes WHERE company_id = companies.id)"

static const char *const sql[WORKSPACE_N_STATEMENTS] = {
  /* IMMEDIATE: the lock is taken before anything is read, so that two instances cannot both build
   * on what neither has seen of the other. */
  [WORKSPACE_BEGIN] = "BEGIN IMMEDIATE",
  [WORKSPACE_COMMIT] = "COMMIT",
  [WORKSPACE_DATA_VERSION] = "PRAGMA data_version",

  /* Columns in the order of WorkspaceColumn (workspace-store.c). */
  [WORKSPACE_LIST]
  = "SELECT a.id, a.company_id, c.name, c.city, c.region, c.country, a.pack_id, a.stage, a.date,"
    "       a.revision, a.changed_at, a.deleted_at, c.deleted_at, a.frozen_at,"
    "       s.revision, s.overall, s.band, s.completeness, s.next_step, s.versions, s.size,"
    "       s.d1, s.d2, s.d3, s.d4, s.d5, s.d6, s.d7, s.d8"
    "  FROM assessments AS a"
    "  JOIN companies AS c ON c.id = a.company_id"
    "  LEFT JOIN summaries AS s ON s.assessment_id = a.id"
    " WHERE (a.deleted_at IS NULL AND c.deleted_at IS NULL) OR :with_deleted"
    " ORDER BY a.changed_at DESC, a.id",

  [WORKSPACE_INSERT_COMPANY] = "INSERT INTO companies (id, created_at) VALUES (:id, :now)"
                               " ON CONFLICT (id) DO NOTHING",
  [WORKSPACE_UPDATE_COMPANY]
  = "UPDATE companies SET name = :name, city = :city, region = :region, country = :country,"
    "       legal_name = :legal_name, sectors = :sectors, staff = :staff"
    " WHERE id = (SELECT company_id FROM assessments WHERE id = :assessment)",
  [WORKSPACE_COMPANY_OF] = "SELECT company_id FROM assessments WHERE id = :id",

  /* What a person looks for first stands first: the list is in the order of this text. */
  [WORKSPACE_SEARCHED_TEXTS]
  = "SELECT name, legal_name, city, country, region, sectors,"
    "       (SELECT group_concat (tag, ' ') FROM tags WHERE company_id = c.id),"
    "       (SELECT group_concat (coalesce (name, '') || ' ' || coalesce (email, '') || ' '"
    "                             || coalesce (note, ''), ' ')"
    "          FROM contacts WHERE company_id = c.id),"
    "       (SELECT group_concat (text, ' ') FROM notes WHERE company_id = c.id)"
    "  FROM companies AS c WHERE id = :id",
  [WORKSPACE_COUNT_COMPANIES]
  = "SELECT count (*) FROM (SELECT 1 FROM companies WHERE deleted_at IS NULL LIMIT :most)",
  [WORKSPACE_STORE_SEARCH] = "UPDATE companies SET search = :search WHERE id = :id",
  /* Companies of an earlier form, each with the assessment that was saved last. */
  [WORKSPACE_UNSEARCHED]
  = "SELECT c.id, (SELECT id FROM assessments WHERE company_id = c.id AND deleted_at IS NULL"
    "               ORDER BY changed_at DESC LIMIT 1)"
    "  FROM companies AS c WHERE c.search IS NULL",

  [WORKSPACE_SET_ARCHIVED]
  = "UPDATE companies SET archived_at = :at, changed_at = :now WHERE id = :id",
  [WORKSPACE_SET_RETENTION]
  = "UPDATE companies SET retain_until = :until, changed_at = :now WHERE id = :id",
  [WORKSPACE_TOUCH_COMPANY] = "UPDATE companies SET changed_at = :now WHERE id = :id",
  [WORKSPACE_SET_COMPANY_DELETED] = "UPDATE companies SET deleted_at = :at WHERE id = :id AND "
                                    "(deleted_at IS NULL) = (:at IS NOT NULL)",
  [WORKSPACE_REMOVE_TAGS] = "DELETE FROM tags WHERE company_id = :id",
  [WORKSPACE_INSERT_TAG] = "INSERT INTO tags (company_id, tag) VALUES (:id, :tag)"
                           " ON CONFLICT (company_id, tag) DO NOTHING",
  [WORKSPACE_MOVE_ASSESSMENT] = "UPDATE assessments SET company_id = :company WHERE id = :id",

  /* Columns in the order of the fields (workspace-store-record.c). An id of another company is left
   * alone. */
  [WORKSPACE_LIST_CONTACTS] = "SELECT id, name, role, email, phone, note FROM contacts"
                              " WHERE company_id = :company ORDER BY name, id",
  [WORKSPACE_PUT_CONTACT]
  = "INSERT INTO contacts"
    "   (id, company_id, name, role, email, phone, note, created_at, changed_at)"
    " VALUES (:id, :company, :name, :role, :email, :phone, :note, :now, :now)"
    " ON CONFLICT (id) DO UPDATE"
    "   SET name = excluded.name, role = excluded.role, email = excluded.email,"
    "       phone = excluded.phone, note = excluded.note, changed_at = excluded.changed_at"
    "   WHERE company_id = excluded.company_id",
  [WORKSPACE_REMOVE_CONTACT] = "DELETE FROM contacts WHERE id = :id AND company_id = :company",
  [WORKSPACE_LIST_MEETINGS]
  = "SELECT id, held_on, held_at, place, participants, about, outcome FROM meetings"
    " WHERE company_id = :company ORDER BY held_on, held_at, id",
  [WORKSPACE_PUT_MEETING]
  = "INSERT INTO meetings"
    "   (id, company_id, held_on, held_at, place, participants, about, outcome,"
    "    created_at, changed_at)"
    " VALUES (:id, :company, :held_on, :held_at, :place, :participants, :about, :outcome,"
    "         :now, :now)"
    " ON CONFLICT (id) DO UPDATE"
    "   SET held_on = excluded.held_on, held_at = excluded.held_at, place = excluded.place,"
    "       participants = excluded.participants, about = excluded.about,"
    "       outcome = excluded.outcome, changed_at = excluded.changed_at"
    "   WHERE company_id = excluded.company_id",
  [WORKSPACE_REMOVE_MEETING] = "DELETE FROM meetings WHERE id = :id AND company_id = :company",
  [WORKSPACE_LIST_NOTES] = "SELECT id, written_on, author, text, in_report FROM notes"
                           " WHERE company_id = :company ORDER BY written_on, created_at, id",
  [WORKSPACE_PUT_NOTE]
  = "INSERT INTO notes"
    "   (id, company_id, written_on, author, text, in_report, created_at, changed_at)"
    " VALUES (:id, :company, :written_on, :author, :text, :in_report, :now, :now)"
    " ON CONFLICT (id) DO UPDATE"
    "   SET written_on = excluded.written_on, author = excluded.author, text = excluded.text,"
    "       in_report = excluded.in_report, changed_at = excluded.changed_at"
    "   WHERE company_id = excluded.company_id",
  [WORKSPACE_REMOVE_NOTE] = "DELETE FROM notes WHERE id = :id AND company_id = :company",

  [WORKSPACE_INSERT_ASSESSMENT]
  = "INSERT INTO assessments"
    "   (id, company_id, body, portal, delivered, pack_id, stage, date, revision, created_at,"
    "    changed_at)"
    " VALUES (:id, :company, :body, :portal, :delivered, :pack, :stage, :date, 1, :now, :now)",
  [WORKSPACE_UPDATE_ASSESSMENT]
  = "UPDATE assessments SET body = :body, portal = :portal, delivered = :delivered,"
    "       pack_id = :pack, stage = :stage, date = :date"
    " WHERE id = :id",
  [WORKSPACE_TOUCH_ASSESSMENT]
  = "UPDATE assessments SET revision = :revision, changed_at = :now WHERE id = :id",
  [WORKSPACE_LOAD_ASSESSMENT] = "SELECT body, revision, frozen_at, portal, delivered FROM "
                                "assessments WHERE id = :id AND deleted_at IS NULL",

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
    "   (assessment_id, revision, overall, band, completeness, next_step, versions, size,"
    "    d1, d2, d3, d4, d5, d6, d7, d8)"
    " VALUES (:id, :revision, :overall, :band, :completeness, :next_step, :versions, :size,"
    "         :d1, :d2, :d3, :d4, :d5, :d6, :d7, :d8)"
    " ON CONFLICT (assessment_id) DO UPDATE"
    "   SET revision = excluded.revision, overall = excluded.overall, band = excluded.band,"
    "       completeness = excluded.completeness, next_step = excluded.next_step,"
    "       versions = excluded.versions, size = excluded.size,"
    "       d1 = excluded.d1, d2 = excluded.d2, d3 = excluded.d3, d4 = excluded.d4,"
    "       d5 = excluded.d5, d6 = excluded.d6, d7 = excluded.d7, d8 = excluded.d8"
    "   WHERE (revision, overall, band, completeness, next_step, versions, size,"
    "          d1, d2, d3, d4, d5, d6, d7, d8)"
    "     IS NOT (excluded.revision, excluded.overall, excluded.band, excluded.completeness,"
    "             excluded.next_step, excluded.versions, excluded.size,"
    "             excluded.d1, excluded.d2, excluded.d3, excluded.d4,"
    "             excluded.d5, excluded.d6, excluded.d7, excluded.d8)",

  [WORKSPACE_FREEZE] = "UPDATE assessments SET frozen_at = :now"
                       " WHERE id = :id AND deleted_at IS NULL",
  [WORKSPACE_INSERT_BLOB] = "INSERT INTO blobs (sha256, kind, content)"
                            " VALUES (:sha256, :kind, :content) ON CONFLICT (sha256) DO NOTHING",
  [WORKSPACE_INSERT_RESULT]
  = "INSERT INTO results (assessment_id, document, result, versions, frozen_at)"
    " VALUES (:id, :document, :result, :versions, :now)",
  [WORKSPACE_INSERT_RESULT_PART] = "INSERT INTO result_parts (assessment_id, part, sha256)"
                                   " VALUES (:id, :part, :sha256)",
  [WORKSPACE_LOAD_RESULT] = "SELECT document, result, versions, frozen_at FROM results"
                            " WHERE assessment_id = :id",
  [WORKSPACE_LOAD_RESULT_PARTS]
  = "SELECT part, sha256, content FROM result_parts JOIN blobs USING (sha256)"
    " WHERE assessment_id = :id ORDER BY part",
  [WORKSPACE_SET_AMENDS] = "UPDATE assessments SET amends = :amends WHERE id = :id",

  [WORKSPACE_REMOVE_EVIDENCE] = "DELETE FROM evidence WHERE assessment_id = :id",
  [WORKSPACE_INSERT_EVIDENCE] = "INSERT INTO evidence (assessment_id, sha256) VALUES (:id, :sha256)"
                                " ON CONFLICT (assessment_id, sha256) DO NOTHING",
  [WORKSPACE_LIST_EVIDENCE] = "SELECT sha256, assessment_id FROM evidence ORDER BY sha256",
  [WORKSPACE_LIST_EVIDENCE_OF] = "SELECT sha256, assessment_id FROM evidence"
                                 " WHERE assessment_id = :id",

  [WORKSPACE_SET_DELETED] = "UPDATE assessments SET deleted_at = :at WHERE id = :id AND "
                            "(deleted_at IS NULL) = (:at IS NOT NULL)",
  /* What was hidden before a moment goes for good, and only the hash of its id is kept. */
  [WORKSPACE_HAS_HIDDEN] = "SELECT EXISTS (SELECT 1 FROM assessments WHERE deleted_at < :before)"
                           "    OR EXISTS (SELECT 1 FROM companies WHERE deleted_at < :before)",
  [WORKSPACE_LIST_PURGED_EVIDENCE]
  = "SELECT DISTINCT sha256 FROM evidence WHERE assessment_id IN (" PURGED_ASSESSMENTS ")",
  [WORKSPACE_LIST_PURGED_ASSESSMENTS] = PURGED_ASSESSMENTS,
  [WORKSPACE_LIST_PURGED_COMPANIES]
  = "SELECT id FROM companies WHERE deleted_at < :before OR " IS_LEFT_ALONE,
  [WORKSPACE_INSERT_REMOVED]
  = "INSERT INTO removed (id_sha256, kind, removed_at) VALUES (:id_sha256, :kind, :now)"
    " ON CONFLICT (id_sha256) DO NOTHING",
  [WORKSPACE_PURGE_ASSESSMENTS] = "DELETE FROM assessments WHERE deleted_at < :before",
  [WORKSPACE_PURGE_HIDDEN_COMPANIES] = "DELETE FROM companies WHERE deleted_at < :before",
  [WORKSPACE_PURGE_COMPANIES] = "DELETE FROM companies WHERE " IS_LEFT_ALONE,
  [WORKSPACE_PURGE_BLOBS]
  = "DELETE FROM blobs WHERE sha256 NOT IN (SELECT sha256 FROM result_parts)",
  [WORKSPACE_PURGE_UNDO] = "DELETE FROM settings WHERE key LIKE '%.undo'",
  [WORKSPACE_MARK_CLEANED]
  = "UPDATE removed SET cleaned_at = :now WHERE cleaned_at IS NULL AND removed_at <= :before",

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
workspace_statement_bind_double (sqlite3_stmt *statement, const char *name, double value)
{
  sqlite3_bind_double (statement, parameter (statement, name), value);
}

void
workspace_statement_bind_bytes (sqlite3_stmt *statement, const char *name, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  /* No pointer would be NULL instead of an empty blob. */
  sqlite3_bind_blob64 (statement, parameter (statement, name), size == 0 ? "" : data, size,
                       SQLITE_STATIC);
}

char *
workspace_statement_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text (statement, column);

  return text == NULL ? NULL : g_utf8_make_valid (text, -1);
}
