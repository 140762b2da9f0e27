/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-batch.h"

#include "workspace/workspace-private.h"
#include "workspace/workspace-store-company.h"
#include "workspace/workspace-store-record.h"

/* Several changes in one transaction. */

static gboolean
write_document (WorkspaceStore *store,
                const WorkspaceWrite *write,
                const char *company_id,
                GError **error)
{
  const char *id = assessment_document_id (write->document);
  g_autoptr (GPtrArray) conflicts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)workspace_conflict_free);
  g_autoptr (AssessmentDocument) stored = NULL;

  if (write->hide)
    return workspace_store_set_deleted (store, id, g_get_real_time (), error);
  if (write->show && !workspace_store_set_deleted (store, id, 0, error))
    return FALSE;
  if (write->base == NULL)
    return workspace_store_create (store, write->document, company_id, error);
  stored = workspace_store_save (store, id, write->base, write->document, conflicts, error);
  return stored != NULL;
}

static gboolean
put_records (WorkspaceStore *store,
             WorkspaceRecordKind kind,
             const char *company_id,
             const GPtrArray *records,
             GError **error)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *id
          = workspace_store_put_record (store, kind, company_id, records->pdata[i], error);

      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

/* One that somebody removed in the meantime is no problem. */
static gboolean
remove_records (WorkspaceStore *store,
                WorkspaceRecordKind kind,
                const char *company_id,
                const char *const *ids,
                GError **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (workspace_store_remove_record (store, kind, company_id, ids[i], &problem)
          || g_error_matches (problem, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING))
        continue;
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_records (WorkspaceStore *store, const WorkspaceBatch *batch, GError **error)
{
  const char *id = batch->company_id;

  if (id == NULL)
    return TRUE;
  return put_records (store, WORKSPACE_RECORD_CONTACT, id, batch->contacts, error)
         && put_records (store, WORKSPACE_RECORD_MEETING, id, batch->meetings, error)
         && put_records (store, WORKSPACE_RECORD_NOTE, id, batch->notes, error)
         && remove_records (store, WORKSPACE_RECORD_CONTACT, id, batch->remove_contacts, error)
         && remove_records (store, WORKSPACE_RECORD_MEETING, id, batch->remove_meetings, error)
         && remove_records (store, WORKSPACE_RECORD_NOTE, id, batch->remove_notes, error)
         && (batch->tags == NULL || workspace_store_set_tags (store, id, batch->tags, error));
}

/* One that was brought back, or hidden, in the meantime is no problem. */
static gboolean
set_company_hidden (WorkspaceStore *store, const char *company_id, gint64 since, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (workspace_store_set_company_deleted (store, company_id, since, &problem)
      || g_error_matches (problem, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
write_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  const WorkspaceBatch *batch = data;

  if (batch->show_company && !set_company_hidden (store, batch->company_id, 0, error))
    return FALSE;
  for (guint i = 0; i < batch->n_writes; i++)
    if (!write_document (store, &batch->writes[i], batch->company_id, error))
      return FALSE;
  return write_records (store, batch, error)
         && (!batch->hide_company
             || set_company_hidden (store, batch->company_id, g_get_real_time (), error))
         && (batch->key == NULL
             || workspace_store_set_setting (store, batch->key, batch->value, error));
}

gboolean
workspace_write_batch (Workspace *workspace, const WorkspaceBatch *batch, GError **error)
{
  g_return_val_if_fail (workspace != NULL && batch != NULL, FALSE);
  g_return_val_if_fail (batch->company_id != NULL || !(batch->show_company || batch->hide_company),
                        FALSE);

  return _workspace_write (workspace, write_in_thread, (gpointer)batch, error);
}
