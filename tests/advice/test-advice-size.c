/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

/* Every limit of the SME definition at the cent, at the employee and at the day. */

static AdviceDecisions *
advise_figures (double staff, double turnover, double balance, const char *holdings)
{
  char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *company = g_strdup_printf (
      "%s\"accounts\":[{\"year\":2025,\"staff\":%s,\"turnover_eur\":%s,\"balance_sheet_eur\":%s}]",
      holdings, g_ascii_dtostr (numbers[0], sizeof (numbers[0]), staff),
      g_ascii_dtostr (numbers[1], sizeof (numbers[1]), turnover),
      g_ascii_dtostr (numbers[2], sizeof (numbers[2]), balance));

  return fixture_advise (company, "", "");
}

static void
test_limits (void)
{
  static const struct
  {
    double staff, turnover, balance;
    const char *class;
  } cases[] = {
    { 9, 2000000, 9e9, "micro" },
    { 9.99, 2000000, 9e9, "micro" },
    { 10, 2000000, 2000000, "small" },
    { 9, 2000000.01, 2000000, "micro" },
    { 9, 2000000.01, 2000000.01, "small" },
    { 9, 9e9, 2000000, "micro" },
    { 0, 0, 0, "micro" },
    { 49, 10000000, 9e9, "small" },
    { 49.99, 10000000, 9e9, "small" },
    { 50, 10000000, 10000000, "medium" },
    { 49, 10000000.01, 10000000, "small" },
    { 49, 10000000.01, 10000000.01, "medium" },
    { 249, 50000000, 9e9, "medium" },
    { 249.99, 9e9, 43000000, "medium" },
    { 249, 50000000.01, 43000000, "medium" },
    { 249, 50000000.01, 43000000.01, "not-sme" },
    { 250, 0, 0, "not-sme" },
    { 3000, 1, 1, "not-sme" },
    { 24, 2100000, 1500000, "small" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions = advise_figures (cases[i].staff, cases[i].turnover,
                                                              cases[i].balance, "\"holdings\":[],");

      g_test_message ("%g %g %g", cases[i].staff, cases[i].turnover, cases[i].balance);
      g_assert_cmpstr (decisions->size.id, ==, cases[i].class);
      g_assert_true (decisions->size.is_sme_settled);
      g_assert_cmpint (decisions->size.is_sme, ==, !g_str_equal (cases[i].class, "not-sme"));
      g_assert_null (decisions->size.condition);
    }
}

/* 3 000 people is the last midcap. */
static void
test_midcap (void)
{
  static const struct
  {
    double staff;
    const char *kind;
  } cases[] = { { 250, "midcap" }, { 3000, "midcap" }, { 3000.5, "large" }, { 3001, "large" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions
          = advise_figures (cases[i].staff, 9e8, 9e8, "\"holdings\":[],");
      const AdviceFact *fact = advice_facts_find (decisions->facts, "company size");

      g_assert_cmpint (fact->state, ==, ADVICE_FACT_VALUE);
      g_assert_cmpint (fixture_find (decisions, "digital-challenge")->n_not_met, >=, 0);
      g_assert_cmpint (
          fixture_criterion (fixture_find (decisions, "digital-challenge"), "company size")
              ->outcome,
          ==,
          g_str_equal (cases[i].kind, "midcap") ? ADVICE_CRITERION_MET : ADVICE_CRITERION_NOT_MET);
    }
}

static void
test_date (void)
{
  static const struct
  {
    const char *date, *class;
  } cases[] = { { "2004-12-31", NULL }, { "2005-01-01", "small" }, { "2026-11-20", "small" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssessmentDocument) document = fixture_document (SMALL_FIRM, "", "");
      g_autoptr (AdviceDecisions) decisions = fixture_decide (document, cases[i].date);

      g_assert_cmpstr (decisions->size.id, ==, cases[i].class);
      if (cases[i].class == NULL)
        {
          g_assert_true (fixture_says (decisions->size.condition, "no rule for this date"));
          g_assert_cmpint (
              fixture_criterion (fixture_find (decisions, "twin-ae"), "company size")->outcome, ==,
              ADVICE_CRITERION_UNKNOWN);
        }
    }
}

/* Never a fact beside an unanswered question on the group, and never silence either. */
static void
test_owners_open (void)
{
  g_autoptr (AdviceDecisions) decisions = advise_figures (24, 2100000, 1500000, "");
  const AdviceCriterion *warning
      = fixture_warning (decisions, "twin-ae", "Partner and linked firms count");

  g_assert_cmpstr (decisions->size.id, ==, "small");
  g_assert_false (decisions->size.is_sme_settled);
  g_assert_true (fixture_says (decisions->size.condition, "25 %"));
  g_assert_true (fixture_says (decisions->size.title, "Small enterprise"));
  g_assert_nonnull (warning);
  g_assert_cmpint (warning->outcome, ==, ADVICE_CRITERION_UNKNOWN);
  g_assert_cmpstr (warning->path, ==, "company.holdings");
  g_assert_cmpstr (decisions->open_questions[0].row->name, !=, "company size");
}

static void
test_reason (void)
{
  g_autoptr (AdviceDecisions) decisions = advise_figures (24, 2100000, 1500000, "\"holdings\":[],");

  g_assert_true (fixture_says (decisions->size.reason, "24 people (fewer than 50)"));
  g_assert_true (fixture_says (decisions->size.reason, "turnover (at most"));
  g_assert_true (fixture_says (decisions->size.reason, "in 2025"));
}

/* The reason says which limit is passed, who owns it, and which year it was. */
static void
test_reason_beyond (void)
{
  g_autoptr (AdviceDecisions) large = advise_figures (300, 60000000, 1, "\"holdings\":[],");
  g_autoptr (AdviceDecisions) rich
      = advise_figures (30, 50000000.01, 43000000.01, "\"holdings\":[],");
  g_autoptr (AdviceDecisions) owned = advise_figures (
      24, 1, 1, "\"holdings\":[{\"relation\":\"public-body\",\"share_percent\":25}],");
  g_autoptr (AdviceDecisions) grown = fixture_advise (
      "\"holdings\":[],\"accounts\":[{\"year\":2024,\"staff\":48,\"turnover_eur\":1,"
      "\"balance_sheet_eur\":1},{\"year\":2025,\"staff\":52,\"turnover_eur\":1,"
      "\"balance_sheet_eur\":1}]",
      "", "");

  g_assert_true (fixture_says (large->size.reason, "300 people (the limit is fewer than 250)"));
  g_assert_true (fixture_says (rich->size.reason, "total assets (the limit is EUR 43 000 000)"));
  g_autoptr (AdviceDecisions) partly
      = advise_figures (60, 1, 1, "\"holdings\":[{\"relation\":\"linked\"}],");

  g_assert_true (fixture_says (partly->size.reason, "at least 60 people"));
  g_assert_true (fixture_says (owned->size.reason, "public bodies hold 25 % of the firm"));
  g_assert_cmpstr (grown->size.id, ==, "small");
  g_assert_true (fixture_says (grown->size.reason, "52 people"));
  g_assert_true (fixture_says (grown->size.reason, "only after two years in a row"));
}

static void
assert_possible (const char *accounts, const char *expected)
{
  g_autofree char *company = g_strdup_printf ("\"holdings\":[],\"accounts\":[%s]", accounts);
  g_autoptr (AdviceDecisions) decisions = fixture_advise (company, "", "");
  g_autofree char *possible = g_strjoinv (" ", (char **)decisions->size.possible);

  g_assert_cmpstr (possible, ==, expected);
}

/* Four fields filled in: what is missing leaves open what it can. */
static void
test_missing_figures (void)
{
  assert_possible ("{\"year\":2025,\"staff\":24}", "small medium not-sme");
  assert_possible ("{\"year\":2025,\"staff\":9}", "micro small medium not-sme");
  assert_possible ("{\"year\":2025,\"staff\":250}", "not-sme");
  assert_possible ("{\"year\":2025,\"staff\":24,\"turnover_eur\":2100000}", "small");
  assert_possible ("{\"year\":2025,\"turnover_eur\":2100000,\"balance_sheet_eur\":1}",
                   "micro small medium not-sme");
  assert_possible ("{\"year\":2025,\"turnover_eur\":60000000,\"balance_sheet_eur\":50000000}",
                   "not-sme");
  assert_possible ("", "micro small medium not-sme");
}

/* A new firm may estimate; what it estimates is said to be estimated. */
static void
test_new_firm (void)
{
  static const struct
  {
    const char *founded;
    gboolean is_new;
  } cases[] = { { "2026", TRUE }, { "2025", TRUE }, { "2024", FALSE } };
  g_autoptr (AdviceDecisions) estimated
      = fixture_advise ("\"founded\":2026,\"holdings\":[],\"accounts\":[{\"year\":2026,\"staff\":3,"
                        "\"turnover_eur\":100000,\"balance_sheet_eur\":1,\"estimated\":true}]",
                        "", "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = g_strdup_printf ("\"founded\":%s", cases[i].founded);
      g_autoptr (AdviceDecisions) decisions = fixture_advise (company, "", "");

      g_assert_cmpint (fixture_says (decisions->size.condition, "in good faith"), ==,
                       cases[i].is_new);
    }
  g_assert_cmpstr (estimated->size.id, ==, "micro");
  g_assert_true (fixture_says (estimated->size.reason, "estimated"));
  g_assert_true (estimated->size.periods[0].estimated);
}

/* --- the calculation --- */

static void
test_calculation (void)
{
  g_autoptr (AdviceDecisions) decisions = fixture_advise (
      "\"accounts\":[{\"year\":2024,\"staff\":30,\"turnover_eur\":1,\"balance_sheet_eur\":1},"
      "{\"year\":2025,\"staff\":40,\"turnover_eur\":1,\"balance_sheet_eur\":1,\"estimated\":true}],"
      "\"holdings\":[{\"name\":\"Partner\",\"relation\":\"partner\",\"share_percent\":30,"
      "\"votes_percent\":40,\"accounts\":[{\"year\":2025,\"staff\":20,\"turnover_eur\":1,"
      "\"balance_sheet_eur\":1}],\"holdings\":[{\"name\":\"Its own\",\"relation\":\"linked\","
      "\"accounts\":[{\"year\":2025,\"staff\":10,\"turnover_eur\":1,\"balance_sheet_eur\":1}]},"
      "{\"name\":\"Far\",\"relation\":\"partner\",\"share_percent\":40}]},"
      "{\"relation\":\"public-body\",\"share_percent\":10}]",
      "", "");
  const AdviceSize *size = &decisions->size;

  g_assert_cmpuint (size->n_enterprises, ==, 5);
  g_assert_true (fixture_says (size->enterprises[0].name, "your firm"));
  g_assert_cmpint (size->enterprises[0].year, ==, 2025);
  g_assert_true (size->enterprises[0].estimated);
  g_assert_true (fixture_says (size->enterprises[1].name, "Partner"));
  g_assert_cmpfloat_with_epsilon (size->enterprises[1].counted.low, 40, 1e-9);
  g_assert_true (fixture_says (size->enterprises[1].relation, "partner"));
  g_assert_cmpuint (size->enterprises[2].depth, ==, 2);
  g_assert_cmpfloat_with_epsilon (size->enterprises[2].counted.high, 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (size->enterprises[3].counted.high, 0, 1e-9);
  g_assert_true (fixture_says (size->enterprises[3].rule, "Article 6(3)"));
  g_assert_true (fixture_says (size->enterprises[4].relation, "public body"));
  g_assert_cmpfloat_with_epsilon (size->public_share.low, 10, 1e-9);
  /* 40 + 0.4 × (20 + 10) = 52 in 2025, 30 + 0.4 × 30 = 42 in 2024 */
  g_assert_cmpuint (size->n_periods, ==, 2);
  g_assert_cmpfloat_with_epsilon (size->periods[1].together[ADVICE_FIGURE_STAFF].low, 52, 1e-9);
  g_assert_cmpstr (size->periods[0].status[0], ==, "small");
  g_assert_cmpstr (size->periods[1].classes[0], ==, "medium");
  g_assert_cmpstr (size->periods[1].status[0], ==, "small");
  g_assert_true (fixture_says (size->periods[1].rule, "one period only"));
  g_assert_cmpstr (size->id, ==, "small");
}

static void
test_definitions (void)
{
  static const struct
  {
    double staff, turnover, balance;
    const char *date, *outcomes; /* State aid, Recommendation, proposal, Horizon: y n ? */
  } cases[] = {
    { 249, 1, 1, TODAY, "nnnn" },
    { 250, 1, 1, TODAY, "yyyy" },
    { 499, 1e8, 9e9, TODAY, "yyyy" },
    { 499.01, 1e8, 9e9, TODAY, "nyyy" },
    { 400, 100000000.01, 86000000, TODAY, "yyyy" },
    { 400, 100000000.01, 86000000.01, TODAY, "nyyy" },
    { 749.99, 150000000, 9e9, TODAY, "nyyy" },
    { 750, 150000000, 9e9, TODAY, "nnyy" },
    { 700, 150000000.01, 129000000, TODAY, "nyyy" },
    { 700, 150000000.01, 129000000.01, TODAY, "nnyy" },
    { 999.99, 200000000, 9e9, TODAY, "nnyy" },
    { 1000, 200000000, 9e9, TODAY, "nnny" },
    { 900, 200000000.01, 172000000, TODAY, "nnyy" },
    { 900, 200000000.01, 172000000.01, TODAY, "nnny" },
    { 3000, 9e9, 9e9, TODAY, "nnny" },
    { 3000.01, 9e9, 9e9, TODAY, "nnnn" },
    /* the dates of each */
    { 300, 1, 1, "2023-06-30", "???y" },
    { 300, 1, 1, "2023-07-01", "y??y" },
    { 300, 1, 1, "2025-05-20", "y??y" },
    { 300, 1, 1, "2025-05-21", "yy?y" },
    { 300, 1, 1, "2026-06-02", "yy?y" },
    { 300, 1, 1, "2026-06-03", "yyyy" },
    { 300, 1, 1, "2026-12-31", "yyyy" },
    { 300, 1, 1, "2027-01-01", "?yyy" },
    { 300, 1, 1, "2019-12-31", "????" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *company = g_strdup_printf (
          "\"holdings\":[],\"accounts\":[{\"year\":2018,\"staff\":%s,\"turnover_eur\":%s,"
          "\"balance_sheet_eur\":%s}]",
          g_ascii_dtostr (numbers[0], sizeof (numbers[0]), cases[i].staff),
          g_ascii_dtostr (numbers[1], sizeof (numbers[1]), cases[i].turnover),
          g_ascii_dtostr (numbers[2], sizeof (numbers[2]), cases[i].balance));
      g_autoptr (AssessmentDocument) document = fixture_document (company, "", "");
      g_autoptr (AdviceDecisions) decisions = fixture_decide (document, cases[i].date);
      char outcomes[5] = "";

      for (guint j = 0; j < decisions->size.n_definitions; j++)
        {
          outcomes[j] = "yn?"[decisions->size.definitions[j].outcome];
          g_assert_nonnull (decisions->size.definitions[j].text);
          g_assert_nonnull (decisions->size.definitions[j].source);
        }
      g_test_message ("%g %g %g %s", cases[i].staff, cases[i].turnover, cases[i].balance,
                      cases[i].date);
      g_assert_cmpstr (outcomes, ==, cases[i].outcomes);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/size/limits", test_limits);
  g_test_add_func ("/advice/size/midcap", test_midcap);
  g_test_add_func ("/advice/size/date", test_date);
  g_test_add_func ("/advice/size/owners-open", test_owners_open);
  g_test_add_func ("/advice/size/reason", test_reason);
  g_test_add_func ("/advice/size/reason-beyond", test_reason_beyond);
  g_test_add_func ("/advice/size/missing-figures", test_missing_figures);
  g_test_add_func ("/advice/size/new-firm", test_new_firm);
  g_test_add_func ("/advice/size/calculation", test_calculation);
  g_test_add_func ("/advice/size/definitions", test_definitions);
  result = g_test_run ();
  fixture_close ();
  return result;
}
