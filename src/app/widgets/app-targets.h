/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-plan.h"
#include "app/app-page.h"

G_BEGIN_DECLS

/* The target of each area: score, day, measure, owner, and what the plan does for it. */
#define APP_TYPE_TARGETS (app_targets_get_type ())
G_DECLARE_FINAL_TYPE (AppTargets, app_targets, APP, TARGETS, AdwBin)

void app_targets_show (AppTargets *self, AppPage *page, const AdvicePlan *plan);

G_END_DECLS
