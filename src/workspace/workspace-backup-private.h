/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-backup.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to the room. */

/* Opens a database that is there, without making, checking or upgrading it. */
sqlite3 *workspace_backup_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A compact copy of @db at @place, which must not be there: no free page, no log, whole, on the
 * disk. */
gboolean workspace_backup_copy (sqlite3 *db, const char *place, GError **error);
/* Takes out of @db, of any form, what the list @removed names: hashes of ids. */
gboolean
workspace_backup_take_out (sqlite3 *db, const char *path, const GPtrArray *removed, GError **error);
/* Rewrites every backup of the workspace that holds one of @removed. */
gboolean workspace_backup_clean (const char *path, const GPtrArray *removed, GError **error);
/* First columns of all rows of @sql as texts. */
GPtrArray *
workspace_backup_query_texts (sqlite3 *db, const char *sql, const char *path, GError **error);

G_END_DECLS
