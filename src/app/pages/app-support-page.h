/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* What can be asked for today, what would settle more, and each kind of support with its criteria.
 * Places: an instrument's id. */
#define APP_TYPE_SUPPORT_PAGE (app_support_page_get_type ())
G_DECLARE_FINAL_TYPE (AppSupportPage, app_support_page, APP, SUPPORT_PAGE, AppPage)

G_END_DECLS
