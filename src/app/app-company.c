/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-company.h"

/* A thin coat: list models hold GObjects only. */

struct _AppCompany
{
  GObject parent_instance;

  WorkspaceCompany *company;
};

G_DEFINE_FINAL_TYPE (AppCompany, app_company, G_TYPE_OBJECT)

static void
app_company_finalize (GObject *object)
{
  g_clear_pointer (&APP_COMPANY (object)->company, workspace_company_unref);
  G_OBJECT_CLASS (app_company_parent_class)->finalize (object);
}

static void
app_company_class_init (AppCompanyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_company_finalize;
}

static void
app_company_init (AppCompany *self)
{
}

AppCompany *
app_company_new (WorkspaceCompany *company)
{
  AppCompany *self = g_object_new (APP_TYPE_COMPANY, NULL);

  self->company = workspace_company_ref (company);
  return self;
}

const WorkspaceCompany *
app_company_get (AppCompany *self)
{
  g_return_val_if_fail (APP_IS_COMPANY (self), NULL);
  return self->company;
}
