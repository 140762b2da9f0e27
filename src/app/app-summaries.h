/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-library.h"
#include "app/app-store.h"

G_BEGIN_DECLS

/* Computes what lists show of assessments that came without it (imported, written by an earlier
 * version, or changed by a merge): one at a time while nothing else is to be done. */
#define APP_TYPE_SUMMARIES (app_summaries_get_type ())
G_DECLARE_FINAL_TYPE (AppSummaries, app_summaries, APP, SUMMARIES, GObject)

AppSummaries *app_summaries_new (AppLibrary *library, AppStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* Looks for assessments without a current summary and begins; does nothing while it runs. */
void app_summaries_start (AppSummaries *self);

G_END_DECLS
