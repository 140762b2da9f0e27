/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include "base/base-json-writer.h"
#include "cli/cli-cases.h"
#include "cli/cli-facts.h"
#include "dmn/dmn-cover.h"

#include <glib/gi18n-lib.h>

/* waymark-cli rules cover MODEL --inputs FILE: which rules and cells the cases exercise. */

typedef struct
{
  DmnModel *model;
  DmnCover *cover;
} Run;

static gboolean
add_case (const BaseJsonCursor *inputs, gpointer data, GError **error)
{
  Run *run = data;
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree DmnFact *facts = cli_facts_new (run->model, inputs, arena);
  g_autofree FeelValue *values = NULL;

  if (base_json_failed (inputs->document))
    return TRUE; /* the reader tells */
  return cli_facts_values (run->model, facts, &values, error)
         && dmn_cover_add (run->cover, values, error);
}

static void
print_table (const Run *run, guint decision)
{
  const DmnDecision *of = dmn_model_decision (run->model, decision);
  guint cells, exercised, n_cases = dmn_cover_n_cases (run->cover);

  dmn_cover_cells (run->cover, decision, &cells, &exercised);
  g_print (_ ("“%s”: %u of %u cells were met in one case and not in another\n"), of->name,
           exercised, cells);
  for (guint rule = 0; rule < dmn_table_n_rules (of->table); rule++)
    {
      g_print (_ ("  rule %u: matched %u, decided %u\n"), rule + 1,
               dmn_cover_matched (run->cover, decision, rule),
               dmn_cover_decided (run->cover, decision, rule));
      for (guint column = 0; column < dmn_table_n_columns (of->table); column++)
        {
          guint met = dmn_cover_cell (run->cover, decision, rule, column);

          if (dmn_table_cell_is_any (of->table, rule, column) || (met > 0 && met < n_cases))
            continue;
          g_print (met == 0 ? _ ("      never met: %s %s\n") : _ ("      always met: %s %s\n"),
                   dmn_table_column (of->table, column)->label,
                   dmn_table_cell_text (of->table, rule, column));
        }
    }
  if (dmn_cover_unmatched (run->cover, decision) > 0)
    g_print (_ ("  no rule matched: %u\n"), dmn_cover_unmatched (run->cover, decision));
}

static void
write_table (BaseJsonWriter *writer, const Run *run, guint decision)
{
  const DmnDecision *of = dmn_model_decision (run->model, decision);
  guint cells, exercised;

  dmn_cover_cells (run->cover, decision, &cells, &exercised);
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "decision", of->name);
  base_json_writer_integer (writer, "cells", cells);
  base_json_writer_integer (writer, "exercised", exercised);
  base_json_writer_integer (writer, "unmatched", dmn_cover_unmatched (run->cover, decision));
  base_json_writer_begin_array (writer, "rules");
  for (guint rule = 0; rule < dmn_table_n_rules (of->table); rule++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_integer (writer, "rule", rule + 1);
      base_json_writer_integer (writer, "matched", dmn_cover_matched (run->cover, decision, rule));
      base_json_writer_integer (writer, "decided", dmn_cover_decided (run->cover, decision, rule));
      base_json_writer_begin_array (writer, "cells");
      for (guint column = 0; column < dmn_table_n_columns (of->table); column++)
        base_json_writer_integer (writer, NULL,
                                  dmn_cover_cell (run->cover, decision, rule, column));
      base_json_writer_end_array (writer);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
print_json (const Run *run)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "cases", dmn_cover_n_cases (run->cover));
  base_json_writer_begin_array (writer, "tables");
  for (guint i = 0; i < dmn_model_n_decisions (run->model); i++)
    if (dmn_model_decision (run->model, i)->table != NULL)
      write_table (writer, run, i);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

int
cli_rules_cover (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *inputs = NULL;
  const GOptionEntry entries[] = {
    { "inputs", 0, 0, G_OPTION_ARG_FILENAME, &inputs, N_ ("Cases as JSON lines"), N_ ("FILE") },
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (DmnCover) cover = NULL;
  int status;

  if (!cli_command_parse ("rules cover", entries, 1, &argc, &argv, &status))
    return status;
  if (inputs == NULL)
    return cli_command_misused ("rules cover", _ ("--inputs is missing"));
  model = dmn_model_load (argv[1], &error);
  if (model == NULL)
    return cli_command_refuse (error);
  cover = dmn_cover_new (model);

  Run run = { model, cover };

  if (!cli_cases_read (inputs, add_case, &run, &error))
    return cli_command_refuse (error);
  if (json)
    print_json (&run);
  else
    {
      g_print (_ ("Cases: %u\n"), dmn_cover_n_cases (cover));
      for (guint i = 0; i < dmn_model_n_decisions (model); i++)
        if (dmn_model_decision (model, i)->table != NULL)
          print_table (&run, i);
    }
  return CLI_DONE;
}
