/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-ask-private.h"
#include "base/base-date.h"
#include "dmn/dmn-table.h"

#include <string.h>

/* Every limit of data/rules/ asked on both sides: one cent, one person, one partner, one hub, one
 * country, one hundredth of a score, one day. Facts stand as "name=value; name=value"; what a
 * table gives is told by "" when no rule holds. (Firms over several years: test-advice-size; aid in
 * sums: test-advice-aid.) */

static AdviceRules *rules;

static DmnFact
read_value (FeelArena *arena, const char *text)
{
  FeelNumber number;

  if (base_date_is_valid (text))
    return dmn_fact_value (feel_value_date (text));
  if (feel_number_parse (text, -1, &number))
    return dmn_fact_value (feel_value_number (number));
  if (g_str_equal (text, "true") || g_str_equal (text, "false"))
    return dmn_fact_value (feel_value_boolean (g_str_equal (text, "true")));
  return dmn_fact_value (feel_value_string_copy (arena, text, -1));
}

static void
read_facts (FeelArena *arena, const char *text, DmnFact facts[ADVICE_N_FACTS])
{
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (g_strstrip (pairs[i]), "=", 2);
      int id = advice_fact_find_id (pair[0]);

      g_test_message ("%s", pair[0]);
      g_assert_cmpint (id, >=, 0);
      facts[id] = read_value (arena, pair[1]);
    }
}

static char *
ask (const char *model, const char *decision, const char *text)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  DmnFact facts[ADVICE_N_FACTS] = { 0 };
  const AdviceRule *rule = advice_rules_find (rules, model, decision);
  g_autoptr (DmnOutcomes) outcomes = NULL;
  FeelValue value;
  gint64 number;

  g_assert_nonnull (rule);
  read_facts (arena, text, facts);
  outcomes = advice_ask (rule, facts);
  g_assert_nonnull (outcomes);
  g_assert_true (dmn_outcomes_is_settled (outcomes));
  value = dmn_outcomes_value (outcomes, 0);
  if (value.kind == FEEL_NULL)
    return g_strdup ("");
  if (value.kind == FEEL_NUMBER && feel_number_to_int64 (value.number, &number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return g_strdup (feel_value_get_string (value));
}

typedef struct
{
  const char *model, *decision, *facts, *result;
} Case;

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *result = ask (cases[i].model, cases[i].decision, cases[i].facts);

      g_test_message ("%s, %s: %s", cases[i].model, cases[i].decision, cases[i].facts);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_bands (void)
{
#define BAND(score, band)                                                                          \
  {                                                                                                \
    "maturity-bands", "overall band", "overall score=" score, band                                 \
  }
  static const Case cases[] = {
    BAND ("0", "basic"),
    BAND ("24.99", "basic"),
    BAND ("25", "basic"),
    BAND ("25.01", "average"),
    BAND ("50", "average"),
    BAND ("50.01", "moderately-advanced"),
    BAND ("75", "moderately-advanced"),
    BAND ("75.01", "advanced"),
    BAND ("100", "advanced"),
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_holdings (void)
{
#define HOLDING(facts, treatment)                                                                  \
  {                                                                                                \
    "enterprise-size", "holding", facts, treatment                                                 \
  }
#define TIED(relation, share, votes)                                                               \
  "holding relation=" relation "; holding share=" share "; holding votes=" votes                   \
  "; holding through=firm"
  static const Case cases[] = {
    HOLDING (TIED ("partner", "24.99", "24.99"), "none"),
    HOLDING (TIED ("partner", "25", "25"), "partner"),
    HOLDING (TIED ("partner", "50", "50"), "partner"),
    HOLDING (TIED ("partner", "50.01", "50.01"), "linked"),
    HOLDING (TIED ("partner", "60", "50"), "partner"),
    HOLDING (TIED ("exempt", "50", "50"), "none"),
    HOLDING (TIED ("exempt", "50.01", "50.01"), "linked"),
    HOLDING (TIED ("public-body", "60", "60"), "public"),
    HOLDING (TIED ("linked", "1", "1"), "linked"),
    HOLDING ("holding relation=linked; holding share=1; holding votes=1; holding through=person",
             "perhaps-linked"),
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_kinds (void)
{
#define KIND(class, share, staff, kind)                                                            \
  {                                                                                                \
    "enterprise-size", "company kind",                                                             \
        "on=2026-11-20; figures class=" class "; public share=" share "; staff=" staff, kind       \
  }
  static const Case cases[] = {
    KIND ("small", "24.99", "24", "small"),
    KIND ("small", "25", "24", "midcap"),
    KIND ("not-sme", "0", "250", "midcap"),
    KIND ("not-sme", "0", "3000", "midcap"),
    KIND ("not-sme", "0", "3000.01", "large"),
    { "enterprise-size", "company kind",
      "on=2004-12-31; figures class=small; public share=0; staff=24", "" },
    { "enterprise-size", "company kind",
      "on=2005-01-01; figures class=small; public share=0; staff=24", "small" },
    { "enterprise-size", "company kind",
      "on=2019-12-31; figures class=not-sme; public share=0; staff=300", "" },
    { "enterprise-size", "company kind",
      "on=2020-01-01; figures class=not-sme; public share=0; staff=300", "midcap" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* --- warnings --- */

static gboolean
warns (const char *decision, const char *text, const char *id)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  DmnFact facts[ADVICE_N_FACTS] = { 0 };
  const AdviceRule *rule = advice_rules_find (rules, "warnings", decision);
  g_autoptr (DmnOutcomes) outcomes = NULL;
  const DmnTable *table;
  gboolean found = FALSE;

  g_assert_nonnull (rule);
  read_facts (arena, text, facts);
  outcomes = advice_ask (rule, facts);
  table = dmn_outcomes_table (outcomes);
  for (guint row = 0; row < dmn_table_n_rules (table); row++)
    if (feel_value_is_string (dmn_table_output_value (table, row, 0), id))
      found = found || dmn_outcomes_rule (outcomes, row) == DMN_CELL_MET;
  return found;
}

static void
test_warnings (void)
{
  static const struct
  {
    const char *decision, *facts, *id;
    gboolean warns;
  } cases[] = {
    { "warnings about earlier money", "on=2026-11-20; prior project money=99999.99", "family-cap",
      FALSE },
    { "warnings about earlier money", "on=2026-11-20; prior project money=100000", "family-cap",
      TRUE },
    { "warnings about earlier money", "on=2026-11-20; prior project money=100000",
      "family-cap-stated", TRUE },
    { "warnings about earlier money", "on=2019-12-31; prior project money=100000", "family-cap",
      FALSE },
    { "warnings about earlier money", "on=2020-01-01; prior project money=100000", "family-cap",
      TRUE },
    { "warnings about maturity", "weakest score=25", "borderline-weakest", FALSE },
    { "warnings about maturity", "weakest score=25.01", "borderline-weakest", TRUE },
    { "warnings about maturity", "weakest score=50", "borderline-weakest", TRUE },
    { "warnings about maturity", "weakest score=50.01", "borderline-weakest", FALSE },
    { "warnings about maturity", "strongest score=25", "borderline-strongest", FALSE },
    { "warnings about maturity", "strongest score=25.01", "borderline-strongest", TRUE },
    { "warnings about maturity", "strongest score=50", "borderline-strongest", TRUE },
    { "warnings about maturity", "strongest score=50.01", "borderline-strongest", FALSE },
    { "warnings about maturity", "weakest score=25; goal=learn; partner count=0", "first-the-hub",
      TRUE },
    { "warnings about maturity", "weakest score=25.01; goal=learn; partner count=0",
      "first-the-hub", FALSE },
    { "warnings about maturity", "weakest score=25; goal=learn; partner count=1", "first-the-hub",
      FALSE },
    { "warnings about partners", "country count=1; partner count=1", "same-country", TRUE },
    { "warnings about partners", "country count=2; partner count=1", "same-country", FALSE },
    { "warnings about the firm", "on=2026-11-20; company size=midcap", "midcap", TRUE },
    { "warnings about the firm", "on=2026-11-20; company size=large", "large-firm", TRUE },
    { "warnings about the firm", "on=2026-11-20; company size=medium", "midcap", FALSE },
    { "warnings about the project", "cyber physical=false", "outside-scope", TRUE },
    { "warnings about the project", "cyber physical=true", "outside-scope", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].id, cases[i].facts);
      g_assert_cmpint (warns (cases[i].decision, cases[i].facts, cases[i].id), ==, cases[i].warns);
    }
}

/* --- kinds of support --- */

/* For each: a project that is of the kind, then one fact changed. What is named again wins. */
static const struct
{
  const char *model, *facts;
  const char *yes[8], *no[14];
} kinds[] = {
  { "single-ae",
    "company size=small; company country covered=true; goal=develop; cyber physical=true; partner "
    "count=0",
    { "company size=micro", "company size=medium", "company size=midcap" },
    { "company size=large", "company country covered=false", "goal=learn", "goal=solve-challenge",
      "cyber physical=false", "partner count=1" } },
  { "twin-ae",
    "company size=small; company country covered=true; goal=develop; cyber physical=true; partner "
    "count=1; partners are SMEs=true; partner countries covered=true; country count=2; partners "
    "independent=true",
    { "company size=micro", "company size=medium", "company size=midcap" },
    { "company size=large", "company country covered=false", "goal=learn", "goal=solve-challenge",
      "cyber physical=false", "partner count=0", "partner count=2", "partners are SMEs=false",
      "partner countries covered=false", "country count=1", "partners independent=false" } },
  { "twin-ae-low-digital",
    "company size=small; company country covered=true; goal=develop; cyber physical=true; partner "
    "count=1; partners are SMEs=true; partner countries covered=true; country count=2; partners "
    "independent=true; weakest score=25",
    { "weakest score=0", "weakest score=24.99" },
    { "weakest score=25.01", "company size=large", "company country covered=false", "goal=learn",
      "cyber physical=false", "partner count=0", "partner count=2", "partners are SMEs=false",
      "partner countries covered=false", "country count=1", "partners independent=false" } },
  { "generic-experiment",
    "company size=small; company country covered=true; goal=learn; group project=true; strongest "
    "score=25",
    { "strongest score=0", "company size=midcap" },
    { "strongest score=25.01", "company size=large", "company country covered=false",
      "goal=develop", "group project=false" } },
  { "digital-challenge",
    "company size=small; company country covered=true; goal=solve-challenge; challenge owner=true; "
    "partner count=1; partner countries covered=true",
    { "partner count=0", "company size=midcap" },
    { "partner count=2", "company size=large", "company country covered=false", "goal=develop",
      "challenge owner=false", "partner countries covered=false" } },
  { "fed4sae-ae",
    "company size=small; company country covered=true; goal=develop; cyber physical=true",
    { "company size=midcap" },
    { "company size=large", "company country covered=false", "goal=learn",
      "cyber physical=false" } },
  { "tetramax-bilateral",
    "company size=small; company country covered=true; goal=develop; connected device=true; "
    "partner "
    "count=1; research partners=1; partner countries covered=true; country count=2",
    { "company size=midcap" },
    { "company size=large", "company country covered=false", "goal=learn", "connected device=false",
      "partner count=0", "partner count=2", "research partners=0",
      "partner countries covered=false", "country count=1" } },
  { "tetramax-value-chain",
    "company size=small; goal=develop; connected device=true; partner count=2; country count=2; "
    "proven concept=true",
    { "partner count=3", "country count=3", "company size=midcap" },
    { "partner count=1", "country count=1", "company size=large", "goal=learn",
      "connected device=false", "proven concept=false" } },
  { "dih4cps-ae",
    "company size=small; goal=develop; cyber physical=true; hubs taking part=1; partner count=1",
    { "partner count=0", "hubs taking part=2", "company size=midcap" },
    { "partner count=2", "hubs taking part=0", "company size=large", "goal=learn",
      "cyber physical=false" } },
  { "hubcap-experiment",
    "company size=small; goal=develop; modelling project=true; cyber physical=true",
    { "goal=learn" },
    { "company size=midcap", "goal=solve-challenge", "modelling project=false",
      "cyber physical=false" } },
  { "smartees2-ae",
    "company size=small; goal=develop; wearable electronics=true",
    { "company size=midcap" },
    { "company size=large", "goal=learn", "wearable electronics=false" } },
  { "smart4all-kte",
    "company size=small; goal=learn; connected device=true; partner count=1; country count=2",
    { "goal=develop" },
    { "company size=midcap", "goal=solve-challenge", "connected device=false", "partner count=0",
      "partner count=2", "country count=1" } },
  { "smart4all-ftte",
    "company size=small; goal=develop; connected device=true; partner count=1; country count=2",
    { "company size=midcap" },
    { "company size=large", "goal=learn", "connected device=false", "partner count=0",
      "partner count=2", "country count=1" } },
  { "smart4all-ctte",
    "company size=small; goal=develop; partner count=2; country count=2",
    { "country count=3" },
    { "company size=midcap", "goal=learn", "partner count=1", "partner count=3",
      "country count=1" } },
  { "digitbrain-ae",
    "company size=small; manufacturer=true; goal=develop; digital twin=true; partner count=1",
    { "partner count=2", "company size=midcap" },
    { "partner count=0", "company size=large", "manufacturer=false", "goal=learn",
      "digital twin=false" } },
  { "change2twin-deployment-voucher",
    "company size=small; company country covered=true; manufacturer=true; goal=develop; digital "
    "twin=true",
    { "company size=midcap" },
    { "company size=large", "company country covered=false", "manufacturer=false", "goal=learn",
      "digital twin=false" } },
  { "change2twin-assessment-voucher",
    "company size=small; manufacturer=true; goal=learn; digital twin=true",
    { "company size=midcap", "goal=develop" },
    { "company size=large", "manufacturer=false", "goal=solve-challenge", "digital twin=false" } },
  { "bowi-tte",
    "company size=small; goal=develop; company country=PT; hubs taking part=2",
    { "hubs taking part=3", "hubs taking part=0; company country=RO",
      "hubs taking part=0; company country=NO", "company size=midcap" },
    { "hubs taking part=1", "company size=large", "goal=learn" } },
  { "dih-world-experiment",
    "company size=small; manufacturer=true; goal=develop; hubs taking part=1",
    { "hubs taking part=2" },
    { "hubs taking part=0", "company size=midcap", "manufacturer=false", "goal=learn" } },
  { "euhubs4data-experiment",
    "company size=small; goal=develop; data project=true; partner count=0; hubs taking part=2; hub "
    "abroad=true",
    { "hubs taking part=3" },
    { "hubs taking part=1", "hubs taking part=4", "hub abroad=false", "partner count=1",
      "data project=false", "goal=learn", "company size=midcap" } },
  { "metabuilding-seed-voucher",
    "company size=small; company country=PT; goal=learn; construction=true; partner count=0",
    { "goal=develop", "company country=AT", "company country=HU" },
    { "partner count=1", "company country=DE", "construction=false", "goal=solve-challenge",
      "company size=midcap" } },
  { "digi-b-cube-prototyping-voucher",
    "company size=small; goal=develop; proven concept=false",
    { "company size=medium" },
    { "company size=midcap", "goal=learn", "proven concept=true" } },
  { "digi-b-cube-customised-solution-voucher",
    "company size=small; goal=develop; partner count=1; partners are SMEs=true; proven "
    "concept=true",
    { "partner count=2" },
    { "partner count=0", "company size=midcap", "goal=learn", "partners are SMEs=false",
      "proven concept=false" } },
};

static void
assert_kind (guint kind, const char *change, const char *expected)
{
  g_autofree char *facts = g_strdup_printf ("%s%s%s", kinds[kind].facts, change != NULL ? "; " : "",
                                            change != NULL ? change : "");
  g_autofree char *result = ask (kinds[kind].model, "eligibility", facts);

  g_test_message ("%s: %s", kinds[kind].model, change != NULL ? change : "as it is");
  g_assert_cmpstr (result, ==, expected);
}

static void
test_kinds_of_support (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      assert_kind (i, NULL, "eligible");
      for (guint j = 0; j < G_N_ELEMENTS (kinds[i].yes) && kinds[i].yes[j] != NULL; j++)
        assert_kind (i, kinds[i].yes[j], "eligible");
      for (guint j = 0; j < G_N_ELEMENTS (kinds[i].no) && kinds[i].no[j] != NULL; j++)
        assert_kind (i, kinds[i].no[j], "not-eligible");
    }
}

/* No column of a kind of support is left out above: each has a change that makes it not eligible.
 */
static void
test_every_criterion (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const AdviceRule *rule = advice_rules_find (rules, kinds[i].model, "eligibility");
      const DmnTable *table = dmn_model_decision (rule->model, rule->decision)->table;

      for (guint column = 0; column < dmn_table_n_columns (table); column++)
        {
          const char *fact = dmn_table_column (table, column)->expression;
          gboolean found
              = g_str_equal (kinds[i].model, "bowi-tte") && g_str_equal (fact, "company country");

          for (guint j = 0; j < G_N_ELEMENTS (kinds[i].no) && kinds[i].no[j] != NULL; j++)
            found = found
                    || (g_str_has_prefix (kinds[i].no[j], fact)
                        && kinds[i].no[j][strlen (fact)] == '=');
          g_test_message ("%s: %s", kinds[i].model, fact);
          g_assert_true (found);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  rules = advice_rules_load_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/advice/boundaries/bands", test_bands);
  g_test_add_func ("/advice/boundaries/holdings", test_holdings);
  g_test_add_func ("/advice/boundaries/kinds", test_kinds);
  g_test_add_func ("/advice/boundaries/warnings", test_warnings);
  g_test_add_func ("/advice/boundaries/kinds-of-support", test_kinds_of_support);
  g_test_add_func ("/advice/boundaries/every-criterion", test_every_criterion);
  result = g_test_run ();
  advice_rules_unref (rules);
  return result;
}
