/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The people of a company who answer separately, how far they are apart, and what the meeting
 * agreed. For advisers. */
#define APP_TYPE_PEOPLE_PAGE (app_people_page_get_type ())
G_DECLARE_FINAL_TYPE (AppPeoplePage, app_people_page, APP, PEOPLE_PAGE, AppPage)

G_END_DECLS
