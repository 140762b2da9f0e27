/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-way-mark.h"

#include "app/app-compat.h"

#include <math.h>

/* A waymark, the signature of the window: in the sidebar, above narrow pages, before questions, on
 * Home. */

#define LINE_WIDTH 2.5
#define DOT_RADIUS 1.4
#define DOT_STEP 6.0
#define GAP 3.0
#define HALO 4.0

struct _AppWayMark
{
  GtkWidget parent_instance;

  GtkOrientation orientation;
  double radius;
  AppWayState state;
  double fraction;
  AppWayLink before, after;
};

G_DEFINE_FINAL_TYPE (AppWayMark, app_way_mark, GTK_TYPE_WIDGET)

typedef struct
{
  GdkRGBA accent, on_accent, ink;
  double length, cross; /* of the widget along and across the way */
  double x, y;          /* the mark's centre */
  gboolean strong;      /* high contrast: every line stronger */
} Drawing;

static void
set_source (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static double
ink_alpha (const Drawing *drawing, double alpha)
{
  return drawing->strong ? MIN (1.0, alpha * 2.2) : alpha;
}

/* A link is drawn along x; the caller has turned the axes for a vertical way. */
static void
draw_link (
    AppWayMark *self, const Drawing *drawing, cairo_t *cr, AppWayLink link, double from, double to)
{
  if (link == APP_WAY_LINK_WALKED)
    {
      set_source (cr, &drawing->accent, 1);
      cairo_set_line_width (cr, LINE_WIDTH);
      cairo_move_to (cr, from, drawing->cross / 2);
      cairo_line_to (cr, to, drawing->cross / 2);
      cairo_stroke (cr);
    }
  else if (link == APP_WAY_LINK_AHEAD)
    {
      /* Half a step at each end, so that the dots of two marks meet in phase. */
      const int n = (int)round ((to - from) / DOT_STEP);

      set_source (cr, &drawing->ink, ink_alpha (drawing, 0.46));
      for (int i = 0; i < n; i++)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, from + (i + 0.5) * (to - from) / n, drawing->cross / 2, DOT_RADIUS, 0,
                     2 * G_PI);
        }
      cairo_fill (cr);
    }
}

static void
draw_links (AppWayMark *self, const Drawing *drawing, cairo_t *cr)
{
  const double centre = drawing->length / 2;
  const double reach = self->state == APP_WAY_GOAL ? self->radius + 2 : self->radius;
  const double halo = self->state == APP_WAY_HERE ? HALO : 0;
  const double before_gap = self->before == APP_WAY_LINK_AHEAD ? GAP + halo : 0;
  const double after_gap = self->after == APP_WAY_LINK_AHEAD ? GAP + halo : 0;

  cairo_save (cr);
  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    {
      cairo_matrix_t swap = { 0, 1, 1, 0, 0, 0 };

      cairo_transform (cr, &swap);
    }
  draw_link (self, drawing, cr, self->before, 0, centre - reach - before_gap);
  draw_link (self, drawing, cr, self->after, centre + reach + after_gap, drawing->length);
  cairo_restore (cr);
}

static void
draw_disc (const Drawing *drawing, cairo_t *cr, double radius, double alpha)
{
  set_source (cr, &drawing->accent, alpha);
  cairo_arc (cr, drawing->x, drawing->y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_ring (const Drawing *drawing, cairo_t *cr, double radius, double width, double alpha)
{
  set_source (cr, &drawing->ink, ink_alpha (drawing, alpha));
  cairo_set_line_width (cr, width);
  cairo_arc (cr, drawing->x, drawing->y, radius - width / 2, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* @points: x, y pairs in parts of the radius. */
static void
draw_glyph (
    const Drawing *drawing, cairo_t *cr, double radius, const double *points, guint n_points)
{
  set_source (cr, &drawing->on_accent, 1);
  cairo_set_line_width (cr, MAX (1.5, radius * 0.22));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < n_points; i++)
    {
      const double x = drawing->x + points[2 * i] * radius;
      const double y = drawing->y + points[2 * i + 1] * radius;

      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
}

static void
draw_tick (const Drawing *drawing, cairo_t *cr, double radius)
{
  static const double tick[] = { -0.42, 0.04, -0.12, 0.34, 0.44, -0.28 };

  draw_glyph (drawing, cr, radius, tick, 3);
}

static void
draw_arrow (const Drawing *drawing, cairo_t *cr, double radius, gboolean mirrored)
{
  const double s = mirrored ? -1 : 1;
  const double shaft[] = { -0.48 * s, 0, 0.44 * s, 0 };
  const double head[] = { 0.1 * s, -0.38, 0.48 * s, 0, 0.1 * s, 0.38 };

  draw_glyph (drawing, cr, radius, shaft, 2);
  draw_glyph (drawing, cr, radius, head, 3);
}

static void
draw_begun (AppWayMark *self, const Drawing *drawing, cairo_t *cr)
{
  const double width = MAX (2.0, self->radius * 0.27);
  const double start = -G_PI / 2;

  draw_ring (drawing, cr, self->radius, width, 0.25);
  set_source (cr, &drawing->accent, 1);
  cairo_set_line_width (cr, width);
  cairo_arc (cr, drawing->x, drawing->y, self->radius - width / 2, start,
             start + 2 * G_PI * CLAMP (self->fraction, 0.02, 1));
  cairo_stroke (cr);
}

static void
draw_goal (AppWayMark *self, const Drawing *drawing, cairo_t *cr)
{
  const double reach = self->radius + 1;

  set_source (cr, &drawing->ink, ink_alpha (drawing, 0.56));
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_move_to (cr, drawing->x, drawing->y - reach);
  cairo_line_to (cr, drawing->x + reach, drawing->y);
  cairo_line_to (cr, drawing->x, drawing->y + reach);
  cairo_line_to (cr, drawing->x - reach, drawing->y);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_mark (AppWayMark *self, const Drawing *drawing, cairo_t *cr)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (self->state)
    {
    case APP_WAY_OPEN:
      draw_ring (drawing, cr, self->radius, 2, 0.56);
      break;
    case APP_WAY_BEGUN:
      draw_begun (self, drawing, cr);
      break;
    case APP_WAY_DONE:
      draw_disc (drawing, cr, self->radius, 1);
      draw_tick (drawing, cr, self->radius);
      break;
    case APP_WAY_HERE:
      draw_disc (drawing, cr, self->radius + HALO, 0.22);
      draw_disc (drawing, cr, MAX (self->radius, 8.5), 1);
      draw_arrow (drawing, cr, MAX (self->radius, 8.5), mirrored);
      break;
    case APP_WAY_GOAL:
      draw_goal (self, drawing, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
app_way_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AppWayMark *self = APP_WAY_MARK (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const gboolean vertical = self->orientation == GTK_ORIENTATION_VERTICAL;
  Drawing drawing = {
    .length = vertical ? height : width,
    .cross = vertical ? width : height,
    .x = width / 2.0,
    .y = height / 2.0,
    .strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ()),
  };
  cairo_t *cr;

  app_compat_get_color (widget, &drawing.ink);
  app_compat_lookup_color (widget, "accent_bg_color", &drawing.accent);
  app_compat_lookup_color (widget, "accent_fg_color", &drawing.on_accent);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_save (cr);
  if (!vertical && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_links (self, &drawing, cr);
  cairo_restore (cr);
  draw_mark (self, &drawing, cr);
  cairo_destroy (cr);
}

static void
app_way_mark_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = (int)ceil (2 * (APP_WAY_MARK (widget)->radius + HALO));
}

static void
app_way_mark_class_init (AppWayMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = app_way_mark_snapshot;
  widget_class->measure = app_way_mark_measure;
  gtk_widget_class_set_css_name (widget_class, "waymark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
app_way_mark_init (AppWayMark *self)
{
  self->radius = 11;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
app_way_mark_new (GtkOrientation orientation, double radius)
{
  AppWayMark *self = g_object_new (APP_TYPE_WAY_MARK, NULL);

  self->orientation = orientation;
  self->radius = radius;
  return GTK_WIDGET (self);
}

void
app_way_mark_set (
    AppWayMark *self, AppWayState state, double fraction, AppWayLink before, AppWayLink after)
{
  g_return_if_fail (APP_IS_WAY_MARK (self));

  self->state = state;
  self->fraction = fraction;
  self->before = before;
  self->after = after;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
