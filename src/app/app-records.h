/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-record.h"

G_BEGIN_DECLS

/* What was found in the catalogue, as a list model of AppRecord: with words the best first, else by
 * name. */
#define APP_TYPE_RECORDS (app_records_get_type ())
G_DECLARE_FINAL_TYPE (AppRecords, app_records, APP, RECORDS, GObject)

typedef enum
{
  APP_RECORDS_COUNTRY,
  APP_RECORDS_REGION,
  APP_RECORDS_SECTOR,
  APP_RECORDS_TECHNOLOGY,
  APP_RECORDS_SERVICE,
  APP_RECORDS_N_FILTERS
} AppRecordsFilter;

/* @session is borrowed from the page; its library must be ready. */
AppRecords *app_records_new (AppSession *session) G_GNUC_WARN_UNUSED_RESULT;

void app_records_set_words (AppRecords *self, const char *words);
/* Bits 1 << CATALOGUE_RECORD_…; 0: all. */
void app_records_set_kinds (AppRecords *self, guint kinds, gboolean own);
/* NULL or "": any. Another country forgets the region. */
void app_records_set_filter (AppRecords *self, AppRecordsFilter filter, const char *id);
const char *app_records_get_filter (AppRecords *self, AppRecordsFilter filter);
guint app_records_n_filters (AppRecords *self); /* that are set */
void app_records_clear (AppRecords *self);      /* words and filters */
/* The catalogue is another one now. */
void app_records_reload (AppRecords *self);

/* Position of a record; G_MAXUINT: it is not among those found. */
guint app_records_find (AppRecords *self, CatalogueRecordKind kind, const char *id);
/* Ids of a filter that the catalogue's records have, by name; first @any with the id "". New list
 * of AppChoice. */
GListModel *app_records_choices (AppRecords *self,
                                 AppRecordsFilter filter,
                                 const char *any) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
