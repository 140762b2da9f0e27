/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "report/report-part.h"
#include "report/report-steps.h"

/* Everything the Advice says is on the pages: every score, criterion, hub, step, standard and
 * answer. */

static void
assert_has (const char *text, const char *words, const char *what)
{
  g_autofree char *squeezed = words != NULL ? report_fixture_squeeze (words) : NULL;

  if (squeezed != NULL && strstr (text, squeezed) == NULL)
    g_error ("%s is not in the report: %s", what, words);
}

static void
assert_says (const char *text, const BaseText *words, const char *what)
{
  g_autofree char *sentence = words != NULL ? report_fixture_say (words) : NULL;

  if (sentence != NULL && strstr (text, sentence) == NULL)
    g_error ("%s is not in the report: %s", what, sentence);
}

static void
assert_figure (const char *text, int hundredths)
{
  g_autofree char *figure = base_language_decimal (report_fixture_language (), hundredths, 2);

  assert_has (text, figure, "score");
}

static void
check_scores (const Advice *advice, const char *text)
{
  const SurveyScore *score = advice_score (advice);

  assert_figure (text, survey_score_overall (score).value);
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    assert_figure (text, survey_score_dimension (score, i)->score.value);
  for (guint i = 0; i < survey_score_n_questions (score); i++)
    assert_figure (text, survey_score_question (score, i)->points.value);
}

/* The sentence about the size stands once, under its own heading. */
static void
check_origin (const Advice *advice, const AdviceCriterion *criterion, const char *text)
{
  if (g_strcmp0 (criterion->fact, "company size") == 0)
    assert_says (text, advice_size (advice)->reason, "size");
  else
    assert_says (text, criterion->from, "origin");
}

/* Every address a criterion cites is in the list of sources. */
static void
check_sources (const AdviceCriterion *criterion, const char *text)
{
  g_auto (GStrv) words
      = criterion->source != NULL ? g_strsplit_set (criterion->source, " ;", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "http"))
      assert_has (text, words[i], "source");
}

static void
check_criterion (const Advice *advice, const AdviceCriterion *criterion, const char *text)
{
  assert_says (text, criterion->text, "criterion");
  check_sources (criterion, text);
  check_origin (advice, criterion, text);
  assert_says (text, criterion->distance, "distance");
}

/* All steps of today but the question, which stands once with the name of the first kind. */
static void
check_today (const AdviceInstrument *kind, const char *text)
{
  g_autofree char *question = report_fixture_say (kind->question);

  for (guint i = 0; i < kind->n_today; i++)
    {
      g_autofree char *step = report_fixture_say (kind->today[i]);
      if (strstr (step, question) == NULL)
        assert_says (text, kind->today[i], "today");
    }
}

static void
check_kind_in_full (const Advice *advice, const AdviceInstrument *kind, const char *text)
{
  assert_says (text, kind->verdict, "verdict");
  for (guint c = 0; c < kind->n_criteria; c++)
    check_criterion (advice, &kind->criteria[c], text);
  for (guint w = 0; w < kind->n_warnings; w++)
    assert_says (text, kind->warnings[w].text, "warning");
  check_today (kind, text);
}

/* Of a kind that the project is not of: what stands in the way. */
static void
check_kind_in_short (const AdviceInstrument *kind, const char *text)
{
  for (guint c = 0; c < kind->n_criteria; c++)
    if (kind->criteria[c].outcome == ADVICE_CRITERION_NOT_MET)
      {
        assert_says (text, kind->criteria[c].text, "criterion not met");
        assert_says (text, kind->criteria[c].distance, "distance");
        check_sources (&kind->criteria[c], text);
      }
}

static void
check_instruments (const Advice *advice, const char *text)
{
  guint in_full = 0, in_short = 0;

  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      const AdviceInstrument *kind = advice_instrument (advice, i);

      assert_has (text, kind->instrument->title, "kind of support");
      assert_has (text, kind->instrument->programme, "programme");
      assert_says (text, kind->money, "money");
      for (guint c = 0; c < kind->n_changes; c++)
        assert_says (text, kind->changes[c].text, "change");
      if (kind->status == ADVICE_STATUS_NOT_ELIGIBLE)
        {
          check_kind_in_short (kind, text);
          in_short++;
        }
      else
        {
          check_kind_in_full (advice, kind, text);
          in_full++;
        }
    }
  g_assert_cmpuint (in_full, >=, 10);
  g_assert_cmpuint (in_short, >=, 10);
  assert_says (text, advice_instrument (advice, 0)->question, "question");
}

static void
check_matches (const Advice *advice, const char *text)
{
  for (guint i = 0; i < advice_n_hubs_shown (advice); i++)
    {
      const AdviceMatch *match = advice_hub (advice, i);
      assert_has (text, match->hub->name, "hub");
      assert_has (text, match->hub->website, "website");
      for (guint r = 0; r < match->n_reasons; r++)
        assert_says (text, match->reasons[r].text, "reason");
    }
  for (guint i = 0; i < advice_n_clusters_shown (advice); i++)
    assert_has (text, advice_cluster (advice, i)->cluster->name, "cluster");
}

static void
check_answers (const Advice *advice, const char *text)
{
  const SurveyPack *pack = advice_pack (advice);

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);
      assert_has (text, question->title, "question");
      for (guint o = 0; o < question->n_options; o++)
        assert_has (text, question->options[o].title, "option");
    }
}

static gboolean
is_used (const Advice *advice, const char *fact)
{
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      const AdviceInstrument *kind = advice_instrument (advice, i);
      for (guint c = 0; c < kind->n_criteria; c++)
        if (g_strcmp0 (kind->criteria[c].fact, fact) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
check_rest (const Advice *advice, const char *text)
{
  const AdviceVersions *versions = advice_versions (advice);
  const AdviceFacts *facts = advice_facts (advice);

  assert_has (text, versions->document_sha256, "hash of the document");
  assert_has (text, versions->pack_sha256, "hash of the pack");
  assert_has (text, versions->rules_sha256, "hash of the rules");
  assert_has (text, versions->catalogue_sha256, "hash of the catalogue");
  assert_says (text, advice_headline (advice), "headline");
  assert_says (text, advice_size (advice)->title, "size");
  for (guint i = 0; i < advice_facts_count (facts); i++)
    {
      const AdviceFact *fact = advice_facts_get (facts, i);
      if (is_used (advice, fact->row->name))
        assert_says (text,
                     fact->state == ADVICE_FACT_UNKNOWN ? fact->row->question : fact->row->label,
                     "fact");
    }
  for (guint i = 0; i < advice_n_guidance (advice); i++)
    assert_has (text, advice_guidance (advice, i)->guidance->identifier, "standard");
  for (guint i = 0; i < advice_n_services (advice); i++)
    assert_says (text, advice_service (advice, i)->title, "service");
  for (guint i = 0; i < advice_n_steps (advice); i++)
    assert_says (text, advice_step (advice, i)->title, "step");
}

static void
test_complete (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *raw = report_to_text (report);
  g_autofree char *text = report_fixture_squeeze (raw);

  check_scores (advice, text);
  check_instruments (advice, text);
  check_matches (advice, text);
  check_answers (advice, text);
  check_rest (advice, text);
  assert_has (text, "Sample Metalworks, Lda.", "company");
  assert_has (text, "Ana Exemplo", "contact");
  assert_has (text, assessment_document_get_string (document, "project.title"), "project");
  assert_has (text, assessment_document_get_string (document, "project.summary"), "project");
}

/* While questions are open the report gives a range and no level, and says what is missing. */
static void
test_incomplete (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("incomplete");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *raw = report_to_text (report);
  SurveyValue overall = survey_score_overall (advice_score (advice));
  g_autofree char *low = base_language_decimal (report_fixture_language (), overall.low, 2);
  g_autofree char *high = base_language_decimal (report_fixture_language (), overall.high, 2);
  g_autofree char *range = g_strdup_printf ("%s\xe2\x80\x93%s", low, high);

  g_assert_cmpint (overall.value, ==, -1);
  g_assert_nonnull (strstr (raw, range));
  g_assert_nonnull (strstr (raw, "Not answered"));
}

static void
test_hub_sheet (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_HUB_SHEET);
  g_autofree char *raw = report_to_text (report);
  g_autofree char *text = report_fixture_squeeze (raw);

  g_assert_cmpuint (report_n_pages (report), ==, 1);
  assert_says (text, advice_sheet_problem (advice), "problem");
  assert_says (text, advice_sheet_result (advice), "result");
  for (guint i = 0; i < advice_n_sheet_questions (advice); i++)
    assert_says (text, advice_sheet_question (advice, i), "question");
}

static void
test_hidden_amounts (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (GError) error = NULL;
  ReportOptions options = { .hide_amounts = TRUE };
  g_autoptr (Report) hidden = report_new (advice, report_fixture_language (), &options, &error);
  g_autoptr (Report) shown = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *without = report_to_text (hidden), *with = report_to_text (shown);
  g_autofree char *money = base_language_money (report_fixture_language (), 2100000);
  g_autofree char *amount = report_fixture_squeeze (money);
  g_autofree char *squeezed = report_fixture_squeeze (without);
  g_autofree char *squeezed_with = report_fixture_squeeze (with);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (squeezed_with, amount));
  g_assert_null (strstr (squeezed, amount));
  /* The limits of calls and laws are public, and so is what would change an outcome. */
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    for (guint c = 0; c < advice_instrument (advice, i)->n_changes; c++)
      assert_says (squeezed, advice_instrument (advice, i)->changes[c].text, "change");
}

/* In German the report says the same in German, and "EUR" stands after the figure. */
static void
test_german (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseLanguage) german = base_language_new ("de", &error);
  g_assert_no_error (error);
  ReportOptions options = { 0 }, without = { .hide_amounts = TRUE };
  g_autoptr (Report) shown = report_new (advice, german, &options, &error);
  g_assert_no_error (error);
  g_autoptr (Report) hidden = report_new (advice, german, &without, &error);
  g_assert_no_error (error);
  g_autofree char *with_amounts = report_to_text (shown), *no_amounts = report_to_text (hidden);
  g_autofree char *money = base_language_money (german, 2100000);
  g_autofree char *amount = report_part_plain (money);

  g_assert_true (g_str_has_suffix (amount, "EUR"));
  g_assert_nonnull (strstr (with_amounts, "Zusammenfassung"));
  g_assert_nonnull (strstr (with_amounts, "26,56"));
  g_assert_nonnull (strstr (with_amounts, "20. November 2026"));
  g_assert_nonnull (strstr (with_amounts, "eine Liste der Länder wurde nicht gefunden"));
  g_assert_nonnull (strstr (with_amounts, amount));
  g_assert_null (strstr (no_amounts, amount));
  g_assert_nonnull (strstr (no_amounts, "\u2026 EUR"));
}

/* A closed call is never money: no verdict "Fits", and nothing in the present tense. */
static void
test_closed_calls (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *text = report_to_text (report);
  guint closed = 0;

  for (guint i = 0; i < advice_n_instruments (advice); i++)
    closed += advice_instrument (advice, i)->call == ADVICE_CALL_CLOSED ? 1 : 0;
  g_assert_cmpuint (closed, >, 0);
  g_assert_null (strstr (text, "\nFits"));
  g_assert_nonnull (strstr (text, "Closed"));
}

static guint
count_of (const char *text, const char *words)
{
  g_autofree char *squeezed = report_fixture_squeeze (words);
  guint n = 0;

  for (const char *p = text; (p = strstr (p, squeezed)) != NULL; p++)
    n++;
  return n;
}

/* What several kinds of support have in common is said once, and the whole can be read in one go.
 */
static void
test_brief (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *raw = report_to_text (report);
  g_autofree char *text = report_fixture_squeeze (raw);

  g_assert_cmpuint (report_n_pages (report), <=, 34);
  /* for the two kinds whose ways are the same */
  g_assert_cmpuint (
      count_of (text, "it is not about connected devices or embedded electronics; your firm"), ==,
      1);
  g_assert_cmpuint (count_of (text, "fewer than 50) and EUR"), ==, 1);
  g_assert_cmpuint (count_of (text, "Is there, for a firm like ours, an open call of this kind: "),
                    ==, 1);
  g_assert_cmpuint (count_of (text, "Criteria of these kinds, one by one (continued)"), >=, 1);
}

/* What the company has chosen is called by its name, not by the number in the file. */
static void
test_plan (void)
{
  g_autoptr (AssessmentDocument) source = report_fixture_sample ("sample-metalworks");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) listed = assessment_document_with_item (source, "plan.actions");
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_string (listed, "plan.actions[0].id", "q8.3", &error);
  g_assert_no_error (error);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *text = report_to_text (report);
  const SurveyQuestion *question = survey_pack_find_question (advice_pack (advice), "q8");
  g_autofree char *row = NULL;

  g_assert_nonnull (question->options[2].step);
  row = g_strconcat ("State\n", question->options[2].step, "\n", NULL);
  g_assert_nonnull (strstr (text, row));
}

/* The numbers of the steps go up as they are printed, and the summary names the first by the same
 * numbers; a rank is not what is wanted here: large steps rank before small ones. */
static void
test_step_numbers (gconstpointer sample)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample (sample);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *text = report_to_text (report);
  const char *summary = strstr (text, "\nThe first steps\n");
  const char *plan = strstr (text, "\nSteps by period\n");
  guint n = 0;

  g_assert_nonnull (summary);
  g_assert_nonnull (plan);
  for (const char *at = plan; n < advice_n_steps (advice); n++)
    {
      g_autofree char *title
          = base_language_format (report_fixture_language (), report_steps_nth (report, n)->title);
      g_autofree char *row = g_strdup_printf ("\n%u\n%s\n", n + 1, title);
      const char *next = strstr (at, row);

      if (next == NULL)
        break; /* the last ones for later stand with their dimension */
      g_assert_true (n >= 3 || strstr (summary, row) < plan);
      at = next;
    }
  g_assert_cmpuint (n, >=, MIN (12, advice_n_steps (advice)));
}

static void
test_names (void)
{
  ReportProfile profile = REPORT_PROFILE_FULL;
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autofree char *name = report_suggest_name (report);

  g_assert_true (report_profile_from_name ("hub-sheet", &profile));
  g_assert_cmpint (profile, ==, REPORT_PROFILE_HUB_SHEET);
  g_assert_false (report_profile_from_name ("novel", &profile));
  g_assert_true (g_strv_contains (report_profile_names (), "full"));
  g_assert_cmpstr (name, ==, "Sample Metalworks \xe2\x80\x93 digital maturity 2026-11-20.pdf");
  g_assert_cmpstr (report_page_title (report, 1), ==, "Summary");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/content/complete", test_complete);
  g_test_add_func ("/report/content/incomplete", test_incomplete);
  g_test_add_func ("/report/content/hub-sheet", test_hub_sheet);
  g_test_add_func ("/report/content/hidden-amounts", test_hidden_amounts);
  g_test_add_func ("/report/content/german", test_german);
  g_test_add_func ("/report/content/closed-calls", test_closed_calls);
  g_test_add_func ("/report/content/brief", test_brief);
  g_test_add_func ("/report/content/plan", test_plan);
  g_test_add_data_func ("/report/content/step-numbers/first", "sample-metalworks",
                        test_step_numbers);
  g_test_add_data_func ("/report/content/step-numbers/second", "sample-metalworks-t1",
                        test_step_numbers);
  g_test_add_func ("/report/content/names", test_names);
  int result = g_test_run ();
  report_fixture_clear ();
  return result;
}
