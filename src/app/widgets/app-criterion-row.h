/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* One criterion of a kind of support: met, not met or unknown in icon and word, the sentence, the
 * answer it comes from and what is behind that answer, and the way to answer or change it. */
#define APP_TYPE_CRITERION_ROW (app_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (AppCriterionRow, app_criterion_row, APP, CRITERION_ROW, GtkListBoxRow)

/* @instrument is not kept; @criterion must live as long as the row. Conditions of own kinds of
 * support are ticked on the row itself. */
GtkWidget *app_criterion_row_new (AppPage *page,
                                  const AdviceInstrument *instrument,
                                  const AdviceCriterion *criterion) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what the criterion itself rests on: its source, or our reading of it. */
void app_criterion_row_show_source (AppCriterionRow *self, gboolean shown);

G_END_DECLS
