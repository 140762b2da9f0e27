/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Who will read the report, in which language, on which paper; the pages as they will print; the
 * file. A place is the name of a profile: "hub-sheet". */
#define APP_TYPE_REPORT_PAGE (app_report_page_get_type ())
G_DECLARE_FINAL_TYPE (AppReportPage, app_report_page, APP, REPORT_PAGE, AppPage)

G_END_DECLS
