/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-command.h"
#include "cli/cli-json-details.h"
#include "cli/cli-json.h"
#include "cli/cli-text.h"
#include "cli/cli-world.h"

#include <glib/gi18n-lib.h>

/* waymark-cli assess FILE: everything there is to say about one document, for people or as JSON. */

static void
print_json (Advice *advice, const BaseLanguage *language)
{
  g_autoptr (AdvicePlan) plan = advice_plan_new (advice);
  g_autoptr (AdviceSwot) swot = advice_swot_new (advice);
  g_autoptr (AdviceReadiness) readiness = advice_readiness_new (advice, NULL);
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  cli_json_write_advice (writer, advice, language);
  cli_json_write_plan (writer, plan, language);
  cli_json_write_swot (writer, swot, language);
  cli_json_write_readiness (writer, readiness, language);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

int
cli_assess (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *date = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    CLI_ENTRY_JSON (&json),
    CLI_ENTRY_DATE (&date),
    CLI_ENTRY_LANGUAGE (&language),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (Advice) advice = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("assess", entries, 1, &argc, &argv, &status))
    return status;
  if (!cli_command_check_date ("assess", date))
    return CLI_USAGE;
  world = cli_world_new (language, &error);
  if (world == NULL)
    return cli_command_refuse (error);
  advice = cli_world_advise_file (world, argv[1], date, &error);
  if (advice == NULL)
    return cli_command_refuse (error);
  if (json)
    print_json (advice, cli_world_language (world));
  else
    cli_text_print_advice (advice, cli_world_language (world));
  return CLI_DONE;
}
