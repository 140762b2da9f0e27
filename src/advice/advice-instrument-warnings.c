/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-ask-private.h"
#include "advice/advice-instrument-private.h"

/* What to check before relying on an outcome: the rules of data/rules/warnings.dmn that hold for
 * this kind of support. A rule that cannot be told yet is shown too when its annotation "when open"
 * says "ask": its text is then a question that has not been answered. Warnings never change an
 * outcome. */

/* The fact a warning is about: that of its first cell that tests something beside the kind of
 * support and the date. */
static int
find_cell (const DmnTable *table, const AdviceRule *rule, guint row, guint *column)
{
  for (*column = 0; *column < dmn_table_n_columns (table); (*column)++)
    {
      int input = dmn_table_column (table, *column)->input;
      guint id = input >= 0 ? rule->facts[input] : ADVICE_N_FACTS;

      if (!dmn_table_cell_is_any (table, row, *column) && id != ADVICE_FACT_INSTRUMENT
          && id != ADVICE_FACT_ON && id != ADVICE_N_FACTS)
        return (int)id;
    }
  return -1;
}

/* A warning about nothing but the kind of support cites its source in that cell. */
static guint
instrument_column (const DmnTable *table, const AdviceRule *rule)
{
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    {
      int input = dmn_table_column (table, column)->input;

      if (input >= 0 && rule->facts[input] == ADVICE_FACT_INSTRUMENT)
        return column;
    }
  return 0;
}

static void
fill (const AdviceDecider *decider,
      const DmnTable *table,
      const AdviceRule *rule,
      guint row,
      DmnCellState state,
      AdviceCriterion *warning)
{
  guint column;
  int id = find_cell (table, rule, row, &column);

  if (id < 0)
    column = instrument_column (table, rule);
  warning->warning = TRUE;
  warning->table = "warnings";
  warning->rule = row + 1;
  warning->column = column + 1;
  warning->text
      = advice_pool_keep (decider->pool, base_text_new (dmn_table_rule_description (table, row)));
  warning->basis
      = advice_instrument_basis (dmn_table_cell_description (table, row, column), &warning->source);
  /* "Not met": the thing to check is there. A remark about the kind of support alone stays to be
   * checked. */
  warning->outcome
      = state == DMN_CELL_MET && id >= 0 ? ADVICE_CRITERION_NOT_MET : ADVICE_CRITERION_UNKNOWN;
  if (id >= 0)
    advice_instrument_tell_fact (decider, warning, id);
}

void
advice_instrument_warn (AdviceDecider *decider, AdviceInstrument *result)
{
  const AdviceRule *rule = advice_rules_find (decider->rules, "warnings", "warnings");
  g_autoptr (DmnOutcomes) outcomes = NULL;
  const DmnTable *table;
  AdviceCriterion *warnings;

  decider->values[ADVICE_FACT_INSTRUMENT]
      = dmn_fact_value (feel_value_string (result->instrument->id));
  outcomes = advice_ask (rule, decider->values);
  table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  if (table == NULL)
    return;
  warnings = advice_pool_new_array (decider->pool, AdviceCriterion, dmn_table_n_rules (table));
  for (guint row = 0; row < dmn_table_n_rules (table); row++)
    {
      DmnCellState state = dmn_outcomes_rule (outcomes, row);
      gboolean ask = g_str_equal (dmn_table_rule_annotation_named (table, row, "when open"), "ask");

      if (state == DMN_CELL_MET || (state == DMN_CELL_UNKNOWN && ask))
        fill (decider, table, rule, row, state, &warnings[result->n_warnings++]);
    }
  result->warnings = warnings;
}
