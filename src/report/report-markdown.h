/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/* The report as Markdown (CommonMark with tables); figures by what they show. Words are escaped:
 * nothing that a user wrote becomes a mark or HTML. */
char *report_to_markdown (Report *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
