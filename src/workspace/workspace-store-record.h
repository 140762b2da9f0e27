/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-record.h"
#include "workspace/workspace-store.h"

G_BEGIN_DECLS

/* Private to the room: contact persons, meetings and notes by one set of functions. */
typedef enum
{
  WORKSPACE_RECORD_CONTACT,
  WORKSPACE_RECORD_MEETING,
  WORKSPACE_RECORD_NOTE,
} WorkspaceRecordKind;

void workspace_record_free (WorkspaceRecordKind kind, void *record);
GPtrArray *workspace_store_list_records (WorkspaceStore *store,
                                         WorkspaceRecordKind kind,
                                         const char *company_id,
                                         GError **error);
/* Within a transaction. Gives the id. */
char *workspace_store_put_record (WorkspaceStore *store,
                                  WorkspaceRecordKind kind,
                                  const char *company_id,
                                  const void *record,
                                  GError **error);
/* Within a transaction. */
gboolean workspace_store_remove_record (WorkspaceStore *store,
                                        WorkspaceRecordKind kind,
                                        const char *company_id,
                                        const char *id,
                                        GError **error);

G_END_DECLS
