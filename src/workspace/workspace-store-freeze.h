/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-freeze.h"
#include "workspace/workspace-store.h"

G_BEGIN_DECLS

/* Private to the room: finished stages as one connection writes and reads them. All within a
 * transaction; workspace-freeze.h says what each does. */
gboolean workspace_store_freeze (WorkspaceStore *store,
                                 const char *id,
                                 const AssessmentDocument *document,
                                 const WorkspaceSummary *summary,
                                 const char *result,
                                 const WorkspacePart *parts,
                                 guint n_parts,
                                 gint64 frozen_at,
                                 GError **error);
WorkspaceFrozen *
workspace_store_load_frozen (WorkspaceStore *store, const char *id, GError **error);
AssessmentDocument *workspace_store_amend (WorkspaceStore *store, const char *id, GError **error);

G_END_DECLS
