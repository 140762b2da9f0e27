/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-node.h"

G_BEGIN_DECLS

/* Private to the room: does a value fit its field? Reader and edits ask the same questions. Each
 * returns NULL when it does, else "found …, expected …" to be freed. */

char *assessment_check_text (const AssessmentField *field, const char *text);
char *assessment_check_number (const AssessmentField *field, double number);
char *assessment_check_strings (const AssessmentField *field, const char *const *strings);
/* NULL for a region without a country. Eurostat's EL and UK are ISO's GR and GB. */
char *assessment_check_region (const char *region, const char *country);
/* What two items of @list that share their key member have there; @second is the index of the later
 * one. */
char *
assessment_check_keys (const AssessmentField *list, const AssessmentNode *node, guint *second);
/* At most 60 characters of it, in quotes. */
char *assessment_quote (const char *text);

G_END_DECLS
