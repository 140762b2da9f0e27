/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-trace.h"

G_BEGIN_DECLS

/* What a decision gives for given inputs, by the standard: an input that is not there is null, and
 * nulls are tested as FEEL does. For inputs that are not known, see dmn-outcomes.h.
 *
 * @decision: an index (dmn_model_find_decision).
 * @inputs: dmn_model_n_inputs() values in the model's order; of the wrong type is DMN_ERROR_INPUT.
 * @arena: where the result lives.
 * @trace: (out) (optional): the explanation; costs about as much as the evaluation.
 * Returns TRUE and @result. A table without a matching rule (and without defaults), or a UNIQUE or
 * ANY table whose matching rules disagree, gives a null that has its reason; that is no error.
 *
 * One output: its value. Several: a context with their names. RULE ORDER, OUTPUT ORDER, COLLECT: a
 * list of these. */
gboolean dmn_model_evaluate (const DmnModel *model,
                             guint decision,
                             const FeelValue *inputs,
                             FeelArena *arena,
                             FeelValue *result,
                             DmnTrace **trace,
                             GError **error);

G_END_DECLS
