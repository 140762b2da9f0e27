/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Words set in lines, ready to be drawn line by line. Immutable, reference-counted. */
typedef struct _ReportLines ReportLines;

/* @attributes: with the font. @text: UTF-8. @tracking: points between two letters; @width: points,
 * 0 for as wide as the words. */
ReportLines *report_lines_new (PangoContext *context,
                               PangoAttrList *attributes,
                               const char *text,
                               double tracking,
                               double width) G_GNUC_WARN_UNUSED_RESULT;
/* One line whatever @text holds, cut with an ellipsis. */
ReportLines *report_lines_new_ellipsized (PangoContext *context,
                                          PangoAttrList *attributes,
                                          const char *text,
                                          double width) G_GNUC_WARN_UNUSED_RESULT;
ReportLines *report_lines_ref (ReportLines *lines);
void report_lines_unref (ReportLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportLines, report_lines_unref)

/* Borrowed. */
const char *report_lines_text (const ReportLines *lines);
/* The words of one line, in the order in which they are read; of one that was cut with an ellipsis
 * all of them. */
char *report_lines_dup_line (const ReportLines *lines, int line) G_GNUC_WARN_UNUSED_RESULT;
/* At least one. */
int report_lines_length (const ReportLines *lines);
/* Points, without spaces at its end. */
double report_lines_width (const ReportLines *lines, int line);
/* TRUE when a word that is longer than a line was cut between letters. */
gboolean report_lines_split_word (const ReportLines *lines);
gboolean report_lines_is_rtl (const ReportLines *lines, int line);
/* From (@x, @y) on, which is on the baseline. */
void report_lines_draw (const ReportLines *lines, int line, cairo_t *cr, double x, double y);

G_END_DECLS
