/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A question with "No" and "Yes", and a pill while nobody has answered: unknown is neither.
 * Pressing the chosen answer again leaves it open. For a boolean of the document; for a list, "No"
 * is "there is none" and "Yes" the first item. Properties "path", "list" (the path is a list's). */
#define APP_TYPE_YES_NO_ROW (app_yes_no_row_get_type ())
G_DECLARE_FINAL_TYPE (AppYesNoRow, app_yes_no_row, APP, YES_NO_ROW, AdwActionRow)

GtkWidget *
app_yes_no_row_new (const char *title, const char *hint, const char *path, gboolean list);

G_END_DECLS
