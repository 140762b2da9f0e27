/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-check.h"
#include "dmn/dmn-internal.h"

G_BEGIN_DECLS

/* The parts of checking: private to the room. */

struct _DmnCheck
{
  const DmnModel *model;
  FeelArena *arena;
  GArray *findings; /* of DmnFinding */
  gboolean truncated;
};

/* All fields that hold an index at -1. */
DmnFinding dmn_finding_new (DmnFindingKind kind, int decision);
/* Adds it unless there are enough of its kind for its decision. */
void dmn_check_add (DmnCheck *check, DmnFinding finding);

/* Values of a dimension that leave the same rules. */
typedef struct
{
  guint64 *bits;
  guint64 hash;       /* of the bits */
  const char *region; /* unary tests */
  FeelValue example;
} DmnOption;

/* What a table is asked about: one variable or expression, tested by one column or several. */
typedef struct
{
  guint column;    /* the first that tests it */
  GArray *options; /* of DmnOption; each with other bits */
  gboolean certain;
} DmnDimension;

/* The dimensions of a table (dmn-check-dimension.c). NULL when a column cannot be cut: then
 * *@column says which. */
GArray *dmn_dimensions_new (DmnCheck *check, const DmnTable *table, int *column);
/* The dimension that a column tests. */
guint dmn_dimension_of (const DmnTable *table, guint column);

/* Gaps, overlaps, conflicts, dead and shadowed rules, unreachable outputs (dmn-check-table.c). */
void dmn_check_table (DmnCheck *check, guint decision);

G_END_DECLS
