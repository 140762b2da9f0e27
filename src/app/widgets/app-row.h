/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Plain rows of a boxed list, whose words are never read as markup and wrap as often as they need.
 * @subtitle may be NULL. */
GtkWidget *app_row_new (const char *title, const char *subtitle);
/* The same that leads somewhere: an arrow at its end, @action with the string @target, NULL for one
 * that takes none. */
GtkWidget *
app_row_new_link (const char *title, const char *subtitle, const char *action, const char *target);
/* "Errors" in its colour at the row's end; @css_class "good", "open", "accent" or NULL. */
void app_row_add_tag (GtkWidget *row, const char *text, const char *css_class);
void app_row_clear (GtkListBox *list);

G_END_DECLS
