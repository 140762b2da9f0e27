/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-map.h"

#include "chart/chart-key.h"
#include "chart/chart-map-spots.h"
#include "chart/chart-pen.h"
#include "chart/chart-projection.h"
#include "chart/chart-text.h"

#include <math.h>

/* Layers from the ground up: land, distance rings, names, dots, lines to places, marks, company,
 * overview. */

#define DOT_RADIUS 2.5
#define SMALLEST_TARGET 12.0 /* half of 24 units: what a finger or a shaking hand can hit */
#define PRINT_GRID 0.5       /* units: outlines on paper need no finer points */
#define OUTSIDE 4.0          /* units around a map in which lines run as they do inside */
#define MEDIUM_SIZE(style) ((style)->print ? 7.0 / 9.0 : 0.8)

typedef struct
{
  const ChartMapSpec *spec;
  const ChartStyle *style;
  cairo_t *cr;
  double width, height;
  const GArray *spots;
} Canvas;

static void
to_units (const Canvas *canvas, double lon, double lat, double *x, double *y)
{
  chart_map_view_to_units (canvas->spec->view, canvas->width, canvas->height, lon, lat, x, y);
}

static gboolean
company_place (const Canvas *canvas, double *x, double *y)
{
  const ChartMapSpec *spec = canvas->spec;

  if (!spec->has_company || !isfinite (spec->company_lon) || !isfinite (spec->company_lat))
    return FALSE;
  to_units (canvas, spec->company_lon, spec->company_lat, x, y);
  return TRUE;
}

static void
land_path (const ChartMapSpec *spec,
           const ChartStyle *style,
           cairo_t *cr,
           ChartMapView view,
           guint country,
           double width,
           double height)
{
  const double m = view.metres_per_unit;
  const double dx = (width / 2.0 + OUTSIDE) * m, dy = (height / 2.0 + OUTSIDE) * m;
  const ChartLandView shown = { view.easting - dx, view.northing - dy, view.easting + dx,
                                view.northing + dy, style->print ? PRINT_GRID * m : 0.0 };

  cairo_new_path (cr);
  cairo_save (cr);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, 1.0 / m, -1.0 / m);
  cairo_translate (cr, -view.easting, -view.northing);
  chart_land_path (spec->land, cr, country, country == G_MAXUINT ? spec->home : G_MAXUINT, &shown);
  cairo_restore (cr);
}

/* Each outline is one path, filled and then stroked: a PDF holds it once. */
static void
draw_country (const ChartStyle *style, cairo_t *cr, ChartColor fill)
{
  chart_pen_color (cr, fill);
  cairo_fill_preserve (cr);
  chart_pen_color (cr, chart_palette_border (style));
  cairo_stroke (cr);
}

static void
draw_land (const ChartMapSpec *spec,
           const ChartStyle *style,
           cairo_t *cr,
           ChartMapView view,
           double width,
           double height,
           double border)
{
  chart_pen_rect (cr, chart_palette_sea (style), 0.0, 0.0, width, height);
  if (spec->land == NULL)
    return;
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, border);
  land_path (spec, style, cr, view, G_MAXUINT, width, height);
  draw_country (style, cr, chart_palette_land (style));
  if (spec->home != G_MAXUINT)
    {
      land_path (spec, style, cr, view, spec->home, width, height);
      draw_country (style, cr, chart_palette_home (style));
    }
  cairo_restore (cr);
}

static ChartColor
ring_color (const ChartStyle *style)
{
  return style->print ? chart_color (0x404040, 1.0)
                      : chart_palette_series (style, CHART_SERIES_TARGET);
}

static void
draw_ring (const Canvas *canvas, double km)
{
  const double s = canvas->style->scale;
  const double screen[] = { 4.0 * s, 4.0 * s }, print[] = { 3.0 * s, 2.5 * s };

  cairo_save (canvas->cr);
  cairo_new_path (canvas->cr);
  for (int degree = 0; degree < 360; degree += 4)
    {
      double lon, lat, x, y;

      chart_projection_travel (canvas->spec->company_lon, canvas->spec->company_lat, degree, km,
                               &lon, &lat);
      to_units (canvas, lon, lat, &x, &y);
      cairo_line_to (canvas->cr, x, y);
    }
  cairo_close_path (canvas->cr);
  cairo_set_dash (canvas->cr, canvas->style->print ? print : screen, 2, 0.0);
  cairo_set_line_width (canvas->cr, (canvas->style->print ? 0.6 : 1.3) * s);
  chart_pen_color (canvas->cr, ring_color (canvas->style));
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

/* Nothing else stands in a box of this size around (x, y). */
static gboolean
is_clear (const Canvas *canvas, double x, double y, double width, double height)
{
  double r = chart_map_spot_radius (canvas->style) + 2.0, cx, cy;

  if (x - width / 2.0 < 4.0 || x + width / 2.0 > canvas->width - 4.0 || y - height / 2.0 < 4.0
      || y + height / 2.0 > canvas->height - 4.0)
    return FALSE;
  if (company_place (canvas, &cx, &cy) && fabs (cx - x) < width / 2.0 + r
      && fabs (cy - y) < height / 2.0 + r)
    return FALSE;
  for (guint i = 0; i < canvas->spots->len; i++)
    {
      const ChartMapSpot *spot = &g_array_index (canvas->spots, ChartMapSpot, i);
      double number = canvas->style->print ? 2.0 * r : 0.0;
      if (fabs (spot->x - x) < width / 2.0 + r + number && fabs (spot->y - y) < height / 2.0 + r)
        return FALSE;
    }
  if (canvas->spec->overview && !canvas->style->print)
    {
      ChartRect o
          = chart_map_overview_rect (canvas->spec, canvas->style, canvas->width, canvas->height);
      if (x + width / 2.0 > o.x - 4.0 && x - width / 2.0 < o.x + o.width + 4.0
          && y - height / 2.0 < o.y + o.height + 4.0)
        return FALSE;
    }
  return TRUE;
}

static void
draw_ring_text (const Canvas *canvas, const ChartDistance *ring)
{
  static const double bearings[]
      = { 200.0, 160.0, 120.0, 240.0, 90.0, 270.0, 60.0, 300.0, 20.0, 340.0 };
  ChartTextForm form = { MEDIUM_SIZE (canvas->style), chart_text_strong (canvas->style), 0.0 };
  double wide, tall;

  if (canvas->style->print)
    form.weight = PANGO_WEIGHT_NORMAL;
  wide = chart_text_width (canvas->style, ring->text, form) + 6.0;
  tall = chart_text_height (canvas->style, ring->text, form);
  for (guint i = 0; i < G_N_ELEMENTS (bearings); i++)
    {
      ChartStyle ground = *canvas->style;
      double lon, lat, x, y;

      chart_projection_travel (canvas->spec->company_lon, canvas->spec->company_lat, bearings[i],
                               ring->km, &lon, &lat);
      to_units (canvas, lon, lat, &x, &y);
      if (!is_clear (canvas, x, y, wide, tall))
        continue;
      ground.surface = chart_palette_land (canvas->style);
      ground.surface.alpha = 0.85;
      chart_text_draw_halo (&ground, canvas->cr, ring->text, form, canvas->style->text, x, y, 0.5);
      return;
    }
}

static void
draw_names (const Canvas *canvas)
{
  ChartTextForm form = { MEDIUM_SIZE (canvas->style), PANGO_WEIGHT_NORMAL, 0.0 };

  for (guint i = 0; i < canvas->spec->n_names; i++)
    {
      const ChartPlaceName *name = &canvas->spec->names[i];
      double x, y;

      if (!isfinite (name->lon) || !isfinite (name->lat) || name->text == NULL)
        continue;
      to_units (canvas, name->lon, name->lat, &x, &y);
      if (is_clear (canvas, x, y, chart_text_width (canvas->style, name->text, form),
                    chart_text_height (canvas->style, name->text, form)))
        chart_text_draw (canvas->style, canvas->cr, name->text, form,
                         chart_palette_ink (canvas->style, canvas->style->print ? 1.0 : 0.65), x, y,
                         0.5);
    }
}

static void
draw_dots (const Canvas *canvas)
{
  for (guint i = 0; i < canvas->spec->n_hubs; i++)
    {
      const ChartHub *hub = &canvas->spec->hubs[i];
      double x, y;

      if (hub->rank != 0 || !isfinite (hub->lon) || !isfinite (hub->lat))
        continue;
      to_units (canvas, hub->lon, hub->lat, &x, &y);
      if (x < -4.0 || y < -4.0 || x > canvas->width + 4.0 || y > canvas->height + 4.0)
        continue;
      chart_pen_disc (canvas->cr, canvas->style, chart_palette_ink (canvas->style, 0.45), x, y,
                      DOT_RADIUS * canvas->style->scale, 0.0);
      if ((int)i == canvas->spec->selected)
        chart_pen_ring (canvas->cr, canvas->style, canvas->style->accent, x, y,
                        5.0 * canvas->style->scale, 2.0 * canvas->style->scale);
    }
}

static void
draw_leaders (const Canvas *canvas)
{
  const double s = canvas->style->scale;
  ChartColor place = canvas->style->print ? canvas->style->text
                                          : chart_palette_series (canvas->style, CHART_SERIES_NOW);

  for (guint i = 0; i < canvas->spots->len; i++)
    {
      const ChartMapSpot *spot = &g_array_index (canvas->spots, ChartMapSpot, i);

      if (!spot->moved)
        continue;
      chart_pen_line (canvas->cr, chart_palette_ink (canvas->style, 0.9),
                      (canvas->style->print ? 0.4 : 1.2) * s, spot->place_x, spot->place_y, spot->x,
                      spot->y);
      chart_pen_disc (canvas->cr, canvas->style, place, spot->place_x, spot->place_y,
                      (canvas->style->print ? 1.2 : 4.0) * s, 0.0);
    }
}

static ChartMark
mark_of (ChartHubKind kind)
{
  switch (kind)
    {
    case CHART_HUB_EDIH:
      return CHART_MARK_HUB_EDIH;
    case CHART_HUB_SEAL:
      return CHART_MARK_HUB_SEAL;
    case CHART_HUB_OTHER:
    default:
      return CHART_MARK_HUB_OTHER;
    }
}

static void
draw_spot_print (const Canvas *canvas, const ChartMapSpot *spot, const char *number)
{
  ChartTextForm form = { 1.0, chart_text_strong (canvas->style), 0.0 };
  double gap = chart_map_spot_radius (canvas->style) + 3.0 * canvas->style->scale;

  chart_mark_draw (mark_of (canvas->spec->hubs[spot->hub].kind), CHART_FILL_SOLID, canvas->style,
                   canvas->cr, spot->x, spot->y);
  chart_text_draw (canvas->style, canvas->cr, number, form, canvas->style->text,
                   spot->number_left ? spot->x - gap : spot->x + gap, spot->y,
                   spot->number_left ? 1.0 : 0.0);
}

static void
draw_spot_screen (const Canvas *canvas, const ChartMapSpot *spot, const char *number)
{
  const ChartStyle *style = canvas->style;
  ChartTextForm form = { strlen (number) > 2 ? 0.62 : 0.8, PANGO_WEIGHT_BOLD, 0.0 };
  ChartColor disc = chart_palette_series (style, CHART_SERIES_NOW);
  double r = chart_map_spot_radius (style);

  if ((int)spot->hub == canvas->spec->selected)
    {
      ChartColor halo = disc;
      halo.alpha = 0.35;
      chart_pen_disc (canvas->cr, style, halo, spot->x, spot->y, r + 5.0 * style->scale, 0.0);
    }
  chart_pen_disc (canvas->cr, style, disc, spot->x, spot->y, r, 1.5 * style->scale);
  chart_text_draw (style, canvas->cr, number, form,
                   style->dark ? chart_color (0x000000, 1.0) : chart_color (0xFFFFFF, 1.0), spot->x,
                   spot->y, 0.5);
}

/* From the last to the first, so that the best match lies on top. */
static void
draw_spots (const Canvas *canvas)
{
  for (guint i = canvas->spots->len; i > 0; i--)
    {
      const ChartMapSpot *spot = &g_array_index (canvas->spots, ChartMapSpot, i - 1);
      char number[16];

      g_snprintf (number, sizeof number, "%u", canvas->spec->hubs[spot->hub].rank);
      if (canvas->style->print)
        draw_spot_print (canvas, spot, number);
      else
        draw_spot_screen (canvas, spot, number);
    }
}

/* Paper: the company's word above or below its cross, on a side where no mark is. */
static void
draw_company_label (const Canvas *canvas, double x, double y)
{
  static const double sides[][2] = { { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };
  ChartTextForm form = { 7.5 / 9.0, chart_text_strong (canvas->style), 0.0 };
  const char *label = canvas->spec->company_label;
  double wide, r = 3.0 * chart_map_spot_radius (canvas->style);
  guint side = 0;

  if (label == NULL)
    return;
  wide = chart_text_width (canvas->style, label, form);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double cx = x + sides[i][0] * (6.0 + wide / 2.0), cy = y + sides[i][1] * 9.0;
      gboolean clear = cx - wide / 2.0 > 2.0 && cx + wide / 2.0 < canvas->width - 2.0;

      for (guint s = 0; clear && s < canvas->spots->len; s++)
        {
          const ChartMapSpot *spot = &g_array_index (canvas->spots, ChartMapSpot, s);
          clear = fabs (spot->x - cx) > wide / 2.0 + r || fabs (spot->y - cy) > 10.0;
        }
      if (clear)
        {
          side = i;
          break;
        }
    }
  chart_text_draw (canvas->style, canvas->cr, label, form, canvas->style->text,
                   x + sides[side][0] * 6.0, y + sides[side][1] * 9.0,
                   sides[side][0] > 0.0 ? 0.0 : 1.0);
}

static void
draw_company (const Canvas *canvas)
{
  double x, y;

  if (!company_place (canvas, &x, &y))
    return;
  chart_mark_draw (CHART_MARK_COMPANY, CHART_FILL_SOLID, canvas->style, canvas->cr, x, y);
  if (canvas->style->print)
    draw_company_label (canvas, x, y);
}

/* All hubs as one path of points under a round pen; those of one town are one point. */
static void
draw_small_dots (const ChartMapSpec *spec,
                 const ChartStyle *style,
                 cairo_t *cr,
                 ChartMapView view,
                 double width,
                 double height)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < spec->n_hubs; i++)
    {
      double x, y;

      if (!isfinite (spec->hubs[i].lon) || !isfinite (spec->hubs[i].lat))
        continue;
      chart_map_view_to_units (view, width, height, spec->hubs[i].lon, spec->hubs[i].lat, &x, &y);
      const int column = (int)round (x / PRINT_GRID), row = (int)round (y / PRINT_GRID);
      if (!g_hash_table_add (seen, GINT_TO_POINTER (row * 10000 + column)))
        continue;
      cairo_move_to (cr, column * PRINT_GRID, row * PRINT_GRID);
      cairo_line_to (cr, column * PRINT_GRID, row * PRINT_GRID);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.6 * style->scale);
  chart_pen_color (cr, style->text);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
chart_map_draw_overview (const ChartMapSpec *spec,
                         const ChartStyle *style,
                         cairo_t *cr,
                         double x,
                         double y,
                         double width,
                         double height,
                         double map_width,
                         double map_height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  ChartMapSpec far = *spec;
  const double s = style->scale;
  ChartMapView view = chart_map_view_europe (width, height);
  double k = spec->view.metres_per_unit / view.metres_per_unit;
  double fx = width / 2.0 + (spec->view.easting - view.easting) / view.metres_per_unit;
  double fy = height / 2.0 - (spec->view.northing - view.northing) / view.metres_per_unit;
  double radius = style->print ? 0.0 : 8.0 * s;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_save (cr);
  chart_pen_rounded_path (cr, 0.0, 0.0, width, height, radius);
  cairo_clip (cr);
  if (spec->far_land != NULL)
    far.land = spec->far_land;
  draw_land (&far, style, cr, view, width, height, (style->print ? 0.3 : 0.5) * s);
  if (style->print)
    draw_small_dots (spec, style, cr, view, width, height);
  ChartColor frame = style->print ? chart_palette_series (style, CHART_SERIES_NOW) : style->accent;
  ChartColor tint = frame;
  tint.alpha = 0.2;
  if (!style->print)
    chart_pen_rect (cr, tint, fx - map_width * k / 2.0, fy - map_height * k / 2.0, map_width * k,
                    map_height * k);
  cairo_rectangle (cr, fx - map_width * k / 2.0, fy - map_height * k / 2.0, map_width * k,
                   map_height * k);
  chart_pen_color (cr, frame);
  cairo_set_line_width (cr, (style->print ? 1.0 : 1.5) * s);
  cairo_stroke (cr);
  cairo_restore (cr);
  chart_pen_rounded_path (cr, 0.0, 0.0, width, height, radius);
  chart_pen_color (cr, style->print ? style->text : chart_palette_ink (style, 0.3));
  cairo_set_line_width (cr, (style->print ? 0.6 : 1.0) * s);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_layers (const Canvas *canvas)
{
  const ChartMapSpec *spec = canvas->spec;

  draw_land (spec, canvas->style, canvas->cr, spec->view, canvas->width, canvas->height,
             (canvas->style->print ? 0.4 : 0.9) * canvas->style->scale);
  if (spec->has_company && isfinite (spec->company_lon) && isfinite (spec->company_lat))
    for (guint i = 0; i < spec->n_distances; i++)
      draw_ring (canvas, spec->distances[i].km);
  if (!canvas->style->print)
    draw_dots (canvas);
  draw_names (canvas);
  if (spec->has_company && isfinite (spec->company_lon) && isfinite (spec->company_lat))
    for (guint i = 0; i < spec->n_distances; i++)
      draw_ring_text (canvas, &spec->distances[i]);
  draw_leaders (canvas);
  draw_company (canvas);
  draw_spots (canvas);
}

void
chart_map_draw (const ChartMapSpec *spec,
                const ChartStyle *style,
                cairo_t *cr,
                double x,
                double y,
                double width,
                double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);
  g_return_if_fail (spec->view.metres_per_unit > 0.0);

  g_autoptr (GArray) spots = chart_map_spots (spec, style, width, height);
  Canvas canvas = { spec, style, cr, width, height, spots };

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_clip (cr);
  draw_layers (&canvas);
  cairo_restore (cr);
  if (style->print)
    {
      cairo_rectangle (cr, 0.0, 0.0, width, height);
      chart_pen_color (cr, style->text);
      cairo_set_line_width (cr, 0.6 * style->scale);
      cairo_stroke (cr);
    }
  if (spec->overview && !style->print)
    {
      ChartRect o = chart_map_overview_rect (spec, style, width, height);
      chart_map_draw_overview (spec, style, cr, o.x, o.y, o.width, o.height, width, height);
    }
  cairo_restore (cr);
}

void
chart_map_measure (const ChartMapSpec *spec,
                   const ChartStyle *style,
                   double *min_width,
                   double *min_height)
{
  g_return_if_fail (style != NULL);

  if (min_width != NULL)
    *min_width = 240.0 * style->scale;
  if (min_height != NULL)
    *min_height = 240.0 * style->scale;
}

int
chart_map_hit (const ChartMapSpec *spec,
               const ChartStyle *style,
               double width,
               double height,
               double px,
               double py)
{
  g_return_val_if_fail (spec != NULL && style != NULL, -1);

  g_autoptr (GArray) spots = chart_map_spots (spec, style, width, height);
  double reach = MAX (SMALLEST_TARGET, chart_map_spot_radius (style)), nearest = reach;
  int found = -1;

  for (guint i = 0; i < spots->len; i++)
    {
      const ChartMapSpot *spot = &g_array_index (spots, ChartMapSpot, i);
      if (hypot (spot->x - px, spot->y - py) <= reach)
        return (int)spot->hub;
    }
  for (guint i = 0; i < spec->n_hubs; i++)
    {
      double x, y, away;

      if (spec->hubs[i].rank != 0 || !isfinite (spec->hubs[i].lon) || !isfinite (spec->hubs[i].lat))
        continue;
      chart_map_view_to_units (spec->view, width, height, spec->hubs[i].lon, spec->hubs[i].lat, &x,
                               &y);
      away = hypot (x - px, y - py);
      if (away < nearest)
        {
          nearest = away;
          found = (int)i;
        }
    }
  return found;
}

gboolean
chart_map_item_rect (const ChartMapSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double height,
                     guint index,
                     ChartRect *rect)
{
  g_return_val_if_fail (spec != NULL && style != NULL && rect != NULL, FALSE);

  g_autoptr (GArray) spots = chart_map_spots (spec, style, width, height);
  double x, y, r = chart_map_spot_radius (style);

  if (index >= spec->n_hubs || !isfinite (spec->hubs[index].lon)
      || !isfinite (spec->hubs[index].lat))
    return FALSE;
  for (guint i = 0; i < spots->len; i++)
    {
      const ChartMapSpot *spot = &g_array_index (spots, ChartMapSpot, i);
      if (spot->hub != index)
        continue;
      *rect = (ChartRect){ spot->x - r, spot->y - r, 2.0 * r, 2.0 * r };
      return TRUE;
    }
  chart_map_view_to_units (spec->view, width, height, spec->hubs[index].lon, spec->hubs[index].lat,
                           &x, &y);
  if (x < 0.0 || y < 0.0 || x > width || y > height)
    return FALSE;
  r = DOT_RADIUS * style->scale;
  *rect = (ChartRect){ x - r, y - r, 2.0 * r, 2.0 * r };
  return TRUE;
}
