/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The conditions of the call one by one: whether the applicant says it is met, and the clause, the
 * proof, the name and the day of that statement. Hidden while the call has none. */
#define APP_TYPE_CALL_CONDITIONS (app_call_conditions_get_type ())
G_DECLARE_FINAL_TYPE (AppCallConditions, app_call_conditions, APP, CALL_CONDITIONS, AdwBin)

void app_call_conditions_show (AppCallConditions *self, AppPage *page);

G_END_DECLS
