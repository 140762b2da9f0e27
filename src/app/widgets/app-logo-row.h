/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A row that shows which picture was chosen, lets choose another and take it away. A file that is
 * no picture is refused with the reason at once.
 *
 * Property "path": the file, or NULL. */
#define APP_TYPE_LOGO_ROW (app_logo_row_get_type ())
G_DECLARE_FINAL_TYPE (AppLogoRow, app_logo_row, APP, LOGO_ROW, AdwActionRow)

const char *app_logo_row_get_path (AppLogoRow *self);
void app_logo_row_set_path (AppLogoRow *self, const char *path);

G_END_DECLS
