/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A text that wraps and begins where its line begins. @css_class may be NULL. */
GtkWidget *app_label_new (const char *text, const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
/* The same, secondary and small. */
GtkWidget *app_label_new_caption (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Appends one unless there is nothing to say. */
void app_label_append (GtkBox *box, const char *text, const char *css_class);
void app_label_append_caption (GtkBox *box, const char *text);

G_END_DECLS
