/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "workspace/workspace-companies.h"

G_BEGIN_DECLS

/* The stages of the open company: T0, T1, T2. Errors are those of the rooms below. */

/* The company of the open assessment with all its assessments, the open one as it was last saved;
 * NULL when it is not kept yet. */
WorkspaceCompany *app_stages_company (AppSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Begins the stage after the assessment @id and keeps it; gives its document. */
AssessmentDocument *
app_stages_start (AppSession *session, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Finishes the open assessment with the files that make its result. */
gboolean app_stages_finish (AppSession *session, GError **error);
/* Begins a corrected one of the open, finished assessment; gives its document. */
AssessmentDocument *app_stages_correct (AppSession *session,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The advice of another kept assessment: as of the day it was finished, else as of today. */
Advice *
app_stages_advise (AppSession *session, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
