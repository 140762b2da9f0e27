/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-check-internal.h"
#include "dmn/dmn-solver.h"

#include <string.h>

/* What can be said of a model without following its rules (inputs that nothing reads, types that do
 * not fit), what its author accepts, and the list of findings. */

static const char *const kind_names[] = {
  [DMN_FINDING_GAP] = "gap",
  [DMN_FINDING_OVERLAP] = "overlap",
  [DMN_FINDING_CONFLICT] = "conflict",
  [DMN_FINDING_DEAD] = "dead",
  [DMN_FINDING_SHADOWED] = "shadowed",
  [DMN_FINDING_UNREACHABLE] = "unreachable",
  [DMN_FINDING_UNUSED] = "unused",
  [DMN_FINDING_TYPE] = "type",
  [DMN_FINDING_UNCHECKED] = "unchecked",
};

const char *
dmn_finding_kind_name (DmnFindingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), "");
  return kind_names[kind];
}

/* --- Findings
 * -----------------------------------------------------------------------------------------------------
 */

DmnFinding
dmn_finding_new (DmnFindingKind kind, int decision)
{
  return (DmnFinding){ .kind = kind,
                       .decision = decision,
                       .rule = -1,
                       .other = -1,
                       .column = -1,
                       .output = -1,
                       .input = -1,
                       .certain = TRUE };
}

/* The rest of the line “Accepted KIND: …” in @description, NULL when there is none. */
static const char *
accepted (DmnCheck *check, const char *description, DmnFindingKind kind)
{
  g_autofree char *wanted = g_strdup_printf (DMN_CHECK_ACCEPTED "%s:", kind_names[kind]);
  g_auto (GStrv) lines = g_strsplit (description, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_str_has_prefix (line, wanted) && line[strlen (wanted)] != '\0')
        {
          const char *reason = g_strchug (lines[i] + strlen (wanted));

          return *reason != '\0' ? feel_arena_copy (check->arena, reason, strlen (reason)) : NULL;
        }
    }
  return NULL;
}

static const char *
find_accepted (DmnCheck *check, const DmnFinding *finding)
{
  const DmnDecision *decision
      = finding->decision >= 0 ? &check->model->decisions[finding->decision] : NULL;
  const char *reason = NULL;

  if (finding->input >= 0)
    return accepted (check, check->model->inputs[finding->input].description, finding->kind);
  if (decision != NULL && decision->table != NULL)
    reason = accepted (check, dmn_table_description (decision->table), finding->kind);
  if (decision != NULL && reason == NULL)
    reason = accepted (check, decision->description, finding->kind);
  return reason;
}

void
dmn_check_add (DmnCheck *check, DmnFinding finding)
{
  guint alike = 0;

  for (guint i = 0; i < check->findings->len; i++)
    {
      const DmnFinding *other = &g_array_index (check->findings, DmnFinding, i);

      alike += other->kind == finding.kind && other->decision == finding.decision;
    }
  if (alike >= DMN_CHECK_MOST)
    {
      check->truncated = TRUE;
      return;
    }
  finding.accepted = find_accepted (check, &finding);
  g_array_append_val (check->findings, finding);
}

/* --- Unused
 * -------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  guint slot;
  gboolean used;
} Use;

static void
look_for_slot (const FeelExpression *expression, gpointer data)
{
  Use *use = data;

  use->used |= feel_expression_uses (expression, use->slot);
}

static void
check_input (DmnCheck *check, guint input)
{
  const DmnModel *model = check->model;
  DmnFinding finding = dmn_finding_new (DMN_FINDING_UNUSED, -1);
  Use use = { .slot = input };

  for (guint i = 0; i < model->n_decisions; i++)
    dmn_logic_foreach (&model->logics[i], look_for_slot, &use);
  finding.input = (int)input;
  if (!use.used)
    dmn_check_add (check, finding);
}

static void
check_columns (DmnCheck *check, guint decision)
{
  const DmnTable *table = check->model->logics[decision].table;

  for (guint column = 0; column < table->n_columns; column++)
    {
      DmnFinding finding = dmn_finding_new (DMN_FINDING_UNUSED, (int)decision);
      gboolean used = table->n_rules == 0;

      for (guint rule = 0; rule < table->n_rules; rule++)
        used |= !feel_tests_is_any (table->rules[rule].cells[column].tests);
      finding.column = (int)column;
      if (!used)
        dmn_check_add (check, finding);
    }
}

/* --- Types: what loading cannot refuse, because each part by itself is right
 * ------------------------------------ */

static gboolean
types_fit (const DmnType *a, const DmnType *b)
{
  return a->kind == FEEL_NULL || b->kind == FEEL_NULL
         || (a->kind == b->kind && a->collection == b->collection);
}

static gboolean
cells_fit (const DmnTable *table, guint column, const DmnType *type)
{
  const FeelTest *tests;
  guint n;
  gboolean negated;

  for (guint rule = 0; rule < table->n_rules && type->kind != FEEL_NULL && !type->collection;
       rule++)
    if (feel_tests_simple (table->rules[rule].cells[column].tests, &tests, &n, &negated))
      for (guint i = 0; i < n; i++)
        {
          FeelValue value = !tests[i].is_range                     ? tests[i].value
                            : tests[i].range.low.kind != FEEL_NULL ? tests[i].range.low
                                                                   : tests[i].range.high;

          if (value.kind != FEEL_NULL && value.kind != type->kind)
            return FALSE;
        }
  return TRUE;
}

static void
check_column_types (DmnCheck *check, guint decision)
{
  const DmnModel *model = check->model;
  const DmnTable *table = model->logics[decision].table;

  for (guint column = 0; column < table->n_columns; column++)
    {
      DmnFinding finding = dmn_finding_new (DMN_FINDING_TYPE, (int)decision);
      const DmnType *source;
      guint slot;

      if (!feel_expression_variable (table->expressions[column], &slot))
        continue;
      source = slot < model->n_inputs ? model->input_types[slot]
                                      : model->logics[slot - model->n_inputs].type;
      finding.column = (int)column;
      if (!types_fit (table->column_types[column], source) || !cells_fit (table, column, source))
        dmn_check_add (check, finding);
    }
}

/* A result that the decision's own type does not take becomes null. */
static void
check_result_types (DmnCheck *check, guint decision)
{
  const DmnLogic *logic = &check->model->logics[decision];
  const DmnTable *table = logic->table;
  gboolean single = table->policy <= DMN_HIT_FIRST;

  if (table->n_outputs > 1 || table->aggregation != DMN_AGGREGATION_NONE)
    return;
  for (guint rule = 0; rule < table->n_rules; rule++)
    {
      DmnFinding finding = dmn_finding_new (DMN_FINDING_TYPE, (int)decision);
      DmnType item = *logic->type;
      FeelValue value;

      if (!single)
        item.collection = FALSE;
      finding.rule = (int)rule;
      finding.output = 0;
      if (feel_expression_constant (table->rules[rule].entries[0].expression, &value)
          && !dmn_type_accepts (&item, value)
          && dmn_type_coerce (&item, value, check->arena).kind == FEEL_NULL)
        dmn_check_add (check, finding);
    }
}

/* --- The whole
 * ----------------------------------------------------------------------------------------------------
 */

DmnCheck *
dmn_check_new (const DmnModel *model)
{
  DmnCheck *check;

  g_return_val_if_fail (model != NULL, NULL);
  check = g_new0 (DmnCheck, 1);
  check->model = model;
  check->arena = feel_arena_new ();
  check->findings = g_array_new (FALSE, FALSE, sizeof (DmnFinding));
  for (guint i = 0; i < model->n_inputs; i++)
    check_input (check, i);
  for (guint i = 0; i < model->n_decisions; i++)
    if (model->logics[i].table != NULL)
      {
        check_column_types (check, i);
        check_result_types (check, i);
        check_columns (check, i);
        dmn_check_table (check, i);
      }
  return check;
}

void
dmn_check_free (DmnCheck *check)
{
  if (check == NULL)
    return;
  g_array_unref (check->findings);
  feel_arena_free (check->arena);
  g_free (check);
}

guint
dmn_check_n (const DmnCheck *check)
{
  return check->findings->len;
}

const DmnFinding *
dmn_check_finding (const DmnCheck *check, guint index)
{
  g_return_val_if_fail (index < check->findings->len, NULL);
  return &g_array_index (check->findings, DmnFinding, index);
}

gboolean
dmn_check_passed (const DmnCheck *check)
{
  for (guint i = 0; i < check->findings->len; i++)
    if (g_array_index (check->findings, DmnFinding, i).accepted == NULL)
      return FALSE;
  return TRUE;
}

gboolean
dmn_check_is_truncated (const DmnCheck *check)
{
  return check->truncated;
}
