/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* The next steps in the order in which the plan prints them: by period, in each the most useful
 * first. A step's number is its place in this order, wherever it is named. */
/* The step with number @index + 1; @index is less than advice_n_steps(). Borrowed. */
const AdviceStep *report_steps_nth (const Report *report, guint index);

G_END_DECLS
