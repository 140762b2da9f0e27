/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* What the chosen steps would give: the score now and then, the areas, and whether other kinds of
 * support would fit. */
#define APP_TYPE_PLAN_TOTAL (app_plan_total_get_type ())
G_DECLARE_FINAL_TYPE (AppPlanTotal, app_plan_total, APP, PLAN_TOTAL, GtkBox)

/* @then: the page's Advice with @n chosen steps done. */
void app_plan_total_show (AppPlanTotal *self, AppPage *page, const Advice *then, guint n);
/* "27 → 32"; only "27" while nothing is chosen. */
char *app_plan_total_text (AppPage *page, const Advice *then) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
