/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-text.h"

#include "chart/chart-lines.h"
#include "chart/chart-pen.h"

/* Lines are drawn at baselines of our own, so that words and marks share one line whatever
 * the font's leading. */

#define BODY_SCREEN (11.0 * 96.0 / 72.0)
#define BODY_PRINT 9.0
#define HALF_CAP 0.36 /* half the height of capitals, in parts of the size */
#define LEADING 1.28
#define FEATURES "tnum=1, calt=0"

PangoWeight
chart_text_strong (const ChartStyle *style)
{
  return style->print ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_BOLD;
}

double
chart_text_body (const ChartStyle *style)
{
  return (style->print ? BODY_PRINT : BODY_SCREEN) * style->scale;
}

static PangoAttrList *
attributes_new (const ChartStyle *style, const char *text, ChartTextForm form)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_copy (style->font);
  const gboolean plain = style->print && chart_lines_is_plain (text);

  pango_font_description_set_absolute_size (font,
                                            chart_text_body (style) * form.size * PANGO_SCALE);
  pango_font_description_set_weight (font, form.weight);
  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  pango_attr_list_insert (
      attributes, pango_attr_font_features_new (plain ? FEATURES CHART_LINES_PLAIN : FEATURES));
  pango_font_description_free (font);
  return attributes;
}

static ChartLines *
lines_new (const ChartStyle *style, const char *text, ChartTextForm form)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (PangoAttrList) attributes = attributes_new (style, valid, form);

  return chart_lines_new_ellipsized (style->pango, attributes, valid, form.max_width,
                                     form.max_width > 0.0 && !form.one_line ? 2 : 1);
}

static double
leading (const ChartStyle *style, ChartTextForm form)
{
  return chart_text_body (style) * form.size * LEADING;
}

static double
lines_width (const ChartLines *lines)
{
  double widest = 0.0;

  for (int i = 0; i < chart_lines_length (lines); i++)
    widest = MAX (widest, chart_lines_width (lines, i));
  return widest;
}

double
chart_text_width (const ChartStyle *style, const char *text, ChartTextForm form)
{
  g_autoptr (ChartLines) lines = lines_new (style, text, form);

  return lines_width (lines);
}

double
chart_text_height (const ChartStyle *style, const char *text, ChartTextForm form)
{
  g_autoptr (ChartLines) lines = lines_new (style, text, form);

  return chart_lines_length (lines) * leading (style, form);
}

static void
draw_lines (const ChartStyle *style,
            cairo_t *cr,
            const ChartLines *lines,
            ChartTextForm form,
            ChartColor color,
            double x,
            double cy,
            double align)
{
  int n = chart_lines_length (lines);
  double step = leading (style, form);
  double baseline = cy - (n - 1) * step / 2.0 + HALF_CAP * chart_text_body (style) * form.size;

  chart_pen_color (cr, color);
  for (int i = 0; i < n; i++)
    chart_lines_draw (lines, i, cr, x - align * chart_lines_width (lines, i), baseline + i * step);
}

void
chart_text_draw (const ChartStyle *style,
                 cairo_t *cr,
                 const char *text,
                 ChartTextForm form,
                 ChartColor color,
                 double x,
                 double cy,
                 double align)
{
  g_autoptr (ChartLines) lines = NULL;

  if (text == NULL || *text == '\0')
    return;
  lines = lines_new (style, text, form);
  draw_lines (style, cr, lines, form, color, x, cy, align);
}

void
chart_text_draw_halo (const ChartStyle *style,
                      cairo_t *cr,
                      const char *text,
                      ChartTextForm form,
                      ChartColor color,
                      double x,
                      double cy,
                      double align)
{
  g_autoptr (ChartLines) lines = NULL;
  double width, height, pad;

  if (text == NULL || *text == '\0')
    return;
  lines = lines_new (style, text, form);
  width = lines_width (lines);
  height = chart_lines_length (lines) * leading (style, form);
  pad = chart_text_body (style) * 0.12;
  /* A ground rather than outlined letters: outlines would double the text of a PDF. */
  chart_pen_rounded (cr, style->surface, x - align * width - pad, cy - height / 2.0,
                     width + 2 * pad, height, pad);
  draw_lines (style, cr, lines, form, color, x, cy, align);
}
