/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Where everything begins: the empty home with its three ways in, or what was begun on this
 * computer. */
#define APP_TYPE_HOME_PAGE (app_home_page_get_type ())
G_DECLARE_FINAL_TYPE (AppHomePage, app_home_page, APP, HOME_PAGE, AppPage)

G_END_DECLS
