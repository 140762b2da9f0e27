/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-text.h"

#include "chart/chart-pen.h"

/* Layout lines are drawn at baselines of our own, so that words and marks share one line whatever
 * the font's leading. */

#define BODY_SCREEN (11.0 * 96.0 / 72.0)
#define BODY_PRINT 9.0
#define HALF_CAP 0.36 /* half the height of capitals, in parts of the size */
#define LEADING 1.28

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

PangoLayout *
chart_text_layout (const ChartStyle *style, const char *text, ChartTextForm form)
{
  PangoLayout *layout = pango_layout_new (style->pango);
  PangoFontDescription *font = pango_font_description_copy (style->font);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font,
                                            chart_text_body (style) * form.size * PANGO_SCALE);
  pango_font_description_set_weight (font, form.weight);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, calt=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, valid, -1);
  if (form.max_width > 0.0)
    {
      pango_layout_set_width (layout, (int)(form.max_width * PANGO_SCALE));
      pango_layout_set_height (layout, form.one_line ? -1 : -2);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static double
leading (const ChartStyle *style, ChartTextForm form)
{
  return chart_text_body (style) * form.size * LEADING;
}

static double
layout_width (PangoLayout *layout)
{
  double widest = 0.0;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoRectangle logical;
      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &logical);
      widest = MAX (widest, logical.width / (double)PANGO_SCALE);
    }
  return widest;
}

double
chart_text_width (const ChartStyle *style, const char *text, ChartTextForm form)
{
  g_autoptr (PangoLayout) layout = chart_text_layout (style, text, form);

  return layout_width (layout);
}

double
chart_text_height (const ChartStyle *style, const char *text, ChartTextForm form)
{
  g_autoptr (PangoLayout) layout = chart_text_layout (style, text, form);

  return pango_layout_get_line_count (layout) * leading (style, form);
}

static void
draw_lines (const ChartStyle *style,
            cairo_t *cr,
            PangoLayout *layout,
            ChartTextForm form,
            ChartColor color,
            double x,
            double cy,
            double align)
{
  int n = pango_layout_get_line_count (layout);
  double step = leading (style, form);
  double baseline = cy - (n - 1) * step / 2.0 + HALF_CAP * chart_text_body (style) * form.size;

  chart_pen_color (cr, color);
  for (int i = 0; i < n; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      PangoRectangle logical;

      pango_layout_line_get_extents (line, NULL, &logical);
      cairo_new_path (cr);
      cairo_move_to (cr, x - align * logical.width / PANGO_SCALE, baseline + i * step);
      pango_cairo_show_layout_line (cr, line);
    }
  cairo_new_path (cr);
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
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL || *text == '\0')
    return;
  layout = chart_text_layout (style, text, form);
  draw_lines (style, cr, layout, form, color, x, cy, align);
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
  g_autoptr (PangoLayout) layout = NULL;
  double width, height, pad;

  if (text == NULL || *text == '\0')
    return;
  layout = chart_text_layout (style, text, form);
  width = layout_width (layout);
  height = pango_layout_get_line_count (layout) * leading (style, form);
  pad = chart_text_body (style) * 0.12;
  /* A ground rather than outlined letters: outlines would double the text of a PDF. */
  chart_pen_rounded (cr, style->surface, x - align * width - pad, cy - height / 2.0,
                     width + 2 * pad, height, pad);
  draw_lines (style, cr, layout, form, color, x, cy, align);
}
