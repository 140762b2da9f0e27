/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The plan in full: targets, what counts in the ranking, effort and effect as a picture and as a
 * list, own actions, who does what by when. The plan page is the short form. */
#define APP_TYPE_ACTIONS_PAGE (app_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (AppActionsPage, app_actions_page, APP, ACTIONS_PAGE, AppPage)

G_END_DECLS
