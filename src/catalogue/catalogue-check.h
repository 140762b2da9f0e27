/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-private.h"

G_BEGIN_DECLS

/* Readers and checks that several data files need. Each returns something harmless and keeps the
 * problem in the document when what it finds is wrong. Strings and lists that are returned live in
 * the catalogue's arena. */

#define CATALOGUE_MEMBERS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Small letters and digits in words joined by hyphens. */
gboolean catalogue_is_id (const char *text);
/* http or https with a host, no spaces. */
gboolean catalogue_is_address (const char *text);
/* A day, a month ("2021-03") or, with @year, a year. */
gboolean catalogue_is_when (const char *text, gboolean year);

/* Text: copied; NULL when absent (get) or with the problem kept (need). */
const char *
catalogue_get_text (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *
catalogue_need_text (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *
catalogue_get_address (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *
catalogue_need_address (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *
catalogue_get_day (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *
catalogue_need_day (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *catalogue_get_when (Catalogue *catalogue,
                                const BaseJsonCursor *record,
                                const char *member,
                                gboolean year);
/* The member "id": well formed and not yet a key of @taken. */
const char *
catalogue_need_id (Catalogue *catalogue, const BaseJsonCursor *record, GHashTable *taken);

/* Lists. Never NULL; a text, name or id twice is a problem. */
const char *const *
catalogue_get_texts (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *const *
catalogue_get_addresses (Catalogue *catalogue, const BaseJsonCursor *record, const char *member);
const char *const *catalogue_get_names (Catalogue *catalogue,
                                        const BaseJsonCursor *record,
                                        const char *member,
                                        const char *const *known);
const char *const *catalogue_get_term_ids (Catalogue *catalogue,
                                           const BaseJsonCursor *record,
                                           const char *member,
                                           CatalogueTermKind kind);
/* { "robotics": 5, "cps": 0 } */
const CatalogueHubTag *catalogue_get_tags (Catalogue *catalogue,
                                           const BaseJsonCursor *record,
                                           const char *member,
                                           CatalogueTermKind kind,
                                           guint *n);

/* Where a hub or cluster is: members country, region, region_name, city, lat, lon. */
typedef struct
{
  const char *country, *region, *region_name, *city;
  gboolean located;
  double lat, lon;
} CataloguePlace;

CataloguePlace catalogue_get_place (Catalogue *catalogue, const BaseJsonCursor *record);

G_END_DECLS
