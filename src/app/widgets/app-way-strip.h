/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* The six steps side by side, 54 high: the way where there is no room for the sidebar. */
#define APP_TYPE_WAY_STRIP (app_way_strip_get_type ())
G_DECLARE_FINAL_TYPE (AppWayStrip, app_way_strip, APP, WAY_STRIP, AdwBin)

/* @steps: AppWayStep items of app_way_steps_new(); dimensions are left out. */
void app_way_strip_set_steps (AppWayStrip *self, GPtrArray *steps);

G_END_DECLS
