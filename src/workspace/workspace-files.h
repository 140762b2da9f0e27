/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Evidence files: a folder beside the workspace, "PATH.files", each file once under its SHA-256.
 *
 * Not in the database: opening checks every page of it and a backup copies every page, each day, so
 * 100 MB of scans would cost seconds and gigabytes; a file under its hash never changes, needs one
 * copy for all backups, and streams at the disk's speed.
 *
 * Knows no assessments and no database: good for any thread. What a document names under
 * evidence[].sha256 is kept; see workspace-evidence.h. */

#define WORKSPACE_FILE_MAX ((guint64)100 * 1000 * 1000)  /* of one file, bytes */
#define WORKSPACE_FILES_MAX ((guint64)500 * 1000 * 1000) /* of one assessment */

/* The folder of the workspace at @path. */
char *workspace_files_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Reads @stream to its end into the workspace at @path and gives the hash. @size (may be NULL): its
 * bytes. When it fails, is cancelled or is longer than @max, nothing stays behind:
 * WORKSPACE_ERROR_SIZE, WORKSPACE_ERROR_FULL, or what @stream said. On the disk when it returns. */
char *workspace_files_add (const char *path,
                           GInputStream *stream,
                           guint64 max,
                           guint64 *size,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The file's place, whether it is there or not; NULL: @sha256 is no hash. */
char *workspace_files_path (const char *path, const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE: it is not there. */
gboolean workspace_files_has (const char *path, const char *sha256, guint64 *size);
/* Copies the file to @out and compares its hash: WORKSPACE_ERROR_MISSING, or
 * WORKSPACE_ERROR_DAMAGED when it is not what it was. @out NULL: only compares. */
gboolean workspace_files_read (const char *path,
                               const char *sha256,
                               GOutputStream *out,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
