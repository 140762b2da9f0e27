/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"
#include "workspace/workspace-company.h"

G_BEGIN_DECLS

/* One company as an item of a list model. Immutable. */
#define APP_TYPE_COMPANY (app_company_get_type ())
G_DECLARE_FINAL_TYPE (AppCompany, app_company, APP, COMPANY, GObject)

/* Takes a reference. */
AppCompany *app_company_new (WorkspaceCompany *company) G_GNUC_WARN_UNUSED_RESULT;
const WorkspaceCompany *app_company_get (AppCompany *self);

G_END_DECLS
