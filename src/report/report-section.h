/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* The parts of the full report, in the order in which they stand. Each writes into the flow of
 * whole pages and begins its own page; a part without content writes nothing. */

/* @blocks: everything after the cover, for the list of contents. */
void report_section_cover (ReportFlow *flow, const GPtrArray *blocks);
void report_section_summary (ReportFlow *flow, const char *number);
void report_section_method (ReportFlow *flow, const char *number);
void report_section_profile (ReportFlow *flow, const char *number);
void report_section_dimensions (ReportFlow *flow, const char *number);
void report_section_plan (ReportFlow *flow, const char *number);
void report_section_support (ReportFlow *flow, const char *number);
void report_section_hubs (ReportFlow *flow, const char *number);
void report_section_guidance (ReportFlow *flow, const char *number);
void report_section_facts (ReportFlow *flow, const char *number);
void report_section_answers (ReportFlow *flow, const char *number);
void report_section_declaration (ReportFlow *flow, const char *number);
void report_section_colophon (ReportFlow *flow);

void report_section_change (ReportFlow *flow, const char *number);
/* All that moved the score, for the annexes of an application: its page on the change shows only
 * what weighs most. Nothing in other profiles. */
void report_section_moves (ReportFlow *flow, const char *number);
void report_section_swot (ReportFlow *flow, const char *number);
void report_section_call (ReportFlow *flow, const char *number);
void report_section_applicant (ReportFlow *flow, const char *number);
void report_section_size (ReportFlow *flow, const char *number);
void report_section_aid (ReportFlow *flow, const char *number);
void report_section_partners (ReportFlow *flow, const char *number);
/* The register on turned pages. Where no document is named, a few words say so under the heading of
 * the answers; here only when those are left out. */
void report_section_evidence (ReportFlow *flow, const char *number);
void report_evidence_none (ReportFlow *flow);
/* Whether there are any. */
gboolean report_has_remarks (Report *report);
/* The files themselves, where the options name their folder. */
void report_section_copies (ReportFlow *flow, const char *number);
void report_section_remarks (ReportFlow *flow, const char *number);
void report_section_consent (ReportFlow *flow, const char *number);

/* Two pages for the company's management. */
void report_section_management (ReportFlow *flow);
/* The questionnaire to fill in by hand. */
void report_section_blank (ReportFlow *flow);
/* The one page to take to a hub. */
void report_section_hub_sheet (ReportFlow *flow);

G_END_DECLS
