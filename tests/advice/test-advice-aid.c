/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include <string.h>

/* Small public aid to the cent and to the day, and shares of costs under the block exemption. */

#define PT "\"country\":\"PT\",\"holdings\":[]"

static const AdviceAid *
aid_on (AdviceDecisions **decisions, const char *company, const char *project, const char *date)
{
  g_autoptr (AssessmentDocument) document = fixture_document (company, project, NO_ANSWERS);

  *decisions = fixture_decide (document, date);
  return (*decisions)->aid;
}

static void
assert_money (AdviceMoney money, gint64 low, gint64 high)
{
  g_assert_cmpint (money.low, ==, low);
  g_assert_cmpint (money.high, ==, high);
}

/* --- the window --- */

static void
test_window (void)
{
  static const struct
  {
    const char *granted_on, *date;
    gboolean counts;
    const char *until;
  } cases[] = {
    { "2023-11-19", "2026-11-20", FALSE, "2026-11-19" },
    { "2023-11-20", "2026-11-20", TRUE, "2026-11-20" },
    { "2023-11-21", "2026-11-20", TRUE, "2026-11-21" },
    { "2023-11-20", "2026-11-21", FALSE, "2026-11-20" },
    { "2024-02-29", "2027-02-28", TRUE, "2027-02-28" },
    { "2024-02-29", "2027-03-01", FALSE, "2027-02-28" },
    { "2025-02-28", "2028-02-28", TRUE, "2028-02-28" },
    { "2025-02-28", "2028-02-29", FALSE, "2028-02-28" },
    { "2026-11-20", "2026-11-20", TRUE, "2029-11-20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = g_strdup_printf (
          PT ",\"aid\":[{\"granted_on\":\"%s\",\"regulation\":\"2023/2831\",\"amount_eur\":1000}]",
          cases[i].granted_on);
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid = aid_on (&decisions, company, "", cases[i].date);

      g_test_message ("%s on %s", cases[i].granted_on, cases[i].date);
      g_assert_cmpint (aid->rows[0].count, ==,
                       cases[i].counts ? ADVICE_AID_COUNTED : ADVICE_AID_NOT_COUNTED);
      g_assert_cmpstr (aid->rows[0].counts_until, ==, cases[i].until);
      assert_money (aid->rooms[0].left, cases[i].counts ? 29900000 : 30000000,
                    cases[i].counts ? 29900000 : 30000000);
      g_assert_cmpuint (aid->rooms[0].n_releases, ==, cases[i].counts);
    }
}

/* The ceiling on the first and last day, and one beyond. */
static void
test_validity (void)
{
  static const struct
  {
    const char *date;
    gboolean known;
    const char *rule;
  } cases[] = {
    { "2023-12-31", FALSE, NULL },
    { "2024-01-01", TRUE, "all authorities" },
    { "2030-12-31", TRUE, "all authorities" },
    { "2031-01-01", TRUE, "six months" },
    { "2031-06-30", TRUE, "six months" },
    { "2031-07-01", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid = aid_on (&decisions, PT ",\"aid\":[]", "", cases[i].date);
      const AdviceAidRoom *room = &aid->rooms[0];

      g_test_message ("%s", cases[i].date);
      g_assert_cmpint (room->known, ==, cases[i].known);
      if (cases[i].known)
        {
          g_assert_true (fixture_says (room->rule, cases[i].rule));
          assert_money (room->left, 30000000, 30000000);
          g_assert_true (fixture_says (room->text, "EUR 300 000 of EUR 300 000 are free"));
          g_assert_null (room->condition);
        }
      else
        g_assert_true (fixture_says (room->text, "There is no rule for"));
    }
}

/* --- amounts --- */

static void
test_amounts (void)
{
  static const struct
  {
    const char *aid;
    gint64 low, high;
  } cases[] = {
    { "", 30000000, 30000000 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":299999.99}", 1,
      1 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":300000}", 0, 0 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":300000.01}", 0,
      0 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":0.01}", 29999999,
      29999999 },
    /* applied for: taken off as if granted */
    { "{\"status\":\"pending\",\"regulation\":\"2023/2831\",\"amount_eur\":5000}", 29500000,
      29500000 },
    /* of both general rules, of farming and fishery, and where only "de minimis" is said */
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"Reg. (EU) No 1407/2013\",\"amount_eur\":10},"
      "{\"granted_on\":\"2025-01-01\",\"regulation\":\"1408/2013\",\"amount_eur\":20},"
      "{\"granted_on\":\"2025-01-01\",\"regulation\":\"717/2014\",\"amount_eur\":30},"
      "{\"granted_on\":\"2025-01-01\",\"regulation\":\"De minimis\",\"amount_eur\":40}",
      29990000, 29990000 },
    /* services of general interest, block exemption, European programmes: not */
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2832\",\"amount_eur\":1000},"
      "{\"granted_on\":\"2025-01-01\",\"regulation\":\"GBER Art. 28\",\"amount_eur\":1000},"
      "{\"granted_on\":\"2025-01-01\",\"regulation\":\"Horizon Europe\",\"amount_eur\":1000},"
      "{\"granted_on\":\"2025-01-01\",\"regulation\":\"H2020\",\"amount_eur\":1000}",
      30000000, 30000000 },
    /* missing: the rule, the day, the amount */
    { "{\"granted_on\":\"2025-01-01\",\"amount_eur\":1000}", 29900000, 30000000 },
    { "{\"regulation\":\"2023/2831\",\"amount_eur\":1000}", 29900000, 30000000 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\"}", 0, 30000000 },
    { "{}", 0, 30000000 },
    { "{\"granted_on\":\"2020-01-01\"}", 30000000, 30000000 },
    /* of another state */
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":1000,"
      "\"member_state\":\"ES\"}",
      30000000, 30000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = g_strdup_printf (PT ",\"aid\":[%s]", cases[i].aid);
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid = aid_on (&decisions, company, "", TODAY);

      g_test_message ("%s", cases[i].aid);
      g_assert_cmpstr (aid->rooms[0].member_state, ==, "PT");
      assert_money (aid->rooms[0].left, cases[i].low, cases[i].high);
      g_assert_cmpint (aid->rooms[0].condition != NULL, ==, cases[i].low != cases[i].high);
    }
}

/* "None declared" is unknown. */
static void
test_undeclared (void)
{
  g_autoptr (AdviceDecisions) decisions = NULL;
  const AdviceAid *aid = aid_on (&decisions, PT, "", TODAY);

  g_assert_false (aid->declared);
  assert_money (aid->rooms[0].left, 0, 30000000);
  g_assert_true (fixture_says (aid->rooms[0].condition, "Nobody has said yet"));
  g_assert_true (fixture_says (aid->rooms[0].text, "At most EUR 300 000 of EUR 300 000"));
  g_assert_true (fixture_says (aid->overshoot, "as a whole"));
  assert_money (aid->services->left, 0, 22000000);
  g_assert_true (fixture_says (aid->services->condition, "Nobody has said yet"));
}

static void
test_states (void)
{
  g_autoptr (AdviceDecisions) decisions = NULL;
  const AdviceAid *aid = aid_on (
      &decisions,
      PT
      ",\"aid\":[{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":1000,"
      "\"member_state\":\"ES\"},"
      "{\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":7,"
      "\"member_state\":\"PT\"}]",
      "", TODAY);

  g_assert_cmpuint (aid->n_rooms, ==, 2);
  assert_money (aid->rooms[0].left, 29999300, 29999300);
  g_assert_cmpstr (aid->rooms[1].member_state, ==, "ES");
  assert_money (aid->rooms[1].left, 29900000, 29900000);
}

/* The Regulation is for Member States. */
static void
test_other_country (void)
{
  g_autoptr (AdviceDecisions) decisions = NULL;
  const AdviceAid *aid = aid_on (&decisions, "\"country\":\"CH\",\"aid\":[]", "", TODAY);

  g_assert_cmpuint (aid->n_rooms, ==, 1);
  g_assert_false (aid->rooms[0].known);
}

static void
test_releases (void)
{
  g_autoptr (AdviceDecisions) decisions = NULL;
  const AdviceAid *aid = aid_on (
      &decisions,
      PT ",\"aid\":["
         "{\"granted_on\":\"2025-06-30\",\"regulation\":\"2023/2831\",\"amount_eur\":100000},"
         "{\"granted_on\":\"2024-05-14\",\"regulation\":\"2023/2831\",\"amount_eur\":20000},"
         "{\"granted_on\":\"2024-05-14\",\"regulation\":\"2023/2831\",\"amount_eur\":30000},"
         "{\"status\":\"pending\",\"regulation\":\"2023/2831\",\"amount_eur\":5000}]",
      "", TODAY);
  const AdviceAidRoom *room = &aid->rooms[0];

  assert_money (room->left, 14500000, 14500000);
  g_assert_cmpuint (room->n_releases, ==, 2);
  g_assert_cmpstr (room->releases[0].date, ==, "2027-05-15");
  g_assert_cmpint (room->releases[0].amount, ==, 5000000);
  assert_money (room->releases[0].left, 19500000, 19500000);
  g_assert_cmpstr (room->releases[1].date, ==, "2028-07-01");
  assert_money (room->releases[1].left, 29500000, 29500000);
}

/* Counted for the day on which the grant is expected. */
static void
test_expected_day (void)
{
  static const struct
  {
    const char *starts_on, *day;
    gint64 left;
  } cases[] = {
    { "", TODAY, 28000000 },
    { "\"starts_on\":\"2020-01-01\"", TODAY, 28000000 },
    { "\"starts_on\":\"2026-11-20\"", TODAY, 28000000 },
    { "\"starts_on\":\"2027-05-14\"", "2027-05-14", 28000000 },
    { "\"starts_on\":\"2027-05-15\"", "2027-05-15", 30000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid
          = aid_on (&decisions,
                    PT ",\"aid\":[{\"granted_on\":\"2024-05-14\",\"regulation\":\"2023/2831\","
                       "\"amount_eur\":20000}]",
                    cases[i].starts_on, TODAY);

      g_assert_cmpstr (aid->date, ==, cases[i].day);
      assert_money (aid->rooms[0].left, cases[i].left, cases[i].left);
    }
}

/* --- the group --- */

static void
test_group (void)
{
  static const struct
  {
    const char *holdings;
    AdviceAidCount count;
  } cases[] = {
    { "{\"name\":\"Other\",\"relation\":\"linked\",\"country\":\"PT\"}", ADVICE_AID_COUNTED },
    { "{\"name\":\" other \",\"relation\":\"linked\",\"country\":\"PT\"}", ADVICE_AID_COUNTED },
    { "{\"name\":\"Other\",\"relation\":\"linked\",\"country\":\"ES\"}", ADVICE_AID_NOT_COUNTED },
    { "{\"name\":\"Other\",\"relation\":\"linked\"}", ADVICE_AID_PERHAPS },
    { "{\"name\":\"Other\",\"relation\":\"linked\",\"country\":\"PT\",\"through\":\"person\"}",
      ADVICE_AID_NOT_COUNTED },
    { "{\"name\":\"Other\",\"relation\":\"partner\",\"share_percent\":50,\"country\":\"PT\"}",
      ADVICE_AID_NOT_COUNTED },
    { "{\"name\":\"Other\",\"relation\":\"partner\",\"share_percent\":50.01,\"country\":\"PT\"}",
      ADVICE_AID_COUNTED },
    { "{\"name\":\"Other\",\"relation\":\"public-body\",\"share_percent\":60,\"country\":\"PT\"}",
      ADVICE_AID_NOT_COUNTED },
    { "{\"name\":\"Other\",\"country\":\"PT\"}", ADVICE_AID_PERHAPS },
    { "{\"name\":\"Else\",\"relation\":\"linked\",\"country\":\"PT\"}", ADVICE_AID_PERHAPS },
    { "{\"name\":\"Else\",\"relation\":\"linked\",\"holdings\":[{\"name\":\"Other\",\"relation\":"
      "\"linked\",\"country\":\"PT\"}]}",
      ADVICE_AID_COUNTED },
    { "{\"name\":\"Else\",\"relation\":\"partner\",\"share_percent\":30,\"holdings\":[{\"name\":"
      "\"Other\",\"relation\":\"linked\",\"country\":\"PT\"}]}",
      ADVICE_AID_NOT_COUNTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = g_strdup_printf (
          "\"name\":\"Own\",\"country\":\"PT\",\"holdings\":[%s],\"aid\":[{\"granted_to\":"
          "\"Other\","
          "\"granted_on\":\"2025-01-01\",\"regulation\":\"2023/2831\",\"amount_eur\":1000}]",
          cases[i].holdings);
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid = aid_on (&decisions, company, "", TODAY);

      g_test_message ("%s", cases[i].holdings);
      g_assert_cmpint (aid->rows[0].count, ==, cases[i].count);
      g_assert_nonnull (aid->rows[0].reason);
      g_assert_nonnull (aid->rows[0].source);
    }
}

/* --- other lines and activities --- */

static void
test_other_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = assessment_document_parse (
      "{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"dma-sme\",\"version\":"
      "\"1.0\"},\"company\":{\"country\":\"PT\",\"holdings\":[],\"aid\":[],\"other_funding\":[{"
      "\"granted_on\":\"2025-01-01\",\"regulation\":\"H2020\",\"amount_eur\":30000}]},"
      "\"project\":{\"prior_i4ms_sae_eur\":50000},"
      "\"delivered\":[{\"service\":\"prototyping\",\"on\":\"2026-01-01\",\"value_eur\":8000,"
      "\"aid_rule\":\"gber-28\"},{\"service\":\"field-trial\",\"on\":\"2026-01-01\",\"value_eur\":"
      "2000,\"aid_rule\":\"de-minimis\"},{\"service\":\"field-trial\",\"on\":\"2026-01-01\"}]}",
      -1, "test", &error);
  g_autoptr (AdviceDecisions) decisions = NULL;
  const AdviceAid *aid;

  g_assert_no_error (error);
  decisions = fixture_decide (document, TODAY);
  aid = decisions->aid;
  g_assert_cmpuint (aid->n_rows, ==, 4);
  assert_money (aid->rooms[0].left, 29800000, 29800000);
  assert_money (aid->services->left, 21200000, 21200000);
}

static void
test_activities (void)
{
  g_autoptr (AdviceDecisions) decisions = NULL;
  const AdviceAid *aid = aid_on (
      &decisions,
      PT ",\"nace\":{\"revision\":\"2.1\",\"division\":\"01\"},\"aid_exclusions\":["
         "\"export\",\"something\"],\"aid\":[{\"granted_on\":\"2025-01-01\",\"regulation\":"
         "\"1408/2013\",\"amount_eur\":1000},{\"granted_on\":\"2025-01-01\",\"regulation\":"
         "\"2023/2831\",\"amount_eur\":2000}]",
      "", TODAY);

  g_assert_cmpuint (aid->n_exclusions, ==, 3);
  g_assert_true (aid->exclusions[0].known);
  g_assert_true (fixture_says (aid->exclusions[0].text, "exports"));
  g_assert_false (aid->exclusions[1].known);
  g_assert_cmpstr (aid->exclusions[2].id, ==, "primary-agriculture");
  g_assert_cmpint (aid->exclusions[2].basis, ==, ADVICE_BASIS_INFERRED);
  g_assert_cmpuint (aid->n_rooms, ==, 2);
  assert_money (aid->rooms[0].left, 29700000, 29700000);
  g_assert_true (fixture_says (aid->rooms[0].condition, "separate accounts"));
  g_assert_null (aid->rooms[1].condition);
  g_assert_cmpstr (aid->rooms[1].regulation, ==, "1408/2013");
  assert_money (aid->rooms[1].left, 4900000, 4900000);
}

static void
test_farming_dates (void)
{
  static const struct
  {
    const char *date;
    gboolean known;
  } cases[] = {
    { "2024-12-15", FALSE }, { "2024-12-16", TRUE }, { "2032-12-31", TRUE }, { "2033-01-01", FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid
          = aid_on (&decisions, PT ",\"aid\":[],\"nace\":{\"revision\":\"2\",\"division\":\"01\"}",
                    "", cases[i].date);

      g_assert_cmpint (aid->rooms[1].known, ==, cases[i].known);
    }
}

/* --- shares of costs --- */

static const AdviceAidShare *
share_of (const AdviceAid *aid, const char *id)
{
  for (guint i = 0; i < aid->n_shares; i++)
    if (g_str_equal (aid->shares[i].id, id))
      return &aid->shares[i];
  g_error ("no share %s", id);
}

#define FIRM(staff, money)                                                                         \
  PT ",\"accounts\":[{\"year\":2025,\"staff\":" #staff ",\"turnover_eur\":" #money                 \
     ",\"balance_sheet_eur\":" #money "}]"
#define SMALL FIRM (24, 2100000)
#define MEDIUM FIRM (120, 20000000)
#define MIDCAP FIRM (400, 90000000)
#define ALONE "\"goal\":\"develop\",\"partners\":[]"
#define TOGETHER                                                                                   \
  "\"goal\":\"develop\",\"partners\":[{\"kind\":\"firm\",\"country\":\"ES\",\"sme\":true,"         \
  "\"independent\":true}]"

/* The worked figures of the reference among them. */
static void
test_shares (void)
{
  static const struct
  {
    const char *company, *project, *measure;
    int low, high;
  } cases[] = {
    { SMALL, TOGETHER, "experimental-development", 45, 60 },
    { MEDIUM, TOGETHER, "industrial-research", 60, 75 },
    { SMALL, TOGETHER, "industrial-research", 70, 80 },
    { MIDCAP, TOGETHER, "experimental-development", 25, 40 },
    /* publishing the results is open to a firm alone too */
    { SMALL, ALONE, "experimental-development", 45, 60 },
    { SMALL, ALONE, "fundamental-research", 100, 100 },
    { SMALL, ALONE, "feasibility-study", 70, 70 },
    { MEDIUM, ALONE, "feasibility-study", 60, 60 },
    { SMALL, ALONE, "innovation-services", 100, 100 },
    { SMALL, ALONE, "innovation-aid", 50, 50 },
    { MIDCAP, ALONE, "innovation-aid", 0, 0 },
    { MIDCAP, ALONE, "innovation-services", 0, 0 },
    { SMALL, ALONE, "process-innovation", 50, 50 },
    { MIDCAP, ALONE, "process-innovation", 15, 15 },
    { SMALL, ALONE, "training", 70, 70 },
    { MEDIUM, ALONE, "training", 60, 70 },
    { MIDCAP, ALONE, "training", 50, 60 },
    /* nothing known of the size */
    { PT, ALONE, "feasibility-study", 50, 70 },
    { PT, ALONE, "innovation-aid", 0, 50 },
    { PT, ALONE, "industrial-research", 50, 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid = aid_on (&decisions, cases[i].company, cases[i].project, TODAY);
      const AdviceAidShare *share = share_of (aid, cases[i].measure);

      g_test_message ("%s %s", cases[i].measure, cases[i].company);
      g_assert_true (share->known);
      g_assert_cmpint (share->low, ==, cases[i].low);
      g_assert_cmpint (share->high, ==, cases[i].high);
      g_assert_cmpuint (share->n_steps, >, 0);
    }
}

static void
test_share_dates (void)
{
  static const struct
  {
    const char *date;
    gboolean known;
  } cases[] = {
    { "2023-06-30", FALSE }, { "2023-07-01", TRUE }, { "2026-12-31", TRUE }, { "2027-01-01", FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid = aid_on (&decisions, SMALL, ALONE, cases[i].date);

      g_test_message ("%s", cases[i].date);
      for (guint j = 0; j < aid->n_shares; j++)
        {
          g_assert_cmpint (aid->shares[j].known, ==, cases[i].known);
          g_assert_cmpint (fixture_says (aid->shares[j].text, "There is no rule for"), ==,
                           !cases[i].known);
        }
    }
}

static void
test_share_steps (void)
{
  g_autoptr (AdviceDecisions) decisions = NULL;
  const AdviceAidShare *share
      = share_of (aid_on (&decisions, SMALL, TOGETHER, TODAY), "experimental-development");
  guint n_alternatives = 0;

  g_assert_cmpint (share->fits, ==, ADVICE_CRITERION_MET);
  g_assert_cmpint (share->steps[0].points, ==, 25);
  g_assert_cmpint (share->steps[1].points, ==, 20);
  g_assert_true (fixture_says (share->steps[1].text, "small firm"));
  g_assert_nonnull (share->steps[1].from);
  for (guint i = 0; i < share->n_steps; i++)
    {
      n_alternatives += share->steps[i].alternative;
      g_assert_nonnull (share->steps[i].source);
      g_assert_cmpint (share->steps[i].basis, ==, ADVICE_BASIS_STATED);
    }
  g_assert_cmpuint (n_alternatives, ==, 6);
}

static void
test_services_limit (void)
{
  static const struct
  {
    const char *aid;
    gint64 low, high;
  } cases[] = {
    { "", 22000000, 22000000 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"GBER 28\",\"amount_eur\":219999.99}", 1, 1 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"GBER 28\",\"amount_eur\":220000}", 0, 0 },
    { "{\"granted_on\":\"2023-11-19\",\"regulation\":\"GBER 28\",\"amount_eur\":220000}", 22000000,
      22000000 },
    { "{\"granted_on\":\"2023-11-20\",\"regulation\":\"GBER 28\",\"amount_eur\":220000}", 0, 0 },
    { "{\"granted_on\":\"2025-01-01\",\"regulation\":\"GBER\",\"amount_eur\":1000}", 21900000,
      22000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = g_strdup_printf (PT ",\"aid\":[%s]", cases[i].aid);
      g_autoptr (AdviceDecisions) decisions = NULL;
      const AdviceAid *aid = aid_on (&decisions, company, "", TODAY);

      g_test_message ("%s", cases[i].aid);
      assert_money (aid->services->left, cases[i].low, cases[i].high);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/aid/window", test_window);
  g_test_add_func ("/advice/aid/validity", test_validity);
  g_test_add_func ("/advice/aid/amounts", test_amounts);
  g_test_add_func ("/advice/aid/undeclared", test_undeclared);
  g_test_add_func ("/advice/aid/states", test_states);
  g_test_add_func ("/advice/aid/other-country", test_other_country);
  g_test_add_func ("/advice/aid/releases", test_releases);
  g_test_add_func ("/advice/aid/expected-day", test_expected_day);
  g_test_add_func ("/advice/aid/group", test_group);
  g_test_add_func ("/advice/aid/other-lines", test_other_lines);
  g_test_add_func ("/advice/aid/activities", test_activities);
  g_test_add_func ("/advice/aid/farming-dates", test_farming_dates);
  g_test_add_func ("/advice/aid/shares", test_shares);
  g_test_add_func ("/advice/aid/share-dates", test_share_dates);
  g_test_add_func ("/advice/aid/share-steps", test_share_steps);
  g_test_add_func ("/advice/aid/services-limit", test_services_limit);
  result = g_test_run ();
  fixture_close ();
  return result;
}
