/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* The two pictures of the plan side by side: effort and effect of the steps, and the course of the
 * overall score with its table. What has nothing to show is left out. */
void report_plan_pictures (ReportFlow *flow);

G_END_DECLS
