/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* What the company plans: goal, technologies, help wanted, partners, money, a call. Reached from
 * Company and Support. */
#define APP_TYPE_PROJECT_PAGE (app_project_page_get_type ())
G_DECLARE_FINAL_TYPE (AppProjectPage, app_project_page, APP, PROJECT_PAGE, AppPage)

G_END_DECLS
