/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-plan.h"
#include "app/app-page.h"

G_BEGIN_DECLS

/* One action of the plan: its number in the picture, whether it is planned, what it gives and
 * takes, why it stands where it stands; inside, who does it by when, and what it is when it is the
 * company's own. */
#define APP_TYPE_ACTION_ROW (app_action_row_get_type ())
G_DECLARE_FINAL_TYPE (AppActionRow, app_action_row, APP, ACTION_ROW, AdwExpanderRow)

/* @number: from 1, as in the picture. */
GtkWidget *app_action_row_new (AppPage *page,
                               const AdvicePlan *plan,
                               const AdviceAction *action,
                               guint number) G_GNUC_WARN_UNUSED_RESULT;
/* Words that may change without the row: what somebody types inside it. */
void app_action_row_update (AppActionRow *self, const AdviceAction *action, guint number);
const char *app_action_row_get_id (AppActionRow *self);
/* Opens it; the keyboard goes to what an own action is called. */
void app_action_row_begin (AppActionRow *self);

G_END_DECLS
