/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "app/app-companies.h"
#include "app/app-company.h"

G_BEGIN_DECLS

/* An adviser's Home with three companies, and its list. */
AppWindow *app_fixture_companies_window (AppApplication *application);
AppCompanies *app_fixture_companies_of (AppWindow *window);
/* The sample under another name, as it comes from a company: without a summary. */
void app_fixture_companies_add (AppApplication *application, const char *name, const char *region);
/* Lists them now. */
guint app_fixture_companies_count (AppCompanies *companies);
/* NULL: there are fewer. Borrowed until they are listed again. */
const WorkspaceCompany *app_fixture_companies_nth (AppCompanies *companies, guint position);

G_END_DECLS
