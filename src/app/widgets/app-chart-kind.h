/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/app-chart.h"

G_BEGIN_DECLS

/* Private to AppChart: the nine kinds of chart behind one set of functions, and a spec that owns
 * all it shows. */
typedef struct
{
  void (*measure) (
      gconstpointer spec, const ChartStyle *style, double width, double *min_width, double *height);
  void (*draw) (gconstpointer spec,
                const ChartStyle *style,
                cairo_t *cr,
                double x,
                double y,
                double width,
                double height);
  /* NULL where a kind has no items. */
  int (*hit) (gconstpointer spec,
              const ChartStyle *style,
              double width,
              double height,
              double px,
              double py);
  gboolean (*item_rect) (gconstpointer spec,
                         const ChartStyle *style,
                         double width,
                         double height,
                         guint index,
                         ChartRect *rect);
  void (*set_selected) (gpointer spec, int selected);
} AppChartKind;

typedef struct
{
  const AppChartKind *kind;
  union
  {
    ChartDotPlotSpec dot_plot;
    ChartRadarSpec radar;
    ChartRulerSpec ruler;
    ChartRangeSpec range;
    ChartBarsSpec bars;
    ChartReasonsSpec reasons;
    ChartQuadrantSpec quadrant;
    ChartStripsSpec strips;
    ChartKeySpec key;
  } spec;
  GPtrArray *owned; /* arrays and strings that the spec points to */
} AppChartCopy;

AppChartCopy *app_chart_copy_dot_plot (const ChartDotPlotSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_radar (const ChartRadarSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_ruler (const ChartRulerSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_range (const ChartRangeSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_bars (const ChartBarsSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_reasons (const ChartReasonsSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_quadrant (const ChartQuadrantSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_strips (const ChartStripsSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AppChartCopy *app_chart_copy_key (const ChartKeySpec *spec) G_GNUC_WARN_UNUSED_RESULT;
void app_chart_copy_free (AppChartCopy *copy);
/* A dot plot, or strips, that changes its form with the width. */
gboolean app_chart_copy_can_be_narrow (const AppChartCopy *copy);
void app_chart_copy_set_narrow (AppChartCopy *copy, gboolean narrow);

G_END_DECLS
