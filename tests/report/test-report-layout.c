/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "base/base-data.h"
#include "report/report-bind.h"
#include "report/report-page.h"
#include <glib/gstdio.h>
#include <string.h>

/* How the pages look, as far as a machine can tell: which are turned, which part has how many, that
 * none is nearly empty. */

static const char *const languages[] = { "en", "de", "pt" };
static const char *const samples[]
    = { "sample-metalworks", "sample-metalworks-t1", "all-fields", "micro-first", "incomplete" };

/* The second stage is compared with the first. */
static Report *
make (const char *sample, const char *tag, ReportProfile profile, ReportPaper paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = report_fixture_sample (sample);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (BaseLanguage) language = base_language_new (tag, &error);
  g_assert_no_error (error);
  ReportOptions options = { .profile = profile, .paper = paper };
  g_autoptr (Advice) before = NULL;

  if (g_str_has_suffix (sample, "-t1"))
    {
      g_autoptr (AssessmentDocument) first = report_fixture_sample ("sample-metalworks-t0");
      before = report_fixture_advice (first);
      options.before = before;
    }
  Report *report = report_new (advice, language, &options, &error);
  g_assert_no_error (error);
  return report;
}

static gboolean
is_turned (Report *report, guint page)
{
  double width, height;

  report_page_size (report, page, &width, &height);
  return width > height;
}

/* The register of evidence, and nothing else, stands on turned pages; without evidence none do. */
static void
test_turned (void)
{
  for (int paper = REPORT_PAPER_A4; paper <= REPORT_PAPER_LETTER; paper++)
    {
      g_autoptr (Report) report
          = make ("sample-metalworks-t1", "en", REPORT_PROFILE_FULL, (ReportPaper)paper);
      g_autoptr (Report) plain
          = make ("micro-first", "en", REPORT_PROFILE_FULL, (ReportPaper)paper);
      guint n = 0;

      for (guint i = 0; i < report_n_pages (report); i++)
        {
          gboolean turned = is_turned (report, i);
          n += turned ? 1 : 0;
          g_assert_cmpint (turned, ==,
                           g_str_equal (report_page_title (report, i), "Evidence register"));
        }
      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < report_n_pages (plain); i++)
        g_assert_false (is_turned (plain, i));
    }
}

static guint
count_pages (Report *report, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < report_n_pages (report); i++)
    n += g_str_equal (report_page_title (report, i), title) ? 1 : 0;
  return n;
}

/* A page for each dimension, in every language: the one with remarks and many steps too. */
static void
test_dimensions (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BaseLanguage) language = base_language_new (languages[l], &error);
      g_assert_no_error (error);
      g_autoptr (SurveyPack) pack = survey_pack_load_bundled ("dma-sme", &error);
      g_assert_no_error (error);
      g_autoptr (Report) report
          = make ("sample-metalworks-t1", languages[l], REPORT_PROFILE_FULL, REPORT_PAPER_A4);

      for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
        g_assert_cmpuint (
            count_pages (report,
                         base_language_gettext (language, survey_pack_dimension (pack, i)->title)),
            ==, 1);
    }
}

/* Eight pages and the annexes, in every language and on both papers. */
static void
test_funding (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (int paper = REPORT_PAPER_A4; paper <= REPORT_PAPER_LETTER; paper++)
      {
        g_autoptr (Report) report = make ("sample-metalworks-t1", languages[l],
                                          REPORT_PROFILE_FUNDING, (ReportPaper)paper);
        const int annex = report_find_destination (report, "applicant");

        if (annex < 0 || annex > 8)
          g_error ("%s, paper %d: the annexes begin after %d pages", languages[l], paper, annex);
      }
}

/* How far down the page goes, of where text may stand. */
static double
filled (Report *report, guint page)
{
  const ReportPage *laid = g_ptr_array_index (report->pages, page);
  const ReportFrame frame = report_frame (report, laid->landscape);
  double lowest = frame.top;

  for (guint i = 0; i < laid->placed->len; i++)
    {
      const ReportPlaced *placed = &g_array_index (laid->placed, ReportPlaced, i);
      lowest = MAX (lowest, placed->y + placed->block->height);
    }
  return (lowest - frame.top) / (frame.bottom - frame.top);
}

/* Whether the page after this one begins with the heading of a part, or with what is signed and the
 * lines to sign, which are kept together; or there is none. */
static gboolean
ends_part (Report *report, guint page)
{
  const ReportPage *next;

  if (page + 1 == report->pages->len)
    return TRUE;
  next = g_ptr_array_index (report->pages, page + 1);
  for (guint i = 0; i < next->placed->len; i++)
    {
      const ReportBlock *block = g_array_index (next->placed, ReportPlaced, i).block;
      if (block->height > 0.0)
        return block->begins || block->need > 0.0;
    }
  return FALSE;
}

/* No page holds only what the one before had no room for, only the last page of a part may be less
 * than three fifths full, and no title ends with "?:". */
static void
look_for_waste (Report *report, guint page, const char *what)
{
  g_autofree char *text = report_page_text (report, page);

  if (filled (report, page) < 0.6 && !ends_part (report, page))
    g_error ("%s is left half empty (%.0f %%):\n%s", what, 100.0 * filled (report, page), text);
  if (filled (report, page) < 0.25)
    g_error ("%s is nearly empty (%.0f %%):\n%s", what, 100.0 * filled (report, page), text);
  if (strstr (text, "?:") != NULL)
    g_error ("%s: a title ends with \"?:\"", what);
}

/* The last block of a page that is not its furniture. */
static const ReportBlock *
last_block (Report *report, guint page)
{
  const GArray *placed = ((ReportPage *)g_ptr_array_index (report->pages, page))->placed;

  for (guint i = placed->len; i > 0; i--)
    {
      const ReportBlock *block = g_array_index (placed, ReportPlaced, i - 1).block;
      if (block->height > 0.0)
        return block;
    }
  return NULL;
}

/* No heading, head of a table or group row ends a page, nor the first line of a long paragraph;
 * lines to sign do not begin one. */
static void
look_for_orphans (Report *report, guint page, const char *what)
{
  const ReportBlock *block = last_block (report, page);
  const char *signatures = base_language_gettext (report->language, "Signatures");
  g_autofree char *text = report_page_text (report, page);

  if (page + 1 < report_n_pages (report) && block != NULL && block->keep_next)
    g_error ("%s ends with what belongs to the next", what);
  if (g_str_has_prefix (text, signatures))
    g_error ("%s: lines to sign without what is signed", what);
}

/* A word is only parted where there is no other way: an address, a fingerprint. */
static gboolean
may_part (const ReportMark *mark)
{
  const char *text = chart_lines_text (mark->words.lines);

  return mark->words.style == REPORT_STYLE_HASH || strstr (text, "://") != NULL
         || strchr (text, '@') != NULL;
}

static void
look_for_parted_words (Report *report, guint page, const char *what)
{
  const GArray *placed = ((ReportPage *)g_ptr_array_index (report->pages, page))->placed;

  for (guint i = 0; i < placed->len; i++)
    {
      const GArray *marks = g_array_index (placed, ReportPlaced, i).block->marks;

      for (guint m = 0; m < marks->len; m++)
        {
          const ReportMark *mark = &g_array_index (marks, ReportMark, m);
          if (mark->kind == REPORT_MARK_WORDS && mark->line == 0 && !may_part (mark)
              && report_words_splits_word (&mark->words))
            g_error ("%s parts a word of \"%s\"", what, chart_lines_text (mark->words.lines));
        }
    }
}

/* "12" at the end of a line and "March 2026" on the next, "45" and "%". */
static gboolean
parts_date (const ReportWords *words, int line)
{
  g_autofree char *first = chart_lines_dup_line (words->lines, line);
  g_autofree char *second = chart_lines_dup_line (words->lines, line + 1);

  return g_regex_match_simple ("(^|\\s)\\d{1,2}\\.?\\s*$", first, 0, 0)
         && g_regex_match_simple ("^((de )?\\p{L}+ (de )?\\d{4}\\b|%|km\\b|EUR\\b)", second, 0, 0);
}

static void
look_for_parted_dates (Report *report, guint page, const char *what)
{
  const GArray *placed = ((ReportPage *)g_ptr_array_index (report->pages, page))->placed;

  for (guint i = 0; i < placed->len; i++)
    {
      const GArray *marks = g_array_index (placed, ReportPlaced, i).block->marks;

      for (guint m = 0; m < marks->len; m++)
        {
          const ReportMark *mark = &g_array_index (marks, ReportMark, m);
          if (mark->kind == REPORT_MARK_WORDS && mark->line + 1 < mark->words.n_lines
              && parts_date (&mark->words, mark->line))
            g_error ("%s parts a date of \"%s\"", what, chart_lines_text (mark->words.lines));
        }
    }
}

/* A partner signs a page that holds nothing but its own. */
static void
look_at_partners (Report *report, guint page, const char *what)
{
  const GArray *placed = ((ReportPage *)g_ptr_array_index (report->pages, page))->placed;
  guint sections = 0, partners = 0;

  for (guint i = 0; i < placed->len; i++)
    {
      const ReportBlock *block = g_array_index (placed, ReportPlaced, i).block;
      sections += block->begins ? 1 : 0;
      partners += block->begins && g_str_has_prefix (block->destination, "partner-") ? 1 : 0;
    }
  if (partners > 0 && sections > 1)
    g_error ("%s: a partner’s page holds another section too", what);
}

/* Management has two pages, an empty form no data to vouch for and no day, and none an English
 * sentence in another language. */
static void
look_at_furniture (Report *report, guint page, const char *what)
{
  const char *foot = report_page_foot (report);
  const char *declared = base_language_gettext (report->language, "Self-declared. Data set {hash}");
  g_autofree char *start = g_strndup (declared, (gsize)(strchr (declared, '.') - declared));

  if (report->options.profile == REPORT_PROFILE_MANAGEMENT)
    g_assert_cmpuint (report_n_pages (report), ==, 2);
  if (report_n_untranslated (report) > 0)
    g_error ("%s: %u sentences stand in English: report --draft marks them", what,
             report_n_untranslated (report));
  if ((strstr (foot, start) == NULL) != (report->options.profile == REPORT_PROFILE_BLANK))
    g_error ("%s: the foot says \"%s\"", what, foot);
}

/* Every page of a sample in all profiles, languages and on both papers. */
static void
test_pages (gconstpointer sample)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (int profile = REPORT_PROFILE_FULL; profile <= REPORT_PROFILE_BLANK; profile++)
      for (int paper = REPORT_PAPER_A4; paper <= REPORT_PAPER_LETTER; paper++)
        {
          g_autoptr (Report) report
              = make (sample, languages[l], (ReportProfile)profile, (ReportPaper)paper);

          for (guint i = 0; i < report_n_pages (report); i++)
            {
              g_autofree char *what = g_strdup_printf (
                  "%s in %s, profile %s, paper %d, page %u", (const char *)sample, languages[l],
                  report_profile_names ()[profile], paper, i + 1);
              look_for_waste (report, i, what);
              look_for_orphans (report, i, what);
              look_for_parted_words (report, i, what);
              look_for_parted_dates (report, i, what);
              look_at_partners (report, i, what);
              look_at_furniture (report, i, what);
            }
        }
}

/* Where a line must not end, in the languages of the report; "_" stands for a no-break space. */
static void
test_bind (void)
{
  static const char *const rows[][2] = {
    { "until 12 March 2026, then", "until 12_March 2026, then" },
    { "bis 12. März 2026.", "bis 12._März 2026." },
    { "em 12 de março de 2026", "em 12_de_março de_2026" },
    { "1.º de maio de 2026", "1.º_de_maio de_2026" },
    { "within 12 months, 45 % or 1.5 km", "within 12_months, 45_% or 1.5_km" },
    { "in 2026 the firm", NULL },
    { "Seite 3 von 12", "Seite_3_von_12" },
    { "See Section 3.2 and (Article 5(2))", "See Section_3.2 and (Article_5(2))" },
    { "Verordnung (EU) 2023/2831, Anhang II", "Verordnung (EU)_2023/2831, Anhang_II" },
    { "4 von 7 vorhanden", "4_von_7_vorhanden" },
    { "5.2 points of 100.", "5.2_points of_100." },
    { "na fase T1, n.º 651/2014", "na fase_T1, n.º_651/2014" },
    { "no of people", NULL },
    { "12  months, ", NULL },
    { "", NULL },
    { "It has 3. Machines", NULL },
    { "3 Wirtschaftsprüferinnen", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bound = report_bind (rows[i][0]);
      g_autoptr (GString) shown = bound != NULL ? g_string_new (bound) : NULL;

      if (shown != NULL)
        g_string_replace (shown, "\u00a0", "_", 0);
      g_assert_cmpstr (shown != NULL ? shown->str : NULL, ==, rows[i][1]);
    }
  g_assert_cmpuint (report_bind_length ("1 April 2027: it", "1\u00a0April 2027: it", 13), ==, 14);
  g_assert_cmpuint (report_bind_length ("1\u00a0April: it", "1\u00a0April: it", 9), ==, 9);
  g_assert_cmpuint (report_bind_length ("Ab\u00adc\u00add: e", "Abc\u00add: e", 9), ==, 7);
}

/* The projected score is drawn, and said to those who do not see the picture. */
static void
test_course (void)
{
  g_autoptr (Report) report
      = make ("sample-metalworks-t1", "en", REPORT_PROFILE_FULL, REPORT_PAPER_A4);
  g_autofree char *text = report_to_text (report);

  g_assert_nonnull (strstr (text, "Projected overall score: Now 42.80; 90 days "));
}

/* An adviser's own hub with the person to ask for: printed with the hub, left out with other names.
 */
static void
test_contact (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-report-XXXXXX", &error);
  g_autofree char *lists = g_build_filename (folder, "catalogue", NULL);
  g_autofree char *list = g_build_filename (lists, "hubs.json", NULL);
  g_autofree char *bundled = base_data_dir (&error);
  const char *const sources[] = { bundled, folder, NULL };

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (lists, 0700), ==, 0);
  g_file_set_contents (
      list,
      "{\"format\":\"waymark-hubs\",\"version\":1,\"date\":\"2026-11-20\",\"sources\":{\"s\":"
      "{\"address\":\"https://hub.example/\",\"date\":\"2026-11-20\"}},\"hubs\":[{\"id\":"
      "\"own-hub\",\"name\":\"Own Hub\",\"country\":\"PT\",\"region\":\"PT11\",\"city\":"
      "\"Porto\",\"lat\":41.15,\"lon\":-8.61,\"kind\":\"edih\",\"contact\":"
      "\"Rita Exemplo, rita@hub.example\",\"sectors\":{\"metalworking\":5},\"technologies\":"
      "{\"cps\":5,\"robotics\":5},\"services\":{\"prototyping\":5},\"pillars\":"
      "[\"test-before-invest\"],\"source\":\"s\"}]}",
      -1, &error);
  g_assert_no_error (error);
  g_autoptr (Catalogue) catalogue = catalogue_new (sources, &error);
  g_assert_no_error (error);
  g_autoptr (AdviceRules) rules = advice_rules_load_bundled (&error);
  g_assert_no_error (error);
  g_autoptr (SurveyPack) pack = survey_pack_load_bundled ("dma-sme", &error);
  g_assert_no_error (error);
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = advice_new (document, pack, rules, catalogue, REPORT_FIXTURE_DATE);

  for (int hidden = FALSE; hidden <= TRUE; hidden++)
    {
      ReportOptions options = { .profile = REPORT_PROFILE_FULL, .hide_names = hidden };
      g_autoptr (Report) report = report_new (advice, report_fixture_language (), &options, &error);
      g_assert_no_error (error);
      g_autofree char *text = report_to_text (report);
      g_assert_nonnull (strstr (text, "Own Hub"));
      g_assert_cmpint (strstr (text, "Contact: Rita Exemplo, rita@hub.example") != NULL, ==,
                       !hidden);
    }
  g_assert_cmpint (g_remove (list), ==, 0);
  g_assert_cmpint (g_rmdir (lists), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/layout/turned", test_turned);
  g_test_add_func ("/report/layout/dimensions", test_dimensions);
  g_test_add_func ("/report/layout/funding", test_funding);
  for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
    {
      g_autofree char *path = g_strconcat ("/report/layout/pages/", samples[s], NULL);
      g_test_add_data_func (path, samples[s], test_pages);
    }
  g_test_add_func ("/report/layout/bind", test_bind);
  g_test_add_func ("/report/layout/course", test_course);
  g_test_add_func ("/report/layout/contact", test_contact);
  int failed = g_test_run ();
  report_fixture_clear ();
  return failed;
}
