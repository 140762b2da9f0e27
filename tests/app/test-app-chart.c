/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-chart.h"

#include <adwaita.h>
#include <math.h>

/* The chart widget: that it keeps its own copy, changes its form with the width, tells readers the
 * same numbers, and lets keys and pointer choose. */

static const char *const tips[] = { "Strategy 33 of 100", "Readiness 19 of 100", "People open" };

static ChartScale
scale (void)
{
  static const ChartBand bands[] = {
    { "Basic", NULL, 25, "25" },
    { "Average", NULL, 50, "50" },
    { "Moderately advanced", "Moderate", 75, "75" },
    { "Advanced", NULL, 100, "100" },
  };

  return (ChartScale){ bands, G_N_ELEMENTS (bands), "0" };
}

static void
fill (AppChart *chart)
{
  g_autofree char *label = g_strdup ("Digital strategy");
  ChartItem items[3] = { CHART_ITEM_INIT, CHART_ITEM_INIT, CHART_ITEM_INIT };
  ChartDotPlotSpec spec
      = { .items = items, .n_items = 3, .scale = scale (), .now_title = "Now", .selected = -1 };

  items[0].label = label;
  items[0].now = 33;
  items[0].now_text = "33";
  items[1].label = "Digital readiness";
  items[1].now = 19;
  items[1].now_text = "19";
  items[2].label = "People and skills";
  items[2].low = 10;
  items[2].high = 60;
  app_chart_set_dot_plot (chart, &spec);
  app_chart_set_tips (chart, tips, 3);
  app_chart_set_words (chart, "Three areas", "Strategy 33, readiness 19, people open");
  memset (label, 'x', strlen (label)); /* the chart has its own */
}

static AppChart *
new_chart (void)
{
  AppChart *chart = APP_CHART (g_object_ref_sink (app_chart_new ()));

  fill (chart);
  return chart;
}

/* Pixels of the series' blue in the drawn widget. */
static guint
count_blue (GtkWidget *widget)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (gpointer)(cairo_image_surface_get_data (surface)
                                      + (gsize)y * (gsize)cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        n += row[x] == 0xFF0072B2;
    }
  cairo_surface_destroy (surface);
  g_object_unref (paintable);
  return n;
}

static gboolean
is_drawn (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 100;
}

static void
test_draws (void)
{
  GtkWidget *window = gtk_window_new ();
  AppChart *chart = new_chart ();

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 300);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chart));
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 2000 && !is_drawn (GTK_WIDGET (chart)); i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_drawn (GTK_WIDGET (chart)));
  /* Two discs of radius 7 less their rims, and nothing for the open area. */
  g_assert_cmpuint (count_blue (GTK_WIDGET (chart)), >, 120);
  g_assert_cmpuint (count_blue (GTK_WIDGET (chart)), <, 400);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (chart);
}

static int
height_for (AppChart *chart, int width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (chart), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  return minimum;
}

static void
test_form_follows_width (void)
{
  AppChart *chart = new_chart ();
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (chart), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, >, 0);
  g_assert_cmpint (minimum, <=, 336); /* what a card has in a window of 360 px */
  /* Labels above the rows need height, labels beside them do not. */
  g_assert_cmpint (height_for (chart, 336), >, height_for (chart, 600));
  g_assert_finalize_object (chart);
}

static void
test_every_kind (void)
{
  AppChart *chart = new_chart ();
  const double values[] = { 33, CHART_MISSING, 46 };
  const ChartShare shares[] = { { 40, CHART_FILL_SOLID }, { 20, CHART_FILL_HATCH } };
  const ChartKeyEntry entries[] = { { CHART_MARK_NOW, CHART_FILL_SOLID, "Now" } };
  ChartItem item = CHART_ITEM_INIT;

  item.now = 26.56;
  app_chart_set_radar (chart, &(ChartRadarSpec){ (ChartItem[]){ item, item, item }, 3, scale () });
  g_assert_cmpint (height_for (chart, 300), >, 150);
  app_chart_set_ruler (chart, &(ChartRulerSpec){ .item = item, .scale = scale () });
  g_assert_cmpint (height_for (chart, 300), >, 10);
  app_chart_set_range (chart, &(ChartRangeSpec){ 26, 20, 40, scale () });
  g_assert_cmpint (height_for (chart, 300), >, 7);
  app_chart_set_bars (chart, &(ChartBarsSpec){ values, 3, 100 });
  g_assert_cmpint (height_for (chart, 300), >, 7);
  app_chart_set_reasons (chart, &(ChartReasonsSpec){ shares, 2, 100 });
  g_assert_cmpint (height_for (chart, 300), >, 5);
  app_chart_set_key (chart, &(ChartKeySpec){ entries, 1 });
  g_assert_cmpint (height_for (chart, 300), >, 7);
  g_assert_finalize_object (chart);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_selection (void)
{
  AppChart *chart = new_chart ();
  guint notified = 0;

  g_signal_connect_swapped (chart, "notify::selected", G_CALLBACK (count_cb), &notified);
  g_assert_cmpint (app_chart_get_selected (chart), ==, -1);
  app_chart_set_selected (chart, 1);
  app_chart_set_selected (chart, 1);
  g_assert_cmpuint (notified, ==, 1);
  fill (chart); /* the same items again: still chosen */
  g_assert_cmpint (app_chart_get_selected (chart), ==, 1);
  app_chart_set_selected (chart, 3);
  g_assert_cmpint (app_chart_get_selected (chart), ==, -1);
  app_chart_set_selected (chart, 2);
  app_chart_set_tips (chart, tips, 2);
  g_assert_cmpint (app_chart_get_selected (chart), ==, -1);
  g_assert_finalize_object (chart);
}

static void
test_accessible (void)
{
  AppChart *chart = new_chart ();

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Three areas");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Strategy 33, readiness 19, people open");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (chart)));
  app_chart_set_tips (chart, NULL, 0);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (chart)));
  g_assert_finalize_object (chart);
}

static void
test_empty (void)
{
  AppChart *chart = APP_CHART (g_object_ref_sink (app_chart_new ()));

  g_assert_cmpint (height_for (chart, 300), ==, 0);
  app_chart_set_selected (chart, 4);
  g_assert_cmpint (app_chart_get_selected (chart), ==, -1);
  g_assert_finalize_object (chart);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/chart/draws", test_draws);
  g_test_add_func ("/app/chart/form-follows-width", test_form_follows_width);
  g_test_add_func ("/app/chart/every-kind", test_every_kind);
  g_test_add_func ("/app/chart/selection", test_selection);
  g_test_add_func ("/app/chart/accessible", test_accessible);
  g_test_add_func ("/app/chart/empty", test_empty);
  return g_test_run ();
}
