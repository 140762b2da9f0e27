/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-error.h"

G_BEGIN_DECLS

/* Copies of a workspace in the folder "PATH.backups" beside it, and those that upgrades made
 * ("PATH.vN"). Nothing here needs an open Workspace or a certain thread; other instances may go on
 * working. A copy is written aside, checked whole, brought to the disk and renamed, so that a
 * killed program leaves no half one. Evidence files are not copied: they never change, and one that
 * a backup names is not removed (workspace-evidence.h). */

typedef enum
{
  WORKSPACE_BACKUP_DAILY,   /* the last WORKSPACE_DAILY_KEPT are kept */
  WORKSPACE_BACKUP_UPGRADE, /* before a newer program changed the form of the file */
  WORKSPACE_BACKUP_MANUAL,  /* kept until somebody deletes it */
  WORKSPACE_BACKUP_RESTORE, /* what was there before a restore; as many are kept as daily ones */
} WorkspaceBackupKind;

#define WORKSPACE_DAILY_KEPT 7

typedef struct
{
  char *path;
  WorkspaceBackupKind kind;
  gint64 made_at; /* seconds since 1970 */
  guint64 size;   /* bytes */
} WorkspaceBackup;

void workspace_backup_free (WorkspaceBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceBackup, workspace_backup_free)

/* The default place when @path is NULL, here and below. Latest first. */
GPtrArray *workspace_list_backups (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Makes one and gives its path. */
char *workspace_make_backup (const char *path,
                             WorkspaceBackupKind kind,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes one when there is none of today (by the local clock) and removes those beyond the last
 * seven. For a GTask after the window is there, and again each day. */
gboolean workspace_make_daily_backup (const char *path, GError **error);

/* Brings back @backup, of any form this program knows, in one transaction: who has the workspace
 * open sees it whole, before or after. What is there now becomes a backup first; a damaged file is
 * kept beside as "PATH.damaged-TIME". Companies that were removed for good stay removed. Flush
 * before, and load everything again afterwards. */
gboolean workspace_restore_backup (const char *path, const char *backup, GError **error);

G_END_DECLS
