/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-style.h"

G_BEGIN_DECLS

/* Private to chart/: text at a size relative to the body (1.0), in tabular figures. A size of text
 * is absolute, so the context's resolution does not matter. NULL and text that is not UTF-8 are
 * shown as nothing and as its valid part. */

typedef struct
{
  double size; /* × body */
  PangoWeight
      weight; /* PANGO_WEIGHT_NORMAL, _SEMIBOLD in print, _BOLD on screen: chart_text_strong() */
  double max_width;  /* 0: one line as long as it is; else wrapped to two lines, then ellipsized */
  gboolean one_line; /* with max_width: ellipsized without wrapping */
} ChartTextForm;

PangoWeight chart_text_strong (const ChartStyle *style);
/* Body size in user space units. */
double chart_text_body (const ChartStyle *style);
double chart_text_width (const ChartStyle *style, const char *text, ChartTextForm form);
double chart_text_height (const ChartStyle *style, const char *text, ChartTextForm form);
/* @align 0 starts at @x, 0.5 is centred on it, 1 ends there; capitals are centred on @cy (all lines
 * together). */
void chart_text_draw (const ChartStyle *style,
                      cairo_t *cr,
                      const char *text,
                      ChartTextForm form,
                      ChartColor color,
                      double x,
                      double cy,
                      double align);
/* The same with the surface cut free around it. */
void chart_text_draw_halo (const ChartStyle *style,
                           cairo_t *cr,
                           const char *text,
                           ChartTextForm form,
                           ChartColor color,
                           double x,
                           double cy,
                           double align);

G_END_DECLS
