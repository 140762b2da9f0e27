/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-records.h"

G_BEGIN_DECLS

/* Shared by the files that read, keep and write lists of records. */

typedef struct
{
  const char *file, *format, *array;
  const char *name; /* the member by which people know a record */
} CatalogueRecordKindFile;

extern const CatalogueRecordKindFile catalogue_record_kinds[CATALOGUE_N_RECORD_KINDS];

struct _CatalogueRecords
{
  GPtrArray *lists[CATALOGUE_N_RECORD_KINDS];  /* NULL: not there */
  GHashTable *by_id[CATALOGUE_N_RECORD_KINDS]; /* → CatalogueRecord */
  char *heads[CATALOGUE_N_RECORD_KINDS];       /* members of the file that are kept as they are */
  char *date;
};

/* The value as JSON, members of objects sorted, so that equal values are equal texts. */
char *catalogue_record_json (const BaseJsonCursor *at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
