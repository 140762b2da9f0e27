/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The outlines of countries, projected once, for any number of maps. Immutable, reference-counted;
 * for drawing only, never for deciding where a place is. */
typedef struct _ChartLand ChartLand;

typedef struct
{
  const float *points; /* lon, lat, lon, lat … degrees */
  guint n_points;      /* pairs; fewer than 3 are left out, points that are not finite too */
  guint country;       /* a number of the caller's, the same for all rings of a country */
} ChartRing;

/* Copies. Edges longer than one degree are split before projecting. */
ChartLand *chart_land_new (const ChartRing *rings, guint n_rings) G_GNUC_WARN_UNUSED_RESULT;
ChartLand *chart_land_ref (ChartLand *land);
void chart_land_unref (ChartLand *land);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartLand, chart_land_unref)

/* The same with fewer points, for a map of everything: a corner whose triangle with its neighbours
 * has less than @area square metres is left out (Visvalingam and Whyatt 1993, smallest first), from
 * both sides of a border alike. */
ChartLand *chart_land_simplify (const ChartLand *land, double area) G_GNUC_WARN_UNUSED_RESULT;

/* What of the land a map shows: in metres, northings grow upwards. */
typedef struct
{
  double west, south, east, north;
  double grid; /* points are moved on a grid that begins in the north-west, so that a border is the
                  same line for both its countries, and islands of less than two of its cells are
                  left out; 0: all stays */
} ChartLandView;

/* Adds the rings that meet the view to the path: those of @country (G_MAXUINT: of all), but not
 * those of @except (G_MAXUINT: of none). Outside of the view lines may run elsewhere outside. */
void chart_land_path (
    const ChartLand *land, cairo_t *cr, guint country, guint except, const ChartLandView *view);
/* Middle of the country's largest ring's box, in metres; FALSE for an unknown country. */
gboolean
chart_land_centre (const ChartLand *land, guint country, double *easting, double *northing);

G_END_DECLS
