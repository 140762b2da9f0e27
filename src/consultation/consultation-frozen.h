/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "workspace/workspace-freeze.h"

G_BEGIN_DECLS

/* What a finished assessment was made with: the very questionnaire, rules and catalogue, read from
 * the copies that the workspace keeps, so that it shows the same result years later. Immutable. */
typedef struct _ConsultationFrozen ConsultationFrozen;

/* The files that make results now, by name: an array of WorkspacePart, whose names and contents go
 * with it. @own_folder: the user's own records, may not be there. */
GArray *consultation_frozen_collect (const char *pack_id,
                                     const char *own_folder,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The ISO day for which @result (consultation-outcome.h) was computed; where it says none, the local
 * day of @frozen_at, microseconds since 1970. */
char *consultation_frozen_day_of (const char *result, gint64 frozen_at) G_GNUC_WARN_UNUSED_RESULT;
/* Reads @parts (WorkspacePart). @day: ISO, for which the rules are asked. */
ConsultationFrozen *consultation_frozen_read (const WorkspacePart *parts,
                                              guint n_parts,
                                              const char *day,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of the assessment @id; NULL without an error when it is not finished. @own_folder (or NULL): the
 * user's, from which only those come whom the user knows at hubs (catalogue-contacts.h). */
ConsultationFrozen *consultation_frozen_load (Workspace *workspace,
                                              const char *id,
                                              const char *own_folder,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void consultation_frozen_free (ConsultationFrozen *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationFrozen, consultation_frozen_free)

SurveyPack *consultation_frozen_pack (const ConsultationFrozen *frozen);
Catalogue *consultation_frozen_catalogue (const ConsultationFrozen *frozen);
/* The day for which its result was computed, ISO. */
const char *consultation_frozen_day (const ConsultationFrozen *frozen);
/* The advice of that day. */
Advice *consultation_frozen_advise (const ConsultationFrozen *frozen,
                                    AssessmentDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE when @advice was made with these very files. */
gboolean consultation_frozen_made (const ConsultationFrozen *frozen, const Advice *advice);

G_END_DECLS
