/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-files.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Evidence files as the documents name them (evidence[].sha256). Adding: workspace_files_add() with
 * what workspace_evidence_room() gives, then save the document that names the hash. Undo needs
 * nothing: a file that no document names any more stays a day at least, and as long as a backup
 * names it. */

typedef struct
{
  char *assessment_id;
  char *sha256;
  gboolean damaged; /* else missing */
} WorkspaceEvidenceProblem;

/* Bytes that may still be added to the assessment: WORKSPACE_FILES_MAX less what it names. */
guint64 workspace_evidence_room (Workspace *workspace, const char *assessment_id);
/* WorkspaceEvidenceProblem: files that are not there; with @thorough also those whose content has
 * another hash (reads them all in the caller's thread). @assessment_id NULL: of
 * all. */
GPtrArray *workspace_check_evidence (Workspace *workspace,
                                     const char *assessment_id,
                                     gboolean thorough,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes files that nobody names, older than a day, and says how many. */
gboolean workspace_collect_evidence (Workspace *workspace, guint *n_removed, GError **error);

G_END_DECLS
