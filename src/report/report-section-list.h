/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* The parts of the profiles with many pages: which stand where, numbered, then lettered. FALSE: it
 * was stopped in between. */
gboolean report_section_list_write (ReportFlow *flow);
/* Does the profile have this part and has nobody left it out? */
gboolean report_section_list_wants (const Report *report, const char *name);

G_END_DECLS
