/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"

G_BEGIN_DECLS

/* Items of the document's lists that have an id: notes, evidence, respondents, own actions. An item
 * is found by its id, as its index changes when others go. */

/* A new id that nobody else has. */
char *app_item_new_id (void) G_GNUC_WARN_UNUSED_RESULT;
/* "notes[2]", to be freed; NULL when there is none of this id. */
char *app_item_find (const AssessmentDocument *document,
                     const char *list,
                     const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* "notes[2].text". */
char *app_item_member (const char *list, guint index, const char *member) G_GNUC_WARN_UNUSED_RESULT;
/* A member of the item at @index, borrowed; NULL when absent. */
const char *app_item_get (const AssessmentDocument *document,
                          const char *list,
                          guint index,
                          const char *member);
/* The document with a new item of this id. */
AssessmentDocument *app_item_add (const AssessmentDocument *document,
                                  const char *list,
                                  const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* Sets a member of an item ("notes[2]") and takes the old document; NULL @document stays NULL, and
 * a value that does not fit gives NULL. */
AssessmentDocument *app_item_set (AssessmentDocument *document,
                                  const char *item,
                                  const char *member,
                                  const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
