/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "consultation/consultation-aggregate.h"
#include "consultation/consultation-error.h"
#include "consultation/consultation-sheet.h"

#include "base/base-json.h"

#include <string.h>

/* Clients counted, and what of it may leave the hub. */

typedef struct
{
  GPtrArray *companies; /* WorkspaceCompany, of one block each */
} Clients;

static Clients
clients_new (void)
{
  return (Clients){ g_ptr_array_new_with_free_func (g_free) };
}

typedef struct
{
  WorkspaceCompany company;
  WorkspaceStage stages[3];
  const char *sectors[2];
  const char *tags[1];
} Client;

static const char *const stage_names[] = { "T0", "T1", "T2" };

/* @overalls: of T0, T1, T2; -1 a stage that is open, -2 none. */
static void
add (Clients *clients,
     const char *sector,
     const char *size,
     const char *region,
     const int overalls[3])
{
  Client *client = g_new0 (Client, 1);

  client->sectors[0] = sector;
  client->company = (WorkspaceCompany){ .id = "c",
                                        .country = "PT",
                                        .region = region,
                                        .sectors = client->sectors,
                                        .tags = client->tags,
                                        .stages = client->stages,
                                        .latest = -1 };
  for (guint i = 0; i < 3 && overalls[i] != -2; i++)
    {
      WorkspaceStage *stage = &client->stages[client->company.n_stages];

      *stage = (WorkspaceStage){ .id = "a",
                                 .stage = stage_names[i],
                                 .pack_id = "dma-sme",
                                 .size = size,
                                 .overall = overalls[i],
                                 .summary_is_current = TRUE };
      for (guint d = 0; d < WORKSPACE_MAX_DIMENSIONS; d++)
        stage->dimensions[d] = overalls[i] < 0 ? -1 : overalls[i] + (int)d;
      client->company.latest = (int)client->company.n_stages++;
    }
  g_ptr_array_add (clients->companies, client);
}

static SurveyPack *
load_pack (void)
{
  g_autoptr (GError) error = NULL;
  SurveyPack *pack = survey_pack_load_bundled ("dma-sme", &error);

  g_assert_no_error (error);
  return pack;
}

static Clients
four_clients (void)
{
  Clients clients = clients_new ();

  add (&clients, "manufacturing", "small", "PT11", (const int[]){ 2000, 3000, -2 });
  add (&clients, "manufacturing", "micro", "PT112", (const int[]){ 1000, 1500, 4000 });
  add (&clients, "education", "small", NULL, (const int[]){ 6000, -1, -2 });
  add (&clients, NULL, NULL, "PT16", (const int[]){ -2, -2, -2 });
  return clients;
}

static void
test_latest (void)
{
  Clients clients = four_clients ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationPortfolio) portfolio
      = consultation_portfolio_new (clients.companies, pack, NULL);

  g_assert_cmpuint (consultation_portfolio_n_companies (portfolio), ==, 4);
  g_assert_cmpuint (consultation_portfolio_n_scored (portfolio), ==, 3);
  g_assert_cmpint (consultation_portfolio_overall (portfolio)->low, ==, 3000);
  g_assert_cmpint (consultation_portfolio_overall (portfolio)->median, ==, 4000);
  g_assert_cmpint (consultation_portfolio_overall (portfolio)->high, ==, 6000);
  g_assert_cmpint (consultation_portfolio_dimension (portfolio, 5)->median, ==, 4005);
  g_assert_cmpuint (consultation_portfolio_n_done (portfolio, 0), ==, 3);
  g_assert_cmpuint (consultation_portfolio_n_done (portfolio, 1), ==, 2);
  g_assert_cmpuint (consultation_portfolio_n_done (portfolio, 2), ==, 1);
  g_ptr_array_unref (clients.companies);
}

static void
test_stage (void)
{
  Clients clients = four_clients ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationPortfolio) portfolio
      = consultation_portfolio_new (clients.companies, pack, "T0");

  g_assert_cmpuint (consultation_portfolio_n_scored (portfolio), ==, 3);
  g_assert_cmpint (consultation_portfolio_overall (portfolio)->median, ==, 2000);
  g_ptr_array_unref (clients.companies);
}

static void
test_groups (void)
{
  Clients clients = four_clients ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationPortfolio) portfolio
      = consultation_portfolio_new (clients.companies, pack, NULL);
  const ConsultationGroup *group;

  g_assert_cmpuint (consultation_portfolio_n_groups (portfolio, CONSULTATION_GROUP_SECTOR), ==, 2);
  group = consultation_portfolio_group (portfolio, CONSULTATION_GROUP_SECTOR, 0);
  g_assert_cmpstr (group->id, ==, "manufacturing");
  g_assert_cmpuint (group->n, ==, 2);
  g_assert_cmpint (group->overall->median, ==, 3500);
  group = consultation_portfolio_group (portfolio, CONSULTATION_GROUP_REGION, 0);
  g_assert_cmpstr (group->id, ==, "PT11"); /* PT112 lies in it */
  g_assert_cmpuint (group->n, ==, 2);
  group = consultation_portfolio_group (portfolio, CONSULTATION_GROUP_REGION, 1);
  g_assert_cmpstr (group->id, ==, "");
  g_ptr_array_unref (clients.companies);
}

static void
test_change (void)
{
  Clients clients = four_clients ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationPortfolio) portfolio
      = consultation_portfolio_new (clients.companies, pack, NULL);
  const ConsultationDistribution *change = consultation_portfolio_change (portfolio, 0, -1);

  g_assert_cmpuint (change->n, ==, 2);
  g_assert_cmpint (change->low, ==, 500);
  g_assert_cmpint (change->high, ==, 1000);
  g_assert_cmpuint (consultation_portfolio_change (portfolio, 1, 3)->n, ==, 1);
  g_assert_cmpint (consultation_portfolio_change (portfolio, 1, 3)->median, ==, 2500);
  g_ptr_array_unref (clients.companies);
}

static void
test_stale (void)
{
  Clients clients = four_clients ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationPortfolio) portfolio = NULL;

  ((Client *)clients.companies->pdata[2])->stages[0].summary_is_current = FALSE;
  ((Client *)clients.companies->pdata[2])->stages[1].summary_is_current = FALSE;
  portfolio = consultation_portfolio_new (clients.companies, pack, NULL);
  g_assert_cmpuint (consultation_portfolio_n_scored (portfolio), ==, 2);
  g_assert_cmpuint (consultation_portfolio_n_left_out (portfolio), ==, 1);
  g_ptr_array_unref (clients.companies);
}

/* --- what may leave --------------------------------------------------------------------------- */

/* Exact counts of the same table, -1 for the margins. */
static guint
count_exactly (const Clients *clients, const char *sector, const char *size)
{
  guint n = 0;

  for (guint i = 0; i < clients->companies->len; i++)
    {
      const Client *client = clients->companies->pdata[i];

      n += (sector == NULL || g_str_equal (client->sectors[0], sector))
           && (size == NULL || g_str_equal (client->stages[0].size, size));
    }
  return n;
}

static gboolean
is_missing (const ConsultationAggregate *aggregate, int row, int column)
{
  return consultation_aggregate_cell (aggregate, row, column).state == CONSULTATION_CELL_SUPPRESSED;
}

/* The line's missing cells: none, or at least two that together are enough or have no total. */
static void
check_line (guint missing, guint sum, gboolean total_missing)
{
  g_assert_true (missing == 0
                 || (missing >= 2 && (total_missing || sum >= CONSULTATION_AGGREGATE_THRESHOLD)));
}

static guint
exact_at (const Clients *clients, const ConsultationAggregate *aggregate, int row, int column)
{
  return count_exactly (
      clients, row < 0 ? NULL : consultation_aggregate_row (aggregate, (guint)row),
      column < 0 ? NULL : consultation_aggregate_column (aggregate, (guint)column));
}

static void
check_table (const Clients *clients, const ConsultationAggregate *aggregate)
{
  int n_rows = (int)consultation_aggregate_n_rows (aggregate);
  int n_columns = (int)consultation_aggregate_n_columns (aggregate);

  for (int row = -1; row < n_rows; row++)
    {
      guint missing = 0, sum = 0;

      for (int column = -1; column < n_columns; column++)
        {
          ConsultationCell cell = consultation_aggregate_cell (aggregate, row, column);
          guint exact = exact_at (clients, aggregate, row, column);

          missing += cell.state == CONSULTATION_CELL_SUPPRESSED;
          sum += cell.state == CONSULTATION_CELL_SUPPRESSED ? exact : 0;
          if (cell.state == CONSULTATION_CELL_SUPPRESSED)
            g_assert_cmpint (cell.count, ==, -1);
          else
            {
              g_assert_true (exact == 0 || exact >= CONSULTATION_AGGREGATE_THRESHOLD);
              g_assert_cmpint (cell.count % 5, ==, 0);
              g_assert_cmpint (ABS (cell.count - (int)exact), <=, 2);
              g_assert_true (cell.median == -1 || cell.median % 5 == 0);
            }
        }
      check_line (missing, sum, is_missing (aggregate, row, -1));
    }
  for (int column = -1; column < n_columns; column++)
    {
      guint missing = 0, sum = 0;

      for (int row = -1; row < n_rows; row++)
        if (consultation_aggregate_cell (aggregate, row, column).state
            == CONSULTATION_CELL_SUPPRESSED)
          {
            missing++;
            sum += exact_at (clients, aggregate, row, column);
          }
      check_line (missing, sum, is_missing (aggregate, -1, column));
    }
}

/* No table of random companies gives a small group away. */
static void
test_aggregate_properties (void)
{
  static const char *const sectors[] = { "a", "b", "c", "d", "e" };
  static const char *const sizes[] = { "micro", "small", "medium" };
  g_autoptr (SurveyPack) pack = load_pack ();

  for (guint seed = 0; seed < 400; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Clients clients = clients_new ();
      int n = g_rand_int_range (rand, 8, 120);
      g_autoptr (ConsultationAggregate) aggregate = NULL;

      for (int i = 0; i < n; i++)
        add (&clients, sectors[g_rand_int_range (rand, 0, 1 + (int)(seed % 5))],
             sizes[g_rand_int_range (rand, 0, 1 + (int)(seed % 3))], "PT11",
             (const int[]){ g_rand_int_range (rand, 0, 10001), -2, -2 });
      aggregate
          = consultation_aggregate_new (clients.companies, pack, NULL, CONSULTATION_GROUP_SECTOR,
                                        CONSULTATION_GROUP_SIZE, CONSULTATION_AGGREGATE_THRESHOLD);
      check_table (&clients, aggregate);
      g_ptr_array_unref (clients.companies);
    }
}

/* Three of a kind beside twenty: the total would tell the three, so nothing of the row is told. */
static void
test_aggregate_secondary (void)
{
  Clients clients = clients_new ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationAggregate) aggregate = NULL;

  for (guint i = 0; i < 20; i++)
    add (&clients, "a", "small", "PT11", (const int[]){ 3000, -2, -2 });
  for (guint i = 0; i < 3; i++)
    add (&clients, "a", "micro", "PT11", (const int[]){ 1000, -2, -2 });
  for (guint i = 0; i < 30; i++)
    add (&clients, "b", "small", "PT11", (const int[]){ 5012, -2, -2 });
  aggregate
      = consultation_aggregate_new (clients.companies, pack, NULL, CONSULTATION_GROUP_SECTOR,
                                    CONSULTATION_GROUP_SIZE, CONSULTATION_AGGREGATE_THRESHOLD);
  g_assert_cmpint (consultation_aggregate_cell (aggregate, 0, 0).state, ==,
                   CONSULTATION_CELL_SUPPRESSED); /* a, micro */
  g_assert_cmpint (consultation_aggregate_cell (aggregate, 0, 1).state, ==,
                   CONSULTATION_CELL_SUPPRESSED); /* a, small */
  g_assert_cmpuint (consultation_aggregate_n_suppressed (aggregate), >=, 4);
  check_table (&clients, aggregate);
  g_ptr_array_unref (clients.companies);
}

/* Regions are coarse: NUTS 1. */
static void
test_aggregate_coarse (void)
{
  Clients clients = clients_new ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationAggregate) aggregate = NULL;

  for (guint i = 0; i < 6; i++)
    add (&clients, "a", "small", i % 2 == 0 ? "PT112" : "PT16",
         (const int[]){ 3000 + 100 * (int)i, -2, -2 });
  aggregate
      = consultation_aggregate_new (clients.companies, pack, "T0", CONSULTATION_GROUP_REGION,
                                    CONSULTATION_GROUP_SIZE, CONSULTATION_AGGREGATE_THRESHOLD);
  g_assert_cmpuint (consultation_aggregate_n_rows (aggregate), ==, 1);
  g_assert_cmpstr (consultation_aggregate_row (aggregate, 0), ==, "PT1");
  g_assert_cmpint (consultation_aggregate_cell (aggregate, 0, 0).count, ==, 5);
  g_assert_cmpint (consultation_aggregate_cell (aggregate, 0, 0).median, ==, 35);
  g_ptr_array_unref (clients.companies);
}

static void
check_cell (const ExchangeTable *sheet, guint row, guint column, const char *expected)
{
  g_assert_cmpstr (exchange_table_cell (sheet, row, column), ==, expected);
}

/* What is written is what was counted: rows in their order, the unknown group last and named so,
 * nothing where nothing is known; every form by the name's end, another end refused. */
static void
test_sheets (void)
{
  Clients clients = four_clients ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = catalogue_new_bundled (&error);
  g_autoptr (BaseLanguage) language = base_language_new ("en", &error);
  g_autoptr (ConsultationPortfolio) portfolio
      = consultation_portfolio_new (clients.companies, pack, NULL);
  const WorkspaceHub hub = { .planned = { 4, 0, 0 } };
  g_autoptr (ExchangeTable) companies
      = consultation_sheet_companies (portfolio, catalogue, language);
  g_autoptr (ExchangeTable) groups
      = consultation_sheet_groups (portfolio, CONSULTATION_GROUP_SIZE, catalogue, language);
  g_autoptr (ExchangeTable) stages = consultation_sheet_stages (portfolio, &hub, language);
  g_autofree char *json = consultation_sheet_json (portfolio, &hub, NULL);
  g_autoptr (BaseJson) parsed = base_json_parse (json, -1, "", &error);
  BaseJsonCursor root;

  g_assert_no_error (error);
  g_assert_cmpuint (exchange_table_n_rows (companies), ==, 4);
  check_cell (companies, 0, 5, "T1");
  check_cell (companies, 0, 8, "30.00");
  check_cell (companies, 3, 8, NULL); /* no assessment, no score */
  check_cell (groups, 0, 0, "Small");
  check_cell (groups, 0, 1, "2");
  check_cell (groups, 1, 0, "Micro");
  check_cell (stages, 0, 1, "3");
  check_cell (stages, 0, 2, "4");
  check_cell (stages, 0, 3, "75");
  check_cell (stages, 1, 2, NULL);
  root = base_json_root (parsed);
  g_assert_cmpint (base_json_need_integer (&root, "companies", 0, 100), ==, 4);
  g_assert_cmpint (base_json_need_integer (&root, "scored", 0, 100), ==, 3);
  g_assert_true (base_json_finish (parsed, &error));
  g_assert_false (consultation_sheet_write ((const ExchangeTable *const *)&companies, 1, json,
                                            "/nowhere/table.txt", &error));
  g_assert_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_FILE);
  g_ptr_array_unref (clients.companies);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consultation/portfolio/latest", test_latest);
  g_test_add_func ("/consultation/portfolio/sheets", test_sheets);
  g_test_add_func ("/consultation/portfolio/stage", test_stage);
  g_test_add_func ("/consultation/portfolio/groups", test_groups);
  g_test_add_func ("/consultation/portfolio/change", test_change);
  g_test_add_func ("/consultation/portfolio/stale", test_stale);
  g_test_add_func ("/consultation/aggregate/properties", test_aggregate_properties);
  g_test_add_func ("/consultation/aggregate/secondary", test_aggregate_secondary);
  g_test_add_func ("/consultation/aggregate/coarse", test_aggregate_coarse);
  return g_test_run ();
}
