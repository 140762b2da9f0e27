/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"
#include "assessment/assessment-node.h"

G_BEGIN_DECLS

/* For the files of the room that add to the document. */
struct _AssessmentDocument
{
  AssessmentNode *root;
  char *sha256; /* made when first asked for */
};

/* Takes @root. */
AssessmentDocument *_assessment_document_new_take (AssessmentNode *root) G_GNUC_WARN_UNUSED_RESULT;
/* A new document with @value (taken; NULL removes) at @path. */
AssessmentDocument *_assessment_document_replace (const AssessmentDocument *document,
                                                  const AssessmentPath *path,
                                                  AssessmentNode *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
