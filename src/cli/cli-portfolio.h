/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"
#include "cli/cli-filter.h"
#include "cli/cli-world.h"
#include "consultation/consultation-sheet.h"

G_BEGIN_DECLS

enum
{
  CLI_PORTFOLIO_N_PARTS = 3
};
extern const CliCommand cli_portfolio_parts[CLI_PORTFOLIO_N_PARTS];

int cli_portfolio_show (int argc, char **argv);
int cli_portfolio_demand (int argc, char **argv);
int cli_portfolio_aggregate (int argc, char **argv);
int cli_portfolio_partners (int argc, char **argv);

/* The companies that a filter leaves, counted; what the parts of `portfolio` share. */
typedef struct
{
  CliFilter filter;
  char *stage; /* "T0" …, or NULL for the newest with a score */
  char *language;

  CliWorld *world;
  SurveyPack *pack;
  ConsultationPortfolio *portfolio;
} CliPortfolio;

#define CLI_PORTFOLIO_ENTRIES(portfolio)                                                           \
  CLI_FILTER_ENTRIES (&(portfolio)->filter),                                                       \
      { "stage",                                                                                   \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(portfolio)->stage,                                                                       \
        N_ ("T0, T1 or T2 (default: each company’s newest one with a score)"),                     \
        N_ ("STAGE") },                                                                            \
  {                                                                                                \
    "language", 0, 0, G_OPTION_ARG_STRING, &(portfolio)->language,                                 \
        N_ ("The language of the words (default: en)"), N_ ("TAG")                                 \
  }

/* FALSE with the status of wrong usage: a stage that is none. */
gboolean cli_portfolio_check (const char *name, const CliPortfolio *portfolio);
/* Reads the companies; with @world and @portfolio set on success. */
gboolean cli_portfolio_load (CliPortfolio *portfolio, Workspace *workspace, GError **error);
void cli_portfolio_clear (CliPortfolio *portfolio);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliPortfolio, cli_portfolio_clear)

/* Each company's assessment, handed to @func one by one; what cannot be read or used is said on
 * standard error and left out. */
typedef gboolean (*CliPortfolioFunc) (const WorkspaceCompany *company,
                                      AssessmentDocument *document,
                                      gpointer data,
                                      GError **error);
gboolean cli_portfolio_each (CliPortfolio *portfolio,
                             Workspace *workspace,
                             CliPortfolioFunc func,
                             gpointer data,
                             GError **error);

G_END_DECLS
