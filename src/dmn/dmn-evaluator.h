/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* One decision prepared for many evaluations: it keeps its memory between them, and what can be
 * known beforehand (which decisions are needed in which order, which slot a column reads, which
 * outputs are constants) is known once. Gives exactly what dmn_model_evaluate() gives. Not for two
 * threads at a time. */
typedef struct _DmnEvaluator DmnEvaluator;

/* Takes a reference. */
DmnEvaluator *dmn_evaluator_new (DmnModel *model, guint decision) G_GNUC_WARN_UNUSED_RESULT;
void dmn_evaluator_free (DmnEvaluator *evaluator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnEvaluator, dmn_evaluator_free)

/* @inputs: dmn_model_n_inputs() values in the model's order. FALSE and DMN_ERROR_INPUT when one is
 * of the wrong type. @result lives until the next run. */
gboolean dmn_evaluator_run (DmnEvaluator *evaluator,
                            const FeelValue *inputs,
                            FeelValue *result,
                            GError **error);

G_END_DECLS
