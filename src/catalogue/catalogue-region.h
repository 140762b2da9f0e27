/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  const char *code;    /* NUTS: "PT11" */
  guint8 level;        /* 0–3 */
  const char *country; /* NUTS country code */
  const char *name;    /* Latin script */
  const char *native;  /* native script when different, or NULL */
  double lat, lon;     /* population-weighted point, derived from GeoNames */
  const char *largest_place;
  guint8 typology; /* level 3: 1 urban, 2 intermediate, 3 rural; levels 0–2: that of most level 3
                    * regions of the same version below; 0 unknown or no kind leads */
  const char
      *version; /* of NUTS: "2024", or "2021" for codes given up since and for the United Kingdom */
} CatalogueRegion;

typedef struct
{
  const char *nuts;   /* "EL" */
  const char *iso;    /* "GR" */
  const char *name;   /* English, msgid */
  const char *status; /* "EU", "EFTA", "candidate/other" */
} CatalogueCountry;

typedef struct
{
  const char *code;          /* "25" */
  const char *section;       /* "C" in its revision */
  const char *section_title; /* English, msgid */
  const char *title;         /* English, msgid */
} CatalogueDivision;
