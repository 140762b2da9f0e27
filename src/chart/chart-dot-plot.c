/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-dot-plot.h"

#include "chart/chart-pen.h"
#include "chart/chart-text.h"

/* One geometry serves measuring, drawing, hit tests and accessibility: plan_new() is the only place
 * with numbers. */

typedef struct
{
  double top, bottom; /* bands' names above, figures below */
  double row;
  double label_width;
  double plot_x, plot_width;
  double now_right, target_right; /* right edges of the value columns; 0 in print */
  double label_size, small_size;
  gboolean has_target;
} Plan;

/* A figure that stands at its mark. */
typedef struct
{
  const char *text;
  double value;
  PangoWeight weight;
  double radius;  /* of the mark */
  gboolean right; /* of the mark; else left */
} Figure;

static gboolean
any_target (const ChartDotPlotSpec *spec)
{
  for (guint i = 0; i < spec->n_items; i++)
    if (chart_value_present (spec->items[i].target))
      return TRUE;
  return FALSE;
}

static ChartTextForm
label_form (const ChartStyle *style, const Plan *plan, double max_width)
{
  return (ChartTextForm){ plan->label_size, PANGO_WEIGHT_NORMAL, max_width };
}

static double
widest_label (const ChartDotPlotSpec *spec, const ChartStyle *style, const Plan *plan)
{
  double widest = 0.0;

  for (guint i = 0; i < spec->n_items; i++)
    widest = MAX (widest,
                  chart_text_width (style, spec->items[i].label, label_form (style, plan, 0.0)));
  return widest;
}

static double
widest_value (const ChartDotPlotSpec *spec,
              const ChartStyle *style,
              const Plan *plan,
              gboolean target)
{
  ChartTextForm head = { plan->small_size, chart_text_strong (style), 0.0 };
  ChartTextForm figure = { plan->label_size, chart_text_strong (style), 0.0 };
  double widest = chart_text_width (style, target ? spec->target_title : spec->now_title, head);

  for (guint i = 0; i < spec->n_items; i++)
    {
      const ChartItem *item = &spec->items[i];
      widest = MAX (widest,
                    chart_text_width (style, target ? item->target_text : item->now_text, figure));
    }
  return widest;
}

static double
row_height (const ChartDotPlotSpec *spec, const ChartStyle *style)
{
  if (style->print)
    return (spec->small ? 18.0 : 27.0) * style->scale;
  if (spec->narrow)
    return 52.0 * style->scale;
  return (spec->small ? 34.0 : 36.0) * style->scale;
}

static void
plan_columns (Plan *plan, const ChartDotPlotSpec *spec, const ChartStyle *style, double width)
{
  const double s = style->scale;
  double values = 0.0, label = 0.0;

  if (style->print)
    {
      /* Values stand beside their marks: room for them at both ends of the axis. */
      values = 16.0 * s;
      label = widest_label (spec, style, plan) + 36.0 * s;
    }
  else if (spec->narrow)
    {
      /* Half of "100" at the end of the axis. */
      label = 12.0 * s;
      values = 12.0 * s;
    }
  else
    {
      double now = widest_value (spec, style, plan, FALSE);
      double target = plan->has_target ? widest_value (spec, style, plan, TRUE) : 0.0;

      label = widest_label (spec, style, plan) + 10.0 * s;
      plan->target_right = width;
      plan->now_right = width - (plan->has_target ? target + 14.0 * s : 0.0);
      values = width - plan->now_right + now + 18.0 * s;
    }
  if (spec->label_width > 0.0)
    label = spec->label_width;
  plan->label_width = MIN (label, 0.45 * width);
  plan->plot_x = plan->label_width;
  plan->plot_width = MAX (1.0, width - plan->plot_x - values);
}

static Plan
plan_new (const ChartDotPlotSpec *spec, const ChartStyle *style, double width, double height)
{
  const double s = style->scale;
  Plan plan = { .has_target = any_target (spec) };

  plan.label_size = !spec->small ? 1.0 : style->print ? 7.5 / 9.0 : 0.86;
  plan.small_size = style->print ? 7.5 / 9.0 : (spec->small ? 0.72 : 0.8);
  if (!spec->hide_axis)
    {
      plan.top = (!style->print ? 24.0 : spec->small ? 15.0 : 26.0) * s;
      plan.bottom = (style->print ? 18.0 : 24.0) * s;
    }
  if (spec->narrow && !style->print)
    plan.top = 0.0;
  plan_columns (&plan, spec, style, width);
  plan.row = height > 0.0 && spec->n_items > 0
                 ? MAX (1.0, (height - plan.top - plan.bottom) / spec->n_items)
                 : row_height (spec, style);
  return plan;
}

static double
value_x (const ChartDotPlotSpec *spec, const Plan *plan, double value)
{
  return plan->plot_x + plan->plot_width * chart_scale_fraction (&spec->scale, value);
}

/* The line on which a row's marks lie. */
static double
row_y (const ChartDotPlotSpec *spec, const ChartStyle *style, const Plan *plan, guint index)
{
  double middle = plan->top + plan->row * (index + 0.5);

  return spec->narrow && !style->print ? middle + plan->row * 0.2 : middle;
}

void
chart_dot_plot_measure (const ChartDotPlotSpec *spec,
                        const ChartStyle *style,
                        double width,
                        double *min_width,
                        double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  Plan plan = plan_new (spec, style, width, 0.0);
  if (min_width != NULL)
    {
      double around = width - plan.plot_width;
      *min_width = spec->narrow ? 160.0 * style->scale
                                : around + (style->print ? 120.0 : 96.0) * style->scale;
    }
  if (height != NULL)
    *height = plan.top + plan.bottom + plan.row * spec->n_items;
}

static void
draw_band_areas (const ChartDotPlotSpec *spec,
                 const ChartStyle *style,
                 cairo_t *cr,
                 const Plan *plan,
                 double bottom)
{
  double lower = 0.0;

  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      double x0 = value_x (spec, plan, lower),
             x1 = value_x (spec, plan, spec->scale.bands[i].upper);

      if (i % 2 == 1 && !style->print)
        chart_pen_rect (cr, chart_palette_area (style, 0.035), x0, plan->top, x1 - x0,
                        bottom - plan->top);
      lower = spec->scale.bands[i].upper;
    }
}

static void
draw_grid (const ChartDotPlotSpec *spec, const ChartStyle *style, cairo_t *cr, const Plan *plan)
{
  const double s = style->scale;
  double bottom = plan->top + plan->row * spec->n_items;
  double tail = style->print ? 0.0 : 4.0 * s;

  draw_band_areas (spec, style, cr, plan, bottom);
  if (style->print)
    chart_pen_line (cr, chart_color (0x757575, 1.0), 0.5 * s, plan->plot_x, plan->top, plan->plot_x,
                    bottom);
  else
    chart_pen_line (cr, chart_palette_ink (style, 0.32), s, plan->plot_x, plan->top, plan->plot_x,
                    bottom + tail);
  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      double x = value_x (spec, plan, spec->scale.bands[i].upper);

      if (style->print)
        chart_pen_dashed (cr, chart_color (0x757575, 1.0), 0.5 * s, 2.0 * s, 2.0 * s, x, plan->top,
                          x, bottom);
      else
        chart_pen_line (cr, chart_palette_ink (style, 0.18), s, x, plan->top, x, bottom + tail);
    }
}

/* Below narrow rows the grid would run through the labels: short ticks at the dots' line only. */
static void
draw_row_ticks (
    const ChartDotPlotSpec *spec, const ChartStyle *style, cairo_t *cr, const Plan *plan, double y)
{
  const double s = style->scale;

  for (int i = -1; i < (int)spec->scale.n_bands; i++)
    {
      double x = value_x (spec, plan, i < 0 ? 0.0 : spec->scale.bands[i].upper);
      chart_pen_line (cr, chart_palette_ink (style, 0.3), s, x, y - 7.0 * s, x, y + 7.0 * s);
    }
}

/* The name that fits over a band, NULL when none does. On a screen it does not touch the next. */
static const char *
band_words (const ChartBand *band, const ChartStyle *style, ChartTextForm form, double room)
{
  if (form.max_width > 0.0)
    return band->title;
  if (!style->print)
    room -= 4.0 * style->scale;
  if (chart_text_width (style, band->title, form) <= room)
    return band->title;
  if (band->short_title != NULL && chart_text_width (style, band->short_title, form) <= room)
    return band->short_title;
  return NULL;
}

/* All names or none: some alone would look as if the others had none. */
static void
draw_band_names (
    const ChartDotPlotSpec *spec, const ChartStyle *style, cairo_t *cr, const Plan *plan, double y)
{
  ChartTextForm form = { plan->small_size, PANGO_WEIGHT_NORMAL, 0.0 };
  ChartColor color = chart_palette_ink (style, style->print ? 1.0 : 0.72);
  double quarter = plan->plot_width / spec->scale.n_bands;

  /* Paper has room for two lines over a band. */
  if (style->print && !spec->small && quarter > 40.0 * style->scale)
    form.max_width = quarter - 4.0 * style->scale;
  for (int pass = 0; pass < 2; pass++)
    {
      double lower = 0.0;

      for (guint i = 0; i < spec->scale.n_bands; i++)
        {
          const ChartBand *band = &spec->scale.bands[i];
          double x0 = value_x (spec, plan, lower), x1 = value_x (spec, plan, band->upper);
          const char *words = band_words (band, style, form, x1 - x0);

          if (words == NULL)
            return;
          if (pass == 1)
            chart_text_draw (style, cr, words, form, color, (x0 + x1) / 2.0, y, 0.5);
          lower = band->upper;
        }
    }
}

static void
draw_heads (const ChartDotPlotSpec *spec, const ChartStyle *style, cairo_t *cr, const Plan *plan)
{
  ChartTextForm strong = { plan->small_size, chart_text_strong (style), 0.0 };
  double y = plan->top - (!style->print ? 12.0 : spec->small ? 8.0 : 14.0) * style->scale;

  draw_band_names (spec, style, cr, plan, y);
  if (plan->now_right > 0.0)
    chart_text_draw (style, cr, spec->now_title, strong, chart_palette_ink (style, 0.85),
                     plan->now_right, y, 1.0);
  if (plan->now_right > 0.0 && plan->has_target)
    chart_text_draw (style, cr, spec->target_title, strong, chart_palette_ink (style, 0.72),
                     plan->target_right, y, 1.0);
}

static void
draw_axis_figures (const ChartDotPlotSpec *spec,
                   const ChartStyle *style,
                   cairo_t *cr,
                   const Plan *plan)
{
  ChartTextForm form = { plan->small_size, PANGO_WEIGHT_NORMAL, 0.0 };
  ChartColor color = chart_palette_ink (style, style->print ? 1.0 : 0.72);
  double y = plan->top + plan->row * spec->n_items + (style->print ? 10.0 : 14.0) * style->scale;

  chart_text_draw (style, cr, spec->scale.zero_text, form, color, plan->plot_x, y, 0.5);
  for (guint i = 0; i < spec->scale.n_bands; i++)
    chart_text_draw (style, cr, spec->scale.bands[i].upper_text, form, color,
                     value_x (spec, plan, spec->scale.bands[i].upper), y, 0.5);
}

static void
draw_link (const ChartStyle *style, cairo_t *cr, double x0, double x1, double y)
{
  if (style->print)
    chart_pen_line (cr, chart_color (0x9EA8B3, 1.0), 1.4 * style->scale, x0, y, x1, y);
  else
    chart_pen_line (cr, chart_palette_ink (style, 0.28), 2.5 * style->scale, x0, y, x1, y);
}

static void
draw_marks (const ChartDotPlotSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const Plan *plan,
            const ChartItem *item,
            double y)
{
  gboolean now = chart_value_present (item->now), target = chart_value_present (item->target);
  gboolean previous = chart_value_present (item->previous);

  if (now && previous)
    draw_link (style, cr, value_x (spec, plan, item->previous), value_x (spec, plan, item->now), y);
  if (now && target)
    draw_link (style, cr, value_x (spec, plan, item->now), value_x (spec, plan, item->target), y);
  if (chart_value_present (item->reference))
    chart_pen_reference (cr, style, value_x (spec, plan, item->reference), y, spec->small);
  if (!now && chart_value_present (item->low) && chart_value_present (item->high)
      && item->low <= item->high)
    chart_pen_interval (cr, style, value_x (spec, plan, item->low),
                        value_x (spec, plan, item->high), y);
  if (previous)
    chart_pen_previous (cr, style, value_x (spec, plan, item->previous), y, spec->small);
  if (target)
    chart_pen_target (cr, style, value_x (spec, plan, item->target), y, spec->small);
  if (now)
    chart_pen_now (cr, style, value_x (spec, plan, item->now), y, spec->small);
}

/* From where to where the target and its figure, which stands at its right, lie. */
static void
target_extent (const ChartDotPlotSpec *spec,
               const ChartStyle *style,
               const Plan *plan,
               const ChartItem *item,
               double *left,
               double *right)
{
  const ChartTextForm form = { 7.5 / 9.0, PANGO_WEIGHT_NORMAL, 0.0 };
  const double radius = chart_pen_target_radius (style, spec->small);
  const double x = value_x (spec, plan, item->target);

  *left = x - radius - 2.0 * style->scale;
  *right = x + radius + 8.5 * style->scale + chart_text_width (style, item->target_text, form);
}

/* Where the range that is still open is written: in the middle of its bar, else beside the target
 * that lies there, where the bar is longer. */
static double
open_value_x (const ChartDotPlotSpec *spec,
              const ChartStyle *style,
              const Plan *plan,
              const ChartItem *item,
              double half)
{
  const double low = value_x (spec, plan, item->low), high = value_x (spec, plan, item->high);
  const double middle = (low + high) / 2.0;
  double left, right;

  if (!chart_value_present (item->target))
    return middle;
  target_extent (spec, style, plan, item, &left, &right);
  if (middle + half <= left || middle - half >= right)
    return middle;
  return left - low > high - right ? left - half : right + half;
}

/* Paper: "–" at the axis when there is no range. */
static void
draw_open_value (const ChartDotPlotSpec *spec,
                 const ChartStyle *style,
                 cairo_t *cr,
                 const Plan *plan,
                 const ChartItem *item,
                 double y)
{
  ChartTextForm strong = { 7.5 / 9.0, chart_text_strong (style), 0.0 };
  const double half = chart_text_width (style, item->now_text, strong) / 2.0;

  if (chart_value_present (item->low) && chart_value_present (item->high))
    chart_text_draw_halo (style, cr, item->now_text, strong, style->text,
                          open_value_x (spec, style, plan, item, half), y, 0.5);
  else
    chart_text_draw_halo (style, cr, item->now_text, strong, style->text,
                          plan->plot_x + 3.5 * style->scale, y, 0.0);
}

/* Paper: beside its mark; above it where it would lie on the mark of the last stage. */
static void
draw_figure (const ChartDotPlotSpec *spec,
             const ChartStyle *style,
             cairo_t *cr,
             const Plan *plan,
             const ChartItem *item,
             Figure figure,
             double y)
{
  ChartTextForm form = { 7.5 / 9.0, figure.weight, 0.0 };
  double x = value_x (spec, plan, figure.value), gap = figure.radius + 3.5 * style->scale;
  double width = chart_text_width (style, figure.text, form);
  double left = figure.right ? x + gap : x - gap - width;
  double room = chart_pen_now_radius (style, spec->small) + style->scale;
  double previous
      = chart_value_present (item->previous) ? value_x (spec, plan, item->previous) : -G_MAXDOUBLE;

  if (previous > left - room && previous < left + width + room)
    {
      left = figure.right ? x - figure.radius : x + figure.radius - width;
      y -= figure.radius + 5.0 * style->scale;
    }
  chart_text_draw_halo (style, cr, figure.text, form, style->text, left, y, 0.0);
}

/* Whether the figure of the score stands at the right of its mark: where no target lies there, and
 * where at the left it would run through the axis. */
static gboolean
belongs_right (const ChartDotPlotSpec *spec,
               const ChartStyle *style,
               const Plan *plan,
               const ChartItem *item)
{
  const ChartTextForm form = { 7.5 / 9.0, chart_text_strong (style), 0.0 };
  const double x = value_x (spec, plan, item->now);
  const double reach = chart_pen_now_radius (style, spec->small) + 3.5 * style->scale
                       + chart_text_width (style, item->now_text, form);

  if (chart_value_present (item->target))
    return item->target < item->now
           || (x - reach < plan->plot_x
               && x + reach < value_x (spec, plan, item->target)
                                  - chart_pen_target_radius (style, spec->small) - style->scale);
  return !(item->previous > item->now) && x + reach < plan->plot_x + plan->plot_width;
}

/* Now and target have their figures on outer sides. */
static void
draw_values_beside (const ChartDotPlotSpec *spec,
                    const ChartStyle *style,
                    cairo_t *cr,
                    const Plan *plan,
                    const ChartItem *item,
                    double y)
{
  gboolean now = chart_value_present (item->now), target = chart_value_present (item->target);
  const gboolean forward = !target || !(item->target < item->now);

  if (!now)
    draw_open_value (spec, style, cr, plan, item, y);
  else
    draw_figure (spec, style, cr, plan, item,
                 (Figure){ item->now_text, item->now, chart_text_strong (style),
                           chart_pen_now_radius (style, spec->small),
                           belongs_right (spec, style, plan, item) },
                 y);
  if (target)
    draw_figure (spec, style, cr, plan, item,
                 (Figure){ item->target_text, item->target, PANGO_WEIGHT_NORMAL,
                           chart_pen_target_radius (style, spec->small), forward },
                 y);
}

static void
draw_values_column (const ChartDotPlotSpec *spec,
                    const ChartStyle *style,
                    cairo_t *cr,
                    const Plan *plan,
                    const ChartItem *item,
                    double y)
{
  ChartTextForm strong = { plan->label_size, chart_text_strong (style), 0.0 };
  ChartTextForm plain = { plan->label_size, PANGO_WEIGHT_NORMAL, 0.0 };

  chart_text_draw (style, cr, item->now_text, strong, style->text, plan->now_right, y, 1.0);
  if (plan->has_target)
    chart_text_draw (style, cr, item->target_text, plain, chart_palette_ink (style, 0.72),
                     plan->target_right, y, 1.0);
}

/* Narrow: label and figures on a line of their own above the marks. */
static void
draw_narrow_words (const ChartDotPlotSpec *spec,
                   const ChartStyle *style,
                   cairo_t *cr,
                   const Plan *plan,
                   const ChartItem *item,
                   double y,
                   double width)
{
  ChartTextForm strong = { plan->label_size, chart_text_strong (style), 0.0 };
  ChartTextForm plain = { plan->label_size, PANGO_WEIGHT_NORMAL, 0.0 };
  double words = y - plan->row * 0.42;
  double right = width;
  double figures = 0.0;

  if (chart_value_present (item->target) && item->target_text != NULL)
    {
      g_autofree char *arrow = g_strconcat ("→ ", item->target_text, NULL);
      chart_text_draw (style, cr, arrow, plain, chart_palette_ink (style, 0.72), right, words, 1.0);
      figures = chart_text_width (style, arrow, plain) + 6.0 * style->scale;
    }
  chart_text_draw (style, cr, item->now_text, strong, style->text, right - figures, words, 1.0);
  figures += chart_text_width (style, item->now_text, strong) + 8.0 * style->scale;
  plain.max_width = MAX (1.0, width - figures);
  chart_text_draw (style, cr, item->label, plain, style->text, 0.0, words, 0.0);
}

/* Between a label and the axis; on paper the figure of a small score stands there. */
static double
label_gap (const ChartStyle *style)
{
  return (style->print ? 26.0 : 8.0) * style->scale;
}

static void
draw_row (const ChartDotPlotSpec *spec,
          const ChartStyle *style,
          cairo_t *cr,
          const Plan *plan,
          guint index,
          double width)
{
  const ChartItem *item = &spec->items[index];
  gboolean narrow = spec->narrow && !style->print;
  double y = row_y (spec, style, plan, index);

  if ((int)index == spec->selected && !style->print)
    {
      ChartColor tint = style->accent;
      tint.alpha = 0.1;
      chart_pen_rounded (cr, tint, -6.0, plan->top + plan->row * index, width + 12.0, plan->row,
                         6.0 * style->scale);
    }
  if (!style->print)
    chart_pen_line (cr, chart_palette_ink (style, 0.09), style->scale, plan->plot_x, y,
                    plan->plot_x + plan->plot_width, y);
  if (narrow)
    draw_row_ticks (spec, style, cr, plan, y);
  draw_marks (spec, style, cr, plan, item, y);
  if (narrow)
    {
      draw_narrow_words (spec, style, cr, plan, item, y, width);
      return;
    }
  if (style->print)
    draw_values_beside (spec, style, cr, plan, item, y);
  else
    draw_values_column (spec, style, cr, plan, item, y);
  chart_text_draw (style, cr, item->label,
                   label_form (style, plan, MAX (1.0, plan->label_width - label_gap (style))),
                   style->text, 0.0, y, 0.0);
}

void
chart_dot_plot_draw (const ChartDotPlotSpec *spec,
                     const ChartStyle *style,
                     cairo_t *cr,
                     double x,
                     double y,
                     double width,
                     double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  Plan plan = plan_new (spec, style, width, height);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (!spec->narrow || style->print)
    draw_grid (spec, style, cr, &plan);
  if (plan.top > 0.0)
    draw_heads (spec, style, cr, &plan);
  if (plan.bottom > 0.0)
    draw_axis_figures (spec, style, cr, &plan);
  for (guint i = 0; i < spec->n_items; i++)
    draw_row (spec, style, cr, &plan, i, width);
  cairo_restore (cr);
}

int
chart_dot_plot_hit (const ChartDotPlotSpec *spec,
                    const ChartStyle *style,
                    double width,
                    double height,
                    double px,
                    double py)
{
  g_return_val_if_fail (spec != NULL && style != NULL, -1);

  Plan plan = plan_new (spec, style, width, height);
  double row = (py - plan.top) / plan.row;
  if (px < 0.0 || px > width || row < 0.0 || row >= spec->n_items)
    return -1;
  return (int)row;
}

gboolean
chart_dot_plot_item_rect (const ChartDotPlotSpec *spec,
                          const ChartStyle *style,
                          double width,
                          double height,
                          guint index,
                          ChartRect *rect)
{
  g_return_val_if_fail (spec != NULL && style != NULL && rect != NULL, FALSE);

  if (index >= spec->n_items)
    return FALSE;
  Plan plan = plan_new (spec, style, width, height);
  *rect = (ChartRect){ 0.0, plan.top + plan.row * index, width, plan.row };
  return TRUE;
}

double
chart_dot_plot_value_x (const ChartDotPlotSpec *spec,
                        const ChartStyle *style,
                        double width,
                        double value)
{
  g_return_val_if_fail (spec != NULL && style != NULL, 0.0);

  Plan plan = plan_new (spec, style, width, 0.0);
  return value_x (spec, &plan, value);
}
