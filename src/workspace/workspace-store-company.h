/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-companies.h"
#include "workspace/workspace-store.h"

G_BEGIN_DECLS

/* Private to the room: companies as one connection sees them; workspace-companies.h says what each
 * does. Those that change something run within a transaction. */

GPtrArray *workspace_store_list_companies (WorkspaceStore *store,
                                           const WorkspaceQuery *query,
                                           guint *n_found,
                                           GError **error);
guint workspace_store_count_companies (WorkspaceStore *store, guint most, GError **error);
WorkspaceCompany *
workspace_store_get_company (WorkspaceStore *store, const char *company_id, GError **error);
void workspace_store_set_company_missing (GError **error, const char *company_id);

gboolean workspace_store_set_archived (WorkspaceStore *store,
                                       const char *company_id,
                                       gboolean archived,
                                       GError **error);
gboolean workspace_store_set_retention (WorkspaceStore *store,
                                        const char *company_id,
                                        const char *until,
                                        GError **error);
gboolean workspace_store_set_tags (WorkspaceStore *store,
                                   const char *company_id,
                                   const char *const *tags,
                                   GError **error);
gboolean workspace_store_move_assessment (WorkspaceStore *store,
                                          const char *assessment_id,
                                          const char *company_id,
                                          GError **error);
/* Notes that something of the company changed; WORKSPACE_ERROR_MISSING when there is none. */
gboolean
workspace_store_touch_company (WorkspaceStore *store, const char *company_id, GError **error);
/* @deleted_at 0 restores. */
gboolean workspace_store_set_company_deleted (WorkspaceStore *store,
                                              const char *company_id,
                                              gint64 deleted_at,
                                              GError **error);

WorkspaceHub workspace_store_get_hub (WorkspaceStore *store);
gboolean workspace_store_set_hub (WorkspaceStore *store, const WorkspaceHub *hub, GError **error);

G_END_DECLS
