/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-projection.h"

#include <math.h>

/* Formulas: EPSG guidance note 7-2, method 9820; inverse latitude by Snyder (1987), equation 3-18.
 */

#define SEMI_MAJOR 6378137.0
#define INVERSE_FLATTENING 298.257222101
#define ORIGIN_LAT 52.0
#define ORIGIN_LON 10.0
#define FALSE_EASTING 4321000.0
#define FALSE_NORTHING 3210000.0
#define SPHERE_KM 6371.0

#define RAD (G_PI / 180.0)

typedef struct
{
  double e2, e, qp, rq, beta0, d;
} Constants;

static double
authalic_q (double e2, double e, double lat)
{
  double s = sin (lat);

  return (1.0 - e2) * (s / (1.0 - e2 * s * s) - log ((1.0 - e * s) / (1.0 + e * s)) / (2.0 * e));
}

static Constants
constants (void)
{
  const double f = 1.0 / INVERSE_FLATTENING;
  Constants c = { .e2 = f * (2.0 - f) };
  double s0 = sin (ORIGIN_LAT * RAD);

  c.e = sqrt (c.e2);
  c.qp = authalic_q (c.e2, c.e, G_PI_2);
  c.rq = SEMI_MAJOR * sqrt (c.qp / 2.0);
  c.beta0 = asin (authalic_q (c.e2, c.e, ORIGIN_LAT * RAD) / c.qp);
  c.d = SEMI_MAJOR * cos (ORIGIN_LAT * RAD) / (sqrt (1.0 - c.e2 * s0 * s0) * c.rq * cos (c.beta0));
  return c;
}

void
chart_projection_forward (double lon, double lat, double *easting, double *northing)
{
  g_return_if_fail (easting != NULL && northing != NULL);

  Constants c = constants ();
  double beta = asin (CLAMP (authalic_q (c.e2, c.e, lat * RAD) / c.qp, -1.0, 1.0));
  double dl = (lon - ORIGIN_LON) * RAD;
  double cosine = sin (c.beta0) * sin (beta) + cos (c.beta0) * cos (beta) * cos (dl);
  /* The antipode of the centre has no image; nothing near it is ever on a map of Europe. */
  double b = c.rq * sqrt (2.0 / MAX (1e-12, 1.0 + cosine));

  *easting = FALSE_EASTING + b * c.d * cos (beta) * sin (dl);
  *northing = FALSE_NORTHING
              + b / c.d * (cos (c.beta0) * sin (beta) - sin (c.beta0) * cos (beta) * cos (dl));
}

static double
latitude_of (const Constants *c, double beta)
{
  double e2 = c->e2, e4 = e2 * e2, e6 = e4 * e2;

  return beta + (e2 / 3.0 + 31.0 * e4 / 180.0 + 517.0 * e6 / 5040.0) * sin (2.0 * beta)
         + (23.0 * e4 / 360.0 + 251.0 * e6 / 3780.0) * sin (4.0 * beta)
         + 761.0 * e6 / 45360.0 * sin (6.0 * beta);
}

void
chart_projection_inverse (double easting, double northing, double *lon, double *lat)
{
  g_return_if_fail (lon != NULL && lat != NULL);

  Constants c = constants ();
  double x = (easting - FALSE_EASTING) / c.d, y = (northing - FALSE_NORTHING) * c.d;
  double rho = hypot (x, y);

  if (rho < 1e-9)
    {
      *lon = ORIGIN_LON;
      *lat = ORIGIN_LAT;
      return;
    }
  double angle = 2.0 * asin (CLAMP (rho / (2.0 * c.rq), -1.0, 1.0));
  double beta = asin (
      CLAMP (cos (angle) * sin (c.beta0) + y * sin (angle) * cos (c.beta0) / rho, -1.0, 1.0));
  *lon = ORIGIN_LON
         + atan2 (x * sin (angle),
                  rho * cos (c.beta0) * cos (angle) - y * sin (c.beta0) * sin (angle))
               / RAD;
  *lat = latitude_of (&c, beta) / RAD;
}

void
chart_projection_travel (
    double lon, double lat, double bearing, double km, double *lon_out, double *lat_out)
{
  g_return_if_fail (lon_out != NULL && lat_out != NULL);

  double arc = km / SPHERE_KM, phi = lat * RAD, theta = bearing * RAD;
  double end
      = asin (CLAMP (sin (phi) * cos (arc) + cos (phi) * sin (arc) * cos (theta), -1.0, 1.0));

  *lat_out = end / RAD;
  *lon_out
      = lon + atan2 (sin (theta) * sin (arc) * cos (phi), cos (arc) - sin (phi) * sin (end)) / RAD;
}
