/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-lines.h"
#include "report/report.h"
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The report's own fonts: Inter from data/fonts by a private fontconfig, never the system's, so
 * that the same document gives the same pages everywhere. Words with emoji are set in a second
 * context that has our font of them too, words with signs that both lack (Arabic, Hebrew, Chinese …)
 * in a third one that knows the system's fonts; each is made when it is first needed. */
/* The context for these words. Borrowed. */
PangoContext *report_fonts_context (ReportFonts *fonts, const char *words);
/* Lines that were set already, by a key that says all about them. The reference is the caller's;
 * NULL when there are none yet. */
ChartLines *report_fonts_find_lines (ReportFonts *fonts, const char *key);
void report_fonts_keep_lines (ReportFonts *fonts, const char *key, ChartLines *lines);
/* Inter without a size. Borrowed. */
const PangoFontDescription *report_fonts_description (const ReportFonts *fonts);
/* Inter Regular for cairo, in some size; free with cairo_scaled_font_destroy(). */
cairo_scaled_font_t *report_fonts_load_scaled (const ReportFonts *fonts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
