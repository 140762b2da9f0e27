/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "workspace/workspace-company.h"

G_BEGIN_DECLS

/* What a list says of a company, in the window's words. All new strings. */

/* "Metalworking · Norte, PT · 24 staff". */
char *app_company_words_place (const WorkspaceCompany *company,
                               AppSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* "27", or "–" while it is open. */
char *app_company_words_score (const WorkspaceCompany *company,
                               AppSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* "Average", or "36 % answered". */
char *app_company_words_level (const WorkspaceCompany *company,
                               AppSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* What comes next: the next meeting, else the stage that is begun or due, else the assessment's
 * next step. @when: when that is ("12 January 2027", "41 days late"); may come back NULL. */
char *app_company_words_next (const WorkspaceCompany *company,
                              AppSession *session,
                              char **when) G_GNUC_WARN_UNUSED_RESULT;
/* "T0 finished, T1 begun, T2 open". */
char *app_company_words_stages (const WorkspaceCompany *company) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
