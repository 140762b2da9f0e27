/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-freeze.h"

#include "workspace/workspace-private.h"
#include "workspace/workspace-store-freeze.h"

/* The owner's side of finished stages. */

typedef struct
{
  const char *id;
  const AssessmentDocument *document;
  const WorkspaceSummary *summary;
  const char *result;
  const WorkspacePart *parts;
  guint n_parts;
  gint64 frozen_at;

  WorkspaceFrozen *frozen;
  AssessmentDocument *amended;
} Call;

static gboolean
freeze_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_freeze (store, call->id, call->document, call->summary, call->result,
                                 call->parts, call->n_parts, call->frozen_at, error);
}

gboolean
workspace_freeze_assessment (Workspace *workspace,
                             const char *id,
                             const AssessmentDocument *document,
                             const WorkspaceSummary *summary,
                             const char *result,
                             const WorkspacePart *parts,
                             guint n_parts,
                             GError **error)
{
  return workspace_freeze_arrived (workspace, id, document, summary, result, parts, n_parts,
                                   g_get_real_time (), error);
}

gboolean
workspace_freeze_arrived (Workspace *workspace,
                          const char *id,
                          const AssessmentDocument *document,
                          const WorkspaceSummary *summary,
                          const char *result,
                          const WorkspacePart *parts,
                          guint n_parts,
                          gint64 frozen_at,
                          GError **error)
{
  Call call = { .id = id,
                .document = document,
                .summary = summary,
                .result = result,
                .parts = parts,
                .n_parts = n_parts,
                .frozen_at = frozen_at };

  g_return_val_if_fail (workspace != NULL && id != NULL && document != NULL, FALSE);
  g_return_val_if_fail (summary != NULL && result != NULL, FALSE);
  g_return_val_if_fail (parts != NULL || n_parts == 0, FALSE);

  /* What is typed but waits for room on the disk belongs to the stage too. */
  return workspace_flush (workspace, error)
         && _workspace_write (workspace, freeze_in_thread, &call, error);
}

static gboolean
load_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->frozen = workspace_store_load_frozen (store, call->id, error);
  return call->frozen != NULL;
}

WorkspaceFrozen *
workspace_load_frozen (Workspace *workspace, const char *id, GError **error)
{
  Call call = { .id = id };

  g_return_val_if_fail (workspace != NULL && id != NULL, NULL);

  _workspace_read (workspace, load_in_thread, &call, error);
  return call.frozen;
}

static gboolean
amend_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->amended = workspace_store_amend (store, call->id, error);
  return call->amended != NULL;
}

AssessmentDocument *
workspace_amend_assessment (Workspace *workspace, const char *id, GError **error)
{
  Call call = { .id = id };

  g_return_val_if_fail (workspace != NULL && id != NULL, NULL);

  if (_workspace_write (workspace, amend_in_thread, &call, error))
    return call.amended;
  g_clear_pointer (&call.amended, assessment_document_unref);
  return NULL;
}
