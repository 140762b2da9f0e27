/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* The dimensions of one assessment as small bars, for lists. Decoration: whoever shows it says the
 * score in words. */
#define APP_TYPE_BARS (app_bars_get_type ())
G_DECLARE_FINAL_TYPE (AppBars, app_bars, APP, BARS, GtkWidget)

/* @values: hundredths of 0–100 (10000 is full), -1 open; NULL: all @n are open. At most 8. */
void app_bars_set (AppBars *self, const int *values, guint n);

G_END_DECLS
