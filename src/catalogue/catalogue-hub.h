/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  CATALOGUE_HUB_EDIH, /* EU-funded European Digital Innovation Hub */
  CATALOGUE_HUB_SEAL, /* Seal of Excellence: approved, no EU money */
  CATALOGUE_HUB_DIH,  /* other Digital Innovation Hub of the catalogue */
} CatalogueHubKind;

/* A term the hub names for itself. */
typedef struct
{
  const char *id;
  guint8 level;     /* 1–5 as the hub rated itself; 0 none given */
  gboolean derived; /* concluded from texts by the data set, not ticked by the hub */
} CatalogueHubTag;

/* An initiative, region, committee, hub or cluster the hub is linked with. */
typedef struct
{
  const char *kind;           /* "hub", "cluster", "initiative", "region", "committee", "member" */
  const char *id;             /* id of the hub or cluster; NULL for others */
  const char *name;           /* shown */
  const char *address;        /* page about the link; or NULL */
  const char *const *sectors; /* a member as a multiplier: the sectors it reaches; never NULL */
} CatalogueHubLink;

typedef struct
{
  const char *id;
  const char *name;
  const char *acronym; /* or NULL */
  const char *const *aliases;
  const char *country;     /* NUTS country code */
  const char *nuts2;       /* NUTS 2024 code, level 2 (or coarser); NULL when unknown */
  const char *region_name; /* as published; or NULL */
  const char *city;        /* or NULL */
  gboolean located;        /* lat and lon are known */
  double lat, lon;
  gboolean location_derived; /* from the city, not published */
  CatalogueHubKind kind;
  const char *stage;   /* "fully operational", "in preparation", NULL */
  const char *host;    /* host cluster or organisation; or NULL */
  const char *website; /* or NULL */
  const char *website_note;
  const char *contact; /* whom the user knows there, in the user's own words, of the record or of
                          catalogue-contacts.h; or NULL */
  const CatalogueHubTag *sectors;
  guint n_sectors;
  const CatalogueHubTag *technologies;
  guint n_technologies;
  const CatalogueHubTag *services;
  guint n_services;
  const char *const *pillars;  /* service pillars */
  gboolean test_before_invest; /* has the pillar: test beds, pilots */
  const CatalogueHubLink *links;
  guint n_links;
  const char *const *funding; /* funding instruments by which the hub itself is paid */
  const char *notes;          /* or NULL */
  const char *source;         /* address */
  const char *source_origin;  /* or NULL */
  const char *source_date;    /* "2025-05-05", "2020" or NULL: undated */
  gboolean own;               /* added by the user */
} CatalogueHub;
