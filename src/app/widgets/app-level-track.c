/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-level-track.h"

#include "app/app-compat.h"

#include <glib/gi18n.h>
#include <math.h>

/* Stops are grouped check buttons (radios); the way between them is drawn behind. */

#define MAX_LEVELS 10
#define STOP_RADIUS 12.0
#define DOT_STEP 6.0

struct _AppLevelTrack
{
  GtkWidget parent_instance;

  GtkCheckButton *stops[MAX_LEVELS];
  guint n;
  int level;
  gboolean words;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AppLevelTrack, app_level_track, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
stop_x (AppLevelTrack *self, guint index)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->stops[index]), GTK_WIDGET (self), &bounds))
    return 0;
  return (double)bounds.origin.x + (double)bounds.size.width / 2;
}

static void
draw_link (AppLevelTrack *self,
           cairo_t *cr,
           guint index,
           double y,
           const GdkRGBA *ink,
           const GdkRGBA *accent)
{
  const double a = stop_x (self, index), b = stop_x (self, index + 1);
  const double from = MIN (a, b) + STOP_RADIUS + 2, to = MAX (a, b) - STOP_RADIUS - 2;

  if ((int)index < self->level)
    {
      cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 1);
      cairo_set_line_width (cr, 2.5);
      cairo_move_to (cr, a, y);
      cairo_line_to (cr, b, y);
      cairo_stroke (cr);
      return;
    }
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.46);
  for (int i = 0, n = (int)round ((to - from) / DOT_STEP); i < n; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, from + (i + 0.5) * (to - from) / n, y, 1.2, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

static void
app_level_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AppLevelTrack *self = APP_LEVEL_TRACK (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA ink, accent;
  cairo_t *cr;

  if (!self->words)
    {
      app_compat_get_color (widget, &ink);
      app_compat_lookup_color (widget, "accent_bg_color", &accent);
      cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
      for (guint i = 0; i + 1 < self->n; i++)
        draw_link (self, cr, i, height / 2.0, &ink, &accent);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (app_level_track_parent_class)->snapshot (widget, snapshot);
}

static void
mark_stops (AppLevelTrack *self)
{
  for (guint i = 0; i < self->n; i++)
    if ((int)i < self->level)
      gtk_widget_add_css_class (GTK_WIDGET (self->stops[i]), "passed");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->stops[i]), "passed");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
toggled_cb (AppLevelTrack *self, GtkCheckButton *stop)
{
  if (self->filling || !gtk_check_button_get_active (stop))
    return;
  for (guint i = 0; i < self->n; i++)
    if (self->stops[i] == stop)
      self->level = (int)i;
  mark_stops (self);
  g_signal_emit (self, signals[CHOSEN], 0, self->level);
}

static void
app_level_track_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  APP_LEVEL_TRACK (object)->n = 0;
  G_OBJECT_CLASS (app_level_track_parent_class)->dispose (object);
}

static void
app_level_track_class_init (AppLevelTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_level_track_dispose;
  widget_class->snapshot = app_level_track_snapshot;
  signals[CHOSEN] = g_signal_new ("chosen", APP_TYPE_LEVEL_TRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "leveltrack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
app_level_track_init (AppLevelTrack *self)
{
  self->level = -1;
  gtk_box_layout_set_homogeneous (
      GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
}

static void
add_stop (AppLevelTrack *self, const char *row, const char *title)
{
  const guint index = self->n++;
  g_autofree char *figure = g_strdup_printf ("%u", index);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), row, title);
  GtkWidget *label = gtk_label_new (self->words ? title : figure);
  GtkWidget *stop = gtk_check_button_new ();

  gtk_widget_add_css_class (label, "stop");
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (stop), label);
  gtk_widget_add_css_class (stop, "level");
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (stop, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (stop, self->words ? NULL : title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (index > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (stop), self->stops[0]);
  g_signal_connect_object (stop, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (stop, GTK_WIDGET (self));
  self->stops[index] = GTK_CHECK_BUTTON (stop);
}

GtkWidget *
app_level_track_new (const char *row, const char *const *titles, gboolean words)
{
  AppLevelTrack *self = g_object_new (APP_TYPE_LEVEL_TRACK, NULL);

  self->words = words;
  if (words)
    gtk_widget_add_css_class (GTK_WIDGET (self), "words");
  for (guint i = 0; titles[i] != NULL && i < MAX_LEVELS; i++)
    add_stop (self, row, titles[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
  return GTK_WIDGET (self);
}

void
app_level_track_set_level (AppLevelTrack *self, int level)
{
  g_return_if_fail (APP_IS_LEVEL_TRACK (self));

  self->filling = TRUE;
  for (guint i = 0; i < self->n; i++)
    gtk_check_button_set_active (self->stops[i], (int)i == level);
  self->filling = FALSE;
  self->level = level;
  mark_stops (self);
}

int
app_level_track_get_level (AppLevelTrack *self)
{
  g_return_val_if_fail (APP_IS_LEVEL_TRACK (self), -1);
  return self->level;
}

void
app_level_track_set_suggested (AppLevelTrack *self, int level)
{
  g_return_if_fail (APP_IS_LEVEL_TRACK (self));

  for (guint i = 0; i < self->n; i++)
    if ((int)i == level)
      gtk_widget_add_css_class (GTK_WIDGET (self->stops[i]), "suggested");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->stops[i]), "suggested");
}

GtkWidget *
app_level_track_get_stop (AppLevelTrack *self)
{
  g_return_val_if_fail (APP_IS_LEVEL_TRACK (self), NULL);
  return GTK_WIDGET (self->stops[MAX (self->level, 0)]);
}
