/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-style.h"
#include "report/report-fonts.h"

G_BEGIN_DECLS

/* The styles of type, all in points. Words become a #ReportWords: lines that are drawn one by one
 * at baselines of our own, because Pango's line spacing would leave the grid. */

typedef enum
{
  REPORT_STYLE_COVER_TITLE,
  REPORT_STYLE_SCORE,
  REPORT_STYLE_H1,
  REPORT_STYLE_SUBTITLE,
  REPORT_STYLE_SUBTITLE_STRONG,
  REPORT_STYLE_LEAD,
  REPORT_STYLE_H2,
  REPORT_STYLE_H3,
  REPORT_STYLE_BODY,
  REPORT_STYLE_BODY_STRONG,
  REPORT_STYLE_TABLE,
  REPORT_STYLE_TABLE_STRONG,
  REPORT_STYLE_TABLE_HEAD,
  REPORT_STYLE_NOTE,
  REPORT_STYLE_NOTE_STRONG,
  REPORT_STYLE_HASH,
  REPORT_STYLE_FURNITURE,
  REPORT_STYLE_FURNITURE_STRONG,
  REPORT_STYLE_SECTION_NUMBER,
  REPORT_N_STYLES
} ReportStyle;

typedef enum
{
  REPORT_ALIGN_START,
  REPORT_ALIGN_END,
  REPORT_ALIGN_CENTRE,
} ReportAlign;

typedef struct
{
  ChartLines *lines;
  ReportStyle style;
  gsize strong_length; /* bytes at the start in semibold */
  int n_lines;
  double size, leading;
  double width; /* it was wrapped to; 0 for one line */
} ReportWords;

double report_style_size (ReportStyle style);
double report_style_leading (ReportStyle style);
gboolean report_style_is_strong (ReportStyle style);

/* @words may be anything: user's text is never markup, bytes that are not UTF-8 become U+FFFD.
 * @strong_length: so many bytes at the start in semibold (a lead-in), 0 none. */
ReportWords report_words_new (ReportFonts *fonts,
                              ReportStyle style,
                              const char *words,
                              gsize strong_length,
                              double width) G_GNUC_WARN_UNUSED_RESULT;
void report_words_clear (ReportWords *words);
/* Cut with an ellipsis to one line: furniture only. */
ReportWords report_words_new_line (ReportFonts *fonts,
                                   ReportStyle style,
                                   const char *words,
                                   double width) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a line ends inside a word for want of width. */
gboolean report_words_splits_word (const ReportWords *words);
double report_words_line_width (const ReportWords *words, int line);
/* Draws a line with its baseline at @y. @width: of the column; a paragraph that runs right to
 * left stands at its end, a single line (a name) with its neighbours. */
void report_words_draw_line (const ReportWords *words,
                             int line,
                             cairo_t *cr,
                             double x,
                             double y,
                             double width,
                             ReportAlign align);

G_END_DECLS
