/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-printout.h"

G_BEGIN_DECLS

/* One printed page on the screen: white paper with the page as it will be printed, as large as the
 * place allows. Screen readers get the page's title and, where it is asked for, its text.
 *
 * Properties: "scale" (pixels a point, 0: fit the place; its natural height is what its width asks
 * for), "readable" (the text of the page is its description). */
#define APP_TYPE_SHEET (app_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AppSheet, app_sheet, APP, SHEET, GtkWidget)

GtkWidget *app_sheet_new (void);
/* @page from 0; @printout may be NULL: an empty sheet. */
void app_sheet_set_page (AppSheet *self, AppPrintout *printout, guint page);
void app_sheet_set_scale (AppSheet *self, double scale);

G_END_DECLS
