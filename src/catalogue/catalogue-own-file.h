/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json-writer.h"
#include "catalogue/catalogue-private.h"

G_BEGIN_DECLS

/* Changing one record of a file of the user: read it, write it anew with the change, replace it at
 * once. */

typedef struct
{
  const char *name;   /* in the folder: "catalogue/hubs.json" */
  const char *format; /* "waymark-hubs" */
  const char *array;  /* member that holds the records: "hubs" */
} CatalogueOwnFile;

/* A record to add. */
typedef struct
{
  const char *stem; /* the id is made of: "own-" and the words of this */
  void (*write) (BaseJsonWriter *writer, const char *id, gconstpointer record);
  /* Members of the file before its records; @old is absent for a new file. May be NULL. */
  void (*write_head) (BaseJsonWriter *writer,
                      const BaseJsonCursor *old,
                      const char *id,
                      gconstpointer record);
  gconstpointer record;
} CatalogueOwnRecord;

/* @taken: ids that may not be used again. The new id is returned in @id when it is not NULL. */
gboolean catalogue_own_file_add (const char *folder,
                                 const CatalogueOwnFile *file,
                                 GHashTable *taken,
                                 const CatalogueOwnRecord *record,
                                 char **id,
                                 GError **error);
/* Writes the record @id anew where it stands; everything else stays as it is. */
gboolean catalogue_own_file_change (const char *folder,
                                    const CatalogueOwnFile *file,
                                    const char *id,
                                    const CatalogueOwnRecord *record,
                                    GError **error);
/* All members but the record stay as they are. */
gboolean catalogue_own_file_remove (const char *folder,
                                    const CatalogueOwnFile *file,
                                    const char *id,
                                    GError **error);

/* Writes what stands at @from, whatever it is. */
void catalogue_own_copy (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from);

G_END_DECLS
