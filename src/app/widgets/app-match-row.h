/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* A hub or a cluster of a list: closed, its number, name, place, distance, the match in words and
 * the bar of its reasons; unfolded, each reason with its share, what to know, the question to copy,
 * the website and the whole record. */
#define APP_TYPE_MATCH_ROW (app_match_row_get_type ())
G_DECLARE_FINAL_TYPE (AppMatchRow, app_match_row, APP, MATCH_ROW, GtkListBoxRow)

/* @match: of the page's Advice, or owned by a list that outlives the row. @rank: from 1, 0 for a
 * row without a number. */
GtkWidget *
app_match_row_new (AppPage *page, const AdviceMatch *match, guint rank) G_GNUC_WARN_UNUSED_RESULT;
const AdviceMatch *app_match_row_get_match (AppMatchRow *self);
gboolean app_match_row_get_open (AppMatchRow *self);
void app_match_row_set_open (AppMatchRow *self, gboolean open);

G_END_DECLS
