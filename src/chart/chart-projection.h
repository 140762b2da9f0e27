/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ETRS89-extended / LAEA Europe (EPSG:3035): Lambert azimuthal equal area, centre 52°N 10°E, GRS80,
 * in metres. Degrees in; 50°N 5°E gives exactly 3 962 799.45, 2 999 718.85 (EPSG guidance note
 * 7-2). */
void chart_projection_forward (double lon, double lat, double *easting, double *northing);
/* Back to degrees (series of Snyder 3-18), for a click on the map. */
void chart_projection_inverse (double easting, double northing, double *lon, double *lat);
/* The point @km away in direction @bearing (degrees from north) on a sphere of 6371 km: for
 * distance rings. */
void chart_projection_travel (
    double lon, double lat, double bearing, double km, double *lon_out, double *lat_out);

G_END_DECLS
