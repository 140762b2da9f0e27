/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-node.h"

#include "base/base-json.h"

G_BEGIN_DECLS

/* Private to the room: the tree of a document, driven by the schema. A problem is kept in the
 * BaseJson with its path; then the result is NULL or a part and must not be used. */

/* The whole document; @root has format and version too, which were checked before. */
AssessmentNode *assessment_read_document (const BaseJsonCursor *root) G_GNUC_WARN_UNUSED_RESULT;
/* One answer. NULL without a problem: unanswered. */
AssessmentNode *assessment_read_answer (const BaseJsonCursor *at) G_GNUC_WARN_UNUSED_RESULT;
/* What @field holds, whatever its kind. NULL without a problem: null, or a map without keys. */
AssessmentNode *assessment_read_field (const BaseJsonCursor *at,
                                       const AssessmentField *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
