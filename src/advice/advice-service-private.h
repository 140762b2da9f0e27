/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-pool-private.h"
#include "advice/advice-rules-private.h"
#include "advice/advice-service.h"
#include "dmn/dmn-fact.h"

G_BEGIN_DECLS

/* The services that the tables surely ask for, weakest area first, each once. @facts: one for each
 * row of the table. */
AdviceService *
advice_services_new (const AdviceRules *rules, const DmnFact *facts, AdvicePool *pool, guint *n);

G_END_DECLS
