/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "catalogue/catalogue-own.h"

G_BEGIN_DECLS

/* What a person does with a kind of support of their own ("I have a call"). */

/* What the applicant states on the conditions of the project's call, each named by its text. */
#define APP_OWN_CALL_STATEMENTS "project.call.statements"
/* Its index in the list, or -1. */
int app_own_call_find_statement (const AssessmentDocument *document, const char *condition);
/* @state: "met", "not-met", or NULL: nothing is stated. Whoever says something says it today. */
AssessmentDocument *app_own_call_with_state (AssessmentDocument *document,
                                             const char *condition,
                                             const char *state) G_GNUC_WARN_UNUSED_RESULT;

/* Makes it the call of the open project, with all its conditions, in place of another one; what is
 * stated of the same call stays. Undoable. */
void app_own_call_choose (AppPage *page, const CatalogueInstrument *instrument);
/* The same, and states that one condition is met, or takes that back. */
void app_own_call_tick (AppPage *page,
                        const CatalogueInstrument *instrument,
                        const char *condition,
                        gboolean met);
/* Writes @record as a new kind of support (@id NULL) or anew in its place, and reads the catalogue
 * again, so that every window has new Advice. @new_id (or NULL): of a new one, to be freed. */
gboolean app_own_call_save (AppLibrary *library,
                            const char *id,
                            const CatalogueOwnInstrument *record,
                            char **new_id,
                            GError **error);
gboolean app_own_call_remove (AppLibrary *library, const char *id, GError **error);

G_END_DECLS
