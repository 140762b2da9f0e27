/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The open assessment beside an earlier one: scores, what moved them, support that changed. */
#define APP_TYPE_COMPARE_PAGE (app_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (AppComparePage, app_compare_page, APP, COMPARE_PAGE, AppPage)

G_END_DECLS
