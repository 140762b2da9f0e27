/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A list of the document as an expander a thing, with buttons to add and to remove: partners,
 * owners, aid. Property "path" ("project.partners"), which decides what is asked of each. */
#define APP_TYPE_ITEMS_GROUP (app_items_group_get_type ())
G_DECLARE_FINAL_TYPE (AppItemsGroup, app_items_group, APP, ITEMS_GROUP, AdwBin)

/* Opens the newest item and puts the focus on it. */
void app_items_group_open_last (AppItemsGroup *self);

G_END_DECLS
