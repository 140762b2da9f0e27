/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-chart.h"

#include "app/app-compat.h"
#include "app/widgets/app-chart-kind.h"

#include <math.h>

/* One widget for all charts. It knows about focus, pointer, tooltips, colours and sizes; how a
 * chart looks is decided in chart/. */

#define NARROW_BELOW 400
/* No window is wider. */
#define WIDEST 10000
/* The size at which a chart's style has scale 1: 11 points at 96 dpi, in pixels. */
#define BODY_SIZE (11.0 * 96.0 / 72.0)

struct _AppChart
{
  GtkWidget parent_instance;

  AppChartCopy *copy; /* NULL before the first set_… */
  char *label, *description;
  char **tips;
  guint n_tips;
  int selected;
};

G_DEFINE_FINAL_TYPE (AppChart, app_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- look ------------------------------------------------------------------------------------- */

static ChartColor
opaque (const GdkRGBA *color, const GdkRGBA *under)
{
  const double a = color->alpha;
  ChartColor mixed
      = { color->red * a + under->red * (1 - a), color->green * a + under->green * (1 - a),
          color->blue * a + under->blue * (1 - a), 1.0 };

  return mixed;
}

static double
scale_of_font (GtkWidget *widget, const PangoFontDescription *font)
{
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget)) / 72.0;
  return size > 0 ? size / BODY_SIZE : 1.0;
}

void
app_chart_get_style (GtkWidget *widget, gboolean on_window, ChartStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PangoContext *pango = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (pango);
  GdkRGBA text, window, card, accent;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (style != NULL);

  app_compat_get_color (widget, &text);
  app_compat_lookup_color (widget, "window_bg_color", &window);
  app_compat_lookup_color (widget, "card_bg_color", &card);
  app_compat_lookup_color (widget, "accent_color", &accent);
  *style = chart_style_screen (pango, font, adw_style_manager_get_dark (manager),
                               adw_style_manager_get_high_contrast (manager));
  style->scale = scale_of_font (widget, font);
  style->surface = opaque (on_window ? &window : &card, &window);
  style->text = opaque (&text, &window);
  style->accent = opaque (&accent, &window);
}

static void
get_style (AppChart *self, ChartStyle *style)
{
  GtkWidget *widget = GTK_WIDGET (self);

  app_chart_get_style (widget, gtk_widget_has_css_class (widget, "on-window"), style);
}

static void
app_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AppChart *self = APP_CHART (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  ChartStyle style;
  cairo_t *cr;

  if (self->copy == NULL || width <= 0 || height <= 0)
    return;
  get_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  self->copy->kind->draw (&self->copy->spec, &style, cr, 0, 0, width, height);
  cairo_destroy (cr);
}

/* --- size ------------------------------------------------------------------------------------- */

static void
choose_form (AppChart *self, double width)
{
  if (app_chart_copy_can_be_narrow (self->copy))
    app_chart_copy_set_narrow (self->copy, width < NARROW_BELOW);
}

static double
height_for (AppChart *self, const ChartStyle *style, double width)
{
  double min_width = 0, height = 0;

  choose_form (self, width);
  self->copy->kind->measure (&self->copy->spec, style, width, &min_width, &height);
  return height;
}

/* The least height at any width, which is what GTK means by a height for no width: the narrow form
 * may be the higher one, and a key has fewer lines where there is room. */
static double
least_height (AppChart *self, const ChartStyle *style, double min_width)
{
  const double height
      = MIN (height_for (self, style, min_width), height_for (self, style, WIDEST));

  if (!app_chart_copy_can_be_narrow (self->copy))
    return height;
  return MIN (height, height_for (self, style, MAX (min_width, NARROW_BELOW)));
}

static void
app_chart_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  AppChart *self = APP_CHART (widget);
  double size = 0, height = 0;
  ChartStyle style;

  *minimum = *natural = 0;
  if (self->copy == NULL)
    return;
  get_style (self, &style);
  choose_form (self, 0);
  self->copy->kind->measure (&self->copy->spec, &style, 0, &size, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    size = for_size > 0 ? height_for (self, &style, for_size) : least_height (self, &style, size);
  *minimum = *natural = (int)ceil (size);
  choose_form (self, gtk_widget_get_width (widget));
}

static void
app_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AppChart *self = APP_CHART (widget);

  if (self->copy != NULL)
    choose_form (self, width);
}

static GtkSizeRequestMode
app_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- selection -------------------------------------------------------------------------------- */

static int
item_at (AppChart *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ChartStyle style;

  if (self->copy == NULL || self->copy->kind->hit == NULL)
    return -1;
  get_style (self, &style);
  return self->copy->kind->hit (&self->copy->spec, &style, gtk_widget_get_width (widget),
                                gtk_widget_get_height (widget), x, y);
}

static gboolean
item_area (AppChart *self, guint item, GdkRectangle *area)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ChartRect rect;
  ChartStyle style;

  if (self->copy == NULL || self->copy->kind->item_rect == NULL)
    return FALSE;
  get_style (self, &style);
  if (!self->copy->kind->item_rect (&self->copy->spec, &style, gtk_widget_get_width (widget),
                                    gtk_widget_get_height (widget), item, &rect))
    return FALSE;
  *area = (GdkRectangle){ (int)floor (rect.x), (int)floor (rect.y), (int)ceil (rect.width),
                          (int)ceil (rect.height) };
  return TRUE;
}

/* While an item is chosen by the keyboard, the chart's description is that item. */
static void
update_description (AppChart *self)
{
  const char *words = self->selected >= 0 && gtk_widget_has_focus (GTK_WIDGET (self))
                          ? self->tips[self->selected]
                          : self->description;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

int
app_chart_get_selected (AppChart *self)
{
  g_return_val_if_fail (APP_IS_CHART (self), -1);
  return self->selected;
}

void
app_chart_set_selected (AppChart *self, int selected)
{
  g_return_if_fail (APP_IS_CHART (self));

  if (selected < 0 || selected >= (int)self->n_tips)
    selected = -1;
  if (self->selected == selected)
    return;
  self->selected = selected;
  if (self->copy != NULL && self->copy->kind->set_selected != NULL)
    self->copy->kind->set_selected (&self->copy->spec, selected);
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
motion_cb (AppChart *self, double x, double y)
{
  app_chart_set_selected (self, item_at (self, x, y));
}

static void
unselect_cb (AppChart *self)
{
  app_chart_set_selected (self, -1);
}

static void
activate (AppChart *self, int item)
{
  if (item >= 0 && item < (int)self->n_tips)
    g_signal_emit (self, signals[ACTIVATED], 0, (guint)item);
}

static void
released_cb (AppChart *self, int n_press, double x, double y)
{
  activate (self, item_at (self, x, y));
}

static gboolean
activate_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  activate (APP_CHART (widget), APP_CHART (widget)->selected);
  return TRUE;
}

/* Goes by @arguments items; the ends do not hold the focus, so that Tab and arrows lead on. */
static gboolean
move_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AppChart *self = APP_CHART (widget);
  const int by = g_variant_get_int32 (arguments);
  const int to = self->selected < 0 && by < 0 ? (int)self->n_tips - 1 : self->selected + by;

  if (to < 0 || to >= (int)self->n_tips)
    return FALSE;
  app_chart_set_selected (self, to);
  return TRUE;
}

static gboolean
app_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  AppChart *self = APP_CHART (widget);
  const int item = by_key ? self->selected : item_at (self, x, y);
  GdkRectangle area;

  if (item < 0 || item >= (int)self->n_tips)
    return FALSE;
  if (item_area (self, (guint)item, &area))
    gtk_tooltip_set_tip_area (tooltip, &area);
  gtk_tooltip_set_text (tooltip, self->tips[item]);
  return TRUE;
}

/* --- object ----------------------------------------------------------------------------------- */

static void
app_chart_finalize (GObject *object)
{
  AppChart *self = APP_CHART (object);

  g_clear_pointer (&self->copy, app_chart_copy_free);
  g_clear_pointer (&self->tips, g_strfreev);
  g_free (self->label);
  g_free (self->description);
  G_OBJECT_CLASS (app_chart_parent_class)->finalize (object);
}

static void
app_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_int (value, APP_CHART (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    app_chart_set_selected (APP_CHART (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
add_move (GtkWidgetClass *widget_class, guint key, guint keypad, int by)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_binding, "i", by);
  gtk_widget_class_add_binding (widget_class, keypad, 0, move_binding, "i", by);
}

static void
app_chart_class_init (AppChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = app_chart_finalize;
  object_class->get_property = app_chart_get_property;
  object_class->set_property = app_chart_set_property;
  widget_class->snapshot = app_chart_snapshot;
  widget_class->measure = app_chart_measure;
  widget_class->size_allocate = app_chart_size_allocate;
  widget_class->get_request_mode = app_chart_get_request_mode;
  widget_class->query_tooltip = app_chart_query_tooltip;

  properties[PROP_SELECTED]
      = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* The user chose an item. */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1);
  add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1);
  add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_binding, NULL);
}

static void
add_controllers (AppChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (unselect_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (unselect_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
app_chart_init (AppChart *self)
{
  self->selected = -1;
  add_controllers (self);
}

GtkWidget *
app_chart_new (void)
{
  return g_object_new (APP_TYPE_CHART, NULL);
}

/* --- content ---------------------------------------------------------------------------------- */

/* Keeps what is selected: a chart that moves under the pointer still shows it. */
static void
take (AppChart *self, AppChartCopy *copy)
{
  g_clear_pointer (&self->copy, app_chart_copy_free);
  self->copy = copy;
  if (copy->kind->set_selected != NULL)
    copy->kind->set_selected (&copy->spec, self->selected);
  choose_form (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
app_chart_set_dot_plot (AppChart *self, const ChartDotPlotSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_dot_plot (spec));
}

void
app_chart_set_radar (AppChart *self, const ChartRadarSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_radar (spec));
}

void
app_chart_set_ruler (AppChart *self, const ChartRulerSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_ruler (spec));
}

void
app_chart_set_range (AppChart *self, const ChartRangeSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_range (spec));
}

void
app_chart_set_bars (AppChart *self, const ChartBarsSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_bars (spec));
}

void
app_chart_set_reasons (AppChart *self, const ChartReasonsSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_reasons (spec));
}

void
app_chart_set_key (AppChart *self, const ChartKeySpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_key (spec));
}

void
app_chart_set_quadrant (AppChart *self, const ChartQuadrantSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_quadrant (spec));
}

void
app_chart_set_strips (AppChart *self, const ChartStripsSpec *spec)
{
  g_return_if_fail (APP_IS_CHART (self));
  take (self, app_chart_copy_strips (spec));
}

void
app_chart_set_words (AppChart *self, const char *label, const char *description)
{
  g_return_if_fail (APP_IS_CHART (self));
  g_return_if_fail (label != NULL);

  g_free (self->label);
  self->label = g_strdup (label);
  g_free (self->description);
  self->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update_description (self);
}

void
app_chart_set_tips (AppChart *self, const char *const *tips, guint n_tips)
{
  g_return_if_fail (APP_IS_CHART (self));

  if (self->selected >= (int)n_tips)
    app_chart_set_selected (self, -1);
  g_strfreev (self->tips);
  self->tips = g_new0 (char *, n_tips + 1);
  for (guint i = 0; i < n_tips; i++)
    self->tips[i] = g_strdup (tips[i]);
  self->n_tips = n_tips;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), n_tips > 0);
  gtk_widget_set_focusable (GTK_WIDGET (self), n_tips > 0);
  update_description (self);
}
