/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-profile.h"

G_BEGIN_DECLS

/* The areas as a dot plot, or as a table with the same figures. Signal "activated" (guint): an area
 * was chosen in the plot. */
#define APP_TYPE_SCORES_CARD (app_scores_card_get_type ())
G_DECLARE_FINAL_TYPE (AppScoresCard, app_scores_card, APP, SCORES_CARD, GtkBox)

void app_scores_card_show (AppScoresCard *self,
                           AppSession *session,
                           const Advice *advice,
                           const AppProfile *profile);

G_END_DECLS
