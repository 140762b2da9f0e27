/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Who the company is: four things first, the rest when a kind of support needs it. */
#define APP_TYPE_COMPANY_PAGE (app_company_page_get_type ())
G_DECLARE_FINAL_TYPE (AppCompanyPage, app_company_page, APP, COMPANY_PAGE, AppPage)

G_END_DECLS
