/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "cli/cli-world.h"
#include "consultation/consultation-calendar.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage calendar FILE -o OUT.ics: the plan's days for a calendar program. */

int
cli_stage_calendar (int argc, char **argv)
{
  g_autofree char *language = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The file to write"), N_ ("OUT.ics") },
    CLI_ENTRY_LANGUAGE (&language),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (Advice) advice = NULL;
  g_autoptr (AdvicePlan) plan = NULL;
  g_autoptr (ExchangeCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  if (!cli_command_parse ("stage calendar", entries, 1, &argc, &argv, &status))
    return status;
  if (out == NULL)
    return cli_command_misused ("stage calendar", _ ("-o is missing: the file to write"));
  world = cli_world_new (language, &error);
  advice = world == NULL ? NULL : cli_world_advise_file (world, argv[1], NULL, &error);
  if (advice == NULL)
    return cli_command_refuse (error);
  plan = advice_plan_new (advice);
  calendar = consultation_calendar_new (plan, cli_world_language (world), NULL);
  text = exchange_calendar_to_text (calendar);
  return g_file_set_contents (out, text, -1, &error) ? CLI_DONE : cli_command_refuse (error);
}
