/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-explanation.h"

#include "base/base-json-writer.h"
#include "cli/cli-command.h"

/* The explanation for programs; the man page says what each member is. */

static const char *
state_name (DmnCellState state)
{
  static const char *const names[] = { "not-met", "met", "unknown" };

  return names[state];
}

static void
write_null (const char *path, const char *reason, gpointer data)
{
  BaseJsonWriter *writer = data;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "path", path);
  base_json_writer_string (writer, "reason", reason);
  base_json_writer_end_object (writer);
}

static void
write_nulls (BaseJsonWriter *writer, const char *member, FeelValue value)
{
  base_json_writer_begin_array (writer, member);
  cli_facts_foreach_null (value, write_null, writer);
  base_json_writer_end_array (writer);
}

static void
write_cell (BaseJsonWriter *writer, const CliExplained *explained, guint rule, guint column)
{
  const DmnTable *table = dmn_outcomes_table (explained->outcomes);
  DmnDistance distance = dmn_outcomes_distance (explained->outcomes, rule, column);
  const char *description = dmn_table_cell_description (table, rule, column);
  FeelValue value;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "column", dmn_table_column (table, column)->label);
  base_json_writer_string (writer, "test", dmn_table_cell_text (table, rule, column));
  base_json_writer_string (writer, "state",
                           state_name (dmn_outcomes_cell (explained->outcomes, rule, column)));
  if (*description != '\0')
    base_json_writer_string (writer, "description", description);
  if (dmn_outcomes_column (explained->outcomes, column, &value))
    {
      cli_facts_write (writer, "value", value);
      if (feel_value_is_null (value) && feel_value_reason (value) != NULL)
        base_json_writer_string (writer, "reason", feel_value_reason (value));
    }
  else if (!feel_value_is_null (value))
    cli_facts_write (writer, "within", value);
  if (distance.known)
    {
      cli_facts_write (writer, "gap", feel_value_number (distance.gap));
      cli_facts_write (writer, "bound", distance.bound);
      base_json_writer_boolean (writer, "bound_included", distance.included);
    }
  base_json_writer_end_object (writer);
}

static void
write_outputs (BaseJsonWriter *writer, const DmnTable *table, guint rule)
{
  cli_facts_write (writer, "output", dmn_table_output_value (table, rule, 0));
  if (dmn_table_n_outputs (table) == 1)
    return;
  base_json_writer_begin_object (writer, "outputs");
  for (guint i = 0; i < dmn_table_n_outputs (table); i++)
    cli_facts_write (writer, dmn_table_output (table, i)->name,
                     dmn_table_output_value (table, rule, i));
  base_json_writer_end_object (writer);
}

static void
write_rule (BaseJsonWriter *writer, const CliExplained *explained, guint rule)
{
  const DmnTable *table = dmn_outcomes_table (explained->outcomes);
  const char *description = dmn_table_rule_description (table, rule);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "rule", rule + 1);
  base_json_writer_string (writer, "state",
                           state_name (dmn_outcomes_rule (explained->outcomes, rule)));
  base_json_writer_boolean (writer, "decides", cli_explained_decides (explained, rule));
  if (*description != '\0')
    base_json_writer_string (writer, "description", description);
  write_outputs (writer, table, rule);
  base_json_writer_begin_array (writer, "cells");
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    if (!dmn_table_cell_is_any (table, rule, column))
      write_cell (writer, explained, rule, column);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
write_outcomes (BaseJsonWriter *writer, const DmnOutcomes *outcomes)
{
  base_json_writer_begin_array (writer, "outcomes");
  for (guint i = 0; i < dmn_outcomes_n (outcomes); i++)
    cli_facts_write (writer, NULL, dmn_outcomes_value (outcomes, i));
  base_json_writer_end_array (writer);
}

/* The members of an open object. */
static void
write_explained (BaseJsonWriter *writer, const DmnModel *model, const CliExplained *explained)
{
  const DmnOutcomes *outcomes = explained->outcomes;
  const DmnTable *table = dmn_outcomes_table (outcomes);
  const DmnDecision *decision = dmn_model_decision (model, explained->decision);

  base_json_writer_string (writer, "decision", decision->name);
  if (table != NULL)
    base_json_writer_string (writer, "hit_policy",
                             dmn_hit_policy_name (dmn_table_hit_policy (table)));
  else
    base_json_writer_string (writer, "expression", decision->expression);
  base_json_writer_boolean (writer, "settled", dmn_outcomes_is_settled (outcomes));
  base_json_writer_boolean (writer, "exact", dmn_outcomes_is_exact (outcomes));
  write_outcomes (writer, outcomes);
  write_nulls (writer, "nulls",
               dmn_outcomes_is_settled (outcomes) ? dmn_outcomes_value (outcomes, 0)
                                                  : feel_value_null ());
  base_json_writer_begin_array (writer, "settled_by");
  for (guint i = 0; i < dmn_model_n_inputs (model); i++)
    if (!dmn_outcomes_is_settled (outcomes) && dmn_outcomes_input_settles (outcomes, i))
      base_json_writer_string (writer, NULL, dmn_model_input (model, i)->name);
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "rules");
  for (guint rule = 0; table != NULL && rule < dmn_table_n_rules (table); rule++)
    write_rule (writer, explained, rule);
  base_json_writer_end_array (writer);
}

/* --- Why not
 * ----------------------------------------------------------------------------------------------------
 */

static const char *
change_kind (const DmnChange *change)
{
  if (change->bound)
    return change->below ? (change->included ? "at-most" : "below")
                         : (change->included ? "at-least" : "above");
  if (feel_value_is_null (change->target) && feel_value_reason (change->target) != NULL)
    return "other";
  return change->target.kind == FEEL_LIST ? "one-of" : "value";
}

static void
write_change (BaseJsonWriter *writer, const DmnModel *model, const DmnChange *change)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "input", dmn_model_input (model, change->input)->name);
  base_json_writer_string (writer, "kind", change_kind (change));
  cli_facts_write (writer, "value", change->target);
  base_json_writer_end_object (writer);
}

static void
write_changes (BaseJsonWriter *writer, const DmnModel *model, const DmnChanges *changes)
{
  base_json_writer_boolean (writer, "already", dmn_changes_already (changes));
  base_json_writer_begin_array (writer, "changes");
  for (guint set = 0; set < dmn_changes_n_sets (changes); set++)
    {
      base_json_writer_begin_array (writer, NULL);
      for (guint i = 0; i < dmn_changes_n (changes, set); i++)
        write_change (writer, model, dmn_changes_get (changes, set, i));
      base_json_writer_end_array (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_boolean (writer, "truncated", dmn_changes_truncated (changes));
}

static void
write_nearest (BaseJsonWriter *writer, const CliExplained *asked, guint rule)
{
  const DmnTable *table = dmn_outcomes_table (asked->outcomes);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "rule", rule + 1);
  base_json_writer_begin_array (writer, "cells");
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    if (dmn_outcomes_cell (asked->outcomes, rule, column) != DMN_CELL_MET)
      write_cell (writer, asked, rule, column);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
write_wanted (BaseJsonWriter *writer, const CliExplanation *explanation, const CliWanted *wanted)
{
  base_json_writer_begin_object (writer, NULL);
  if (explanation->output != NULL)
    base_json_writer_string (writer, "output", explanation->output);
  cli_facts_write (writer, "wanted", wanted->value);
  base_json_writer_boolean (writer, "possible", wanted->possible);
  base_json_writer_begin_array (writer, "nearest");
  for (guint i = 0; i < wanted->n_rules; i++)
    write_nearest (writer, cli_explanation_asked (explanation), wanted->rules[i]);
  base_json_writer_end_array (writer);
  write_changes (writer, explanation->model, wanted->changes);
  base_json_writer_end_object (writer);
}

void
cli_explanation_print_json (const CliExplanation *explanation)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  write_explained (writer, explanation->model, cli_explanation_asked (explanation));
  base_json_writer_begin_array (writer, "why_not");
  for (guint i = 0; i < explanation->wanted->len; i++)
    write_wanted (writer, explanation, &g_array_index (explanation->wanted, CliWanted, i));
  base_json_writer_end_array (writer);
  base_json_writer_boolean (writer, "why_not_truncated", explanation->more);
  base_json_writer_begin_array (writer, "required");
  for (guint i = 0; i + 1 < explanation->decisions->len; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      write_explained (writer, explanation->model,
                       &g_array_index (explanation->decisions, CliExplained, i));
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}
