/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* "Take this to your hub": the problem, the result, three questions, as a card with what can be
 * done with it: save as a PDF, copy, look at it. */
#define APP_TYPE_HUB_SHEET (app_hub_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AppHubSheet, app_hub_sheet, APP, HUB_SHEET, GtkBox)

void app_hub_sheet_show (AppHubSheet *self, AppPage *page);
/* The buttons below each other. */
void app_hub_sheet_set_narrow (AppHubSheet *self, gboolean narrow);
/* The same as plain text, as it is copied. */
char *app_hub_sheet_text (AppPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
