/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-store.h"

#include "assessment/assessment-merge.h"
#include "workspace/workspace-connection.h"
#include "workspace/workspace-statement.h"

#include <glib/gi18n-lib.h>

/* One connection: documents into rows and back. A document's answers are rows of their own; all
 * else is its body. */

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
};

/* --- statements ------------------------------------------------------------------------------- */

static sqlite3_stmt *
statement (WorkspaceStore *store, WorkspaceStatementId id)
{
  g_assert (store->owner == g_thread_self ());
  return store->statements[id];
}

/* Steps once and makes the statement ready for next time; TRUE when it is done. */
static gboolean
execute (WorkspaceStore *store, sqlite3_stmt *ready, GError **error)
{
  int result = sqlite3_step (ready);

  g_assert (result != SQLITE_ROW);
  if (result != SQLITE_DONE)
    workspace_connection_fail (store->db, result, store->path, error);
  sqlite3_reset (ready);
  sqlite3_clear_bindings (ready);
  return result == SQLITE_DONE;
}

/* For a query: TRUE at a row; FALSE at the end or, with @error set, at a problem. */
static gboolean
next_row (WorkspaceStore *store, sqlite3_stmt *query, GError **error)
{
  int result = sqlite3_step (query);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    workspace_connection_fail (store->db, result, store->path, error);
  return FALSE;
}

static void
end_query (sqlite3_stmt *query)
{
  sqlite3_reset (query);
  sqlite3_clear_bindings (query);
}

static gint64
read_data_version (WorkspaceStore *store)
{
  sqlite3_stmt *query = statement (store, WORKSPACE_DATA_VERSION);
  gint64 version
      = next_row (store, query, NULL) ? sqlite3_column_int64 (query, 0) : store->data_version;

  end_query (query);
  return version;
}

/* --- the store -------------------------------------------------------------------------------- */

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
      workspace_connection_fail (db, result, path, error);
      workspace_store_close (store);
      return NULL;
    }
  store->data_version = read_data_version (store);
  return store;
}

static void
forget_last (WorkspaceStore *store)
{
  g_clear_pointer (&store->last.id, g_free);
  g_clear_pointer (&store->last.document, assessment_document_unref);
}

static void
remember_last (WorkspaceStore *store,
               const char *id,
               gint64 revision,
               const AssessmentDocument *document)
{
  AssessmentDocument *kept = assessment_document_ref ((AssessmentDocument *)document);
  char *id_kept = g_strdup (id);

  forget_last (store);
  store->last.id = id_kept;
  store->last.revision = revision;
  store->last.data_version = read_data_version (store);
  store->last.document = kept;
}

void
workspace_store_close (WorkspaceStore *store)
{
  if (store == NULL)
    return;
  g_assert (store->owner == g_thread_self ());
  workspace_statements_finalize (store->statements);
  sqlite3_exec (store->db, "PRAGMA optimize", NULL, NULL, NULL);
  workspace_connection_close (store->db);
  forget_last (store);
  g_free (store->path);
  g_free (store);
}

void
workspace_store_take (WorkspaceStore *store)
{
  store->owner = g_thread_self ();
}

gboolean
workspace_store_begin (WorkspaceStore *store, GError **error)
{
  return execute (store, statement (store, WORKSPACE_BEGIN), error);
}

gboolean
workspace_store_commit (WorkspaceStore *store, GError **error)
{
  if (execute (store, statement (store, WORKSPACE_COMMIT), error))
    return TRUE;
  workspace_store_rollback (store);
  return FALSE;
}

void
workspace_store_rollback (WorkspaceStore *store)
{
  g_assert (store->owner == g_thread_self ());
  forget_last (store);
  workspace_connection_rollback (store->db);
}

gboolean
workspace_store_changed_outside (WorkspaceStore *store)
{
  gint64 version = read_data_version (store);
  gboolean changed = version != store->data_version;

  store->data_version = version;
  return changed;
}

/* --- listing ---------------------------------------------------------------------------------- */

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
  COLUMN_SUMMARY_REVISION,
  COLUMN_OVERALL,
  COLUMN_BAND,
  COLUMN_COMPLETENESS,
  COLUMN_NEXT_STEP,
  COLUMN_VERSIONS,
} WorkspaceColumn;

static gboolean
is_null (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL;
}

static void
read_summary (WorkspaceEntry *entry, sqlite3_stmt *row)
{
  entry->summary.overall = -1;
  entry->has_summary = !is_null (row, COLUMN_SUMMARY_REVISION);
  if (!entry->has_summary)
    return;
  entry->summary_is_current
      = entry->revision == (guint64)sqlite3_column_int64 (row, COLUMN_SUMMARY_REVISION);
  if (!is_null (row, COLUMN_OVERALL))
    entry->summary.overall = sqlite3_column_int (row, COLUMN_OVERALL);
  entry->summary.band = workspace_statement_dup_text (row, COLUMN_BAND);
  entry->summary.completeness = sqlite3_column_int (row, COLUMN_COMPLETENESS);
  entry->summary.next_step = workspace_statement_dup_text (row, COLUMN_NEXT_STEP);
  entry->summary.versions = workspace_statement_dup_text (row, COLUMN_VERSIONS);
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
  sqlite3_stmt *query = statement (store, WORKSPACE_LIST);

  workspace_statement_bind_int (query, ":with_deleted", with_deleted != FALSE);
  while (next_row (store, query, &problem))
    g_ptr_array_add (entries, read_entry (query));
  end_query (query);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return g_steal_pointer (&entries);
}

/* --- reading documents ------------------------------------------------------------------------ */

static void
set_missing (GError **error, const char *id)
{
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
               _ ("The assessment %.64s is not in this workspace, or it was deleted."), id);
}

/* Body and revision of a row that is not deleted. */
static char *
load_body (WorkspaceStore *store, const char *id, gint64 *revision, GError **error)
{
  sqlite3_stmt *query = statement (store, WORKSPACE_LOAD_ASSESSMENT);
  g_autoptr (GError) problem = NULL;
  char *body = NULL;

  workspace_statement_bind_text (query, ":id", id);
  if (next_row (store, query, &problem))
    {
      body = workspace_statement_dup_text (query, 0);
      *revision = sqlite3_column_int64 (query, 1);
    }
  end_query (query);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (body == NULL)
    set_missing (error, id);
  return body;
}

static AssessmentDocument *
add_answer (AssessmentDocument *document, sqlite3_stmt *row, GError **error)
{
  g_autofree char *question = workspace_statement_dup_text (row, 0);
  g_autofree char *value = workspace_statement_dup_text (row, 1);

  /* An id that no document can have cannot come from us. */
  if (!assessment_document_is_question (question))
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED,
                   _ ("The workspace holds an answer to “%.64s”, which is no question."), question);
      return NULL;
    }
  return assessment_document_with_answer_json (document, question, value, error);
}

/* Takes @document; gives it with its answers. */
static AssessmentDocument *
add_answers (WorkspaceStore *store, const char *id, AssessmentDocument *document, GError **error)
{
  sqlite3_stmt *query = statement (store, WORKSPACE_LOAD_ANSWERS);
  g_autoptr (GError) problem = NULL;

  workspace_statement_bind_text (query, ":id", id);
  while (document != NULL && next_row (store, query, &problem))
    {
      AssessmentDocument *more = add_answer (document, query, &problem);

      assessment_document_unref (document);
      document = more;
    }
  end_query (query);
  if (problem == NULL)
    return document;
  g_propagate_error (error, g_steal_pointer (&problem));
  g_clear_pointer (&document, assessment_document_unref);
  return NULL;
}

static AssessmentDocument *
load_current (WorkspaceStore *store, const char *id, gint64 *revision, GError **error)
{
  g_autofree char *body = load_body (store, id, revision, error);
  g_autofree char *source = NULL;
  AssessmentDocument *document;

  if (body == NULL)
    return NULL;
  if (g_strcmp0 (store->last.id, id) == 0 && store->last.revision == *revision
      && store->last.data_version == read_data_version (store))
    return assessment_document_ref (store->last.document);
  source = g_strdup_printf ("%s: %.64s", store->path, id);
  document = assessment_document_parse (body, -1, source, error);
  document = document == NULL ? NULL : add_answers (store, id, document, error);
  if (document != NULL)
    remember_last (store, id, *revision, document);
  return document;
}

AssessmentDocument *
workspace_store_load (WorkspaceStore *store, const char *id, GError **error)
{
  AssessmentDocument *document;
  gint64 revision;

  /* Body and answers must be of one moment, whatever another instance does meanwhile. */
  if (!workspace_connection_run (store->db, "BEGIN", store->path, error))
    return NULL;
  document = load_current (store, id, &revision, error);
  workspace_connection_rollback (store->db);
  return document;
}

/* --- writing documents ------------------------------------------------------------------------ */

static char *
body_of (const AssessmentDocument *document)
{
  g_autoptr (AssessmentDocument) body = assessment_document_without (document, "answers");

  return assessment_document_serialize (body, FALSE);
}

static void
bind_head (sqlite3_stmt *ready,
           const char *id,
           const char *body,
           const AssessmentDocument *document)
{
  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_text (ready, ":body", body);
  workspace_statement_bind_text (ready, ":pack", assessment_document_pack_id (document));
  workspace_statement_bind_text (ready, ":stage",
                                 assessment_document_get_string (document, "stage"));
  workspace_statement_bind_text (ready, ":date", assessment_document_get_string (document, "date"));
}

static gboolean
update_company (WorkspaceStore *store,
                const char *id,
                const AssessmentDocument *document,
                GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_UPDATE_COMPANY);

  workspace_statement_bind_text (ready, ":assessment", id);
  workspace_statement_bind_text (ready, ":name",
                                 assessment_document_get_string (document, "company.name"));
  workspace_statement_bind_text (ready, ":city",
                                 assessment_document_get_string (document, "company.city"));
  workspace_statement_bind_text (ready, ":region",
                                 assessment_document_get_string (document, "company.region"));
  workspace_statement_bind_text (ready, ":country",
                                 assessment_document_get_string (document, "company.country"));
  return execute (store, ready, error);
}

/* Writes the body when @old has another one. */
static gboolean
write_body (WorkspaceStore *store,
            const char *id,
            const AssessmentDocument *old,
            const AssessmentDocument *new,
            GError **error)
{
  g_autofree char *before = body_of (old);
  g_autofree char *after = body_of (new);
  sqlite3_stmt *ready;

  if (g_str_equal (before, after))
    return TRUE;
  ready = statement (store, WORKSPACE_UPDATE_ASSESSMENT);
  bind_head (ready, id, after, new);
  return execute (store, ready, error) && update_company (store, id, new, error);
}

static gboolean
write_answer (WorkspaceStore *store,
              const char *id,
              const char *question,
              const char *value,
              gint64 revision,
              gint64 now,
              GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_STORE_ANSWER);

  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_text (ready, ":question", question);
  workspace_statement_bind_text (ready, ":value", value);
  workspace_statement_bind_int (ready, ":revision", revision);
  workspace_statement_bind_int (ready, ":now", now);
  return execute (store, ready, error);
}

/* Writes the answers that @old (which may be NULL) has not or has otherwise. */
static gboolean
write_answers (WorkspaceStore *store,
               const char *id,
               const AssessmentDocument *old,
               const AssessmentDocument *new,
               gint64 revision,
               gint64 now,
               GError **error)
{
  const char *const *questions = assessment_document_answered (new);

  for (guint i = 0; questions[i] != NULL; i++)
    {
      g_autofree char *before
          = old == NULL ? NULL : assessment_document_answer_to_json (old, questions[i]);
      g_autofree char *after = assessment_document_answer_to_json (new, questions[i]);

      if (g_strcmp0 (before, after) != 0
          && !write_answer (store, id, questions[i], after, revision, now, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_back_answers (WorkspaceStore *store,
                   const char *id,
                   const AssessmentDocument *old,
                   const AssessmentDocument *new,
                   gint64 revision,
                   gint64 now,
                   GError **error)
{
  const char *const *questions = assessment_document_answered (old);

  for (guint i = 0; questions[i] != NULL; i++)
    if (!assessment_document_is_answered (new, questions[i])
        && !write_answer (store, id, questions[i], NULL, revision, now, error))
      return FALSE;
  return TRUE;
}

static gboolean
touch (WorkspaceStore *store, const char *id, gint64 revision, gint64 now, GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_TOUCH_ASSESSMENT);

  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_int (ready, ":revision", revision);
  workspace_statement_bind_int (ready, ":now", now);
  return execute (store, ready, error);
}

static gboolean
write_changes (WorkspaceStore *store,
               const char *id,
               const AssessmentDocument *old,
               const AssessmentDocument *new,
               gint64 revision,
               GError **error)
{
  gint64 now = g_get_real_time ();

  if (assessment_document_equal (old, new))
    return TRUE;
  if (!write_body (store, id, old, new, error)
      || !write_answers (store, id, old, new, revision + 1, now, error)
      || !take_back_answers (store, id, old, new, revision + 1, now, error)
      || !touch (store, id, revision + 1, now, error))
    return FALSE;
  remember_last (store, id, revision + 1, new);
  return TRUE;
}

void
workspace_conflict_free (WorkspaceConflict *conflict)
{
  if (conflict == NULL)
    return;
  g_free (conflict->path);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

AssessmentDocument *
workspace_store_save (WorkspaceStore *store,
                      const char *id,
                      const AssessmentDocument *base,
                      const AssessmentDocument *ours,
                      GPtrArray *conflicts,
                      GError **error)
{
  gint64 revision;
  g_autoptr (AssessmentDocument) current = load_current (store, id, &revision, error);
  g_autoptr (AssessmentDocument) merged = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (current == NULL)
    return NULL;
  merged = assessment_document_merge (base, ours, current, paths);
  if (!write_changes (store, id, current, merged, revision, error))
    return NULL;
  for (guint i = 0; i < paths->len; i++)
    {
      WorkspaceConflict *conflict = g_new0 (WorkspaceConflict, 1);

      conflict->path = g_strdup (paths->pdata[i]);
      conflict->ours = assessment_document_value_to_json (merged, conflict->path);
      conflict->theirs = assessment_document_value_to_json (current, conflict->path);
      g_ptr_array_add (conflicts, conflict);
    }
  return g_steal_pointer (&merged);
}

/* --- new assessments -------------------------------------------------------------------------- */

/* The company of assessment @id, NULL when it is not here. */
static char *
company_of (WorkspaceStore *store, const char *id)
{
  sqlite3_stmt *query = statement (store, WORKSPACE_COMPANY_OF);
  char *company = NULL;

  workspace_statement_bind_text (query, ":id", id);
  if (next_row (store, query, NULL))
    company = workspace_statement_dup_text (query, 0);
  end_query (query);
  return company;
}

static gboolean
insert_company (WorkspaceStore *store, const char *company_id, gint64 now, GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_INSERT_COMPANY);

  workspace_statement_bind_text (ready, ":id", company_id);
  workspace_statement_bind_int (ready, ":now", now);
  return execute (store, ready, error);
}

static gboolean
insert_assessment (WorkspaceStore *store,
                   const char *id,
                   const char *company_id,
                   const AssessmentDocument *document,
                   gint64 now,
                   GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_INSERT_ASSESSMENT);
  g_autofree char *body = body_of (document);

  bind_head (ready, id, body, document);
  workspace_statement_bind_text (ready, ":company", company_id);
  workspace_statement_bind_int (ready, ":now", now);
  return execute (store, ready, error);
}

gboolean
workspace_store_create (WorkspaceStore *store,
                        const AssessmentDocument *document,
                        const char *company_id,
                        GError **error)
{
  const char *id = assessment_document_id (document);
  const char *previous = assessment_document_get_string (document, "previous");
  g_autofree char *taken = company_of (store, id);
  g_autofree char *company = g_strdup (company_id);
  gint64 now = g_get_real_time ();

  if (taken != NULL)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_EXISTS,
                   _ ("The assessment %.64s is in this workspace already."), id);
      return FALSE;
    }
  if (company == NULL && previous != NULL)
    company = company_of (store, previous);
  if (company == NULL)
    company = g_uuid_string_random ();
  return insert_company (store, company, now, error)
         && insert_assessment (store, id, company, document, now, error)
         && update_company (store, id, document, error)
         && write_answers (store, id, NULL, document, 1, now, error);
}

/* --- the rest --------------------------------------------------------------------------------- */

gboolean
workspace_store_summarize (WorkspaceStore *store,
                           const char *id,
                           const AssessmentDocument *document,
                           const WorkspaceSummary *summary,
                           GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_STORE_SUMMARY);
  gint64 revision;
  g_autoptr (AssessmentDocument) current = load_current (store, id, &revision, error);

  if (current == NULL)
    return FALSE;
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
  return execute (store, ready, error);
}

gboolean
workspace_store_set_deleted (WorkspaceStore *store,
                             const char *id,
                             gint64 deleted_at,
                             GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_SET_DELETED);

  workspace_statement_bind_text (ready, ":id", id);
  if (deleted_at > 0)
    workspace_statement_bind_int (ready, ":at", deleted_at);
  if (!execute (store, ready, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    set_missing (error, id);
  return sqlite3_changes (store->db) > 0;
}

gboolean
workspace_store_purge (WorkspaceStore *store, gint64 before, GError **error)
{
  sqlite3_stmt *assessments = statement (store, WORKSPACE_PURGE_ASSESSMENTS);

  workspace_statement_bind_int (assessments, ":before", before);
  return execute (store, assessments, error)
         && execute (store, statement (store, WORKSPACE_PURGE_COMPANIES), error);
}

char *
workspace_store_get_setting (WorkspaceStore *store, const char *key, GError **error)
{
  sqlite3_stmt *query = statement (store, WORKSPACE_GET_SETTING);
  char *value = NULL;

  workspace_statement_bind_text (query, ":key", key);
  if (next_row (store, query, error))
    value = workspace_statement_dup_text (query, 0);
  end_query (query);
  return value;
}

gboolean
workspace_store_set_setting (WorkspaceStore *store,
                             const char *key,
                             const char *value,
                             GError **error)
{
  sqlite3_stmt *ready = statement (store, WORKSPACE_SET_SETTING);

  workspace_statement_bind_text (ready, ":key", key);
  workspace_statement_bind_text (ready, ":value", value);
  return execute (store, ready, error);
}
