/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-company.h"
#include "workspace/workspace-hub.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to the room: all companies in memory, in the order of their names, so that searching,
 * sorting and the portfolio need not ask the file. */
typedef struct _WorkspaceIndex WorkspaceIndex;

/* Reads everything in one pass. @today decides which meeting is the next. NULL: *result is
 * SQLite's. */
WorkspaceIndex *workspace_index_load (sqlite3 *db,
                                      const WorkspaceHub *hub,
                                      const char *today,
                                      int *result) G_GNUC_WARN_UNUSED_RESULT;
void workspace_index_free (WorkspaceIndex *index);

/* The first @limit companies by name, none of the archive, read alone: what a list shows while
 * everything is read. @n_found: how many there are. WorkspaceCompany, a reference each; NULL:
 * *result is SQLite's. */
GPtrArray *workspace_index_read_page (sqlite3 *db,
                                      const WorkspaceHub *hub,
                                      const char *today,
                                      guint limit,
                                      guint *n_found,
                                      int *result) G_GNUC_WARN_UNUSED_RESULT;

/* Reads one company again; it may be new, or gone. Gives SQLite's result. */
int workspace_index_refresh (WorkspaceIndex *index, sqlite3 *db, const char *company_id);

/* WorkspaceCompany; borrowed until the next refresh. */
const GPtrArray *workspace_index_companies (const WorkspaceIndex *index);
/* NULL: not there. Borrowed. */
WorkspaceCompany *workspace_index_find (const WorkspaceIndex *index, const char *company_id);
const char *workspace_index_today (const WorkspaceIndex *index);

G_END_DECLS
