/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-hub-map.h"

#include "app/widgets/app-chart.h"
#include "chart/chart-map.h"

#include <glib/gi18n.h>
#include <math.h>

/* Turns the Advice into the spec of chart/chart-map.h and knows about pointer, keys and the view.
 */

#define ZOOM_STEP 1.5
#define PAN_STEP 60.0
#define MARGIN 64.0
/* Metres a pixel: hubs of one town are shown with enough coast around to know where one is. */
#define NEAREST_FIT 700.0
static const double rings_km[] = { 100, 400 };

struct _AppHubMap
{
  GtkWidget parent_instance;

  Advice *advice; /* keeps hubs and names */
  ChartLand *land;
  Catalogue *land_of; /* whose outlines @land has */
  ChartMapSpec spec;
  GArray *hubs;   /* ChartHub; index = index in the catalogue */
  GArray *names;  /* ChartPlaceName */
  GArray *points; /* double: lon, lat of what has to fit */
  ChartDistance rings[G_N_ELEMENTS (rings_km)];
  char *ring_texts[G_N_ELEMENTS (rings_km)];
  GPtrArray *tips; /* one a hub */
  gboolean moved;  /* somebody chose the view: do not fit it again */
  double drag_x, drag_y;
};

G_DEFINE_FINAL_TYPE (AppHubMap, app_hub_map, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what is shown ---------------------------------------------------------------------------- */

static guint
outline_index (const Catalogue *catalogue, const char *country)
{
  const CatalogueCountry *found
      = country != NULL ? catalogue_find_country (catalogue, country) : NULL;

  for (guint i = 0; found != NULL && i < catalogue_n_outlines (catalogue); i++)
    if (g_str_equal (catalogue_outline (catalogue, i)->iso, found->iso))
      return i;
  return G_MAXUINT;
}

static ChartLand *
new_land (const Catalogue *catalogue)
{
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (ChartRing));

  for (guint i = 0; i < catalogue_n_outlines (catalogue); i++)
    {
      const CatalogueOutline *outline = catalogue_outline (catalogue, i);

      for (guint j = 0; j < outline->n_rings; j++)
        {
          const ChartRing ring = { outline->rings[j].points, outline->rings[j].n_points, i };

          g_array_append_val (rings, ring);
        }
    }
  return chart_land_new ((const ChartRing *)(gpointer)rings->data, rings->len);
}

static void
set_land (AppHubMap *self, Catalogue *catalogue)
{
  if (self->land_of == catalogue)
    return;
  g_clear_pointer (&self->land, chart_land_unref);
  self->land = new_land (catalogue);
  g_clear_pointer (&self->land_of, catalogue_unref);
  self->land_of = catalogue_ref (catalogue);
}

static void
add_point (AppHubMap *self, double lon, double lat)
{
  g_array_append_val (self->points, lon);
  g_array_append_val (self->points, lat);
}

static ChartHubKind
kind_of (const CatalogueHub *hub)
{
  switch (hub->kind)
    {
    case CATALOGUE_HUB_EDIH:
      return CHART_HUB_EDIH;
    case CATALOGUE_HUB_SEAL:
      return CHART_HUB_SEAL;
    case CATALOGUE_HUB_DIH:
    default:
      return CHART_HUB_OTHER;
    }
}

static guint
rank_of (const Advice *advice, const CatalogueHub *hub)
{
  for (guint i = 0; i < advice_n_hubs_shown (advice); i++)
    if (advice_hub (advice, i)->hub == hub)
      return i + 1;
  return 0;
}

static void
add_hub (AppHubMap *self, const CatalogueHub *hub)
{
  const guint rank = rank_of (self->advice, hub);
  const ChartHub mark = { hub->located ? hub->lon : (double)NAN,
                          hub->located ? hub->lat : (double)NAN, rank, kind_of (hub) };

  g_array_append_val (self->hubs, mark);
  g_ptr_array_add (self->tips, hub->city != NULL ? g_strdup_printf ("%s, %s", hub->name, hub->city)
                                                 : g_strdup (hub->name));
  if (rank > 0 && hub->located)
    add_point (self, hub->lon, hub->lat);
}

static void
set_hubs (AppHubMap *self, const Catalogue *catalogue)
{
  g_array_set_size (self->hubs, 0);
  g_ptr_array_set_size (self->tips, 0);
  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    add_hub (self, catalogue_hub (catalogue, i));
}

/* The middle of the company's region, or nothing. */
static void
set_company (AppHubMap *self, const Catalogue *catalogue)
{
  AssessmentDocument *document = advice_document (self->advice);
  const char *code = assessment_document_get_string (document, "company.region");
  const char *country = assessment_document_get_string (document, "company.country");
  const CatalogueRegion *region = code != NULL ? catalogue_find_region (catalogue, code) : NULL;

  self->spec.home = outline_index (catalogue, country);
  self->spec.has_company = region != NULL;
  if (region == NULL && country != NULL)
    region = catalogue_find_region (catalogue, country);
  if (region == NULL)
    return;
  self->spec.company_lon = region->lon;
  self->spec.company_lat = region->lat;
  add_point (self, region->lon, region->lat);
}

static void
set_names (AppHubMap *self, AppPage *page, const Catalogue *catalogue)
{
  g_array_set_size (self->names, 0);
  for (guint i = 0; i < catalogue_n_countries (catalogue); i++)
    {
      const CatalogueCountry *country = catalogue_country (catalogue, i);
      const CatalogueRegion *region = catalogue_find_region (catalogue, country->nuts);

      if (region != NULL)
        {
          const ChartPlaceName name
              = { region->lon, region->lat, app_page_tell (page, country->name) };

          g_array_append_val (self->names, name);
        }
    }
}

static void
set_rings (AppHubMap *self, AppPage *page)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));

  for (guint i = 0; i < G_N_ELEMENTS (rings_km); i++)
    {
      g_autofree char *figure = base_language_integer (language, (gint64)rings_km[i]);

      g_free (self->ring_texts[i]);
      /* translators: a distance on the map: "100 km" */
      self->ring_texts[i] = g_strdup_printf (_ ("%s km"), figure);
      self->rings[i] = (ChartDistance){ rings_km[i], self->ring_texts[i] };
    }
}

/* The list in words: the map says nothing that the list does not say. */
static void
describe (AppHubMap *self, AppPage *page)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < advice_n_hubs_shown (self->advice); i++)
    {
      const AdviceMatch *match = advice_hub (self->advice, i);
      g_autofree char *distance = app_page_say (page, match->distance);

      g_string_append_printf (words, "%s%u %s", i > 0 ? "; " : "", i + 1, match->hub->name);
      if (match->hub->city != NULL)
        g_string_append_printf (words, ", %s", match->hub->city);
      if (distance != NULL)
        g_string_append_printf (words, ", %s", distance);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
  g_string_free (words, TRUE);
}

void
app_hub_map_show (AppHubMap *self, AppPage *page)
{
  g_autoptr (Advice) old = NULL;
  Catalogue *catalogue;

  g_return_if_fail (APP_IS_HUB_MAP (self));

  old = g_steal_pointer (&self->advice);
  self->advice = advice_ref (app_page_get_advice (page));
  catalogue = advice_catalogue (self->advice);
  if (old == NULL || advice_catalogue (old) != catalogue)
    self->spec.selected = -1;
  g_array_set_size (self->points, 0);
  set_land (self, catalogue);
  set_company (self, catalogue);
  set_hubs (self, catalogue);
  set_names (self, page, catalogue);
  set_rings (self, page);
  describe (self, page);
  self->spec.land = self->land;
  self->spec.hubs = (const ChartHub *)(gpointer)self->hubs->data;
  self->spec.n_hubs = self->hubs->len;
  self->spec.names = (const ChartPlaceName *)(gpointer)self->names->data;
  self->spec.n_names = self->names->len;
  self->spec.distances = self->rings;
  self->spec.n_distances = self->spec.has_company ? G_N_ELEMENTS (rings_km) : 0;
  if (!self->moved)
    app_hub_map_fit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- the view --------------------------------------------------------------------------------- */

static double
width_of (AppHubMap *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

static double
height_of (AppHubMap *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

static void
set_view (AppHubMap *self, ChartMapView view)
{
  self->spec.view = view;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
app_hub_map_fit (AppHubMap *self)
{
  const double width = width_of (self), height = height_of (self);
  ChartMapView view;

  g_return_if_fail (APP_IS_HUB_MAP (self));

  self->moved = FALSE;
  if (width <= 0 || height <= 0)
    return;
  view = chart_map_view_fit ((const double *)(gpointer)self->points->data, self->points->len / 2,
                             width, height, MIN (MARGIN, MIN (width, height) / 5));
  view.metres_per_unit = MAX (view.metres_per_unit, NEAREST_FIT);
  set_view (self, view);
}

static void
zoom_at (AppHubMap *self, double factor, double x, double y)
{
  self->moved = TRUE;
  set_view (self,
            chart_map_view_zoom (self->spec.view, factor, x, y, width_of (self), height_of (self)));
}

void
app_hub_map_zoom (AppHubMap *self, double factor)
{
  g_return_if_fail (APP_IS_HUB_MAP (self));
  zoom_at (self, factor, width_of (self) / 2, height_of (self) / 2);
}

static void
pan (AppHubMap *self, double dx, double dy)
{
  self->moved = TRUE;
  set_view (self, chart_map_view_pan (self->spec.view, dx, dy));
}

/* Brings a hub that lies outside into the middle. */
static void
show_hub (AppHubMap *self, const CatalogueHub *hub)
{
  const double width = width_of (self), height = height_of (self);
  double x, y;

  if (!hub->located || width <= 0)
    return;
  chart_map_view_to_units (self->spec.view, width, height, hub->lon, hub->lat, &x, &y);
  if (x < 20 || y < 20 || x > width - 20 || y > height - 20)
    set_view (self, chart_map_view_pan (self->spec.view, width / 2 - x, height / 2 - y));
}

/* --- selection -------------------------------------------------------------------------------- */

const CatalogueHub *
app_hub_map_get_selected (AppHubMap *self)
{
  g_return_val_if_fail (APP_IS_HUB_MAP (self), NULL);
  return self->spec.selected >= 0
             ? catalogue_hub (advice_catalogue (self->advice), (guint)self->spec.selected)
             : NULL;
}

void
app_hub_map_set_selected (AppHubMap *self, const CatalogueHub *hub)
{
  const Catalogue *catalogue;

  g_return_if_fail (APP_IS_HUB_MAP (self));

  self->spec.selected = -1;
  catalogue = self->advice != NULL ? advice_catalogue (self->advice) : NULL;
  for (guint i = 0; catalogue != NULL && hub != NULL && i < catalogue_n_hubs (catalogue); i++)
    if (catalogue_hub (catalogue, i) == hub)
      self->spec.selected = (int)i;
  if (self->spec.selected >= 0)
    show_hub (self, hub);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
hub_at (AppHubMap *self, double x, double y)
{
  ChartStyle style;

  if (self->advice == NULL)
    return -1;
  app_chart_get_style (GTK_WIDGET (self), TRUE, &style);
  return chart_map_hit (&self->spec, &style, width_of (self), height_of (self), x, y);
}

/* --- pointer and keys ------------------------------------------------------------------------- */

static void
released_cb (AppHubMap *self, int n_press, double x, double y)
{
  const int hub = hub_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hub < 0)
    return;
  self->spec.selected = hub;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
drag_begin_cb (AppHubMap *self)
{
  self->drag_x = self->drag_y = 0;
}

static void
drag_cb (AppHubMap *self, double x, double y, GtkGesture *gesture)
{
  /* A press with a trembling hand is no drag. */
  if (hypot (x, y) < 6 && fabs (self->drag_x) + fabs (self->drag_y) <= 0)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pan (self, x - self->drag_x, y - self->drag_y);
  self->drag_x = x;
  self->drag_y = y;
}

static gboolean
scroll_cb (AppHubMap *self, double dx, double dy, GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double x = width_of (self) / 2, y = height_of (self) / 2;
  graphene_point_t at;
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double native_x, native_y;

  if (event != NULL && gdk_event_get_position (event, &x, &y))
    {
      gtk_native_get_surface_transform (native, &native_x, &native_y);
      if (gtk_widget_compute_point (
              GTK_WIDGET (native), GTK_WIDGET (self),
              &GRAPHENE_POINT_INIT ((float)(x - native_x), (float)(y - native_y)), &at))
        {
          x = (double)at.x;
          y = (double)at.y;
        }
    }
  zoom_at (self, pow (ZOOM_STEP, -dy), x, y);
  return GDK_EVENT_STOP;
}

static gboolean
zoom_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  app_hub_map_zoom (APP_HUB_MAP (widget), g_variant_get_double (arguments));
  return TRUE;
}

static gboolean
fit_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  app_hub_map_fit (APP_HUB_MAP (widget));
  return TRUE;
}

static gboolean
pan_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  double dx, dy;

  g_variant_get (arguments, "(dd)", &dx, &dy);
  pan (APP_HUB_MAP (widget), dx, dy);
  return TRUE;
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const guint nearer[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint farther[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const struct
  {
    guint key, keypad;
    double dx, dy;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, PAN_STEP, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, -PAN_STEP, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, PAN_STEP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, -PAN_STEP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nearer); i++)
    gtk_widget_class_add_binding (widget_class, nearer[i], 0, zoom_binding, "d", ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (farther); i++)
    gtk_widget_class_add_binding (widget_class, farther[i], 0, zoom_binding, "d", 1 / ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, 0, pan_binding, "(dd)", moves[i].dx,
                                    moves[i].dy);
      gtk_widget_class_add_binding (widget_class, moves[i].keypad, 0, pan_binding, "(dd)",
                                    moves[i].dx, moves[i].dy);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, fit_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, fit_binding, NULL);
}

static gboolean
app_hub_map_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  AppHubMap *self = APP_HUB_MAP (widget);
  const int hub = by_key ? self->spec.selected : hub_at (self, x, y);

  if (hub < 0 || hub >= (int)self->tips->len)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->tips->pdata[hub]);
  return TRUE;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
app_hub_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AppHubMap *self = APP_HUB_MAP (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  ChartStyle style;
  cairo_t *cr;

  if (self->advice == NULL || width <= 0 || height <= 0)
    return;
  app_chart_get_style (widget, TRUE, &style);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  chart_map_draw (&self->spec, &style, cr, 0, 0, width, height);
  cairo_destroy (cr);
}

static void
app_hub_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AppHubMap *self = APP_HUB_MAP (widget);

  self->spec.overview = width >= 420 && height >= 360;
  if (!self->moved && self->advice != NULL)
    app_hub_map_fit (self);
}

static void
app_hub_map_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 240;
  *natural = 480;
}

/* --- object ----------------------------------------------------------------------------------- */

static void
app_hub_map_finalize (GObject *object)
{
  AppHubMap *self = APP_HUB_MAP (object);

  g_clear_pointer (&self->land, chart_land_unref);
  g_clear_pointer (&self->land_of, catalogue_unref);
  g_clear_pointer (&self->advice, advice_unref);
  g_array_unref (self->hubs);
  g_array_unref (self->names);
  g_array_unref (self->points);
  g_ptr_array_unref (self->tips);
  for (guint i = 0; i < G_N_ELEMENTS (rings_km); i++)
    g_free (self->ring_texts[i]);
  G_OBJECT_CLASS (app_hub_map_parent_class)->finalize (object);
}

static void
app_hub_map_class_init (AppHubMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = app_hub_map_finalize;
  widget_class->snapshot = app_hub_map_snapshot;
  widget_class->measure = app_hub_map_measure;
  widget_class->size_allocate = app_hub_map_size_allocate;
  widget_class->query_tooltip = app_hub_map_query_tooltip;

  signals[CHOSEN] = g_signal_new ("chosen", APP_TYPE_HUB_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  install_keys (widget_class);
}

static void
add_controller (AppHubMap *self, GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
app_hub_map_init (AppHubMap *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->spec.selected = -1;
  self->spec.home = G_MAXUINT;
  self->spec.view = chart_map_view_europe (480, 480);
  self->hubs = g_array_new (FALSE, FALSE, sizeof (ChartHub));
  self->names = g_array_new (FALSE, FALSE, sizeof (ChartPlaceName));
  self->points = g_array_new (FALSE, FALSE, sizeof (double));
  self->tips = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (click));
  add_controller (self, GTK_EVENT_CONTROLLER (drag));
  add_controller (self, scroll);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the hubs"), -1);
}
