/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-facts.h"
#include "advice/advice-rules.h"
#include "advice/advice-weights.h"
#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* What the parts of advice/ read from the rules. All borrowed. */

const AdviceWeights *advice_rules_weights (const AdviceRules *rules);

/* A decision of one of the files of data/rules/, ready to be asked: for each input of its model the
 * fact that fills it. */
typedef struct
{
  const DmnModel *model;
  guint decision;
  const guint *facts; /* for each input of the model: index in the table of facts */
  guint n_inputs;
} AdviceRule;

/* The decision @decision of the model of file @model (without ".dmn"); NULL when there is none. */
const AdviceRule *
advice_rules_find (const AdviceRules *rules, const char *model, const char *decision);
/* All decisions of a model one by one; NULL beyond the last. */
const AdviceRule *advice_rules_nth (const AdviceRules *rules, const char *model, guint index);

/* The table of facts, in the order of advice_facts_get(). */
const AdviceFactRow *advice_rules_fact_rows (const AdviceRules *rules);

G_END_DECLS
