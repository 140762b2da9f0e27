/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-axis.h"

G_BEGIN_DECLS

/* A column compiled: for each piece of its axis the set of rules whose cell is true there. */
typedef struct _DmnIndex DmnIndex;

/* The words of 8 bytes that all indexes of a model may take together. */
#define DMN_INDEX_ROOM ((gsize)8 * 1024 * 1024)

/* @cells: the column's tests, one a rule. @room: words left, counted down. NULL when the column
 * cannot be indexed: a cell that must be evaluated, or no room left. */
DmnIndex *
dmn_index_new (FeelArena *arena, const FeelExpression *const *cells, guint n_rules, gsize *room);
/* The rules (as a set) that are true for @value; NULL when @value is of another kind than the
 * cells. */
const guint64 *dmn_index_find (const DmnIndex *index, const FeelValue *value);
const DmnAxis *dmn_index_axis (const DmnIndex *index);

G_END_DECLS
