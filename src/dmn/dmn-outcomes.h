/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-fact.h"
#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/* Every outcome a decision can still have when some inputs are unknown or known only to lie
 * somewhere, and for each rule and cell whether it is met, not met, or cannot be told.
 *
 * Exact: the inputs' axes are cut at the break points of all cells that test them, through required
 * decisions too; each piece is tried. Where that takes more than DMN_OUTCOMES_CAP combinations, or
 * an unknown input goes through an expression that has no break points (`staff * 2`), each cell is
 * judged by itself (three-valued), the list may then hold outcomes that cannot happen, never lack
 * one that can, and dmn_outcomes_is_exact() is FALSE.
 *
 * Numbers are taken to be any decimal, dates any day, a string any text unless its type lists
 * allowed values. */
typedef struct _DmnOutcomes DmnOutcomes;

#define DMN_OUTCOMES_CAP 4096

/* @facts: dmn_model_n_inputs() facts in the model's order. An error (DMN_ERROR_INPUT) when a value
 * is of the wrong type. The result lives at most as long as the model. */
DmnOutcomes *dmn_model_outcomes (const DmnModel *model,
                                 guint decision,
                                 const DmnFact *facts,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void dmn_outcomes_free (DmnOutcomes *outcomes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnOutcomes, dmn_outcomes_free)

/* The different results still possible; for a table in the order of the first rule that gives each,
 * null ("no rule matched") last. Results of list policies (COLLECT …) are whole lists. Never empty,
 * except that a literal expression of unknown inputs has none at all. */
guint dmn_outcomes_n (const DmnOutcomes *outcomes);
FeelValue dmn_outcomes_value (const DmnOutcomes *outcomes, guint outcome);
/* TRUE when @rule can be one of the rules that decide this outcome (under FIRST: the first that
 * matches). */
gboolean dmn_outcomes_by_rule (const DmnOutcomes *outcomes, guint outcome, guint rule);
/* Exactly one outcome is left. */
gboolean dmn_outcomes_is_settled (const DmnOutcomes *outcomes);
gboolean dmn_outcomes_is_exact (const DmnOutcomes *outcomes);
/* TRUE when @value is among the outcomes; for a table with several outputs @value may be one
 * output's value, with
 * @output its name (NULL: the whole result). */
gboolean dmn_outcomes_can_be (const DmnOutcomes *outcomes, const char *output, FeelValue value);

typedef enum
{
  DMN_CELL_NOT_MET,
  DMN_CELL_MET,
  DMN_CELL_UNKNOWN,
} DmnCellState;

/* How far a value is from a cell's test. */
typedef struct
{
  gboolean known; /* FALSE: the test has no bound (a string, a general expression) or the value is
                     not known */
  FeelValue
      bound; /* the nearest value at which the test becomes true (26.56 against `<= 25`: 25) */
  gboolean included; /* the bound itself meets the test */
  gboolean below;    /* the value has to come down to the bound (else up) */
  FeelNumber gap; /* |value - bound|: numbers as they are, dates in days; 0 when the cell is met */
} DmnDistance;

/* The rest is for tables. Column states are those of the decision's own table; ask for a required
 * decision by its own dmn_model_outcomes(). */
const DmnTable *
dmn_outcomes_table (const DmnOutcomes *outcomes); /* NULL for a literal expression */
DmnCellState dmn_outcomes_cell (const DmnOutcomes *outcomes, guint rule, guint column);
/* Met: every cell is met. Not met: no possible input matches the rule. */
DmnCellState dmn_outcomes_rule (const DmnOutcomes *outcomes, guint rule);
DmnDistance dmn_outcomes_distance (const DmnOutcomes *outcomes, guint rule, guint column);
/* The column's value when it is settled; FALSE when it is not (then @value is what is known: a
 * null, whose reason says "unknown", the interval of the fact as a range, or a list of the values a
 * required decision can have). */
gboolean dmn_outcomes_column (const DmnOutcomes *outcomes, guint column, FeelValue *value);
guint dmn_outcomes_n_not_met (const DmnOutcomes *outcomes, guint rule);
guint dmn_outcomes_n_unknown (const DmnOutcomes *outcomes, guint rule);
/* The rule that decides (when one outcome is left, the first rule that matches or may match), else
 * -1. */
int dmn_outcomes_deciding_rule (const DmnOutcomes *outcomes);
/* Of the rules whose output @output (NULL or "": the first) is @value: the one that matched, else
 * the nearest (fewest cells not met, then fewest unknown, then table order); -1 when no rule gives
 * it. */
int dmn_outcomes_nearest_rule (const DmnOutcomes *outcomes, const char *output, FeelValue value);
/* All rules that are as near as that one, in table order; NULL and 0 when no rule gives it.
 * g_free(). */
guint *dmn_outcomes_nearest_rules (const DmnOutcomes *outcomes,
                                   const char *output,
                                   FeelValue value,
                                   guint *n) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE when knowing @input (an index of the model) alone would leave one outcome whatever its
 * value. FALSE for inputs that are known already. */
gboolean dmn_outcomes_input_settles (const DmnOutcomes *outcomes, guint input);
/* TRUE when the outcome may depend on this unknown input. */
gboolean dmn_outcomes_input_matters (const DmnOutcomes *outcomes, guint input);

G_END_DECLS
