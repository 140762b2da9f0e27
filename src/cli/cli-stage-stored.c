/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "cli/cli-filter.h"
#include "survey/survey-pack.h"
#include "workspace/workspace-batch.h"
#include "workspace/workspace-freeze.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage show|correct|move|delete: one assessment of the workspace as a whole. */

typedef struct
{
  char *folder, *stage;
  const char *wanted, *target;
  gboolean undo;
} Options;

/* Reads what all parts have, and runs @func. @n_files: 1, or 2 with a target. */
static int
run (const char *name,
     int n_files,
     const GOptionEntry *more,
     Options *options,
     CliWorkspaceFunc func,
     int argc,
     char **argv)
{
  GOptionEntry entries[4] = {
    CLI_ENTRY_WORKSPACE (&options->folder),
    CLI_ENTRY_STAGE (&options->stage),
  };
  int status;

  if (more != NULL)
    entries[2] = *more;
  if (cli_command_parse (name, entries, n_files, &argc, &argv, &status))
    {
      options->wanted = argv[1];
      options->target = n_files > 1 ? argv[2] : NULL;
      status = cli_filter_run (options->folder, func, options);
    }
  g_free (options->folder);
  g_free (options->stage);
  return status;
}

static gboolean
show (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (AssessmentDocument) document
      = cli_filter_load_stage (workspace, options->wanted, options->stage, error);
  g_autofree char *text = document != NULL ? assessment_document_serialize (document, TRUE) : NULL;

  if (text != NULL)
    g_print ("%s", text);
  return text != NULL;
}

int
cli_stage_show (int argc, char **argv)
{
  Options options = { 0 };

  return run ("stage show", 1, NULL, &options, show, argc, argv);
}

static gboolean
correct (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autofree char *id = cli_filter_find_stage (workspace, options->wanted, options->stage, error);
  g_autoptr (AssessmentDocument) corrected
      = id != NULL ? workspace_amend_assessment (workspace, id, error) : NULL;

  if (corrected != NULL)
    g_print ("%s\n", assessment_document_id (corrected));
  return corrected != NULL;
}

int
cli_stage_correct (int argc, char **argv)
{
  Options options = { 0 };

  return run ("stage correct", 1, NULL, &options, correct, argc, argv);
}

static gboolean
move (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autofree char *id = cli_filter_find_stage (workspace, options->wanted, options->stage, error);
  g_autoptr (WorkspaceCompany) company
      = id != NULL ? cli_filter_find (workspace, options->target, FALSE, error) : NULL;

  return company != NULL && workspace_move_assessment (workspace, id, company->id, error);
}

int
cli_stage_move (int argc, char **argv)
{
  Options options = { 0 };

  return run ("stage move", 2, NULL, &options, move, argc, argv);
}

static gboolean delete (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autofree char *id = cli_filter_find_stage (workspace, options->wanted, options->stage, error);

  if (id == NULL)
    return FALSE;
  if (options->undo)
    return workspace_restore_assessment (workspace, id, error);
  if (!workspace_delete_assessment (workspace, id, error))
    return FALSE;
  g_print ("%s\n", id);
  return TRUE;
}

int
cli_stage_delete (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry undo = {
    "undo", 0, 0, G_OPTION_ARG_NONE, &options.undo, N_ ("Brings the hidden one of this id back"),
    NULL
  };

  return run ("stage delete", 1, &undo, &options, delete, argc, argv);
}

gboolean
cli_stage_write (Workspace *workspace,
                 const AssessmentDocument *before,
                 const AssessmentDocument *after,
                 GError **error)
{
  g_autoptr (SurveyPack) pack
      = survey_pack_load_bundled (assessment_document_pack_id (after), error);
  const WorkspaceWrite write = { .document = after, .base = before };
  const WorkspaceBatch batch = { .writes = &write, .n_writes = 1 };

  return pack != NULL && survey_pack_check (pack, after, error)
         && workspace_write_batch (workspace, &batch, error);
}
