/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* The user's own hubs and kinds of support: a folder in the form of data/ that catalogue_new()
 * takes as a further source. Records are checked as strictly as the reader does before anything is
 * written; files are replaced at once or not at all, and what already stands in them is kept.
 * Errors are BASE_ERROR; those of a record name its member. */

/* What somebody types about a call they have heard of. Its conditions stay unknown until they are
 * ticked. */
typedef struct
{
  const char *title;
  const char *payer;             /* who pays */
  const char *summary;           /* or NULL */
  gint64 amount_eur;             /* for one company, at most, from 1; -1 not known */
  int rate_percent;              /* share of the costs, 1–100; -1 not known */
  const char *const *conditions; /* one sentence each; NULL: none */
  const char *deadline;          /* ISO date, or NULL */
  const char *source;            /* http(s) address, or NULL */
  const char *last_verified;     /* ISO date on which it was typed or read */
} CatalogueOwnInstrument;

/* For a form: is this record complete and right? */
gboolean catalogue_own_check_instrument (const CatalogueOwnInstrument *instrument, GError **error);
/* Adds it to catalogue/instruments.json in @folder, which is made when it is not there. @id (or
 * NULL): the new id, "own-" and the title's words, different from all of @catalogue and of the
 * file. Free with g_free(). */
gboolean catalogue_own_add_instrument (const char *folder,
                                       const Catalogue *catalogue,
                                       const CatalogueOwnInstrument *instrument,
                                       char **id,
                                       GError **error);

/* Writes the record @id anew, in its place; BASE_ERROR_MISSING when the file does not have it. */
gboolean catalogue_own_change_instrument (const char *folder,
                                          const char *id,
                                          const CatalogueOwnInstrument *instrument,
                                          GError **error);

/* @hub: id and own are ignored; name, country, kind, source needed; everything else may be absent
 * (lists NULL).
 * @date: ISO day of the list. Otherwise as for instruments, in catalogue/hubs.json. */
gboolean
catalogue_own_check_hub (const Catalogue *catalogue, const CatalogueHub *hub, GError **error);
gboolean catalogue_own_add_hub (const char *folder,
                                const Catalogue *catalogue,
                                const CatalogueHub *hub,
                                const char *date,
                                char **id,
                                GError **error);
/* Writes the record @id anew, in its place, with its source; BASE_ERROR_MISSING when the file does
 * not have it. @date becomes the day of the user's list. */
gboolean catalogue_own_change_hub (const char *folder,
                                   const Catalogue *catalogue,
                                   const char *id,
                                   const CatalogueHub *hub,
                                   const char *date,
                                   GError **error);

/* Takes a record out again; BASE_ERROR_MISSING when the file does not have it. */
gboolean catalogue_own_remove_instrument (const char *folder, const char *id, GError **error);
gboolean catalogue_own_remove_hub (const char *folder, const char *id, GError **error);

G_END_DECLS
