/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-loader.h"

#include <string.h>

/* A decision table from its XML: read, checked, compiled. */

#define MOST_RULES 20000
#define MOST_COLUMNS 256

static const struct
{
  const char *name;
  DmnHitPolicy policy;
} policies[] = {
  { "UNIQUE", DMN_HIT_UNIQUE },         { "ANY", DMN_HIT_ANY },
  { "PRIORITY", DMN_HIT_PRIORITY },     { "FIRST", DMN_HIT_FIRST },
  { "RULE ORDER", DMN_HIT_RULE_ORDER }, { "OUTPUT ORDER", DMN_HIT_OUTPUT_ORDER },
  { "COLLECT", DMN_HIT_COLLECT },
};

static const struct
{
  const char *name;
  DmnAggregation aggregation;
} aggregations[] = {
  { "SUM", DMN_AGGREGATION_SUM },
  { "COUNT", DMN_AGGREGATION_COUNT },
  { "MIN", DMN_AGGREGATION_MIN },
  { "MAX", DMN_AGGREGATION_MAX },
};

const char *
dmn_hit_policy_name (DmnHitPolicy policy)
{
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    if (policies[i].policy == policy)
      return policies[i].name;
  g_return_val_if_reached ("");
}

const FeelExpression *
dmn_load_expression (DmnLoader *loader, const xmlNode *node, const char *text, FeelScope *scope)
{
  GError *error = NULL;
  const FeelExpression *expression;

  if (loader->failed)
    return NULL;
  expression = feel_expression_parse (text, scope, loader->model->arena, &error);
  if (expression == NULL)
    dmn_loader_fail_feel (loader, node, text, error);
  return expression;
}

/* --- Head of the table
 * ------------------------------------------------------------------------------------------ */

static void
load_policy (DmnLoader *loader, const xmlNode *node, DmnTable *table)
{
  const char *policy = dmn_xml_attribute (loader, node, "hitPolicy");
  const char *aggregation = dmn_xml_attribute (loader, node, "aggregation");
  gboolean known = *policy == '\0', aggregated = *aggregation == '\0';

  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    if (g_str_equal (policies[i].name, policy))
      {
        table->policy = policies[i].policy;
        known = TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (aggregations); i++)
    if (g_str_equal (aggregations[i].name, aggregation))
      {
        table->aggregation = aggregations[i].aggregation;
        aggregated = TRUE;
      }
  if (!known)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the hit policy “%s” is not known", policy);
  if (!aggregated)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the aggregation “%s” is not known",
                     aggregation);
  if (table->aggregation != DMN_AGGREGATION_NONE && table->policy != DMN_HIT_COLLECT)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "an aggregation without COLLECT");
}

static void
load_column (DmnLoader *loader, const xmlNode *node, DmnTable *table, guint index, FeelScope *scope)
{
  const xmlNode *expression = dmn_xml_child (loader, node, "inputExpression");
  DmnColumn *column = &table->columns[index];
  guint slot;

  if (expression == NULL)
    {
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "column %u has no input expression",
                       index + 1);
      return;
    }
  column->id = dmn_xml_attribute (loader, node, "id");
  column->expression = dmn_xml_child_text (loader, expression, "text");
  column->label = dmn_xml_attribute (loader, node, "label");
  if (*column->label == '\0')
    column->label = column->expression;
  column->description = dmn_xml_child_text (loader, node, "description");
  column->type = dmn_xml_attribute (loader, expression, "typeRef");
  column->line = (guint)xmlGetLineNo (node);
  column->input = column->decision = -1;
  table->column_types[index] = dmn_load_type_ref (loader, expression);
  table->column_allowed[index] = dmn_load_tests (loader, node, "inputValues", NULL);
  table->expressions[index] = dmn_load_expression (loader, expression, column->expression, scope);
  if (table->expressions[index] == NULL
      || !feel_expression_variable (table->expressions[index], &slot))
    return;
  if (slot < loader->inputs->len)
    column->input = (int)slot;
  else
    column->decision = (int)(slot - loader->inputs->len);
}

/* Output values in the clause, else the allowed values of the output's type. */
static void
load_priorities (DmnLoader *loader, const xmlNode *node, DmnTable *table, guint index)
{
  const FeelExpression *tests = dmn_load_tests (loader, node, "outputValues", NULL);
  const DmnType *type = table->output_types[index];
  FeelValue *values = NULL;

  if (tests != NULL)
    table->n_priorities[index] = dmn_tests_values (tests, loader->model->arena, &values);
  else
    {
      table->n_priorities[index] = type->n_values;
      values = type->values;
    }
  table->priorities[index] = values;
}

static const DmnType *
component_type (const DmnType *type, const char *name)
{
  for (guint i = 0; i < type->n_components; i++)
    if (g_str_equal (type->component_names[i], name))
      return type->components[i];
  return NULL;
}

static void
load_output (DmnLoader *loader,
             const xmlNode *node,
             DmnTable *table,
             guint index,
             const DmnType *result,
             FeelScope *scope)
{
  DmnOutput *output = &table->outputs[index];
  const xmlNode *fallback = dmn_xml_child (loader, node, "defaultOutputEntry");
  const DmnType *type = dmn_load_type_ref (loader, node);

  output->name = dmn_xml_attribute (loader, node, "name");
  output->label = dmn_xml_attribute (loader, node, "label");
  output->type = dmn_xml_attribute (loader, node, "typeRef");
  output->description = dmn_xml_child_text (loader, node, "description");
  if (table->n_outputs > 1 && *output->name == '\0')
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "output %u has no name", index + 1);
  for (guint i = 0; i < index; i++)
    if (table->n_outputs > 1 && g_str_equal (table->outputs[i].name, output->name))
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the output “%s” stands twice", output->name);
  if (type->kind == FEEL_NULL && type->n_components == 0)
    {
      const DmnType *part = component_type (result, output->name);

      if (part != NULL)
        type = part;
      else if (table->n_outputs == 1 && result->n_components == 0)
        type = result;
    }
  table->output_types[index] = type;
  load_priorities (loader, node, table, index);
  if (fallback != NULL)
    {
      const char *text = dmn_xml_child_text (loader, fallback, "text");

      if (*text != '\0')
        table->defaults[index] = dmn_load_expression (loader, fallback, text, scope);
    }
}

static void
check_head (DmnLoader *loader, const xmlNode *node, const DmnTable *table)
{
  gboolean ordered = table->policy == DMN_HIT_PRIORITY || table->policy == DMN_HIT_OUTPUT_ORDER;
  guint known = 0;

  for (guint i = 0; i < table->n_outputs; i++)
    known += table->n_priorities[i] > 0;
  if (ordered && known == 0)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL,
                     "hit policy %s needs the order of the output values",
                     dmn_hit_policy_name (table->policy));
  if (table->aggregation != DMN_AGGREGATION_NONE && table->n_outputs > 1)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "an aggregation takes one output, found %u",
                     table->n_outputs);
}

/* --- Rules
 * ------------------------------------------------------------------------------------------------------
 */

/* The literal kinds of a cell must be the column's: `"18"` in a column of numbers never matches. */
static void
check_cell_kind (DmnLoader *loader,
                 const xmlNode *node,
                 const DmnTable *table,
                 guint column,
                 const FeelExpression *cell)
{
  FeelKind wanted = table->column_types[column]->kind;
  const FeelTest *tests;
  guint n;
  gboolean negated;

  if (wanted == FEEL_NULL || table->column_types[column]->collection
      || !feel_tests_simple (cell, &tests, &n, &negated))
    return;
  for (guint i = 0; i < n; i++)
    {
      FeelValue value = !tests[i].is_range                     ? tests[i].value
                        : tests[i].range.low.kind != FEEL_NULL ? tests[i].range.low
                                                               : tests[i].range.high;

      if (value.kind != FEEL_NULL && value.kind != wanted)
        dmn_loader_fail (loader, node, DMN_ERROR_MODEL,
                         "the cell tests a %s, the column holds a %s", feel_kind_name (value.kind),
                         feel_kind_name (wanted));
    }
}

/* A single value that the column's list of values does not hold is a slip of the pen. */
static void
check_cell_allowed (DmnLoader *loader,
                    const xmlNode *node,
                    const DmnTable *table,
                    guint column,
                    const FeelExpression *cell)
{
  const FeelExpression *allowed = table->column_allowed[column];
  FeelFrame frame = { .arena = loader->model->arena };
  const FeelTest *tests;
  guint n;
  gboolean negated;

  if (allowed == NULL)
    allowed = table->column_types[column]->allowed;
  if (allowed == NULL || !feel_tests_simple (cell, &tests, &n, &negated)
      || table->column_types[column]->collection)
    return;
  for (guint i = 0; i < n; i++)
    if (!tests[i].is_range && tests[i].value.kind != FEEL_NULL
        && feel_tests_evaluate (allowed, tests[i].value, &frame) != 1)
      {
        g_autofree char *value = feel_value_to_feel (tests[i].value);

        dmn_loader_fail (loader, node, DMN_ERROR_MODEL,
                         "the cell tests %s, which is not among the column's allowed values",
                         value);
      }
}

/* `a > b`, read by feel_range_contains, can never hold. */
static void
check_cell_range (DmnLoader *loader, const xmlNode *node, const FeelExpression *cell)
{
  const FeelTest *tests;
  guint n;
  gboolean negated;
  int order;

  if (!feel_tests_simple (cell, &tests, &n, &negated))
    return;
  for (guint i = 0; i < n; i++)
    if (tests[i].is_range && feel_value_compare (tests[i].range.low, tests[i].range.high, &order)
        && (order > 0
            || (order == 0 && !(tests[i].range.low_closed && tests[i].range.high_closed))))
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the range is empty");
}

static void
load_cell (DmnLoader *loader,
           const xmlNode *node,
           DmnTable *table,
           guint rule,
           guint column,
           FeelScope *scope)
{
  DmnCell *cell = &table->rules[rule].cells[column];
  g_autofree char *where = g_strdup_printf ("table “%s”, rule %u, column “%s”", table->name,
                                            rule + 1, table->columns[column].label);
  GError *error = NULL;

  if (loader->failed)
    return;
  loader->where = where;
  cell->text = dmn_xml_child_text (loader, node, "text");
  cell->description = dmn_xml_child_text (loader, node, "description");
  cell->tests = feel_tests_parse (cell->text, scope, loader->model->arena, &error);
  if (cell->tests == NULL)
    dmn_loader_fail_feel (loader, node, cell->text, error);
  else
    {
      check_cell_kind (loader, node, table, column, cell->tests);
      check_cell_allowed (loader, node, table, column, cell->tests);
      check_cell_range (loader, node, cell->tests);
    }
  loader->where = NULL;
}

/* An output must be of its type and, where output values are listed, one of them. */
static void
check_entry (DmnLoader *loader,
             const xmlNode *node,
             const DmnTable *table,
             guint output,
             const FeelExpression *expression)
{
  FeelValue value;
  g_autofree char *text = NULL;
  gboolean found = FALSE;

  if (!feel_expression_constant (expression, &value) || value.kind == FEEL_NULL)
    return;
  text = feel_value_to_feel (value);
  for (guint i = 0; i < table->n_priorities[output]; i++)
    found |= feel_value_identical (value, table->priorities[output][i]);
  if (table->n_priorities[output] > 0 && !found && value.kind != FEEL_LIST)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the output %s is not among the allowed values",
                     text);
  if (!table->output_types[output]->collection && value.kind != FEEL_LIST
      && table->output_types[output]->kind != FEEL_NULL
      && value.kind != table->output_types[output]->kind
      && table->aggregation != DMN_AGGREGATION_COUNT)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the output %s is a %s, expected a %s", text,
                     feel_kind_name (value.kind),
                     feel_kind_name (table->output_types[output]->kind));
}

static void
load_entry (DmnLoader *loader,
            const xmlNode *node,
            DmnTable *table,
            guint rule,
            guint output,
            FeelScope *scope)
{
  DmnEntry *entry = &table->rules[rule].entries[output];
  g_autofree char *where = g_strdup_printf ("table “%s”, rule %u, output %u “%s”", table->name,
                                            rule + 1, output + 1, table->outputs[output].name);

  if (loader->failed)
    return;
  loader->where = where;
  entry->text = dmn_xml_child_text (loader, node, "text");
  entry->description = dmn_xml_child_text (loader, node, "description");
  entry->expression
      = dmn_load_expression (loader, node, *entry->text != '\0' ? entry->text : "null", scope);
  if (entry->expression != NULL)
    check_entry (loader, node, table, output, entry->expression);
  loader->where = NULL;
}

static void
load_annotations (DmnLoader *loader, const xmlNode *node, DmnTable *table, DmnRule *rule)
{
  guint i = 0;

  rule->annotations
      = feel_arena_alloc (loader->model->arena, (table->n_annotations + 1) * sizeof (char *));
  for (const xmlNode *entry = dmn_xml_child (loader, node, "annotationEntry");
       entry != NULL && i < table->n_annotations; entry = dmn_xml_next (loader, entry))
    rule->annotations[i++] = dmn_xml_child_text (loader, entry, "text");
  while (i < table->n_annotations)
    rule->annotations[i++] = "";
}

static void
load_rule (DmnLoader *loader, const xmlNode *node, DmnTable *table, guint index, FeelScope *scope)
{
  DmnRule *rule = &table->rules[index];
  guint n_cells = dmn_xml_count (loader, node, "inputEntry");
  guint n_entries = dmn_xml_count (loader, node, "outputEntry");
  guint i = 0;

  if (n_cells != table->n_columns || n_entries != table->n_outputs)
    {
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL,
                       "table “%s”, rule %u: found %u cells and %u outputs, expected %u and %u",
                       table->name, index + 1, n_cells, n_entries, table->n_columns,
                       table->n_outputs);
      return;
    }
  rule->id = dmn_xml_attribute (loader, node, "id");
  rule->description = dmn_xml_child_text (loader, node, "description");
  rule->line = (guint)xmlGetLineNo (node);
  rule->cells = feel_arena_alloc (loader->model->arena, (n_cells + 1) * sizeof (DmnCell));
  rule->entries = feel_arena_alloc (loader->model->arena, n_entries * sizeof (DmnEntry));
  for (const xmlNode *cell = dmn_xml_child (loader, node, "inputEntry"); cell != NULL;
       cell = dmn_xml_next (loader, cell))
    load_cell (loader, cell, table, index, i++, scope);
  i = 0;
  for (const xmlNode *entry = dmn_xml_child (loader, node, "outputEntry"); entry != NULL;
       entry = dmn_xml_next (loader, entry))
    load_entry (loader, entry, table, index, i++, scope);
  load_annotations (loader, node, table, rule);
}

static void
load_rules (DmnLoader *loader, const xmlNode *node, DmnTable *table, FeelScope *scope)
{
  guint i = 0;

  table->n_annotations = dmn_xml_count (loader, node, "annotation");
  table->annotation_names
      = feel_arena_alloc (loader->model->arena, (table->n_annotations + 1) * sizeof (char *));
  for (const xmlNode *name = dmn_xml_child (loader, node, "annotation"); name != NULL;
       name = dmn_xml_next (loader, name))
    table->annotation_names[i++] = dmn_xml_attribute (loader, name, "name");
  table->n_rules = dmn_xml_count (loader, node, "rule");
  if (table->n_rules > MOST_RULES)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "more than %d rules", MOST_RULES);
  table->n_words = MAX ((table->n_rules + 63) / 64, 1);
  table->rules = feel_arena_alloc (loader->model->arena, (table->n_rules + 1) * sizeof (DmnRule));
  i = 0;
  for (const xmlNode *rule = dmn_xml_child (loader, node, "rule"); rule != NULL && !loader->failed;
       rule = dmn_xml_next (loader, rule))
    load_rule (loader, rule, table, i++, scope);
}

static void
compile (DmnLoader *loader, DmnTable *table)
{
  FeelArena *arena = loader->model->arena;
  g_autofree const FeelExpression **cells = g_new0 (const FeelExpression *, table->n_rules + 1);

  for (guint column = 0; column < table->n_columns; column++)
    {
      for (guint rule = 0; rule < table->n_rules; rule++)
        cells[rule] = table->rules[rule].cells[column].tests;
      table->indexes[column] = dmn_index_new (arena, cells, table->n_rules, &loader->index_room);
    }
}

static void
allocate (DmnTable *table, FeelArena *arena)
{
  guint n = table->n_columns + 1, m = table->n_outputs + 1;

  table->columns = feel_arena_alloc (arena, n * sizeof (DmnColumn));
  table->expressions = feel_arena_alloc (arena, n * sizeof (gpointer));
  table->column_types = feel_arena_alloc (arena, n * sizeof (gpointer));
  table->column_allowed = feel_arena_alloc (arena, n * sizeof (gpointer));
  table->indexes = feel_arena_alloc (arena, n * sizeof (gpointer));
  table->outputs = feel_arena_alloc (arena, m * sizeof (DmnOutput));
  table->output_types = feel_arena_alloc (arena, m * sizeof (gpointer));
  table->priorities = feel_arena_alloc (arena, m * sizeof (gpointer));
  table->n_priorities = feel_arena_alloc (arena, m * sizeof (guint));
  table->defaults = feel_arena_alloc (arena, m * sizeof (gpointer));
}

static void
load_head (
    DmnLoader *loader, const xmlNode *node, DmnTable *table, const DmnType *type, FeelScope *scope)
{
  guint i = 0;

  table->label = dmn_xml_attribute (loader, node, "label");
  table->description = dmn_xml_child_text (loader, node, "description");
  table->line = (guint)xmlGetLineNo (node);
  load_policy (loader, node, table);
  for (const xmlNode *input = dmn_xml_child (loader, node, "input"); input != NULL;
       input = dmn_xml_next (loader, input))
    load_column (loader, input, table, i++, scope);
  i = 0;
  for (const xmlNode *output = dmn_xml_child (loader, node, "output"); output != NULL;
       output = dmn_xml_next (loader, output))
    load_output (loader, output, table, i++, type, scope);
  check_head (loader, node, table);
}

DmnTable *
dmn_load_table (
    DmnLoader *loader, const xmlNode *node, const char *name, const DmnType *type, FeelScope *scope)
{
  DmnTable *table = feel_arena_alloc (loader->model->arena, sizeof (DmnTable));
  g_autofree char *where = g_strdup_printf ("table “%s”", name);

  table->name = name;
  table->n_columns = dmn_xml_count (loader, node, "input");
  table->n_outputs = dmn_xml_count (loader, node, "output");
  loader->where = where;
  if (table->n_outputs == 0 || table->n_columns > MOST_COLUMNS || table->n_outputs > MOST_COLUMNS)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL,
                     "found %u columns and %u outputs, expected 0 to %d and 1 to %d",
                     table->n_columns, table->n_outputs, MOST_COLUMNS, MOST_COLUMNS);
  else
    {
      allocate (table, loader->model->arena);
      load_head (loader, node, table, type, scope);
    }
  loader->where = NULL;
  if (!loader->failed)
    load_rules (loader, node, table, scope);
  if (!loader->failed)
    compile (loader, table);
  return table;
}
