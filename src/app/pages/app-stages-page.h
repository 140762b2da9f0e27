/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The company's assessments over time: begin the next one, finish this one, what the hub delivered.
 */
#define APP_TYPE_STAGES_PAGE (app_stages_page_get_type ())
G_DECLARE_FINAL_TYPE (AppStagesPage, app_stages_page, APP, STAGES_PAGE, AppPage)

G_END_DECLS
