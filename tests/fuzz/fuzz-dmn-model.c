/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-check.h"
#include "dmn/dmn-convert.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-evaluator.h"
#include "dmn/dmn-outcomes.h"

#include <stdint.h>

/* A file of strangers: loaded, checked, converted, each decision evaluated with nulls and asked
 * what unknown inputs leave open. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
use (DmnModel *model)
{
  g_autofree FeelValue *inputs = g_new0 (FeelValue, dmn_model_n_inputs (model) + 1);
  g_autofree DmnFact *facts = g_new0 (DmnFact, dmn_model_n_inputs (model) + 1);
  g_autoptr (DmnCheck) check = dmn_check_new (model);

  g_assert_nonnull (check);
  for (guint i = 0; i < dmn_model_n_decisions (model) && i < 8; i++)
    {
      g_autoptr (FeelArena) arena = feel_arena_new ();
      g_autoptr (DmnTrace) trace = NULL;
      g_autoptr (DmnOutcomes) outcomes = NULL;
      g_autoptr (DmnEvaluator) evaluator = dmn_evaluator_new (model, i);
      FeelValue result;

      dmn_model_evaluate (model, i, inputs, arena, &result, &trace, NULL);
      dmn_evaluator_run (evaluator, inputs, &result, NULL);
      if (dmn_model_n_inputs (model) <= 8)
        outcomes = dmn_model_outcomes (model, i, facts, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (DmnModel) model = dmn_model_parse ((const char *)data, (gssize)size, "fuzz.dmn", NULL);

  for (DmnVersion to = DMN_VERSION_1_2; to <= DMN_VERSION_1_5; to++)
    g_free (dmn_convert ((const char *)data, (gssize)size, "fuzz.dmn", to, NULL, NULL));
  if (model != NULL)
    use (model);
  return 0;
}
