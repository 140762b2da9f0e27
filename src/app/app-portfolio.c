/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-portfolio.h"

#include "app/app-store.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* One question to the store, one pass over its answer. */

struct _AppPortfolio
{
  GObject parent_instance;

  AppSession *session;  /* borrowed */
  GPtrArray *everybody; /* WorkspaceCompany */
  char *stage, *chosen;
  char *filters[APP_PORTFOLIO_N_FILTERS];
  ConsultationPortfolio *figures;
};

G_DEFINE_FINAL_TYPE (AppPortfolio, app_portfolio, G_TYPE_OBJECT)

static guint counted_signal;

static void
app_portfolio_finalize (GObject *object)
{
  AppPortfolio *self = APP_PORTFOLIO (object);

  g_clear_pointer (&self->figures, consultation_portfolio_free);
  g_clear_pointer (&self->everybody, g_ptr_array_unref);
  g_free (self->stage);
  g_free (self->chosen);
  for (guint i = 0; i < APP_PORTFOLIO_N_FILTERS; i++)
    g_free (self->filters[i]);
  G_OBJECT_CLASS (app_portfolio_parent_class)->finalize (object);
}

static void
app_portfolio_class_init (AppPortfolioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_portfolio_finalize;

  counted_signal = g_signal_new ("counted", APP_TYPE_PORTFOLIO, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
app_portfolio_init (AppPortfolio *self)
{
}

AppPortfolio *
app_portfolio_new (AppSession *session)
{
  AppPortfolio *self = g_object_new (APP_TYPE_PORTFOLIO, NULL);

  g_return_val_if_fail (APP_IS_SESSION (session), NULL);
  self->session = session;
  return self;
}

/* --- counting --------------------------------------------------------------------------------- */

static gboolean
count (AppPortfolio *self, GError **error)
{
  const WorkspaceQuery query = {
    .sector = self->filters[APP_PORTFOLIO_SECTOR],
    .region = self->filters[APP_PORTFOLIO_REGION],
    .size = self->filters[APP_PORTFOLIO_SIZE],
    .band = self->filters[APP_PORTFOLIO_BAND],
    .tag = self->filters[APP_PORTFOLIO_TAG],
  };
  Workspace *workspace = app_portfolio_get_workspace (self);
  g_autoptr (GPtrArray) companies
      = workspace != NULL ? workspace_list_companies (workspace, &query, NULL, error) : NULL;

  if (companies == NULL)
    return FALSE;
  g_clear_pointer (&self->figures, consultation_portfolio_free);
  self->figures
      = consultation_portfolio_new (companies, app_portfolio_get_pack (self), self->stage);
  g_signal_emit (self, counted_signal, 0);
  return TRUE;
}

gboolean
app_portfolio_refresh (AppPortfolio *self, GError **error)
{
  const WorkspaceQuery all = { 0 };
  Workspace *workspace;

  g_return_val_if_fail (APP_IS_PORTFOLIO (self), FALSE);

  g_clear_pointer (&self->everybody, g_ptr_array_unref);
  workspace = app_portfolio_get_workspace (self);
  if (workspace != NULL)
    self->everybody = workspace_list_companies (workspace, &all, NULL, error);
  return self->everybody != NULL && count (self, error);
}

/* Rows are immutable and shared with the store: the same pointer is the same row. */
static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

void
app_portfolio_follow (AppPortfolio *self)
{
  const WorkspaceQuery all = { 0 };
  Workspace *workspace;
  g_autoptr (GPtrArray) now = NULL;

  g_return_if_fail (APP_IS_PORTFOLIO (self));

  workspace = app_portfolio_get_workspace (self);
  now = workspace != NULL ? workspace_list_companies (workspace, &all, NULL, NULL) : NULL;
  if (now == NULL || is_same (now, self->everybody))
    return;
  g_clear_pointer (&self->everybody, g_ptr_array_unref);
  self->everybody = g_steal_pointer (&now);
  count (self, NULL);
}

static void
count_again (AppPortfolio *self)
{
  g_autoptr (GError) error = NULL;

  if (self->figures != NULL && !count (self, &error))
    g_message ("%s", error != NULL ? error->message : "no workspace");
}

void
app_portfolio_set_stage (AppPortfolio *self, const char *stage)
{
  g_return_if_fail (APP_IS_PORTFOLIO (self));
  if (app_choice_take (&self->stage, stage))
    count_again (self);
}

const char *
app_portfolio_get_stage (AppPortfolio *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  return self->stage;
}

void
app_portfolio_set_filter (AppPortfolio *self, AppPortfolioFilter filter, const char *id)
{
  g_return_if_fail (APP_IS_PORTFOLIO (self));
  g_return_if_fail (filter < APP_PORTFOLIO_N_FILTERS);
  if (app_choice_take (&self->filters[filter], id))
    count_again (self);
}

const char *
app_portfolio_get_filter (AppPortfolio *self, AppPortfolioFilter filter)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  g_return_val_if_fail (filter < APP_PORTFOLIO_N_FILTERS, NULL);
  return self->filters[filter];
}

/* --- one of them ------------------------------------------------------------------------------ */

void
app_portfolio_choose (AppPortfolio *self, const char *company_id)
{
  g_return_if_fail (APP_IS_PORTFOLIO (self));
  if (app_choice_take (&self->chosen, company_id) && self->figures != NULL)
    g_signal_emit (self, counted_signal, 0);
}

const WorkspaceCompany *
app_portfolio_get_chosen (AppPortfolio *self)
{
  const GPtrArray *companies;

  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);

  if (self->chosen == NULL || self->figures == NULL)
    return NULL;
  companies = consultation_portfolio_companies (self->figures);
  for (guint i = 0; i < companies->len; i++)
    if (g_strcmp0 (((const WorkspaceCompany *)companies->pdata[i])->id, self->chosen) == 0)
      return companies->pdata[i];
  return NULL;
}

/* --- choices ---------------------------------------------------------------------------------- */

static void
collect (const WorkspaceCompany *company, AppPortfolioFilter filter, GHashTable *ids)
{
  const WorkspaceStage *stage = workspace_company_latest (company);
  const char *id = NULL;

  if (filter == APP_PORTFOLIO_REGION)
    id = company->region;
  else if (filter == APP_PORTFOLIO_SIZE)
    id = stage != NULL ? stage->size : NULL;
  else if (filter == APP_PORTFOLIO_BAND)
    id = stage != NULL ? stage->band : NULL;
  if (id != NULL)
    g_hash_table_add (ids, (gpointer)id);
  for (guint i = 0; filter == APP_PORTFOLIO_SECTOR && company->sectors[i] != NULL; i++)
    g_hash_table_add (ids, (gpointer)company->sectors[i]);
  for (guint i = 0; filter == APP_PORTFOLIO_TAG && company->tags[i] != NULL; i++)
    g_hash_table_add (ids, (gpointer)company->tags[i]);
}

static char *
title_of (gpointer self, guint filter, const char *id)
{
  static const ConsultationGroupKind kinds[] = {
    [APP_PORTFOLIO_SECTOR] = CONSULTATION_GROUP_SECTOR,
    [APP_PORTFOLIO_REGION] = CONSULTATION_GROUP_REGION,
    [APP_PORTFOLIO_SIZE] = CONSULTATION_GROUP_SIZE,
    [APP_PORTFOLIO_BAND] = CONSULTATION_GROUP_BAND,
  };

  if (filter == APP_PORTFOLIO_TAG)
    return g_strdup (id);
  return consultation_sheet_group_name (kinds[filter], id, app_portfolio_get_catalogue (self),
                                        app_portfolio_get_pack (self),
                                        app_portfolio_get_language (self));
}

GListModel *
app_portfolio_choices (AppPortfolio *self, AppPortfolioFilter filter, const char *any)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);

  for (guint i = 0; self->everybody != NULL && i < self->everybody->len; i++)
    collect (self->everybody->pdata[i], filter, ids);
  return app_choice_list_ids (ids, title_of, self, filter, app_portfolio_get_language (self), any);
}

/* --- reading ---------------------------------------------------------------------------------- */

const ConsultationPortfolio *
app_portfolio_get_figures (AppPortfolio *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  return self->figures;
}

GPtrArray *
app_portfolio_get_everybody (AppPortfolio *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  return self->everybody;
}

SurveyPack *
app_portfolio_get_pack (AppPortfolio *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  return app_library_get_pack (app_session_get_library (self->session), "dma-sme");
}

Catalogue *
app_portfolio_get_catalogue (AppPortfolio *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  return app_library_get_catalogue (app_session_get_library (self->session));
}

BaseLanguage *
app_portfolio_get_language (AppPortfolio *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  return app_session_get_language (self->session);
}

AppSession *
app_portfolio_get_session (AppPortfolio *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);
  return self->session;
}

Workspace *
app_portfolio_get_workspace (AppPortfolio *self)
{
  AppStore *store;

  g_return_val_if_fail (APP_IS_PORTFOLIO (self), NULL);

  store = app_session_get_store (self->session);
  return store != NULL ? app_store_get_workspace (store) : NULL;
}

WorkspaceHub
app_portfolio_get_hub (AppPortfolio *self)
{
  Workspace *workspace = app_portfolio_get_workspace (self);

  return workspace != NULL ? workspace_get_hub (workspace) : WORKSPACE_HUB_DEFAULTS;
}

char *
app_portfolio_say_points (AppPortfolio *self, gboolean known, int hundredths)
{
  const int rounded = hundredths < 0 ? -((-hundredths + 50) / 100) : (hundredths + 50) / 100;

  return known ? base_language_integer (app_portfolio_get_language (self), rounded)
               : g_strdup ("–");
}

char *
app_portfolio_say_count (AppPortfolio *self, gint64 n)
{
  return base_language_integer (app_portfolio_get_language (self), n);
}
