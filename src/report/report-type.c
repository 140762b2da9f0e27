/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-type.h"

#include "report/report-bind.h"

/* One table of sizes, leadings and weights; nothing is smaller than 7 points. */

typedef struct
{
  double size, leading;
  PangoWeight weight;
  double tracking; /* in parts of the size */
  const char *features;
} StyleRow;

#define FEATURES "tnum=1, calt=0"
#define FEATURES_HASH "tnum=1, calt=0, zero=1, ss02=1"

static const StyleRow styles[REPORT_N_STYLES] = {
  [REPORT_STYLE_COVER_TITLE] = { 30, 36, PANGO_WEIGHT_SEMIBOLD, -0.022, FEATURES },
  [REPORT_STYLE_SCORE] = { 46, 48, PANGO_WEIGHT_LIGHT, -0.03, FEATURES },
  [REPORT_STYLE_H1] = { 20, 24, PANGO_WEIGHT_SEMIBOLD, -0.017, FEATURES },
  [REPORT_STYLE_SUBTITLE] = { 15, 24, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_SUBTITLE_STRONG] = { 15, 24, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_LEAD] = { 11.5, 18, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_H2] = { 11, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_H3] = { 9, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_BODY] = { 9, 12, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_BODY_STRONG] = { 9, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_TABLE] = { 8, 10, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_TABLE_STRONG] = { 8, 10, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_TABLE_HEAD] = { 7.5, 9, PANGO_WEIGHT_MEDIUM, 0, FEATURES },
  [REPORT_STYLE_NOTE] = { 7.5, 10, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_NOTE_STRONG] = { 7.5, 10, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_HASH] = { 7, 10, PANGO_WEIGHT_NORMAL, 0, FEATURES_HASH },
  [REPORT_STYLE_FURNITURE] = { 7, 9, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_FURNITURE_STRONG] = { 7, 9, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_SECTION_NUMBER] = { 11, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
};

double
report_style_size (ReportStyle style)
{
  return styles[style].size;
}

double
report_style_leading (ReportStyle style)
{
  return styles[style].leading;
}

gboolean
report_style_is_strong (ReportStyle style)
{
  return styles[style].weight >= PANGO_WEIGHT_MEDIUM;
}

static PangoAttribute *
font_attribute (ReportFonts *fonts, const StyleRow *row)
{
  PangoFontDescription *font = pango_font_description_copy (report_fonts_description (fonts));
  PangoAttribute *attribute;

  pango_font_description_set_absolute_size (font, row->size * PANGO_SCALE);
  pango_font_description_set_weight (font, row->weight);
  attribute = pango_attr_font_desc_new (font);
  pango_font_description_free (font);
  return attribute;
}

static PangoAttrList *
attributes_new (ReportFonts *fonts, const StyleRow *row, gsize strong_length, gboolean plain)
{
  PangoAttrList *list = pango_attr_list_new ();
  g_autofree char *features = g_strconcat (row->features, plain ? CHART_LINES_PLAIN : "", NULL);

  pango_attr_list_insert (list, font_attribute (fonts, row));
  pango_attr_list_insert (list, pango_attr_font_features_new (features));
  if (strong_length > 0)
    {
      PangoAttribute *strong = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
      strong->end_index = (guint)strong_length;
      pango_attr_list_insert (list, strong);
    }
  return list;
}

static ChartLines *
set_lines (ReportFonts *fonts,
           const StyleRow *row,
           const char *words,
           gsize strong_length,
           double width,
           gboolean one_line)
{
  PangoContext *context = report_fonts_context (fonts, words);
  g_autoptr (PangoAttrList) attributes
      = attributes_new (fonts, row, strong_length, chart_lines_is_plain (words));

  return one_line ? chart_lines_new_ellipsized (context, attributes, words, width, 1)
                  : chart_lines_new (context, attributes, words, row->tracking * row->size, width);
}

/* What must stand together does, unless a word would then be cut for want of width. */
static ChartLines *
lines_new (ReportFonts *fonts,
           ReportStyle style,
           const char *words,
           gsize strong_length,
           double width,
           gboolean one_line)
{
  g_autofree char *valid = g_utf8_make_valid (words != NULL ? words : "", -1);
  g_autofree char *bound = report_bind (valid);

  if (bound != NULL)
    {
      ChartLines *lines
          = set_lines (fonts, &styles[style], bound,
                       report_bind_length (valid, bound, strong_length), width, one_line);
      if (!chart_lines_split_word (lines))
        return lines;
      chart_lines_unref (lines);
    }
  return set_lines (fonts, &styles[style], valid, strong_length, width, one_line);
}

/* The same words in the same style and width are set once for a report. The reference is the
 * caller's. */
static ChartLines *
lines_shared (ReportFonts *fonts,
              ReportStyle style,
              const char *words,
              gsize strong_length,
              double width,
              gboolean one_line)
{
  g_autofree char *key
      = g_strdup_printf ("%d %" G_GSIZE_FORMAT " %d %d %s", (int)style, strong_length,
                         (int)(width * PANGO_SCALE), one_line, words != NULL ? words : "");
  ChartLines *lines = report_fonts_find_lines (fonts, key);

  if (lines != NULL)
    return lines;
  lines = lines_new (fonts, style, words, strong_length, width, one_line);
  report_fonts_keep_lines (fonts, key, lines);
  return lines;
}

static ReportWords
words_new (ChartLines *lines, ReportStyle style, gsize strong_length, double width)
{
  return (ReportWords){ .lines = lines,
                        .style = style,
                        .strong_length = strong_length,
                        .n_lines = chart_lines_length (lines),
                        .size = styles[style].size,
                        .leading = styles[style].leading,
                        .width = width };
}

ReportWords
report_words_new (
    ReportFonts *fonts, ReportStyle style, const char *words, gsize strong_length, double width)
{
  ChartLines *lines = lines_shared (fonts, style, words, strong_length, width, FALSE);
  const gsize strong
      = strong_length > 0 ? report_bind_length (words, chart_lines_text (lines), strong_length) : 0;

  return words_new (lines, style, strong, width);
}

ReportWords
report_words_new_line (ReportFonts *fonts, ReportStyle style, const char *words, double width)
{
  return words_new (lines_shared (fonts, style, words, 0, width, TRUE), style, 0, width);
}

void
report_words_clear (ReportWords *words)
{
  g_clear_pointer (&words->lines, chart_lines_unref);
}

gboolean
report_words_splits_word (const ReportWords *words)
{
  return chart_lines_split_word (words->lines);
}

double
report_words_line_width (const ReportWords *words, int line)
{
  return chart_lines_width (words->lines, line);
}

void
report_words_draw_line (const ReportWords *words,
                        int line,
                        cairo_t *cr,
                        double x,
                        double y,
                        double width,
                        ReportAlign align)
{
  double slack = width - report_words_line_width (words, line);

  if (align == REPORT_ALIGN_START && words->n_lines > 1 && chart_lines_is_rtl (words->lines, line))
    align = REPORT_ALIGN_END;
  if (align == REPORT_ALIGN_END)
    x += slack;
  else if (align == REPORT_ALIGN_CENTRE)
    x += slack / 2.0;
  chart_lines_draw (words->lines, line, cr, x, y);
}
