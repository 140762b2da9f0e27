/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-record.h"
#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* The hubs, clusters and kinds of support of a catalogue as they stand in its files, record by
 * record and member by member: what comparing and updating work on. */

typedef enum
{
  CATALOGUE_RECORD_HUB,
  CATALOGUE_RECORD_CLUSTER,
  CATALOGUE_RECORD_INSTRUMENT,
  CATALOGUE_N_RECORD_KINDS
} CatalogueRecordKind;

typedef struct _CatalogueRecords CatalogueRecords;

/* One file of the project's format (hubs, clusters or kinds of support) or a folder that has one or
 * more of them, itself or in catalogue/. Heads and ids are checked here, everything else by
 * catalogue_new(). */
CatalogueRecords *catalogue_records_load (const char *path,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the program uses without the user's own records: the bundled lists, or the updates of
 * @own_folder (or NULL) in their place. */
CatalogueRecords *catalogue_records_load_used (const char *bundled,
                                               const char *own_folder,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
CatalogueRecords *
catalogue_records_copy (const CatalogueRecords *records) G_GNUC_WARN_UNUSED_RESULT;
void catalogue_records_free (CatalogueRecords *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CatalogueRecords, catalogue_records_free)

/* FALSE: there was no file of this kind. */
gboolean catalogue_records_has (const CatalogueRecords *records, CatalogueRecordKind kind);
/* Of CatalogueRecord, in the order of the file. Borrowed. */
const GPtrArray *catalogue_records_list (const CatalogueRecords *records, CatalogueRecordKind kind);
CatalogueRecord *
catalogue_records_find (const CatalogueRecords *records, CatalogueRecordKind kind, const char *id);
/* Day of the list of hubs; NULL without one. */
const char *catalogue_records_date (const CatalogueRecords *records);
void catalogue_records_set_date (CatalogueRecords *records, const char *date);

/* The record is copied; it takes the place of one with its id, or comes last. */
void catalogue_records_put (CatalogueRecords *records,
                            CatalogueRecordKind kind,
                            const CatalogueRecord *record);
void catalogue_records_remove (CatalogueRecords *records, CatalogueRecordKind kind, const char *id);

/* "hubs": the member of its file that holds the records, and the word for the kind in commands. */
const char *catalogue_record_kind_word (CatalogueRecordKind kind);
/* "catalogue/hubs.json" */
const char *catalogue_record_kind_file (CatalogueRecordKind kind);

/* The text of the file of a kind, in the project's format. */
char *catalogue_records_serialize (const CatalogueRecords *records,
                                   CatalogueRecordKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
