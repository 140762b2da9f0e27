/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-arena.h"
#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* What the files of this room share: the value under construction, and one reader for each data
 * file. A reader puts what it finds into the catalogue and keeps problems in the document
 * (base_json_fail()); nobody looks at the catalogue of a document that failed. */

typedef struct
{
  CatalogueTerm *terms; /* in file order */
  guint *hubs;          /* how many hubs carry each */
  guint n;
  GHashTable *by_id; /* → CatalogueTerm */
} CatalogueTerms;

typedef struct
{
  CatalogueDivision *divisions;
  guint n;
  GHashTable *by_code;
} CatalogueDivisions;

#define CATALOGUE_N_REVISIONS 2

#define CATALOGUE_FORMAT_VERSION 1
#define CATALOGUE_FILE_CAP ((gsize)16 * 1024 * 1024)

struct _Catalogue
{
  CatalogueArena *arena; /* owns every string and record */
  char *sha256;
  const char *date;

  CatalogueTerms terms[CATALOGUE_N_TERM_KINDS];

  GPtrArray *countries; /* by English name */
  GHashTable *countries_by_code;
  GPtrArray *regions; /* by code */
  GHashTable *regions_by_code;
  CatalogueDivisions divisions[CATALOGUE_N_REVISIONS];
  CatalogueOutline *outlines;
  guint n_outlines;
  CatalogueBenchmark *benchmarks;
  guint n_benchmarks;

  GPtrArray *clusters;
  GHashTable *clusters_by_id;
  GPtrArray *hubs;
  GHashTable *hubs_by_id;
  GPtrArray *instruments; /* by priority */
  GHashTable *instruments_by_id;
  GPtrArray *guidance;
};

/* Readers, in the order in which they may rely on each other. @own: a file of the user, after the
 * bundled one. */
void catalogue_read_vocabulary (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_regions (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_divisions (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_outlines (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_benchmarks (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_clusters (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_hubs (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_instruments (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);
void catalogue_read_guidance (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own);

/* After all hubs of all sources: their links to each other, and how many hubs carry each term. */
void catalogue_check_hub_links (const Catalogue *catalogue, const BaseJsonCursor *root);
void catalogue_count_hub_terms (Catalogue *catalogue);

/* After all hubs: the user's words in @folder (catalogue-contacts.h), which may have none. */
gboolean catalogue_contacts_read (Catalogue *catalogue, const char *folder, GError **error);

/* The first two members of every file: its format and a version that this program reads. */
gboolean catalogue_check_head (BaseJson *json, const char *format, GError **error);

/* Where the user's newer lists stand in their folder. */
#define CATALOGUE_UPDATE_FOLDER "update"
/* The newer list that stands in the place of the file @name ("catalogue/hubs.json") of the first of
 * @sources: that of the last source which has one; NULL when none has, or when the first one's own
 * list is of a later day, as after an upgrade of the program. Free with g_free(). */
char *catalogue_updated_path (const char *const *sources, const char *name);

/* Sort functions for arrays of pointers to records. */
int catalogue_compare_ids (gconstpointer a,
                           gconstpointer b); /* records that begin with const char *id */

void catalogue_terms_clear (Catalogue *catalogue);
void catalogue_divisions_clear (Catalogue *catalogue);

G_END_DECLS
