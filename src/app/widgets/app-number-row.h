/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A figure of the document: an entry at the end of a row, read as people write figures. Properties
 * "path", "unit"
 * ("€"; may be NULL), "whole" (no decimals), "hint" (the subtitle while nothing is wrong). */
#define APP_TYPE_NUMBER_ROW (app_number_row_get_type ())
G_DECLARE_FINAL_TYPE (AppNumberRow, app_number_row, APP, NUMBER_ROW, AdwActionRow)

GtkWidget *app_number_row_new (
    const char *title, const char *hint, const char *path, const char *unit, gboolean whole);

G_END_DECLS
