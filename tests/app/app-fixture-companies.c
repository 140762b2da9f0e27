/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture-companies.h"

#include "app/app-store.h"
#include "app/widgets/app-company-list.h"
#include "base/base-data.h"
#include "workspace/workspace.h"

void
app_fixture_companies_add (AppApplication *application, const char *name, const char *region)
{
  g_autofree char *path = base_data_path ("samples/sample-metalworks.json", NULL);
  g_autoptr (AssessmentDocument) sample = assessment_document_load (path, NULL);
  g_autoptr (AssessmentDocument) nameless = assessment_document_without (sample, "id");
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (nameless, "company.name", name, NULL);
  g_autoptr (AssessmentDocument) placed
      = assessment_document_with_string (named, "company.region", region, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) stored = workspace_create_assessment (
      app_store_get_workspace (app_application_get_store (application)), placed, NULL, &error);

  g_assert_no_error (error);
}

AppCompanies *
app_fixture_companies_of (AppWindow *window)
{
  return app_company_list_get_companies (
      APP_COMPANY_LIST (app_fixture_nth (window, APP_TYPE_COMPANY_LIST, 0)));
}

guint
app_fixture_companies_count (AppCompanies *companies)
{
  app_companies_list_now (companies);
  return g_list_model_get_n_items (G_LIST_MODEL (companies));
}

const WorkspaceCompany *
app_fixture_companies_nth (AppCompanies *companies, guint position)
{
  g_autoptr (AppCompany) item = g_list_model_get_item (G_LIST_MODEL (companies), position);

  return item != NULL ? app_company_get (item) : NULL; /* the model keeps it */
}

AppWindow *
app_fixture_companies_window (AppApplication *application)
{
  AppStore *store = app_application_get_store (application);
  AppWindow *window = app_fixture_window (application);

  app_fixture_wait (app_store_is_open (store));
  if (g_list_model_get_n_items (app_store_get_entries (store)) == 0)
    {
      app_fixture_companies_add (application, "Árvore Moldes", "PT16");
      app_fixture_companies_add (application, "Beira Conservas", "PT11");
      app_fixture_companies_add (application, "Casa do Pão", "PT11");
      app_store_refresh (store);
    }
  app_window_go (window, "home");
  app_fixture_wait (app_fixture_nth (window, APP_TYPE_COMPANY_LIST, 0) != NULL);
  return window;
}
