/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Words set in lines, ready to be drawn line by line. Immutable, reference-counted. */
typedef struct _ChartLines ChartLines;

/* To be added to font features for plain text in Inter: without composing and placing of accents
 * that stand alone, three quarters of the time of shaping and without effect on words that have
 * none. Plain are letters, digits and punctuation that are single glyphs of Inter: all pairs of
 * them come out the same with those features and without. @text: UTF-8. */
#define CHART_LINES_PLAIN ", ccmp=0, mark=0, mkmk=0"
gboolean chart_lines_is_plain (const char *text);

/* @attributes: with the font. @text: UTF-8. @tracking: points between two letters; @width: points,
 * 0 for as wide as the words. */
ChartLines *chart_lines_new (PangoContext *context,
                             PangoAttrList *attributes,
                             const char *text,
                             double tracking,
                             double width) G_GNUC_WARN_UNUSED_RESULT;
/* At most @most lines, the last one cut with an ellipsis; @most 1: one line whatever @text holds.
 */
ChartLines *chart_lines_new_ellipsized (PangoContext *context,
                                        PangoAttrList *attributes,
                                        const char *text,
                                        double width,
                                        int most) G_GNUC_WARN_UNUSED_RESULT;
ChartLines *chart_lines_ref (ChartLines *lines);
void chart_lines_unref (ChartLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartLines, chart_lines_unref)

/* Borrowed. */
const char *chart_lines_text (const ChartLines *lines);
/* The words of one line, in the order in which they are read; of one that was cut with an ellipsis
 * all of them. */
char *chart_lines_dup_line (const ChartLines *lines, int line) G_GNUC_WARN_UNUSED_RESULT;
/* At least one. */
int chart_lines_length (const ChartLines *lines);
/* Points, without spaces at its end. */
double chart_lines_width (const ChartLines *lines, int line);
/* TRUE when a word that is longer than a line was cut between letters. */
gboolean chart_lines_split_word (const ChartLines *lines);
gboolean chart_lines_is_rtl (const ChartLines *lines, int line);
/* From (@x, @y) on, which is on the baseline. */
void chart_lines_draw (const ChartLines *lines, int line, cairo_t *cr, double x, double y);

G_END_DECLS
