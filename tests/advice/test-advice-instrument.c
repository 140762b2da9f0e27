/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include <string.h>

/* The decision table of DigiFed rule by rule, the sister archetypes one by one, and what is said
 * about them. */

static AdviceStatus
status (const AdviceDecisions *decisions, const char *id)
{
  return fixture_find (decisions, id)->status;
}

static void
assert_status (const AdviceDecisions *decisions, const char *id, char expected)
{
  AdviceStatus wanted = expected == 'e'   ? ADVICE_STATUS_ELIGIBLE
                        : expected == 'n' ? ADVICE_STATUS_NOT_ELIGIBLE
                                          : ADVICE_STATUS_UNKNOWN;

  if (status (decisions, id) != wanted)
    g_error ("%s is %s, not %c", id, advice_status_name (status (decisions, id)), expected);
}

/* --- DigiFed --- */

static void
test_digifed (void)
{
  static const char *const ids[] = { "single-ae", "twin-ae", "twin-ae-low-digital",
                                     "generic-experiment", "digital-challenge" };
  static const struct
  {
    const char *rule, *project, *answers;
    const char *expected; /* one letter each: eligible, not, unknown */
  } cases[] = {
    { "R1",
      "\"goal\":\"learn\",\"partners\":[" LOW_PARTNER "," LOW_PARTNER "],\"challenge_owner\":false",
      NO_ANSWERS, "nnnen" },
    { "R1 one of the group is too far",
      "\"goal\":\"learn\",\"partners\":[" LOW_PARTNER "," PARTNER_FROM ("ES", "true", "25.01") "]",
      NO_ANSWERS, "nnnnn" },
    { "R1 the bound belongs to low",
      "\"goal\":\"learn\",\"partners\":[" LOW_PARTNER "," PARTNER_FROM ("ES", "true", "25") "]",
      NO_ANSWERS, "nnnen" },
    { "R1 a group without names",
      "\"goal\":\"learn\",\"group\":true,\"partners\":[" LOW_PARTNER "]", NO_ANSWERS, "nnnen" },
    { "R2", "\"goal\":\"learn\",\"partners\":[]", NO_ANSWERS, "nnnnn" },
    { "R3", DEVELOP "\"partners\":[]", SAMPLE_ANSWERS, "ennnn" },
    { "R3 whatever the maturity", DEVELOP "\"partners\":[]", "", "ennnn" },
    { "R4", DEVELOP "\"partners\":[" PARTNER_FROM ("ES", "true", "60") "]", SAMPLE_ANSWERS,
      "nennn" },
    { "R5", DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS, "neenn" },
    { "R5 own firm is the low one", DEVELOP "\"partners\":[" PARTNER_FROM ("ES", "true", "60") "]",
      NO_ANSWERS, "neenn" },
    { "R5 at the bound", DEVELOP "\"partners\":[" PARTNER_FROM ("ES", "true", "25") "]",
      SAMPLE_ANSWERS, "neenn" },
    { "R5 past the bound", DEVELOP "\"partners\":[" PARTNER_FROM ("ES", "true", "25.01") "]",
      SAMPLE_ANSWERS, "nennn" },
    { "R5 nobody has a score",
      DEVELOP "\"partners\":[{\"country\":\"ES\",\"sme\":true,\"independent\":true}]", "",
      "neunn" },
    { "R6", DEVELOP "\"partners\":[" PARTNER_FROM ("PT", "true", "18") "]", SAMPLE_ANSWERS,
      "nnnnn" },
    { "R7", "\"goal\":\"solve-challenge\",\"challenge_owner\":true,\"partners\":[]", SAMPLE_ANSWERS,
      "nnnne" },
    { "R7 with another",
      "\"goal\":\"solve-challenge\",\"challenge_owner\":true,\"partners\":[" LOW_PARTNER "]",
      SAMPLE_ANSWERS, "nnnne" },
    { "R7 three",
      "\"goal\":\"solve-challenge\",\"challenge_owner\":true,\"partners\":[" LOW_PARTNER
      "," LOW_PARTNER "]",
      SAMPLE_ANSWERS, "nnnnn" },
    { "R7 no owner", "\"goal\":\"solve-challenge\",\"challenge_owner\":false,\"partners\":[]",
      SAMPLE_ANSWERS, "nnnnn" },
    { "R7 owner not said", "\"goal\":\"solve-challenge\",\"partners\":[]", SAMPLE_ANSWERS,
      "nnnnu" },
    { "R8", "\"goal\":\"develop\",\"cyber_physical\":false,\"partners\":[]", SAMPLE_ANSWERS,
      "nnnnn" },
    { "R8 not said", "\"goal\":\"develop\",\"partners\":[]", SAMPLE_ANSWERS, "unnnn" },
    { "partner not an SME",
      DEVELOP "\"partners\":[{\"country\":\"ES\",\"sme\":false,\"independent\":true}]",
      SAMPLE_ANSWERS, "nnnnn" },
    { "not independent", DEVELOP "\"partners\":[" PARTNER_FROM ("ES", "false", "18") "]",
      SAMPLE_ANSWERS, "nnnnn" },
    { "independence not said",
      DEVELOP "\"partners\":[{\"country\":\"ES\",\"sme\":true,\"overall_score\":18}]",
      SAMPLE_ANSWERS, "nuunn" },
    { "country not said",
      DEVELOP "\"partners\":[{\"sme\":true,\"independent\":true,\"overall_score\":18}]",
      SAMPLE_ANSWERS, "nuunn" },
    { "partner outside the Union", DEVELOP "\"partners\":[" PARTNER_FROM ("CH", "true", "18") "]",
      SAMPLE_ANSWERS, "nuunn" },
    { "partners not said", "\"goal\":\"develop\",\"technologies\":[\"cps\"]", SAMPLE_ANSWERS,
      "uuunn" },
    { "nothing said", "", "", "uuuuu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdviceDecisions) decisions
          = fixture_advise (SMALL_FIRM, cases[i].project, cases[i].answers);

      g_test_message ("%s", cases[i].rule);
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        assert_status (decisions, ids[j], cases[i].expected[j]);
    }
}

/* R7 before R5 before R4 before R3: order, never exclusion. */
static void
test_priority (void)
{
  g_autoptr (AdviceDecisions) decisions
      = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS);

  g_assert_cmpstr (decisions->instruments[0].instrument->id, ==, "twin-ae-low-digital");
  g_assert_cmpstr (decisions->instruments[1].instrument->id, ==, "twin-ae");
  g_assert_cmpuint (decisions->n_instruments, ==, catalogue_n_instruments (fixture_catalogue ()));
  for (guint i = 1; i < decisions->n_instruments; i++)
    if (decisions->instruments[i].status == ADVICE_STATUS_ELIGIBLE)
      g_assert_cmpint (decisions->instruments[i - 1].status, ==, ADVICE_STATUS_ELIGIBLE);
}

/* R9 warns and never changes the outcome; R10 leaves only the role of the one who sets the
 * challenge. */
static void
test_warnings (void)
{
  static const char *const prior[] = { "99999.99", "100000", "250000" };

  for (guint i = 0; i < G_N_ELEMENTS (prior); i++)
    {
      g_autofree char *project = g_strdup_printf (
          DEVELOP "\"prior_i4ms_sae_eur\":%s,\"partners\":[" LOW_PARTNER "]", prior[i]);
      g_autoptr (AdviceDecisions) decisions = fixture_advise (SMALL_FIRM, project, SAMPLE_ANSWERS);
      const AdviceCriterion *warning
          = fixture_warning (decisions, "twin-ae", "EUR 100 000 or more");

      g_assert_cmpint (status (decisions, "twin-ae"), ==, ADVICE_STATUS_ELIGIBLE);
      g_assert_cmpint (warning != NULL, ==, i > 0);
      if (warning != NULL)
        {
          g_assert_true (warning->warning);
          g_assert_cmpint (warning->outcome, ==, ADVICE_CRITERION_NOT_MET);
          g_assert_cmpint (warning->basis, ==, ADVICE_BASIS_INFERRED);
        }
    }
}

static void
test_warning_unknown (void)
{
  g_autoptr (AdviceDecisions) decisions
      = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS);
  const AdviceCriterion *warning = fixture_warning (decisions, "twin-ae", "EUR 100 000 or more");

  /* none declared is unknown */
  g_assert_nonnull (warning);
  g_assert_cmpint (warning->outcome, ==, ADVICE_CRITERION_UNKNOWN);
  g_assert_cmpstr (warning->path, ==, "project.prior_i4ms_sae_eur");
  g_assert_nonnull (warning->from);
  warning = fixture_warning (decisions, "dih4cps-ae", "EUR 100 000 or more");
  g_assert_cmpint (warning->basis, ==, ADVICE_BASIS_STATED);
  g_assert_nonnull (strstr (warning->source, "DIH-FAQ"));
  g_assert_null (fixture_warning (decisions, "metabuilding-seed-voucher", "EUR 100 000 or more"));
  /* the question on the group has been answered */
  g_assert_null (fixture_warning (decisions, "twin-ae", "Partner and linked firms count"));
}

static void
test_warning_texts (void)
{
  g_autoptr (AdviceDecisions) large = fixture_advise (
      "\"country\":\"PT\",\"holdings\":[],\"accounts\":[{\"year\":2025,\"staff\":4000}]",
      DEVELOP "\"partners\":[]", "");
  g_autoptr (AdviceDecisions) midcap = fixture_advise (
      "\"country\":\"PT\",\"holdings\":[],\"accounts\":[{\"year\":2025,\"staff\":400}]",
      DEVELOP "\"partners\":[]", "");
  g_autoptr (AdviceDecisions) neighbours = fixture_advise (
      SMALL_FIRM, DEVELOP "\"partners\":[" PARTNER_FROM ("PT", "true", "40") "]", SAMPLE_ANSWERS);
  g_autoptr (AdviceDecisions) alone = fixture_advise (
      SMALL_FIRM, "\"goal\":\"learn\",\"cyber_physical\":false,\"partners\":[]", NO_ANSWERS);
  g_autoptr (AdviceDecisions) process = fixture_advise (SMALL_FIRM, "\"subject\":\"process\"", "");

  assert_status (large, "single-ae", 'n');
  g_assert_nonnull (fixture_warning (large, "single-ae", "sets the challenge"));
  assert_status (midcap, "single-ae", 'e');
  g_assert_nonnull (fixture_warning (midcap, "single-ae", "midcap"));
  g_assert_nonnull (fixture_warning (neighbours, "twin-ae", "partner abroad"));
  g_assert_nonnull (fixture_warning (neighbours, "twin-ae-low-digital", "borderline"));
  g_assert_nonnull (fixture_warning (alone, "generic-experiment", "first ask a hub"));
  g_assert_nonnull (fixture_warning (alone, "single-ae", "Outside the field"));
  g_assert_nonnull (fixture_warning (process, "single-ae", "about a process"));
  g_assert_null (fixture_warning (process, "digitbrain-ae", "about a product"));
}

/* --- sisters --- */

#define D "\"goal\":\"develop\","
#define ES "{\"country\":\"ES\",\"sme\":true,\"independent\":true}"
#define PTP "{\"country\":\"PT\",\"sme\":true,\"independent\":true}"
#define UNI "{\"country\":\"ES\",\"kind\":\"research\"}"
#define HUB(country) "{\"country\":\"" country "\",\"kind\":\"hub\"}"
#define LV                                                                                         \
  "\"country\":\"LV\",\"holdings\":[],\"accounts\":[{\"year\":2025,\"staff\":9,\"turnover_eur\":"  \
  "1}]"
#define BUILDER                                                                                    \
  "\"country\":\"PT\",\"sectors\":[\"construction\"],\"holdings\":[],\"accounts\":[{\"year\":"     \
  "2025,\"staff\":9,\"turnover_eur\":1}]"

static void
test_sisters (void)
{
  static const struct
  {
    const char *id, *company, *project;
    char expected;
  } cases[] = {
    { "fed4sae-ae", SMALL_FIRM, D "\"cyber_physical\":true", 'e' },
    { "fed4sae-ae", SMALL_FIRM, D "\"cyber_physical\":false", 'n' },
    { "fed4sae-ae", SMALL_FIRM, D, 'u' },
    { "tetramax-bilateral", SMALL_FIRM, D "\"technologies\":[\"iot\"],\"partners\":[" UNI "]",
      'e' },
    { "tetramax-bilateral", SMALL_FIRM, D "\"technologies\":[\"iot\"],\"partners\":[" ES "]", 'n' },
    { "tetramax-bilateral", SMALL_FIRM,
      D "\"technologies\":[\"iot\"],\"partners\":[{\"country\":\"ES\"}]", 'u' },
    { "tetramax-value-chain", SMALL_FIRM,
      D "\"technologies\":[\"iot\"],\"proven_concept\":true,\"partners\":[" ES "," PTP "]", 'e' },
    { "tetramax-value-chain", SMALL_FIRM,
      D "\"technologies\":[\"iot\"],\"proven_concept\":true,\"partners\":[" PTP "," PTP "]", 'n' },
    { "tetramax-value-chain", SMALL_FIRM,
      D "\"technologies\":[\"iot\"],\"partners\":[" ES "," PTP "]", 'u' },
    { "dih4cps-ae", SMALL_FIRM, D "\"cyber_physical\":true,\"hub\":\"some-hub\",\"partners\":[]",
      'e' },
    { "dih4cps-ae", SMALL_FIRM,
      D "\"cyber_physical\":true,\"hub\":\"some-hub\",\"partners\":[" ES "," ES "]", 'n' },
    { "dih4cps-ae", SMALL_FIRM, D "\"cyber_physical\":true,\"partners\":[]", 'u' },
    { "hubcap-experiment", SMALL_FIRM, D "\"technologies\":[\"simulation\",\"cps\"]", 'e' },
    { "hubcap-experiment", SMALL_FIRM, D "\"technologies\":[\"cps\"]", 'n' },
    { "hubcap-experiment", SMALL_FIRM, D "\"technologies\":[\"simulation\"]", 'u' },
    { "smartees2-ae", SMALL_FIRM, D "\"technologies\":[\"organic-electronics\"]", 'e' },
    { "smartees2-ae", SMALL_FIRM, D "\"technologies\":[\"ai\"]", 'n' },
    { "smartees2-ae", SMALL_FIRM, D, 'u' },
    { "smart4all-kte", SMALL_FIRM,
      "\"goal\":\"learn\",\"technologies\":[\"iot\"],\"partners\":[" UNI "]", 'e' },
    { "smart4all-kte", SMALL_FIRM,
      "\"goal\":\"learn\",\"technologies\":[\"iot\"],\"partners\":[" PTP "]", 'n' },
    { "smart4all-kte", SMALL_FIRM, "\"goal\":\"learn\",\"technologies\":[\"iot\"]", 'u' },
    { "smart4all-ftte", SMALL_FIRM, D "\"technologies\":[\"iot\"],\"partners\":[" ES "]", 'e' },
    { "smart4all-ftte", SMALL_FIRM,
      "\"goal\":\"learn\",\"technologies\":[\"iot\"],\"partners\":[" ES "]", 'n' },
    { "smart4all-ftte", SMALL_FIRM, D "\"technologies\":[\"iot\"],\"partners\":[{\"sme\":true}]",
      'u' },
    { "smart4all-ctte", SMALL_FIRM, D "\"partners\":[" ES "," PTP "]", 'e' },
    { "smart4all-ctte", SMALL_FIRM, D "\"partners\":[" ES "]", 'n' },
    { "smart4all-ctte", SMALL_FIRM, D "\"partners\":[" PTP ",{\"sme\":true}]", 'u' },
    { "digitbrain-ae", SMALL_FIRM, D "\"digital_twin\":true,\"partners\":[" ES "]", 'e' },
    { "digitbrain-ae", SMALL_FIRM, D "\"digital_twin\":true,\"partners\":[]", 'n' },
    { "digitbrain-ae", SMALL_FIRM, D "\"partners\":[" ES "]", 'u' },
    { "change2twin-deployment-voucher", SMALL_FIRM, D "\"technologies\":[\"digital-twins\"]", 'e' },
    { "change2twin-deployment-voucher", SMALL_FIRM, D "\"digital_twin\":false", 'n' },
    { "change2twin-deployment-voucher", SMALL_FIRM, D, 'u' },
    { "change2twin-assessment-voucher", SMALL_FIRM, "\"goal\":\"learn\",\"digital_twin\":true",
      'e' },
    { "change2twin-assessment-voucher", SMALL_FIRM,
      "\"goal\":\"solve-challenge\",\"digital_twin\":true", 'n' },
    { "change2twin-assessment-voucher", SMALL_FIRM, "\"goal\":\"learn\"", 'u' },
    { "bowi-tte", LV, D, 'e' },
    { "bowi-tte", SMALL_FIRM, D "\"hub\":\"some-hub\",\"partners\":[" HUB ("ES") "]", 'e' },
    { "bowi-tte", SMALL_FIRM, D "\"hub\":\"some-hub\",\"partners\":[]", 'n' },
    { "bowi-tte", SMALL_FIRM, D, 'u' },
    { "dih-world-experiment", SMALL_FIRM, D "\"hub\":\"some-hub\"", 'e' },
    { "dih-world-experiment", SMALL_FIRM, "\"goal\":\"learn\",\"hub\":\"some-hub\"", 'n' },
    { "dih-world-experiment", SMALL_FIRM, D, 'u' },
    { "euhubs4data-experiment", SMALL_FIRM,
      D "\"technologies\":[\"ai\"],\"hub\":\"some-hub\",\"partners\":[" HUB ("ES") "]", 'e' },
    { "euhubs4data-experiment", SMALL_FIRM,
      D "\"technologies\":[\"ai\"],\"hub\":\"some-hub\",\"partners\":[]", 'n' },
    { "euhubs4data-experiment", SMALL_FIRM, D "\"technologies\":[\"ai\"]", 'u' },
    { "metabuilding-seed-voucher", BUILDER, "\"goal\":\"learn\",\"partners\":[]", 'e' },
    { "metabuilding-seed-voucher", BUILDER, "\"goal\":\"learn\",\"partners\":[" ES "]", 'n' },
    { "metabuilding-seed-voucher", BUILDER, "\"goal\":\"learn\"", 'u' },
    { "metabuilding-seed-voucher", LV, "\"goal\":\"learn\",\"partners\":[]", 'n' },
    { "digi-b-cube-prototyping-voucher", SMALL_FIRM, D "\"proven_concept\":false", 'e' },
    { "digi-b-cube-prototyping-voucher", SMALL_FIRM, D "\"proven_concept\":true", 'n' },
    { "digi-b-cube-prototyping-voucher", SMALL_FIRM, D, 'u' },
    { "digi-b-cube-customised-solution-voucher", SMALL_FIRM,
      D "\"proven_concept\":true,\"partners\":[" PTP "]", 'e' },
    { "digi-b-cube-customised-solution-voucher", SMALL_FIRM,
      D "\"proven_concept\":false,\"partners\":[" PTP "]", 'n' },
    { "digi-b-cube-customised-solution-voucher", SMALL_FIRM, D "\"partners\":[" PTP "]", 'u' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].project);
      /* D ends with a comma for what follows; alone it must not. */
      g_autofree char *project
          = g_strndup (cases[i].project,
                       length > 0 && cases[i].project[length - 1] == ',' ? length - 1 : length);
      g_autoptr (AdviceDecisions) decisions
          = fixture_advise (cases[i].company, project, SAMPLE_ANSWERS);

      g_test_message ("%s %s", cases[i].id, project);
      assert_status (decisions, cases[i].id, cases[i].expected);
    }
}

/* --- criteria --- */

static void
test_criteria (void)
{
  g_autoptr (AdviceDecisions) decisions = fixture_advise (
      SMALL_FIRM, DEVELOP "\"partners\":[" PARTNER_FROM ("ES", "true", "26.5") "]", SAMPLE_ANSWERS);
  const AdviceInstrument *low = fixture_find (decisions, "twin-ae-low-digital");
  const AdviceCriterion *weakest = fixture_criterion (low, "weakest score");
  const AdviceCriterion *cps = fixture_criterion (low, "cyber physical");
  const AdviceCriterion *countries = fixture_criterion (low, "country count");

  g_assert_cmpuint (low->n_criteria, ==, 10);
  g_assert_cmpuint (low->n_met, ==, 9);
  g_assert_cmpuint (low->n_not_met, ==, 1);
  g_assert_cmpuint (low->n_unknown, ==, 0);
  g_assert_cmpint (weakest->outcome, ==, ADVICE_CRITERION_NOT_MET);
  g_assert_cmpint (weakest->basis, ==, ADVICE_BASIS_INFERRED);
  g_assert_true (fixture_says (weakest->distance, "at most 25"));
  g_assert_true (fixture_says (weakest->distance, "now 26.5"));
  g_assert_cmpstr (weakest->table, ==, "twin-ae-low-digital");
  g_assert_cmpuint (weakest->rule, ==, 1);
  g_assert_cmpuint (weakest->column, ==, 10);
  g_assert_cmpint (cps->basis, ==,
                   ADVICE_BASIS_INFERRED); /* from the technologies, not from the plain question */
  g_assert_cmpint (countries->outcome, ==, ADVICE_CRITERION_MET);
  g_assert_true (fixture_says (countries->from, "Portugal and Spain"));
  g_assert_cmpint (fixture_criterion (fixture_find (decisions, "twin-ae"), "country count")->basis,
                   ==, ADVICE_BASIS_STATED);
  g_assert_cmpint (fixture_criterion (low, "goal")->proof, ==, ADVICE_PROOF_DECLARED);
}

static void
test_criteria_open (void)
{
  g_autoptr (AdviceDecisions) decisions
      = fixture_advise (SMALL_FIRM, "\"goal\":\"develop\"", SAMPLE_ANSWERS);
  const AdviceInstrument *twin = fixture_find (decisions, "twin-ae");
  const AdviceCriterion *countries = fixture_criterion (twin, "country count");

  g_assert_cmpint (countries->outcome, ==, ADVICE_CRITERION_UNKNOWN);
  g_assert_cmpint (countries->proof, ==, ADVICE_PROOF_NONE);
  g_assert_cmpstr (countries->path, ==, "project.partners");
  /* where they are is asked after who they are */
  g_assert_true (fixture_says (countries->from, "Who takes part"));
  g_assert_null (countries->distance);
  g_assert_true (fixture_says (fixture_criterion (twin, "cyber physical")->from,
                               "sensors, electronics and software?"));
  g_assert_cmpstr (fixture_criterion (twin, "cyber physical")->path, ==, "project.cyber_physical");
}

static void
test_open_questions (void)
{
  g_autoptr (AdviceDecisions) empty = fixture_advise ("", "", "");
  g_autoptr (AdviceDecisions) sample
      = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS);
  gboolean found = FALSE;

  g_assert_cmpuint (empty->n_open_questions, >, 5);
  for (guint i = 1; i < empty->n_open_questions; i++)
    {
      g_assert_cmpuint (empty->open_questions[i - 1].n_instruments, >=,
                        empty->open_questions[i].n_instruments);
      for (guint j = 0; j < i; j++)
        g_assert_false (base_text_equal (empty->open_questions[i].row->question,
                                         empty->open_questions[j].row->question));
    }
  for (guint i = 0; i < sample->n_open_questions; i++)
    {
      g_assert_cmpstr (sample->open_questions[i].row->name, !=, "goal");
      found = found || g_str_equal (sample->open_questions[i].row->name, "digital twin");
    }
  g_assert_true (found);
}

/* --- words --- */

static void
test_closed (void)
{
  g_autoptr (AdviceDecisions) decisions
      = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS);
  const AdviceInstrument *twin = fixture_find (decisions, "twin-ae");
  g_autofree char *verdict = fixture_say (twin->verdict);
  g_autofree char *other = fixture_say (fixture_find (decisions, "single-ae")->verdict);
  g_autofree char *open
      = fixture_say (fixture_find (decisions, "change2twin-assessment-voucher")->verdict);
  g_autofree char *undated = fixture_say (fixture_find (decisions, "fed4sae-ae")->verdict);

  g_assert_cmpstr (verdict, ==, "Closed 2021 · your project is of this kind");
  g_assert_cmpstr (other, ==, "Closed 2021 · your project is not of this kind");
  g_assert_cmpstr (open, ==, "Closed 2021 · cannot tell yet");
  g_assert_cmpstr (undated, ==, "Closed · your project is of this kind");
  g_assert_cmpint (twin->call, ==, ADVICE_CALL_CLOSED);
  g_assert_cmpstr (twin->call_date, ==, "2021-06");
  g_assert_true (fixture_says (twin->money, "It paid up to EUR 50 000 to each firm."));
  g_assert_cmpuint (twin->n_today, >=, 3);
  for (guint i = 0; i < decisions->n_instruments; i++)
    g_assert_cmpint (decisions->instruments[i].call, ==, ADVICE_CALL_CLOSED);
}

/* The advice of a day on which the call was open. */
static void
test_open_then (void)
{
  static const struct
  {
    const char *date;
    AdviceCall call;
    const char *verdict;
  } cases[] = {
    { "2021-03-15", ADVICE_CALL_UNKNOWN, "No call known · your project is of this kind" },
    { "2021-03-16", ADVICE_CALL_OPEN, "Fits" },
    { "2021-06-30", ADVICE_CALL_OPEN, "Fits" },
    { "2021-07-01", ADVICE_CALL_CLOSED, "Closed 2021 · your project is of this kind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssessmentDocument) document
          = fixture_document (SMALL_FIRM, DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS);
      g_autoptr (AdviceDecisions) decisions = fixture_decide (document, cases[i].date);
      const AdviceInstrument *twin = fixture_find (decisions, "twin-ae");
      g_autofree char *verdict = fixture_say (twin->verdict);

      g_assert_cmpint (twin->call, ==, cases[i].call);
      g_assert_cmpstr (verdict, ==, cases[i].verdict);
    }
}

static void
test_fit (void)
{
  g_autoptr (AdviceDecisions) low
      = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[]", SAMPLE_ANSWERS);
  g_autoptr (AdviceDecisions) open = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[]", "");

  g_assert_true (fixture_says (fixture_find (low, "single-ae")->fit, "26.56"));
  g_assert_true (fixture_says (fixture_find (low, "single-ae")->fit, "upgrade your products"));
  g_assert_true (
      fixture_says (fixture_find (low, "twin-ae")->fit, "There is exactly one partner firm"));
  g_assert_true (fixture_says (fixture_find (open, "single-ae")->fit, "depends on your score"));
}

static void
add_amounts (GHashTable *allowed)
{
  for (guint i = 0; i < catalogue_n_instruments (fixture_catalogue ()); i++)
    {
      const CatalogueInstrument *instrument = catalogue_instrument (fixture_catalogue (), i);

      g_hash_table_add (allowed,
                        g_strdup_printf ("%" G_GINT64_FORMAT, instrument->amount_each_eur));
      g_hash_table_add (allowed,
                        g_strdup_printf ("%" G_GINT64_FORMAT, instrument->amount_total_eur));
    }
  g_hash_table_add (allowed, g_strdup ("100000")); /* the cap that DIH-FAQ states */
}

/* Every amount in @text is one of those that a source states. */
static void
check_amounts (GHashTable *allowed, const BaseText *text)
{
  g_autofree char *said = fixture_say (text);
  const char *at = said;

  while (at != NULL && (at = strstr (at, "EUR ")) != NULL)
    {
      g_autoptr (GString) digits = g_string_new (NULL);

      for (at += strlen ("EUR "); *at != '\0'; at = g_utf8_next_char (at))
        if (g_ascii_isdigit (*at))
          g_string_append_c (digits, *at);
        else if (*at != ' ')
          break;
      if (!g_hash_table_contains (allowed, digits->str))
        g_error ("an amount that no source states: %s", said);
    }
}

static void
test_amounts (void)
{
  static const char *const silent[] = { "single-ae",
                                        "twin-ae-low-digital",
                                        "generic-experiment",
                                        "hubcap-experiment",
                                        "smartees2-ae",
                                        "digitbrain-ae",
                                        "change2twin-assessment-voucher",
                                        "bowi-tte",
                                        "dih-world-experiment",
                                        "digi-b-cube-prototyping-voucher",
                                        "digi-b-cube-customised-solution-voucher" };
  g_autoptr (GHashTable) allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AdviceDecisions) decisions
      = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS);

  add_amounts (allowed);
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    g_assert_null (fixture_find (decisions, silent[i])->money);
  for (guint i = 0; i < decisions->n_instruments; i++)
    {
      const AdviceInstrument *instrument = &decisions->instruments[i];

      check_amounts (allowed, instrument->money);
      check_amounts (allowed, instrument->verdict);
      check_amounts (allowed, instrument->fit);
      for (guint j = 0; j < instrument->n_warnings; j++)
        check_amounts (allowed, instrument->warnings[j].text);
      for (guint j = 0; j < instrument->n_today; j++)
        check_amounts (allowed, instrument->today[j]);
    }
  g_assert_true (fixture_says (fixture_find (decisions, "digital-challenge")->money,
                               "It paid up to EUR 110 000 for a project."));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/instrument/digifed", test_digifed);
  g_test_add_func ("/advice/instrument/priority", test_priority);
  g_test_add_func ("/advice/instrument/warnings", test_warnings);
  g_test_add_func ("/advice/instrument/warning-unknown", test_warning_unknown);
  g_test_add_func ("/advice/instrument/warning-texts", test_warning_texts);
  g_test_add_func ("/advice/instrument/sisters", test_sisters);
  g_test_add_func ("/advice/instrument/criteria", test_criteria);
  g_test_add_func ("/advice/instrument/criteria-open", test_criteria_open);
  g_test_add_func ("/advice/instrument/open-questions", test_open_questions);
  g_test_add_func ("/advice/instrument/closed", test_closed);
  g_test_add_func ("/advice/instrument/open-then", test_open_then);
  g_test_add_func ("/advice/instrument/fit", test_fit);
  g_test_add_func ("/advice/instrument/amounts", test_amounts);
  result = g_test_run ();
  fixture_close ();
  return result;
}
