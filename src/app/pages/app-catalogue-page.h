/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "app/app-record.h"

G_BEGIN_DECLS

/* Hubs, clusters and kinds of support apart from any assessment: searched as one types, filtered,
 * looked at in full; own ones added, changed and removed; the lists updated from a file. */
#define APP_TYPE_CATALOGUE_PAGE (app_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (AppCataloguePage, app_catalogue_page, APP, CATALOGUE_PAGE, AppPage)

/* The page is about to be shown: the library is ready. */
void app_catalogue_page_refresh (AppCataloguePage *self);
/* The record that is shown; borrowed, NULL when nothing was found. */
AppRecord *app_catalogue_page_get_chosen (AppCataloguePage *self);
/* Chooses a record and shows it, whatever was searched for. */
void app_catalogue_page_show (AppCataloguePage *self, CatalogueRecordKind kind, const char *id);
/* Where there is room for one only: the list instead of the record. */
void app_catalogue_page_show_list (AppCataloguePage *self);

G_END_DECLS
