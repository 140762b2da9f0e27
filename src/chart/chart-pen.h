/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-palette.h"
#include <cairo.h>

G_BEGIN_DECLS

/* Private to chart/: the few strokes that all charts share, so that a disc is the same disc
 * everywhere. Every function starts a new path and leaves the context's state as it found it. */

void chart_pen_color (cairo_t *cr, ChartColor color);
void chart_pen_line (
    cairo_t *cr, ChartColor color, double width, double x0, double y0, double x1, double y1);
void chart_pen_dashed (cairo_t *cr,
                       ChartColor color,
                       double width,
                       double on,
                       double off,
                       double x0,
                       double y0,
                       double x1,
                       double y1);
void
chart_pen_rect (cairo_t *cr, ChartColor color, double x, double y, double width, double height);
/* Only adds the path. */
void chart_pen_rounded_path (
    cairo_t *cr, double x, double y, double width, double height, double radius);
void chart_pen_rounded (
    cairo_t *cr, ChartColor color, double x, double y, double width, double height, double radius);

/* Filled with a rim of the surface colour around it. */
void chart_pen_disc (cairo_t *cr,
                     const ChartStyle *style,
                     ChartColor color,
                     double cx,
                     double cy,
                     double radius,
                     double rim);
/* Open: filled with the surface colour, stroked. */
void chart_pen_ring (cairo_t *cr,
                     const ChartStyle *style,
                     ChartColor color,
                     double cx,
                     double cy,
                     double radius,
                     double stroke);
void chart_pen_diamond (cairo_t *cr,
                        const ChartStyle *style,
                        ChartColor color,
                        double cx,
                        double cy,
                        double radius,
                        double stroke);
/* Fills the current path's box with colour and pattern; @step 0 takes the medium's. The path is
 * consumed. */
void chart_pen_fill (cairo_t *cr, const ChartStyle *style, ChartFill fill);

/* Marks of the series with the medium's sizes. @small: for side panes, radar and dense tables. */
void chart_pen_now (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small);
void chart_pen_target (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small);
void
chart_pen_previous (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small);
void
chart_pen_reference (cairo_t *cr, const ChartStyle *style, double cx, double cy, gboolean small);
/* The interval still reachable, from x0 to x1. */
void chart_pen_interval (cairo_t *cr, const ChartStyle *style, double x0, double x1, double cy);
double chart_pen_now_radius (const ChartStyle *style, gboolean small);
double chart_pen_target_radius (const ChartStyle *style, gboolean small);

G_END_DECLS
