/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-comparison.h"
#include "advice/advice-plan.h"
#include "advice/advice-readiness.h"
#include "advice/advice-swot.h"
#include "base/base-json-writer.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* What is made on demand from an advice, as members of the open object: "plan", "swot",
 * "readiness". */
void
cli_json_write_plan (BaseJsonWriter *writer, const AdvicePlan *plan, const BaseLanguage *language);
void
cli_json_write_swot (BaseJsonWriter *writer, const AdviceSwot *swot, const BaseLanguage *language);
void cli_json_write_readiness (BaseJsonWriter *writer,
                               const AdviceReadiness *readiness,
                               const BaseLanguage *language);
/* A comparison as the members of the open object. */
void cli_json_write_comparison (BaseJsonWriter *writer,
                                const AdviceComparison *comparison,
                                const BaseLanguage *language);

G_END_DECLS
