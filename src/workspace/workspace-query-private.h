/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-query.h"

G_BEGIN_DECLS

/* Private to the room: chooses from @companies, which stand in the order of their names. @n_found:
 * how many there are without offset and limit; may be NULL. Gives references. */
GPtrArray *workspace_query_run (const WorkspaceQuery *query,
                                const GPtrArray *companies,
                                const char *today,
                                guint *n_found) G_GNUC_WARN_UNUSED_RESULT;
/* By name as it is searched, then by id. */
int workspace_query_compare_names (const WorkspaceCompany *a, const WorkspaceCompany *b);

G_END_DECLS
