/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A text of the document, written as it is typed. Properties "path", "date" (there is a calendar at
 * its end). */
#define APP_TYPE_TEXT_ROW (app_text_row_get_type ())
G_DECLARE_FINAL_TYPE (AppTextRow, app_text_row, APP, TEXT_ROW, AdwEntryRow)

GtkWidget *app_text_row_new (const char *title, const char *path);

/* The same with a calendar to choose a day from; typed it is year-month-day. */
GtkWidget *app_text_row_new_date (const char *title, const char *path);

G_END_DECLS
