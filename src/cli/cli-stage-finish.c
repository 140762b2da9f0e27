/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "cli/cli-filter.h"
#include "cli/cli-place.h"
#include "cli/cli-world.h"
#include "consultation/consultation-finish.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage finish: a stored assessment is kept with all that made its result. The same as
 * the window does, so that a package of it can be told by anybody. */

typedef struct
{
  char *folder, *stage, *own;
  const char *wanted;
  gboolean incomplete;
} Options;

/* The window asks; a command refuses until it is told. */
static gboolean
check_complete (const Advice *advice, const Options *options, GError **error)
{
  const int completeness = survey_score_completeness (advice_score (advice));

  if (completeness >= 10000 || options->incomplete)
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE,
               _ ("Only %d %% is answered. --incomplete finishes it nevertheless; a finished "
                  "assessment cannot be changed any more."),
               completeness / 100);
  return FALSE;
}

static gboolean
finish (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autofree char *own
      = options->own != NULL ? g_strdup (options->own) : cli_place_own_folder (workspace);
  g_autoptr (AssessmentDocument) document
      = cli_filter_load_stage (workspace, options->wanted, options->stage, error);
  g_autoptr (CliWorld) world = document != NULL ? cli_world_new_own (NULL, own, error) : NULL;
  g_autoptr (Advice) advice
      = world != NULL ? cli_world_advise (world, document, NULL, error) : NULL;

  return advice != NULL && check_complete (advice, options, error)
         && consultation_finish (workspace, advice, own, error);
}

int
cli_stage_finish (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    CLI_ENTRY_STAGE (&options.stage),
    { "incomplete", 0, 0, G_OPTION_ARG_NONE, &options.incomplete,
      N_ ("Even when questions are open"), NULL },
    { "own", 0, 0, G_OPTION_ARG_FILENAME, &options.own,
      N_ ("The folder of your own records (default: that of the window)"), N_ ("FOLDER") },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("stage finish", entries, 1, &argc, &argv, &status))
    {
      options.wanted = argv[1];
      status = cli_filter_run (options.folder, finish, &options);
    }
  g_free (options.folder);
  g_free (options.stage);
  g_free (options.own);
  return status;
}
