/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-quadrant.h"

#include "chart/chart-pen.h"
#include "chart/chart-text.h"

/* One layout for drawing and hitting: where each circle belongs, and where it found room. */

#define TRIES 400

typedef struct
{
  double x, y; /* where it stands */
  double wanted_x, wanted_y;
} Spot;

static const ChartTextForm caption = { .size = 7.0 / 9.0, .weight = PANGO_WEIGHT_NORMAL };

static double
unit (const ChartStyle *style)
{
  return style->scale * (style->print ? 0.72 : 1.0);
}

static double
radius (const ChartStyle *style)
{
  return 10.0 * unit (style);
}

/* The frame: a line of words above and below it. */
static ChartRect
frame_of (const ChartQuadrantSpec *spec, const ChartStyle *style, double width, double height)
{
  const double line = chart_text_body (style) * 1.5;
  const double above = spec->effect_title != NULL ? line : 1.0;
  const double below = spec->effort_title != NULL ? line : 1.0;

  return (ChartRect){ 1.0, above, MAX (width - 2.0, 1.0), MAX (height - above - below, 1.0) };
}

static gboolean
is_free (const Spot *spots, guint n, double x, double y, double apart)
{
  for (guint i = 0; i < n; i++)
    {
      const double dx = spots[i].x - x, dy = spots[i].y - y;

      if (dx * dx + dy * dy < apart * apart)
        return FALSE;
    }
  return TRUE;
}

/* Outwards in a spiral from where it belongs, inside the frame. When nothing is free, the place
 * itself. */
static void
find_room (Spot *spots, guint index, const ChartRect *frame, double r, double words)
{
  Spot *spot = &spots[index];
  const double apart = 2.0 * r + 1.0;

  for (guint i = 0; i < TRIES; i++)
    {
      const double away = i == 0 ? 0.0 : r * 0.6 * sqrt ((double)i);
      const double angle = 2.399963 * i; /* the golden angle: no two directions alike */
      const double x = spot->wanted_x + away * cos (angle), y = spot->wanted_y + away * sin (angle);

      if (x - r < frame->x || x + r > frame->x + frame->width || y - r < frame->y + words
          || y + r > frame->y + frame->height - words || !is_free (spots, index, x, y, apart))
        continue;
      spot->x = x;
      spot->y = y;
      return;
    }
}

static Spot *
layout (const ChartQuadrantSpec *spec, const ChartStyle *style, double width, double height)
{
  const ChartRect frame = frame_of (spec, style, width, height);
  const double r = radius (style), pad = r * 1.8;
  const double words = pad + chart_text_body (style); /* the fields' names stay free */
  Spot *spots = g_new0 (Spot, MAX (spec->n_points, 1));

  for (guint i = 0; i < spec->n_points; i++)
    {
      const double effort = CLAMP (spec->points[i].effort, 0.0, 1.0);
      const double effect = CLAMP (spec->points[i].effect, 0.0, 1.0);

      /* In the middle of each third, so that small effort has room on both sides. */
      spots[i].wanted_x = frame.x + frame.width * (1.0 + 4.0 * effort) / 6.0;
      spots[i].wanted_y = frame.y + frame.height - words - (frame.height - 2.0 * words) * effect;
      spots[i].x = spots[i].wanted_x;
      spots[i].y = spots[i].wanted_y;
      find_room (spots, i, &frame, r, words - pad);
    }
  return spots;
}

void
chart_quadrant_measure (const ChartQuadrantSpec *spec,
                        const ChartStyle *style,
                        double width,
                        double *min_width,
                        double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  if (min_width != NULL)
    *min_width = 220.0 * unit (style);
  if (height != NULL)
    *height = CLAMP (width * 0.62, 220.0 * unit (style), 380.0 * unit (style));
}

static void
draw_title (const ChartQuadrantSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const ChartRect *frame,
            guint field)
{
  const double gap = 6.0 * unit (style), line = chart_text_body (style) * 0.7;
  const gboolean right = field % 2 == 1, low = field >= 2;
  ChartTextForm form = caption;

  form.weight = style->print ? chart_text_strong (style) : form.weight;
  form.max_width = frame->width / 2.0 - 2.0 * gap;
  form.one_line = TRUE;
  chart_text_draw (style, cr, spec->titles[field], form, chart_palette_ink (style, 0.72),
                   right ? frame->x + frame->width - gap : frame->x + gap,
                   low ? frame->y + frame->height - gap - line / 2.0 : frame->y + gap + line / 2.0,
                   right ? 1.0 : 0.0);
}

static void
draw_fields (const ChartQuadrantSpec *spec,
             const ChartStyle *style,
             cairo_t *cr,
             const ChartRect *frame)
{
  const ChartColor ink = chart_palette_ink (style, 0.3);
  const double middle_x = frame->x + frame->width / 2.0;
  const double middle_y = frame->y + frame->height / 2.0;
  const double stroke = style->print ? 0.6 : 1.0;

  chart_pen_rect (cr, chart_palette_area (style, 0.035), frame->x, frame->y, frame->width / 2.0,
                  frame->height / 2.0);
  chart_pen_line (cr, ink, stroke, frame->x, frame->y, frame->x + frame->width, frame->y);
  chart_pen_line (cr, ink, stroke, frame->x, frame->y + frame->height, frame->x + frame->width,
                  frame->y + frame->height);
  chart_pen_line (cr, ink, stroke, frame->x, frame->y, frame->x, frame->y + frame->height);
  chart_pen_line (cr, ink, stroke, frame->x + frame->width, frame->y, frame->x + frame->width,
                  frame->y + frame->height);
  chart_pen_dashed (cr, ink, stroke, 3.0, 3.0, middle_x, frame->y, middle_x,
                    frame->y + frame->height);
  chart_pen_dashed (cr, ink, stroke, 3.0, 3.0, frame->x, middle_y, frame->x + frame->width,
                    middle_y);
  for (guint i = 0; i < G_N_ELEMENTS (spec->titles); i++)
    if (spec->titles[i] != NULL)
      draw_title (spec, style, cr, frame, i);
}

static void
draw_axes (const ChartQuadrantSpec *spec,
           const ChartStyle *style,
           cairo_t *cr,
           const ChartRect *frame)
{
  const double line = chart_text_body (style) * 0.75;

  if (spec->effect_title != NULL)
    chart_text_draw (style, cr, spec->effect_title, caption, chart_palette_ink (style, 0.85),
                     frame->x, frame->y - line, 0.0);
  if (spec->effort_title != NULL)
    chart_text_draw (style, cr, spec->effort_title, caption, chart_palette_ink (style, 0.85),
                     frame->x + frame->width, frame->y + frame->height + line, 1.0);
}

static void
draw_point (const ChartQuadrantSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const Spot *spot,
            guint index)
{
  const ChartQuadrantPoint *point = &spec->points[index];
  const ChartColor color
      = style->print ? style->text : chart_palette_series (style, CHART_SERIES_NOW);
  const ChartTextForm form = { .size = 7.0 / 9.0, .weight = chart_text_strong (style) };
  const double r = radius (style);

  if (spec->selected == (int)index)
    chart_pen_ring (cr, style, style->accent, spot->x, spot->y, r + 3.0 * unit (style),
                    2.0 * unit (style));
  if (point->chosen)
    chart_pen_disc (cr, style, color, spot->x, spot->y, r, 1.0);
  else
    chart_pen_ring (cr, style, color, spot->x, spot->y, r - 1.0, 1.4 * unit (style));
  chart_text_draw (style, cr, point->label, form, point->chosen ? style->surface : style->text,
                   spot->x, spot->y, 0.5);
}

void
chart_quadrant_draw (const ChartQuadrantSpec *spec,
                     const ChartStyle *style,
                     cairo_t *cr,
                     double x,
                     double y,
                     double width,
                     double height)
{
  ChartRect frame;
  g_autofree Spot *spots = NULL;

  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  frame = frame_of (spec, style, width, height);
  spots = layout (spec, style, width, height);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  draw_fields (spec, style, cr, &frame);
  draw_axes (spec, style, cr, &frame);
  for (guint i = 0; i < spec->n_points; i++)
    chart_pen_line (cr, chart_palette_ink (style, 0.4), style->print ? 0.5 : 1.0, spots[i].wanted_x,
                    spots[i].wanted_y, spots[i].x, spots[i].y);
  for (guint i = 0; i < spec->n_points; i++)
    draw_point (spec, style, cr, &spots[i], i);
  cairo_restore (cr);
}

int
chart_quadrant_hit (const ChartQuadrantSpec *spec,
                    const ChartStyle *style,
                    double width,
                    double height,
                    double px,
                    double py)
{
  g_autofree Spot *spots = NULL;

  g_return_val_if_fail (spec != NULL && style != NULL, -1);

  spots = layout (spec, style, width, height);
  /* The one drawn last lies on top. */
  for (guint i = spec->n_points; i > 0; i--)
    {
      const double dx = spots[i - 1].x - px, dy = spots[i - 1].y - py;
      const double reach = radius (style) + 2.0 * unit (style);

      if (dx * dx + dy * dy <= reach * reach)
        return (int)i - 1;
    }
  return -1;
}

gboolean
chart_quadrant_item_rect (const ChartQuadrantSpec *spec,
                          const ChartStyle *style,
                          double width,
                          double height,
                          guint index,
                          ChartRect *rect)
{
  g_autofree Spot *spots = NULL;
  const double r = style != NULL ? radius (style) : 0.0;

  g_return_val_if_fail (spec != NULL && style != NULL && rect != NULL, FALSE);

  if (index >= spec->n_points)
    return FALSE;
  spots = layout (spec, style, width, height);
  *rect = (ChartRect){ spots[index].x - r, spots[index].y - r, 2.0 * r, 2.0 * r };
  return TRUE;
}
