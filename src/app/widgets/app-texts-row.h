/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Several texts of the document, one a line. Property "path". */
#define APP_TYPE_TEXTS_ROW (app_texts_row_get_type ())
G_DECLARE_FINAL_TYPE (AppTextsRow, app_texts_row, APP, TEXTS_ROW, AdwPreferencesRow)

G_END_DECLS
