/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Finished stages: the document as it was, what was computed of it, and the very files that made
 * it (each kept once, by its SHA-256), so that the result can be read and shown years later. The
 * schema itself keeps every program from changing one; only `portal` and `delivered` of the
 * document stay open, since they happen afterwards, and workspace_save() takes those. */

typedef struct
{
  const char
      *part; /* the caller's own words: "pack", "rules/matching.dmn", "catalogue/hubs.json" */
  GBytes *content;
} WorkspacePart;

typedef struct
{
  char *part;
  char *sha256; /* hex */
  GBytes *content;
} WorkspaceFrozenPart;

typedef struct
{
  AssessmentDocument *document; /* as it was when it was frozen */
  char *result;                 /* JSON, the caller's own form */
  char *versions;               /* as in WorkspaceSummary; or NULL */
  gint64 frozen_at;             /* microseconds since 1970 */
  GPtrArray *parts;             /* WorkspaceFrozenPart, by name */
} WorkspaceFrozen;

void workspace_frozen_free (WorkspaceFrozen *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceFrozen, workspace_frozen_free)

/* Finishes the assessment, in one transaction with its last summary. @document: what the result was
 * computed of; when the stored one differs (another instance wrote), nothing is done and the error
 * is WORKSPACE_ERROR_CHANGED: load, compute and ask again. WORKSPACE_ERROR_FROZEN: it is finished
 * already. */
gboolean workspace_freeze_assessment (Workspace *workspace,
                                      const char *id,
                                      const AssessmentDocument *document,
                                      const WorkspaceSummary *summary,
                                      const char *result,
                                      const WorkspacePart *parts,
                                      guint n_parts,
                                      GError **error);
/* The same of one that somebody else had finished at @frozen_at, microseconds since 1970. */
gboolean workspace_freeze_arrived (Workspace *workspace,
                                   const char *id,
                                   const AssessmentDocument *document,
                                   const WorkspaceSummary *summary,
                                   const char *result,
                                   const WorkspacePart *parts,
                                   guint n_parts,
                                   gint64 frozen_at,
                                   GError **error);
/* NULL without an error: the assessment is not finished. WORKSPACE_ERROR_DAMAGED: a part does not
 * have the hash it was kept under. */
WorkspaceFrozen *workspace_load_frozen (Workspace *workspace,
                                        const char *id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Begins a corrected one of the finished @id: a new assessment of the same company and stage with
 * the same content, which names @id as what it amends. Lists show it in the place of @id, which
 * stays. */
AssessmentDocument *workspace_amend_assessment (Workspace *workspace,
                                                const char *id,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
