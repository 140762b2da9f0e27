/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* A standard or law with why it concerns this company; opens to what it says, from when, and where
 * it stands. */
#define APP_TYPE_GUIDANCE_ROW (app_guidance_row_get_type ())
G_DECLARE_FINAL_TYPE (AppGuidanceRow, app_guidance_row, APP, GUIDANCE_ROW, AdwExpanderRow)

/* @guidance may go afterwards; its catalogue's strings must live as long as the row. */
GtkWidget *app_guidance_row_new (AppPage *page,
                                 const AdviceGuidance *guidance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
