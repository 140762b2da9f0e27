/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-portfolio-study.h"

G_BEGIN_DECLS

/* Pairs of companies that could apply together, each with its reasons and the criteria of the
 * rules. The search begins when it is first seen. */
#define APP_TYPE_PORTFOLIO_PARTNERS (app_portfolio_partners_get_type ())
G_DECLARE_FINAL_TYPE (AppPortfolioPartners, app_portfolio_partners, APP, PORTFOLIO_PARTNERS, AdwBin)

void app_portfolio_partners_set_study (AppPortfolioPartners *self,
                                       AppPortfolio *portfolio,
                                       AppPortfolioStudy *study);

G_END_DECLS
