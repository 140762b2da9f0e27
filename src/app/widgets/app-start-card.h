/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A large button that begins something: icon, title, what it is, what it costs. Upright beside
 * others, lying when "narrow". Its accessible name is the title, its description the rest.
 *
 * Properties: "icon-name", "title", "text", "note", "tag" (a pill, may be NULL), "narrow". */
#define APP_TYPE_START_CARD (app_start_card_get_type ())
G_DECLARE_FINAL_TYPE (AppStartCard, app_start_card, APP, START_CARD, GtkButton)

G_END_DECLS
