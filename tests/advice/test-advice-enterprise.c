/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-enterprise-private.h"

#include <math.h>

/* Consolidated figures and the rule of two periods. The firm of each case has 10 people, 1 million
 * turnover and 1 million total assets of its own in 2025. */

#define OWN                                                                                        \
  "\"accounts\":[{\"year\":2025,\"staff\":10,\"turnover_eur\":1000000,\"balance_sheet_eur\":"      \
  "1000000}]"
#define ACCOUNTS(staff)                                                                            \
  "\"accounts\":[{\"year\":2025,\"staff\":" #staff                                                 \
  ",\"turnover_eur\":4000000,\"balance_sheet_eur\":8000000}]"

static AdviceEnterprise
read_company (const char *company)
{
  g_autoptr (AssessmentDocument) document = fixture_document (company, "", "");
  AdviceEnterprise enterprise;

  advice_enterprise_read (&enterprise, document, fixture_rules (), TODAY);
  return enterprise;
}

static AdviceRange
staff_with (const char *holdings)
{
  g_autofree char *company = g_strdup_printf (OWN ",\"holdings\":[%s]", holdings);

  return read_company (company).together[ADVICE_FIGURE_STAFF];
}

static void
assert_staff (const char *holdings, double low, double high)
{
  AdviceRange staff = staff_with (holdings);

  g_test_message ("%s", holdings);
  g_assert_cmpfloat_with_epsilon (staff.low, low, 1e-9);
  if (isinf (high))
    g_assert_true (isinf (staff.high));
  else
    g_assert_cmpfloat_with_epsilon (staff.high, high, 1e-9);
}

static void
test_relations (void)
{
  assert_staff ("", 10, 10);
  assert_staff ("{\"relation\":\"linked\"," ACCOUNTS (40) "}", 50, 50);
  assert_staff ("{\"relation\":\"linked\",\"share_percent\":60," ACCOUNTS (40) "}", 50, 50);
  assert_staff ("{\"relation\":\"partner\",\"share_percent\":25," ACCOUNTS (40) "}", 20, 20);
  assert_staff ("{\"relation\":\"partner\",\"share_percent\":24.99," ACCOUNTS (40) "}", 10, 10);
  assert_staff ("{\"relation\":\"partner\",\"share_percent\":50," ACCOUNTS (40) "}", 30, 30);
  /* A majority links, whatever it is called. */
  assert_staff ("{\"relation\":\"partner\",\"share_percent\":50.01," ACCOUNTS (40) "}", 50, 50);
  assert_staff ("{\"relation\":\"exempt\",\"share_percent\":40," ACCOUNTS (40) "}", 10, 10);
  assert_staff ("{\"relation\":\"exempt\",\"share_percent\":51," ACCOUNTS (40) "}", 50, 50);
  assert_staff ("{\"relation\":\"public-body\",\"share_percent\":30," ACCOUNTS (40) "}", 10, 10);
}

/* The higher of capital and votes is the share; only a majority of votes links. */
static void
test_votes (void)
{
  assert_staff (
      "{\"share_percent\":20,\"votes_percent\":25,\"relation\":\"partner\"," ACCOUNTS (40) "}", 20,
      20);
  assert_staff (
      "{\"share_percent\":30,\"votes_percent\":10,\"relation\":\"partner\"," ACCOUNTS (40) "}", 22,
      22);
  assert_staff (
      "{\"share_percent\":60,\"votes_percent\":50,\"relation\":\"partner\"," ACCOUNTS (40) "}", 34,
      34);
  assert_staff (
      "{\"share_percent\":60,\"votes_percent\":50.01,\"relation\":\"partner\"," ACCOUNTS (40) "}",
      50, 50);
  assert_staff (
      "{\"share_percent\":24.99,\"votes_percent\":24.99,\"relation\":\"partner\"," ACCOUNTS (
          40) "}",
      10, 10);
  assert_staff ("{\"votes_percent\":25,\"relation\":\"partner\"," ACCOUNTS (40) "}", 20, 20);
}

/* Through a person only in the same or an adjacent market, which nobody has said. */
static void
test_through_person (void)
{
  assert_staff ("{\"relation\":\"linked\",\"through\":\"firm\"," ACCOUNTS (40) "}", 50, 50);
  assert_staff ("{\"relation\":\"linked\",\"through\":\"person\"," ACCOUNTS (40) "}", 10, 50);
}

static void
test_chains (void)
{
  /* linked to a linked firm: both in full */
  assert_staff ("{\"relation\":\"linked\"," ACCOUNTS (
                    40) ",\"holdings\":[{\"relation\":\"linked\"," ACCOUNTS (8) "}]}",
                58, 58);
  /* the partner of a linked firm: pro rata */
  assert_staff ("{\"relation\":\"linked\"," ACCOUNTS (
                    40) ",\"holdings\":[{\"relation\":\"partner\",\"share_percent\":25,"
                        "" ACCOUNTS (8) "}]}",
                52, 52);
  /* a firm linked to a partner: in full, with the partner's share */
  assert_staff ("{\"relation\":\"partner\",\"share_percent\":25," ACCOUNTS (
                    40) ",\"holdings\":[{\"relation\":\"linked\","
                        "" ACCOUNTS (8) "}]}",
                22, 22);
  /* the partner of a partner: not at all */
  assert_staff (
      "{\"relation\":\"partner\",\"share_percent\":25," ACCOUNTS (
          40) ",\"holdings\":[{\"relation\":\"partner\",\"share_percent\":40," ACCOUNTS (800) "}]}",
      20, 20);
}

static void
test_missing (void)
{
  assert_staff ("{\"relation\":\"linked\"}", 10, INFINITY);
  assert_staff ("{\"relation\":\"partner\",\"share_percent\":30}", 10, INFINITY);
  assert_staff ("{\"relation\":\"exempt\",\"share_percent\":30}", 10, 10);
  assert_staff ("{\"share_percent\":10," ACCOUNTS (40) "}", 10,
                50); /* it may be linked by contract */
  assert_staff ("{\"relation\":\"partner\"," ACCOUNTS (40) "}", 10, 50);
  assert_staff ("{}", 10, INFINITY);
}

static void
test_money (void)
{
  AdviceEnterprise enterprise = read_company (
      OWN ",\"holdings\":[{\"relation\":\"partner\",\"share_percent\":33.33," ACCOUNTS (40) "}]");

  g_assert_cmpfloat_with_epsilon (enterprise.together[ADVICE_FIGURE_TURNOVER].low, 2333200, 1e-6);
  g_assert_cmpfloat_with_epsilon (enterprise.together[ADVICE_FIGURE_BALANCE_SHEET].low, 3666400,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (enterprise.own[ADVICE_FIGURE_TURNOVER].low, 1000000, 1e-6);
}

/* The holder's accounts of an earlier year stand in for those that are missing. */
static void
test_years_of_others (void)
{
  assert_staff ("{\"relation\":\"linked\",\"accounts\":[{\"year\":2024,\"staff\":7},{\"year\":2023,"
                "\"staff\":99}]}",
                17, 17);
  assert_staff ("{\"relation\":\"linked\",\"accounts\":[{\"year\":2026,\"staff\":99},{\"year\":"
                "2025,\"staff\":8}]}",
                18, 18);
}

static const char *
kind_with (const char *holdings)
{
  g_autofree char *company = g_strdup_printf (OWN ",\"holdings\":[%s]", holdings);
  g_autoptr (AdviceDecisions) decisions = fixture_advise (company, "", "");

  return g_intern_string (decisions->size.id != NULL ? decisions->size.id : "open");
}

static void
test_public_bodies (void)
{
  g_assert_cmpstr (kind_with ("{\"relation\":\"public-body\",\"share_percent\":24.99}"), ==,
                   "small");
  g_assert_cmpstr (kind_with ("{\"relation\":\"public-body\",\"share_percent\":25}"), ==,
                   "not-sme");
  g_assert_cmpstr (kind_with ("{\"relation\":\"public-body\",\"share_percent\":15},"
                              "{\"relation\":\"public-body\",\"share_percent\":10}"),
                   ==, "not-sme");
  g_assert_cmpstr (kind_with ("{\"relation\":\"public-body\"}"), ==, "open");
  /* through a firm in which it has the majority */
  g_assert_cmpstr (kind_with ("{\"relation\":\"partner\",\"share_percent\":30," ACCOUNTS (
                       4) ",\"holdings\":[{\"relation\":\"public-body\",\"share_percent\":51}]}"),
                   ==, "not-sme");
  g_assert_cmpstr (kind_with ("{\"relation\":\"partner\",\"share_percent\":30," ACCOUNTS (
                       4) ",\"holdings\":[{\"relation\":\"public-body\",\"share_percent\":49}]}"),
                   ==, "small");
}

static guint
classes_over (const char *years_and_staff)
{
  g_auto (GStrv) pairs = g_strsplit (years_and_staff, " ", -1);
  g_autoptr (GString) company = g_string_new ("\"holdings\":[],\"accounts\":[");

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], ":", 2);

      g_string_append_printf (
          company, "%s{\"year\":%s,\"staff\":%s,\"turnover_eur\":1,\"balance_sheet_eur\":1}",
          i > 0 ? "," : "", pair[0], pair[1]);
    }
  g_string_append (company, "]");
  return read_company (company->str).classes;
}

#define ONE(class) (1u << ADVICE_CLASS_##class)

static void
test_two_periods (void)
{
  g_assert_cmpuint (classes_over ("2025:9"), ==, ONE (MICRO));
  g_assert_cmpuint (classes_over ("2024:48 2025:52"), ==, ONE (SMALL));
  g_assert_cmpuint (classes_over ("2025:52 2024:48"), ==,
                    ONE (SMALL)); /* whatever order they are typed in */
  g_assert_cmpuint (classes_over ("2024:52 2025:48"), ==, ONE (MEDIUM));
  g_assert_cmpuint (classes_over ("2023:48 2024:52 2025:52"), ==, ONE (MEDIUM));
  g_assert_cmpuint (classes_over ("2023:48 2024:52 2025:48"), ==, ONE (SMALL));
  g_assert_cmpuint (classes_over ("2023:240 2024:260 2025:260"), ==, ONE (NOT_SME));
  g_assert_cmpuint (classes_over ("2023:9 2024:60 2025:200"), ==, ONE (MEDIUM));
  /* two limits in two years: the status follows the newest class */
  g_assert_cmpuint (classes_over ("2023:9 2024:30 2025:200"), ==, ONE (MEDIUM));
  /* 2024 is missing: it may have been the first year above, or not */
  g_assert_cmpuint (classes_over ("2023:48 2025:52"), ==, ONE (SMALL) | ONE (MEDIUM));
  g_assert_cmpuint (classes_over ("2023:48 2025:48"), ==, ONE (SMALL));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/enterprise/relations", test_relations);
  g_test_add_func ("/advice/enterprise/votes", test_votes);
  g_test_add_func ("/advice/enterprise/through-person", test_through_person);
  g_test_add_func ("/advice/enterprise/chains", test_chains);
  g_test_add_func ("/advice/enterprise/missing", test_missing);
  g_test_add_func ("/advice/enterprise/money", test_money);
  g_test_add_func ("/advice/enterprise/years-of-others", test_years_of_others);
  g_test_add_func ("/advice/enterprise/public-bodies", test_public_bodies);
  g_test_add_func ("/advice/enterprise/two-periods", test_two_periods);
  result = g_test_run ();
  fixture_close ();
  return result;
}
