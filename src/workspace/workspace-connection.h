/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to the room: opening a database file safely, and what SQLite says in our words. */

/* In the file's header, so that another program's database is not taken for ours: "WYMK". */
#define WORKSPACE_APPLICATION_ID 0x57594d4b

/* Opens or makes the file, checks that it is whole and ours, brings it up to date. */
sqlite3 *workspace_connection_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void workspace_connection_close (sqlite3 *db);

/* Is it a workspace, and is it whole? Reads every page. */
gboolean workspace_connection_check (sqlite3 *db, const char *path, GError **error);

/* Sets @error from the last failure of @db; returns FALSE. */
gboolean workspace_connection_fail (sqlite3 *db, int result, const char *path, GError **error);
/* Runs statements that give no rows. */
gboolean workspace_connection_run (sqlite3 *db, const char *sql, const char *path, GError **error);
/* First column of the first row of @sql. */
gboolean workspace_connection_query_int (
    sqlite3 *db, const char *sql, const char *path, gint64 *value, GError **error);
/* Ends a transaction that could not be ended well. */
void workspace_connection_rollback (sqlite3 *db);

G_END_DECLS
