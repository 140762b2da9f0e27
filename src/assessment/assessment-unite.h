/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"

G_BEGIN_DECLS

/* Two copies of one document that went separate ways, without a common ancestor: a package comes
 * back from a company. (Where the ancestor is known, assessment_document_merge() knows more.)
 *
 * The rules, which follow from the schema and hold for every member it has:
 * - What only one side says is kept; what says nothing (absent, an unanswered row) never
 * overwrites.
 * - What both say differently is a conflict; ours stands until somebody decides.
 * - Items of a list with a key are united by it; a note, an agreed answer and a declaration are one
 *   value each, so that nobody's words are mixed with another's.
 * - Evidence is united by the hash of its file: one file registered twice is one item with the
 *   links of both; two files under one id are two items.
 * - Other lists (of words, of things without a key) are one value.
 *
 * Uniting again changes nothing. Without conflicts it does not matter who receives whose copy, but
 * for the order of items in lists. */

typedef enum
{
  ASSESSMENT_ADDITION, /* only theirs says it */
  ASSESSMENT_CONFLICT, /* both say, differently */
} AssessmentDifferenceKind;

typedef struct
{
  AssessmentDifferenceKind kind;
  char *path;   /* "answers.q4", "company.accounts[2025].staff", "notes[n1]": items by their key */
  char *ours;   /* JSON, NULL for an addition */
  char *theirs; /* JSON */
  gboolean taken;
} AssessmentDifference;

void assessment_difference_free (AssessmentDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssessmentDifference, assessment_difference_free)

/* Is theirs to be taken? */
typedef gboolean (*AssessmentChooseFunc) (const AssessmentDifference *difference, gpointer data);

/* @choose NULL: additions are taken, conflicts are not. @differences (may be NULL) gets an
 * AssessmentDifference each. A copy made with another questionnaire, or another version of it, is
 * one conflict with the path "", whose JSON are the ids: its answers mean other things. */
AssessmentDocument *assessment_document_unite (const AssessmentDocument *ours,
                                               const AssessmentDocument *theirs,
                                               AssessmentChooseFunc choose,
                                               gpointer data,
                                               GPtrArray *differences) G_GNUC_WARN_UNUSED_RESULT;

/* The paths that have a rule of their own, for a test that the schema has them; "[]" is any item,
 * ".*" any key. NULL-terminated. */
const char *const *assessment_unite_ruled_paths (void);

G_END_DECLS
