/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json.h"
#include "base/base-language.h"
#include "catalogue/catalogue-cluster.h"
#include "catalogue/catalogue-hub.h"
#include "catalogue/catalogue-instrument.h"
#include "catalogue/catalogue-region.h"
#include "catalogue/catalogue-term.h"
#include "catalogue/catalogue-guidance.h"
#include "catalogue/catalogue-benchmark.h"
#include "catalogue/catalogue-outline.h"

G_BEGIN_DECLS

/* Everything the program knows about the outside world, as read from files: hubs, clusters,
 * instruments, terms, regions, activities, outlines, benchmark, guidance on standards and law.
 * Immutable after load, reference-counted; what it hands out is borrowed. Loaded with full
 * cross-checking: unknown ids, duplicates, coordinates out of range and dangling references are
 * errors with file and place (BASE_ERROR). Arrays come in a stated, stable order (by id unless said
 * otherwise). Lists of strings in its records are NULL-terminated and never NULL.
 *
 * Ids are canonical and may be compared as pointers: wherever a record names a term, a country or a
 * region (tags, pillars, services, sectors, markets, country, nuts2), the string is the very
 * CatalogueTerm.id, CatalogueCountry.nuts or CatalogueRegion.code. */
typedef struct _Catalogue Catalogue;

/* @sources: folders in the form of data/ (catalogue/…json, reference/…json), the bundled one first;
 * later ones add own hubs and instruments ("catalogue/hubs.json", "catalogue/instruments.json" may
 * be absent there). Its folder update/ may have newer lists of hubs, clusters and instruments, each of
 * which is read in the place of the bundled one (catalogue-update.h); its contacts.json says whom the
 * user knows at hubs (catalogue-contacts.h). NULL-terminated. */
Catalogue *catalogue_new (const char *const *sources, GError **error) G_GNUC_WARN_UNUSED_RESULT;
Catalogue *catalogue_new_bundled (GError **error) G_GNUC_WARN_UNUSED_RESULT;
Catalogue *catalogue_ref (Catalogue *catalogue);
void catalogue_unref (Catalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Catalogue, catalogue_unref)

const char *catalogue_sha256 (const Catalogue *catalogue); /* over all its files, in order */
const char *
catalogue_date (const Catalogue *catalogue); /* ISO day of the bulk of the hub list: "2025-05-05" */

guint catalogue_n_hubs (const Catalogue *catalogue);
const CatalogueHub *catalogue_hub (const Catalogue *catalogue, guint index);
const CatalogueHub *catalogue_find_hub (const Catalogue *catalogue, const char *id);
guint catalogue_n_clusters (const Catalogue *catalogue);
const CatalogueCluster *catalogue_cluster (const Catalogue *catalogue, guint index);
const CatalogueCluster *catalogue_find_cluster (const Catalogue *catalogue, const char *id);
guint catalogue_n_instruments (const Catalogue *catalogue);
const CatalogueInstrument *catalogue_instrument (const Catalogue *catalogue,
                                                 guint index); /* order of priority */
const CatalogueInstrument *catalogue_find_instrument (const Catalogue *catalogue, const char *id);
guint catalogue_n_guidance (const Catalogue *catalogue);
const CatalogueGuidance *catalogue_guidance (const Catalogue *catalogue, guint index);

/* Vocabulary of a kind, in the order of the file. */
guint catalogue_n_terms (const Catalogue *catalogue, CatalogueTermKind kind);
const CatalogueTerm *
catalogue_term (const Catalogue *catalogue, CatalogueTermKind kind, guint index);
const CatalogueTerm *
catalogue_find_term (const Catalogue *catalogue, CatalogueTermKind kind, const char *id);

/* Regions of all levels by code; countries are level 0. Codes are NUTS ("EL", "UK");
 * catalogue_find_country() takes either NUTS or ISO ("GR", "GB"). */
guint catalogue_n_regions (const Catalogue *catalogue);
const CatalogueRegion *catalogue_region (const Catalogue *catalogue, guint index);
const CatalogueRegion *catalogue_find_region (const Catalogue *catalogue, const char *code);
guint catalogue_n_countries (const Catalogue *catalogue);
const CatalogueCountry *catalogue_country (const Catalogue *catalogue,
                                           guint index); /* by English name */
const CatalogueCountry *catalogue_find_country (const Catalogue *catalogue,
                                                const char *nuts_or_iso);

/* NACE: @revision "2" or "2.1". */
guint catalogue_n_divisions (const Catalogue *catalogue, const char *revision);
const CatalogueDivision *
catalogue_division (const Catalogue *catalogue, const char *revision, guint index);
const CatalogueDivision *
catalogue_find_division (const Catalogue *catalogue, const char *revision, const char *code);

guint catalogue_n_outlines (const Catalogue *catalogue);
const CatalogueOutline *catalogue_outline (const Catalogue *catalogue, guint index);

/* The share of enterprises by level of digital intensity, newest v3 year with a figure; NULL when
 * the country has none. @country: NUTS, ISO or "EU27_2020". @size: "small 10-49", "medium 50-249",
 * "SME 10-249", "large 250+", "all 10+". */
const CatalogueBenchmark *
catalogue_find_benchmark (const Catalogue *catalogue, const char *country, const char *size);

/* Search for people: words of name, acronym, alias, city, region name or code, country, term labels
 * and host; case and accents do not matter; every word must be found somewhere. Countries and terms
 * are found by their English words and by those of @language (NULL: English alone). New array of
 * borrowed hubs, best name match first, then by id; all hubs when @words has no word. */
GPtrArray *
catalogue_search_hubs (const Catalogue *catalogue,
                       const char *words,
                       const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

/* Clusters and kinds of support where each of the words begins a word of their names, places,
 * descriptions or services, or stands, with four letters or more, within one, as parts of German
 * words do; likewise in both languages. New arrays of borrowed records in their order, all when
 * @words has no word. */
GPtrArray *
catalogue_search_clusters (const Catalogue *catalogue,
                           const char *words,
                           const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
catalogue_search_instruments (const Catalogue *catalogue,
                              const char *words,
                              const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

/* How many hubs carry a term (for rarity) and how many terms of a kind the catalogue has. */
guint catalogue_term_hubs (const Catalogue *catalogue, CatalogueTermKind kind, const char *id);

/* Great-circle distance in kilometres on the sphere of mean radius 6371.0088 km, unrounded. */
double catalogue_distance_km (double lat1, double lon1, double lat2, double lon2);

G_END_DECLS
