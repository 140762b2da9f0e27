/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include <glib/gi18n-lib.h>

/* The parts of `rules`: what can be done with a decision model. */

static const CliCommand parts[] = {
  { "rules eval", N_ ("MODEL --decision NAME"), N_ ("Evaluates a decision of a .dmn model"),
    cli_rules_eval },
  { "rules check", N_ ("MODEL"), N_ ("Finds gaps, overlaps and rules that never decide"),
    cli_rules_check },
  { "rules cover", N_ ("MODEL --inputs FILE"), N_ ("Counts which rules and cells cases exercise"),
    cli_rules_cover },
  { "rules diff", N_ ("OLD NEW --inputs FILE"), N_ ("Lists the cases whose outcome changes"),
    cli_rules_diff },
  { "rules convert", N_ ("IN -o OUT"), N_ ("Writes a .dmn model in another version of DMN"),
    cli_rules_convert },
  { "rules test", N_ ("DIR"), N_ ("Runs the DMN test kit"), cli_rules_test },
};

const CliCommand *
cli_rules_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, name))
      return &parts[i];
  return NULL;
}

static int
list_parts (void)
{
  g_print (_ ("Usage:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *left
          = g_strdup_printf ("waymark-cli %s %s", parts[i].name, _ (parts[i].usage));

      g_print ("  %-48s %s\n", left, _ (parts[i].summary));
    }
  return CLI_DONE;
}

int
cli_rules (int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : "";
  g_autofree char *name = g_strdup_printf ("rules %s", word);
  const CliCommand *part = cli_rules_find (name);

  if (part != NULL)
    return part->run (argc - 1, argv + 1);
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    return list_parts ();
  return cli_command_misused (
      "rules", _ ("found “%s”, expected eval, check, cover, diff, convert or test"), word);
}
