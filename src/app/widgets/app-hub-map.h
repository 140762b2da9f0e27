/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The hubs around the company on a map of Europe: the listed ones with their number, the others as
 * dots. Arrows move it, + and - zoom, Home fits it; pointer and wheel do the same. An image for
 * screen readers, with the facts of the list as its description.
 *
 * Property "selected" (a CatalogueHub or NULL, borrowed from the Advice shown); signal "chosen":
 * somebody pressed on a hub, which is now selected. */
#define APP_TYPE_HUB_MAP (app_hub_map_get_type ())
G_DECLARE_FINAL_TYPE (AppHubMap, app_hub_map, APP, HUB_MAP, GtkWidget)

/* Shows the hubs of the page's Advice, which the map keeps. */
void app_hub_map_show (AppHubMap *self, AppPage *page);

const CatalogueHub *app_hub_map_get_selected (AppHubMap *self);
/* Moves the map when the hub lies outside of it. NULL for none. */
void app_hub_map_set_selected (AppHubMap *self, const CatalogueHub *hub);

/* @factor > 1 is nearer. */
void app_hub_map_zoom (AppHubMap *self, double factor);
/* Company and listed hubs fill the map again. */
void app_hub_map_fit (AppHubMap *self);

G_END_DECLS
