/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-records.h"

G_BEGIN_DECLS

/* Browsing the catalogue apart from an assessment: words and filters together. Texts are borrowed;
 * NULL asks for nothing. The catalogue says no language of a hub, so there is no such filter. */
typedef struct
{
  const char *words;            /* as catalogue_search_hubs() */
  const BaseLanguage *language; /* of the words, beside English */
  guint kinds;                  /* bits 1 << CATALOGUE_RECORD_…; 0: all */
  gboolean own;                 /* only what the user added */
  const char *country;          /* NUTS or ISO; kinds of support have none and are left out */
  const char *region;           /* a NUTS code, of which the record's region is a part; likewise */
  const char *sector;           /* ids of terms; what cannot have such a term is left out */
  const char *technology;       /* hubs and clusters */
  const char *service;          /* hubs, and kinds of support to which the service leads */
} CatalogueQuery;

typedef struct
{
  CatalogueRecordKind kind;
  union
  {
    const CatalogueHub *hub;
    const CatalogueCluster *cluster;
    const CatalogueInstrument *instrument;
    gconstpointer record;
  };
} CatalogueFound;

/* New array of CatalogueFound: hubs (best match first), clusters, kinds of support. */
GArray *catalogue_query_run (const Catalogue *catalogue,
                             const CatalogueQuery *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
