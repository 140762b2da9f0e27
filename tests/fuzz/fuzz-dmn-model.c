/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-changes.h"
#include "dmn/dmn-check.h"
#include "dmn/dmn-convert.h"
#include "dmn/dmn-cover.h"
#include "dmn/dmn-diff.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-evaluator.h"
#include "dmn/dmn-function.h"
#include "dmn/dmn-outcomes.h"

#include <stdint.h>

/* A file of strangers: loaded, checked, converted, counted, compared with itself; each decision
 * evaluated with nulls, asked what unknown inputs leave open and what would change it; each
 * function called. The prepared evaluator must give what plain evaluation gives. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
evaluate (DmnModel *model, guint decision, const FeelValue *inputs)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autoptr (DmnTrace) trace = NULL;
  g_autoptr (DmnEvaluator) evaluator = dmn_evaluator_new (model, decision);
  FeelValue plain, prepared;

  dmn_model_evaluate (model, decision, inputs, arena, &plain, &trace, NULL);
  dmn_evaluator_run (evaluator, inputs, &prepared, NULL);
  g_assert_true (feel_value_identical (plain, prepared));
}

/* What would bring the decision to the first result that is not the present one. */
static void
ask (DmnModel *model, guint decision)
{
  guint n = dmn_model_n_inputs (model);
  g_autofree DmnFact *facts = g_new0 (DmnFact, n + 1);
  g_autofree gboolean *changeable = g_new0 (gboolean, n + 1);
  g_autoptr (DmnOutcomes) outcomes = dmn_model_outcomes (model, decision, facts, NULL);
  g_autoptr (DmnChanges) changes = NULL;

  if (outcomes == NULL || dmn_outcomes_n (outcomes) == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      dmn_outcomes_input_settles (outcomes, i);
      facts[i] = dmn_fact_value (feel_value_null ());
      changeable[i] = i < 3;
    }
  changes = dmn_model_changes (model, decision, facts, NULL,
                               dmn_outcomes_value (outcomes, dmn_outcomes_n (outcomes) - 1),
                               changeable, NULL);
}

static void
call (DmnModel *model, guint index)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  const DmnFunction *function = dmn_model_function (model, index);
  g_autofree FeelValue *arguments = g_new0 (FeelValue, function->n_parameters + 1);

  for (guint i = 0; i < function->n_parameters; i++)
    arguments[i] = feel_value_number_from_int64 (i);
  dmn_model_call (model, index, arguments, arena);
}

static void
use (DmnModel *model)
{
  g_autofree FeelValue *inputs = g_new0 (FeelValue, dmn_model_n_inputs (model) + 1);
  g_autoptr (DmnCheck) check = dmn_check_new (model);
  g_autoptr (DmnCover) cover = dmn_cover_new (model);
  g_autoptr (DmnDiff) diff = dmn_diff_new (model, model);

  g_assert_nonnull (check);
  dmn_cover_add (cover, inputs, NULL);
  dmn_diff_add (diff, inputs, inputs, NULL);
  g_assert_cmpuint (dmn_diff_n_changed (diff), ==, 0);
  for (guint i = 0; i < dmn_model_n_functions (model) && i < 8; i++)
    call (model, i);
  for (guint i = 0; i < dmn_model_n_decisions (model) && i < 8; i++)
    {
      evaluate (model, i, inputs);
      if (dmn_model_n_inputs (model) <= 8)
        ask (model, i);
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
