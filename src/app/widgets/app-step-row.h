/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* One next step: tick, what to do, what the firm gets, why here, effort and points. Ticking puts it
 * into the document's plan. */
#define APP_TYPE_STEP_ROW (app_step_row_get_type ())
G_DECLARE_FINAL_TYPE (AppStepRow, app_step_row, APP, STEP_ROW, AdwActionRow)

/* @step: one of the page's Advice. The row borrows @page. */
GtkWidget *app_step_row_new (AppPage *page, const AdviceStep *step) G_GNUC_WARN_UNUSED_RESULT;
/* The step's name in the plan. */
const char *app_step_row_get_id (AppStepRow *self);
/* Shows what the page's document says. */
void app_step_row_update (AppStepRow *self);

G_END_DECLS
