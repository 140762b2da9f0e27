/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-private.h"
#include "workspace/workspace-store-record.h"

/* The owner's side of contact persons, meetings and notes. */

typedef struct
{
  WorkspaceRecordKind kind;
  const char *company_id;
  const char *id;
  const void *record;
  gpointer result;
} Call;

static gboolean
list_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->result = workspace_store_list_records (store, call->kind, call->company_id, error);
  return call->result != NULL;
}

static gboolean
put_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->result
      = workspace_store_put_record (store, call->kind, call->company_id, call->record, error);
  return call->result != NULL;
}

static gboolean
remove_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_remove_record (store, call->kind, call->company_id, call->id, error);
}

static GPtrArray *
list (Workspace *workspace, WorkspaceRecordKind kind, const char *company_id, GError **error)
{
  Call call = { .kind = kind, .company_id = company_id };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, NULL);

  return _workspace_read (workspace, list_in_thread, &call, error) ? call.result : NULL;
}

static char *
put (Workspace *workspace,
     WorkspaceRecordKind kind,
     const char *company_id,
     const void *record,
     GError **error)
{
  Call call = { .kind = kind, .company_id = company_id, .record = record };

  g_return_val_if_fail (workspace != NULL && company_id != NULL && record != NULL, NULL);

  if (_workspace_write (workspace, put_in_thread, &call, error))
    return call.result;
  g_free (call.result);
  return NULL;
}

static gboolean
take_out (Workspace *workspace,
          WorkspaceRecordKind kind,
          const char *company_id,
          const char *id,
          GError **error)
{
  Call call = { .kind = kind, .company_id = company_id, .id = id };

  g_return_val_if_fail (workspace != NULL && company_id != NULL && id != NULL, FALSE);

  return _workspace_write (workspace, remove_in_thread, &call, error);
}

void
workspace_contact_free (WorkspaceContact *contact)
{
  workspace_record_free (WORKSPACE_RECORD_CONTACT, contact);
}

void
workspace_meeting_free (WorkspaceMeeting *meeting)
{
  workspace_record_free (WORKSPACE_RECORD_MEETING, meeting);
}

void
workspace_note_free (WorkspaceNote *note)
{
  workspace_record_free (WORKSPACE_RECORD_NOTE, note);
}

GPtrArray *
workspace_list_contacts (Workspace *workspace, const char *company_id, GError **error)
{
  return list (workspace, WORKSPACE_RECORD_CONTACT, company_id, error);
}

GPtrArray *
workspace_list_meetings (Workspace *workspace, const char *company_id, GError **error)
{
  return list (workspace, WORKSPACE_RECORD_MEETING, company_id, error);
}

GPtrArray *
workspace_list_notes (Workspace *workspace, const char *company_id, GError **error)
{
  return list (workspace, WORKSPACE_RECORD_NOTE, company_id, error);
}

char *
workspace_put_contact (Workspace *workspace,
                       const char *company_id,
                       const WorkspaceContact *contact,
                       GError **error)
{
  return put (workspace, WORKSPACE_RECORD_CONTACT, company_id, contact, error);
}

char *
workspace_put_meeting (Workspace *workspace,
                       const char *company_id,
                       const WorkspaceMeeting *meeting,
                       GError **error)
{
  return put (workspace, WORKSPACE_RECORD_MEETING, company_id, meeting, error);
}

char *
workspace_put_note (Workspace *workspace,
                    const char *company_id,
                    const WorkspaceNote *note,
                    GError **error)
{
  return put (workspace, WORKSPACE_RECORD_NOTE, company_id, note, error);
}

gboolean
workspace_remove_contact (Workspace *workspace,
                          const char *company_id,
                          const char *id,
                          GError **error)
{
  return take_out (workspace, WORKSPACE_RECORD_CONTACT, company_id, id, error);
}

gboolean
workspace_remove_meeting (Workspace *workspace,
                          const char *company_id,
                          const char *id,
                          GError **error)
{
  return take_out (workspace, WORKSPACE_RECORD_MEETING, company_id, id, error);
}

gboolean
workspace_remove_note (Workspace *workspace, const char *company_id, const char *id, GError **error)
{
  return take_out (workspace, WORKSPACE_RECORD_NOTE, company_id, id, error);
}
