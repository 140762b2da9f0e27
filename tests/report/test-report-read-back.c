/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-company.h"
#include "report-fixture.h"

#include "chart/chart-lines.h"
#include "report/report-private.h"
#include <poppler.h>
#include <string.h>

/* Another program reads the PDF: every line that was laid out stands on its page, and what the
 * Advice says stands in the report. Each profile in each language, and for companies that nobody
 * expects. The language is the test's argument, so that they run side by side. */

typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static BaseLanguage *language;

/* What is being looked at, for messages. */
static char *looking;

static void
assert_has (const char *text, const char *words, const char *what)
{
  g_autofree char *squeezed = words != NULL ? report_fixture_squeeze (words) : NULL;

  if (squeezed != NULL && strstr (text, squeezed) == NULL)
    g_error ("%s: %s is not in the report: %s", looking, what, words);
}

static void
assert_says (const char *text, const BaseText *words, const char *what)
{
  g_autofree char *sentence = words != NULL ? base_language_format (language, words) : NULL;

  assert_has (text, sentence, what);
}

static const char *
tr (const char *msgid)
{
  return msgid != NULL ? base_language_gettext (language, msgid) : NULL;
}

/* --- pages ------------------------------------------------------------------------------------ */

/* A line that was cut with an ellipsis has its beginning there. */
static gboolean
is_there (const char *text, const char *line)
{
  if (strstr (text, line) != NULL)
    return TRUE;
  for (gsize n = strlen (line); n > 3; n--)
    {
      g_autofree char *cut = NULL;

      if ((line[n] & 0xc0) == 0x80)
        continue;
      cut = g_strdup_printf ("%.*s…", (int)n, line);
      if (strstr (text, cut) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What runs from right to left, and signs that a font joins, come back in an order of the reader's
 * own: then each sign counts. Pictographs (beyond U+FFFF) are left out where no font has them. */
static gboolean
signs_are_there (const char *text, const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      if (c < 0x10000 && g_unichar_isprint (c) && g_utf8_strchr (text, -1, c) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_plain (const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      if (c >= 0x10000 || (c >= 0x590 && c < 0x900) || c == 0x200d)
        return FALSE;
    }
  return TRUE;
}

static guint
check_page (const ReportPage *page, guint number, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < page->placed->len; i++)
    {
      const ReportBlock *block = g_array_index (page->placed, ReportPlaced, i).block;

      for (guint m = 0; m < block->marks->len; m++)
        {
          const ReportMark *mark = &g_array_index (block->marks, ReportMark, m);
          g_autofree char *line = NULL, *squeezed = NULL;

          if (mark->kind != REPORT_MARK_WORDS)
            continue;
          line = chart_lines_dup_line (mark->words.lines, mark->line);
          squeezed = report_fixture_squeeze (line);
          if (is_plain (squeezed) ? !is_there (text, squeezed) : !signs_are_there (text, squeezed))
            g_error ("%s: page %u does not say “%s” but: %s", looking, number + 1, line, text);
          n++;
        }
    }
  return n;
}

/* All of it, squeezed. */
static char *
check_pages (Report *report, Document *document)
{
  GString *all = g_string_new (NULL);
  guint n = 0;

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, (int)report_n_pages (report));
  for (guint i = 0; i < report_n_pages (report); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, (int)i);
      g_autofree char *raw = poppler_page_get_text (page);
      g_autofree char *text = report_fixture_squeeze (raw);
      double width, height, found_width, found_height;

      poppler_page_get_size (page, &found_width, &found_height);
      report_page_size (report, i, &width, &height);
      g_assert_cmpfloat_with_epsilon (found_width, width, 0.1);
      g_assert_cmpfloat_with_epsilon (found_height, height, 0.1);
      n += check_page (g_ptr_array_index (report->pages, i), i, text);
      g_string_append (all, text);
    }
  g_assert_cmpuint (n, >, 10);
  return g_string_free (all, FALSE);
}

static void
check_fonts (Document *document)
{
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;

  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (document), &iter));
  do
    if (!poppler_fonts_iter_is_embedded (iter))
      g_error ("%s: the font %s is not in the file", looking, poppler_fonts_iter_get_name (iter));
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

/* --- the model -------------------------------------------------------------------------------- */

static void
check_value (const char *text, SurveyValue value, const char *what)
{
  g_autofree char *low = base_language_decimal (language, value.low, 2);
  g_autofree char *high = base_language_decimal (language, value.high, 2);
  g_autofree char *range = g_strdup_printf ("%s–%s", low, high);
  g_autofree char *figure
      = value.value >= 0 ? base_language_decimal (language, value.value, 2) : NULL;

  assert_has (text, figure != NULL ? figure : range, what);
}

static void
check_scores (const Advice *advice, const char *text)
{
  const SurveyScore *score = advice_score (advice);

  check_value (text, survey_score_overall (score), "overall score");
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    check_value (text, survey_score_dimension (score, i)->score, "score of an area");
}

static void
check_criteria (const Advice *advice, const char *text)
{
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      const AdviceInstrument *kind = advice_instrument (advice, i);

      assert_has (text, tr (kind->instrument->title), "kind of support");
      for (guint c = 0; c < kind->n_criteria; c++)
        if (kind->status != ADVICE_STATUS_NOT_ELIGIBLE
            || kind->criteria[c].outcome == ADVICE_CRITERION_NOT_MET)
          assert_says (text, kind->criteria[c].text, "criterion");
    }
}

static void
check_questions (const Advice *advice, const char *text)
{
  const SurveyPack *pack = advice_pack (advice);

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);

      assert_has (text, tr (question->title), "question");
      for (guint o = 0; o < question->n_options; o++)
        assert_has (text, tr (question->options[o].title), "option");
    }
}

/* Paragraph by paragraph, as they were written. */
static void
check_notes (AssessmentDocument *document, const char *text)
{
  for (guint i = 0; i < assessment_document_count (document, "notes"); i++)
    {
      g_autofree char *shown = g_strdup_printf ("notes[%u].in_report", i);
      g_autofree char *path = g_strdup_printf ("notes[%u].text", i);
      const char *note = assessment_document_get_string (document, path);
      gboolean in_report = FALSE;

      if (note != NULL && assessment_document_get_boolean (document, shown, &in_report)
          && in_report)
        assert_has (text, note, "note");
    }
}

static void
check_evidence (AssessmentDocument *document, const char *text)
{
  static const char *const members[] = { "title", "sha256" };

  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    for (guint m = 0; m < G_N_ELEMENTS (members); m++)
      {
        g_autofree char *path = g_strdup_printf ("evidence[%u].%s", i, members[m]);
        assert_has (text, assessment_document_get_string (document, path), "evidence");
      }
}

static void
check_declarations (Report *report, const char *text)
{
  for (guint i = 0; i < advice_readiness_n_declarations (report->readiness); i++)
    assert_says (text, advice_readiness_declaration (report->readiness, i)->title, "declaration");
}

static void
check_whole (Report *report, const char *text)
{
  AssessmentDocument *document = advice_document (report->advice);

  check_scores (report->advice, text);
  check_questions (report->advice, text);
  check_notes (document, text);
  check_evidence (document, text);
  check_declarations (report, text);
  assert_has (text, advice_versions (report->advice)->document_sha256, "fingerprint");
}

static void
check_sheet (const Advice *advice, const char *text)
{
  assert_says (text, advice_sheet_problem (advice), "problem");
  assert_says (text, advice_sheet_result (advice), "result");
  for (guint i = 0; i < advice_n_sheet_questions (advice); i++)
    assert_says (text, advice_sheet_question (advice, i), "question");
}

static void
check_model (Report *report)
{
  g_autofree char *raw = report_to_text (report);
  g_autofree char *text = report_fixture_squeeze (raw);

  switch (report->options.profile)
    {
    case REPORT_PROFILE_FULL:
      check_whole (report, text);
      check_criteria (report->advice, text);
      break;
    case REPORT_PROFILE_FUNDING:
      check_whole (report, text);
      break;
    case REPORT_PROFILE_BLANK:
      check_questions (report->advice, text);
      break;
    case REPORT_PROFILE_HUB_SHEET:
      check_sheet (report->advice, text);
      break;
    case REPORT_PROFILE_MANAGEMENT:
    default:
      for (guint i = 0; i < MIN (3, advice_n_steps (report->advice)); i++)
        assert_says (text, advice_step (report->advice, i)->title, "step");
    }
}

/* --- the tests -------------------------------------------------------------------------------- */

static void
check_report (Advice *advice, Advice *before, ReportCompany company, ReportProfile profile)
{
  const ReportOptions options = { .profile = profile, .before = before };
  const char *name = profile != REPORT_PROFILE_BLANK ? report_company_name (company) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) report = report_new (advice, language, &options, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
  g_assert_no_error (error);
  g_autoptr (Document) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autofree char *text = NULL, *squeezed = NULL;

  g_assert_no_error (error);
  g_free (looking);
  looking = g_strdup_printf ("%s, %s, %s", report_company_word (company),
                             report_profile_names ()[profile], base_language_tag (language));
  text = check_pages (report, document);
  check_fonts (document);
  check_model (report);
  squeezed = name != NULL ? report_fixture_squeeze (name) : NULL;
  if (name != NULL
      && (is_plain (squeezed) ? strstr (text, squeezed) == NULL
                              : !signs_are_there (text, squeezed)))
    g_error ("%s: the company’s name is not there", looking);
}

static void
test_company (gconstpointer data)
{
  const ReportCompany company = GPOINTER_TO_UINT (data);
  g_autoptr (AssessmentDocument) document = report_company_document (company);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (AssessmentDocument) first = report_fixture_sample ("sample-metalworks-t0");
  g_autoptr (Advice) before
      = company == REPORT_COMPANY_SAMPLE ? report_fixture_advice (first) : NULL;

  for (guint profile = 0; report_profile_names ()[profile] != NULL; profile++)
    check_report (advice, before, company, profile);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  language = base_language_new (argc > 1 ? argv[1] : "en", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < REPORT_N_COMPANIES; i++)
    {
      g_autofree char *path = g_strconcat ("/report/read-back/", report_company_word (i), NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_company);
    }
  int result = g_test_run ();
  g_free (looking);
  base_language_unref (language);
  report_fixture_clear ();
  return result;
}
