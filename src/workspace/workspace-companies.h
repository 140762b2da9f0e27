/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-company.h"
#include "workspace/workspace-hub.h"
#include "workspace/workspace-query.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* The companies of the workspace. The first question reads them all into the worker's memory (some
 * 200 milliseconds for 20,000 with 60,000 assessments); after it an answer takes a few, and what
 * other instances write is seen. Only the first page of all by name is answered without reading the
 * others. */

/* Begins to read them, or what other instances wrote, while the caller does something else. Returns
 * at once; the func hears when it is done, and may wait for an answer then. */
void workspace_prefetch_companies (Workspace *workspace);
typedef void (*WorkspacePrefetchedFunc) (Workspace *workspace, gpointer data);
void
workspace_set_prefetched_func (Workspace *workspace, WorkspacePrefetchedFunc func, gpointer data);

/* How many there are that are not hidden, archived or not, counted up to @most. Reads no company.
 */
guint workspace_count_companies (Workspace *workspace, guint most);
/* WorkspaceCompany, a reference each. @n_found: how many there are without offset and limit; may
 * be NULL. The portfolio is a query without limit: each row has its assessments with all scores. */
GPtrArray *workspace_list_companies (Workspace *workspace,
                                     const WorkspaceQuery *query,
                                     guint *n_found,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* WORKSPACE_ERROR_MISSING: there is none of this id. */
WorkspaceCompany *workspace_get_company (Workspace *workspace,
                                         const char *company_id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The id of the company whose the assessment is; NULL: there is no such assessment. */
char *workspace_find_company_of (Workspace *workspace,
                                 const char *assessment_id) G_GNUC_WARN_UNUSED_RESULT;

gboolean workspace_set_archived (Workspace *workspace,
                                 const char *company_id,
                                 gboolean archived,
                                 GError **error);
/* Instead of those it has. Blank ones and doubles are left out; each at most 64 characters. */
gboolean workspace_set_tags (Workspace *workspace,
                             const char *company_id,
                             const char *const *tags,
                             GError **error);
/* Until which day the data may be kept; NULL: by the hub's setting. */
gboolean workspace_set_retention (Workspace *workspace,
                                  const char *company_id,
                                  const char *until,
                                  GError **error);
/* To a company that is here: two that turned out to be one. */
gboolean workspace_move_assessment (Workspace *workspace,
                                    const char *assessment_id,
                                    const char *company_id,
                                    GError **error);

/* What the hub decides: WORKSPACE_HUB_DEFAULTS until it is set. */
WorkspaceHub workspace_get_hub (Workspace *workspace);
gboolean workspace_set_hub (Workspace *workspace, const WorkspaceHub *hub, GError **error);

/* --- deleting --------------------------------------------------------------------------------- */

/* Hides the company with all it has; restore brings it back. Thirty days later, or by
 * workspace_purge_company(), it is gone for good. */
gboolean workspace_delete_company (Workspace *workspace, const char *company_id, GError **error);
gboolean workspace_restore_company (Workspace *workspace, const char *company_id, GError **error);
/* Removes one company for good, hidden or not, as workspace_purge() does: rows, finished results,
 * evidence files, and all of it from every backup. Only the hash of its id is remembered, so that
 * no backup brings it back. */
gboolean workspace_purge_company (Workspace *workspace, const char *company_id, GError **error);
/* The same without waiting: every backup is written anew, which takes seconds for a large
 * workspace. What else is asked of the workspace waits until it is done. */
void workspace_purge_company_async (Workspace *workspace,
                                    const char *company_id,
                                    WorkspaceDoneFunc callback,
                                    gpointer data);

G_END_DECLS
