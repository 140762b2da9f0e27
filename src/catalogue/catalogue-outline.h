/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A country's outline for drawing (never for deciding where a place is): rings of lon, lat pairs in
 * degrees. */
typedef struct
{
  const float *points; /* lon, lat, lon, lat … */
  guint n_points;      /* pairs */
} CatalogueRing;

typedef struct
{
  const char *iso;
  const CatalogueRing *rings;
  guint n_rings;
} CatalogueOutline;
