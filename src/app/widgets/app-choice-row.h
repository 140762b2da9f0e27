/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* One choice of many: the row shows it and opens a searchable list. Properties "path", "kind" (see
 * app_choices_new()). A place sets its country too, an activity its revision of NACE. */
#define APP_TYPE_CHOICE_ROW (app_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (AppChoiceRow, app_choice_row, APP, CHOICE_ROW, AdwActionRow)

GtkWidget *app_choice_row_new (const char *title, const char *path, const char *kind);

G_END_DECLS
