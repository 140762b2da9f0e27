/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-comparison.h"
#include "advice/advice-plan.h"
#include "advice/advice-readiness.h"
#include "base/base-data.h"

#include <string.h>

/* "Ready to submit?": the rich sample is ready; each thing taken away or spoilt brings its finding
 * at its place, and nothing else of that weight. */

static AdviceReadiness *
check_on (AssessmentDocument *document, const char *date, const char *earlier)
{
  g_autoptr (AssessmentDocument) old = earlier != NULL ? fixture_sample (earlier) : NULL;
  g_autoptr (Advice) before = old != NULL ? fixture_whole (old, date) : NULL;
  g_autoptr (Advice) advice = fixture_whole (document, date);

  return advice_readiness_new (advice, before);
}

static AdviceReadiness *
check (AssessmentDocument *document)
{
  return check_on (document, TODAY, "sample-metalworks-t0");
}

static const AdviceReadinessFinding *
find (const AdviceReadiness *readiness, const char *place, const char *words)
{
  for (guint i = 0; i < advice_readiness_n_findings (readiness); i++)
    {
      const AdviceReadinessFinding *finding = advice_readiness_finding (readiness, i);

      if (strcmp (finding->place, place) == 0 && fixture_says (finding->text, words))
        return finding;
    }
  return NULL;
}

/* Exactly one error more than the sample has, at @place. */
static void
assert_one_error (AssessmentDocument *document, const char *place, const char *words)
{
  g_autoptr (AdviceReadiness) readiness = check (document);

  g_test_message ("%s %s", place, words);
  for (guint i = 0; i < advice_readiness_count (readiness, ADVICE_SEVERITY_ERROR); i++)
    {
      g_autofree char *said = fixture_say (advice_readiness_finding (readiness, i)->text);

      g_test_message ("  %s: %s", advice_readiness_finding (readiness, i)->place, said);
    }
  g_assert_cmpuint (advice_readiness_count (readiness, ADVICE_SEVERITY_ERROR), ==, 1);
  g_assert_nonnull (find (readiness, place, words));
  g_assert_cmpint (find (readiness, place, words)->severity, ==, ADVICE_SEVERITY_ERROR);
  g_assert_false (advice_readiness_is_ready (readiness));
  g_assert_true (
      fixture_says (advice_readiness_summary (readiness), "Not ready to submit: 1 error,"));
}

static void
test_sample_is_ready (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");
  g_autoptr (AdviceReadiness) readiness = check (document);

  for (guint i = 0; i < advice_readiness_n_findings (readiness); i++)
    {
      g_autofree char *said = fixture_say (advice_readiness_finding (readiness, i)->text);

      g_test_message ("%s: %s", advice_readiness_finding (readiness, i)->place, said);
    }
  g_assert_true (advice_readiness_is_ready (readiness));
  g_assert_true (fixture_says (advice_readiness_summary (readiness), "Ready to submit: 0 errors"));
  g_assert_cmpuint (advice_readiness_n_declarations (readiness), ==, 8);
}

static const struct
{
  const char *path, *place, *words;
} removed[] = {
  { "company.legal_name", "company:company.legal_name", "registered name" },
  { "company.registration", "company:company.registration", "registration number" },
  { "company.contact.email", "company:company.contact.email", "e-mail" },
  { "company.region", "company:company.region", "NUTS" },
  { "company.vat_number", "company:company.vat_number", "tax number" },
  { "company.nace.revision", "company:company.nace.revision", "revision of NACE" },
  { "company.accounts[1]", "size:company.accounts", "one year only" },
  { "company.holdings", "size:company.holdings", "is not answered" },
  { "company.aid", "aid:company.aid", "declaration of it" },
  { "company.aid_exclusions", "aid:company.aid_exclusions", "left out" },
  { "company.other_funding", "funding:company.other_funding", "same costs" },
  { "company.aid[0].amount_eur", "aid:company.aid[0].amount_eur", "The amount is missing" },
  { "date", "maturity:date", "day of the assessment" },
  { "project.title", "project:project.title", "title is missing" },
  { "project.budget_eur", "project:project.budget_eur", "budget" },
  { "project.partners[0].country", "partners:project.partners[0].country", "Talleres" },
  { "project.partners[0].signed", "partners:project.partners[0].signed", "has not signed" },
  { "project.call", "call:project.call", "No call is entered" },
  { "project.call.version", "call:project.call.version", "version" },
  { "project.call.deadline", "call:project.call.deadline", "deadline is missing" },
  { "project.call.statements[1]", "call:project.call.statements", "Seat of the applicant" },
  { "declarations[3]", "declarations:declarations", "No double funding" },
  { "declarations[3].on", "declarations:declarations[3]", "and when, is missing" },
  { "evidence[0].file", "evidence:evidence[0]", "No file is attached" },
  { "answers.q8", "answers:answers.q8", "1 question is not completely answered" },
};

static void
test_each_removed (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");

  for (guint i = 0; i < G_N_ELEMENTS (removed); i++)
    {
      g_autoptr (AssessmentDocument) less
          = g_str_has_prefix (removed[i].path, "answers.")
                ? assessment_document_without_answer (document, removed[i].path + 8)
                : assessment_document_without (document, removed[i].path);

      assert_one_error (less, removed[i].place, removed[i].words);
    }
}

static const struct
{
  const char *path, *value, *place, *words;
} spoilt[] = {
  { "company.vat_number", "PT12345", "company:company.vat_number", "form of PT: 9 digits" },
  { "company.vat_number", "123456789", "company:company.vat_number", "two letters" },
  { "company.nace.class", "6201", "company:company.nace.class", "does not belong to the division" },
  { "date", "2025-11-17", "maturity:date", "before the earlier stage" },
  { "project.ends_on", "2026-12-01", "project:project.ends_on", "before it starts" },
  { "project.call.deadline", "2026-11-19", "call:project.call.deadline", "has passed" },
  { "project.call.statements[0].state", "not-met", "call:project.call.statements[0].state",
    "stated as not met" },
  { "evidence[4].valid_until", "2026-12-31", "evidence:evidence[4]", "No longer valid" },
};

static void
test_each_spoilt (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AssessmentDocument) other
          = assessment_document_with_string (document, spoilt[i].path, spoilt[i].value, &error);

      g_assert_no_error (error);
      assert_one_error (other, spoilt[i].place, spoilt[i].words);
    }
}

/* What is no error but must be seen. */
static void
test_warnings (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");
  g_autoptr (AssessmentDocument) digit
      = assessment_document_with_string (document, "company.vat_number", "PT501964842", NULL);
  g_autoptr (AssessmentDocument) foreign
      = assessment_document_with_string (document, "company.vat_number", "ESB58378431", NULL);
  g_autoptr (AssessmentDocument) old
      = assessment_document_with_string (document, "evidence[0].date", "2024-01-28", NULL);
  g_autoptr (AdviceReadiness) of_digit = check (digit);
  g_autoptr (AdviceReadiness) of_foreign = check (foreign);
  g_autoptr (AdviceReadiness) of_old = check (old);
  g_autoptr (AdviceReadiness) late = check_on (document, "2027-01-20", "sample-metalworks-t0");
  g_autoptr (AdviceReadiness) alone = check_on (document, TODAY, NULL);

  g_assert_cmpint (find (of_digit, "company:company.vat_number", "seems to be wrong")->severity, ==,
                   ADVICE_SEVERITY_WARNING);
  g_assert_nonnull (find (of_foreign, "company:company.vat_number", "another country"));
  g_assert_nonnull (find (of_old, "evidence:evidence[0]", "Older than three years"));
  g_assert_nonnull (find (late, "call:project.call.deadline", "9 days are left"));
  g_assert_null (find (alone, "maturity:previous", "not named"));
  g_assert_true (advice_readiness_is_ready (of_digit));
}

/* A chain of firms: each link needs its figures, each is named at its own place. */
static void
test_chain (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("all-fields");
  g_autoptr (AssessmentDocument) less
      = assessment_document_without (document, "company.holdings[0].accounts[0].turnover_eur");
  g_autoptr (AdviceReadiness) whole = check_on (document, TODAY, NULL);
  g_autoptr (AdviceReadiness) without = check_on (less, TODAY, NULL);

  g_assert_nonnull (find (whole, "size:company.holdings[0].holdings[1].accounts",
                          "Every Tools Lda.: its accounts"));
  /* A public body has none to add. */
  g_assert_null (find (whole, "size:company.holdings[0].holdings[0].accounts", "accounts"));
  g_assert_null (find (whole, "size:company.holdings[0].accounts[0].turnover_eur", "turnover"));
  g_assert_nonnull (
      find (without, "size:company.holdings[0].accounts[0].turnover_eur", "Every Holding S.A."));
}

/* The smallest firm: many errors, each with its place and its words, none without. */
static void
test_nothing_known (void)
{
  static const char *const samples[]
      = { "micro-first", "incomplete", "sample-metalworks", "all-fields", "scan" };

  for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
    {
      g_autoptr (AssessmentDocument) document = fixture_sample (samples[s]);
      g_autoptr (AdviceReadiness) readiness = NULL;
      AdviceSeverity last = ADVICE_SEVERITY_ERROR;

      if (strcmp (samples[s], "scan") == 0)
        continue; /* another questionnaire: the fixture has one */
      readiness = check_on (document, TODAY, NULL);
      g_assert_false (advice_readiness_is_ready (readiness));
      for (guint i = 0; i < advice_readiness_n_findings (readiness); i++)
        {
          const AdviceReadinessFinding *finding = advice_readiness_finding (readiness, i);
          g_autofree char *said = fixture_say (finding->text);
          g_autofree char *place = g_strdup_printf ("%s:%s", finding->topic, finding->path);

          g_assert_cmpstr (finding->place, ==, place);
          g_assert_cmpuint (strlen (said), >, 10);
          g_assert_null (strchr (said, '{'));
          g_assert_cmpint (finding->severity, >=, last);
          g_assert_cmpint (finding->basis == ADVICE_BASIS_STATED, ==, finding->source != NULL);
          last = finding->severity;
        }
    }
}

/* The rich sample does not contradict itself: figures in it are those that its answers give. */
static void
test_sample_is_consistent (void)
{
  g_autoptr (AssessmentDocument) t0 = fixture_sample ("sample-metalworks-t0");
  g_autoptr (AssessmentDocument) t1 = fixture_sample ("sample-metalworks-t1");
  g_autoptr (Advice) before = fixture_whole (t0, TODAY);
  g_autoptr (Advice) now = fixture_whole (t1, TODAY);
  g_autoptr (AdviceComparison) comparison = advice_comparison_new (before, now);
  g_autoptr (AdvicePlan) plan = advice_plan_new (now);
  g_autoptr (AdvicePlan) old_plan = advice_plan_new (before);
  g_autofree char *agreed = assessment_document_value_to_json (t1, "agreed.q6.value");
  g_autofree char *answer = assessment_document_answer_to_json (t1, "q6");
  double official;

  g_assert_cmpstr (assessment_document_get_string (t1, "previous"), ==,
                   assessment_document_id (t0));
  g_assert_cmpstr (agreed, ==, answer);
  g_assert_true (assessment_document_get_number (t1, "portal.official_score", &official));
  g_assert_cmpint ((int)(official * 100 + 0.5), ==,
                   survey_score_overall (advice_score (now)).value);
  g_assert_cmpint (advice_comparison_overall (comparison)->difference, >, 0);
  g_assert_cmpuint (advice_plan_n_problems (plan), ==, 0);
  g_assert_cmpuint (advice_plan_n_targets (plan), ==, 6);
  g_assert_cmpuint (advice_plan_n_targets (old_plan), ==, 3);
  g_assert_cmpuint (advice_n_contradictions (now), ==, 0);
  for (guint i = 0; i < assessment_document_count (t1, "evidence"); i++)
    {
      g_autofree char *file_path = g_strdup_printf ("evidence[%u].file", i);
      g_autofree char *hash_path = g_strdup_printf ("evidence[%u].sha256", i);
      g_autofree char *name
          = g_strdup_printf ("samples/evidence/%s", assessment_document_get_string (t1, file_path));
      g_autofree char *path = base_data_path (name, NULL);
      g_autoptr (GBytes) bytes = base_data_read (path, 1 << 20, NULL);
      g_autofree char *hash
          = base_data_sha256 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      g_assert_cmpstr (hash, ==, assessment_document_get_string (t1, hash_path));
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/readiness/sample", test_sample_is_ready);
  g_test_add_func ("/advice/readiness/removed", test_each_removed);
  g_test_add_func ("/advice/readiness/spoilt", test_each_spoilt);
  g_test_add_func ("/advice/readiness/warnings", test_warnings);
  g_test_add_func ("/advice/readiness/chain", test_chain);
  g_test_add_func ("/advice/readiness/nothing-known", test_nothing_known);
  g_test_add_func ("/advice/readiness/consistent", test_sample_is_consistent);
  status = g_test_run ();
  fixture_close ();
  return status;
}
