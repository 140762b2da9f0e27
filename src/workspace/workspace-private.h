/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-store.h"

G_BEGIN_DECLS

/* For the files of the owner's side: runs @func in the worker's thread after what is queued, and
 * waits for it. */
typedef gboolean (*WorkspaceStoreFunc) (WorkspaceStore *store, gpointer data, GError **error);

gboolean
_workspace_read (Workspace *workspace, WorkspaceStoreFunc func, gpointer data, GError **error);
/* The same within a transaction, which is kept when @func gives TRUE. */
gboolean
_workspace_write (Workspace *workspace, WorkspaceStoreFunc func, gpointer data, GError **error);

/* Without waiting: @func opens its own transactions; @callback (may be NULL) hears how it went. Takes
 * @data. */
void _workspace_start (Workspace *workspace,
                       WorkspaceStoreFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       WorkspaceDoneFunc callback,
                       gpointer callback_data);

/* Without waiting and without an answer. */
void _workspace_post (Workspace *workspace, void (*func) (WorkspaceStore *store, gpointer unused));

G_END_DECLS
