/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-choice.h"
#include "consultation/consultation-sheet.h"

G_BEGIN_DECLS

/* The portfolio as one window looks at it: which companies are chosen, and what is counted of them.
 * Its views read it and never each other.
 *
 * Signal: "counted" - there are other figures. */
#define APP_TYPE_PORTFOLIO (app_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (AppPortfolio, app_portfolio, APP, PORTFOLIO, GObject)

typedef enum
{
  APP_PORTFOLIO_SECTOR,
  APP_PORTFOLIO_REGION,
  APP_PORTFOLIO_SIZE,
  APP_PORTFOLIO_BAND,
  APP_PORTFOLIO_TAG,
  APP_PORTFOLIO_N_FILTERS
} AppPortfolioFilter;

/* @session is borrowed from the page. */
AppPortfolio *app_portfolio_new (AppSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the companies anew. FALSE with the reason when that cannot be. */
gboolean app_portfolio_refresh (AppPortfolio *self, GError **error);
/* The same when the store has other companies or scores than at the last reading; else nothing. */
void app_portfolio_follow (AppPortfolio *self);
/* "T0", "T1", "T2"; NULL: each company's newest one with a score. */
void app_portfolio_set_stage (AppPortfolio *self, const char *stage);
const char *app_portfolio_get_stage (AppPortfolio *self);
/* NULL or "": any. */
void app_portfolio_set_filter (AppPortfolio *self, AppPortfolioFilter filter, const char *id);
const char *app_portfolio_get_filter (AppPortfolio *self, AppPortfolioFilter filter);
/* What of a kind the companies have, by name; first @any, with the id "". New list of AppChoice. */
GListModel *app_portfolio_choices (AppPortfolio *self,
                                   AppPortfolioFilter filter,
                                   const char *any) G_GNUC_WARN_UNUSED_RESULT;

/* The company that one had open, to be pointed out among the others (its id; NULL: none). */
void app_portfolio_choose (AppPortfolio *self, const char *company_id);
/* NULL when it is not among those that are counted. */
const WorkspaceCompany *app_portfolio_get_chosen (AppPortfolio *self);

/* Borrowed; NULL before the first refresh. */
const ConsultationPortfolio *app_portfolio_get_figures (AppPortfolio *self);
/* All companies that are not archived, whatever the filters say. */
GPtrArray *app_portfolio_get_everybody (AppPortfolio *self);
SurveyPack *app_portfolio_get_pack (AppPortfolio *self);
Catalogue *app_portfolio_get_catalogue (AppPortfolio *self);
BaseLanguage *app_portfolio_get_language (AppPortfolio *self);
AppSession *app_portfolio_get_session (AppPortfolio *self);
Workspace *app_portfolio_get_workspace (AppPortfolio *self);
WorkspaceHub app_portfolio_get_hub (AppPortfolio *self);

/* Whole points; "–" when nothing is @known. */
char *app_portfolio_say_points (AppPortfolio *self, gboolean known, int hundredths);
char *app_portfolio_say_count (AppPortfolio *self, gint64 n);

G_END_DECLS
