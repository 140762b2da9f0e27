/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* How a chart looks here: on a screen (light, dark, high contrast, any text size) or on paper. Text
 * and surface come from the caller's theme; the colours of series are fixed (chart-palette.h).
 * Lengths are user space units: pixels on the screen, points on paper. */

typedef struct
{
  double red, green, blue, alpha; /* 0–1, not premultiplied */
} ChartColor;

typedef struct
{
  double x, y, width, height;
} ChartRect;

typedef struct
{
  PangoContext *pango; /* borrowed: all layouts are made in it */
  const PangoFontDescription
      *font;    /* borrowed: the body font; its absolute size is 1.0 × scale of the sizes below */
  double scale; /* 1.0: body text 14.67 px (11 pt at 96 dpi) on screen, 9 pt on paper */
  ChartColor text;        /* opaque text colour of the theme */
  ChartColor surface;     /* what the chart stands on: rims and halos are cut out with it */
  ChartColor accent;      /* selection and focus */
  gboolean dark;          /* light marks on a dark surface */
  gboolean high_contrast; /* lines stronger: every alpha but those of area fills × 2.2 */
  gboolean print;         /* print sizes, dashes and patterns; text pure black */
} ChartStyle;

/* Ready-made starting points; the caller sets pango, font and what its theme says. */
ChartStyle chart_style_screen (PangoContext *pango,
                               const PangoFontDescription *font,
                               gboolean dark,
                               gboolean high_contrast);
ChartStyle chart_style_print (PangoContext *pango, const PangoFontDescription *font);

/* From a hex triplet: chart_color (0x0072B2, 1.0). */
ChartColor chart_color (guint rgb, double alpha);

G_END_DECLS
