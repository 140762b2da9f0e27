/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-record-change.h"

G_BEGIN_DECLS

/* One change of a newer list: accepted or not, what it is, and each member before and after. */
#define APP_TYPE_UPDATE_CELL (app_update_cell_get_type ())
G_DECLARE_FINAL_TYPE (AppUpdateCell, app_update_cell, APP, UPDATE_CELL, GtkBox)

GtkWidget *app_update_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @change NULL: lets go of what it showed. */
void app_update_cell_show (AppUpdateCell *self,
                           AppSession *session,
                           const Catalogue *catalogue,
                           AppRecordChange *change);

G_END_DECLS
