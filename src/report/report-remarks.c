/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-section-list.h"
#include "report/report-say.h"
#include "report/report-section.h"

/* Remarks meant for the report that belong to no dimension, or to none that is printed. */

static gboolean
stands_elsewhere (Report *report, guint index)
{
  const char *id = report_item (report, "notes", index, "question");

  return id != NULL && report_section_list_wants (report, "dimensions")
         && survey_pack_find_question (advice_pack (report->advice), id) != NULL;
}

static gboolean
is_for_report (Report *report, guint index)
{
  g_autofree char *path = g_strdup_printf ("notes[%u].in_report", index);
  gboolean shown = FALSE;

  return assessment_document_get_boolean (advice_document (report->advice), path, &shown) && shown
         && report_item (report, "notes", index, "text") != NULL
         && !stands_elsewhere (report, index);
}

gboolean
report_has_remarks (Report *report)
{
  const guint n = assessment_document_count (advice_document (report->advice), "notes");

  for (guint i = 0; i < n; i++)
    if (is_for_report (report, i))
      return TRUE;
  return FALSE;
}

void
report_section_remarks (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint n = assessment_document_count (advice_document (report->advice), "notes");
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const char *by = report_person (report, report_item (report, "notes", i, "author"));
      const char *on = report_date (report, report_item (report, "notes", i, "date"));
      const char *question = report_item (report, "notes", i, "question");

      if (!is_for_report (report, i))
        continue;
      if (first)
        report_flow_section (flow, number, report_tr (report, N_ ("Remarks")), NULL, "remarks", 0);
      report_flow_space (flow, first ? 0.0 : 12.0);
      first = FALSE;
      report_flow_paragraph (flow, REPORT_STYLE_BODY, report_item (report, "notes", i, "text"),
                             REPORT_READING_WIDTH);
      report_flow_paragraph (flow, REPORT_STYLE_NOTE,
                             report_join (report, ", ", report_or_empty (by), report_or_empty (on),
                                          report_or_empty (question), NULL),
                             0);
    }
}
