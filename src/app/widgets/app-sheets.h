/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-printout.h"

G_BEGIN_DECLS

/* The pages of a printout: one large, all small below it; turning and enlarging. Property "narrow":
 * the large page takes the whole width and the column around scrolls. */
#define APP_TYPE_SHEETS (app_sheets_get_type ())
G_DECLARE_FINAL_TYPE (AppSheets, app_sheets, APP, SHEETS, AdwBin)

/* NULL: nothing to show. The page in view stays in view while there is one of its number. */
void app_sheets_set_printout (AppSheets *self, AppPrintout *printout);

G_END_DECLS
