/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "chart/chart-pen.h"

/* A style from fontconfig's sans serif, a sample profile and pixel probes. */

const char *const chart_look_names[CHART_N_LOOKS] = { "light", "dark", "contrast", "print" };

void
chart_fixture_init (ChartFixture *fixture, ChartLook look)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  fixture->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (fixture->pango, options);
  cairo_font_options_destroy (options);
  fixture->font
      = pango_font_description_from_string (look == CHART_LOOK_PRINT ? "Inter" : "Cantarell");
  if (look == CHART_LOOK_PRINT)
    fixture->style = chart_style_print (fixture->pango, fixture->font);
  else
    fixture->style = chart_style_screen (fixture->pango, fixture->font, look == CHART_LOOK_DARK,
                                         look == CHART_LOOK_CONTRAST);
}

void
chart_fixture_clear (ChartFixture *fixture)
{
  g_clear_object (&fixture->pango);
  g_clear_pointer (&fixture->font, pango_font_description_free);
}

void
chart_fixture_items (ChartItem items[CHART_FIXTURE_N], gboolean with_target)
{
  static const struct
  {
    const char *label, *short_label, *now_text, *target_text;
    double now, target, reference;
  } rows[CHART_FIXTURE_N] = {
    { "Digital strategy", "Strategy", "33", "50", 33.33, 50, 44 },
    { "Digital readiness", "Readiness", "19", "40", 19.29, 40, 34 },
    { "People and skills", "People", "14", "40", 14.29, 40, 36 },
    { "Data and security", "Data", "46", "60", 46.43, 60, 41 },
    { "Automation and AI", "Automation", "16", "30", 16.0, 30, 20 },
    { "Green digitalisation", "Green", "30", "40", 30.0, 40, 36 },
  };

  for (guint i = 0; i < CHART_FIXTURE_N; i++)
    {
      items[i] = (ChartItem)CHART_ITEM_INIT;
      items[i].label = rows[i].label;
      items[i].short_label = rows[i].short_label;
      items[i].now = rows[i].now;
      items[i].now_text = rows[i].now_text;
      if (!with_target)
        continue;
      items[i].target = rows[i].target;
      items[i].target_text = rows[i].target_text;
      items[i].reference = rows[i].reference;
    }
}

const ChartScale *
chart_fixture_scale (void)
{
  static const ChartBand bands[] = {
    { "Basic", NULL, 25, "25" },
    { "Average", NULL, 50, "50" },
    { "Moderately advanced", "Moderate", 75, "75" },
    { "Advanced", NULL, 100, "100" },
  };
  static const ChartScale scale = { bands, G_N_ELEMENTS (bands), "0" };

  return &scale;
}

ChartLand *
chart_fixture_land (void)
{
  static const float iberia[] = { -9.0f, 37.0f, 3.0f, 37.0f, 3.0f, 43.5f, -9.0f, 43.5f };
  static const float france[] = { -1.0f, 43.5f, 7.0f, 43.5f, 7.0f, 50.0f, -1.0f, 50.0f };
  const ChartRing rings[] = { { iberia, 4, 0 }, { france, 4, 1 } };

  return chart_land_new (rings, G_N_ELEMENTS (rings));
}

cairo_surface_t *
chart_fixture_image (const ChartStyle *style, int width, int height, cairo_t **cr)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  *cr = cairo_create (image);
  chart_pen_color (*cr, style->surface);
  cairo_paint (*cr);
  return image;
}

guint
chart_fixture_pixel (cairo_surface_t *image, double x, double y)
{
  int column = (int)x, row = (int)y;

  cairo_surface_flush (image);
  g_assert_true (column >= 0 && column < cairo_image_surface_get_width (image));
  g_assert_true (row >= 0 && row < cairo_image_surface_get_height (image));
  const guchar *data
      = cairo_image_surface_get_data (image) + (gsize)row * cairo_image_surface_get_stride (image);
  const guint32 *pixels = (const guint32 *)(const void *)data;
  return pixels[column] & 0xffffff;
}

gboolean
chart_fixture_near (guint pixel, ChartColor color, int tolerance)
{
  int wanted[3] = { (int)(color.red * 255 + 0.5), (int)(color.green * 255 + 0.5),
                    (int)(color.blue * 255 + 0.5) };
  int seen[3] = { (int)(pixel >> 16), (int)(pixel >> 8) & 0xff, (int)pixel & 0xff };

  for (int i = 0; i < 3; i++)
    if (ABS (wanted[i] - seen[i]) > tolerance)
      return FALSE;
  return TRUE;
}

guint
chart_fixture_ink (cairo_surface_t *image, const ChartStyle *style, ChartRect box)
{
  guint n = 0;

  for (double y = box.y; y < box.y + box.height; y++)
    for (double x = box.x; x < box.x + box.width; x++)
      if (!chart_fixture_near (chart_fixture_pixel (image, x, y), style->surface, 3))
        n++;
  return n;
}
