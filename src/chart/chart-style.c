/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-style.h"

/* Starting points for the two media; a theme overrides what it knows better. */

ChartColor
chart_color (guint rgb, double alpha)
{
  ChartColor color
      = { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0, alpha };
  return color;
}

ChartStyle
chart_style_screen (PangoContext *pango,
                    const PangoFontDescription *font,
                    gboolean dark,
                    gboolean high_contrast)
{
  ChartStyle style = {
    .pango = pango,
    .font = font,
    .scale = 1.0,
    .text = dark ? chart_color (0xFFFFFF, 1.0) : chart_color (0x1F1F1F, 1.0),
    .surface = dark ? chart_color (0x353535, 1.0) : chart_color (0xFFFFFF, 1.0),
    .accent = dark ? chart_color (0x78AEED, 1.0) : chart_color (0x1C71D8, 1.0),
    .dark = dark,
    .high_contrast = high_contrast,
  };
  return style;
}

ChartStyle
chart_style_print (PangoContext *pango, const PangoFontDescription *font)
{
  ChartStyle style = {
    .pango = pango,
    .font = font,
    .scale = 1.0,
    .text = chart_color (0x000000, 1.0),
    .surface = chart_color (0xFFFFFF, 1.0),
    .accent = chart_color (0x0072B2, 1.0),
    .print = TRUE,
  };
  return style;
}
