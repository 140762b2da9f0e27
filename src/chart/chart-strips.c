/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-strips.h"

#include "chart/chart-pen.h"
#include "chart/chart-text.h"

/* One geometry for measuring, drawing and hit tests: plan_new(). */

#define RING 4.0
#define RING_STROKE 1.8
/* The disc of one that is pointed out: as in the dot plot, and larger than the rings. */
#define CHOSEN 7.0
#define RIM 1.5
#define LEVELS 5 /* rings beside each other: on the line, then in turn above and below it */

typedef struct
{
  double top, bottom, row, plot_x, plot_width;
} Plan;

static const ChartTextForm label_form = { 1.0, PANGO_WEIGHT_NORMAL, 0.0, FALSE };
static const ChartTextForm small_form = { 0.8, PANGO_WEIGHT_NORMAL, 0.0, FALSE };

static ChartTextForm
strong_form (const ChartStyle *style, double size)
{
  return (ChartTextForm){ size, chart_text_strong (style), 0.0, FALSE };
}

static double
widest_label (const ChartStripsSpec *spec, const ChartStyle *style)
{
  double widest = 0.0;

  for (guint i = 0; i < spec->n_strips; i++)
    widest = MAX (widest, chart_text_width (style, spec->strips[i].label, label_form));
  return widest;
}

static double
median_width (const ChartStripsSpec *spec, const ChartStyle *style)
{
  return chart_text_width (style, spec->median_title, strong_form (style, 0.8))
         + 18.0 * style->scale;
}

static Plan
plan_new (const ChartStripsSpec *spec, const ChartStyle *style, double width, double height)
{
  const double s = style->scale;
  double values = spec->narrow ? 12.0 * s : median_width (spec, style);
  Plan plan = { .top = (spec->narrow ? 0.0 : 24.0) * s, .bottom = 24.0 * s };

  plan.plot_x = spec->narrow ? 12.0 * s : MIN (widest_label (spec, style) + 14.0 * s, 0.45 * width);
  plan.plot_width = MAX (1.0, width - plan.plot_x - values);
  plan.row = height > 0.0 && spec->n_strips > 0
                 ? MAX (1.0, (height - plan.top - plan.bottom) / spec->n_strips)
                 : (spec->narrow ? 74.0 : 62.0) * s;
  return plan;
}

static double
value_x (const ChartStripsSpec *spec, const Plan *plan, double value)
{
  return plan->plot_x + plan->plot_width * chart_scale_fraction (&spec->scale, value);
}

static double
row_y (const ChartStripsSpec *spec, const Plan *plan, guint row)
{
  return plan->top + plan->row * (row + (spec->narrow ? 0.66 : 0.5));
}

void
chart_strips_measure (const ChartStripsSpec *spec,
                      const ChartStyle *style,
                      double width,
                      double *min_width,
                      double *height)
{
  Plan plan = plan_new (spec, style, width, 0.0);

  if (min_width != NULL)
    *min_width = spec->narrow ? 120.0 * style->scale
                              : widest_label (spec, style) + median_width (spec, style)
                                    + 120.0 * style->scale;
  if (height != NULL)
    *height = plan.top + plan.row * spec->n_strips + plan.bottom;
}

/* The short name only where the whole one would touch its neighbours. */
static const char *
band_name (const ChartBand *band, const ChartStyle *style, double room)
{
  const double needed = chart_text_width (style, band->title, small_form) + 12.0 * style->scale;

  return band->short_title != NULL && needed > room ? band->short_title : band->title;
}

static void
draw_axis (const ChartStripsSpec *spec, const ChartStyle *style, const Plan *plan, cairo_t *cr)
{
  const ChartColor ink = chart_palette_ink (style, 0.72);
  const double end = plan->top + plan->row * spec->n_strips;
  double before = plan->plot_x;

  chart_pen_line (cr, chart_palette_ink (style, 0.18), 1.0, before, plan->top, before, end);
  chart_text_draw (style, cr, spec->scale.zero_text, small_form, ink, before,
                   end + plan->bottom * 0.6, 0.5);
  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      const ChartBand *band = &spec->scale.bands[i];
      double x = value_x (spec, plan, band->upper);

      if (i % 2 == 1)
        chart_pen_rect (cr, chart_palette_area (style, 0.035), before, plan->top, x - before,
                        end - plan->top);
      chart_pen_line (cr, chart_palette_ink (style, 0.18), 1.0, x, plan->top, x, end);
      chart_text_draw (style, cr, band->upper_text, small_form, ink, x, end + plan->bottom * 0.6,
                       0.5);
      if (!spec->narrow)
        chart_text_draw (style, cr, band_name (band, style, x - before), small_form, ink,
                         (before + x) / 2, plan->top * 0.45, 0.5);
      before = x;
    }
}

/* The rings of a row: each takes the first level on which it covers none before it; when there is
 * no room it lies on the line. */
static void
draw_rings (
    const ChartStripsSpec *spec, const ChartStyle *style, const Plan *plan, cairo_t *cr, guint row)
{
  static const int steps[LEVELS] = { 0, -1, 1, -2, 2 };
  const ChartStrip *strip = &spec->strips[row];
  const double s = style->scale, apart = (2.0 * RING + 1.0) * s;
  double last[LEVELS];

  for (guint l = 0; l < LEVELS; l++)
    last[l] = -G_MAXDOUBLE;
  for (guint i = 0; i < strip->n_values; i++)
    {
      double x = value_x (spec, plan, strip->values[i]);
      guint level = 0;

      while (level < LEVELS && x - last[level] < apart)
        level++;
      level %= LEVELS;
      last[level] = x;
      chart_pen_ring (cr, style, chart_palette_series (style, CHART_SERIES_NOW), x,
                      row_y (spec, plan, row) + steps[level] * apart * 0.9, RING * s,
                      RING_STROKE * s);
    }
}

static void
draw_row (const ChartStripsSpec *spec,
          const ChartStyle *style,
          const Plan *plan,
          cairo_t *cr,
          double width,
          guint row)
{
  const ChartStrip *strip = &spec->strips[row];
  const double s = style->scale, y = row_y (spec, plan, row);
  ChartColor half = chart_palette_series (style, CHART_SERIES_NOW);
  const gboolean selected = spec->selected == (int)row;

  half.alpha = 0.2;
  chart_text_draw (style, cr, strip->label, selected ? strong_form (style, 1.0) : label_form,
                   style->text, spec->narrow ? plan->plot_x : 0.0,
                   spec->narrow ? plan->top + plan->row * (row + 0.18) : y, 0.0);
  chart_text_draw (style, cr, strip->median_text, strong_form (style, 1.0), style->text, width,
                   spec->narrow ? plan->top + plan->row * (row + 0.18) : y, 1.0);
  if (!chart_value_present (strip->median))
    return;
  chart_pen_rounded (
      cr, half, value_x (spec, plan, strip->lower), y - 14.0 * s,
      MAX (2.0, value_x (spec, plan, strip->upper) - value_x (spec, plan, strip->lower)), 28.0 * s,
      4.0 * s);
  draw_rings (spec, style, plan, cr, row);
  chart_pen_line (cr, style->text, 3.0 * s, value_x (spec, plan, strip->median), y - 17.0 * s,
                  value_x (spec, plan, strip->median), y + 17.0 * s);
  if (strip->chosen != NULL && chart_value_present (*strip->chosen))
    chart_pen_disc (cr, style, chart_palette_series (style, CHART_SERIES_NOW),
                    value_x (spec, plan, *strip->chosen), y, CHOSEN * s, RIM * s);
}

void
chart_strips_draw (const ChartStripsSpec *spec,
                   const ChartStyle *style,
                   cairo_t *cr,
                   double x,
                   double y,
                   double width,
                   double height)
{
  Plan plan = plan_new (spec, style, width, height);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  draw_axis (spec, style, &plan, cr);
  if (!spec->narrow)
    chart_text_draw (style, cr, spec->median_title, strong_form (style, 0.8), style->text, width,
                     plan.top * 0.45, 1.0);
  for (guint i = 0; i < spec->n_strips; i++)
    draw_row (spec, style, &plan, cr, width, i);
  cairo_restore (cr);
}

int
chart_strips_hit (const ChartStripsSpec *spec,
                  const ChartStyle *style,
                  double width,
                  double height,
                  double px,
                  double py)
{
  Plan plan = plan_new (spec, style, width, height);

  if (px < 0.0 || px > width || py < plan.top || py >= plan.top + plan.row * spec->n_strips)
    return -1;
  return (int)((py - plan.top) / plan.row);
}

gboolean
chart_strips_item_rect (const ChartStripsSpec *spec,
                        const ChartStyle *style,
                        double width,
                        double height,
                        guint index,
                        ChartRect *rect)
{
  Plan plan = plan_new (spec, style, width, height);

  if (index >= spec->n_strips)
    return FALSE;
  *rect = (ChartRect){ 0.0, plan.top + plan.row * index, width, plan.row };
  return TRUE;
}
