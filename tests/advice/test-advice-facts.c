/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-facts-private.h"
#include "base/base-data.h"

#include <string.h>

/* What is read from a document: a value, an interval or nothing, and where it comes from. */

#define PARTNER "{\"country\":\"ES\",\"sme\":true,\"independent\":true,\"overall_score\":18}"

/* The fact as FEEL writes it: "true", "[1..3]", "unknown". */
static char *
fact_value (const AdviceDecisions *decisions, const char *name)
{
  DmnFact fact = advice_facts_value (decisions->facts, (AdviceFactId)advice_fact_find_id (name));
  g_autofree char *feel = NULL;

  if (fact.kind == DMN_FACT_UNKNOWN)
    return g_strdup ("unknown");
  feel = feel_value_to_feel (fact.value);
  return fact.kind == DMN_FACT_ONE_OF ? g_strconcat ("one of ", feel, NULL)
                                      : g_steal_pointer (&feel);
}

typedef struct
{
  const char *company, *project, *answers;
  const char *fact, *expected;
} Case;

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdviceDecisions) decisions
          = fixture_advise (cases[i].company, cases[i].project, cases[i].answers);
      g_autofree char *value = fact_value (decisions, cases[i].fact);
      const AdviceFact *fact = advice_facts_find (decisions->facts, cases[i].fact);

      g_test_message ("%s %s: %s", cases[i].company, cases[i].project, cases[i].fact);
      g_assert_cmpstr (value, ==, cases[i].expected);
      if (fact->state == ADVICE_FACT_UNKNOWN)
        g_assert_cmpint (fact->proof, <=, ADVICE_PROOF_DECLARED);
      if (fact->state == ADVICE_FACT_VALUE && fact->row->path != NULL
          && fact->proof != ADVICE_PROOF_COMPUTED && fact->proof != ADVICE_PROOF_NONE
          && fact->value != NULL)
        g_assert_nonnull (fact->from);
    }
}

static void
test_company (void)
{
  static const Case cases[] = {
    { "\"country\":\"PT\"", "", "", "company country", "\"PT\"" },
    { "\"country\":\"GR\"", "", "", "company country", "\"EL\"" },
    { "\"country\":\"EL\"", "", "", "company country", "\"EL\"" },
    { "", "", "", "company country", "unknown" },
    { "\"country\":\"PT\"", "", "", "company country covered", "true" },
    /* associated with Horizon 2020 or not: our sources do not say */
    { "\"country\":\"NO\"", "", "", "company country covered", "unknown" },
    { "\"country\":\"US\"", "", "", "company country covered", "unknown" },
    { "\"country\":\"PT\",\"region\":\"PT11\"", "", "", "company country covered", "true" },
    { "\"sectors\":[\"metalworking\"]", "", "", "manufacturer", "true" },
    { "\"secondary_sectors\":[\"automotive\"]", "", "", "manufacturer", "true" },
    { "\"sectors\":[\"food-beverages\"]", "", "", "manufacturer", "unknown" },
    { "\"nace\":{\"division\":\"10\"}", "", "", "manufacturer", "true" },
    { "\"nace\":{\"division\":\"33\"}", "", "", "manufacturer", "true" },
    { "\"nace\":{\"division\":\"09\"}", "", "", "manufacturer", "false" },
    { "\"nace\":{\"division\":\"35\"}", "", "", "manufacturer", "false" },
    { "", "", "", "manufacturer", "unknown" },
    { "\"nace\":{\"division\":\"41\"}", "", "", "construction", "true" },
    { "\"nace\":{\"division\":\"25\"}", "", "", "construction", "false" },
    { "\"sectors\":[\"construction\"]", "", "", "construction", "true" },
    { "", "", "", "other owners", "unknown" },
    { "\"holdings\":[]", "", "", "other owners", "false" },
    { "\"holdings\":[{\"relation\":\"partner\",\"share_percent\":10}]", "", "", "other owners",
      "false" },
    { "\"holdings\":[{\"relation\":\"partner\",\"share_percent\":30}]", "", "", "other owners",
      "true" },
    { SMALL_FIRM, "", "", "company size", "\"small\"" },
    { "\"accounts\":[{\"year\":2025,\"staff\":24}]", "", "", "company size",
      "one of [\"small\", \"medium\", \"midcap\"]" },
    { "", "", "", "company size",
      "one of [\"micro\", \"small\", \"medium\", \"midcap\", \"large\"]" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_region (void)
{
  g_autoptr (AdviceDecisions) decisions
      = fixture_advise ("\"country\":\"PT\",\"region\":\"PT111\"", "", "");
  g_autofree char *value = fact_value (decisions, "region type");

  g_assert_true (g_str_equal (value, "\"urban\"") || g_str_equal (value, "\"intermediate\"")
                 || g_str_equal (value, "\"rural\""));
}

static void
test_project (void)
{
  static const Case cases[] = {
    { "", "\"goal\":\"learn\"", "", "goal", "\"learn\"" },
    { "", "", "", "goal", "unknown" },
    { "", "\"subject\":\"process\"", "", "subject", "\"process\"" },
    { "", "\"technologies\":[\"cps\"]", "", "cyber physical", "true" },
    { "", "\"technologies\":[\"ai\"]", "", "cyber physical", "unknown" },
    { "", "\"technologies\":[\"cps\"],\"cyber_physical\":false", "", "cyber physical", "false" },
    { "", "\"technologies\":[],\"cyber_physical\":true", "", "cyber physical", "true" },
    { "", "\"technologies\":[\"iot\"]", "", "connected device", "true" },
    { "", "\"technologies\":[\"ai\"]", "", "connected device", "unknown" },
    { "", "\"technologies\":[\"ai\"],\"cyber_physical\":false", "", "connected device", "false" },
    { "", "\"cyber_physical\":true", "", "connected device", "true" },
    { "", "\"cyber_physical\":false", "", "connected device", "unknown" },
    { "", "\"technologies\":[\"digital-twins\"]", "", "digital twin", "true" },
    { "", "\"technologies\":[\"ai\"]", "", "digital twin", "unknown" },
    { "", "\"digital_twin\":false", "", "digital twin", "false" },
    { "", "\"technologies\":[\"big-data\"]", "", "data project", "true" },
    { "", "\"technologies\":[\"robotics\"]", "", "data project", "false" },
    { "", "\"technologies\":[]", "", "data project", "false" },
    { "", "", "", "data project", "unknown" },
    { "", "\"technologies\":[\"organic-electronics\"]", "", "wearable electronics", "true" },
    { "", "\"technologies\":[\"simulation\"]", "", "modelling project", "true" },
    { "", "\"proven_concept\":true", "", "proven concept", "true" },
    { "", "\"challenge_owner\":false", "", "challenge owner", "false" },
    { "", "\"prior_i4ms_sae_eur\":99999.99", "", "prior project money", "99999.99" },
    { "", "", "", "prior project money", "unknown" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_partners (void)
{
  static const Case cases[] = {
    { "", "", "", "partner count", "unknown" },
    { "", "\"partners\":[]", "", "partner count", "0" },
    { "", "\"partners\":[" PARTNER "]", "", "partner count", "1" },
    { "", "\"partners\":[" PARTNER ",{\"kind\":\"hub\",\"country\":\"FR\"}]", "", "partner count",
      "1" },
    { "", "\"partners\":[]", "", "partners are SMEs", "true" },
    { "", "\"partners\":[" PARTNER "]", "", "partners are SMEs", "true" },
    { "", "\"partners\":[" PARTNER ",{\"country\":\"FR\"}]", "", "partners are SMEs", "unknown" },
    { "", "\"partners\":[" PARTNER ",{\"sme\":false},{}]", "", "partners are SMEs", "false" },
    { "", "\"partners\":[{\"kind\":\"research\"}]", "", "partners are SMEs", "false" },
    { "", "\"partners\":[" PARTNER ",{\"independent\":false}]", "", "partners independent",
      "false" },
    { "", "\"partners\":[" PARTNER ",{}]", "", "partners independent", "unknown" },
    { "", "\"partners\":[{\"sme\":false}]", "", "research partners", "[0..1]" },
    { "", "\"partners\":[" PARTNER ",{\"kind\":\"research\"}]", "", "research partners", "1" },
    { "\"country\":\"PT\"", "\"partners\":[" PARTNER "]", "", "country count", "2" },
    { "\"country\":\"ES\"", "\"partners\":[" PARTNER "]", "", "country count", "1" },
    { "", "\"partners\":[" PARTNER "]", "", "country count", "[1..2]" },
    { "\"country\":\"PT\"", "\"partners\":[" PARTNER ",{}]", "", "country count", "[2..3]" },
    { "\"country\":\"GR\"", "\"partners\":[{\"country\":\"EL\"}]", "", "country count", "1" },
    { "\"country\":\"PT\"", "\"partners\":[]", "", "country count", "1" },
    { "", "\"partners\":[" PARTNER "]", "", "partner countries covered", "true" },
    { "", "\"partners\":[" PARTNER ",{\"country\":\"CH\"}]", "", "partner countries covered",
      "unknown" },
    { "", "\"partners\":[" PARTNER "," PARTNER "]", "", "group project", "true" },
    { "", "\"partners\":[" PARTNER "]", "", "group project", "false" },
    { "", "\"partners\":[" PARTNER "],\"group\":true", "", "group project", "true" },
    { "", "", "", "group project", "unknown" },
    { "", "\"hub\":\"x\"", "", "hubs taking part", ">= 1" },
    { "", "\"hub\":\"x\",\"partners\":[]", "", "hubs taking part", "1" },
    { "", "\"partners\":[]", "", "hubs taking part", "[0..1]" },
    { "", "", "", "hubs taking part", "unknown" },
    { "\"country\":\"PT\"", "\"hub\":\"x\",\"partners\":[{\"kind\":\"hub\",\"country\":\"FR\"}]",
      "", "hubs taking part", "2" },
    { "\"country\":\"PT\"", "\"hub\":\"x\",\"partners\":[{\"kind\":\"hub\",\"country\":\"FR\"}]",
      "", "hub abroad", "true" },
    { "\"country\":\"PT\"", "\"hub\":\"x\",\"partners\":[{\"kind\":\"hub\",\"country\":\"PT\"}]",
      "", "hub abroad", "unknown" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_scores (void)
{
  static const Case cases[] = {
    { "", "", SAMPLE_ANSWERS, "overall score", "26.56" },
    { "", "", NO_ANSWERS, "overall score", "0" },
    { "", "", "", "overall score", "[0..100]" },
    { "", "", SAMPLE_ANSWERS, "overall band", "\"average\"" },
    { "", "", NO_ANSWERS, "overall band", "\"basic\"" },
    { "", "", "", "overall band",
      "one of [\"basic\", \"average\", \"moderately-advanced\", \"advanced\"]" },
    { "", "", NO_ANSWERS, "weakest dimension", "\"strategy\"" },
    { "", "\"partners\":[" PARTNER "]", SAMPLE_ANSWERS, "weakest score", "18" },
    { "", "\"partners\":[" PARTNER "]", SAMPLE_ANSWERS, "strongest score", "26.56" },
    { "", "\"partners\":[]", SAMPLE_ANSWERS, "weakest score", "26.56" },
    { "", "\"partners\":[{}]", SAMPLE_ANSWERS, "weakest score", "[0..26.56]" },
    { "", "\"partners\":[{}]", SAMPLE_ANSWERS, "strongest score", "[26.56..100]" },
    { "", "\"partners\":[" PARTNER "]", "", "weakest score", "[0..18]" },
    { "", "\"partners\":[" PARTNER "]", "", "strongest score", "[18..100]" },
    { "", "", SAMPLE_ANSWERS, "weakest score", "[0..26.56]" },
    /* rounded half up to two decimals, as every score */
    { "", "\"partners\":[{\"overall_score\":25.005}]", SAMPLE_ANSWERS, "weakest score", "25.01" },
    { "", "\"partners\":[{\"overall_score\":25.004}]", SAMPLE_ANSWERS, "weakest score", "25" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static AdviceProof
proof_of (const char *evidence, const char *fact)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text
      = g_strdup_printf ("{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"dma-"
                         "sme\",\"version\":\"1.0\"},"
                         "\"company\":{" SMALL_FIRM
                         "},\"project\":{\"proven_concept\":true,\"partners\":[" PARTNER "]},"
                         "\"answers\":{" SAMPLE_ANSWERS "},\"evidence\":[%s]}",
                         evidence);
  g_autoptr (AssessmentDocument) document = assessment_document_parse (text, -1, "test", &error);
  g_autoptr (AdviceDecisions) decisions = NULL;

  g_assert_no_error (error);
  decisions = fixture_decide (document, TODAY);
  return advice_facts_find (decisions->facts, fact)->proof;
}

/* Declared, documented, confirmed; a score is computed whatever lies beside it. */
static void
test_proof (void)
{
  g_assert_cmpint (proof_of ("", "company size"), ==, ADVICE_PROOF_DECLARED);
  g_assert_cmpint (proof_of ("{\"id\":\"a\",\"criteria\":[\"company-size\"]}", "company size"), ==,
                   ADVICE_PROOF_DOCUMENTED);
  g_assert_cmpint (proof_of ("{\"id\":\"a\",\"criteria\":[\"company.accounts\"]}", "company size"),
                   ==, ADVICE_PROOF_DOCUMENTED);
  g_assert_cmpint (
      proof_of ("{\"id\":\"a\",\"criteria\":[\"project.proven_concept\"],\"seen_by\":\"Rui\","
                "\"seen_on\":\"2026-11-01\"}",
                "proven concept"),
      ==, ADVICE_PROOF_CONFIRMED);
  g_assert_cmpint (
      proof_of ("{\"id\":\"a\",\"criteria\":[\"project.proven_concept\"],\"seen_by\":\"Rui\"}",
                "proven concept"),
      ==, ADVICE_PROOF_DOCUMENTED);
  g_assert_cmpint (
      proof_of ("{\"id\":\"a\",\"criteria\":[\"proven-concept\"],\"valid_until\":\"2026-11-19\"}",
                "proven concept"),
      ==, ADVICE_PROOF_DECLARED);
  g_assert_cmpint (
      proof_of ("{\"id\":\"a\",\"criteria\":[\"proven-concept\"],\"valid_until\":\"2026-11-20\"}",
                "proven concept"),
      ==, ADVICE_PROOF_DOCUMENTED);
  g_assert_cmpint (proof_of ("{\"id\":\"a\",\"criteria\":[\"proven\"]}", "proven concept"), ==,
                   ADVICE_PROOF_DECLARED);
  g_assert_cmpint (
      proof_of ("{\"id\":\"a\",\"criteria\":[\"overall-score\",\"answers\"]}", "overall score"), ==,
      ADVICE_PROOF_COMPUTED);
  g_assert_cmpint (proof_of ("{\"id\":\"a\",\"criteria\":[\"goal\"]}", "goal"), ==,
                   ADVICE_PROOF_NONE);
}

/* Twelve points of the quick scan are no score of 0 to 100: levels stay open. */
static void
test_quick_scan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) scan = survey_pack_load_bundled ("quick-scan", &error);
  g_autofree char *path = base_data_path ("samples/scan.json", NULL);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, &error);
  g_autoptr (SurveyScore) score = NULL;
  g_autoptr (AdviceDecisions) decisions = NULL;

  g_assert_no_error (error);
  score = survey_score_new (scan, document);
  decisions = advice_decisions_new (document, score, fixture_rules (), fixture_catalogue (), TODAY);
  g_assert_cmpint (advice_facts_find (decisions->facts, "overall score")->state, ==,
                   ADVICE_FACT_UNKNOWN);
  g_assert_cmpint (advice_facts_find (decisions->facts, "overall band")->state, ==,
                   ADVICE_FACT_UNKNOWN);
  g_assert_cmpuint (decisions->n_services, ==, 1);
}

static void
test_from (void)
{
  g_autoptr (AdviceDecisions) decisions = fixture_advise (
      SMALL_FIRM, "\"technologies\":[\"cps\",\"robotics\"],\"partners\":[" PARTNER "]",
      SAMPLE_ANSWERS);

  g_assert_true (
      fixture_says (advice_facts_find (decisions->facts, "company size")->from, "24 people"));
  g_assert_true (fixture_says (advice_facts_find (decisions->facts, "country count")->from,
                               "Portugal and Spain"));
  g_assert_true (fixture_says (advice_facts_find (decisions->facts, "cyber physical")->from,
                               "Technologies: "));
  g_assert_true (fixture_says (advice_facts_find (decisions->facts, "weakest score")->from, "18"));
  g_assert_true (
      fixture_says (advice_facts_find (decisions->facts, "overall score")->from, "26.56"));
  g_assert_null (advice_facts_find (decisions->facts, "goal")->from);
  g_assert_null (advice_facts_find (decisions->facts, "no such fact"));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/facts/company", test_company);
  g_test_add_func ("/advice/facts/region", test_region);
  g_test_add_func ("/advice/facts/project", test_project);
  g_test_add_func ("/advice/facts/partners", test_partners);
  g_test_add_func ("/advice/facts/scores", test_scores);
  g_test_add_func ("/advice/facts/proof", test_proof);
  g_test_add_func ("/advice/facts/quick-scan", test_quick_scan);
  g_test_add_func ("/advice/facts/from", test_from);
  result = g_test_run ();
  fixture_close ();
  return result;
}
