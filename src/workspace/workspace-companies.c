/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-companies.h"

#include "workspace/workspace-private.h"
#include "workspace/workspace-store-company.h"
#include "workspace/workspace-store-private.h"

/* The owner's side of companies. */

typedef struct
{
  const char *company_id;
  const char *text; /* assessment, day */
  const char *const *tags;
  const WorkspaceQuery *query;
  const WorkspaceHub *hub;
  gboolean flag;
  gint64 time;

  guint n_found;
  WorkspaceHub found_hub;
  gpointer result;
} Call;

static gboolean
list_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->result = workspace_store_list_companies (store, call->query, &call->n_found, error);
  return call->result != NULL;
}

static void
prefetch_in_thread (WorkspaceStore *store, gpointer unused)
{
  const WorkspaceQuery none = { .company = "" };
  GPtrArray *found = workspace_store_list_companies (store, &none, NULL, NULL);

  /* What went wrong is said to the one who asks. */
  if (found != NULL)
    g_ptr_array_unref (found);
}

void
workspace_prefetch_companies (Workspace *workspace)
{
  g_return_if_fail (workspace != NULL);

  _workspace_post (workspace, prefetch_in_thread);
}

GPtrArray *
workspace_list_companies (Workspace *workspace,
                          const WorkspaceQuery *query,
                          guint *n_found,
                          GError **error)
{
  Call call = { .query = query };

  g_return_val_if_fail (workspace != NULL && query != NULL, NULL);

  if (!_workspace_read (workspace, list_in_thread, &call, error))
    return NULL;
  if (n_found != NULL)
    *n_found = call.n_found;
  return call.result;
}

static gboolean
count_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->n_found = workspace_store_count_companies (store, call->n_found, error);
  return TRUE;
}

guint
workspace_count_companies (Workspace *workspace, guint most)
{
  Call call = { .n_found = most };

  g_return_val_if_fail (workspace != NULL, 0);

  return _workspace_read (workspace, count_in_thread, &call, NULL) ? call.n_found : 0;
}

static gboolean
get_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->result = workspace_store_get_company (store, call->company_id, error);
  return call->result != NULL;
}

WorkspaceCompany *
workspace_get_company (Workspace *workspace, const char *company_id, GError **error)
{
  Call call = { .company_id = company_id };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, NULL);

  return _workspace_read (workspace, get_in_thread, &call, error) ? call.result : NULL;
}

static gboolean
find_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->result = _workspace_store_company_of (store, call->text);
  return TRUE;
}

char *
workspace_find_company_of (Workspace *workspace, const char *assessment_id)
{
  Call call = { .text = assessment_id };

  g_return_val_if_fail (workspace != NULL && assessment_id != NULL, NULL);

  return _workspace_read (workspace, find_in_thread, &call, NULL) ? call.result : NULL;
}

static gboolean
set_archived_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_set_archived (store, call->company_id, call->flag, error);
}

gboolean
workspace_set_archived (Workspace *workspace,
                        const char *company_id,
                        gboolean archived,
                        GError **error)
{
  Call call = { .company_id = company_id, .flag = archived };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, FALSE);

  return _workspace_write (workspace, set_archived_in_thread, &call, error);
}

static gboolean
set_tags_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_set_tags (store, call->company_id, call->tags, error);
}

gboolean
workspace_set_tags (Workspace *workspace,
                    const char *company_id,
                    const char *const *tags,
                    GError **error)
{
  Call call = { .company_id = company_id, .tags = tags };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, FALSE);

  return _workspace_write (workspace, set_tags_in_thread, &call, error);
}

static gboolean
set_retention_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_set_retention (store, call->company_id, call->text, error);
}

gboolean
workspace_set_retention (Workspace *workspace,
                         const char *company_id,
                         const char *until,
                         GError **error)
{
  Call call = { .company_id = company_id, .text = until };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, FALSE);

  return _workspace_write (workspace, set_retention_in_thread, &call, error);
}

static gboolean
move_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_move_assessment (store, call->text, call->company_id, error);
}

gboolean
workspace_move_assessment (Workspace *workspace,
                           const char *assessment_id,
                           const char *company_id,
                           GError **error)
{
  Call call = { .company_id = company_id, .text = assessment_id };

  g_return_val_if_fail (workspace != NULL && assessment_id != NULL && company_id != NULL, FALSE);

  return _workspace_write (workspace, move_in_thread, &call, error);
}

static gboolean
get_hub_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->found_hub = workspace_store_get_hub (store);
  return TRUE;
}

WorkspaceHub
workspace_get_hub (Workspace *workspace)
{
  Call call = { .found_hub = WORKSPACE_HUB_DEFAULTS };

  g_return_val_if_fail (workspace != NULL, call.found_hub);

  _workspace_read (workspace, get_hub_in_thread, &call, NULL);
  return call.found_hub;
}

static gboolean
set_hub_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_set_hub (store, call->hub, error);
}

gboolean
workspace_set_hub (Workspace *workspace, const WorkspaceHub *hub, GError **error)
{
  Call call = { .hub = hub };

  g_return_val_if_fail (workspace != NULL && hub != NULL, FALSE);

  return _workspace_write (workspace, set_hub_in_thread, &call, error);
}

static gboolean
set_deleted_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  return workspace_store_set_company_deleted (store, call->company_id, call->time, error);
}

gboolean
workspace_delete_company (Workspace *workspace, const char *company_id, GError **error)
{
  Call call = { .company_id = company_id, .time = g_get_real_time () };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, FALSE);

  return _workspace_write (workspace, set_deleted_in_thread, &call, error);
}

gboolean
workspace_restore_company (Workspace *workspace, const char *company_id, GError **error)
{
  Call call = { .company_id = company_id };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, FALSE);

  return _workspace_write (workspace, set_deleted_in_thread, &call, error);
}

/* Older than whatever else is hidden, so that only this one goes. */
#define OLDEST 1

static gboolean
purge_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (GError) problem = NULL;

  /* Hidden already: the mark is set anew. */
  if (!workspace_store_set_company_deleted (store, call->company_id, 0, &problem)
      && !g_error_matches (problem, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return workspace_store_set_company_deleted (store, call->company_id, OLDEST, error)
         && workspace_store_purge (store, OLDEST + 1, error);
}

static gboolean
clean_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  return workspace_store_clean (store, error);
}

gboolean
workspace_purge_company (Workspace *workspace, const char *company_id, GError **error)
{
  Call call = { .company_id = company_id };

  g_return_val_if_fail (workspace != NULL && company_id != NULL, FALSE);

  return _workspace_write (workspace, purge_in_thread, &call, error)
         && _workspace_read (workspace, clean_in_thread, &call, error);
}

static gboolean
purge_and_clean_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call call = { .company_id = data };

  if (!workspace_store_begin (store, error))
    return FALSE;
  if (!purge_in_thread (store, &call, error))
    {
      workspace_store_rollback (store);
      return FALSE;
    }
  return workspace_store_commit (store, error) && workspace_store_clean (store, error);
}

void
workspace_purge_company_async (Workspace *workspace,
                               const char *company_id,
                               WorkspaceDoneFunc callback,
                               gpointer data)
{
  g_return_if_fail (workspace != NULL && company_id != NULL);

  _workspace_start (workspace, purge_and_clean_in_thread, g_strdup (company_id), g_free, callback,
                    data);
}
