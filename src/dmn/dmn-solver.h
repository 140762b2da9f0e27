/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-internal.h"
#include "dmn/dmn-outcomes.h"

G_BEGIN_DECLS

/* Finds every result that a decision can have for what is known: private to the room.
 *
 * 1. The axis of each input that is not known is cut at every constant with which anything on the
 * way to the decision compares it: one sample stands for each piece (dmn-cuts.c).
 * 2. Inputs that reach the decision on more than one way are tried piece by piece, so that their
 * ways agree.
 * 3. What is left is independent: decisions are solved in their order. For a table the sets of
 * rules that are still alive after each column are followed; there are few different ones, however
 * many combinations of values. */

/* The values that something can have. */
typedef struct
{
  FeelValue *values;
  guint n;
  gboolean finite;     /* these very values, not samples of pieces */
  const DmnAxis *axis; /* of samples: where they come from */
  gboolean opaque;     /* it cannot be said: values is empty */
} DmnDomain;

typedef struct
{
  FeelValue value;
  guint64 *deciding; /* rules that can decide it; NULL for a literal expression */
} DmnResult;

typedef struct
{
  const DmnModel *model;
  guint decision;
  const DmnFact *facts;
  FeelArena *arena;
  FeelFrame frame;
  DmnDomain *domains; /* of each slot */
  gboolean *crooked;  /* inputs that some expression uses otherwise than by comparing */
  gboolean exact;
  guint budget; /* combinations left to try */

  /* what is found of the decision */
  GArray *results;    /* of DmnResult */
  guint64 *possible;  /* rules that match for some values */
  guint64 *certain;   /* rules that match for all */
  guint64 *any;       /* for each column: cells that are true for some value */
  guint64 *all;       /* for each column: … for all values */
  DmnDomain *columns; /* what each column can be */
} DmnSolver;

/* Checks the facts; FALSE and DMN_ERROR_INPUT when one is wrong. @arena must outlive the solver's
 * results. */
gboolean dmn_solver_init (DmnSolver *solver,
                          const DmnModel *model,
                          guint decision,
                          const DmnFact *facts,
                          FeelArena *arena,
                          GError **error);
void dmn_solver_clear (DmnSolver *solver);
void dmn_solver_run (DmnSolver *solver);

/* Cuts (dmn-cuts.c): fills the domain of input @index from its fact and all comparisons on the way.
 */
gboolean dmn_solver_cut (DmnSolver *solver, guint index, GError **error);
/* How often the input reaches the decision: 2 stands for more than once. */
guint dmn_solver_ways (const DmnSolver *solver, guint input);
/* Every expression of @decision, also those in cells and outputs. */
typedef void (*DmnExpressionFunc) (const FeelExpression *expression, gpointer data);
void dmn_logic_foreach (const DmnLogic *logic, DmnExpressionFunc function, gpointer data);
gboolean dmn_domain_holds (const DmnDomain *domain, FeelValue value);

G_END_DECLS
