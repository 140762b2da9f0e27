/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "assessment/assessment-unite.h"

G_BEGIN_DECLS

/* What a difference between two copies of an assessment is called by people. All new strings. */

/* "Company · Accounts 2025 · People", "Question: How do you protect your data?". @pack (may be
 * NULL): the questionnaire of both copies. */
char *app_difference_title (AppSession *session,
                            const SurveyPack *pack,
                            const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* A value as it is read, at most a few lines: the titles of the ticked options, a day in words, a
 * note's text. @json NULL: "nothing". */
char *app_difference_value (AppSession *session,
                            const SurveyPack *pack,
                            const char *path,
                            const char *json) G_GNUC_WARN_UNUSED_RESULT;
/* What a member of the document is called, or NULL. For the test that each has a word. */
const char *app_difference_member (const char *name);

G_END_DECLS
