/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-workspace.h"

#include "base/base-json-writer.h"
#include "cli/cli-filter.h"
#include "workspace/workspace-evidence.h"

#include <glib/gi18n-lib.h>

/* waymark-cli workspace check: are the evidence files what the assessments name; workspace clean:
 * removes what nobody names or wants any more. */

typedef struct
{
  char *folder;
  gboolean thorough, json, hidden;
} Options;

/* --- check ------------------------------------------------------------------------------------ */

/* What the assessment calls the file; NULL when it cannot be told. */
static char *
title_of (Workspace *workspace, const WorkspaceEvidenceProblem *problem)
{
  g_autoptr (AssessmentDocument) document
      = workspace_load (workspace, problem->assessment_id, NULL);
  const guint n = document != NULL ? assessment_document_count (document, "evidence") : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *hash = g_strdup_printf ("evidence[%u].sha256", i);
      g_autofree char *title = g_strdup_printf ("evidence[%u].title", i);

      if (g_strcmp0 (assessment_document_get_string (document, hash), problem->sha256) == 0)
        return g_strdup (assessment_document_get_string (document, title));
    }
  return NULL;
}

static void
write_problem (BaseJsonWriter *writer, const WorkspaceEvidenceProblem *problem, const char *title)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "assessment", problem->assessment_id);
  base_json_writer_string (writer, "sha256", problem->sha256);
  base_json_writer_string (writer, "title", title);
  base_json_writer_string (writer, "problem", problem->damaged ? "damaged" : "missing");
  base_json_writer_end_object (writer);
}

static void
print_json (Workspace *workspace, const GPtrArray *problems)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *title = title_of (workspace, problems->pdata[i]);

      write_problem (writer, problems->pdata[i], title);
    }
  base_json_writer_end_array (writer);
  cli_command_print_json (writer);
}

static void
print_text (Workspace *workspace, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const WorkspaceEvidenceProblem *problem = problems->pdata[i];
      g_autofree char *title = title_of (workspace, problem);

      g_print ("%s\t%s\t%s\t%s\n", problem->assessment_id, problem->sha256,
               title != NULL ? title : "–", problem->damaged ? _ ("damaged") : _ ("missing"));
    }
}

static gboolean
check (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (GPtrArray) problems
      = workspace_check_evidence (workspace, NULL, options->thorough, error);

  if (problems == NULL)
    return FALSE;
  if (options->json)
    print_json (workspace, problems);
  else
    print_text (workspace, problems);
  if (problems->len == 0)
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED,
               ngettext ("%u evidence file is not what the assessments name",
                         "%u evidence files are not what the assessments name", problems->len),
               problems->len);
  return FALSE;
}

int
cli_workspace_check (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    { "thorough", 0, 0, G_OPTION_ARG_NONE, &options.thorough,
      N_ ("Reads every file and compares its hash"), NULL },
    CLI_ENTRY_JSON (&options.json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("workspace check", entries, 0, &argc, &argv, &status))
    status = cli_filter_run (options.folder, check, &options);
  g_free (options.folder);
  return status;
}

/* --- clean ------------------------------------------------------------------------------------ */

static gboolean
clean (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  guint n = 0;

  if (options->hidden && !workspace_purge (workspace, error))
    return FALSE;
  if (!workspace_collect_evidence (workspace, &n, error))
    return FALSE;
  g_print (ngettext ("%u evidence file that nothing names was removed\n",
                     "%u evidence files that nothing names were removed\n", n),
           n);
  return TRUE;
}

int
cli_workspace_clean (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    { "hidden", 0, 0, G_OPTION_ARG_NONE, &options.hidden,
      N_ ("For good also what is hidden, from the backups too; it cannot be undone"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("workspace clean", entries, 0, &argc, &argv, &status))
    status = cli_filter_run (options.folder, clean, &options);
  g_free (options.folder);
  return status;
}
