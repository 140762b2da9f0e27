/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-hub.h"

typedef struct
{
  const char *id;
  const char *name;
  const char *acronym;
  const char *country;
  const char *nuts2;
  const char *region_name;
  const char *city;
  gboolean located;
  double lat, lon;
  const char *website;
  int members, smes;          /* -1 when not stated */
  const char *members_source; /* or NULL */
  const CatalogueHubTag *sectors;
  guint n_sectors;
  const CatalogueHubTag *technologies;
  guint n_technologies;
  const char *const *markets; /* target markets of its partnership ("US") */
  const char *partnership;    /* "European Digital Industry Alliance", or NULL */
  const char *role;
  const char *const *facts; /* msgids */
  const char *const *sources;
} CatalogueCluster;
