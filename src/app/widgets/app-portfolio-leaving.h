/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-portfolio-study.h"

G_BEGIN_DECLS

/* Anonymous figures that may leave the hub: how they are cut, a preview of exactly what is written,
 * writing, and the log of what has left. */
#define APP_TYPE_PORTFOLIO_LEAVING (app_portfolio_leaving_get_type ())
G_DECLARE_FINAL_TYPE (AppPortfolioLeaving, app_portfolio_leaving, APP, PORTFOLIO_LEAVING, AdwBin)

void app_portfolio_leaving_set_portfolio (AppPortfolioLeaving *self, AppPortfolio *portfolio);

G_END_DECLS
