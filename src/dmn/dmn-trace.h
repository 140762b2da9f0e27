/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/* Why an evaluation gave what it gave: for each table that took part, the value of each column,
 * which rules matched, and for every rule each cell's true or false. Owns its memory; lives as long
 * as its model. */
typedef struct _DmnTrace DmnTrace;

void dmn_trace_free (DmnTrace *trace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnTrace, dmn_trace_free)

/* Decisions evaluated, in order; the last is the one that was asked for. */
guint dmn_trace_n_decisions (const DmnTrace *trace);
/* Index in the model of the @step-th decision evaluated. */
guint dmn_trace_decision (const DmnTrace *trace, guint step);
/* The step of a decision of the model, -1 when it took no part. */
int dmn_trace_find (const DmnTrace *trace, guint decision);
FeelValue dmn_trace_result (const DmnTrace *trace, guint step);

/* The rest is for steps whose decision is a table. */
FeelValue dmn_trace_column_value (const DmnTrace *trace, guint step, guint column);
/* Rules whose cells are all true, in table order, whatever the hit policy then chose. */
guint dmn_trace_n_matched (const DmnTrace *trace, guint step);
guint dmn_trace_matched (const DmnTrace *trace, guint step, guint index);
gboolean dmn_trace_rule_matched (const DmnTrace *trace, guint step, guint rule);
/* TRUE when the cell's test is true. */
gboolean dmn_trace_cell (const DmnTrace *trace, guint step, guint rule, guint column);

G_END_DECLS
