/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-facts-private.h"
#include "advice/advice-instrument-private.h"
#include "dmn/dmn-changes.h"

G_BEGIN_DECLS

#define ADVICE_MOST_IN_SET 16
#define ADVICE_MOST_SETS DMN_CHANGES_MAX

/* One input's change, and how it is said. */
typedef struct
{
  DmnChange change; /* its input is the model's */
  AdviceFactId id;
  gboolean another;  /* any value but @change's target: for what fits already */
  const char *cell;  /* the cell's text, for a list of values; NULL */
  const char *label; /* the criterion's sentence; NULL */
} AdviceChangeItem;

/* Changes that belong together, and the facts of their rule that stay open beside them. */
typedef struct
{
  AdviceChangeItem items[ADVICE_MOST_IN_SET];
  guint n;
  AdviceFactId open[ADVICE_MOST_IN_SET];
  guint n_open;
} AdviceChangeSet;

/* One kind of support, and the smallest sets found for it. */
typedef struct
{
  const AdviceDecider *decider;
  const AdviceRule *rule;
  const DmnOutcomes *outcomes;
  const DmnTable *table;
  AdviceInstrument *result;
  AdviceChange *told;
  AdviceChangeSet sets[ADVICE_MOST_SETS];
  guint n_sets;
} AdviceChangeSearch;

/* The change that the cell asks for, and whether somebody can make it (advice-change.c). */
AdviceChangeItem advice_change_cell (const AdviceChangeSearch *search, guint row, guint column);
gboolean advice_change_is_possible (const AdviceChangeSearch *search, const AdviceChangeItem *item);

/* Fills the result's changes from the sets, those that are enough first; or says what nobody can
 * change (advice-change-tell.c). */
void advice_change_tell (AdviceChangeSearch *search);

/* "exactly one partner takes part": a clause to stand after "if"; NULL when nobody can change that.
 */
BaseText *advice_change_clause (const AdviceChangeItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* "a; b; c": items that hold commas and "and" themselves. Takes the texts, not the array; NULL for
 * none. */
BaseText *advice_change_list (BaseText **items, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
