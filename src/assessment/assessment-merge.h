/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"

G_BEGIN_DECLS

/* Two people changed the same document: what both wanted, in one.
 *
 * A member, answer or column that only one of them changed has that change. What both changed,
 * differently, is a conflict: @ours stands, and its path ("answers.q4", "company.name") is added to
 * @conflicts (strings to be freed by its free function; may be NULL). Items of a list merge one by
 * one while nobody added or removed one, else the list is one value. The result obeys the schema: a
 * region that does not lie in the merged country goes, as a conflict. */
AssessmentDocument *assessment_document_merge (const AssessmentDocument *base,
                                               const AssessmentDocument *ours,
                                               const AssessmentDocument *theirs,
                                               GPtrArray *conflicts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
