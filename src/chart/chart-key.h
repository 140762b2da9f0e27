/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-palette.h"
#include <cairo.h>

G_BEGIN_DECLS

/* The key under a chart: marks with their words, flowing over as many lines as the width needs. */
typedef enum
{
  CHART_MARK_NOW,
  CHART_MARK_TARGET,
  CHART_MARK_PREVIOUS,
  CHART_MARK_REFERENCE,
  CHART_MARK_NOW_LINE, /* as in a radar */
  CHART_MARK_TARGET_LINE,
  CHART_MARK_PREVIOUS_LINE,
  CHART_MARK_RANGE, /* the interval still reachable */
  CHART_MARK_BAND_LIMIT,
  CHART_MARK_FILL,    /* a share: see fill */
  CHART_MARK_COMPANY, /* on the map */
  CHART_MARK_HUB_RANKED,
  CHART_MARK_HUB_EDIH,
  CHART_MARK_HUB_SEAL,
  CHART_MARK_HUB_OTHER,
  CHART_MARK_HUB_DOT,
} ChartMark;

typedef struct
{
  ChartMark mark;
  ChartFill fill; /* CHART_MARK_FILL only */
  const char *label;
} ChartKeyEntry;

typedef struct
{
  const ChartKeyEntry *entries;
  guint n_entries;
  gboolean column; /* one below the other */
} ChartKeySpec;

void chart_key_measure (const ChartKeySpec *spec,
                        const ChartStyle *style,
                        double width,
                        double *min_width,
                        double *height);
void chart_key_draw (const ChartKeySpec *spec,
                     const ChartStyle *style,
                     cairo_t *cr,
                     double x,
                     double y,
                     double width,
                     double height);
/* One mark alone, centred, for rows that repeat it. */
void chart_mark_draw (
    ChartMark mark, ChartFill fill, const ChartStyle *style, cairo_t *cr, double cx, double cy);

G_END_DECLS
