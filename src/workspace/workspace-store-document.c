/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-store-private.h"

#include "assessment/assessment-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Documents into rows and back: the answers are rows of their own, all else is the body. */

/* --- reading documents ------------------------------------------------------------------------ */

void
_workspace_store_set_missing (GError **error, const char *id)
{
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
               _ ("The assessment %.64s is not in this workspace, or it was deleted."), id);
}

/* Members that stay open when all else of the document is finished; in columns of their own. */
static const char *const open_members[] = { "portal", "delivered" };

/* A row that is not deleted. */
typedef struct
{
  char *body;
  char *open[G_N_ELEMENTS (open_members)]; /* JSON or NULL */
} Row;

static void
clear_row (Row *row)
{
  g_free (row->body);
  for (guint i = 0; i < G_N_ELEMENTS (open_members); i++)
    g_free (row->open[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

static gboolean
load_row (WorkspaceStore *store,
          const char *id,
          Row *row,
          gint64 *revision,
          gboolean *frozen,
          GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_LOAD_ASSESSMENT);
  g_autoptr (GError) problem = NULL;

  workspace_statement_bind_text (query, ":id", id);
  if (_workspace_store_next_row (store, query, &problem))
    {
      row->body = workspace_statement_dup_text (query, 0);
      *revision = sqlite3_column_int64 (query, 1);
      *frozen = sqlite3_column_type (query, 2) != SQLITE_NULL;
      for (guint i = 0; i < G_N_ELEMENTS (open_members); i++)
        row->open[i] = workspace_statement_dup_text (query, (int)i + 3);
    }
  _workspace_store_end_query (query);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (row->body == NULL)
    _workspace_store_set_missing (error, id);
  return row->body != NULL;
}

/* Takes @document. */
static AssessmentDocument *
add_open_members (AssessmentDocument *document, const Row *row, GError **error)
{
  for (guint i = 0; document != NULL && i < G_N_ELEMENTS (open_members); i++)
    {
      AssessmentDocument *more;

      if (row->open[i] == NULL)
        continue;
      more = assessment_document_with_value_json (document, open_members[i], row->open[i], error);
      assessment_document_unref (document);
      document = more;
    }
  return document;
}

static gboolean
add_answer (GString *text, sqlite3_stmt *row, GError **error)
{
  g_autofree char *question = workspace_statement_dup_text (row, 0);
  g_autofree char *value = workspace_statement_dup_text (row, 1);

  /* An id that no document can have cannot come from us. */
  if (!assessment_document_is_question (question))
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED,
                   _ ("The workspace holds an answer to “%.64s”, which is no question."), question);
      return FALSE;
    }
  g_string_append_printf (text, "%s\"%s\":%s", text->len == 0 ? "" : ",", question, value);
  return TRUE;
}

/* The members of the object of answers; NULL on error. */
static char *
load_answers (WorkspaceStore *store, const char *id, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_LOAD_ANSWERS);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;

  workspace_statement_bind_text (query, ":id", id);
  while (_workspace_store_next_row (store, query, &problem))
    if (!add_answer (text, query, &problem))
      break;
  _workspace_store_end_query (query);
  if (problem == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* Body and answers are read as one text: a document is made once, not once more with each answer.
 */
static AssessmentDocument *
parse_with_answers (WorkspaceStore *store, const char *id, const char *body, GError **error)
{
  g_autofree char *source = g_strdup_printf ("%s: %.64s", store->path, id);
  g_autofree char *answers = load_answers (store, id, error);
  const char *end = strrchr (body, '}');
  g_autofree char *text = NULL;

  if (answers == NULL)
    return NULL;
  if (*answers != '\0' && end != NULL) /* a body without an end is refused as it is */
    text = g_strdup_printf ("%.*s,\"answers\":{%s}}", (int)(end - body), body, answers);
  return assessment_document_parse (text != NULL ? text : body, -1, source, error);
}

AssessmentDocument *
_workspace_store_load_current (
    WorkspaceStore *store, const char *id, gint64 *revision, gboolean *frozen, GError **error)
{
  g_auto (Row) row = { 0 };
  AssessmentDocument *document;

  if (!load_row (store, id, &row, revision, frozen, error))
    return NULL;
  if (g_strcmp0 (store->last.id, id) == 0 && store->last.revision == *revision
      && store->last.data_version == _workspace_store_data_version (store))
    return assessment_document_ref (store->last.document);
  document = parse_with_answers (store, id, row.body, error);
  document = add_open_members (document, &row, error);
  if (document != NULL)
    _workspace_store_remember (store, id, *revision, document);
  return document;
}

AssessmentDocument *
workspace_store_load (WorkspaceStore *store, const char *id, GError **error)
{
  AssessmentDocument *document;
  gint64 revision;
  gboolean frozen;

  /* Body and answers must be of one moment, whatever another instance does meanwhile. */
  if (!workspace_connection_run (store->db, "BEGIN", store->path, error))
    return NULL;
  document = _workspace_store_load_current (store, id, &revision, &frozen, error);
  workspace_connection_rollback (store->db);
  return document;
}

/* --- writing documents ------------------------------------------------------------------------ */

/* Takes @document. */
static AssessmentDocument *
without_open_members (AssessmentDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (open_members); i++)
    {
      AssessmentDocument *less = assessment_document_without (document, open_members[i]);

      assessment_document_unref (document);
      document = less;
    }
  return document;
}

static char *
body_of (const AssessmentDocument *document)
{
  g_autoptr (AssessmentDocument) body
      = without_open_members (assessment_document_without (document, "answers"));

  return assessment_document_serialize (body, FALSE);
}

static gboolean
execute_with_head (WorkspaceStore *store,
                   sqlite3_stmt *ready,
                   const char *id,
                   const AssessmentDocument *document,
                   GError **error)
{
  g_autofree char *body = body_of (document);
  g_autofree char *portal = assessment_document_value_to_json (document, "portal");
  g_autofree char *delivered = assessment_document_value_to_json (document, "delivered");

  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_text (ready, ":body", body);
  workspace_statement_bind_text (ready, ":portal", portal);
  workspace_statement_bind_text (ready, ":delivered", delivered);
  workspace_statement_bind_text (ready, ":pack", assessment_document_pack_id (document));
  workspace_statement_bind_text (ready, ":stage",
                                 assessment_document_get_string (document, "stage"));
  workspace_statement_bind_text (ready, ":date", assessment_document_get_string (document, "date"));
  return _workspace_store_execute (store, ready, error);
}

gboolean
_workspace_store_write_body (WorkspaceStore *store,
                             const char *id,
                             const AssessmentDocument *document,
                             GError **error)
{
  return execute_with_head (store, _workspace_store_statement (store, WORKSPACE_UPDATE_ASSESSMENT),
                            id, document, error);
}

/* Writes what is not an answer when @old has it otherwise. */
static gboolean
write_body (WorkspaceStore *store,
            const char *id,
            const AssessmentDocument *old,
            const AssessmentDocument *new,
            GError **error)
{
  g_autoptr (AssessmentDocument) before = assessment_document_without (old, "answers");
  g_autoptr (AssessmentDocument) after = assessment_document_without (new, "answers");

  return assessment_document_equal (before, after)
         || (_workspace_store_write_body (store, id, new, error)
             && _workspace_store_update_company (store, id, new, error)
             && _workspace_store_update_evidence (store, id, new, error));
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
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_STORE_ANSWER);

  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_text (ready, ":question", question);
  workspace_statement_bind_text (ready, ":value", value);
  workspace_statement_bind_int (ready, ":revision", revision);
  workspace_statement_bind_int (ready, ":now", now);
  return _workspace_store_execute (store, ready, error);
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
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_TOUCH_ASSESSMENT);

  workspace_statement_bind_text (ready, ":id", id);
  workspace_statement_bind_int (ready, ":revision", revision);
  workspace_statement_bind_int (ready, ":now", now);
  return _workspace_store_execute (store, ready, error);
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
  _workspace_store_remember (store, id, revision + 1, new);
  _workspace_store_note_change (store, id);
  return TRUE;
}

/* What happens after a stage is finished: all else of it stays. The triggers of the schema say the
 * same to every writer; here we ask before half of a change is written. */
static gboolean
stays_frozen (WorkspaceStore *store,
              const AssessmentDocument *old,
              const AssessmentDocument *new,
              GError **error)
{
  g_autoptr (AssessmentDocument) before
      = without_open_members (assessment_document_ref ((AssessmentDocument *)old));
  g_autoptr (AssessmentDocument) after
      = without_open_members (assessment_document_ref ((AssessmentDocument *)new));

  return assessment_document_equal (before, after)
         || workspace_connection_fail (store->db, SQLITE_CONSTRAINT_TRIGGER, store->path, error);
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
  gboolean frozen;
  g_autoptr (AssessmentDocument) current
      = _workspace_store_load_current (store, id, &revision, &frozen, error);
  g_autoptr (AssessmentDocument) merged = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (current == NULL)
    return NULL;
  merged = assessment_document_merge (base, ours, current, paths);
  if ((frozen && !stays_frozen (store, current, merged, error))
      || !write_changes (store, id, current, merged, revision, error))
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

char *
_workspace_store_company_of (WorkspaceStore *store, const char *id)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_COMPANY_OF);
  char *company = NULL;

  workspace_statement_bind_text (query, ":id", id);
  if (_workspace_store_next_row (store, query, NULL))
    company = workspace_statement_dup_text (query, 0);
  _workspace_store_end_query (query);
  return company;
}

static gboolean
insert_company (WorkspaceStore *store, const char *company_id, gint64 now, GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_INSERT_COMPANY);

  workspace_statement_bind_text (ready, ":id", company_id);
  workspace_statement_bind_int (ready, ":now", now);
  return _workspace_store_execute (store, ready, error);
}

static gboolean
insert_assessment (WorkspaceStore *store,
                   const char *id,
                   const char *company_id,
                   const AssessmentDocument *document,
                   gint64 now,
                   GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_INSERT_ASSESSMENT);

  workspace_statement_bind_text (ready, ":company", company_id);
  workspace_statement_bind_int (ready, ":now", now);
  return execute_with_head (store, ready, id, document, error);
}

gboolean
workspace_store_create (WorkspaceStore *store,
                        const AssessmentDocument *document,
                        const char *company_id,
                        GError **error)
{
  const char *id = assessment_document_id (document);
  const char *previous = assessment_document_get_string (document, "previous");
  g_autofree char *taken = _workspace_store_company_of (store, id);
  g_autofree char *company = g_strdup (company_id);
  gint64 now = g_get_real_time ();

  if (taken != NULL)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_EXISTS,
                   _ ("The assessment %.64s is in this workspace already."), id);
      return FALSE;
    }
  if (company == NULL && previous != NULL)
    company = _workspace_store_company_of (store, previous);
  if (company == NULL)
    company = g_uuid_string_random ();
  return insert_company (store, company, now, error)
         && insert_assessment (store, id, company, document, now, error)
         && _workspace_store_update_company (store, id, document, error)
         && _workspace_store_update_evidence (store, id, document, error)
         && write_answers (store, id, NULL, document, 1, now, error);
}
