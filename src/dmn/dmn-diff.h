/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* Which cases get another outcome from a model after an edit. Decisions of the two models belong
 * together by their names. */
typedef struct _DmnDiff DmnDiff;

/* Takes references. */
DmnDiff *dmn_diff_new (DmnModel *before, DmnModel *after) G_GNUC_WARN_UNUSED_RESULT;
void dmn_diff_free (DmnDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnDiff, dmn_diff_free)

/* Evaluates one case by both models, each with its own inputs in its own order. FALSE and
 * DMN_ERROR_INPUT when a model does not take them; then nothing is counted. */
gboolean dmn_diff_add (DmnDiff *diff,
                       const FeelValue *before_inputs,
                       const FeelValue *after_inputs,
                       GError **error);

typedef struct
{
  guint in_case;        /* counted from 0, in the order they were added */
  const char *decision; /* borrowed from the diff */
  FeelValue before;
  FeelValue after;
} DmnDifference;

guint dmn_diff_n_cases (const DmnDiff *diff);
/* Cases in which at least one decision gives something else. */
guint dmn_diff_n_changed (const DmnDiff *diff);
guint dmn_diff_n (const DmnDiff *diff);
const DmnDifference *dmn_diff_difference (const DmnDiff *diff, guint index);

/* Names of decisions that only one of the models has, NULL-terminated; they are not compared. */
const char *const *dmn_diff_only_before (const DmnDiff *diff);
const char *const *dmn_diff_only_after (const DmnDiff *diff);

G_END_DECLS
