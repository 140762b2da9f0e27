/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-error.h"

G_BEGIN_DECLS

/* Moves the workspace at @from, which nobody has open, with its evidence files, backups and copies
 * of upgrades to @to, a path where none is. All is copied, the database is read to its end, and
 * only then the old ones are removed; on an error the old workspace is as it was and nothing is
 * left at the new place. Takes as long as copying does. WORKSPACE_ERROR_BUSY: somebody has it open.
 * WORKSPACE_ERROR_EXISTS: there is a workspace at @to. WORKSPACE_ERROR_PLACE: see
 * workspace-place.h. */
gboolean workspace_move (const char *from, const char *to, GError **error);

G_END_DECLS
