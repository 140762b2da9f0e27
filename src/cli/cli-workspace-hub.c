/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-workspace.h"

#include "base/base-json-writer.h"
#include "cli/cli-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* waymark-cli workspace hub: what the hub decides, as in the window's preferences. */

#define MOST 100000

typedef struct
{
  char *folder;
  int planned[3], interval[2], retention; /* -1: as it is */
  gboolean json;
} Options;

static void
print_json (const WorkspaceHub *hub)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_begin_array (writer, "planned");
  for (guint i = 0; i < G_N_ELEMENTS (hub->planned); i++)
    base_json_writer_integer (writer, NULL, hub->planned[i]);
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "interval_months");
  for (guint i = 0; i < G_N_ELEMENTS (hub->interval_months); i++)
    base_json_writer_integer (writer, NULL, hub->interval_months[i]);
  base_json_writer_end_array (writer);
  base_json_writer_integer (writer, "retention_months", hub->retention_months);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

static void
print_text (const WorkspaceHub *hub)
{
  g_print (_ ("Planned T0: %u, T1: %u, T2: %u\n"), hub->planned[0], hub->planned[1],
           hub->planned[2]);
  g_print (_ ("Months from T0 to T1: %u, from T1 to T2: %u (0: no day is due)\n"),
           hub->interval_months[0], hub->interval_months[1]);
  g_print (_ ("Months for which data are kept: %u (0: no end)\n"), hub->retention_months);
}

static void
take (guint *value, int said)
{
  if (said >= 0)
    *value = (guint)said;
}

static gboolean
hub (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  const WorkspaceHub before = workspace_get_hub (workspace);
  WorkspaceHub wanted = before;

  for (guint i = 0; i < G_N_ELEMENTS (wanted.planned); i++)
    take (&wanted.planned[i], options->planned[i]);
  for (guint i = 0; i < G_N_ELEMENTS (wanted.interval_months); i++)
    take (&wanted.interval_months[i], options->interval[i]);
  take (&wanted.retention_months, options->retention);
  if (memcmp (&wanted, &before, sizeof wanted) != 0
      && !workspace_set_hub (workspace, &wanted, error))
    return FALSE;
  if (options->json)
    print_json (&wanted);
  else
    print_text (&wanted);
  return TRUE;
}

/* -1 is what stands for "not said"; nobody types it. */
static gboolean
check (const Options *options)
{
  const int values[] = { options->planned[0],  options->planned[1],  options->planned[2],
                         options->interval[0], options->interval[1], options->retention };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] < -1 || values[i] > MOST)
      {
        cli_command_misused ("workspace hub", _ ("found %d, expected 0 to %d"), values[i], MOST);
        return FALSE;
      }
  return TRUE;
}

int
cli_workspace_hub (int argc, char **argv)
{
  Options options = { .planned = { -1, -1, -1 }, .interval = { -1, -1 }, .retention = -1 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    { "planned-t0", 0, 0, G_OPTION_ARG_INT, &options.planned[0],
      N_ ("How many T0 the hub promised; 0: not said"), N_ ("N") },
    { "planned-t1", 0, 0, G_OPTION_ARG_INT, &options.planned[1], N_ ("Likewise T1"), N_ ("N") },
    { "planned-t2", 0, 0, G_OPTION_ARG_INT, &options.planned[2], N_ ("Likewise T2"), N_ ("N") },
    { "months-to-t1", 0, 0, G_OPTION_ARG_INT, &options.interval[0],
      N_ ("Months from T0 to T1; 0: no day is due"), N_ ("N") },
    { "months-to-t2", 0, 0, G_OPTION_ARG_INT, &options.interval[1],
      N_ ("Months from T1 to T2; 0: no day is due"), N_ ("N") },
    { "keep-months", 0, 0, G_OPTION_ARG_INT, &options.retention,
      N_ ("How long data are kept after the last assessment; 0: no end"), N_ ("N") },
    CLI_ENTRY_JSON (&options.json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("workspace hub", entries, 0, &argc, &argv, &status))
    status = check (&options) ? cli_filter_run (options.folder, hub, &options) : CLI_USAGE;
  g_free (options.folder);
  return status;
}
