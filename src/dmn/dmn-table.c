/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-internal.h"

/* Asking a table what its author wrote. */

const char *
dmn_table_label (const DmnTable *table)
{
  return table->label;
}

const char *
dmn_table_description (const DmnTable *table)
{
  return table->description;
}

DmnHitPolicy
dmn_table_hit_policy (const DmnTable *table)
{
  return table->policy;
}

DmnAggregation
dmn_table_aggregation (const DmnTable *table)
{
  return table->aggregation;
}

guint
dmn_table_n_columns (const DmnTable *table)
{
  return table->n_columns;
}

const DmnColumn *
dmn_table_column (const DmnTable *table, guint column)
{
  g_return_val_if_fail (column < table->n_columns, NULL);
  return &table->columns[column];
}

guint
dmn_table_n_outputs (const DmnTable *table)
{
  return table->n_outputs;
}

const DmnOutput *
dmn_table_output (const DmnTable *table, guint output)
{
  g_return_val_if_fail (output < table->n_outputs, NULL);
  return &table->outputs[output];
}

guint
dmn_table_n_rules (const DmnTable *table)
{
  return table->n_rules;
}

const char *
dmn_table_rule_id (const DmnTable *table, guint rule)
{
  g_return_val_if_fail (rule < table->n_rules, "");
  return table->rules[rule].id;
}

const char *
dmn_table_rule_description (const DmnTable *table, guint rule)
{
  g_return_val_if_fail (rule < table->n_rules, "");
  return table->rules[rule].description;
}

guint
dmn_table_rule_line (const DmnTable *table, guint rule)
{
  g_return_val_if_fail (rule < table->n_rules, 0);
  return table->rules[rule].line;
}

int
dmn_table_find_rule (const DmnTable *table, const char *id)
{
  for (guint i = 0; i < table->n_rules; i++)
    if (g_str_equal (table->rules[i].id, id))
      return (int)i;
  return -1;
}

const char *
dmn_table_rule_annotation (const DmnTable *table, guint rule, guint annotation)
{
  g_return_val_if_fail (rule < table->n_rules && annotation < table->n_annotations, "");
  return table->rules[rule].annotations[annotation];
}

const char *
dmn_table_rule_annotation_named (const DmnTable *table, guint rule, const char *name)
{
  for (guint i = 0; i < table->n_annotations; i++)
    if (g_str_equal (table->annotation_names[i], name))
      return dmn_table_rule_annotation (table, rule, i);
  return "";
}

static const DmnCell *
cell_at (const DmnTable *table, guint rule, guint column)
{
  g_return_val_if_fail (rule < table->n_rules && column < table->n_columns, NULL);
  return &table->rules[rule].cells[column];
}

const char *
dmn_table_cell_text (const DmnTable *table, guint rule, guint column)
{
  const DmnCell *cell = cell_at (table, rule, column);

  return cell != NULL ? cell->text : "";
}

const char *
dmn_table_cell_description (const DmnTable *table, guint rule, guint column)
{
  const DmnCell *cell = cell_at (table, rule, column);

  return cell != NULL ? cell->description : "";
}

gboolean
dmn_table_cell_is_any (const DmnTable *table, guint rule, guint column)
{
  const DmnCell *cell = cell_at (table, rule, column);

  return cell == NULL || feel_tests_is_any (cell->tests);
}

const char *
dmn_table_output_text (const DmnTable *table, guint rule, guint output)
{
  g_return_val_if_fail (rule < table->n_rules && output < table->n_outputs, "");
  return table->rules[rule].entries[output].text;
}

FeelValue
dmn_table_output_value (const DmnTable *table, guint rule, guint output)
{
  FeelValue value;

  g_return_val_if_fail (rule < table->n_rules && output < table->n_outputs, FEEL_NULL_VALUE);
  if (feel_expression_constant (table->rules[rule].entries[output].expression, &value))
    return value;
  return feel_value_null_because ("the output is computed");
}
