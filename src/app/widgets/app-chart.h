/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"
#include "chart/chart-bars.h"
#include "chart/chart-dot-plot.h"
#include "chart/chart-key.h"
#include "chart/chart-quadrant.h"
#include "chart/chart-radar.h"
#include "chart/chart-range.h"
#include "chart/chart-reasons.h"
#include "chart/chart-ruler.h"
#include "chart/chart-strips.h"

G_BEGIN_DECLS

/* A chart of chart/ on the screen, in the theme's colours and the user's text size. For screen
 * readers it is an image with a label and a description that holds the same numbers; beside it a
 * page shows a table. With tips it takes the keyboard focus: the arrow keys go through its items,
 * Enter or a click activates one.
 *
 * A dot plot narrower than 400 px puts its labels above the rows by itself.
 *
 * CSS node "chart"; style class "on-window" says that it stands on the window instead of a card. */
#define APP_TYPE_CHART (app_chart_get_type ())
G_DECLARE_FINAL_TYPE (AppChart, app_chart, APP, CHART, GtkWidget)

GtkWidget *app_chart_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What to draw. Everything in @spec is copied; its "selected" and a dot plot's "narrow" are set by
 * the widget. */
void app_chart_set_dot_plot (AppChart *self, const ChartDotPlotSpec *spec);
void app_chart_set_radar (AppChart *self, const ChartRadarSpec *spec);
void app_chart_set_ruler (AppChart *self, const ChartRulerSpec *spec);
void app_chart_set_range (AppChart *self, const ChartRangeSpec *spec);
void app_chart_set_bars (AppChart *self, const ChartBarsSpec *spec);
void app_chart_set_reasons (AppChart *self, const ChartReasonsSpec *spec);
void app_chart_set_quadrant (AppChart *self, const ChartQuadrantSpec *spec);
void app_chart_set_strips (AppChart *self, const ChartStripsSpec *spec);
void app_chart_set_key (AppChart *self, const ChartKeySpec *spec);

/* Accessible label ("Six areas") and description ("Digital strategy 33 of 100, Average; …"). */
void app_chart_set_words (AppChart *self, const char *label, const char *description);
/* One sentence an item, for the pointer and the keyboard; none (n_tips 0) makes it a mere picture.
 */
void app_chart_set_tips (AppChart *self, const char *const *tips, guint n_tips);

/* Item under the pointer or chosen by keys, -1 none. Property "selected", signal "activated"
 * (item). */
int app_chart_get_selected (AppChart *self);
void app_chart_set_selected (AppChart *self, int selected);

/* The look of charts on @widget: for other drawings (the map). @style borrows the widget's Pango
 * context and font. @on_window: see the style class. */
void app_chart_get_style (GtkWidget *widget, gboolean on_window, ChartStyle *style);

G_END_DECLS
