/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* One thing to choose: a country, a place, an activity, a term. */
#define APP_TYPE_CHOICE (app_choice_get_type ())
G_DECLARE_FINAL_TYPE (AppChoice, app_choice, APP, CHOICE, GObject)

/* @words: what else finds it; may be NULL. */
AppChoice *app_choice_new (const char *id, const char *title, const char *detail, const char *words)
    G_GNUC_WARN_UNUSED_RESULT;
const char *app_choice_get_id (AppChoice *self);
const char *app_choice_get_title (AppChoice *self);
const char *app_choice_get_detail (AppChoice *self); /* or NULL */
/* Every word of @typed begins a word of it; case and accents do not matter. */
gboolean app_choice_matches (AppChoice *self, const char *typed);
/* The same for words of g_str_tokenize_and_fold(), when many choices are asked. */
gboolean app_choice_matches_words (AppChoice *self, const char *const *folded);
/* How near @typed comes, smaller is nearer: the title itself, its beginning, a whole word of the
 * detail, anything else. So that "Porto" stands for the region with Porto, not for one with some
 * Porto Recanati. */
int app_choice_rank (AppChoice *self, const char *typed);

/* Keeps @id in @field, whose owner frees it, as what was chosen; "" and NULL, any, are NULL there.
 * FALSE when the same was chosen before. */
gboolean app_choice_take (char **field, const char *id);
/* Brings @choices into the order of their titles; first @any, with the id "". */
void app_choice_sort (GListStore *choices, BaseLanguage *language, const char *any);
/* The title of one id of a field of @owner, new; NULL: the id itself. */
typedef char *(*AppChoiceTitle) (gpointer owner, guint field, const char *id);
/* Those of a set of @ids, so sorted. New list of AppChoice. */
GListModel *app_choice_list_ids (GHashTable *ids,
                                 AppChoiceTitle title,
                                 gpointer owner,
                                 guint field,
                                 BaseLanguage *language,
                                 const char *any) G_GNUC_WARN_UNUSED_RESULT;

/* What a row offers, by its kind: "country", "place" (regions, found by their largest towns too),
 * "activity", "sector", "official-sector", "technology", "help", "market", "goal", "subject",
 * "partner-kind", "relation", "aid-status", "hub", "evidence-type", "action-kind",
 * "action-status", "cost-band", "question" (of the open
 * document's pack), "criterion" (facts that evidence can prove). New list of AppChoice, in the
 * order in which they are shown. */
GListModel *app_choices_new (AppSession *session, const char *kind) G_GNUC_WARN_UNUSED_RESULT;
/* The title of one id of a kind; NULL when it is unknown. */
char *
app_choices_title (AppSession *session, const char *kind, const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
