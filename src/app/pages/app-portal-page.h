/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* What the Commission's portal asks, in its order, to be copied there; and what it said. */
#define APP_TYPE_PORTAL_PAGE (app_portal_page_get_type ())
G_DECLARE_FINAL_TYPE (AppPortalPage, app_portal_page, APP, PORTAL_PAGE, AppPage)

G_END_DECLS
