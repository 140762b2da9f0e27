/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-ask-private.h"

/* From the table of facts to the inputs of one model, and back to a set of names. */

DmnFact *
advice_ask_inputs (const AdviceRule *rule, const DmnFact *facts)
{
  DmnFact *inputs = g_new (DmnFact, MAX (rule->n_inputs, 1));

  for (guint i = 0; i < rule->n_inputs; i++)
    inputs[i] = facts[rule->facts[i]];
  return inputs;
}

DmnOutcomes *
advice_ask (const AdviceRule *rule, const DmnFact *facts)
{
  g_autofree DmnFact *inputs = NULL;

  if (rule == NULL)
    return NULL;
  inputs = advice_ask_inputs (rule, facts);
  return dmn_model_outcomes (rule->model, rule->decision, inputs, NULL);
}

guint
advice_ask_possible (
    const AdviceRule *rule, const DmnFact *facts, const char *const *names, guint n, gboolean *open)
{
  g_autoptr (DmnOutcomes) outcomes = advice_ask (rule, facts);
  guint possible = 0;

  *open = outcomes == NULL;
  for (guint i = 0; outcomes != NULL && i < dmn_outcomes_n (outcomes); i++)
    {
      FeelValue value = dmn_outcomes_value (outcomes, i);
      gboolean found = FALSE;

      for (guint j = 0; j < n; j++)
        if (feel_value_is_string (value, names[j]))
          {
            possible |= 1u << j;
            found = TRUE;
          }
      *open = *open || !found;
    }
  return possible;
}
