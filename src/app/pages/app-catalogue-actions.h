/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pages/app-catalogue-page.h"

G_BEGIN_DECLS

/* What is done with the catalogue from its page: own hubs and calls added, changed, removed; newer
 * lists taken over; all of it taken back. */

/* The actions "catalogue.add-hub", "add-call", "edit", "remove", "contact", "undo", "update", "undo-update" of
 * the page's class. */
void app_catalogue_actions_install (GtkWidgetClass *page_class);
/* Whether there is something to take back; the page itself knows whether the chosen record can be
 * changed. */
void app_catalogue_actions_update (AppCataloguePage *page);

G_END_DECLS
