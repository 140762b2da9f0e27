/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Hubs, clusters and kinds of support apart from any assessment: searched as one types, filtered,
 * looked at in full; own ones added, changed and removed; the lists updated from a file. */
#define APP_TYPE_CATALOGUE_PAGE (app_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (AppCataloguePage, app_catalogue_page, APP, CATALOGUE_PAGE, AppPage)

/* The page is about to be shown: the library is ready. */
void app_catalogue_page_refresh (AppCataloguePage *self);

G_END_DECLS
