/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-comparison.h"
#include "cli/cli-command.h"
#include "cli/cli-json-details.h"
#include "cli/cli-world.h"

#include <glib/gi18n-lib.h>

/* waymark-cli compare BEFORE AFTER: two stages of a company side by side. */

static void
print (const BaseLanguage *language, guint indent, const BaseText *text)
{
  g_autofree char *words = text != NULL ? base_language_format (language, text) : NULL;

  if (words != NULL)
    g_print ("%*s%s\n", (int)indent, "", words);
}

static void
print_move (const AdviceMove *move, gboolean settled, const BaseLanguage *language)
{
  g_autofree char *title = base_language_format (language, move->title);
  g_autofree char *points = base_language_decimal (language, ABS (move->points), 2);
  g_autofree char *from = NULL, *to = NULL;

  if (move->option == NULL)
    {
      g_print ("    %s%s  %s\n", move->points < 0 ? "−" : "+", points, title);
      return;
    }
  from = base_language_format (language, move->from);
  to = base_language_format (language, move->to);
  if (settled)
    g_print ("    %s%s  %s: %s → %s\n", move->points < 0 ? "−" : "+", points, title, from, to);
  else
    g_print ("    %s: %s → %s\n", title, from, to);
}

static void
print_dimension (const AdviceDifference *difference, const BaseLanguage *language)
{
  const char *name = base_language_gettext (language, difference->dimension->plain);
  g_autofree char *words = base_language_format (language, difference->text);

  g_print ("\n%s: %s\n", name, words);
  print (language, 2, difference->band);
  print (language, 2, difference->reaching);
  for (guint i = 0; i < difference->n_moves; i++)
    print_move (&difference->moves[i], difference->settled, language);
}

static void
print_supports (const AdviceComparison *comparison, const BaseLanguage *language)
{
  if (advice_comparison_n_supports (comparison) > 0)
    g_print (_ ("\nKinds of support\n"));
  for (guint i = 0; i < advice_comparison_n_supports (comparison); i++)
    {
      const AdviceSupportChange *change = advice_comparison_support (comparison, i);

      print (language, 2, change->text);
      for (guint j = 0; j < change->n_reasons; j++)
        print (language, 4, change->reasons[j]);
    }
}

static void
print_text (const AdviceComparison *comparison, const BaseLanguage *language)
{
  print (language, 0, advice_comparison_headline (comparison));
  for (guint i = 0; i < advice_comparison_n_notes (comparison); i++)
    print (language, 0, advice_comparison_note (comparison, i));
  for (guint i = 0; i < advice_comparison_n_dimensions (comparison); i++)
    print_dimension (advice_comparison_dimension (comparison, i), language);
  print_supports (comparison, language);
}

static void
print_json (const AdviceComparison *comparison, const BaseLanguage *language)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  cli_json_write_comparison (writer, comparison, language);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

static int
compare (CliWorld *world, char **files, const char *date, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Advice) before = cli_world_advise_file (world, files[0], date, &error);
  g_autoptr (Advice) now = NULL;
  g_autoptr (AdviceComparison) comparison = NULL;

  if (before == NULL)
    return cli_command_refuse (error);
  now = cli_world_advise_file (world, files[1], date, &error);
  if (now == NULL)
    return cli_command_refuse (error);
  comparison = advice_comparison_new (before, now);
  if (advice_comparison_refusal (comparison) != NULL)
    {
      g_autofree char *words = base_language_format (cli_world_language (world),
                                                     advice_comparison_refusal (comparison));

      g_printerr (_ ("waymark-cli: %s\n"), words);
      return CLI_REFUSED;
    }
  if (json)
    print_json (comparison, cli_world_language (world));
  else
    print_text (comparison, cli_world_language (world));
  return CLI_DONE;
}

int
cli_compare (int argc, char **argv)
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
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("compare", entries, 2, &argc, &argv, &status))
    return status;
  if (!cli_command_check_date ("compare", date))
    return CLI_USAGE;
  world = cli_world_new (language, &error);
  if (world == NULL)
    return cli_command_refuse (error);
  return compare (world, argv + 1, date, json);
}
