/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-companies.h"

G_BEGIN_DECLS

/* The adviser's Home: go on where one stopped, search, filters, the companies. Property: "narrow".
 */
#define APP_TYPE_COMPANY_LIST (app_company_list_get_type ())
G_DECLARE_FINAL_TYPE (AppCompanyList, app_company_list, APP, COMPANY_LIST, AdwBin)

/* Once; @session must have a store and outlive the widget. */
void app_company_list_set_session (AppCompanyList *self, AppSession *session);
AppCompanies *app_company_list_get_companies (AppCompanyList *self);
/* Puts the cursor into the search. */
void app_company_list_search (AppCompanyList *self);

G_END_DECLS
