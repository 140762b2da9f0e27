/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-land.h"

#include "chart/chart-projection.h"

#include <math.h>
#include <string.h>

/* Rings in metres with their boxes; a map draws those that meet its view. */

#define LONGEST_EDGE 1.0 /* degrees */
#define FEWEST_CORNERS 4 /* of a ring that is made simpler */

typedef struct
{
  guint country;
  guint first, n; /* pairs of points */
  double west, south, east, north;
} Ring;

struct _ChartLand
{
  GArray *points; /* double: easting, northing … */
  GArray *rings;
};

static ChartLand *
land_new (void)
{
  ChartLand *land = g_atomic_rc_box_new0 (ChartLand);

  land->points = g_array_new (FALSE, FALSE, sizeof (double));
  land->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  return land;
}

static void
add_point (ChartLand *land, Ring *ring, double lon, double lat)
{
  double place[2];

  chart_projection_forward (lon, lat, &place[0], &place[1]);
  g_array_append_vals (land->points, place, 2);
  ring->n++;
  ring->west = MIN (ring->west, place[0]);
  ring->east = MAX (ring->east, place[0]);
  ring->south = MIN (ring->south, place[1]);
  ring->north = MAX (ring->north, place[1]);
}

/* A straight edge in degrees is bent on the map: long ones get points between. */
static void
add_edge (ChartLand *land, Ring *ring, const double from[2], const double to[2])
{
  double length = MAX (fabs (to[0] - from[0]), fabs (to[1] - from[1]));
  int steps = MAX (1, (int)ceil (MIN (length, 360.0) / LONGEST_EDGE));

  for (int i = 1; i <= steps; i++)
    {
      double t = (double)i / steps;
      add_point (land, ring, from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t);
    }
}

static gboolean
usable (double lon, double lat)
{
  return isfinite (lon) && isfinite (lat) && fabs (lon) <= 360.0 && fabs (lat) <= 90.0;
}

static void
add_ring (ChartLand *land, const ChartRing *source)
{
  Ring ring = { .country = source->country,
                .first = land->points->len / 2,
                .west = G_MAXDOUBLE,
                .south = G_MAXDOUBLE,
                .east = -G_MAXDOUBLE,
                .north = -G_MAXDOUBLE };
  double last[2] = { 0.0, 0.0 };

  for (guint i = 0; i < source->n_points; i++)
    {
      double here[2] = { source->points[2 * i], source->points[2 * i + 1] };

      if (!usable (here[0], here[1]))
        continue;
      if (ring.n == 0)
        add_point (land, &ring, here[0], here[1]);
      else
        add_edge (land, &ring, last, here);
      last[0] = here[0];
      last[1] = here[1];
    }
  if (ring.n >= 3)
    g_array_append_val (land->rings, ring);
  else
    g_array_set_size (land->points, ring.first * 2);
}

ChartLand *
chart_land_new (const ChartRing *rings, guint n_rings)
{
  g_return_val_if_fail (rings != NULL || n_rings == 0, NULL);

  ChartLand *land = land_new ();
  for (guint i = 0; i < n_rings; i++)
    add_ring (land, &rings[i]);
  return land;
}

/* Whom a place has beside it along all rings: more than two, and borders part there. */
typedef struct
{
  const double *one, *other;
  gboolean parting;
} Beside;

static guint
place_hash (gconstpointer place)
{
  const double *at = place;

  return g_double_hash (&at[0]) * 31u + g_double_hash (&at[1]);
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, 2 * sizeof (double)) == 0;
}

static void
see (Beside *beside, const double *neighbour)
{
  if (beside->one == NULL || place_equal (beside->one, neighbour))
    beside->one = neighbour;
  else if (beside->other == NULL || place_equal (beside->other, neighbour))
    beside->other = neighbour;
  else
    beside->parting = TRUE;
}

/* Place → Beside. */
static GHashTable *
look_beside (const ChartLand *land)
{
  GHashTable *places = g_hash_table_new_full (place_hash, place_equal, NULL, g_free);
  const double *points = (const double *)(void *)land->points->data;

  for (guint r = 0; r < land->rings->len; r++)
    {
      const Ring *ring = &g_array_index (land->rings, Ring, r);
      const double *first = points + 2 * ring->first;

      for (guint i = 0; i < ring->n; i++)
        {
          const double *here = first + 2 * i;
          Beside *beside = g_hash_table_lookup (places, here);

          if (beside == NULL)
            {
              beside = g_new0 (Beside, 1);
              g_hash_table_insert (places, (gpointer)here, beside);
            }
          see (beside, first + 2 * ((i + ring->n - 1) % ring->n));
          see (beside, first + 2 * ((i + 1) % ring->n));
        }
    }
  return places;
}

/* A point of a ring that may go. */
typedef struct
{
  const double *place;
  gboolean parting; /* it stays */
  double area;      /* of the triangle with its neighbours */
} Corner;

static void
measure (GArray *corners)
{
  for (guint i = 0; i < corners->len; i++)
    {
      Corner *corner = &g_array_index (corners, Corner, i);
      const double *here = corner->place;
      const double *a
          = g_array_index (corners, Corner, (i + corners->len - 1) % corners->len).place;
      const double *b = g_array_index (corners, Corner, (i + 1) % corners->len).place;

      corner->area
          = fabs ((here[0] - a[0]) * (b[1] - a[1]) - (here[1] - a[1]) * (b[0] - a[0])) / 2.0;
    }
}

/* Smaller areas first; of two that are the same, the place farther west, then south. */
static gboolean
goes_before (const Corner *corner, const Corner *other)
{
  if (other->parting)
    return TRUE;
  if (corner->area < other->area || corner->area > other->area)
    return corner->area < other->area;
  if (corner->place[0] < other->place[0] || corner->place[0] > other->place[0])
    return corner->place[0] < other->place[0];
  return corner->place[1] < other->place[1];
}

/* Takes away each corner of less than @area that goes before both its neighbours; what is decided
 * so does not depend on where a ring begins or which way it runs. FALSE: there was none. */
static gboolean
thin_out (GArray *corners, double area)
{
  const guint n = corners->len;
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (Corner), n);

  for (guint i = 0; i < n; i++)
    {
      const Corner *corner = &g_array_index (corners, Corner, i);

      if (corner->parting || corner->area >= area
          || !goes_before (corner, &g_array_index (corners, Corner, (i + n - 1) % n))
          || !goes_before (corner, &g_array_index (corners, Corner, (i + 1) % n)))
        g_array_append_vals (kept, corner, 1);
    }
  g_array_set_size (corners, 0);
  g_array_append_vals (corners, kept->data, kept->len);
  return kept->len < n;
}

static void
take_corners (GArray *corners, const double *points, guint n, GHashTable *places)
{
  g_array_set_size (corners, 0);
  for (guint i = 0; i < n; i++)
    {
      const Beside *beside = g_hash_table_lookup (places, points + 2 * i);
      const Corner corner = { points + 2 * i, beside->parting, 0.0 };

      g_array_append_val (corners, corner);
    }
}

ChartLand *
chart_land_simplify (const ChartLand *land, double area)
{
  g_return_val_if_fail (land != NULL, NULL);

  ChartLand *simple = land_new ();
  g_autoptr (GHashTable) places = look_beside (land);
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));

  for (guint r = 0; r < land->rings->len; r++)
    {
      Ring ring = g_array_index (land->rings, Ring, r);

      take_corners (corners, &g_array_index (land->points, double, 2 * ring.first), ring.n, places);
      do
        measure (corners);
      while (corners->len > FEWEST_CORNERS && thin_out (corners, area));
      ring.first = simple->points->len / 2;
      ring.n = corners->len;
      for (guint i = 0; i < corners->len; i++)
        g_array_append_vals (simple->points, g_array_index (corners, Corner, i).place, 2);
      g_array_append_val (simple->rings, ring);
    }
  return simple;
}

ChartLand *
chart_land_ref (ChartLand *land)
{
  return g_atomic_rc_box_acquire (land);
}

static void
land_clear (gpointer data)
{
  ChartLand *land = data;

  g_array_unref (land->points);
  g_array_unref (land->rings);
}

void
chart_land_unref (ChartLand *land)
{
  if (land != NULL)
    g_atomic_rc_box_release_full (land, land_clear);
}

/* On which sides of the view a point lies, as bits. */
static guint
sides (const ChartLandView *view, const double point[2])
{
  return (point[0] < view->west ? 1u : 0u) | (point[0] > view->east ? 2u : 0u)
         | (point[1] < view->south ? 4u : 0u) | (point[1] > view->north ? 8u : 0u);
}

static void
put_on_grid (const ChartLandView *view, const double point[2], double place[2])
{
  place[0] = point[0];
  place[1] = point[1];
  if (view->grid <= 0.0)
    return;
  place[0] = view->west + view->grid * round ((point[0] - view->west) / view->grid);
  place[1] = view->north - view->grid * round ((view->north - point[1]) / view->grid);
}

/* A point is left out where the last one drawn is already, or when it lies outside on the same side
 * as both its neighbours. */
static void
add_ring_path (const double *points, guint n, cairo_t *cr, const ChartLandView *view)
{
  double last[2];

  put_on_grid (view, points, last);
  cairo_new_sub_path (cr);
  cairo_line_to (cr, last[0], last[1]);
  for (guint i = 1; i < n; i++)
    {
      double here[2];

      put_on_grid (view, points + 2 * i, here);
      if (hypot (here[0] - last[0], here[1] - last[1]) < view->grid / 2.0
          || (sides (view, last) & sides (view, here) & sides (view, points + 2 * ((i + 1) % n)))
                 != 0)
        continue;
      cairo_line_to (cr, here[0], here[1]);
      memcpy (last, here, sizeof last);
    }
  cairo_close_path (cr);
}

void
chart_land_path (
    const ChartLand *land, cairo_t *cr, guint country, guint except, const ChartLandView *view)
{
  g_return_if_fail (land != NULL && cr != NULL && view != NULL);

  const double *points = (const double *)(void *)land->points->data;
  for (guint i = 0; i < land->rings->len; i++)
    {
      const Ring *ring = &g_array_index (land->rings, Ring, i);

      if ((country != G_MAXUINT && ring->country != country)
          || (except != G_MAXUINT && ring->country == except) || ring->east < view->west
          || ring->west > view->east || ring->north < view->south || ring->south > view->north
          || MAX (ring->east - ring->west, ring->north - ring->south) < 2.0 * view->grid)
        continue;
      add_ring_path (points + 2 * ring->first, ring->n, cr, view);
    }
}

gboolean
chart_land_centre (const ChartLand *land, guint country, double *easting, double *northing)
{
  g_return_val_if_fail (land != NULL && easting != NULL && northing != NULL, FALSE);

  double largest = -1.0;
  for (guint i = 0; i < land->rings->len; i++)
    {
      const Ring *ring = &g_array_index (land->rings, Ring, i);
      double area = (ring->east - ring->west) * (ring->north - ring->south);

      if (ring->country != country || area <= largest)
        continue;
      largest = area;
      *easting = (ring->west + ring->east) / 2.0;
      *northing = (ring->south + ring->north) / 2.0;
    }
  return largest >= 0.0;
}
