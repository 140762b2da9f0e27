/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-data.h"
#include "report/report-logo.h"
#include "report/report-page.h"
#include "report/report-part.h"
#include "report/report-section-list.h"
#include "report/report-say.h"
#include "report/report-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Puts a report together: sections → blocks → pages, once; then everything only reads them. */

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
#define BELOW_TEXT 55.89 /* from the lower edge: the foot and its air */
#define HEAD 44.0
/* A turned sheet is filed with its upper edge at the holes. */
#define TURNED_MARGIN 49.28
#define TURNED_HEAD 60.0
#define TURNED_TOP 84.0

G_DEFINE_QUARK (report - error - quark, report_error)

static const char *const profile_names[]
    = { "full", "hub-sheet", "funding", "management", "blank", NULL };

gboolean
report_profile_from_name (const char *name, ReportProfile *profile)
{
  g_return_val_if_fail (name != NULL && profile != NULL, FALSE);

  for (guint i = 0; profile_names[i] != NULL; i++)
    if (g_str_equal (name, profile_names[i]))
      {
        *profile = (ReportProfile)i;
        return TRUE;
      }
  return FALSE;
}

const char *const *
report_profile_names (void)
{
  return profile_names;
}

static void
describe_file (const char *what, const char *path, GString *text)
{
  g_autoptr (GBytes) bytes = path != NULL ? base_data_read (path, G_MAXINT32, NULL) : NULL;
  gsize length = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *sha256 = bytes != NULL ? base_data_sha256 (data, length) : NULL;

  g_string_append_printf (text, "%s %s\n", what, sha256 != NULL ? sha256 : "-");
}

void
report_describe_making (const ReportOptions *options, GString *text)
{
  const AdviceVersions *before = options->before != NULL ? advice_versions (options->before) : NULL;

  g_string_append_printf (text,
                          "cairo %s\npango %s\nprofile %d\npaper %d\nhide_amounts %d\n"
                          "hide_names %d\nonly_answered %d\ndraft %d\nwithout %u\nbefore %s\n"
                          "copies %d\n",
                          cairo_version_string (), pango_version_string (), options->profile,
                          options->paper, options->hide_amounts, options->hide_names,
                          options->only_answered, options->draft, options->without,
                          before != NULL ? before->document_sha256 : "-", options->copies != NULL);
  describe_file ("logo", options->logo, text);
  describe_file ("hub_logo", options->hub_logo, text);
}

ReportFrame
report_frame (const Report *report, gboolean landscape)
{
  if (!landscape)
    return (ReportFrame){ report->page_width, report->page_height, REPORT_LEFT, REPORT_WIDTH,
                          REPORT_TOP,         report->bottom,      HEAD };
  return (ReportFrame){ report->page_height, report->page_width,
                        TURNED_MARGIN,       report->page_height - 2.0 * TURNED_MARGIN,
                        TURNED_TOP,          report->page_width - BELOW_TEXT,
                        TURNED_HEAD };
}

ReportNode *
report_add_node (Report *report, ReportNode *parent, const char *tag)
{
  ReportNode *node = report_node_new (parent, tag);

  g_ptr_array_add (report->nodes, node);
  return node;
}

const char *
report_company (Report *report)
{
  const char *name = report_field (report, "company.legal_name");

  if (name == NULL)
    name = report_field (report, "company.name");
  return name != NULL ? name : report_tr (report, N_ ("Company without a name"));
}

const char *
report_heading (Report *report)
{
  switch (report->options.profile)
    {
    case REPORT_PROFILE_HUB_SHEET:
      return report_tr (report, N_ ("For a conversation with your hub"));
    case REPORT_PROFILE_BLANK:
      return report_tr (report, survey_pack_title (advice_pack (report->advice)));
    case REPORT_PROFILE_FUNDING:
      return assessment_document_has (advice_document (report->advice), "project.call")
                 ? report_tr (report, N_ ("Annex on digital maturity"))
                 : report_tr (report, N_ ("Digital maturity report"));
    case REPORT_PROFILE_MANAGEMENT:
    case REPORT_PROFILE_FULL:
    default:
      return report_tr (report, N_ ("Digital maturity assessment"));
    }
}

ChartStyle
report_chart_style (Report *report, const char *words)
{
  return chart_style_print (report_fonts_context (report->fonts, words),
                            report_fonts_description (report->fonts));
}

gboolean
report_step (Report *report, double done)
{
  return report->options.step == NULL || report->options.step (done, report->options.step_data);
}

void
report_set_stopped (GError **error)
{
  g_set_error_literal (error, REPORT_ERROR, REPORT_ERROR_STOPPED, _ ("The report was stopped"));
}

static void
add_blocks (GPtrArray *all, ReportFlow *flow)
{
  for (guint i = 0; i < flow->blocks->len; i++)
    g_ptr_array_add (all, report_block_ref (g_ptr_array_index (flow->blocks, i)));
}

static gboolean
add_whole (Report *report, GPtrArray *all)
{
  ReportFlow flow, cover;
  gboolean finished;

  report_flow_init (&flow, report, report->root, REPORT_LEFT, REPORT_WIDTH);
  finished = report_section_list_write (&flow);
  report_flow_init (&cover, report, report->root, REPORT_LEFT, REPORT_WIDTH);
  report_section_cover (&cover, flow.blocks);
  add_blocks (all, &cover);
  report_flow_clear (&cover);
  add_blocks (all, &flow);
  report_flow_clear (&flow);
  return finished;
}

static gboolean
lay_out (Report *report)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)report_block_unref);
  ReportFlow flow;
  gboolean finished = TRUE;

  report->root = report_add_node (report, NULL, "Document");
  report_flow_init (&flow, report, report->root, REPORT_LEFT, REPORT_WIDTH);
  switch (report->options.profile)
    {
    case REPORT_PROFILE_HUB_SHEET:
      report_section_hub_sheet (&flow);
      break;
    case REPORT_PROFILE_MANAGEMENT:
      report_section_management (&flow);
      break;
    case REPORT_PROFILE_BLANK:
      report_section_blank (&flow);
      break;
    case REPORT_PROFILE_FULL:
    case REPORT_PROFILE_FUNDING:
    default:
      finished = add_whole (report, all);
      break;
    }
  add_blocks (all, &flow);
  report_flow_clear (&flow);
  if (finished)
    report_paginate (report, all);
  return finished && report_step (report, REPORT_LAID_OUT);
}

static gboolean
load_logos (Report *report, const ReportOptions *options, GError **error)
{
  const char *const paths[] = { options->logo, options->hub_logo };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (paths[i] != NULL)
      {
        report->logos[i] = report_logo_load (paths[i], error);
        if (report->logos[i] == NULL)
          return FALSE;
      }
  return TRUE;
}

static void
take_options (Report *report, const ReportOptions *options)
{
  report->options = *options;
  report->options.logo = report->options.hub_logo = NULL;
  report->options.fonts = NULL;
  if (options->before != NULL)
    {
      advice_ref (options->before);
      report->comparison = advice_comparison_new (options->before, report->advice);
    }
}

Report *
report_new (Advice *advice, BaseLanguage *language, const ReportOptions *options, GError **error)
{
  g_return_val_if_fail (advice != NULL && language != NULL, NULL);

  ReportFonts *fonts = options != NULL && options->fonts != NULL
                           ? report_fonts_ref (options->fonts)
                           : report_fonts_new (base_language_tag (language), error);
  if (fonts == NULL)
    return NULL;
  Report *report = g_new0 (Report, 1);
  report->advice = advice_ref (advice);
  report->language = base_language_ref (language);
  if (options != NULL)
    take_options (report, options);
  report->fonts = fonts;
  report->strings = g_string_chunk_new (4096);
  report->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)report_node_free);
  report->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)report_page_free);
  report->page_width = report->options.paper == REPORT_PAPER_LETTER ? LETTER_WIDTH : A4_WIDTH;
  report->page_height = report->options.paper == REPORT_PAPER_LETTER ? LETTER_HEIGHT : A4_HEIGHT;
  report->bottom = report->page_height - BELOW_TEXT;
  report->readiness = advice_readiness_new (advice, report->options.before);
  if (options != NULL && !load_logos (report, options, error))
    {
      report_free (report);
      return NULL;
    }
  gboolean laid_out = lay_out (report);
  report->options.copies = NULL;
  if (!laid_out)
    {
      report_set_stopped (error);
      report_free (report);
      return NULL;
    }
  return report;
}

void
report_free (Report *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->pages);
  g_ptr_array_unref (report->nodes);
  g_string_chunk_free (report->strings);
  g_clear_pointer (&report->land, chart_land_unref);
  for (guint i = 0; i < G_N_ELEMENTS (report->logos); i++)
    g_clear_pointer (&report->logos[i], cairo_surface_destroy);
  g_clear_pointer (&report->comparison, advice_comparison_free);
  g_clear_pointer (&report->readiness, advice_readiness_free);
  g_clear_pointer (&report->options.before, advice_unref);
  report_fonts_unref (report->fonts);
  base_language_unref (report->language);
  advice_unref (report->advice);
  g_free (report);
}

void
report_set_watcher (Report *report, ReportStepFunc step, gpointer data)
{
  g_return_if_fail (report != NULL);

  report->options.step = step;
  report->options.step_data = data;
}

guint
report_n_untranslated (const Report *report)
{
  g_return_val_if_fail (report != NULL, 0);

  return report->n_untranslated;
}

guint
report_n_pages (const Report *report)
{
  g_return_val_if_fail (report != NULL, 0);

  return report->pages->len;
}

void
report_page_size (const Report *report, guint page, double *width, double *height)
{
  g_return_if_fail (report != NULL && page < report->pages->len);

  const ReportPage *placed = g_ptr_array_index (report->pages, page);
  ReportFrame frame = report_frame (report, placed->landscape);
  if (width != NULL)
    *width = frame.page_width;
  if (height != NULL)
    *height = frame.page_height;
}

const char *
report_page_title (const Report *report, guint page)
{
  g_return_val_if_fail (report != NULL && page < report->pages->len, NULL);

  return ((ReportPage *)g_ptr_array_index (report->pages, page))->title;
}

void
report_draw_page (Report *report, guint page, cairo_t *cr)
{
  g_return_if_fail (report != NULL && cr != NULL && page < report->pages->len);

  cairo_save (cr);
  report_page_draw (report, page, cr, NULL);
  cairo_restore (cr);
}

/* A paragraph's text at its first line; the following lines belong to it. */
static void
append_page_text (GString *text, const ReportPage *page)
{
  for (guint i = 0; i < page->placed->len; i++)
    {
      const ReportBlock *block = g_array_index (page->placed, ReportPlaced, i).block;

      for (guint m = 0; m < block->marks->len; m++)
        {
          const ReportMark *mark = &g_array_index (block->marks, ReportMark, m);

          if (mark->kind == REPORT_MARK_DRAWING && mark->node != NULL && mark->node->alt != NULL)
            g_string_append_printf (text, "%s\n", mark->node->alt);
          if (mark->kind == REPORT_MARK_WORDS && mark->line == 0)
            {
              g_autofree char *plain = report_part_plain (chart_lines_text (mark->words.lines));
              g_string_append_printf (text, "%s\n", plain);
            }
        }
    }
}

char *
report_to_text (Report *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  GString *text = g_string_new (NULL);
  for (guint i = 0; i < report->pages->len; i++)
    append_page_text (text, g_ptr_array_index (report->pages, i));
  return g_string_free (text, FALSE);
}

char *
report_page_text (Report *report, guint page)
{
  g_return_val_if_fail (report != NULL && page < report->pages->len, NULL);

  GString *text = g_string_new (NULL);
  append_page_text (text, g_ptr_array_index (report->pages, page));
  return g_string_free (text, FALSE);
}

/* Signs that a file system refuses become spaces; at most eighty characters of the name are kept.
 */
static char *
file_name_part (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *part = g_utf8_substring (valid, 0, MIN (80, g_utf8_strlen (valid, -1)));

  for (char *p = part; *p != '\0'; p++)
    if (strchr ("/\\:*?\"<>|", *p) != NULL || (guchar)*p < 0x20)
      *p = ' ';
  return g_strdup (g_strstrip (part));
}

static const char *
file_name_words (Report *report)
{
  switch (report->options.profile)
    {
    case REPORT_PROFILE_HUB_SHEET:
      return report_tr (report, N_ ("for the hub"));
    case REPORT_PROFILE_FUNDING:
      return report_tr (report, N_ ("digital maturity, annex"));
    case REPORT_PROFILE_MANAGEMENT:
      return report_tr (report, N_ ("digital maturity, two pages"));
    case REPORT_PROFILE_BLANK:
      return report_tr (report, N_ ("blank questionnaire"));
    case REPORT_PROFILE_FULL:
    default:
      return report_tr (report, N_ ("digital maturity"));
    }
}

char *
report_suggest_name (const Report *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  Report *speaker = (Report *)report; /* words are kept in the report's own memory */
  const char *short_name = report_field (speaker, "company.name");
  g_autofree char *company
      = file_name_part (short_name != NULL ? short_name : report_company (speaker));
  g_autofree char *what = file_name_part (file_name_words (speaker));
  const char *date = report_field (speaker, "date");

  return g_strdup_printf ("%s \xe2\x80\x93 %s %s.pdf", company, what,
                          date != NULL ? date : advice_date (report->advice));
}
