/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-evidence.h"

#include "workspace/workspace-private.h"

/* The owner's side of evidence. */

typedef struct
{
  const char *assessment_id;
  GPtrArray *pairs;
  guint n_removed;
} Call;

static gboolean
list_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  Call *call = data;

  call->pairs = workspace_store_list_evidence (store, call->assessment_id, error);
  return call->pairs != NULL;
}

guint64
workspace_evidence_room (Workspace *workspace, const char *assessment_id)
{
  Call call = { .assessment_id = assessment_id };
  g_autoptr (GPtrArray) pairs = NULL;
  guint64 used = 0;

  g_return_val_if_fail (workspace != NULL && assessment_id != NULL, 0);

  _workspace_read (workspace, list_in_thread, &call, NULL);
  pairs = call.pairs;
  for (guint i = 0; pairs != NULL && i < pairs->len; i += 2)
    {
      guint64 size;

      if (workspace_files_has (workspace_path (workspace), pairs->pdata[i], &size))
        used += size;
    }
  return WORKSPACE_FILES_MAX - MIN (used, WORKSPACE_FILES_MAX);
}

static void
free_problem (void *data)
{
  WorkspaceEvidenceProblem *problem = data;

  g_free (problem->assessment_id);
  g_free (problem->sha256);
  g_free (problem);
}

/* NULL: the file is as it should be. */
static WorkspaceEvidenceProblem *
check (const char *path, const char *sha256, const char *assessment_id, gboolean thorough)
{
  gboolean there = workspace_files_has (path, sha256, NULL);
  WorkspaceEvidenceProblem *problem;

  if (there && (!thorough || workspace_files_read (path, sha256, NULL, NULL, NULL)))
    return NULL;
  problem = g_new0 (WorkspaceEvidenceProblem, 1);
  problem->assessment_id = g_strdup (assessment_id);
  problem->sha256 = g_strdup (sha256);
  problem->damaged = there;
  return problem;
}

GPtrArray *
workspace_check_evidence (Workspace *workspace,
                          const char *assessment_id,
                          gboolean thorough,
                          GError **error)
{
  Call call = { .assessment_id = assessment_id };
  g_autoptr (GPtrArray) pairs = NULL;
  GPtrArray *problems;

  g_return_val_if_fail (workspace != NULL, NULL);

  if (!_workspace_read (workspace, list_in_thread, &call, error))
    return NULL;
  pairs = call.pairs;
  problems = g_ptr_array_new_with_free_func (free_problem);
  for (guint i = 0; i < pairs->len; i += 2)
    {
      WorkspaceEvidenceProblem *problem
          = check (workspace_path (workspace), pairs->pdata[i], pairs->pdata[i + 1], thorough);

      if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }
  return problems;
}

static gboolean
collect_in_thread (WorkspaceStore *store, gpointer data, GError **error)
{
  return workspace_store_collect_files (store, NULL, &((Call *)data)->n_removed, error);
}

gboolean
workspace_collect_evidence (Workspace *workspace, guint *n_removed, GError **error)
{
  Call call = { 0 };
  gboolean done;

  g_return_val_if_fail (workspace != NULL, FALSE);

  done = _workspace_read (workspace, collect_in_thread, &call, error);
  if (n_removed != NULL)
    *n_removed = call.n_removed;
  return done;
}
