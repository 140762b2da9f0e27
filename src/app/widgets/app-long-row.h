/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One row of an AppLongList: takes the focus, holds what is shown, and knows where it stands. */
#define APP_TYPE_LONG_ROW (app_long_row_get_type ())
G_DECLARE_FINAL_TYPE (AppLongRow, app_long_row, APP, LONG_ROW, GtkWidget)

/* No item. */
#define APP_LONG_ROW_NONE G_MAXUINT

/* Takes @content. */
GtkWidget *app_long_row_new (GtkWidget *content);
GtkWidget *app_long_row_get_content (AppLongRow *self);

/* Place in a list of @n items, which a screen reader says. */
void app_long_row_set_place (AppLongRow *self, guint position, guint n);
guint app_long_row_get_position (AppLongRow *self);
/* What it shows is no more what stands there. */
void app_long_row_set_stale (AppLongRow *self, gboolean stale);
gboolean app_long_row_is_stale (AppLongRow *self);

G_END_DECLS
