/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* What a reader of the report would ask about: answers that exclude each other, questions without
 * an answer, facts that would settle a kind of support. Each row leads to the place where it is
 * answered. */
#define APP_TYPE_OPEN_POINTS (app_open_points_get_type ())
G_DECLARE_FINAL_TYPE (AppOpenPoints, app_open_points, APP, OPEN_POINTS, AdwBin)

/* Shows the open points of the page's Advice. */
void app_open_points_show (AppOpenPoints *self, AppPage *page);

G_END_DECLS
