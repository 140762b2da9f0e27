/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "report/report-form.h"

#include <string.h>

/* Every profile in every language: what it must hold, and what it must not. */

static const char *const tags[] = { "en", "de", "pt" };

static Report *
new_report (const char *name, const char *before_name, const char *tag, ReportOptions options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = report_fixture_sample (name);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (AssessmentDocument) earlier
      = before_name != NULL ? report_fixture_sample (before_name) : NULL;
  g_autoptr (Advice) before = earlier != NULL ? report_fixture_advice (earlier) : NULL;
  g_autoptr (BaseLanguage) language = base_language_new (tag, &error);
  Report *report;

  g_assert_no_error (error);
  options.before = before;
  report = report_new (advice, language, &options, &error);
  g_assert_no_error (error);
  return report;
}

static Report *
new_profile (ReportProfile profile, const char *tag)
{
  const ReportOptions options = { .profile = profile };

  return new_report ("sample-metalworks-t1", "sample-metalworks-t0", tag, options);
}

static void
test_management (void)
{
  static const char *const samples[]
      = { "sample-metalworks", "sample-metalworks-t1", "incomplete" };

  for (guint t = 0; t < G_N_ELEMENTS (tags); t++)
    for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
      {
        const ReportOptions options = { .profile = REPORT_PROFILE_MANAGEMENT };
        g_autoptr (Report) report = new_report (samples[s], NULL, tags[t], options);
        g_assert_cmpuint (report_n_pages (report), ==, 2);
      }
}

/* About one call: its conditions with what is stated, and no other kind of support, no hub. */
static void
test_funding (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (tags); t++)
    {
      g_autoptr (Report) report = new_profile (REPORT_PROFILE_FUNDING, tags[t]);
      g_autofree char *text = report_to_text (report);
      g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks-t1");
      g_autoptr (Advice) advice = report_fixture_advice (document);
      const char *const *conditions
          = assessment_document_get_strings (document, "project.call.conditions");

      g_assert_nonnull (conditions);
      for (guint i = 0; conditions[i] != NULL; i++)
        {
          g_autofree char *path = g_strdup_printf ("project.call.statements[%u].clause", i);
          const char *clause = assessment_document_get_string (document, path);

          g_assert_nonnull (strstr (text, conditions[i]));
          g_assert_nonnull (clause);
          g_assert_nonnull (strstr (strstr (text, conditions[i]), clause));
        }
      g_assert_nonnull (
          strstr (text, assessment_document_get_string (document, "project.call.version")));
      g_assert_nonnull (strstr (text, "2027")); /* of the deadline, in the words of each language */
      g_assert_true (t > 0 || strstr (text, "29 January 2027") != NULL);
      g_assert_nonnull (
          strstr (text, assessment_document_get_string (document, "project.call.id")));
      for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
        {
          g_autofree char *path = g_strdup_printf ("evidence[%u].sha256", i);
          const char *hash = assessment_document_get_string (document, path);
          g_assert_true (hash == NULL || strstr (text, hash) != NULL);
        }
      for (guint i = 0; i < advice_n_hubs_shown (advice); i++)
        g_assert_null (strstr (text, advice_hub (advice, i)->hub->name));
      for (guint i = 0; i < advice_n_instruments (advice); i++)
        {
          g_autofree char *line
              = g_strdup_printf ("\n%s\n", advice_instrument (advice, i)->instrument->title);
          g_assert_null (strstr (text, line));
        }
      /* No mark is explained that stands nowhere. */
      g_assert_true (t > 0 || strstr (text, "Closed: the call is over") == NULL);
    }
}

static void
test_without_call (void)
{
  const ReportOptions options = { .profile = REPORT_PROFILE_FUNDING };
  g_autoptr (Report) report = new_report ("incomplete", NULL, "en", options);
  g_autofree char *text = report_to_text (report);

  g_assert_true (g_str_has_prefix (text, "Digital maturity report\n"));
}

/* Nothing that was answered is on the sheet to fill in: two companies get the same questions. */
static void
test_blank (void)
{
  g_autoptr (Report) report = new_profile (REPORT_PROFILE_BLANK, "en");
  g_autofree char *text = report_to_text (report);
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  const SurveyPack *pack = advice_pack (advice);

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);
      g_assert_nonnull (strstr (text, question->title));
      for (guint o = 0; o < question->n_options; o++)
        g_assert_nonnull (strstr (text, question->options[o].title));
    }
  g_assert_null (strstr (text, "of 10"));
}

static void
test_options (void)
{
  const ReportOptions options
      = { .hide_names = TRUE,
          .draft = TRUE,
          .without = report_section_bit ("hubs") | report_section_bit ("support")
                     | report_section_bit ("guidance") | report_section_bit ("swot") };
  g_autoptr (Report) report = new_report ("sample-metalworks-t1", NULL, "en", options);
  g_autofree char *text = report_to_text (report);

  g_assert_null (strstr (text, "Ana Exemplo"));
  g_assert_null (strstr (text, "\nDigital Innovation Hubs\n"));
  g_assert_cmpuint (report_section_bit ("novel"), ==, 0);
  for (guint i = 0; report_section_names ()[i] != NULL; i++)
    g_assert_cmpuint (report_section_bit (report_section_names ()[i]), ==, 1u << i);
}

/* What was given and refused is ticked with who and when; a company that said nothing gets empty
 * boxes, and the funder gets no such sheet at all. */
/* Options of a question stand in the annex of answers only. */
static void
test_only_answered (void)
{
  const ReportOptions options = { .only_answered = TRUE };
  g_autoptr (Report) all = new_report ("incomplete", NULL, "en", (ReportOptions){ 0 });
  g_autoptr (Report) answered = new_report ("incomplete", NULL, "en", options);
  g_autofree char *all_text = report_to_text (all);
  g_autofree char *answered_text = report_to_text (answered);
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("incomplete");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  const SurveyPack *pack = advice_pack (advice);
  guint n_left_out = 0, n_shown = 0;

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);
      g_autofree char *path = g_strconcat ("answers.", question->id, NULL);
      const gboolean known = assessment_document_has (document, path);
      g_autofree char *line = g_strdup_printf ("\n%s\n", question->options[0].title);

      g_assert_nonnull (strstr (all_text, line));
      g_assert_cmpint (strstr (answered_text, line) != NULL, ==, known);
      n_left_out += !known;
      n_shown += known;
    }
  g_assert_cmpuint (n_left_out, >, 0);
  g_assert_cmpuint (n_shown, >, 0);
}

static void
test_consent (void)
{
  const ReportOptions full = { 0 }, funding = { .profile = REPORT_PROFILE_FUNDING };
  g_autoptr (Report) said = new_report ("all-fields", NULL, "en", full);
  g_autoptr (Report) open = new_report ("sample-metalworks", NULL, "en", full);
  g_autoptr (Report) funder = new_report ("all-fields", NULL, "en", funding);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) said_bytes = report_to_form (said, REPORT_FORM_MARKDOWN, &error);
  g_autoptr (GBytes) open_bytes = report_to_form (open, REPORT_FORM_MARKDOWN, &error);
  const char *said_text = g_bytes_get_data (said_bytes, NULL);
  const char *open_text = g_bytes_get_data (open_bytes, NULL);
  g_autofree char *funder_text = report_to_text (funder);

  g_assert_nonnull (strstr (said_text, "advise the company.<br>Νίκη Παράδειγμα, 20 November 2026 "
                                       "| ✓ |  |"));
  g_assert_nonnull (strstr (said_text, "Commission runs.<br>Νίκη Παράδειγμα, 20 November 2026 "
                                       "|  | ✓ |"));
  g_assert_nonnull (strstr (said_text, "as an example. |  |  |"));
  g_assert_nonnull (strstr (open_text, "advise the company. |  |  |"));
  g_assert_null (strstr (funder_text, "The hub may keep this report"));
}

static void
test_logo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "waymark-no-logo.png", NULL);
  ReportOptions options = { .logo = path };
  Report *report;

  g_assert_true (g_file_set_contents (path, "\x89PNG and no more", -1, NULL));
  report = report_new (advice, report_fixture_language (), &options, &error);
  g_assert_null (report);
  g_assert_error (error, REPORT_ERROR, REPORT_ERROR_LOGO);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_same_bytes (void)
{
  for (guint profile = 0; report_profile_names ()[profile] != NULL; profile++)
    {
      g_autoptr (Report) one = new_profile (profile, "de"), two = new_profile (profile, "de");
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = report_to_pdf (one, &error), second = report_to_pdf (two, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, second));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/profiles/management", test_management);
  g_test_add_func ("/report/profiles/funding", test_funding);
  g_test_add_func ("/report/profiles/without-call", test_without_call);
  g_test_add_func ("/report/profiles/blank", test_blank);
  g_test_add_func ("/report/profiles/options", test_options);
  g_test_add_func ("/report/profiles/only-answered", test_only_answered);
  g_test_add_func ("/report/profiles/consent", test_consent);
  g_test_add_func ("/report/profiles/logo", test_logo);
  g_test_add_func ("/report/profiles/same-bytes", test_same_bytes);
  int result = g_test_run ();
  report_fixture_clear ();
  return result;
}
