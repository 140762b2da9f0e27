/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-portfolio.h"
#include "consultation/consultation-partner.h"

G_BEGIN_DECLS

/* The advice for each company of the portfolio, one after the other while nothing else is to be
 * done: demand is counted, and who could be a partner is kept. The rules are those of today.
 *
 * Signal: "changed" - it went on, ended or began. */
#define APP_TYPE_PORTFOLIO_STUDY (app_portfolio_study_get_type ())
G_DECLARE_FINAL_TYPE (AppPortfolioStudy, app_portfolio_study, APP, PORTFOLIO_STUDY, GObject)

AppPortfolioStudy *app_portfolio_study_new (AppPortfolio *portfolio) G_GNUC_WARN_UNUSED_RESULT;

/* Goes through the companies that are counted now; does nothing when that is done or under way. */
void app_portfolio_study_start (AppPortfolioStudy *self);
void app_portfolio_study_stop (AppPortfolioStudy *self);
gboolean app_portfolio_study_is_busy (AppPortfolioStudy *self);
gboolean app_portfolio_study_is_done (AppPortfolioStudy *self);
double app_portfolio_study_progress (AppPortfolioStudy *self); /* 0 to 1 */

/* Borrowed; NULL before it is done. */
ConsultationDemand *app_portfolio_study_get_demand (AppPortfolioStudy *self);
/* Companies whose assessment could not be read. */
guint app_portfolio_study_n_unread (AppPortfolioStudy *self);
/* The first CONSULTATION_PARTNERS_COMPARED that name a technology; borrowed until the next start.
 */
const ConsultationCandidate *app_portfolio_study_get_candidates (AppPortfolioStudy *self, guint *n);
/* More than that came into question. */
gboolean app_portfolio_study_left_candidates (AppPortfolioStudy *self);
const WorkspaceCompany *app_portfolio_study_get_company (AppPortfolioStudy *self, guint candidate);

G_END_DECLS
