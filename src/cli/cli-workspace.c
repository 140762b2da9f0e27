/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-workspace.h"

#include "base/base-json-writer.h"
#include "cli/cli-filter.h"
#include "cli/cli-place.h"
#include "workspace/workspace-move.h"
#include "workspace/workspace-place.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* waymark-cli workspace: where the workspace is, and bringing it elsewhere. */

const CliCommand cli_workspace_parts[CLI_WORKSPACE_N_PARTS] = {
  { "workspace show", "", N_ ("Says where the workspace is and how much is in it"),
    cli_workspace_show },
  { "workspace move", N_ ("FOLDER"), N_ ("Moves it with evidence and backups to another folder"),
    cli_workspace_move },
  { "workspace use", N_ ("FOLDER|--usual"), N_ ("Uses the workspace of another folder from now on"),
    cli_workspace_use },
  { "workspace hub", "", N_ ("Shows and sets what the hub decides: numbers, intervals, retention"),
    cli_workspace_hub },
  { "workspace check", "", N_ ("Finds evidence files that are missing or damaged"),
    cli_workspace_check },
  { "workspace clean", "",
    N_ ("Removes evidence files that nothing names, and for good what is hidden"),
    cli_workspace_clean },
};

/* --- show ------------------------------------------------------------------------------------- */

static gboolean
show (Workspace *workspace, gpointer data, GError **error)
{
  const gboolean *json = data;
  g_autoptr (GPtrArray) entries = workspace_list (workspace, FALSE, error);
  const guint n_companies = workspace_count_companies (workspace, G_MAXUINT);
  BaseJsonWriter *writer;

  if (entries == NULL)
    return FALSE;
  if (!*json)
    {
      g_print ("%s\n", workspace_path (workspace));
      g_print (_ ("Companies: %u, assessments: %u\n"), n_companies, entries->len);
      return TRUE;
    }
  writer = base_json_writer_new (TRUE);
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "path", workspace_path (workspace));
  base_json_writer_integer (writer, "companies", n_companies);
  base_json_writer_integer (writer, "assessments", entries->len);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
  return TRUE;
}

int
cli_workspace_show (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&folder),
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("workspace show", entries, 0, &argc, &argv, &status))
    status = cli_filter_run (folder, show, &json);
  return status;
}

/* --- another folder --------------------------------------------------------------------------- */

static gboolean
check_there (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
               _ ("%s: there is no workspace here"), path);
  return FALSE;
}

/* A workspace that was named is nobody's default, unless it is the chosen one. */
static gboolean
is_default (const char *from)
{
  g_autofree char *path = cli_place_path (NULL);
  g_autoptr (GFile) a = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) b = g_file_new_for_commandline_arg (from);

  return g_file_equal (a, b);
}

static gboolean
move (const char *folder, const char *target, GError **error)
{
  g_autofree char *from = cli_place_path (folder);
  g_autofree char *whole = g_canonicalize_filename (target, NULL);
  g_autofree char *to = workspace_place_in (whole);
  const gboolean choose = is_default (from);

  if (!check_there (from, error) || (choose && !cli_place_can_choose (error))
      || !workspace_move (from, to, error))
    return FALSE;
  g_print ("%s\n", to);
  return !choose || cli_place_choose (whole, error);
}

int
cli_workspace_move (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&folder),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("workspace move", entries, 1, &argc, &argv, &status))
    return status;
  return move (folder, argv[1], &error) ? CLI_DONE : cli_command_refuse (error);
}

/* Opened once, so that a folder with something else in it is not remembered. */
static gboolean
use (const char *folder, GError **error)
{
  g_autofree char *whole = folder != NULL ? g_canonicalize_filename (folder, NULL) : NULL;
  Workspace *workspace = whole != NULL ? cli_place_open (whole, TRUE, error) : NULL;

  if (whole != NULL && (workspace == NULL || !workspace_close (workspace, error)))
    return FALSE;
  return cli_place_choose (whole, error);
}

int
cli_workspace_use (int argc, char **argv)
{
  gboolean usual = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "usual", 0, 0, G_OPTION_ARG_NONE, &usual, N_ ("The usual folder again"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("workspace use", entries, -2, &argc, &argv, &status))
    return status;
  if (usual == (argc > 1))
    return cli_command_misused ("workspace use", _ ("expected a folder, or --usual"));
  return use (usual ? NULL : argv[1], &error) ? CLI_DONE : cli_command_refuse (error);
}
