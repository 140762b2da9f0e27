/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-profile-chart.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* "Take this to your hub": the problem, the result, three questions, on one page. */

static void
add_contact (ReportFlow *flow)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { NULL, 104.0, REPORT_ALIGN_START }, { NULL, 0, REPORT_ALIGN_START } };
  const struct
  {
    const char *term, *path;
  } rows[] = {
    { report_tr (report, N_ ("Ask for")), "company.contact.name" },
    { report_tr (report, N_ ("E-mail")), "company.contact.email" },
    { report_tr (report, N_ ("Telephone")), "company.contact.phone" },
  };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    any = any || report_field (report, rows[i].path) != NULL;
  if (!any)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Who to talk to")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ReportCell cells[]
          = { { .text = rows[i].term, .small = TRUE },
              { .text = report_person (report, report_field (report, rows[i].path)) } };
      if (cells[1].text != NULL)
        report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

static void
add_services (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = MIN (4, advice_n_services (report->advice));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (words, (char *)report_say (report, advice_service (report->advice, i)->title));
  report_flow_heading (flow, report_tr (report, N_ ("What we would like to ask for")), NULL, NULL);
  report_flow_list (flow, (const char *const *)words->pdata, words->len, FALSE,
                    REPORT_READING_WIDTH);
}

void
report_section_hub_sheet (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = advice_n_sheet_questions (report->advice);
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();

  report_flow_section (flow, NULL, report_tr (report, N_ ("For a conversation with your hub")),
                       NULL, "sheet", 0);
  report_flow_paragraph (flow, REPORT_STYLE_SUBTITLE_STRONG, report_company (report), 0);
  report_flow_heading (flow, report_tr (report, N_ ("Our problem")), NULL, NULL);
  report_flow_paragraph (flow, REPORT_STYLE_LEAD,
                         report_say (report, advice_sheet_problem (report->advice)),
                         REPORT_READING_WIDTH);
  report_flow_heading (flow, report_tr (report, N_ ("Where we stand")), NULL, NULL);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_say (report, advice_sheet_result (report->advice)),
                         REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  report_profile_dots (flow, REPORT_LEFT, REPORT_WIDTH, 158.0, TRUE, TRUE);
  report_profile_key (flow, REPORT_LEFT + 158.0, REPORT_WIDTH - 158.0, FALSE);
  add_services (flow);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (questions,
                     (char *)report_say (report, advice_sheet_question (report->advice, i)));
  if (n > 0)
    {
      report_flow_heading (flow, report_tr (report, N_ ("Our questions")), NULL, NULL);
      report_flow_list (flow, (const char *const *)questions->pdata, n, TRUE, REPORT_READING_WIDTH);
    }
  add_contact (flow);
}
