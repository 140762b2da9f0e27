/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-page.h"

#include "report/report-say.h"

#include <string.h>

/* Pages as they were laid out: the marks at their places, and the furniture around them. */

#define HEAD_RULE 7.0      /* under the head's baseline */
#define FOOT_RULE 42.0     /* from the bottom */
#define FOOT_BASELINE 30.4 /* from the bottom */

void
report_page_free (ReportPage *page)
{
  for (guint i = 0; i < page->placed->len; i++)
    report_block_unref (g_array_index (page->placed, ReportPlaced, i).block);
  g_array_unref (page->placed);
  g_free (page->title);
  g_free (page);
}

int
report_find_destination (const Report *report, const char *destination)
{
  for (guint p = 0; p < report->pages->len; p++)
    {
      const ReportPage *page = g_ptr_array_index (report->pages, p);
      for (guint i = 0; i < page->placed->len; i++)
        if (g_strcmp0 (g_array_index (page->placed, ReportPlaced, i).block->destination,
                       destination)
            == 0)
          return (int)p;
    }
  return -1;
}

static void
draw_words (Report *report,
            cairo_t *cr,
            ReportStyle style,
            const char *words,
            double x,
            double y,
            double width,
            ReportAlign align)
{
  ReportWords line = report_words_new_line (report->fonts, style, words, width);

  /* Furniture keeps its side of the page whatever way its words run. */
  if (align == REPORT_ALIGN_START)
    width = report_words_line_width (&line, 0);
  cairo_set_source_rgb (cr, 0, 0, 0);
  report_words_draw_line (&line, 0, cr, x, y, width, align);
  report_words_clear (&line);
}

static void
draw_line (const ReportFrame *frame, cairo_t *cr, double y)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.35);
  cairo_move_to (cr, frame->left, y);
  cairo_line_to (cr, frame->left + frame->width, y);
  cairo_stroke (cr);
}

const char *
report_page_heading (Report *report)
{
  /* The questionnaire's own title is too long for a head. */
  const char *title = report->options.profile == REPORT_PROFILE_BLANK
                          ? report_tr (report, N_ ("Questionnaire"))
                          : report_heading (report);
  const char *stage = report_stage (report);

  return stage != NULL ? report_join (report, " \xc2\xb7 ", title, stage, NULL) : title;
}

static void
draw_head (Report *report, const ReportFrame *frame, cairo_t *cr)
{
  const char *title = report_page_heading (report);
  double half = frame->width / 2.0;

  draw_words (report, cr, REPORT_STYLE_FURNITURE_STRONG, report_company (report), frame->left,
              frame->head, half + 32.0, REPORT_ALIGN_START);
  draw_words (report, cr, REPORT_STYLE_FURNITURE, title, frame->left + half + 42.0, frame->head,
              half - 42.0, REPORT_ALIGN_END);
  draw_line (frame, cr, frame->head + HEAD_RULE);
}

/* A form that is not filled in yet has no data, and no day but the one written on it. */
static const char *
foot_questionnaire (Report *report)
{
  const SurveyPack *pack = advice_pack (report->advice);

  return report_join (report, ", ", report->options.draft ? report_tr (report, N_ ("Draft")) : "",
                      report_join (report, " ", report_tr (report, N_ ("Questionnaire")),
                                   survey_pack_id (pack), survey_pack_version (pack), NULL),
                      NULL);
}

static const char *
foot_document (Report *report)
{
  const char *id = report_field (report, "id");
  const char *date = report_field (report, "date");
  g_autofree char *head = id != NULL && g_utf8_validate (id, -1, NULL)
                              ? g_utf8_substring (id, 0, MIN (8, g_utf8_strlen (id, -1)))
                              : NULL;

  if (report->options.profile == REPORT_PROFILE_BLANK)
    return foot_questionnaire (report);
  return report_join (
      report, ", ", report->options.draft ? report_tr (report, N_ ("Draft")) : "",
      head != NULL ? report_take (
          report, base_text_with_string (base_text_new (N_ ("Document {id}")), "id", head))
                   : report_tr (report, N_ ("Document without a number")),
      date != NULL ? report_date (report, date) : "", NULL);
}

static const char *
foot_hash (Report *report)
{
  const char *sha = advice_versions (report->advice)->document_sha256;

  if (report->options.profile == REPORT_PROFILE_BLANK)
    return "";
  g_autofree char *four = g_strndup (sha, 4), *eight = g_strndup (sha + MIN (4, strlen (sha)), 4);
  g_autofree char *digits = g_strconcat (four, " ", eight, NULL);

  return report_take (report,
                      base_text_with_string (base_text_new (N_ ("Self-declared. Data set {hash}")),
                                             "hash", digits));
}

const char *
report_page_foot (Report *report)
{
  return report_join (report, " \xc2\xb7 ", foot_document (report), foot_hash (report), NULL);
}

static void
draw_foot (Report *report, const ReportFrame *frame, guint index, cairo_t *cr)
{
  double y = frame->page_height - FOOT_BASELINE, last = frame->width - 380.0;

  draw_line (frame, cr, frame->page_height - FOOT_RULE);
  draw_words (report, cr, REPORT_STYLE_FURNITURE, foot_document (report), frame->left, y, 170.0,
              REPORT_ALIGN_START);
  draw_words (report, cr, REPORT_STYLE_FURNITURE, foot_hash (report), frame->left + 180.0, y, 190.0,
              REPORT_ALIGN_START);
  draw_words (report, cr, REPORT_STYLE_FURNITURE_STRONG,
              report_take (
                  report, base_text_with_integer (
                              base_text_with_integer (base_text_new (N_ ("Page {page} of {pages}")),
                                                      "page", index + 1),
                              "pages", report->pages->len)),
              frame->left + 380.0, y, last, REPORT_ALIGN_END);
}

static void
set_color (const ReportMark *mark, cairo_t *cr)
{
  cairo_set_source_rgba (cr, mark->color.red, mark->color.green, mark->color.blue,
                         mark->color.alpha);
}

static void
draw_mark (const ReportMark *mark, cairo_t *cr, double y)
{
  set_color (mark, cr);
  switch (mark->kind)
    {
    case REPORT_MARK_WORDS:
      report_words_draw_line (&mark->words, mark->line, cr, mark->x, y, mark->width, mark->align);
      break;
    case REPORT_MARK_BOX:
      cairo_rectangle (cr, mark->x, y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case REPORT_MARK_DRAWING:
      cairo_save (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      mark->draw (cr, mark->x, y, mark->width, mark->height, mark->data);
      cairo_restore (cr);
      break;
    case REPORT_MARK_RULE:
    default:
      g_assert_not_reached ();
    }
}

/* Rules that follow one another under one pen are one path: each path costs Cairo what a line of
 * words does. @pen: the mark whose rules wait, NULL when none does. */
static void
draw_rules (const ReportMark **pen, cairo_t *cr)
{
  if (*pen == NULL)
    return;
  set_color (*pen, cr);
  cairo_set_line_width (cr, (*pen)->stroke);
  cairo_stroke (cr);
  *pen = NULL;
}

static gboolean
is_same_pen (const ReportMark *pen, const ReportMark *mark)
{
  return memcmp (&pen->stroke, &mark->stroke, sizeof pen->stroke) == 0
         && memcmp (&pen->color, &mark->color, sizeof pen->color) == 0;
}

static void
add_rule (const ReportMark **pen, const ReportMark *mark, cairo_t *cr, double y)
{
  if (*pen != NULL && !is_same_pen (*pen, mark))
    draw_rules (pen, cr);
  cairo_move_to (cr, mark->x, y);
  cairo_line_to (cr, mark->x + mark->width, y);
  *pen = mark;
}

static void
enter (Report *report, ReportTagger *tagger, cairo_t *cr, const ReportMark *mark, double y)
{
  report_tagger_enter (tagger, cr, mark->node);
  if (mark->kind == REPORT_MARK_DRAWING)
    report_tagger_keep_drawing (report->fonts, cr, mark->x, y);
}

/* Rules, boxes and icons first, outside the structure; then what is read, in reading order. */
static void
draw_pass (
    Report *report, const ReportPage *page, cairo_t *cr, ReportTagger *tagger, gboolean furniture)
{
  const ReportMark *pen = NULL;

  for (guint i = 0; i < page->placed->len; i++)
    {
      const ReportPlaced *placed = &g_array_index (page->placed, ReportPlaced, i);

      for (guint m = 0; m < placed->block->marks->len; m++)
        {
          const ReportMark *mark = &g_array_index (placed->block->marks, ReportMark, m);

          if ((mark->node == NULL || placed->repeated) != furniture)
            continue;
          if (mark->kind == REPORT_MARK_RULE)
            {
              add_rule (&pen, mark, cr, placed->y + mark->y);
              continue;
            }
          draw_rules (&pen, cr);
          if (!furniture && tagger != NULL)
            enter (report, tagger, cr, mark, placed->y + mark->y);
          draw_mark (mark, cr, placed->y + mark->y);
        }
    }
  draw_rules (&pen, cr);
}

void
report_page_draw (Report *report, guint index, cairo_t *cr, ReportTagger *tagger)
{
  const ReportPage *page = g_ptr_array_index (report->pages, index);
  ReportFrame frame = report_frame (report, page->landscape);

  if (tagger != NULL)
    {
      report_tagger_enter (tagger, cr, NULL);
      report_tagger_begin_furniture (tagger, cr);
    }
  if (index > 0 || report->options.profile == REPORT_PROFILE_MANAGEMENT
      || report->options.profile == REPORT_PROFILE_BLANK)
    draw_head (report, &frame, cr);
  draw_foot (report, &frame, index, cr);
  draw_pass (report, page, cr, tagger, TRUE);
  if (tagger != NULL)
    report_tagger_end_furniture (tagger, cr);
  draw_pass (report, page, cr, tagger, FALSE);
  if (tagger != NULL)
    report_tagger_enter (tagger, cr, NULL);
}
