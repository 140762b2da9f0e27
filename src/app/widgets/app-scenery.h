/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* The picture of the empty home: hills, a waymark and the way to a flag. Decoration; by day in
 * light, at dusk in dark. */
#define APP_TYPE_SCENERY (app_scenery_get_type ())
G_DECLARE_FINAL_TYPE (AppScenery, app_scenery, APP, SCENERY, GtkWidget)

G_END_DECLS
