/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* The sidebar's list: the journey with its marks, one row a step and one a dimension. Activating a
 * row goes there (win.go). */
#define APP_TYPE_WAY (app_way_get_type ())
G_DECLARE_FINAL_TYPE (AppWay, app_way, APP, WAY, AdwBin)

/* @steps: AppWayStep items of app_way_steps_new(). */
void app_way_set_steps (AppWay *self, GPtrArray *steps);

G_END_DECLS
