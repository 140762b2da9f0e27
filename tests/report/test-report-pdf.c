/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "report/report-form.h"
#include <glib/gstdio.h>
#include <poppler.h>

/* The file as another program reads it. */

/* Old versions of poppler have no cleanup functions of their own, new ones have: hence names of
 * ours. */
typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

/* The sample's full report, made once for all tests that only read it. */
static GBytes *sample;

static GBytes *
make_pdf (ReportProfile profile)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, profile);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = report_to_pdf (report, &error);

  g_assert_no_error (error);
  return pdf;
}

static GBytes *
sample_pdf (void)
{
  if (sample == NULL)
    sample = make_pdf (REPORT_PROFILE_FULL);
  return g_bytes_ref (sample);
}

static PopplerDocument *
read_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static char *
read_lines (PopplerDocument *document)
{
  GString *all = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

static char *
read_text (PopplerDocument *document)
{
  g_autofree char *lines = read_lines (document);

  return report_fixture_squeeze (lines);
}

static void
test_text (void)
{
  g_autoptr (AssessmentDocument) source = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (source);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autoptr (Document) document = read_pdf (pdf);
  g_autofree char *text = read_text (document);

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, (int)report_n_pages (report));
  g_assert_nonnull (strstr (text, "26.56"));
  for (guint i = 0; i < advice_n_hubs_shown (advice); i++)
    {
      g_autofree char *name = report_fixture_squeeze (advice_hub (advice, i)->hub->city);
      g_assert_nonnull (strstr (text, name));
    }
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      g_autofree char *title
          = report_fixture_squeeze (advice_instrument (advice, i)->instrument->title);
      g_assert_nonnull (strstr (text, title));
    }
  g_assert_nonnull (strstr (text, "Page2of"));
}

/* The contents name each part whole, however long the language's words are. */
static void
test_contents (void)
{
  static const char *const languages[] = { "en", "de", "pt" };
  g_autoptr (AssessmentDocument) source = report_fixture_sample ("sample-metalworks-t1");
  g_autoptr (Advice) advice = report_fixture_advice (source);

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (int paper = REPORT_PAPER_A4; paper <= REPORT_PAPER_LETTER; paper++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (BaseLanguage) language = base_language_new (languages[l], &error);
        g_assert_no_error (error);
        const ReportOptions options = { .paper = (ReportPaper)paper };
        g_autoptr (Report) report = report_new (advice, language, &options, &error);
        g_assert_no_error (error);
        g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
        g_assert_no_error (error);
        g_autoptr (Document) document = read_pdf (pdf);
        g_autoptr (Page) cover = poppler_document_get_page (document, 0);
        g_autofree char *text = poppler_page_get_text (cover);
        if (strstr (text, "…") != NULL)
          g_error ("%s, paper %d: the contents are cut:\n%s", languages[l], paper, text);
      }
}

static void
test_metadata (void)
{
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autoptr (Document) document = read_pdf (pdf);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *metadata = poppler_document_get_metadata (document);

  g_assert_cmpstr (title, ==, "Digital maturity assessment: Sample Metalworks, Lda.");
  g_assert_cmpstr (author, ==, "Sample Metalworks, Lda.");
  g_assert_nonnull (metadata);
  g_assert_nonnull (strstr (metadata, "<dc:title>"));
}

typedef struct
{
  guint headings[7], tables, bodies, figures, figures_said, links, rows, loose_cells;
  int last_level;
  gboolean skipped;
} Structure;

static void
count_element (Structure *seen, PopplerStructureElement *element)
{
  switch ((int)poppler_structure_element_get_kind (element))
    {
    case POPPLER_STRUCTURE_ELEMENT_HEADING_1:
    case POPPLER_STRUCTURE_ELEMENT_HEADING_2:
    case POPPLER_STRUCTURE_ELEMENT_HEADING_3:
      {
        int level = (int)poppler_structure_element_get_kind (element)
                    - (int)POPPLER_STRUCTURE_ELEMENT_HEADING_1 + 1;
        seen->headings[level]++;
        seen->skipped = seen->skipped || level > seen->last_level + 1;
        seen->last_level = level;
        break;
      }
    case POPPLER_STRUCTURE_ELEMENT_TABLE:
      seen->tables++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_TABLE_BODY:
      seen->bodies++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_TABLE_ROW:
      seen->rows++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_LINK:
      seen->links++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_FIGURE:
      {
        g_autofree char *alt = poppler_structure_element_get_alt_text (element);
        seen->figures++;
        seen->figures_said += alt != NULL && *alt != '\0' ? 1 : 0;
        break;
      }
    default:
      break;
    }
}

static void
walk (Structure *seen, PopplerStructureElementIter *iter)
{
  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      count_element (seen, element);
      if (child != NULL)
        walk (seen, child);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
      g_object_unref (element);
    }
  while (poppler_structure_element_iter_next (iter));
}

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autoptr (Document) document = read_pdf (pdf);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
  Structure seen = { 0 };

  g_assert_nonnull (iter);
  walk (&seen, iter);
  poppler_structure_element_iter_free (iter);
  g_assert_cmpuint (seen.headings[1], >=, 10);
  g_assert_cmpuint (seen.headings[2], >=, 20);
  g_assert_cmpuint (seen.headings[3], >=, 6);
  g_assert_false (seen.skipped);
  g_assert_cmpuint (seen.tables, >=, 20);
  g_assert_cmpuint (seen.bodies, ==, seen.tables); /* heads that are repeated do not cut a table */
  g_assert_cmpuint (seen.rows, >=, 100);
  g_assert_cmpuint (seen.links, >=, 10);
  g_assert_cmpuint (seen.figures, >=, 10);
  g_assert_cmpuint (seen.figures_said, ==, seen.figures);
}

/* @children: how many entries stand below those of the first level. */
static guint
count_entries (PopplerIndexIter *iter, guint *children)
{
  guint n = 0;

  do
    {
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);
      guint none = 0;

      n++;
      if (child != NULL)
        *children += count_entries (child, &none);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (poppler_index_iter_next (iter));
  return n;
}

/* Each section is in the outline and in the list of contents; the six areas stand below theirs. */
static void
test_outline_and_links (void)
{
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autoptr (Document) document = read_pdf (pdf);
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  g_autoptr (Page) cover = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (cover);
  guint children = 0;
  guint sections;

  g_assert_nonnull (iter);
  sections = count_entries (iter, &children);
  poppler_index_iter_free (iter);
  g_assert_cmpuint (children, ==, 6);
  g_assert_cmpuint (sections, >=, 12);
  g_assert_cmpuint (g_list_length (links), ==, sections);
  poppler_page_free_link_mapping (links);
}

/* All are in the file, and are Inter or @other (NULL: none). How many are the other. */
static guint
check_fonts (PopplerDocument *document, const char *other)
{
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n = 0, n_others = 0;

  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (document), &iter));
  do
    {
      const char *name = poppler_fonts_iter_get_name (iter);

      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      if (strstr (name, "Inter") == NULL)
        {
          if (other == NULL || strstr (name, other) == NULL)
            g_error ("the font %s is neither Inter nor %s", name, other != NULL ? other : "-");
          n_others++;
        }
      n++;
    }
  while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n, >=, 3);
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
  return n_others;
}

static void
test_fonts (void)
{
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autoptr (Document) document = read_pdf (pdf);

  check_fonts (document, NULL);
}

/* Emoji are drawn with our own font whatever the system has; a box with the code of a sign would be
 * set in a font of the system. They are in the text that is read back, joined ones too. */
static void
test_emoji (void)
{
  const char *name = "Blech & S\u00f6hne \U0001f527\U0001f1ea\U0001f1fa\U0001f469\u200d\U0001f527 "
                     "\u2600\ufe0f \u2705 1\ufe0f\u20e3 \U0001f44d\U0001f3fd";
  g_autoptr (AssessmentDocument) source = report_fixture_sample ("sample-metalworks");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_string (source, "company.legal_name", name, &error);
  g_assert_no_error (error);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
  g_assert_no_error (error);
  g_autoptr (Document) read = read_pdf (pdf);
  g_autofree char *text = read_text (read);

  g_assert_cmpuint (check_fonts (read, "NotoEmoji"), ==, 1);
  g_assert_nonnull (strstr (text, "\U0001f527\U0001f1ea\U0001f1fa\U0001f469\u200d\U0001f527"));
  g_assert_nonnull (strstr (text, "\u2705"));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = sample_pdf ();
  g_autoptr (GBytes) second = make_pdf (REPORT_PROFILE_FULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* Who compresses the pages makes no difference. */
static void
test_compress_once (void)
{
  g_autoptr (GBytes) first = sample_pdf ();

  report_compress_once ();
  g_autoptr (GBytes) second = make_pdf (REPORT_PROFILE_FULL);
  g_unsetenv ("CAIRO_DEBUG_PDF");
  g_assert_true (g_bytes_equal (first, second));
}

/* Fonts and words that other reports left behind change nothing. */
static void
test_shared_fonts (void)
{
  static const char *const samples[] = { "incomplete", "sample-metalworks" };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReportFonts) fonts = report_fonts_new ("en", &error);
  g_autoptr (GBytes) alone = sample_pdf ();
  const ReportOptions options = { .profile = REPORT_PROFILE_FULL, .fonts = fonts };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (AssessmentDocument) document = report_fixture_sample (samples[i]);
      g_autoptr (Advice) advice = report_fixture_advice (document);
      g_autoptr (Report) report = report_new (advice, report_fixture_language (), &options, &error);
      g_assert_no_error (error);
      g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_bytes_equal (pdf, alone), ==, i == 1);
    }
}

/* Drawn for a preview or written twice: nothing changes. */
static void
test_one_report_twice (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autoptr (GBytes) first = report_to_pdf (report, NULL);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 850);
  cairo_t *cr = cairo_create (image);

  for (guint i = 0; i < report_n_pages (report); i++)
    report_draw_page (report, i, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  g_autoptr (GBytes) second = report_to_pdf (report, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_write (void)
{
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_HUB_SHEET);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("report-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "out.pdf", NULL);
  g_autofree char *bytes = NULL;

  g_assert_true (report_write_form (report, REPORT_FORM_PDF, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-1.7"));
  g_assert_false (report_write_form (report, REPORT_FORM_PDF, nowhere, &error));
  g_assert_error (error, REPORT_ERROR, REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, nowhere));
  g_unlink (path);
  g_rmdir (folder);
}

/* qpdf reads every object and stream; skipped where it is not installed. */
/* Whether each soft hyphen in what a reader gets stands at the end of a line. Counts them. */
static gboolean
hyphens_end_lines (const char *text, guint *n)
{
  const char *at = text;

  for (*n = 0; (at = strstr (at, "\u00ad")) != NULL; (*n)++)
    {
      at += strlen ("\u00ad");
      if (*at != '\n' && *at != ' ')
        return FALSE;
    }
  return TRUE;
}

/* A word with soft hyphens is parted at them, with a hyphen that readers know as a soft one (ISO
 * 32000-1, 14.8.2.2.3); the others are not in the file: nothing stands between the letters. */
static void
test_soft_hyphens (void)
{
  g_autoptr (AssessmentDocument) source = report_fixture_sample ("sample-metalworks");
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *all = NULL, *squeezed = NULL;
  guint seen;

  for (guint i = 0; i < 12; i++)
    g_string_append (words, "Digital\u00adisierungs\u00adstrategie ");
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_string (source, "project.summary", words->str, &error);
  g_assert_no_error (error);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (Report) report = report_fixture_report (advice, REPORT_PROFILE_FULL);
  g_autoptr (GBytes) pdf = report_to_pdf (report, &error);
  g_assert_no_error (error);
  g_autoptr (Document) read = read_pdf (pdf);
  all = read_lines (read);
  squeezed = report_fixture_squeeze (all);

  g_assert_true (hyphens_end_lines (all, &seen));
  g_assert_cmpuint (seen, >, 0);
  g_assert_cmpuint (seen, <, 12);
  g_assert_nonnull (strstr (all, "Digitalisierungsstrategie"));
  g_assert_nonnull (strstr (squeezed, "DigitalisierungsstrategieDigitalisierungsstrategie"
                                      "DigitalisierungsstrategieDigitalisierungsstrategie"));
}

static void
test_qpdf (void)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *output = NULL;
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  int status = 0;

  if (qpdf == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  int fd = g_file_open_tmp ("report-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, data, (gssize)length, &error);
  g_assert_no_error (error);
  char *argv[] = { qpdf, (char *)"--check", path, NULL };
  g_spawn_sync (NULL, argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/text", test_text);
  g_test_add_func ("/report/pdf/contents", test_contents);
  g_test_add_func ("/report/pdf/metadata", test_metadata);
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/outline-and-links", test_outline_and_links);
  g_test_add_func ("/report/pdf/fonts", test_fonts);
  g_test_add_func ("/report/pdf/emoji", test_emoji);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/compress-once", test_compress_once);
  g_test_add_func ("/report/pdf/shared-fonts", test_shared_fonts);
  g_test_add_func ("/report/pdf/one-report-twice", test_one_report_twice);
  g_test_add_func ("/report/pdf/write", test_write);
  g_test_add_func ("/report/pdf/soft-hyphens", test_soft_hyphens);
  g_test_add_func ("/report/pdf/qpdf", test_qpdf);
  int result = g_test_run ();
  g_clear_pointer (&sample, g_bytes_unref);
  report_fixture_clear ();
  return result;
}
