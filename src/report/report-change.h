/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* The whole table of what moved the score, for the annexes of an application, whose page on the
 * change shows only what weighs most. Nothing in other profiles. */
void report_change_moves (ReportFlow *flow);

G_END_DECLS
