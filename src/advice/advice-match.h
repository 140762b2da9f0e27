/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"
#include "catalogue/catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  ADVICE_REASON_NEAR, /* same region, country, distance, border */
  ADVICE_REASON_SECTOR,
  ADVICE_REASON_TECHNOLOGY,
  ADVICE_REASON_SERVICE, /* needed services, test before invest, wanted support */
  ADVICE_REASON_KIND,    /* EU-funded hub, dated record */
  ADVICE_REASON_MARKET,  /* clusters: gateway to a wanted market */
} AdviceReasonKind;

typedef struct
{
  AdviceReasonKind kind;
  BaseText *text; /* "Same region (Norte)", "Robotics: 5 of 5 in its own words, one of 8 fields it
                     names" */
  int share;      /* points of the score that come from it; all shares add up to it */
} AdviceReason;

/* How well a hub or a cluster matches: integer points of 100, its reasons' shares by largest
 * remainder. Ties by distance, then id. */
typedef struct
{
  const CatalogueHub *hub;         /* or NULL */
  const CatalogueCluster *cluster; /* or NULL */
  int score;                       /* 0–100 */
  int distance_km;                 /* whole kilometres, -1 unknown */
  BaseText *distance;              /* "about 50 km", "in your town", NULL when unknown */
  BaseText *match;                 /* in words: "Very good match" … */
  const AdviceReason *reasons;
  guint n_reasons;
  BaseText *const *notes; /* "The record is undated", "Seal of Excellence: no EU money" … */
  guint n_notes;
  BaseText *question; /* to copy into a letter to this hub; hubs only */
} AdviceMatch;

const char *advice_reason_kind_name (AdviceReasonKind kind); /* "near", "sector" … */

G_END_DECLS
