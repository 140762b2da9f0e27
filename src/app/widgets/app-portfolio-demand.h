/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-portfolio-study.h"

G_BEGIN_DECLS

/* What the companies of the portfolio need: kinds of support and services, counted over all of
 * them. Counting begins when it is first seen. */
#define APP_TYPE_PORTFOLIO_DEMAND (app_portfolio_demand_get_type ())
G_DECLARE_FINAL_TYPE (AppPortfolioDemand, app_portfolio_demand, APP, PORTFOLIO_DEMAND, AdwBin)

void app_portfolio_demand_set_study (AppPortfolioDemand *self,
                                     AppPortfolio *portfolio,
                                     AppPortfolioStudy *study);

G_END_DECLS
