/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-record.h"

G_BEGIN_DECLS

/* One record of the catalogue with all it says: name, ways to its pages on the web and to the
 * records it is linked with, each fact, source and day. Own records can be changed and removed.
 *
 * Beside a hub of the catalogue stands whom the user knows there, which is typed here.
 *
 * Actions it uses: win.open-uri, catalogue.show ("hubs:ID"), catalogue.edit, catalogue.remove,
 * catalogue.contact ("words"). */
#define APP_TYPE_RECORD_VIEW (app_record_view_get_type ())
G_DECLARE_FINAL_TYPE (AppRecordView, app_record_view, APP, RECORD_VIEW, GtkBox)

/* @record may be NULL: nothing is chosen. */
void app_record_view_show (AppRecordView *self, AppSession *session, AppRecord *record);

G_END_DECLS
