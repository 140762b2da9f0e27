/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-course.h"

#include "chart/chart-pen.h"
#include "chart/chart-text.h"

/* The scale is never cut: a small rise must look small. */

static const ChartTextForm figures = { .size = 7.0 / 9.0, .weight = PANGO_WEIGHT_NORMAL };

/* The field in which the course runs, left of it the figures of the scale, below it the moments. */
static ChartRect
field_of (const ChartCourseSpec *spec, const ChartStyle *style, double width, double height)
{
  const double line = chart_text_body (style);
  double left = chart_text_width (style, spec->scale.zero_text, figures), below = 0.0;

  for (guint i = 0; i < spec->scale.n_bands; i++)
    left = MAX (left, chart_text_width (style, spec->scale.bands[i].upper_text, figures));
  left += 5.0 * style->scale;
  for (guint i = 0; i < spec->n_points; i++)
    {
      ChartTextForm form = figures;

      form.max_width = MAX (8.0, (width - left) / spec->n_points - 0.5);
      below = MAX (below, chart_text_height (style, spec->points[i].label, form));
    }
  return (ChartRect){ left, line * 0.6, MAX (width - left, 1.0),
                      MAX (height - below - line * 1.1, 1.0) };
}

static double
value_y (const ChartCourseSpec *spec, const ChartRect *field, double value)
{
  return field->y + field->height * (1.0 - chart_scale_fraction (&spec->scale, value));
}

static double
point_x (const ChartCourseSpec *spec, const ChartRect *field, guint index)
{
  return field->x + field->width * (index + 0.5) / spec->n_points;
}

/* Where the value of a point is written: over its mark, below it where there is no room above. */
static ChartRect
value_rect (const ChartCourseSpec *spec,
            const ChartStyle *style,
            const ChartRect *field,
            guint index)
{
  const ChartCoursePoint *point = &spec->points[index];
  const double body = chart_text_body (style), away = body * 1.15;
  const double y = value_y (spec, field, point->value);
  const double width = chart_text_width (style, point->text, figures);
  const double middle = y - away > field->y ? y - away : y + away;

  return (ChartRect){ point_x (spec, field, index) - width / 2.0, middle - body / 2.0, width,
                      body };
}

static gboolean
is_apart (const ChartRect *a, const ChartRect *b)
{
  return a->x + a->width < b->x || b->x + b->width < a->x || a->y + a->height < b->y
         || b->y + b->height < a->y;
}

/* Neither a value, nor a mark, nor the line between two marks. */
static gboolean
is_free (const ChartCourseSpec *spec,
         const ChartStyle *style,
         const ChartRect *field,
         const ChartRect *rect)
{
  const double r = chart_pen_target_radius (style, TRUE);

  for (guint i = 0; i < spec->n_points; i++)
    {
      if (!chart_value_present (spec->points[i].value))
        continue;
      const double x = point_x (spec, field, i), y = value_y (spec, field, spec->points[i].value);
      const ChartRect value = value_rect (spec, style, field, i);
      const gboolean last
          = i + 1 == spec->n_points || !chart_value_present (spec->points[i + 1].value);
      const double next = last ? y : value_y (spec, field, spec->points[i + 1].value);
      const ChartRect line
          = { x - r, MIN (y, next) - r, last ? 2.0 * r : field->width / spec->n_points,
              fabs (next - y) + 2.0 * r };

      if (!is_apart (rect, &value) || !is_apart (rect, &line))
        return FALSE;
    }
  return TRUE;
}

/* The name of a band in a corner of it where nothing else stands; no name where there is none. */
static void
draw_name (const ChartCourseSpec *spec,
           const ChartStyle *style,
           cairo_t *cr,
           const ChartRect *field,
           const char *title,
           double lower,
           double upper)
{
  const double body = chart_text_body (style), away = body * 0.6;
  const double width = MIN (chart_text_width (style, title, figures), field->width);
  ChartTextForm form = figures;

  form.max_width = field->width;
  form.one_line = TRUE;
  if (lower - upper < body * 1.2)
    return;
  for (guint corner = 0; corner < 4; corner++)
    {
      const gboolean right = corner % 2 == 1;
      const double middle = corner < 2 ? lower - away : upper + away;
      const ChartRect rect = { right ? field->x + field->width - width : field->x,
                               middle - body / 2.0, width, body };

      if (!is_free (spec, style, field, &rect))
        continue;
      chart_text_draw (style, cr, title, form, chart_palette_ink (style, 0.72), rect.x, middle,
                       0.0);
      return;
    }
}

static void
draw_limit (
    const ChartStyle *style, cairo_t *cr, const ChartRect *field, const char *text, double y)
{
  const double s = style->scale;

  chart_pen_dashed (cr, chart_color (0x757575, 1.0), (style->print ? 0.5 : 1.0) * s, 2.0 * s,
                    2.0 * s, field->x, y, field->x + field->width, y);
  chart_text_draw (style, cr, text, figures, chart_palette_ink (style, 0.85), field->x - 4.0 * s, y,
                   1.0);
}

static void
draw_scale (const ChartCourseSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const ChartRect *field)
{
  const double s = style->scale, zero = value_y (spec, field, 0.0);
  double lower = zero;

  chart_pen_line (cr, chart_color (0x757575, 1.0), (style->print ? 0.5 : 1.0) * s, field->x, zero,
                  field->x + field->width, zero);
  chart_text_draw (style, cr, spec->scale.zero_text, figures, chart_palette_ink (style, 0.85),
                   field->x - 4.0 * s, zero, 1.0);
  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      const ChartBand *band = &spec->scale.bands[i];
      const double upper = value_y (spec, field, band->upper);

      draw_limit (style, cr, field, band->upper_text, upper);
      draw_name (spec, style, cr, field, band->title, lower, upper);
      lower = upper;
    }
}

static void
draw_line (const ChartCourseSpec *spec,
           const ChartStyle *style,
           cairo_t *cr,
           const ChartRect *field)
{
  const double s = style->scale;
  const ChartColor color = chart_palette_series (style, CHART_SERIES_TARGET);

  cairo_save (cr);
  if (style->print)
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 1; i < spec->n_points; i++)
    if (chart_value_present (spec->points[i - 1].value)
        && chart_value_present (spec->points[i].value))
      chart_pen_dashed (cr, color, (style->print ? 1.5 : 2.0) * s, (style->print ? 0.1 : 6.0) * s,
                        (style->print ? 2.8 : 4.0) * s, point_x (spec, field, i - 1),
                        value_y (spec, field, spec->points[i - 1].value), point_x (spec, field, i),
                        value_y (spec, field, spec->points[i].value));
  cairo_restore (cr);
}

static void
draw_point (const ChartCourseSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const ChartRect *field,
            guint index)
{
  const ChartCoursePoint *point = &spec->points[index];
  const double x = point_x (spec, field, index);
  ChartTextForm value = figures, label = figures;

  label.max_width = MAX (8.0, field->width / spec->n_points - 0.5);
  chart_text_draw (style, cr, point->label, label, style->text, x,
                   value_y (spec, field, 0.0) + chart_text_body (style) * 0.5
                       + chart_text_height (style, point->label, label) / 2.0,
                   0.5);
  if (!chart_value_present (point->value))
    return;
  const double y = value_y (spec, field, point->value);
  const ChartRect rect = value_rect (spec, style, field, index);
  if (index == 0)
    chart_pen_now (cr, style, x, y, TRUE);
  else
    chart_pen_target (cr, style, x, y, TRUE);
  value.weight = index == 0 ? chart_text_strong (style) : PANGO_WEIGHT_NORMAL;
  chart_text_draw_halo (style, cr, point->text, value, style->text, x, rect.y + rect.height / 2.0,
                        0.5);
}

void
chart_course_draw (const ChartCourseSpec *spec,
                   const ChartStyle *style,
                   cairo_t *cr,
                   double x,
                   double y,
                   double width,
                   double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  if (spec->n_points == 0)
    return;
  const ChartRect field = field_of (spec, style, width, height);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  draw_scale (spec, style, cr, &field);
  draw_line (spec, style, cr, &field);
  for (guint i = 0; i < spec->n_points; i++)
    draw_point (spec, style, cr, &field, i);
  cairo_restore (cr);
}

gboolean
chart_course_point (const ChartCourseSpec *spec,
                    const ChartStyle *style,
                    double width,
                    double height,
                    guint index,
                    double *x,
                    double *y)
{
  g_return_val_if_fail (spec != NULL && style != NULL && x != NULL && y != NULL, FALSE);

  if (index >= spec->n_points || !chart_value_present (spec->points[index].value))
    return FALSE;
  const ChartRect field = field_of (spec, style, width, height);
  *x = point_x (spec, &field, index);
  *y = value_y (spec, &field, spec->points[index].value);
  return TRUE;
}
