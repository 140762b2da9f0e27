/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-writer.h"
#include "cli/cli-command.h"
#include "cli/cli-facts.h"
#include "cli/cli-rules.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-outcomes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* waymark-cli rules eval MODEL --decision NAME --input JSON: one decision. With --explain an input
 * that is not given is unknown and every outcome still possible is told, with each rule's cells;
 * without it is null, as the standard has it. */

typedef struct
{
  DmnModel *model;
  guint decision;
  DmnFact *facts;
  FeelArena *arena;
} Question;

static const char *
cell_state_name (DmnCellState state)
{
  static const char *const names[] = { "not-met", "met", "unknown" };

  return names[state];
}

static void
write_rule (BaseJsonWriter *writer, const DmnOutcomes *outcomes, const DmnTable *table, guint rule)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "rule", rule + 1);
  base_json_writer_string (writer, "state", cell_state_name (dmn_outcomes_rule (outcomes, rule)));
  cli_facts_write (writer, "output", dmn_table_output_value (table, rule, 0));
  base_json_writer_begin_array (writer, "cells");
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    {
      DmnDistance distance = dmn_outcomes_distance (outcomes, rule, column);
      FeelValue value;

      if (dmn_table_cell_is_any (table, rule, column))
        continue;
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "column", dmn_table_column (table, column)->label);
      base_json_writer_string (writer, "test", dmn_table_cell_text (table, rule, column));
      base_json_writer_string (writer, "state",
                               cell_state_name (dmn_outcomes_cell (outcomes, rule, column)));
      if (dmn_outcomes_column (outcomes, column, &value))
        cli_facts_write (writer, "value", value);
      if (distance.known)
        {
          cli_facts_write (writer, "gap", feel_value_number (distance.gap));
          cli_facts_write (writer, "bound", distance.bound);
          base_json_writer_boolean (writer, "bound_included", distance.included);
        }
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
write_explanation (BaseJsonWriter *writer, const Question *question, const DmnOutcomes *outcomes)
{
  const DmnTable *table = dmn_model_decision (question->model, question->decision)->table;

  base_json_writer_boolean (writer, "settled", dmn_outcomes_is_settled (outcomes));
  base_json_writer_boolean (writer, "exact", dmn_outcomes_is_exact (outcomes));
  base_json_writer_begin_array (writer, "outcomes");
  for (guint i = 0; i < dmn_outcomes_n (outcomes); i++)
    cli_facts_write (writer, NULL, dmn_outcomes_value (outcomes, i));
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "settled_by");
  for (guint i = 0; i < dmn_model_n_inputs (question->model); i++)
    if (!dmn_outcomes_is_settled (outcomes) && dmn_outcomes_input_settles (outcomes, i))
      base_json_writer_string (writer, NULL, dmn_model_input (question->model, i)->name);
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "rules");
  for (guint rule = 0; table != NULL && rule < dmn_table_n_rules (table); rule++)
    write_rule (writer, outcomes, table, rule);
  base_json_writer_end_array (writer);
}

static int
explain_json (const Question *question, const DmnOutcomes *outcomes)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);
  g_autofree char *text = NULL;

  base_json_writer_begin_object (writer, NULL);
  write_explanation (writer, question, outcomes);
  base_json_writer_end_object (writer);
  text = base_json_writer_finish (writer);
  g_print ("%s", text);
  return CLI_DONE;
}

/* “met      the overall score <= 25 (26.56: 1.56 too much)” */
static void
print_cell (const DmnOutcomes *outcomes, const DmnTable *table, guint rule, guint column)
{
  static const char *const states[] = { N_ ("not met"), N_ ("met"), N_ ("unknown") };
  DmnDistance distance = dmn_outcomes_distance (outcomes, rule, column);
  FeelValue value;

  g_print ("      %-8s %s %s", _ (states[dmn_outcomes_cell (outcomes, rule, column)]),
           dmn_table_column (table, column)->label, dmn_table_cell_text (table, rule, column));
  if (dmn_outcomes_column (outcomes, column, &value))
    {
      g_autofree char *text = feel_value_to_feel (value);
      g_autofree char *gap = feel_number_format (distance.gap);

      if (distance.known)
        g_print (distance.below ? _ (" (%s: %s too much)") : _ (" (%s: %s too little)"), text, gap);
      else
        g_print (" (%s)", text);
    }
  g_print ("\n");
}

static void
print_rule (const DmnOutcomes *outcomes, const DmnTable *table, guint rule)
{
  static const char *const states[] = { N_ ("not met"), N_ ("met"), N_ ("unknown") };

  g_print (_ ("  rule %u, %s: %s\n"), rule + 1, dmn_table_output_text (table, rule, 0),
           _ (states[dmn_outcomes_rule (outcomes, rule)]));
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    if (!dmn_table_cell_is_any (table, rule, column))
      print_cell (outcomes, table, rule, column);
}

static int
explain_text (const Question *question, const DmnOutcomes *outcomes)
{
  const DmnTable *table = dmn_model_decision (question->model, question->decision)->table;

  for (guint i = 0; i < dmn_outcomes_n (outcomes); i++)
    {
      g_autofree char *value = feel_value_to_feel (dmn_outcomes_value (outcomes, i));

      if (dmn_outcomes_is_settled (outcomes))
        g_print ("%s\n", value);
      else
        g_print (_ ("possible: %s\n"), value);
    }
  for (guint i = 0; i < dmn_model_n_inputs (question->model); i++)
    if (!dmn_outcomes_is_settled (outcomes) && dmn_outcomes_input_settles (outcomes, i))
      g_print (_ ("would settle it: %s\n"), dmn_model_input (question->model, i)->name);
  for (guint rule = 0; table != NULL && rule < dmn_table_n_rules (table); rule++)
    print_rule (outcomes, table, rule);
  return CLI_DONE;
}

static int
explain (const Question *question, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnOutcomes) outcomes
      = dmn_model_outcomes (question->model, question->decision, question->facts, &error);

  if (outcomes == NULL)
    return cli_command_refuse (error);
  return json ? explain_json (question, outcomes) : explain_text (question, outcomes);
}

static int
print_result (FeelValue result, gboolean json)
{
  g_autofree char *text = NULL;

  if (json)
    {
      BaseJsonWriter *writer = base_json_writer_new (TRUE);

      base_json_writer_begin_object (writer, NULL);
      cli_facts_write (writer, "result", result);
      if (feel_value_is_null (result))
        base_json_writer_string (writer, "reason", feel_value_reason (result));
      base_json_writer_end_object (writer);
      text = base_json_writer_finish (writer);
      g_print ("%s", text);
      return CLI_DONE;
    }
  text = feel_value_to_feel (result);
  g_print ("%s\n", text);
  if (feel_value_is_null (result) && feel_value_reason (result) != NULL)
    g_printerr (_ ("null because %s\n"), feel_value_reason (result));
  return CLI_DONE;
}

static int
evaluate (const Question *question, gboolean json)
{
  guint n = dmn_model_n_inputs (question->model);
  g_autofree FeelValue *inputs = g_new0 (FeelValue, n + 1);
  g_autoptr (GError) error = NULL;
  FeelValue result;

  for (guint i = 0; i < n; i++)
    {
      if (question->facts[i].kind == DMN_FACT_INTERVAL)
        return cli_command_misused ("rules eval", _ ("an interval needs --explain"));
      inputs[i] = question->facts[i].kind == DMN_FACT_VALUE ? question->facts[i].value
                                                            : feel_value_null ();
    }
  if (!dmn_model_evaluate (question->model, question->decision, inputs, question->arena, &result,
                           NULL, &error))
    return cli_command_refuse (error);
  return print_result (result, json);
}

static int
list_decisions (const DmnModel *model, const char *wanted)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < dmn_model_n_decisions (model); i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            dmn_model_decision (model, i)->name);
  if (wanted == NULL)
    return cli_command_misused ("rules eval", _ ("--decision is missing; %s has %s"),
                                dmn_model_source_name (model), names->str);
  return cli_command_misused ("rules eval", _ ("--decision: found “%s”; %s has %s"), wanted,
                              dmn_model_source_name (model), names->str);
}

static int
run (
    const char *path, const char *decision, const char *input, gboolean explained, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_load (path, &error);
  g_autoptr (BaseJson) json = NULL;
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree DmnFact *facts = NULL;
  BaseJsonCursor root;
  int index;

  if (model == NULL)
    return cli_command_refuse (error);
  index = decision != NULL ? dmn_model_find_decision (model, decision) : -1;
  if (index < 0)
    return list_decisions (model, decision);
  json = base_json_parse (input != NULL ? input : "{}", -1, "--input", &error);
  if (json == NULL)
    return cli_command_refuse (error);
  root = base_json_root (json);
  facts = cli_facts_new (model, &root, arena);
  if (!base_json_finish (json, &error))
    return cli_command_refuse (error);

  const Question question = { model, (guint)index, facts, arena };

  return explained ? explain (&question, as_json) : evaluate (&question, as_json);
}

int
cli_rules_eval (int argc, char **argv)
{
  gboolean json = FALSE, explained = FALSE;
  g_autofree char *decision = NULL;
  g_autofree char *input = NULL;
  const GOptionEntry entries[] = {
    { "decision", 0, 0, G_OPTION_ARG_STRING, &decision, N_ ("Name of the decision"), N_ ("NAME") },
    { "input", 0, 0, G_OPTION_ARG_STRING, &input, N_ ("The inputs as a JSON object"), N_ ("JSON") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &explained,
      N_ ("What is not given is unknown; tells every outcome still possible"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Prints JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("rules eval", entries, 1, &argc, &argv, &status))
    return status;
  return run (argv[1], decision, input, explained, json);
}
