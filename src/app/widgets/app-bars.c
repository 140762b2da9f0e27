/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-bars.h"

#include "app/app-compat.h"

/* Drawn, not built of boxes: a list shows some twenty of these while it scrolls. */

#define MOST 8
#define BAR_WIDTH 7
#define GAP 4
#define HEIGHT 27

struct _AppBars
{
  GtkWidget parent_instance;

  int values[MOST];
  guint n;
};

G_DEFINE_FINAL_TYPE (AppBars, app_bars, GTK_TYPE_WIDGET)

static void
append_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float height)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (x, y, BAR_WIDTH, height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &area, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &area);
  gtk_snapshot_pop (snapshot);
}

static void
app_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AppBars *self = APP_BARS (widget);
  const float top = (float)(gtk_widget_get_height (widget) - HEIGHT) / 2;
  GdkRGBA ground, full;

  app_compat_get_color (widget, &ground);
  ground.alpha *= 0.12f;
  /* As "now" in every chart. */
  gdk_rgba_parse (&full, adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "#56B4E9"
                                                                                       : "#0072B2");
  for (guint i = 0; i < self->n; i++)
    {
      const float x = (float)(i * (BAR_WIDTH + GAP));
      const float height = (float)self->values[i] * HEIGHT / 10000;

      append_bar (snapshot, &ground, x, top, HEIGHT);
      if (self->values[i] >= 0)
        append_bar (snapshot, &full, x, top + HEIGHT - MAX (height, 2), MAX (height, 2));
    }
}

static void
app_bars_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  const int n = (int)APP_BARS (widget)->n;

  *minimum = *natural
      = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : MAX (n * (BAR_WIDTH + GAP) - GAP, 0);
}

static void
app_bars_class_init (AppBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = app_bars_snapshot;
  widget_class->measure = app_bars_measure;
  gtk_widget_class_set_css_name (widget_class, "bars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
app_bars_init (AppBars *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

void
app_bars_set (AppBars *self, const int *values, guint n)
{
  g_return_if_fail (APP_IS_BARS (self));

  n = MIN (n, MOST);
  if (n != self->n)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->values[i] = values != NULL ? values[i] : -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
