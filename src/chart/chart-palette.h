/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-style.h"

G_BEGIN_DECLS

/* Colours of the series: Okabe and Ito's colour-blind safe set, one table for light, dark and
 * print. No chart tells things apart by colour alone: each series has its own mark, dash or pattern
 * as well. */

typedef enum
{
  CHART_SERIES_NOW,       /* disc, solid line */
  CHART_SERIES_TARGET,    /* open diamond, dashed (print: dotted) line */
  CHART_SERIES_PREVIOUS,  /* ring, dashed thin line: the stage before */
  CHART_SERIES_REFERENCE, /* tick taller than the disc: a median of others, never without n and date
                             in the key */
} ChartSeries;

/* Fills that remain different in grey. In the reasons of a match: near, sector, technology,
 * service, kind, market. */
typedef enum
{
  CHART_FILL_SOLID,
  CHART_FILL_HATCH,
  CHART_FILL_DOTS,
  CHART_FILL_LINES,
  CHART_FILL_OPEN,
  CHART_FILL_CROSS,
} ChartFill;
#define CHART_N_FILLS 6

ChartColor chart_palette_series (const ChartStyle *style, ChartSeries series);
ChartColor chart_palette_fill (const ChartStyle *style, ChartFill fill);
/* The text colour at @alpha for lines and secondary text; × 2.2 (at most 1) in high contrast; black
 * text in print. */
ChartColor chart_palette_ink (const ChartStyle *style, double alpha);
/* The text colour at @alpha for areas: not multiplied in high contrast. */
ChartColor chart_palette_area (const ChartStyle *style, double alpha);

/* Map: sea, land, home country, borders. */
ChartColor chart_palette_sea (const ChartStyle *style);
ChartColor chart_palette_land (const ChartStyle *style);
ChartColor chart_palette_home (const ChartStyle *style);
ChartColor chart_palette_border (const ChartStyle *style);

/* WCAG 2.1 contrast of two opaque colours, 1–21. */
double chart_palette_contrast (ChartColor a, ChartColor b);

G_END_DECLS
