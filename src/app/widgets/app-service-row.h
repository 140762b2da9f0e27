/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Something to ask a hub for today: what and why; open, the nearest fitting hub and the question to
 * copy. */
#define APP_TYPE_SERVICE_ROW (app_service_row_get_type ())
G_DECLARE_FINAL_TYPE (AppServiceRow, app_service_row, APP, SERVICE_ROW, AdwExpanderRow)

/* Made anew with each Advice; nothing of @service is kept but its id. */
GtkWidget *app_service_row_new (AppPage *page,
                                const AdviceService *service) G_GNUC_WARN_UNUSED_RESULT;
const char *app_service_row_get_id (AppServiceRow *self);

G_END_DECLS
