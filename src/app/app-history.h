/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"

G_BEGIN_DECLS

/* What can be undone and redone. Documents are immutable, so that a step is the document before
 * it. */
typedef struct _AppHistory AppHistory;

AppHistory *app_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void app_history_free (AppHistory *history);
/* Nothing can be undone or redone. */
void app_history_clear (AppHistory *history);

/* @before is about to be edited. Edits of the same @step (letters typed into one field) are one
 * step of undo, not one each; NULL: a step of its own. What could be redone is gone. */
void app_history_add (AppHistory *history, AssessmentDocument *before, const char *step);
/* Gives the document before @now, or after it; @now is kept for the way back. NULL: there is none.
 */
AssessmentDocument *app_history_undo (AppHistory *history,
                                      AssessmentDocument *now) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *app_history_redo (AppHistory *history,
                                      AssessmentDocument *now) G_GNUC_WARN_UNUSED_RESULT;
gboolean app_history_can_undo (const AppHistory *history);
gboolean app_history_can_redo (const AppHistory *history);

G_END_DECLS
