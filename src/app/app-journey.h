/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-pages.h"
#include "app/app-session.h"

G_BEGIN_DECLS

/* The open assessment: the way, the header bar, the pages and the side pane. Made with the first
 * document, not with the window: nothing of it is needed to show Home.
 *
 * Properties: "narrow" (there is no room for the way beside the page), "show-pane" (the person
 * wants the side pane where a page has one). */
#define APP_TYPE_JOURNEY (app_journey_get_type ())
G_DECLARE_FINAL_TYPE (AppJourney, app_journey, APP, JOURNEY, GtkBox)

/* @menu: the main menu of the window. */
AppJourney *app_journey_new (AppSession *session, GMenuModel *menu) G_GNUC_WARN_UNUSED_RESULT;

/* Shows a page and, unless it is NULL, a place of it; a document must be open. */
void app_journey_show (AppJourney *self, const AppPageInfo *info, const char *place);
void app_journey_toggle_pane (AppJourney *self);
/* The id of the page that is seen; NULL before the first. Borrowed. */
const char *app_journey_get_page_id (AppJourney *self);

G_END_DECLS
