/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* Standards and laws that may concern the company, each with why. */

static void
add_row (ReportTable *table, Report *report, const AdviceGuidance *guidance)
{
  const CatalogueGuidance *what = guidance->guidance;
  const char *applies = report_date (report, what->applies_on);
  const char *checked = report_date (report, what->last_verified);
  const ReportCell cells[] = {
    { .text = report_tr (report, what->identifier),
      .strong = TRUE,
      .note = report_tr (report, what->title) },
    { .text = report_tr (report, what->note),
      .note = report_say (report, guidance->reason),
      .address = what->source },
    { .text = applies,
      .note
      = checked != NULL ? report_take (
            report, base_text_with_string (base_text_new (N_ ("checked {date}")), "date", checked))
                        : NULL },
  };

  report_table_row (table, cells);
}

void
report_section_guidance (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint n = advice_n_guidance (report->advice);
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Standard or law")), 144.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("What it asks, and why it may concern you")), 0,
            REPORT_ALIGN_START },
          { report_tr (report, N_ ("Applies from")), 100.0, REPORT_ALIGN_START } };

  if (n == 0)
    return;
  report_flow_section (flow, number, report_tr (report, N_ ("Standards and law")), NULL, "guidance",
                       0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("Guidance, not legal advice. Whom a rule concerns "
                                                "is our reading; the text of the rule decides.")),
                         REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  report_flow_rule (flow, 0.9);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  for (guint i = 0; i < n; i++)
    add_row (table, report, advice_guidance (report->advice, i));
  report_table_end (table, NULL);
}
