/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include "base/base-json-writer.h"
#include "cli/cli-cases.h"
#include "cli/cli-facts.h"
#include "dmn/dmn-diff.h"

#include <glib/gi18n-lib.h>

/* waymark-cli rules diff OLD NEW --inputs FILE: the cases whose outcome an edit changes. */

typedef struct
{
  DmnModel *before;
  DmnModel *after;
  DmnDiff *diff;
} Run;

static gboolean
add_case (const BaseJsonCursor *inputs, gpointer data, GError **error)
{
  Run *run = data;
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree DmnFact *before = cli_facts_new_beside (run->before, run->after, inputs, arena);
  g_autofree DmnFact *after = cli_facts_new_beside (run->after, run->before, inputs, arena);
  g_autofree FeelValue *old_values = NULL;
  g_autofree FeelValue *new_values = NULL;

  if (base_json_failed (inputs->document))
    return TRUE; /* the reader tells */
  return cli_facts_values (run->before, before, &old_values, error)
         && cli_facts_values (run->after, after, &new_values, error)
         && dmn_diff_add (run->diff, old_values, new_values, error);
}

static void
print_text (const DmnDiff *diff)
{
  for (guint i = 0; dmn_diff_only_before (diff)[i] != NULL; i++)
    g_print (_ ("only in the old model: “%s”\n"), dmn_diff_only_before (diff)[i]);
  for (guint i = 0; dmn_diff_only_after (diff)[i] != NULL; i++)
    g_print (_ ("only in the new model: “%s”\n"), dmn_diff_only_after (diff)[i]);
  for (guint i = 0; i < dmn_diff_n (diff); i++)
    {
      const DmnDifference *found = dmn_diff_difference (diff, i);
      g_autofree char *before = feel_value_to_feel (found->before);
      g_autofree char *after = feel_value_to_feel (found->after);

      g_print (_ ("case %u, “%s”: %s → %s\n"), found->in_case + 1, found->decision, before, after);
    }
  g_print (_ ("%u of %u cases changed\n"), dmn_diff_n_changed (diff), dmn_diff_n_cases (diff));
}

static void
print_json (const DmnDiff *diff)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "cases", dmn_diff_n_cases (diff));
  base_json_writer_integer (writer, "changed", dmn_diff_n_changed (diff));
  base_json_writer_strings (writer, "only_old", dmn_diff_only_before (diff));
  base_json_writer_strings (writer, "only_new", dmn_diff_only_after (diff));
  base_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < dmn_diff_n (diff); i++)
    {
      const DmnDifference *found = dmn_diff_difference (diff, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_integer (writer, "case", found->in_case + 1);
      base_json_writer_string (writer, "decision", found->decision);
      cli_facts_write (writer, "old", found->before);
      cli_facts_write (writer, "new", found->after);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

int
cli_rules_diff (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *inputs = NULL;
  const GOptionEntry entries[] = {
    { "inputs", 0, 0, G_OPTION_ARG_FILENAME, &inputs, N_ ("Cases as JSON lines"), N_ ("FILE") },
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) before = NULL;
  g_autoptr (DmnModel) after = NULL;
  g_autoptr (DmnDiff) diff = NULL;
  int status;

  if (!cli_command_parse ("rules diff", entries, 2, &argc, &argv, &status))
    return status;
  if (inputs == NULL)
    return cli_command_misused ("rules diff", _ ("--inputs is missing"));
  before = dmn_model_load (argv[1], &error);
  after = before != NULL ? dmn_model_load (argv[2], &error) : NULL;
  if (after == NULL)
    return cli_command_refuse (error);
  diff = dmn_diff_new (before, after);

  Run run = { before, after, diff };

  if (!cli_cases_read (inputs, add_case, &run, &error))
    return cli_command_refuse (error);
  if (json)
    print_json (diff);
  else
    print_text (diff);
  return CLI_DONE;
}
