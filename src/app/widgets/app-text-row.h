/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A text of the document, written as it is typed. Property "path". */
#define APP_TYPE_TEXT_ROW (app_text_row_get_type ())
G_DECLARE_FINAL_TYPE (AppTextRow, app_text_row, APP, TEXT_ROW, AdwEntryRow)

GtkWidget *app_text_row_new (const char *title, const char *path);

G_END_DECLS
