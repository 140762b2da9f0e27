/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Where the company stands: words first, then the figures, then why. Place: an area's id opens why
 * it has its score. */
#define APP_TYPE_RESULTS_PAGE (app_results_page_get_type ())
G_DECLARE_FINAL_TYPE (AppResultsPage, app_results_page, APP, RESULTS_PAGE, AppPage)

G_END_DECLS
