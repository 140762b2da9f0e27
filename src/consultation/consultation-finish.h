/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Finishes the stored assessment that @advice is of, with the files that made it. @own_folder: the
 * user's own records, may not be there. WORKSPACE_ERROR_CHANGED: the files on the disk are newer
 * than those that made @advice, or the stored document is another; nothing is done. Other errors as
 * in workspace_freeze_assessment(). */
gboolean consultation_finish (Workspace *workspace,
                              const Advice *advice,
                              const char *own_folder,
                              GError **error);

G_END_DECLS
