/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* All companies of the workspace at once, for advisers: where they stand, how they changed, what is
 * due, and the figures that may leave the hub. It reads the store; no assessment need be open. */
#define APP_TYPE_PORTFOLIO_PAGE (app_portfolio_page_get_type ())
G_DECLARE_FINAL_TYPE (AppPortfolioPage, app_portfolio_page, APP, PORTFOLIO_PAGE, AppPage)

/* Reads the workspace anew, and points out one company (its id) among the others; NULL: none. */
void app_portfolio_page_refresh (AppPortfolioPage *self, const char *company_id);

G_END_DECLS
