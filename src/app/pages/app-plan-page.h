/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* What to do next: what hurts, the steps that help by the time they take, what they would give, and
 * a page to take to a hub. */
#define APP_TYPE_PLAN_PAGE (app_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (AppPlanPage, app_plan_page, APP, PLAN_PAGE, AppPage)

G_END_DECLS
