/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The hubs that match best as a list and on the map, clusters, and a search through the whole list.
 * Places: a hub's id. */
#define APP_TYPE_HUBS_PAGE (app_hubs_page_get_type ())
G_DECLARE_FINAL_TYPE (AppHubsPage, app_hubs_page, APP, HUBS_PAGE, AppPage)

G_END_DECLS
