/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-facts-private.h"
#include "advice/advice-rules-private.h"
#include "dmn/dmn-outcomes.h"

G_BEGIN_DECLS

/* Putting a question to a decision table. */

/* @facts: one for each row of the table of facts. NULL when the rule is NULL or a value does not
 * fit the model (which advice_rules_load() rules out for facts of the table's types). */
DmnOutcomes *advice_ask (const AdviceRule *rule, const DmnFact *facts) G_GNUC_WARN_UNUSED_RESULT;
/* The facts in the order of the model's inputs; g_free(). */
DmnFact *advice_ask_inputs (const AdviceRule *rule, const DmnFact *facts) G_GNUC_WARN_UNUSED_RESULT;

/* Marks which of the strings @names (n of them) can be the result; a null ("no rule") makes @open
 * TRUE. */
guint advice_ask_possible (const AdviceRule *rule,
                           const DmnFact *facts,
                           const char *const *names,
                           guint n,
                           gboolean *open);

G_END_DECLS
