/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "survey/survey-pack-private.h"

G_BEGIN_DECLS

/* Texts, ids and lists of a pack's JSON. All that is kept lives as long as the pack; problems stay
 * in the JSON document. After a problem each function still returns something safe to go on with.
 */

#define SURVEY_ID_CHARS 40
#define SURVEY_TITLE_CHARS 200
#define SURVEY_TEXT_CHARS 4000

/* The text at @at, at most @cap characters, no control characters. */
const char *_survey_pack_keep_text (SurveyPack *pack, const BaseJsonCursor *at, glong cap);
const char *_survey_pack_need_text (SurveyPack *pack,
                                    const BaseJsonCursor *object,
                                    const char *member,
                                    glong cap);
/* NULL when the member is absent. */
const char *_survey_pack_get_text (SurveyPack *pack,
                                   const BaseJsonCursor *object,
                                   const char *member,
                                   glong cap);
/* Ids are small, so that they can be file names, keys and parts of paths: [a-z][a-z0-9-]*. */
const char *
_survey_pack_need_id (SurveyPack *pack, const BaseJsonCursor *object, const char *member);

/* Zeroed, never NULL. */
gpointer _survey_pack_new_array (SurveyPack *pack, gsize n, gsize size);
#define SURVEY_NEW_ARRAY(pack, Type, n)                                                            \
  ((Type *)_survey_pack_new_array ((pack), (n), sizeof (Type)))

/* Items of a list that may be read: never more than @high. */
guint _survey_list_length (const BaseJsonCursor *list, guint low, guint high);

/* For arrays whose items begin with their id. Fails at @item when @id came before; and the item
 * with this id, NULL when there is none. */
void _survey_check_unique (
    const BaseJsonCursor *item, const char *id, gconstpointer array, gsize size, guint n);
gconstpointer _survey_find_id (const char *id, gconstpointer array, gsize size, guint n);

G_END_DECLS
