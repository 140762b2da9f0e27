/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

typedef enum
{
  APP_WAY_OPEN,  /* a ring */
  APP_WAY_BEGUN, /* a ring with an arc, clockwise */
  APP_WAY_DONE,  /* a disc with a tick */
  APP_WAY_HERE,  /* a disc with an arrow and a halo */
  APP_WAY_GOAL,  /* an open diamond */
} AppWayState;

typedef enum
{
  APP_WAY_LINK_NONE,
  APP_WAY_LINK_WALKED, /* solid */
  APP_WAY_LINK_AHEAD,  /* dots */
} AppWayLink;

/* One mark of the way with its links to the marks before and after: shape tells the state without
 * colour. Decoration: whoever shows it says the state in words. */
#define APP_TYPE_WAY_MARK (app_way_mark_get_type ())
G_DECLARE_FINAL_TYPE (AppWayMark, app_way_mark, APP, WAY_MARK, GtkWidget)

/* @radius in pixels: 11 for a step, 6.5 for a dimension. */
GtkWidget *app_way_mark_new (GtkOrientation orientation, double radius);
/* @fraction: 0–1, for APP_WAY_BEGUN. */
void app_way_mark_set (
    AppWayMark *self, AppWayState state, double fraction, AppWayLink before, AppWayLink after);

G_END_DECLS
