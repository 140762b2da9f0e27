/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-portfolio.h"

#include "cli/cli-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* waymark-cli portfolio: all clients of a hub at once. */

const CliCommand cli_portfolio_parts[CLI_PORTFOLIO_N_PARTS] = {
  { "portfolio demand", "", N_ ("Which kinds of support and services the companies need"),
    cli_portfolio_demand },
  { "portfolio aggregate", N_ ("-o OUT"),
    N_ ("Writes anonymous figures that may leave the hub, and logs it"), cli_portfolio_aggregate },
  { "portfolio partners", N_ ("[COMPANY]"),
    N_ ("Pairs of companies that could apply together, with reasons"), cli_portfolio_partners },
};

gboolean
cli_portfolio_check (const char *name, const CliPortfolio *portfolio)
{
  static const char *const stages[] = { "T0", "T1", "T2", NULL };

  if (portfolio->stage == NULL || g_strv_contains (stages, portfolio->stage))
    return TRUE;
  cli_command_misused (name, _ ("--stage: found “%s”, expected T0, T1 or T2"), portfolio->stage);
  return FALSE;
}

gboolean
cli_portfolio_load (CliPortfolio *portfolio, Workspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) companies = NULL;
  g_autofree char *own = cli_place_own_folder (workspace);
  WorkspaceQuery query = { 0 };

  portfolio->world = cli_world_new_own (portfolio->language, own, error);
  portfolio->pack = portfolio->world != NULL ? survey_pack_load_bundled ("dma-sme", error) : NULL;
  if (portfolio->pack == NULL)
    return FALSE;
  cli_world_fill_summaries (portfolio->world, workspace);
  cli_filter_apply (&portfolio->filter, &query);
  companies = workspace_list_companies (workspace, &query, NULL, error);
  if (companies == NULL)
    return FALSE;
  portfolio->portfolio = consultation_portfolio_new (companies, portfolio->pack, portfolio->stage);
  return TRUE;
}

void
cli_portfolio_clear (CliPortfolio *portfolio)
{
  cli_filter_clear (&portfolio->filter);
  g_free (portfolio->stage);
  g_free (portfolio->language);
  g_clear_pointer (&portfolio->portfolio, consultation_portfolio_free);
  g_clear_pointer (&portfolio->pack, survey_pack_unref);
  g_clear_pointer (&portfolio->world, cli_world_free);
}

gboolean
cli_portfolio_each (CliPortfolio *portfolio,
                    Workspace *workspace,
                    CliPortfolioFunc func,
                    gpointer data,
                    GError **error)
{
  const GPtrArray *companies = consultation_portfolio_companies (portfolio->portfolio);

  for (guint i = 0; i < companies->len; i++)
    {
      const WorkspaceCompany *company = companies->pdata[i];
      const WorkspaceStage *stage = consultation_portfolio_stage (portfolio->portfolio, company);
      g_autoptr (GError) problem = NULL;
      g_autoptr (AssessmentDocument) document = NULL;

      if (stage == NULL)
        continue;
      document = workspace_load (workspace, stage->id, &problem);
      if (document == NULL || !func (company, document, data, &problem))
        g_printerr (_ ("waymark-cli: %s\n"), problem->message);
    }
  return TRUE;
}

/* --- show ------------------------------------------------------------------------------------- */

static void
print_table (const ExchangeTable *table)
{
  const guint n_columns = exchange_table_n_columns (table);

  g_print ("%s\n", exchange_table_title (table));
  for (guint c = 0; c < n_columns; c++)
    g_print ("%s%s", c > 0 ? "\t" : "", exchange_table_column_title (table, c));
  g_print ("\n");
  for (guint r = 0; r < exchange_table_n_rows (table); r++)
    for (guint c = 0; c < n_columns; c++)
      {
        const char *cell = exchange_table_cell (table, r, c);

        g_print ("%s%s", cell != NULL ? cell : "–", c + 1 < n_columns ? "\t" : "\n");
      }
  g_print ("\n");
}

static void
take_and_print (ExchangeTable *table)
{
  print_table (table);
  exchange_table_free (table);
}

typedef struct
{
  CliPortfolio portfolio;
  gboolean json, csv;
} Show;

static void
print_all (Workspace *workspace, Show *show)
{
  const ConsultationPortfolio *portfolio = show->portfolio.portfolio;
  const BaseLanguage *language = cli_world_language (show->portfolio.world);
  const Catalogue *catalogue = cli_world_catalogue (show->portfolio.world);
  const WorkspaceHub hub = workspace_get_hub (workspace);

  g_print (_ ("Companies: %u, with a complete score: %u, left out: %u\n\n"),
           consultation_portfolio_n_companies (portfolio),
           consultation_portfolio_n_scored (portfolio),
           consultation_portfolio_n_left_out (portfolio));
  take_and_print (consultation_sheet_dimensions (portfolio, language));
  take_and_print (consultation_sheet_changes (portfolio, 0, language));
  take_and_print (consultation_sheet_changes (portfolio, 1, language));
  take_and_print (consultation_sheet_stages (portfolio, &hub, language));
  for (guint kind = 0; kind < CONSULTATION_N_GROUPS; kind++)
    take_and_print (consultation_sheet_groups (portfolio, kind, catalogue, language));
}

static gboolean
show_all (Workspace *workspace, gpointer data, GError **error)
{
  Show *show = data;
  const WorkspaceHub hub = workspace_get_hub (workspace);
  g_autofree char *text = NULL;

  if (!cli_portfolio_load (&show->portfolio, workspace, error))
    return FALSE;
  if (show->csv)
    {
      const ExchangeCsvStyle style = { .separator = ',' };
      g_autoptr (ExchangeTable) table = consultation_sheet_companies (
          show->portfolio.portfolio, cli_world_catalogue (show->portfolio.world),
          cli_world_language (show->portfolio.world));

      text = exchange_table_to_csv (table, &style);
    }
  else if (show->json)
    text = consultation_sheet_json (show->portfolio.portfolio, &hub, NULL);
  if (text != NULL)
    g_print ("%s", text);
  else
    print_all (workspace, show);
  return TRUE;
}

int
cli_portfolio_show (int argc, char **argv)
{
  Show show = { 0 };
  const GOptionEntry entries[] = {
    CLI_PORTFOLIO_ENTRIES (&show.portfolio),
    CLI_ENTRY_JSON (&show.json),
    { "csv", 0, 0, G_OPTION_ARG_NONE, &show.csv,
      N_ ("Prints the companies with their scores as CSV"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = CLI_USAGE;

  if (!cli_command_parse ("portfolio", entries, 0, &argc, &argv, &status))
    ;
  else if (show.json && show.csv)
    status = cli_command_misused ("portfolio", _ ("--json and --csv contradict each other"));
  else if (!cli_portfolio_check ("portfolio", &show.portfolio))
    status = CLI_USAGE;
  else
    status = cli_filter_run (show.portfolio.filter.workspace, show_all, &show);
  cli_portfolio_clear (&show.portfolio);
  return status;
}

/* --- demand ----------------------------------------------------------------------------------- */

typedef struct
{
  CliWorld *world;
  ConsultationDemand *demand;
} Count;

static gboolean
count (const WorkspaceCompany *company, AssessmentDocument *document, gpointer data, GError **error)
{
  const Count *to = data;
  g_autoptr (AdviceBrief) brief = cli_world_brief (to->world, document, error);

  if (brief != NULL)
    consultation_demand_add (to->demand, brief);
  return brief != NULL;
}

static gboolean
show_demand (Workspace *workspace, gpointer data, GError **error)
{
  Show *show = data;
  const WorkspaceHub hub = workspace_get_hub (workspace);
  g_autoptr (ConsultationDemand) demand = consultation_demand_new ();
  const BaseLanguage *language;
  Count to = { .demand = demand };

  if (!cli_portfolio_load (&show->portfolio, workspace, error))
    return FALSE;
  to.world = show->portfolio.world;
  if (!cli_portfolio_each (&show->portfolio, workspace, count, &to, error))
    return FALSE;
  if (show->json)
    {
      g_autofree char *text = consultation_sheet_json (show->portfolio.portfolio, &hub, demand);

      g_print ("%s", text);
      return TRUE;
    }
  language = cli_world_language (show->portfolio.world);
  take_and_print (consultation_sheet_instruments (demand, language));
  take_and_print (consultation_sheet_services (demand, language));
  take_and_print (consultation_sheet_wishes (demand, language));
  return TRUE;
}

int
cli_portfolio_demand (int argc, char **argv)
{
  Show show = { 0 };
  const GOptionEntry entries[] = {
    CLI_PORTFOLIO_ENTRIES (&show.portfolio),
    { "json", 0, 0, G_OPTION_ARG_NONE, &show.json,
      N_ ("Prints JSON: all of `portfolio`, and the demand"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = CLI_USAGE;

  if (cli_command_parse ("portfolio demand", entries, 0, &argc, &argv, &status))
    status = cli_portfolio_check ("portfolio demand", &show.portfolio)
                 ? cli_filter_run (show.portfolio.filter.workspace, show_demand, &show)
                 : CLI_USAGE;
  cli_portfolio_clear (&show.portfolio);
  return status;
}
