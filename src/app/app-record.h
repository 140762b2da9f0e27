/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "catalogue/catalogue-query.h"

G_BEGIN_DECLS

/* One hub, cluster or kind of support in a list. Immutable. */
#define APP_TYPE_RECORD (app_record_get_type ())
G_DECLARE_FINAL_TYPE (AppRecord, app_record, APP, RECORD, GObject)

/* Keeps @catalogue, whose the record is. */
AppRecord *app_record_new (Catalogue *catalogue,
                           const CatalogueFound *found) G_GNUC_WARN_UNUSED_RESULT;
const CatalogueFound *app_record_get (AppRecord *self);
Catalogue *app_record_get_catalogue (AppRecord *self);
const char *app_record_get_id (AppRecord *self);
gboolean app_record_is_own (AppRecord *self);
/* What it is called, and "EU-funded hub · Porto, Portugal"; to be freed. */
char *app_record_title (AppRecord *self, AppSession *session) G_GNUC_WARN_UNUSED_RESULT;
char *app_record_detail (AppRecord *self, AppSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Addresses or NULL. Borrowed. */
const char *app_record_get_website (AppRecord *self);
const char *app_record_get_source (AppRecord *self);

G_END_DECLS
