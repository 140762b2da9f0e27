/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Several choices of many: chips that can be taken away, and a button that opens the searchable
 * list. Properties "path", "kind" (see app_choices_new()). */
#define APP_TYPE_CHOICES_ROW (app_choices_row_get_type ())
G_DECLARE_FINAL_TYPE (AppChoicesRow, app_choices_row, APP, CHOICES_ROW, AdwPreferencesRow)

GtkWidget *
app_choices_row_new (const char *title, const char *hint, const char *path, const char *kind);

G_END_DECLS
