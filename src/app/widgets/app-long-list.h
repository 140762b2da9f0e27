/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of any length whose rows all have one height. Only the rows on the screen are widgets:
 * GtkListView keeps two hundred, and where each is a small page of its own, showing other items in
 * all of them takes half a second.
 *
 * Stands in a GtkScrolledWindow. Arrows, Page Up and Down, Home and End move the focus from row to
 * row; Tab goes into the row and out of the list. Signal "activate" (guint position): a click or
 * Enter. */
#define APP_TYPE_LONG_LIST (app_long_list_get_type ())
G_DECLARE_FINAL_TYPE (AppLongList, app_long_list, APP, LONG_LIST, GtkWidget)

/* What a row holds. */
typedef GtkWidget *(*AppLongListNewFunc) (gpointer data);
/* Shows @item in @content, which may have shown another one. Its parent is the row, which shall say
 * who it is to a screen reader. */
typedef void (*AppLongListShowFunc) (GtkWidget *content, gpointer item, gpointer data);

/* Once; @data must live as long as the list. */
void app_long_list_set_model (AppLongList *self,
                              GListModel *model,
                              AppLongListNewFunc new_content,
                              AppLongListShowFunc show,
                              gpointer data);
void app_long_list_scroll_to_top (AppLongList *self);

G_END_DECLS
