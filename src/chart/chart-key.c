/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-key.h"

#include "chart/chart-pen.h"
#include "chart/chart-text.h"

#include <math.h>

/* The same marks as in the charts, each with its words. */

typedef struct
{
  double mark; /* width of a mark's place */
  double gap, between, line;
  ChartTextForm form;
} Plan;

static gboolean
is_wide (ChartMark mark)
{
  return mark == CHART_MARK_NOW_LINE || mark == CHART_MARK_TARGET_LINE
         || mark == CHART_MARK_PREVIOUS_LINE || mark == CHART_MARK_RANGE
         || mark == CHART_MARK_BAND_LIMIT;
}

static Plan
plan_new (const ChartStyle *style)
{
  const double s = style->scale;

  if (style->print)
    return (Plan){ 14.0 * s, 4.0 * s, 18.0 * s, 14.0 * s, { 7.5 / 9.0, PANGO_WEIGHT_NORMAL, 0.0 } };
  return (Plan){ 16.0 * s, 6.0 * s, 18.0 * s, 22.0 * s, { 0.8, PANGO_WEIGHT_NORMAL, 0.0 } };
}

static double
mark_width (const Plan *plan, ChartMark mark)
{
  return is_wide (mark) ? plan->mark * 1.7 : plan->mark;
}

static ChartTextForm
entry_form (const Plan *plan, const ChartKeyEntry *entry, double width)
{
  ChartTextForm form = plan->form;

  form.max_width = MAX (8.0, width - mark_width (plan, entry->mark) - plan->gap);
  return form;
}

/* A line, or more where the words of an entry are wrapped. */
static double
entry_height (const ChartStyle *style, const Plan *plan, const ChartKeyEntry *entry, double width)
{
  const ChartTextForm form = entry_form (plan, entry, width);

  return MAX (plan->line, chart_text_height (style, entry->label, form) + plan->line * 0.3);
}

/* Entry by entry: its corner; a new line when it does not fit. Returns the height of all. */
static double
flow (const ChartKeySpec *spec,
      const ChartStyle *style,
      const Plan *plan,
      double width,
      ChartRect *places)
{
  double x = 0.0, y = 0.0, high = 0.0;

  for (guint i = 0; i < spec->n_entries; i++)
    {
      const ChartKeyEntry *entry = &spec->entries[i];
      double wide = mark_width (plan, entry->mark) + plan->gap
                    + chart_text_width (style, entry->label, plan->form);
      double height = entry_height (style, plan, entry, width);

      if (i > 0 && (spec->column || x + wide > width))
        {
          x = 0.0;
          y += high;
          high = 0.0;
        }
      high = MAX (high, height);
      if (places != NULL)
        places[i] = (ChartRect){ x, y, wide, height };
      x += wide + plan->between;
    }
  return y + high;
}

void
chart_key_measure (const ChartKeySpec *spec,
                   const ChartStyle *style,
                   double width,
                   double *min_width,
                   double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  Plan plan = plan_new (style);
  double widest = 0.0;

  for (guint i = 0; i < spec->n_entries; i++)
    widest = MAX (widest, mark_width (&plan, spec->entries[i].mark) + plan.gap
                              + chart_text_width (style, spec->entries[i].label, plan.form));
  if (min_width != NULL)
    *min_width = widest;
  if (height != NULL)
    *height = flow (spec, style, &plan, width, NULL);
}

void
chart_key_draw (const ChartKeySpec *spec,
                const ChartStyle *style,
                cairo_t *cr,
                double x,
                double y,
                double width,
                double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  Plan plan = plan_new (style);
  g_autofree ChartRect *places = g_new0 (ChartRect, MAX (1, spec->n_entries));

  flow (spec, style, &plan, width, places);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  for (guint i = 0; i < spec->n_entries; i++)
    {
      const ChartKeyEntry *entry = &spec->entries[i];
      double mark = mark_width (&plan, entry->mark), middle = places[i].y + places[i].height / 2.0;
      ChartTextForm form = entry_form (&plan, entry, width - places[i].x);

      chart_mark_draw (entry->mark, entry->fill, style, cr, places[i].x + mark / 2.0, middle);
      chart_text_draw (style, cr, entry->label, form, style->text, places[i].x + mark + plan.gap,
                       middle, 0.0);
    }
  cairo_restore (cr);
}

static void
draw_series_line (const ChartStyle *style, cairo_t *cr, ChartMark mark, double cx, double cy)
{
  const double s = style->scale, half = plan_new (style).mark * 0.85;
  ChartSeries series = mark == CHART_MARK_NOW_LINE      ? CHART_SERIES_NOW
                       : mark == CHART_MARK_TARGET_LINE ? CHART_SERIES_TARGET
                                                        : CHART_SERIES_PREVIOUS;
  ChartColor color = chart_palette_series (style, series);
  const gboolean print = style->print;

  if (series == CHART_SERIES_NOW)
    {
      chart_pen_line (cr, color, (print ? 1.6 : 2.5) * s, cx - half, cy, cx + half, cy);
      chart_pen_now (cr, style, cx, cy, TRUE);
      return;
    }
  cairo_save (cr);
  if (series == CHART_SERIES_TARGET && print)
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (series == CHART_SERIES_TARGET)
    chart_pen_dashed (cr, color, (print ? 1.5 : 2.0) * s, (print ? 0.1 : 6.0) * s,
                      (print ? 2.8 : 4.0) * s, cx - half, cy, cx + half, cy);
  else
    chart_pen_dashed (cr, color, (print ? 0.9 : 1.5) * s, 5.0 * s, 2.5 * s, cx - half, cy,
                      cx + half, cy);
  cairo_restore (cr);
}

static void
draw_triangle (const ChartStyle *style, cairo_t *cr, double cx, double cy, double r)
{
  cairo_new_path (cr);
  cairo_move_to (cr, cx, cy - r);
  cairo_line_to (cr, cx + r * 1.05, cy + r * 0.85);
  cairo_line_to (cr, cx - r * 1.05, cy + r * 0.85);
  cairo_close_path (cr);
  chart_pen_color (cr, style->surface);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  chart_pen_color (cr, style->text);
  cairo_set_line_width (cr, (style->print ? 1.1 : 1.6) * style->scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_company (const ChartStyle *style, cairo_t *cr, double cx, double cy)
{
  const double r = 5.5 * style->scale;
  ChartColor color = chart_palette_series (style, CHART_SERIES_NOW);

  if (!style->print)
    {
      chart_pen_diamond (cr, style, chart_palette_series (style, CHART_SERIES_TARGET), cx, cy,
                         7.0 * style->scale, 2.2 * style->scale);
      return;
    }
  chart_pen_line (cr, color, 1.6 * style->scale, cx - r, cy, cx + r, cy);
  chart_pen_line (cr, color, 1.6 * style->scale, cx, cy - r, cx, cy + r);
}

static void
draw_hub (const ChartStyle *style, cairo_t *cr, ChartMark mark, double cx, double cy)
{
  const double r = (style->print ? 4.0 : 5.5) * style->scale;

  if (mark == CHART_MARK_HUB_EDIH)
    chart_pen_rect (cr, style->text, cx - r * 0.92, cy - r * 0.92, r * 1.84, r * 1.84);
  else if (mark == CHART_MARK_HUB_SEAL)
    chart_pen_ring (cr, style, style->text, cx, cy, r * 0.92,
                    (style->print ? 1.3 : 1.8) * style->scale);
  else if (mark == CHART_MARK_HUB_OTHER)
    draw_triangle (style, cr, cx, cy, r);
  else if (mark == CHART_MARK_HUB_RANKED)
    chart_pen_disc (cr, style, chart_palette_series (style, CHART_SERIES_NOW), cx, cy,
                    (style->print ? 4.6 : 7.0) * style->scale, 1.5 * style->scale);
  else
    chart_pen_disc (cr, style, chart_palette_ink (style, 0.45), cx, cy,
                    (style->print ? 0.8 : 2.5) * style->scale, 0.0);
}

void
chart_mark_draw (
    ChartMark mark, ChartFill fill, const ChartStyle *style, cairo_t *cr, double cx, double cy)
{
  g_return_if_fail (style != NULL && cr != NULL);

  Plan plan = plan_new (style);
  switch (mark)
    {
    case CHART_MARK_NOW:
      chart_pen_now (cr, style, cx, cy, style->print);
      break;
    case CHART_MARK_TARGET:
      chart_pen_target (cr, style, cx, cy, style->print);
      break;
    case CHART_MARK_PREVIOUS:
      chart_pen_previous (cr, style, cx, cy, style->print);
      break;
    case CHART_MARK_REFERENCE:
      chart_pen_reference (cr, style, cx, cy, TRUE);
      break;
    case CHART_MARK_NOW_LINE:
    case CHART_MARK_TARGET_LINE:
    case CHART_MARK_PREVIOUS_LINE:
      draw_series_line (style, cr, mark, cx, cy);
      break;
    case CHART_MARK_RANGE:
      chart_pen_interval (cr, style, cx - plan.mark * 0.7, cx + plan.mark * 0.7, cy);
      break;
    case CHART_MARK_BAND_LIMIT:
      chart_pen_dashed (cr, chart_color (0x757575, 1.0), 0.7 * style->scale, 2.0 * style->scale,
                        2.0 * style->scale, cx - plan.mark * 0.85, cy, cx + plan.mark * 0.85, cy);
      break;
    case CHART_MARK_FILL:
      cairo_new_path (cr);
      cairo_rectangle (cr, cx - plan.mark / 2.0, cy - plan.mark * 0.28, plan.mark,
                       plan.mark * 0.56);
      chart_pen_fill (cr, style, fill);
      break;
    case CHART_MARK_COMPANY:
      draw_company (style, cr, cx, cy);
      break;
    case CHART_MARK_HUB_RANKED:
    case CHART_MARK_HUB_EDIH:
    case CHART_MARK_HUB_SEAL:
    case CHART_MARK_HUB_OTHER:
    case CHART_MARK_HUB_DOT:
    default:
      draw_hub (style, cr, mark, cx, cy);
      break;
    }
}
