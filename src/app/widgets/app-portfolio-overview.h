/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-portfolio-study.h"

G_BEGIN_DECLS

/* Where the companies of the portfolio stand: figures, spread by area, stages done and next,
 * change, groups. */
#define APP_TYPE_PORTFOLIO_OVERVIEW (app_portfolio_overview_get_type ())
G_DECLARE_FINAL_TYPE (AppPortfolioOverview, app_portfolio_overview, APP, PORTFOLIO_OVERVIEW, AdwBin)

/* Shows @portfolio from now on, whenever it is counted. */
void app_portfolio_overview_set_portfolio (AppPortfolioOverview *self, AppPortfolio *portfolio);

G_END_DECLS
