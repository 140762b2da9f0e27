/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "catalogue/catalogue-update.h"

G_BEGIN_DECLS

/* One change that a newer list would make, and whether it is accepted (property "accepted"). The
 * diff must outlive it. */
#define APP_TYPE_RECORD_CHANGE (app_record_change_get_type ())
G_DECLARE_FINAL_TYPE (AppRecordChange, app_record_change, APP, RECORD_CHANGE, GObject)

AppRecordChange *app_record_change_new (const CatalogueChange *change) G_GNUC_WARN_UNUSED_RESULT;
const CatalogueChange *app_record_change_get (AppRecordChange *self);
gboolean app_record_change_get_accepted (AppRecordChange *self);
void app_record_change_set_accepted (AppRecordChange *self, gboolean accepted);
/* "New hub", "Hub changed: technologies, website"; to be freed. */
char *app_record_change_title (AppRecordChange *self) G_GNUC_WARN_UNUSED_RESULT;
/* Member by member, a line each, lists by what comes and goes; "" for a new or removed record. */
char *app_record_change_details (AppRecordChange *self,
                                 AppSession *session,
                                 const Catalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
