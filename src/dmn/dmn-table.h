/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* A decision table as its author wrote it: columns, rules, cells and their texts. Belongs to its
 * model; so do all strings, which are "" where the file has none. Indexes count from 0. */

typedef enum
{
  DMN_HIT_UNIQUE,
  DMN_HIT_ANY,
  DMN_HIT_PRIORITY,
  DMN_HIT_FIRST,
  DMN_HIT_RULE_ORDER,
  DMN_HIT_OUTPUT_ORDER,
  DMN_HIT_COLLECT,
} DmnHitPolicy;

typedef enum
{
  DMN_AGGREGATION_NONE,
  DMN_AGGREGATION_SUM,
  DMN_AGGREGATION_COUNT,
  DMN_AGGREGATION_MIN,
  DMN_AGGREGATION_MAX,
} DmnAggregation;

typedef struct
{
  const char *id;
  const char *label;       /* the attribute, else the text of the expression */
  const char *expression;  /* "overall", "Applicant.age" */
  const char *description; /* source, stated or inferred: whatever the author wrote */
  const char *type;        /* typeRef of the expression, "" when not given */
  int input;    /* index of the model's input when the expression is just its name, else -1 */
  int decision; /* index of the model's decision when the expression is just its name, else -1 */
  guint line;
} DmnColumn;

typedef struct
{
  const char *name; /* "" when the table has a single, unnamed output */
  const char *label;
  const char *type;
  const char *description;
} DmnOutput;

const char *dmn_table_label (const DmnTable *table);
const char *dmn_table_description (const DmnTable *table);
DmnHitPolicy dmn_table_hit_policy (const DmnTable *table);
DmnAggregation dmn_table_aggregation (const DmnTable *table);
const char *dmn_hit_policy_name (DmnHitPolicy policy); /* "UNIQUE" … as the file writes it */

guint dmn_table_n_columns (const DmnTable *table);
const DmnColumn *dmn_table_column (const DmnTable *table, guint column);
guint dmn_table_n_outputs (const DmnTable *table);
const DmnOutput *dmn_table_output (const DmnTable *table, guint output);

guint dmn_table_n_rules (const DmnTable *table);
const char *dmn_table_rule_id (const DmnTable *table, guint rule);
const char *dmn_table_rule_description (const DmnTable *table, guint rule);
guint dmn_table_rule_line (const DmnTable *table, guint rule);
/* -1 when there is none. */
int dmn_table_find_rule (const DmnTable *table, const char *id);

/* Annotation columns have names ("reason", "source", "basis"); a rule has one text for each. */
const char *dmn_table_rule_annotation (const DmnTable *table, guint rule, guint annotation);
/* By the column's name; "" when the table has no such annotation. */
const char *dmn_table_rule_annotation_named (const DmnTable *table, guint rule, const char *name);

/* A cell's test as written ("<= 25", "-"), and the description of the cell. */
const char *dmn_table_cell_text (const DmnTable *table, guint rule, guint column);
const char *dmn_table_cell_description (const DmnTable *table, guint rule, guint column);
/* TRUE for a cell that tests nothing ("-" or empty). */
gboolean dmn_table_cell_is_any (const DmnTable *table, guint rule, guint column);
/* What the rule gives, as written, and as a value when it is a constant (else null with a reason).
 */
const char *dmn_table_output_text (const DmnTable *table, guint rule, guint output);
FeelValue dmn_table_output_value (const DmnTable *table, guint rule, guint output);

G_END_DECLS
