/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-map-spots.h"

#include <math.h>

/* Greedy in order of rank: each mark takes the cheapest free place on rings around its hub. Cost is
 * distance, then lines that would cross. Nothing is random, so the same input gives the same
 * picture. */

#define N_ANGLES 24
static const double ring_steps[] = { 1.6, 2.4, 3.3, 4.3, 5.5, 7.0 }; /* × the mark's diameter */

typedef struct
{
  const ChartMapSpec *spec;
  GArray *spots;  /* placed */
  GArray *places; /* all ranked hubs in view, placed or not */
  ChartRect room;
  ChartRect overview; /* empty when there is none */
  gboolean has_company;
  double company_x, company_y;
  double radius;
  gboolean print;
} Board;

double
chart_map_spot_radius (const ChartStyle *style)
{
  return (style->print ? 4.6 : 12.0) * style->scale;
}

/* On paper a number of about a mark's size stands beside each mark. */
static double
reach (const Board *board)
{
  return board->print ? board->radius * 2.1 : board->radius + 2.0;
}

static gboolean
inside (const ChartRect *box, double x, double y, double margin)
{
  return x >= box->x - margin && x <= box->x + box->width + margin && y >= box->y - margin
         && y <= box->y + box->height + margin;
}

static gboolean
is_free (const Board *board, const ChartMapSpot *spot, double x, double y)
{
  double keep = reach (board);

  if (!inside (&board->room, x, y, 0.0))
    return FALSE;
  if (board->overview.width > 0.0 && inside (&board->overview, x, y, keep))
    return FALSE;
  if (board->has_company
      && hypot (x - board->company_x, y - board->company_y) < keep + board->radius * 0.8)
    return FALSE;
  for (guint i = 0; i < board->spots->len; i++)
    {
      const ChartMapSpot *other = &g_array_index (board->spots, ChartMapSpot, i);
      if (hypot (x - other->x, y - other->y) < 2.0 * keep)
        return FALSE;
    }
  for (guint i = 0; i < board->places->len; i++)
    {
      const ChartMapSpot *other = &g_array_index (board->places, ChartMapSpot, i);
      gboolean same = hypot (spot->place_x - other->place_x, spot->place_y - other->place_y) < 1.0;
      if (!same && hypot (x - other->place_x, y - other->place_y) < board->radius + 4.0)
        return FALSE;
    }
  return TRUE;
}

static double
side (double ax, double ay, double bx, double by, double px, double py)
{
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

static gboolean
cross (const ChartMapSpot *a, double x, double y, const ChartMapSpot *b)
{
  return side (a->place_x, a->place_y, x, y, b->place_x, b->place_y)
                 * side (a->place_x, a->place_y, x, y, b->x, b->y)
             < -1e-6
         && side (b->place_x, b->place_y, b->x, b->y, a->place_x, a->place_y)
                    * side (b->place_x, b->place_y, b->x, b->y, x, y)
                < -1e-6;
}

/* How near the line from @spot's place to (x, y) passes another mark. */
static double
line_distance (const ChartMapSpot *spot, double x, double y, const ChartMapSpot *other)
{
  double dx = x - spot->place_x, dy = y - spot->place_y, length2 = dx * dx + dy * dy;
  double t = length2 > 0.0
                 ? ((other->x - spot->place_x) * dx + (other->y - spot->place_y) * dy) / length2
                 : 0.0;

  t = CLAMP (t, 0.0, 1.0);
  return hypot (other->x - spot->place_x - t * dx, other->y - spot->place_y - t * dy);
}

static double
cost (const Board *board, const ChartMapSpot *spot, double x, double y)
{
  double sum = hypot (x - spot->place_x, y - spot->place_y);

  if (board->print) /* side by side rather than above each other */
    sum += 0.5 * fabs (y - spot->place_y);
  if (board->has_company) /* rather away from the company than across it */
    sum -= 0.25 * hypot (x - board->company_x, y - board->company_y);
  for (guint i = 0; i < board->spots->len; i++)
    {
      const ChartMapSpot *other = &g_array_index (board->spots, ChartMapSpot, i);
      if (cross (spot, x, y, other))
        sum += board->radius * 6.0;
      if (line_distance (spot, x, y, other) < board->radius
          && hypot (other->x - spot->place_x, other->y - spot->place_y) > 1.0)
        sum += board->radius * 4.0;
    }
  return sum;
}

static void
find_place (const Board *board, ChartMapSpot *spot)
{
  double best = G_MAXDOUBLE;

  if (is_free (board, spot, spot->place_x, spot->place_y))
    return;
  for (guint ring = 0; ring < G_N_ELEMENTS (ring_steps); ring++)
    for (int a = 0; a < N_ANGLES; a++)
      {
        double angle = 2.0 * G_PI * a / N_ANGLES, r = ring_steps[ring] * 2.0 * board->radius;
        double x = spot->place_x + r * cos (angle), y = spot->place_y + r * sin (angle);
        double here;

        if (!is_free (board, spot, x, y))
          continue;
        here = cost (board, spot, x, y);
        if (here < best - 1e-9)
          {
            best = here;
            spot->x = x;
            spot->y = y;
            spot->moved = TRUE;
          }
      }
}

static int
compare_rank (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChartMapSpec *spec = data;
  const ChartMapSpot *first = a, *second = b;
  guint ra = spec->hubs[first->hub].rank, rb = spec->hubs[second->hub].rank;

  if (ra != rb)
    return ra < rb ? -1 : 1;
  return first->hub < second->hub ? -1 : 1;
}

static GArray *
collect_places (const ChartMapSpec *spec, double width, double height)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (ChartMapSpot));
  ChartRect box = { 0.0, 0.0, width, height };

  for (guint i = 0; i < spec->n_hubs; i++)
    {
      ChartMapSpot spot = { .hub = i };
      const ChartHub *hub = &spec->hubs[i];

      if (hub->rank == 0 || !isfinite (hub->lon) || !isfinite (hub->lat))
        continue;
      chart_map_view_to_units (spec->view, width, height, hub->lon, hub->lat, &spot.place_x,
                               &spot.place_y);
      if (!inside (&box, spot.place_x, spot.place_y, 0.0))
        continue;
      spot.x = spot.place_x;
      spot.y = spot.place_y;
      g_array_append_val (places, spot);
    }
  g_array_sort_with_data (places, compare_rank, (gpointer)spec);
  return places;
}

static guint
count_inside (const ChartMapSpec *spec, const ChartRect *box, double width, double height)
{
  guint n = 0;

  for (guint i = 0; i < spec->n_hubs; i++)
    {
      const ChartHub *hub = &spec->hubs[i];
      double x, y;

      if (hub->rank == 0 || !isfinite (hub->lon) || !isfinite (hub->lat))
        continue;
      chart_map_view_to_units (spec->view, width, height, hub->lon, hub->lat, &x, &y);
      n += inside (box, x, y, 0.0) ? 1 : 0;
    }
  return n;
}

ChartRect
chart_map_overview_rect (const ChartMapSpec *spec,
                         const ChartStyle *style,
                         double width,
                         double height)
{
  const double s = style->scale;
  ChartRect right = { width - 162.0 * s, 12.0 * s, 150.0 * s, 132.0 * s };
  ChartRect left = { 12.0 * s, 12.0 * s, 150.0 * s, 132.0 * s };

  return count_inside (spec, &left, width, height) < count_inside (spec, &right, width, height)
             ? left
             : right;
}

/* TRUE when a number on this side of the mark would lie on the company or on another mark. */
static gboolean
number_clashes (const Board *board, const ChartMapSpot *spot, double direction)
{
  double r = board->radius, x = spot->x + direction * 2.6 * r, y = spot->y;

  if (x < r || x > board->room.x + board->room.width)
    return TRUE;
  if (board->has_company && hypot (x - board->company_x, y - board->company_y) < 2.4 * r)
    return TRUE;
  for (guint i = 0; i < board->spots->len; i++)
    {
      const ChartMapSpot *other = &g_array_index (board->spots, ChartMapSpot, i);
      if (other->hub != spot->hub && hypot (x - other->x, y - other->y) < 2.0 * r)
        return TRUE;
    }
  return FALSE;
}

static void
choose_sides (Board *board)
{
  for (guint i = 0; i < board->spots->len; i++)
    {
      ChartMapSpot *spot = &g_array_index (board->spots, ChartMapSpot, i);
      gboolean left = number_clashes (board, spot, -1.0), right = number_clashes (board, spot, 1.0);

      spot->number_left = left == right ? spot->x < spot->place_x - 1.0 : right;
    }
}

GArray *
chart_map_spots (const ChartMapSpec *spec, const ChartStyle *style, double width, double height)
{
  g_autoptr (GArray) places = collect_places (spec, width, height);
  double r = chart_map_spot_radius (style), margin = r + 3.0 * style->scale;
  Board board = {
    .spec = spec,
    .spots = g_array_new (FALSE, TRUE, sizeof (ChartMapSpot)),
    .places = places,
    .room = { margin, margin, width - 2.0 * margin, height - 2.0 * margin },
    .has_company
    = spec->has_company && isfinite (spec->company_lon) && isfinite (spec->company_lat),
    .radius = r,
    .print = style->print,
  };

  if (spec->overview && !style->print)
    board.overview = chart_map_overview_rect (spec, style, width, height);
  if (board.has_company)
    chart_map_view_to_units (spec->view, width, height, spec->company_lon, spec->company_lat,
                             &board.company_x, &board.company_y);
  for (guint i = 0; i < places->len; i++)
    {
      ChartMapSpot spot = g_array_index (places, ChartMapSpot, i);

      find_place (&board, &spot);
      g_array_append_val (board.spots, spot);
    }
  choose_sides (&board);
  return board.spots;
}
