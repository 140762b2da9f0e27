/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

/* Documents that nobody expects: the report prints all of it and stays a report. */

static AssessmentDocument *
with (AssessmentDocument *document, const char *path, const char *value)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *changed = assessment_document_with_string (document, path, value, &error);

  g_assert_no_error (error);
  assessment_document_unref (document);
  return changed;
}

static void
check_pdf (AssessmentDocument *document, const char *expected)
{
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
  g_autofree char *text = report_to_text (report);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  g_assert_cmpuint (report_n_pages (report), >, 5);
  if (expected != NULL)
    g_assert_nonnull (strstr (text, expected));
}

static void
test_samples (void)
{
  static const char *const samples[]
      = { "sample-metalworks", "incomplete", "micro-first", "scan", "all-fields" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (AssessmentDocument) document = report_fixture_sample (samples[i]);
      check_pdf (document, NULL);
    }
}

static void
test_empty (void)
{
  g_autoptr (AssessmentDocument) document = assessment_document_new ("dma-sme", "1.0");

  check_pdf (document, "Company without a name");
}

/* Nothing is cut: the whole name is on the pages, and a word without spaces is broken. */
static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (10000, 'M');
  AssessmentDocument *document = report_fixture_sample ("sample-metalworks");

  document = with (document, "company.legal_name", name);
  document = with (document, "company.city", name);
  check_pdf (document, name);
  assessment_document_unref (document);
}

static void
test_markup (void)
{
  AssessmentDocument *document = report_fixture_sample ("sample-metalworks");

  document = with (document, "company.legal_name", "<b>A & B</b> %s 'quoted' \\ (c)");
  check_pdf (document, "<b>A & B</b> %s 'quoted' \\ (c)");
  assessment_document_unref (document);
}

static void
test_scripts (void)
{
  static const char *const names[] = {
    "\xd7\x91\xd7\xa8\xd7\x96\xd7\x9c \xd7\x91\xd7\xa2\xd7\x9e", /* Hebrew */
    "\xd8\xb4\xd8\xb1\xd9\x83\xd8\xa9 "
    "\xd8\xa7\xd9\x84\xd9\x85\xd8\xb9\xd8\xa7\xd8\xaf\xd9\x86",                 /* Arabic */
    "\xe9\x87\x91\xe5\xb1\x9e\xe5\x8a\xa0\xe5\xb7\xa5",                         /* Chinese */
    "\xce\x9c\xce\xb5\xcf\x84\xce\xb1\xce\xbb\xce\xbb\xce\xb9\xce\xba\xce\xac", /* Greek */
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AssessmentDocument *document = report_fixture_sample ("sample-metalworks");
      document = with (document, "company.legal_name", names[i]);
      check_pdf (document, names[i]);
      assessment_document_unref (document);
    }
}

/* A remark of many pages flows on, paragraph by paragraph. */
static void
test_long_note (void)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) source = report_fixture_sample ("sample-metalworks");
  AssessmentDocument *document = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (note, "word%u ", i);
  g_string_append (note, "the end");
  document = assessment_document_with_item (source, "notes");
  document = with (document, "notes[0].question", "q4");
  document = with (document, "notes[0].text", note->str);
  document = with (document, "notes[0].author", "An Adviser");
  g_autoptr (AssessmentDocument) shown
      = assessment_document_with_boolean (document, "notes[0].in_report", TRUE, &error);
  g_assert_no_error (error);
  check_pdf (shown, "word999 the end");
  check_pdf (shown, "An Adviser");
  assessment_document_unref (document);
}

static void
test_letter (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (GError) error = NULL;
  ReportOptions options = { .paper = REPORT_PAPER_LETTER };
  g_autoptr (Report) letter = report_new (advice, report_fixture_language (), &options, &error);
  g_autoptr (Report) a4 = report_fixture_report (advice, REPORT_PROFILE_FULL);
  double width, height;

  g_assert_no_error (error);
  report_page_size (letter, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 612.0, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 792.0, 0.01);
  g_assert_cmpuint (report_n_pages (letter), >=, report_n_pages (a4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/hostile/samples", test_samples);
  g_test_add_func ("/report/hostile/empty", test_empty);
  g_test_add_func ("/report/hostile/long-name", test_long_name);
  g_test_add_func ("/report/hostile/markup", test_markup);
  g_test_add_func ("/report/hostile/scripts", test_scripts);
  g_test_add_func ("/report/hostile/long-note", test_long_note);
  g_test_add_func ("/report/letter", test_letter);
  int result = g_test_run ();
  report_fixture_clear ();
  return result;
}
