/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-land.h"

#include "chart/chart-projection.h"

#include <math.h>

/* Rings in metres with their boxes; a map draws those that meet its view. */

#define LONGEST_EDGE 1.0 /* degrees */

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

  ChartLand *land = g_atomic_rc_box_new0 (ChartLand);
  land->points = g_array_new (FALSE, FALSE, sizeof (double));
  land->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  for (guint i = 0; i < n_rings; i++)
    add_ring (land, &rings[i]);
  return land;
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

void
chart_land_path (const ChartLand *land,
                 cairo_t *cr,
                 guint country,
                 double west,
                 double south,
                 double east,
                 double north)
{
  g_return_if_fail (land != NULL && cr != NULL);

  const double *points = (const double *)(void *)land->points->data;
  for (guint i = 0; i < land->rings->len; i++)
    {
      const Ring *ring = &g_array_index (land->rings, Ring, i);

      if ((country != G_MAXUINT && ring->country != country) || ring->east < west
          || ring->west > east || ring->north < south || ring->south > north)
        continue;
      cairo_new_sub_path (cr);
      for (guint p = ring->first; p < ring->first + ring->n; p++)
        cairo_line_to (cr, points[2 * p], points[2 * p + 1]);
      cairo_close_path (cr);
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
