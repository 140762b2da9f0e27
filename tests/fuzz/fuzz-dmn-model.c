/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-outcomes.h"

#include <stdint.h>

/* A file of strangers: loaded, each decision evaluated with nulls and asked what unknown inputs
 * leave open. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
use (const DmnModel *model)
{
  g_autofree FeelValue *inputs = g_new0 (FeelValue, dmn_model_n_inputs (model) + 1);
  g_autofree DmnFact *facts = g_new0 (DmnFact, dmn_model_n_inputs (model) + 1);

  for (guint i = 0; i < dmn_model_n_decisions (model) && i < 8; i++)
    {
      g_autoptr (FeelArena) arena = feel_arena_new ();
      g_autoptr (DmnTrace) trace = NULL;
      g_autoptr (DmnOutcomes) outcomes = NULL;
      FeelValue result;

      dmn_model_evaluate (model, i, inputs, arena, &result, &trace, NULL);
      if (dmn_model_n_inputs (model) <= 8)
        outcomes = dmn_model_outcomes (model, i, facts, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (DmnModel) model = dmn_model_parse ((const char *)data, (gssize)size, "fuzz.dmn", NULL);

  if (model != NULL)
    use (model);
  return 0;
}
