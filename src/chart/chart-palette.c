/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-palette.h"

#include <math.h>

/* Okabe and Ito's set: the hues with at least 3:1 on white for light and print, their lighter
 * neighbours for dark. */

#define HIGH_CONTRAST_FACTOR 2.2
#define REFERENCE_ALPHA 0.85

static const guint series_light[] = { 0x0072B2, 0xD55E00, 0x757575, 0x000000 };
static const guint series_dark[] = { 0x56B4E9, 0xE69F00, 0xB8B8B8, 0xFFFFFF };

static const guint fill_light[CHART_N_FILLS]
    = { 0x0072B2, 0x009E73, 0xE69F00, 0xCC79A7, 0xFFFFFF, 0x56B4E9 };
static const guint fill_dark[CHART_N_FILLS]
    = { 0x3A9AD9, 0x00A87B, 0xE69F00, 0xCC79A7, 0x353535, 0x56B4E9 };
/* Paper: one dark fill, everything else by pattern on white. */
#define FILL_PRINT_SOLID 0x405466

ChartColor
chart_palette_series (const ChartStyle *style, ChartSeries series)
{
  g_return_val_if_fail (style != NULL && series <= CHART_SERIES_REFERENCE, chart_color (0, 1.0));

  if (series == CHART_SERIES_REFERENCE && !style->print)
    return chart_palette_ink (style, REFERENCE_ALPHA);
  if (series == CHART_SERIES_PREVIOUS && !style->print)
    return chart_palette_ink (style, 0.6);
  return chart_color ((style->dark ? series_dark : series_light)[series], 1.0);
}

ChartColor
chart_palette_fill (const ChartStyle *style, ChartFill fill)
{
  g_return_val_if_fail (style != NULL && fill < CHART_N_FILLS, chart_color (0, 1.0));

  if (style->print)
    return chart_color (fill == CHART_FILL_SOLID ? FILL_PRINT_SOLID : 0xFFFFFF, 1.0);
  if (fill == CHART_FILL_OPEN)
    return style->surface;
  return chart_color ((style->dark ? fill_dark : fill_light)[fill], 1.0);
}

ChartColor
chart_palette_ink (const ChartStyle *style, double alpha)
{
  ChartColor color = style->text;

  color.alpha *= style->high_contrast ? MIN (1.0, alpha * HIGH_CONTRAST_FACTOR) : alpha;
  return color;
}

ChartColor
chart_palette_area (const ChartStyle *style, double alpha)
{
  ChartColor color = style->text;

  color.alpha *= alpha;
  return color;
}

static ChartColor
choose (const ChartStyle *style, guint light, guint dark, guint print)
{
  return chart_color (style->print ? print : style->dark ? dark : light, 1.0);
}

ChartColor
chart_palette_sea (const ChartStyle *style)
{
  return choose (style, 0xE6EFF5, 0x1D2429, 0xFFFFFF);
}

ChartColor
chart_palette_land (const ChartStyle *style)
{
  return choose (style, 0xFBFBF9, 0x3C3D40, 0xEDF0F2);
}

ChartColor
chart_palette_home (const ChartStyle *style)
{
  return choose (style, 0xCCE2F2, 0x294D69, 0xD6DEE6);
}

ChartColor
chart_palette_border (const ChartStyle *style)
{
  if (style->high_contrast)
    return chart_palette_ink (style, 0.4);
  return choose (style, 0xB9C2C9, 0x6A6F76, 0x757575);
}

static double
luminance (ChartColor c)
{
  const double channel[3] = { c.red, c.green, c.blue };
  const double weight[3] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0.0;

  for (int i = 0; i < 3; i++)
    sum += weight[i]
           * (channel[i] <= 0.03928 ? channel[i] / 12.92 : pow ((channel[i] + 0.055) / 1.055, 2.4));
  return sum;
}

double
chart_palette_contrast (ChartColor a, ChartColor b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
