/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "app/app-types.h"
#include "workspace/workspace-freeze.h"

G_BEGIN_DECLS

/* What a finished assessment was made with: the very questionnaire, rules and catalogue, read from
 * the copies that the workspace keeps, so that it shows the same result years later. Immutable. */
typedef struct _AppFrozen AppFrozen;

/* The files that make results now: WorkspacePart, which with its name and content goes with the
 * array. @own_folder: the user's own records, may not be there. */
GPtrArray *app_frozen_collect (const char *pack_id,
                               const char *own_folder,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads @parts (WorkspacePart). @frozen_at: microseconds since 1970. */
AppFrozen *app_frozen_read (const WorkspacePart *parts,
                            guint n_parts,
                            gint64 frozen_at,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of the assessment @id; NULL without an error when it is not finished. */
AppFrozen *
app_frozen_load (Workspace *workspace, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AppFrozen *app_frozen_ref (AppFrozen *frozen);
void app_frozen_unref (AppFrozen *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppFrozen, app_frozen_unref)

SurveyPack *app_frozen_pack (const AppFrozen *frozen);
Catalogue *app_frozen_catalogue (const AppFrozen *frozen);
/* The local day on which it was finished, ISO. */
const char *app_frozen_day (const AppFrozen *frozen);
/* The advice of that day. */
Advice *app_frozen_advise (const AppFrozen *frozen,
                           AssessmentDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE when @advice was made with these very files. */
gboolean app_frozen_made (const AppFrozen *frozen, const Advice *advice);

G_END_DECLS
