/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-ask-private.h"
#include "advice/advice-instrument-private.h"

/* What to check before relying on an outcome. The tables of data/rules/warnings.dmn say which
 * warnings hold for the document (asked once) and which concern a kind of support. They are several
 * and small: what a COLLECT table can still give grows with every open fact in it. A warning that
 * cannot be told yet is shown too when its annotation "when open" says "ask": its text is then a
 * question that has not been answered. Warnings never change an outcome. */

/* The fact a warning is about: that of its first cell that tests something beside the date; -1 for
 * a remark about the kind of support alone. */
static int
find_fact (const DmnTable *table, const AdviceRule *rule, guint row, guint *column)
{
  for (*column = 0; *column < dmn_table_n_columns (table); (*column)++)
    {
      int input = dmn_table_column (table, *column)->input;

      if (input >= 0 && !dmn_table_cell_is_any (table, row, *column)
          && rule->facts[input] != ADVICE_FACT_ON)
        return (int)rule->facts[input];
    }
  *column = 0;
  return -1;
}

static void
fill (const AdviceDecider *decider,
      const AdviceRule *rule,
      guint row,
      DmnCellState state,
      AdviceCriterion *warning)
{
  const DmnDecision *decision = dmn_model_decision (rule->model, rule->decision);
  const DmnTable *table = decision->table;
  guint column;
  int id = find_fact (table, rule, row, &column);
  const char *source = dmn_table_rule_annotation_named (table, row, "source");

  warning->warning = TRUE;
  warning->table = decision->name;
  warning->rule = row + 1;
  warning->column = column + 1;
  warning->text
      = advice_pool_keep (decider->pool, base_text_new (dmn_table_rule_description (table, row)));
  warning->basis = advice_instrument_basis (source, &warning->source);
  /* "Not met": the thing to check is there. A remark stays to be checked. */
  warning->outcome
      = state == DMN_CELL_MET && id >= 0 ? ADVICE_CRITERION_NOT_MET : ADVICE_CRITERION_UNKNOWN;
  if (id >= 0)
    advice_instrument_tell_fact (decider, warning, id);
}

/* --- once for a document --- */

typedef struct
{
  const AdviceRule *rule;
  guint row;
  DmnCellState state;
  FeelValue id;
} Warning;

static void
collect (const AdviceRule *rule, const DmnOutcomes *outcomes, GArray *found)
{
  const DmnTable *table = dmn_outcomes_table (outcomes);

  for (guint row = 0; table != NULL && row < dmn_table_n_rules (table); row++)
    {
      const char *when_open = dmn_table_rule_annotation_named (table, row, "when open");
      Warning warning = { rule, row, dmn_outcomes_rule (outcomes, row),
                          dmn_table_output_value (table, row, 0) };

      if (warning.state == DMN_CELL_MET
          || (warning.state == DMN_CELL_UNKNOWN && g_str_equal (when_open, "ask")))
        g_array_append_val (found, warning);
    }
}

GArray *
advice_warnings_new (const AdviceDecider *decider)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Warning));
  const AdviceRule *rule;

  for (guint i = 0; (rule = advice_rules_nth (decider->rules, "warnings", i)) != NULL; i++)
    if (!g_str_equal (dmn_model_decision (rule->model, rule->decision)->name, "concerned"))
      {
        g_autoptr (DmnOutcomes) outcomes = advice_ask (rule, decider->values);

        if (outcomes != NULL)
          collect (rule, outcomes, found);
      }
  return found;
}

/* --- for one kind of support --- */

static gboolean
is_concerned (const DmnOutcomes *concerned, FeelValue warning)
{
  FeelValue list = dmn_outcomes_value (concerned, 0);

  for (guint i = 0; i < feel_value_n_items (list); i++)
    if (feel_value_identical (feel_value_item (list, i), warning))
      return TRUE;
  return FALSE;
}

void
advice_instrument_warn (AdviceDecider *decider, const GArray *found, AdviceInstrument *result)
{
  g_autoptr (DmnOutcomes) concerned
      = advice_ask (advice_rules_find (decider->rules, "warnings", "concerned"), decider->values);
  AdviceCriterion *warnings;

  if (concerned == NULL || dmn_outcomes_n (concerned) == 0)
    return;
  warnings = advice_pool_new_array (decider->pool, AdviceCriterion, found->len);
  for (guint i = 0; i < found->len; i++)
    {
      const Warning *warning = &g_array_index (found, Warning, i);

      if (is_concerned (concerned, warning->id))
        fill (decider, warning->rule, warning->row, warning->state,
              &warnings[result->n_warnings++]);
    }
  result->warnings = warnings;
}
