/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-evidence.h"
#include "advice/advice-rules-private.h"
#include "dmn/dmn-outcomes.h"

G_BEGIN_DECLS

/* A decision whose inputs are answers ("q8_5": level of option 5 of question 8; unknown while it is
 * open). NULL for a NULL @rule. */
DmnOutcomes *advice_ask_answers (const Advice *advice,
                                 const AdviceRule *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
