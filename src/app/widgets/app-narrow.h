/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Holds one child and says whether there is little room: "narrow" is TRUE while its width is below
 * "threshold". All adapting binds to that; no other widget knows about widths. It may be made
 * narrower than its child wants to be, so that the child gets the chance to adapt. */
#define APP_TYPE_NARROW (app_narrow_get_type ())
G_DECLARE_FINAL_TYPE (AppNarrow, app_narrow, APP, NARROW, GtkWidget)

gboolean app_narrow_get_narrow (AppNarrow *self);

G_END_DECLS
