/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Why an area has its score: opens to its questions, and each of these to its answers with the
 * points given and possible. Every answer leads to its question. Fills itself when it is opened. */
#define APP_TYPE_WHY_ROW (app_why_row_get_type ())
G_DECLARE_FINAL_TYPE (AppWhyRow, app_why_row, APP, WHY_ROW, AdwExpanderRow)

GtkWidget *app_why_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Dimension @index of the page's score. What is open stays open. */
void app_why_row_show (AppWhyRow *self, AppPage *page, guint index);

G_END_DECLS
