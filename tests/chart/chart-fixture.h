/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "chart/chart-key.h"
#include "chart/chart-map.h"
#include "chart/chart-palette.h"
#include <cairo.h>

/* Shared by the chart tests: a style without a display, a profile, and looks at single pixels. */

#define CHART_FIXTURE_N 6

typedef enum
{
  CHART_LOOK_LIGHT,
  CHART_LOOK_DARK,
  CHART_LOOK_CONTRAST,
  CHART_LOOK_PRINT,
} ChartLook;
#define CHART_N_LOOKS 4

extern const char *const chart_look_names[CHART_N_LOOKS];

typedef struct
{
  PangoContext *pango;
  PangoFontDescription *font;
  ChartStyle style;
} ChartFixture;

void chart_fixture_init (ChartFixture *fixture, ChartLook look);
void chart_fixture_clear (ChartFixture *fixture);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartFixture, chart_fixture_clear)

/* Six dimensions of the sample company; with_target adds targets and references. */
void chart_fixture_items (ChartItem items[CHART_FIXTURE_N], gboolean with_target);
const ChartScale *chart_fixture_scale (void);
/* Land from data/reference-like shapes: a rectangle of Iberia and one of France; free with
 * chart_land_unref(). */
ChartLand *chart_fixture_land (void);

cairo_surface_t *chart_fixture_image (const ChartStyle *style, int width, int height, cairo_t **cr);
/* 0xRRGGBB. */
guint chart_fixture_pixel (cairo_surface_t *image, double x, double y);
/* TRUE when each channel differs by at most @tolerance. */
gboolean chart_fixture_near (guint pixel, ChartColor color, int tolerance);
/* Pixels that are not the surface's colour. */
guint chart_fixture_ink (cairo_surface_t *image, const ChartStyle *style, ChartRect box);
