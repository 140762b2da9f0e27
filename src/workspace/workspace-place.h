/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-error.h"

G_BEGIN_DECLS

/* The file of the workspace that lives in @folder; NULL: in the usual one, $XDG_DATA_HOME/waymark.
 */
char *workspace_place_in (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* May a workspace live at @path? Not on a network file system: SQLite's locks and its write-ahead
 * log do not hold there. Not in a folder that another program synchronises: it copies a database in
 * the middle of a change, and brings back old ones. WORKSPACE_ERROR_PLACE says which it is and what
 * to do. workspace_open() asks this too. */
gboolean workspace_place_check (const char *path, GError **error);
/* The same for a list of mounts in the form of /proc/self/mountinfo; @folder is absolute, without
 * links. */
gboolean workspace_place_check_mounts (const char *folder, const char *mountinfo, GError **error);

G_END_DECLS
