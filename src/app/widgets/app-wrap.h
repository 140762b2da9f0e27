/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one after another, each as wide as it wants, on as many lines as they need: chips and
 * small buttons. GtkFlowBox would put them into columns as wide as the widest. Reads from right to
 * left where the language does. Children come from a .ui file or from app_wrap_append(). */
#define APP_TYPE_WRAP (app_wrap_get_type ())
G_DECLARE_FINAL_TYPE (AppWrap, app_wrap, APP, WRAP, GtkWidget)

/* @spacing: pixels between children, and between lines. */
GtkWidget *app_wrap_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;
void app_wrap_append (AppWrap *self, GtkWidget *child);
void app_wrap_clear (AppWrap *self);

G_END_DECLS
