/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-radar.h"

#include "chart/chart-pen.h"
#include "chart/chart-text.h"

/* A disc of spokes. Labels are pushed outwards from the corners, so that the ring can be as large
 * as the box allows; frame_new() finds that radius. */

#define SMALL_SIZE 0.8
#define RING_SIZE 0.7
#define WORDS_SHARE 0.36 /* of the chart's width, at most, for one label */

typedef struct
{
  double cx, cy, radius;
} Frame;

typedef struct
{
  double dx, dy; /* the spoke's direction, y downwards */
} Spoke;

/* Box of a spoke's words, relative to the spoke's outer end. */
typedef struct
{
  double x, y; /* centre */
  double width, height;
  gboolean one_line;
} Words;

static Spoke
spoke_at (guint index, guint n)
{
  double angle = 2.0 * G_PI * index / MAX (n, 1);

  return (Spoke){ sin (angle), -cos (angle) };
}

static const char *
short_label (const ChartItem *item)
{
  return item->short_label != NULL ? item->short_label : item->label;
}

static ChartTextForm
words_form (const ChartStyle *style, gboolean strong, double width)
{
  return (ChartTextForm){ style->print ? 7.5 / 9.0 : SMALL_SIZE,
                          strong ? chart_text_strong (style) : PANGO_WEIGHT_NORMAL,
                          MAX (8.0, WORDS_SHARE * width), TRUE };
}

static double
words_leading (const ChartStyle *style)
{
  return chart_text_body (style) * (style->print ? 10.0 / 9.0 : 1.02);
}

static Words
words_new (const ChartRadarSpec *spec, const ChartStyle *style, double width, guint index)
{
  const ChartItem *item = &spec->items[index];
  Spoke spoke = spoke_at (index, spec->n_items);
  double label = chart_text_width (style, short_label (item), words_form (style, FALSE, width));
  double value = item->now_text != NULL
                     ? chart_text_width (style, item->now_text, words_form (style, TRUE, width))
                     : 0.0;
  Words words = { .one_line = !style->print && fabs (spoke.dx) < 0.1 };
  double gap = 6.0 * style->scale;

  words.height = words_leading (style) * (words.one_line || item->now_text == NULL ? 1.0 : 2.0);
  words.width = words.one_line ? label + value + 4.0 * style->scale : MAX (label, value);
  if (fabs (spoke.dx) < 0.1)
    words.y = spoke.dy * (words.height / 2.0 + gap);
  else if (fabs (spoke.dy) < 0.3)
    words.x = copysign (words.width / 2.0 + gap * 1.3, spoke.dx);
  else
    {
      words.x = copysign (words.width * 0.4, spoke.dx);
      words.y = copysign (words.height / 2.0 + gap * 0.8, spoke.dy);
    }
  return words;
}

static Frame
frame_new (const ChartRadarSpec *spec, const ChartStyle *style, double width, double height)
{
  double limit = G_MAXDOUBLE, above = 0.0, below = 0.0, down = 0.0, up = 1.0;

  for (guint i = 0; i < spec->n_items; i++)
    {
      Spoke spoke = spoke_at (i, spec->n_items);
      Words words = words_new (spec, style, width, i);
      double beside = fabs (words.x) + words.width / 2.0;

      if (fabs (spoke.dx) > 0.1)
        limit = MIN (limit, (width / 2.0 - beside) / fabs (spoke.dx));
      down = MAX (down, spoke.dy);
      if (spoke.dy < -0.9)
        above = MAX (above, words.height / 2.0 - words.y);
      if (spoke.dy > 0.7)
        below = MAX (below, words.height / 2.0 + words.y);
    }
  limit = MIN (limit, (height - above - below) / (up + down));
  Frame frame = { width / 2.0, 0.0, MAX (4.0, limit) };
  frame.cy = above + frame.radius + (height - above - below - frame.radius * (up + down)) / 2.0;
  return frame;
}

void
chart_radar_measure (const ChartRadarSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double *min_width,
                     double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  const double largest = (style->print ? 88.0 : 104.0) * style->scale;
  const double smallest = 48.0 * style->scale;
  double widest = 0.0, words_height = 2.0 * words_leading (style) + 6.0 * style->scale;

  for (guint i = 0; i < spec->n_items; i++)
    {
      Words words = words_new (spec, style, width, i);
      widest = MAX (widest, fabs (words.x) + words.width / 2.0
                                + smallest * fabs (spoke_at (i, spec->n_items).dx));
    }
  if (min_width != NULL)
    *min_width = ceil (2.0 * widest);
  if (height != NULL)
    {
      Frame frame = frame_new (spec, style, width, 1e6);
      *height = ceil (2.0 * MIN (frame.radius, largest) + 2.0 * words_height);
    }
}

static void
place (const ChartRadarSpec *spec,
       const Frame *frame,
       guint index,
       double value,
       double *px,
       double *py)
{
  Spoke spoke = spoke_at (index, spec->n_items);
  double r = frame->radius * chart_scale_fraction (&spec->scale, value);

  *px = frame->cx + spoke.dx * r;
  *py = frame->cy + spoke.dy * r;
}

static void
ring_path (const ChartRadarSpec *spec, cairo_t *cr, const Frame *frame, double value)
{
  cairo_new_path (cr);
  for (guint i = 0; i < spec->n_items; i++)
    {
      double x, y;
      place (spec, frame, i, value, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

static void
draw_rings (const ChartRadarSpec *spec, const ChartStyle *style, cairo_t *cr, const Frame *frame)
{
  const double s = style->scale;
  const double dashes[] = { 2.0 * s, 2.0 * s };

  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      gboolean outer = i + 1 == spec->scale.n_bands;

      cairo_save (cr);
      ring_path (spec, cr, frame, spec->scale.bands[i].upper);
      cairo_set_line_width (cr, style->print ? 0.5 * s : s);
      if (style->print)
        chart_pen_color (cr, chart_color (0x757575, 1.0));
      else
        chart_pen_color (cr, chart_palette_ink (style, outer ? 0.32 : 0.15));
      if (style->print && !outer)
        cairo_set_dash (cr, dashes, 2, 0.0);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
}

static void
draw_spokes (const ChartRadarSpec *spec, const ChartStyle *style, cairo_t *cr, const Frame *frame)
{
  const double s = style->scale;
  ChartColor line = style->print ? chart_color (0x757575, 1.0) : chart_palette_ink (style, 0.15);

  for (guint i = 0; i < spec->n_items; i++)
    {
      double x, y;

      place (spec, frame, i, chart_scale_maximum (&spec->scale), &x, &y);
      if (chart_value_present (spec->items[i].now))
        chart_pen_line (cr, line, (style->print ? 0.5 : 1.0) * s, frame->cx, frame->cy, x, y);
      else
        chart_pen_dashed (cr, chart_palette_ink (style, 0.4), (style->print ? 0.6 : 1.2) * s,
                          1.5 * s, 3.5 * s, frame->cx, frame->cy, x, y);
    }
}

static double
value_of (const ChartItem *item, ChartSeries series)
{
  switch (series)
    {
    case CHART_SERIES_TARGET:
      return item->target;
    case CHART_SERIES_PREVIOUS:
      return item->previous;
    case CHART_SERIES_REFERENCE:
      return item->reference;
    case CHART_SERIES_NOW:
    default:
      return item->now;
    }
}

static guint
count_present (const ChartRadarSpec *spec, ChartSeries series)
{
  guint n = 0;

  for (guint i = 0; i < spec->n_items; i++)
    n += chart_value_present (value_of (&spec->items[i], series)) ? 1 : 0;
  return n;
}

/* Edges between neighbours that are both there; @filled: as slices from the centre, so that a gap
 * stays a gap. */
static void
outline_path (const ChartRadarSpec *spec,
              cairo_t *cr,
              const Frame *frame,
              ChartSeries series,
              gboolean filled)
{
  gboolean whole = count_present (spec, series) == spec->n_items;

  cairo_new_path (cr);
  for (guint i = 0; i < spec->n_items; i++)
    {
      guint next = (i + 1) % spec->n_items;
      double a = value_of (&spec->items[i], series), b = value_of (&spec->items[next], series);
      double x0, y0, x1, y1;

      if (!chart_value_present (a) || !chart_value_present (b))
        continue;
      place (spec, frame, i, a, &x0, &y0);
      place (spec, frame, next, b, &x1, &y1);
      if (whole)
        {
          cairo_line_to (cr, x0, y0);
          continue;
        }
      cairo_move_to (cr, x0, y0);
      cairo_line_to (cr, x1, y1);
      if (filled)
        {
          cairo_line_to (cr, frame->cx, frame->cy);
          cairo_close_path (cr);
        }
    }
  if (whole)
    cairo_close_path (cr);
}

static void
set_line (cairo_t *cr, const ChartStyle *style, ChartSeries series)
{
  const double s = style->scale;
  const double screen_dash[] = { 6.0 * s, 4.0 * s }, dotted[] = { 0.1 * s, 2.8 * s };
  const double print_dash[] = { 5.0 * s, 2.5 * s };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (series == CHART_SERIES_NOW)
    cairo_set_line_width (cr, (style->print ? 1.6 : 2.5) * s);
  else if (series == CHART_SERIES_TARGET)
    {
      cairo_set_line_width (cr, (style->print ? 1.5 : 2.0) * s);
      cairo_set_line_cap (cr, style->print ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, style->print ? dotted : screen_dash, 2, 0.0);
    }
  else
    {
      cairo_set_line_width (cr, (style->print ? 0.9 : 1.5) * s);
      cairo_set_dash (cr, print_dash, 2, 0.0);
    }
}

static void
draw_outline (const ChartRadarSpec *spec,
              const ChartStyle *style,
              cairo_t *cr,
              const Frame *frame,
              ChartSeries series)
{
  ChartColor color = chart_palette_series (style, series);

  if (series == CHART_SERIES_NOW)
    {
      ChartColor area = color;
      area.alpha = style->print ? 0.1 : 0.16;
      outline_path (spec, cr, frame, series, TRUE);
      chart_pen_color (cr, area);
      cairo_fill (cr);
    }
  cairo_save (cr);
  outline_path (spec, cr, frame, series, FALSE);
  chart_pen_color (cr, color);
  set_line (cr, style, series);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_marks (const ChartRadarSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const Frame *frame,
            ChartSeries series)
{
  for (guint i = 0; i < spec->n_items; i++)
    {
      double value = value_of (&spec->items[i], series), x, y;

      if (!chart_value_present (value))
        continue;
      place (spec, frame, i, value, &x, &y);
      if (series == CHART_SERIES_NOW)
        chart_pen_now (cr, style, x, y, TRUE);
      else if (series == CHART_SERIES_TARGET)
        chart_pen_target (cr, style, x, y, TRUE);
      else if (series == CHART_SERIES_PREVIOUS && style->print)
        chart_pen_previous (cr, style, x, y, TRUE);
    }
}

static void
draw_ring_figures (const ChartRadarSpec *spec,
                   const ChartStyle *style,
                   cairo_t *cr,
                   const Frame *frame)
{
  ChartTextForm form = { style->print ? 7.0 / 9.0 : RING_SIZE, PANGO_WEIGHT_NORMAL, 0.0 };

  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      const ChartBand *band = &spec->scale.bands[i];
      double x0, y0, x1, y1;

      if (!style->print && i + 1 == spec->scale.n_bands)
        continue;
      place (spec, frame, 0, band->upper, &x0, &y0);
      place (spec, frame, spec->n_items - 1, band->upper, &x1, &y1);
      if (style->print)
        chart_text_draw_halo (style, cr, band->upper_text, form, style->text,
                              x0 - 3.5 * style->scale, y0, 1.0);
      else
        chart_text_draw_halo (style, cr, band->upper_text, form, chart_palette_ink (style, 0.75),
                              (x0 + x1) / 2.0, (y0 + y1) / 2.0, 0.5);
    }
}

static void
words_centre (const ChartRadarSpec *spec,
              const Frame *frame,
              guint index,
              const Words *words,
              double *x,
              double *y)
{
  place (spec, frame, index, chart_scale_maximum (&spec->scale), x, y);
  *x += words->x;
  *y += words->y;
}

static void
draw_words (const ChartRadarSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const Frame *frame,
            double width,
            guint index)
{
  const ChartItem *item = &spec->items[index];
  Words words = words_new (spec, style, width, index);
  ChartTextForm plain = words_form (style, FALSE, width), strong = words_form (style, TRUE, width);
  double x, y, half = words_leading (style) / 2.0;

  words_centre (spec, frame, index, &words, &x, &y);
  if ((int)index == spec->selected && !style->print)
    {
      ChartColor tint = style->accent;
      tint.alpha = 0.14;
      chart_pen_rounded (cr, tint, x - words.width / 2.0 - 5.0, y - words.height / 2.0 - 3.0,
                         words.width + 10.0, words.height + 6.0, 5.0 * style->scale);
    }
  if (item->now_text == NULL)
    {
      chart_text_draw (style, cr, short_label (item), plain, style->text, x, y, 0.5);
      return;
    }
  if (words.one_line)
    {
      chart_text_draw (style, cr, short_label (item), plain, style->text, x - words.width / 2.0, y,
                       0.0);
      chart_text_draw (style, cr, item->now_text, strong, style->text, x + words.width / 2.0, y,
                       1.0);
      return;
    }
  chart_text_draw (style, cr, short_label (item), plain, style->text, x, y - half, 0.5);
  chart_text_draw (style, cr, item->now_text, strong, style->text, x, y + half, 0.5);
}

void
chart_radar_draw (const ChartRadarSpec *spec,
                  const ChartStyle *style,
                  cairo_t *cr,
                  double x,
                  double y,
                  double width,
                  double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);
  g_return_if_fail (spec->n_items >= 3);

  Frame frame = frame_new (spec, style, width, height);
  gboolean target = count_present (spec, CHART_SERIES_TARGET) > 0;
  ChartSeries second = target ? CHART_SERIES_TARGET : CHART_SERIES_PREVIOUS;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  draw_rings (spec, style, cr, &frame);
  draw_spokes (spec, style, cr, &frame);
  draw_outline (spec, style, cr, &frame, CHART_SERIES_NOW);
  draw_outline (spec, style, cr, &frame, second);
  draw_ring_figures (spec, style, cr, &frame);
  draw_marks (spec, style, cr, &frame, second);
  draw_marks (spec, style, cr, &frame, CHART_SERIES_NOW);
  for (guint i = 0; i < spec->n_items; i++)
    draw_words (spec, style, cr, &frame, width, i);
  cairo_restore (cr);
}

gboolean
chart_radar_item_rect (const ChartRadarSpec *spec,
                       const ChartStyle *style,
                       double width,
                       double height,
                       guint index,
                       ChartRect *rect)
{
  g_return_val_if_fail (spec != NULL && style != NULL && rect != NULL, FALSE);

  double x, y, mx, my;
  if (index >= spec->n_items)
    return FALSE;
  Frame frame = frame_new (spec, style, width, height);
  Words words = words_new (spec, style, width, index);
  words_centre (spec, &frame, index, &words, &x, &y);
  double x0 = x - words.width / 2.0, x1 = x + words.width / 2.0;
  double y0 = y - words.height / 2.0, y1 = y + words.height / 2.0;
  if (chart_value_present (spec->items[index].now))
    {
      double r = chart_pen_now_radius (style, TRUE);
      place (spec, &frame, index, spec->items[index].now, &mx, &my);
      x0 = MIN (x0, mx - r);
      x1 = MAX (x1, mx + r);
      y0 = MIN (y0, my - r);
      y1 = MAX (y1, my + r);
    }
  *rect = (ChartRect){ x0, y0, x1 - x0, y1 - y0 };
  return TRUE;
}

static int
hit_words (const ChartRadarSpec *spec,
           const ChartStyle *style,
           const Frame *frame,
           double width,
           double px,
           double py)
{
  for (guint i = 0; i < spec->n_items; i++)
    {
      Words words = words_new (spec, style, width, i);
      double x, y;

      words_centre (spec, frame, i, &words, &x, &y);
      if (fabs (px - x) <= words.width / 2.0 + 4.0 && fabs (py - y) <= words.height / 2.0 + 4.0)
        return (int)i;
    }
  return -1;
}

int
chart_radar_hit (const ChartRadarSpec *spec,
                 const ChartStyle *style,
                 double width,
                 double height,
                 double px,
                 double py)
{
  g_return_val_if_fail (spec != NULL && style != NULL, -1);

  if (spec->n_items == 0)
    return -1;
  Frame frame = frame_new (spec, style, width, height);
  int words = hit_words (spec, style, &frame, width, px, py);
  double dx = px - frame.cx, dy = py - frame.cy;
  if (words >= 0)
    return words;
  if (hypot (dx, dy) > frame.radius + 6.0 * style->scale || hypot (dx, dy) < 0.5)
    return -1;
  double turn = atan2 (dx, -dy) / (2.0 * G_PI);
  return (int)floor ((turn + 1.0) * spec->n_items + 0.5) % (int)spec->n_items;
}

void
chart_radar_point (const ChartRadarSpec *spec,
                   const ChartStyle *style,
                   double width,
                   double height,
                   guint index,
                   double value,
                   double *px,
                   double *py)
{
  g_return_if_fail (spec != NULL && style != NULL && px != NULL && py != NULL);

  Frame frame = frame_new (spec, style, width, height);
  place (spec, &frame, index, value, px, py);
}
