/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-plan.h"
#include "app/app-page.h"

G_BEGIN_DECLS

/* What actions are ranked by, each with a slider: its weight and its share of the whole. */
#define APP_TYPE_WEIGHTS (app_weights_get_type ())
G_DECLARE_FINAL_TYPE (AppWeights, app_weights, APP, WEIGHTS, AdwBin)

void app_weights_show (AppWeights *self, AppPage *page, const AdvicePlan *plan);

G_END_DECLS
