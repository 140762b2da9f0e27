/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"
#include "consultation/consultation-error.h"
#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* Persons of a company who answer separately first: a blind round. Each works on a sheet that holds
 * nothing of the others and no score; what is not handed in yet is nobody else's business. Persons
 * are items of "respondents". Errors are CONSULTATION_ERROR_RESPONDENT. */

/* Who looks. The employer sees a name only where its person agreed; the adviser sees names unless
 * the hub's setting says that nobody does. */
typedef enum
{
  CONSULTATION_VIEWER_EMPLOYER,
  CONSULTATION_VIEWER_ADVISER,
  CONSULTATION_VIEWER_NO_NAMES,
} ConsultationViewer;

/* "Maria Silva, foreman", else "Foreman", else "Person 2". @index: of "respondents". */
BaseText *consultation_respondent_label (const AssessmentDocument *document,
                                         guint index,
                                         ConsultationViewer viewer) G_GNUC_WARN_UNUSED_RESULT;
/* What has to be said before anybody answers. */
BaseText *consultation_respondent_notice (void) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a person; @name may be NULL, @name_shown: it may be shown to others of the company. The new
 * person is the last of "respondents"; its id is new in the document. */
AssessmentDocument *consultation_respondent_add (const AssessmentDocument *document,
                                                 const char *role,
                                                 const char *name,
                                                 gboolean name_shown,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Index in "respondents", -1 when there is no such person. */
int consultation_respondent_find (const AssessmentDocument *document, const char *id);
gboolean consultation_respondent_has_handed_in (const AssessmentDocument *document, guint index);

/* The person's own sheet: an assessment with pack, stage and the company's name, this one person
 * and its answers so far, without id. */
AssessmentDocument *consultation_respondent_sheet (const AssessmentDocument *document,
                                                   const char *id,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The assessment as it goes to the person to be answered elsewhere: the sheet without answers, under
 * the assessment's id. What comes back is a copy of the assessment and is taken in like any other:
 * it has the answers of this person, and says nothing of anything else. */
AssessmentDocument *consultation_respondent_file (const AssessmentDocument *document,
                                                  const char *id,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* An assessment that came so: one person, who has not handed in, and no answers of the company. */
gboolean consultation_respondent_is_file (const AssessmentDocument *document);
/* Takes the answers of the person's @sheet into @document; still open. */
AssessmentDocument *consultation_respondent_keep (const AssessmentDocument *document,
                                                  const SurveyPack *pack,
                                                  const AssessmentDocument *sheet,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Closes the person's answers on the ISO day @date; from now on they count in the spread. */
AssessmentDocument *consultation_respondent_hand_in (const AssessmentDocument *document,
                                                     const char *id,
                                                     const char *date,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
