/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-scenery.h"

/* Drawn for any size: the height is given, hills stretch with the width, the post keeps its shape.
 */

struct _AppScenery
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AppScenery, app_scenery, GTK_TYPE_WIDGET)

typedef struct
{
  guint sky_top, sky_bottom, sun;
  guint hills[4]; /* far to near */
} Daylight;

static const Daylight day
    = { 0xcfe6fb, 0xf1f7fb, 0xfbdf9a, { 0x9dbfdd, 0x85bab4, 0x60aa88, 0x358a67 } };
static const Daylight dusk
    = { 0x1b2a41, 0x2f4a63, 0xe9c46a, { 0x35557a, 0x2d5c66, 0x2a6650, 0x174a38 } };

/* Each hill: where its edge runs, x and y pairs in parts of width and height; curves through them.
 */
static const double hills[4][14] = {
  { 0, 0.62, 0.2, 0.38, 0.42, 0.56, 0.62, 0.34, 0.72, 0.44, 0.88, 0.53, 1, 0.5 },
  { 0, 0.6, 0.1, 0.62, 0.26, 0.6, 0.4, 0.5, 0.58, 0.68, 0.76, 0.6, 1, 0.66 },
  { 0, 0.84, 0.2, 0.7, 0.4, 0.8, 0.6, 0.62, 0.8, 0.74, 0.9, 0.64, 1, 0.6 },
  { 0, 0.86, 0.14, 0.9, 0.28, 0.9, 0.44, 0.93, 0.68, 0.96, 0.84, 0.93, 1, 0.97 },
};

static void
set_rgb (cairo_t *cr, guint rgb)
{
  cairo_set_source_rgb (cr, ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
}

static void
add_stop (cairo_pattern_t *pattern, double offset, guint rgb)
{
  cairo_pattern_add_color_stop_rgb (pattern, offset, ((rgb >> 16) & 0xff) / 255.0,
                                    ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

static void
draw_sky (cairo_t *cr, const Daylight *light, double width, double height)
{
  cairo_pattern_t *sky = cairo_pattern_create_linear (0, 0, 0, height);

  add_stop (sky, 0, light->sky_top);
  add_stop (sky, 0.7, light->sky_bottom);
  cairo_set_source (cr, sky);
  cairo_paint (cr);
  cairo_pattern_destroy (sky);

  set_rgb (cr, light->sun);
  cairo_arc (cr, width * 0.62, height * 0.27, height * 0.12, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_hill (cairo_t *cr, const double *edge, double width, double height)
{
  cairo_move_to (cr, 0, height);
  cairo_line_to (cr, 0, edge[1] * height);
  for (guint i = 1; i < 7; i++)
    {
      const double x0 = edge[2 * i - 2] * width, y0 = edge[2 * i - 1] * height;
      const double x1 = edge[2 * i] * width, y1 = edge[2 * i + 1] * height;

      cairo_curve_to (cr, (x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    }
  cairo_line_to (cr, width, height);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_post (cairo_t *cr, double x, double width, double height)
{
  cairo_pattern_t *wood = cairo_pattern_create_linear (x - width / 2, 0, x + width / 2, 0);

  add_stop (wood, 0, 0x986a44);
  add_stop (wood, 0.12, 0xc39a75);
  add_stop (wood, 0.3, 0xcdab8f);
  add_stop (wood, 0.78, 0xb5835a);
  add_stop (wood, 1, 0x865e3c);
  cairo_set_source (cr, wood);
  cairo_rectangle (cr, x - width / 2, height * 0.25, width, height * 0.65);
  cairo_fill (cr);
  for (int end = 0; end < 2; end++)
    {
      cairo_save (cr);
      cairo_translate (cr, x, end == 0 ? height * 0.25 : height * 0.9);
      cairo_scale (cr, 1, 0.3);
      cairo_arc (cr, 0, 0, width / 2, 0, 2 * G_PI);
      cairo_restore (cr);
      if (end == 0)
        set_rgb (cr, 0xe3cdb6);
      else
        cairo_set_source (cr, wood);
      cairo_fill (cr);
    }
  cairo_pattern_destroy (wood);
}

/* The waymark itself: the "here" mark of the way, large. */
static void
draw_disc (cairo_t *cr, double x, double y, double radius)
{
  set_rgb (cr, 0x1a5fb4);
  cairo_arc (cr, x, y + radius * 0.08, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  set_rgb (cr, 0x3d8ae6);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.5);
  cairo_set_line_width (cr, radius * 0.06);
  cairo_arc (cr, x, y, radius * 0.86, 0, 2 * G_PI);
  cairo_stroke (cr);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, radius * 0.26);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - radius * 0.45, y);
  cairo_line_to (cr, x + radius * 0.36, y);
  cairo_move_to (cr, x, y - radius * 0.38);
  cairo_line_to (cr, x + radius * 0.38, y);
  cairo_line_to (cr, x, y + radius * 0.38);
  cairo_stroke (cr);
}

static void
draw_way (cairo_t *cr, double from, double to, double height)
{
  const double dots[] = { 0.01, height * 0.05 };

  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, height * 0.02);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_save (cr);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, from, height * 0.875);
  cairo_curve_to (cr, from + (to - from) * 0.6, height * 0.86, from + (to - from) * 0.4,
                  height * 0.72, to - height * 0.08, height * 0.67);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_flag (cairo_t *cr, double x, double height)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x - height * 0.005, height * 0.48, height * 0.012, height * 0.18);
  cairo_fill (cr);
  set_rgb (cr, 0xe66100);
  cairo_move_to (cr, x + height * 0.008, height * 0.485);
  cairo_line_to (cr, x + height * 0.13, height * 0.53);
  cairo_line_to (cr, x + height * 0.008, height * 0.575);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
app_scenery_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const double width = gtk_widget_get_width (widget);
  const double height = gtk_widget_get_height (widget);
  const Daylight *light
      = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? &dusk : &day;
  const double post = width * 0.232;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  draw_sky (cr, light, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (hills); i++)
    {
      set_rgb (cr, light->hills[i]);
      draw_hill (cr, hills[i], width, height);
    }
  draw_way (cr, post + height * 0.16, width * 0.79, height);
  draw_flag (cr, width * 0.79, height);
  draw_post (cr, post, height * 0.285, height);
  draw_disc (cr, post, height * 0.56, height * 0.222);
  cairo_destroy (cr);
}

static void
app_scenery_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 812;
    }
  else
    {
      *minimum = *natural = for_size < 0 || for_size >= 560 ? 236 : 150;
    }
}

static GtkSizeRequestMode
app_scenery_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
app_scenery_class_init (AppSceneryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = app_scenery_snapshot;
  widget_class->measure = app_scenery_measure;
  widget_class->get_request_mode = app_scenery_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "scenery");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
app_scenery_init (AppScenery *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
