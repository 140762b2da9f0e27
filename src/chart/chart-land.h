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

/* Adds the rings of @country (or of all: G_MAXUINT) that meet the box to the path, in metres;
 * northings grow upwards. */
void chart_land_path (const ChartLand *land,
                      cairo_t *cr,
                      guint country,
                      double west,
                      double south,
                      double east,
                      double north);
/* Middle of the country's largest ring's box, in metres; FALSE for an unknown country. */
gboolean
chart_land_centre (const ChartLand *land, guint country, double *easting, double *northing);

G_END_DECLS
