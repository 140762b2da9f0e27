/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-company.h"
#include "app/app-session.h"

G_BEGIN_DECLS

/* One company in the adviser's list; used again for another company while the list scrolls.
 * Properties: "narrow" (stage and score right, the rest below the name) and "compact" (no bars). */
#define APP_TYPE_COMPANY_CELL (app_company_cell_get_type ())
G_DECLARE_FINAL_TYPE (AppCompanyCell, app_company_cell, APP, COMPANY_CELL, AdwBin)

GtkWidget *app_company_cell_new (AppSession *session);
void app_company_cell_show (AppCompanyCell *self, AppCompany *item);
/* What a screen reader says of the row; of the company shown last. */
const char *app_company_cell_get_words (AppCompanyCell *self);

G_END_DECLS
