/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-filter.h"

#include "cli/cli-place.h"

#include <glib/gi18n-lib.h>

/* Choosing companies, the same in every command. */

void
cli_filter_apply (const CliFilter *filter, WorkspaceQuery *query)
{
  query->text = filter->text;
  query->sector = filter->sector;
  query->region = filter->region;
  query->country = filter->country;
  query->size = filter->size;
  query->band = filter->band;
  query->tag = filter->tag;
}

void
cli_filter_clear (CliFilter *filter)
{
  g_free (filter->workspace);
  g_free (filter->text);
  g_free (filter->sector);
  g_free (filter->region);
  g_free (filter->country);
  g_free (filter->size);
  g_free (filter->band);
  g_free (filter->tag);
}

int
cli_filter_run (const char *folder, CliWorkspaceFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Workspace *workspace = cli_place_open (folder, TRUE, &error);
  int status = CLI_DONE;

  if (workspace == NULL || !func (workspace, data, &error))
    status = cli_command_refuse (error);
  g_clear_error (&error);
  if (workspace != NULL && !workspace_close (workspace, &error))
    status = cli_command_refuse (error);
  return status;
}

WorkspaceCompany *
cli_filter_find (Workspace *workspace, const char *wanted, gboolean hidden, GError **error)
{
  const WorkspaceQuery query = { .archived = WORKSPACE_ARCHIVED_TOO, .deleted = hidden };
  g_autoptr (GPtrArray) companies = workspace_list_companies (workspace, &query, NULL, error);
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  WorkspaceCompany *found = NULL;
  guint n = 0;

  for (guint i = 0; companies != NULL && i < companies->len; i++)
    {
      WorkspaceCompany *company = companies->pdata[i];
      g_autofree char *name = g_utf8_casefold (company->name != NULL ? company->name : "", -1);

      if (g_str_equal (company->id, wanted))
        return workspace_company_ref (company);
      if (g_str_equal (name, folded))
        {
          found = company;
          n++;
        }
    }
  if (companies != NULL && n != 1)
    g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
                 n == 0 ? _ ("There is no company with the name or id “%s” in this workspace")
                        : _ ("Several companies are called “%s”; name one by its id"),
                 wanted);
  return n == 1 ? workspace_company_ref (found) : NULL;
}

static gboolean
is_assessment (Workspace *workspace, const char *id)
{
  g_autoptr (GPtrArray) list = workspace_list (workspace, TRUE, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_str_equal (((const WorkspaceEntry *)list->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

char *
cli_filter_find_stage (Workspace *workspace, const char *wanted, const char *stage, GError **error)
{
  g_autoptr (WorkspaceCompany) company = NULL;
  const WorkspaceStage *found;

  if (is_assessment (workspace, wanted))
    return g_strdup (wanted);
  company = cli_filter_find (workspace, wanted, FALSE, error);
  if (company == NULL)
    return NULL;
  found = stage != NULL ? workspace_company_stage (company, stage)
                        : workspace_company_latest (company);
  if (found != NULL)
    return g_strdup (found->id);
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
               _ ("“%s” has no assessment of the stage %s"), wanted, stage != NULL ? stage : "T0");
  return NULL;
}

AssessmentDocument *
cli_filter_load_stage (Workspace *workspace, const char *wanted, const char *stage, GError **error)
{
  g_autofree char *id = cli_filter_find_stage (workspace, wanted, stage, error);

  return id != NULL ? workspace_load (workspace, id, error) : NULL;
}
