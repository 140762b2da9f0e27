/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-command.h"
#include "cli/cli-json.h"
#include "cli/cli-text.h"
#include "cli/cli-world.h"

#include <glib/gi18n-lib.h>

/* waymark-cli match FILE: the hubs only. --top goes below the threshold at which pages and report
 * end. */

static void
print_json (const GPtrArray *matches, guint n, const BaseLanguage *language)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_begin_array (writer, "hubs");
  for (guint i = 0; i < n; i++)
    cli_json_write_match (writer, g_ptr_array_index (matches, i), language);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

int
cli_match (int argc, char **argv)
{
  gboolean json = FALSE;
  int top = 0;
  g_autofree char *date = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "top", 0, 0, G_OPTION_ARG_INT, &top, N_ ("So many hubs, also those below the threshold"),
      N_ ("N") },
    CLI_ENTRY_JSON (&json),
    CLI_ENTRY_DATE (&date),
    CLI_ENTRY_LANGUAGE (&language),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (Advice) advice = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GError) error = NULL;
  guint n;
  int status;

  if (!cli_command_parse ("match", entries, 1, &argc, &argv, &status))
    return status;
  if (!cli_command_check_date ("match", date))
    return CLI_USAGE;
  if (top < 0)
    return cli_command_misused ("match", _ ("--top: found %d, expected a number from 1"), top);
  world = cli_world_new (language, &error);
  if (world == NULL)
    return cli_command_refuse (error);
  advice = cli_world_advise_file (world, argv[1], date, &error);
  if (advice == NULL)
    return cli_command_refuse (error);
  matches = advice_match_all_hubs (advice);
  n = top > 0 ? MIN ((guint)top, matches->len) : advice_n_hubs_shown (advice);
  if (json)
    print_json (matches, n, cli_world_language (world));
  else
    for (guint i = 0; i < n; i++)
      cli_text_print_match (i + 1, g_ptr_array_index (matches, i), cli_world_language (world));
  return CLI_DONE;
}
