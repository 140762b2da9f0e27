/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to the room: numbered migrations. Number N (from 1) brings a file from user_version N - 1
 * to N in one transaction; files of ours lie in sql/ as 000N-name.sql and are never changed once
 * they were released. */

/* The SQL of all migrations, in order. */
GPtrArray *workspace_migrations_load (void) G_GNUC_WARN_UNUSED_RESULT;

/* Brings @db up to date. A file that has data is copied to "PATH.vN" before. A newer one is
 * WORKSPACE_ERROR_NEWER. */
gboolean workspace_migrate (
    sqlite3 *db, const char *path, const char *const *migrations, guint n, GError **error);

G_END_DECLS
