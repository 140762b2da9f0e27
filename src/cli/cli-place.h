/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Where the workspace and the user's own records are: the same places for command and window. */

/* The file of the workspace in @folder; NULL: in the folder that was chosen, else the usual one. */
char *cli_place_path (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* Opens it. @must_exist: a folder without one is an error, not a new workspace. */
Workspace *cli_place_open (const char *folder,
                           gboolean must_exist,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The user's own records: beside the workspace when they are there, else the window's. May not be
 * there. NULL: the window's. */
char *cli_place_own_folder (const Workspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a workspace that is not open: @path as of cli_place_path(), or NULL. */
char *cli_place_own_folder_of (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The folder that was chosen, or NULL. */
char *cli_place_chosen (void) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE: cli_place_choose() would fail. To be asked before something is moved. */
gboolean cli_place_can_choose (GError **error);
/* From now on the workspace is looked for in @folder (NULL: the usual one), by the window too. */
gboolean cli_place_choose (const char *folder, GError **error);

G_END_DECLS
