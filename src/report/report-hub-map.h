/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* The map of the hubs shown, with an overview of Europe and the key beside it. Nothing when no hub
 * has a place. */
void report_hub_map (ReportFlow *flow, guint n_hubs);

G_END_DECLS
