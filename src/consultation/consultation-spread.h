/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "consultation/consultation-error.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* How far the persons of a company are apart, question by question: what a consensus meeting talks
 * about. Only answers that were handed in count. */
typedef struct _ConsultationSpread ConsultationSpread;

#define CONSULTATION_SPREAD_LEVELS 10

/* One option or one row. */
typedef struct
{
  const SurveyOption *option;
  guint n; /* persons who answered it */
  guint
      counts[CONSULTATION_SPREAD_LEVELS]; /* persons on each level; ticks: 0 not ticked, 1 ticked */
  int low, high;                          /* lowest and highest level; -1 when nobody answered */
  gboolean is_flagged; /* two levels or more apart, or ticked by some and not by others */
  const gint8 *levels; /* of each person, in the order of consultation_spread_person(); -1 open */
} ConsultationSpreadPart;

/* One scored question, as survey_score_question(). */
typedef struct
{
  const SurveyQuestion *question;
  const SurveyColumn *column;  /* or NULL */
  guint n;                     /* persons who answered it completely */
  int low_points, high_points; /* question points 0–10 in hundredths of those; -1 without any */
  guint n_flagged;
  const ConsultationSpreadPart *parts;
  guint n_parts;
} ConsultationSpreadQuestion;

ConsultationSpread *consultation_spread_new (const AssessmentDocument *document,
                                             SurveyPack *pack) G_GNUC_WARN_UNUSED_RESULT;
void consultation_spread_free (ConsultationSpread *spread);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationSpread, consultation_spread_free)

/* Persons who handed in: indexes into "respondents". */
guint consultation_spread_n_persons (const ConsultationSpread *spread);
guint consultation_spread_person (const ConsultationSpread *spread, guint person);
guint consultation_spread_n_questions (const ConsultationSpread *spread);
const ConsultationSpreadQuestion *consultation_spread_question (const ConsultationSpread *spread,
                                                                guint question);
/* Questions (by their id, all columns together) with at least one flag. */
guint consultation_spread_n_flagged (const ConsultationSpread *spread);

/* Where a meeting may begin: what more than half of those ticked, and the middle level of each row
 * (the lower of two). JSON of an answer; NULL when nobody answered the question. A proposal only.
 */
char *consultation_spread_proposal (const ConsultationSpread *spread,
                                    const char *question) G_GNUC_WARN_UNUSED_RESULT;

/* Records what the meeting agreed: the answer of the assessment, and in "agreed" the value, the
 * @reason (may be NULL) and the ISO day. What each person answered stays. @json: of an answer.
 * CONSULTATION_ERROR_ANSWER when it does not fit the question. */
AssessmentDocument *consultation_agree (const AssessmentDocument *document,
                                        const SurveyPack *pack,
                                        const char *question,
                                        const char *json,
                                        const char *reason,
                                        const char *date,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
