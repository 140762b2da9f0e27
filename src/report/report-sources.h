/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* What a rule or the catalogue names as its source, in the language of the report; names and
 * addresses alone stay as they are. Borrowed; NULL for NULL. */
const char *report_sources_words (Report *report, const char *source);

/* What criteria cite: addresses are long and come again and again, so each gets a number and stands
 * once in a list. Words without an address (a reading of ours) get a number too. */
typedef struct _ReportSources ReportSources;

ReportSources *report_sources_new (Report *report) G_GNUC_WARN_UNUSED_RESULT;
void report_sources_free (ReportSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportSources, report_sources_free)

/* "[1, 3]" for what @source cites ("D-ECO https://…; the rule of Horizon 2020"); "" when it cites
 * nothing or is NULL. Lives as long as the report. */
const char *report_sources_refer (ReportSources *sources, const char *source);
/* The list, with its heading and @note under it (NULL or "": none); nothing when nothing was cited.
 */
void report_sources_write (ReportSources *sources, ReportFlow *flow, const char *note);

G_END_DECLS
