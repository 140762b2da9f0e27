/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "cli/cli-world.h"
#include "consultation/consultation-portal.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage portal FILE: everything that is to be typed into the portal, in its order. */

static void
print_entries (const ConsultationPortalSheet *sheet, const BaseLanguage *language)
{
  const BaseText *section = NULL;

  for (guint i = 0; i < consultation_portal_sheet_n (sheet); i++)
    {
      const ConsultationPortalEntry *entry = consultation_portal_sheet_get (sheet, i);
      g_autofree char *label = base_language_format (language, entry->label);
      g_autofree char *value
          = entry->value == NULL ? NULL : base_language_format (language, entry->value);

      if (section == NULL || !base_text_equal (section, entry->section))
        {
          g_autofree char *title = base_language_format (language, entry->section);

          g_print ("%s%s\n", i == 0 ? "" : "\n", title);
        }
      section = entry->section;
      g_print ("  %s: %s\n", label, value != NULL ? value : _ ("(not answered yet)"));
    }
}

int
cli_stage_portal (int argc, char **argv)
{
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    CLI_ENTRY_LANGUAGE (&language),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (Advice) advice = NULL;
  g_autoptr (ConsultationPortalSheet) sheet = NULL;
  g_autoptr (BaseText) difference = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("stage portal", entries, 1, &argc, &argv, &status))
    return status;
  world = cli_world_new (language, &error);
  advice = world == NULL ? NULL : cli_world_advise_file (world, argv[1], NULL, &error);
  if (advice == NULL)
    return cli_command_refuse (error);
  sheet = consultation_portal_sheet_new (advice);
  print_entries (sheet, cli_world_language (world));
  difference = consultation_portal_difference (advice);
  if (difference != NULL)
    {
      g_autofree char *words = base_language_format (cli_world_language (world), difference);

      g_print ("\n%s\n", words);
    }
  return CLI_DONE;
}
