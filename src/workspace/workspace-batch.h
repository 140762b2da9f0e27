/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-record.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Several changes at once: one transaction, all or nothing, after what is queued. For imports and
 * for undoing them. */

typedef struct
{
  const AssessmentDocument *document; /* has an id */
  const AssessmentDocument *base;     /* what it was changed from; NULL: it is new */
  gboolean show;                      /* it may be hidden: restored first */
  gboolean hide;                      /* as workspace_delete_assessment(), instead of a change */
} WorkspaceWrite;

typedef struct
{
  const WorkspaceWrite *writes;
  guint n_writes;
  /* Of new assessments, and of what follows; NULL as in workspace_create_assessment(), without
   * records then. */
  const char *company_id;
  gboolean show_company; /* it is hidden: restored first */
  gboolean hide_company; /* as workspace_delete_company(), at last */
  /* Records to be put; each may be NULL. */
  const GPtrArray *contacts; /* WorkspaceContact */
  const GPtrArray *meetings; /* WorkspaceMeeting */
  const GPtrArray *notes;    /* WorkspaceNote */
  /* Ids of records to be removed, where they are still there; NULL-terminated or NULL. */
  const char *const *remove_contacts;
  const char *const *remove_meetings;
  const char *const *remove_notes;
  const char *const *tags; /* instead of those it has; NULL: as they are */
  const char *key;         /* a setting stored with it, or NULL */
  const char *value;
} WorkspaceBatch;

/* A document that another instance changed meanwhile is merged as by workspace_save(); where both
 * changed the same, the batch's stands. */
gboolean workspace_write_batch (Workspace *workspace, const WorkspaceBatch *batch, GError **error);

G_END_DECLS
