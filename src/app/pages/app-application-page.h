/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* "Ready to submit?": the fields of an application's annex, and what it still lacks. */
#define APP_TYPE_APPLICATION_PAGE (app_application_page_get_type ())
G_DECLARE_FINAL_TYPE (AppApplicationPage, app_application_page, APP, APPLICATION_PAGE, AppPage)

G_END_DECLS
