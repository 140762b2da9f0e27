/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-undo-private.h"

#include "assessment/assessment-merge.h"
#include "base/base-json-writer.h"
#include "base/base-json.h"
#include "exchange/exchange-import.h"

#include <glib/gi18n-lib.h>

/* What an import replaced, as a setting of the workspace that is written in the same transaction:
 *
 *   { "assessments": [ { "hidden": false, "before": "{…}", "after": "{…}" } ],
 *     "company": { "id", "is_new", "was_hidden", "contacts": [ids], "meetings", "notes",
 *                  "tags": [those before] } } */

struct _ExchangeUndo
{
  BaseJsonWriter *writer;
};

ExchangeUndo *
_exchange_undo_new (void)
{
  ExchangeUndo *undo = g_new0 (ExchangeUndo, 1);

  undo->writer = base_json_writer_new (FALSE);
  base_json_writer_begin_object (undo->writer, NULL);
  base_json_writer_begin_array (undo->writer, "assessments");
  return undo;
}

static void
write_document (BaseJsonWriter *writer, const char *member, const AssessmentDocument *document)
{
  g_autofree char *text = NULL;

  if (document == NULL)
    return;
  text = assessment_document_serialize (document, FALSE);
  base_json_writer_string (writer, member, text);
}

void
_exchange_undo_add (ExchangeUndo *undo,
                    const AssessmentDocument *before,
                    const AssessmentDocument *after,
                    gboolean hidden)
{
  base_json_writer_begin_object (undo->writer, NULL);
  base_json_writer_boolean (undo->writer, "hidden", hidden);
  write_document (undo->writer, "before", before);
  write_document (undo->writer, "after", after);
  base_json_writer_end_object (undo->writer);
}

static void
write_ids (BaseJsonWriter *writer, const char *member, const GPtrArray *records)
{
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < records->len; i++)
    /* Each record begins with its id. */
    base_json_writer_string (writer, NULL, *(char *const *)records->pdata[i]);
  base_json_writer_end_array (writer);
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (WorkspaceContact, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (WorkspaceMeeting, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (WorkspaceNote, id) == 0);

static void
write_company (BaseJsonWriter *writer, const ExchangeUndoCompany *company)
{
  base_json_writer_begin_object (writer, "company");
  base_json_writer_string (writer, "id", company->id);
  base_json_writer_boolean (writer, "is_new", company->is_new);
  base_json_writer_boolean (writer, "was_hidden", company->was_hidden);
  if (company->added != NULL)
    {
      write_ids (writer, "contacts", company->added->contacts);
      write_ids (writer, "meetings", company->added->meetings);
      write_ids (writer, "notes", company->added->notes);
      if (company->added->tags[0] != NULL)
        base_json_writer_strings (writer, "tags", company->tags_before);
    }
  base_json_writer_end_object (writer);
}

char *
_exchange_undo_finish (ExchangeUndo *undo, const ExchangeUndoCompany *company)
{
  BaseJsonWriter *writer = undo->writer;

  base_json_writer_end_array (writer);
  if (company != NULL)
    write_company (writer, company);
  base_json_writer_end_object (writer);
  g_free (undo);
  return base_json_writer_finish (writer);
}

/* --- taking back ------------------------------------------------------------------------------ */

gboolean
exchange_import_can_undo (Workspace *workspace)
{
  g_autofree char *undo = workspace_get_setting (workspace, EXCHANGE_UNDO_KEY);

  return undo != NULL && *undo != '\0';
}

static AssessmentDocument *
read_document (const BaseJsonCursor *object, const char *member, GError **error)
{
  const char *text = base_json_need_string (object, member);

  if (!base_json_finish (object->document, error))
    return NULL;
  return assessment_document_parse (text, -1, EXCHANGE_UNDO_KEY, error);
}

/* Takes one assessment back. What was changed since the import is merged in. */
static gboolean
undo_one (const BaseJsonCursor *at,
          Workspace *workspace,
          WorkspaceWrite *write,
          GPtrArray *documents,
          GError **error)
{
  BaseJsonCursor before_at = base_json_get (at, "before");
  AssessmentDocument *after = read_document (at, "after", error);
  AssessmentDocument *before, *now;

  if (after == NULL)
    return FALSE;
  g_ptr_array_add (documents, after);
  write->document = after;
  if (!base_json_present (&before_at))
    {
      write->hide = TRUE;
      return TRUE;
    }
  before = read_document (at, "before", error);
  if (before == NULL)
    return FALSE;
  g_ptr_array_add (documents, before);
  now = workspace_load (workspace, assessment_document_id (after), error);
  if (now == NULL)
    return FALSE;
  g_ptr_array_add (documents, now);
  write->base = now;
  write->document = assessment_document_merge (after, now, before, NULL);
  g_ptr_array_add (documents, (gpointer)write->document);
  return TRUE;
}

/* What an import added to the company. */
static void
undo_company (const BaseJsonCursor *root, WorkspaceBatch *batch, char **lists[4])
{
  BaseJsonCursor at = base_json_get (root, "company");
  BaseJsonCursor tags = base_json_get (&at, "tags");

  if (!base_json_present (&at))
    return;
  batch->company_id = base_json_need_string (&at, "id");
  batch->remove_contacts
      = (const char *const *)(lists[0] = base_json_get_strings (&at, "contacts"));
  batch->remove_meetings
      = (const char *const *)(lists[1] = base_json_get_strings (&at, "meetings"));
  batch->remove_notes = (const char *const *)(lists[2] = base_json_get_strings (&at, "notes"));
  if (base_json_present (&tags))
    batch->tags = (const char *const *)(lists[3] = base_json_get_strings (&at, "tags"));
}

/* Fills @writes with what takes the assessments back. */
static gboolean
undo_assessments (const BaseJsonCursor *list,
                  Workspace *workspace,
                  WorkspaceWrite *writes,
                  guint *n_writes,
                  GPtrArray *documents,
                  GError **error)
{
  for (guint i = 0; i < base_json_length (list); i++)
    {
      BaseJsonCursor at = base_json_item (list, i);

      if (!undo_one (&at, workspace, &writes[*n_writes], documents, error))
        return FALSE;
      ++*n_writes;
      /* It was hidden, and is again. */
      if (base_json_get_boolean (&at, "hidden", FALSE))
        {
          writes[*n_writes].document = writes[*n_writes - 1].document;
          writes[(*n_writes)++].hide = TRUE;
        }
    }
  return TRUE;
}

/* Has the company anything that the import did not bring? */
static gboolean
has_more (Workspace *workspace, const WorkspaceBatch *batch)
{
  g_autoptr (GPtrArray) list = workspace_list (workspace, FALSE, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const WorkspaceEntry *entry = list->pdata[i];
      gboolean brought = FALSE;

      for (guint k = 0; k < batch->n_writes; k++)
        brought |= g_strcmp0 (assessment_document_id (batch->writes[k].document), entry->id) == 0;
      if (!brought && g_strcmp0 (entry->company_id, batch->company_id) == 0)
        return TRUE;
    }
  return list == NULL;
}

/* A company that came with the import goes as one, so that it can be brought back as one. */
static void
hide_company (const BaseJsonCursor *root,
              Workspace *workspace,
              WorkspaceWrite *writes,
              WorkspaceBatch *batch)
{
  BaseJsonCursor at = base_json_get (root, "company");
  guint n_kept = 0;

  if (!base_json_present (&at))
    return;
  batch->hide_company = base_json_get_boolean (&at, "was_hidden", FALSE);
  if (!base_json_get_boolean (&at, "is_new", FALSE) || has_more (workspace, batch))
    return;
  batch->hide_company = TRUE;
  for (guint i = 0; i < batch->n_writes; i++)
    if (!writes[i].hide)
      writes[n_kept++] = writes[i];
  batch->n_writes = n_kept;
  /* What it got is hidden with it. */
  batch->remove_contacts = batch->remove_meetings = batch->remove_notes = batch->tags = NULL;
}

static gboolean
undo_json (BaseJson *json, Workspace *workspace, GError **error)
{
  BaseJsonCursor root = base_json_root (json);
  BaseJsonCursor list = base_json_need (&root, "assessments");
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  g_autofree WorkspaceWrite *writes = g_new0 (WorkspaceWrite, 2 * base_json_length (&list) + 1);
  WorkspaceBatch batch = { .writes = writes, .key = EXCHANGE_UNDO_KEY, .value = "" };
  char **lists[4] = { NULL };
  gboolean done;

  undo_company (&root, &batch, lists);
  done = undo_assessments (&list, workspace, writes, &batch.n_writes, documents, error);
  if (done)
    hide_company (&root, workspace, writes, &batch);
  done = done && base_json_finish (json, error) && workspace_write_batch (workspace, &batch, error);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_strfreev (lists[i]);
  return done;
}

gboolean
exchange_import_undo (Workspace *workspace, GError **error)
{
  g_autofree char *undo = workspace_get_setting (workspace, EXCHANGE_UNDO_KEY);
  g_autoptr (BaseJson) json = NULL;

  if (undo == NULL || *undo == '\0')
    {
      g_set_error_literal (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                           _ ("There is no import to take back"));
      return FALSE;
    }
  json = base_json_parse (undo, -1, EXCHANGE_UNDO_KEY, error);
  return json != NULL && undo_json (json, workspace, error);
}
