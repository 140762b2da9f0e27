/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "consultation/consultation-error.h"
#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* The stages of one company: T0 before the hub's help, T1 about a year later, T2 at the end. */

#define CONSULTATION_N_STAGES 3
/* "T0", "T1", "T2". */
const char *consultation_stage_word (guint stage);
/* "T1" after "T0"; NULL after the last. A document without a stage counts as T0. */
const char *consultation_stage_next (const AssessmentDocument *document);

/* The next stage of @before, on the ISO day @date: a new document without id, whose `previous` is
 * @before. Company, project, targets, plan, evidence and the list of persons come with it; every
 * answer of @before comes as a suggestion to confirm, never as an answer. What belongs to the day
 * of
 * @before (notes, agreed answers, portal entry, delivered services, declarations, the persons' own
 * answers and what they allowed) stays there.
 *
 * @pack is the questionnaire of the new stage: the same one, perhaps in a newer version; answers
 * that it does not know are left out. Errors (CONSULTATION_ERROR_STAGE): @before is the last stage,
 * has no id, is of another questionnaire, or is later than @date. */
AssessmentDocument *consultation_stage_start (const AssessmentDocument *before,
                                              const SurveyPack *pack,
                                              const char *date,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Questions whose suggestion has been neither confirmed nor answered otherwise: borrowed ids of the
 * document, in its order; freed by g_free(). */
const char **
consultation_stage_unconfirmed (const AssessmentDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the suggestion of @question as its answer. The suggestion stays on record. A question
 * without one is a programmer's error. */
AssessmentDocument *consultation_stage_confirm (const AssessmentDocument *document,
                                                const char *question) G_GNUC_WARN_UNUSED_RESULT;

/* Days from @due, the day of a company's open stage, to @today: positive when overdue. */
int consultation_stage_days_late (const char *due, const char *today);

G_END_DECLS
