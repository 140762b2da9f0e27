/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* What lists and the portfolio show of an assessment without computing it again:
 * workspace_store_summary() keeps it as long as the document is the same. */
WorkspaceSummary *consultation_summarize (const Advice *advice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
