/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-sources.h"

G_BEGIN_DECLS

/* The criteria of several kinds of support, one by one. What is the same in several kinds
 * (sentence, fact, outcome) is one row that names the kinds and, for each, whose criterion it is.
 * @kinds: AdviceInstrument, numbered from 1 in their order. */
void report_criteria_write (ReportFlow *flow, const GPtrArray *kinds, ReportSources *sources);

G_END_DECLS
