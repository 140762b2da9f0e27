/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* The call of the document itself and what the applicant states on each of its conditions. Nothing
 * here is computed: a statement is a claim and is called one. */

static void
define (ReportFlow *flow, const char *term, const char *words)
{
  if (words != NULL && *words != '\0')
    report_flow_definition (flow, term, words, 130.0);
}

#define STATEMENTS "project.call.statements"

static int
find_statement (Report *report, const char *condition)
{
  return assessment_document_find_item (advice_document (report->advice), STATEMENTS, "condition",
                                        condition);
}

static const char *
statement (Report *report, int index, const char *member)
{
  return index >= 0 ? report_item (report, STATEMENTS, (guint)index, member) : NULL;
}

static void
add_condition (ReportTable *table, Report *report, const char *condition, int index, guint number)
{
  const char *state = statement (report, index, "state");
  const char *by = report_person (report, statement (report, index, "by"));
  const char *on = report_date (report, statement (report, index, "on"));
  const char *clause = statement (report, index, "clause");
  const ReportIcon icon = state == NULL                ? REPORT_ICON_UNKNOWN
                          : g_str_equal (state, "met") ? REPORT_ICON_MET
                                                       : REPORT_ICON_NOT_MET;
  const char *word = state == NULL                ? report_tr (report, N_ ("open"))
                     : g_str_equal (state, "met") ? report_tr (report, N_ ("met"))
                                                  : report_tr (report, N_ ("not met"));
  const ReportCell cells[] = {
    { .text = report_integer (report, number), .strong = TRUE },
    { .text = condition,
      .note = clause != NULL ? report_take (
                  report,
                  base_text_with_string (base_text_new (N_ ("Clause {clause}")), "clause", clause))
                             : NULL },
    { .icon = icon, .text = word, .strong = TRUE },
    { .text = statement (report, index, "note"),
      .small = TRUE,
      .note = report_join (report, ", ", report_or_empty (by), report_or_empty (on), NULL) },
  };

  report_table_row (table, cells);
}

static void
add_conditions (ReportFlow *flow)
{
  Report *report = flow->report;
  const char *const *conditions = assessment_document_get_strings (advice_document (report->advice),
                                                                   "project.call.conditions");
  const ReportColumn columns[]
      = { { "", 20.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Condition of the call")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Stated")), 74.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("What the applicant adds, who and when")), 160.0,
            REPORT_ALIGN_START } };

  report_flow_heading (flow, report_tr (report, N_ ("Conditions, as stated by the applicant")),
                       NULL, NULL);
  if (conditions == NULL || conditions[0] == NULL)
    {
      report_flow_paragraph (flow, REPORT_STYLE_BODY,
                             report_tr (report, N_ ("No condition of the call has been entered.")),
                             0);
      return;
    }
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
  for (guint i = 0; conditions[i] != NULL; i++)
    add_condition (table, report, conditions[i], find_statement (report, conditions[i]), i + 1);
  report_table_end (table, report_tr (report, N_ ("A statement is the applicant’s own. Whether a "
                                                  "condition is met is decided by the authority "
                                                  "of the call.")));
}

static void
add_milestones (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = assessment_document_count (advice_document (report->advice), "project.milestones");
  const ReportColumn columns[] = { { report_tr (report, N_ ("Milestone")), 0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("Due")), 110.0, REPORT_ALIGN_START } };

  if (n == 0)
    return;
  ReportTable *table = report_table_new (flow, columns, 2, FALSE);
  for (guint i = 0; i < n; i++)
    {
      const ReportCell cells[]
          = { { .text = report_item (report, "project.milestones", i, "title") },
              { .text
                = report_date (report, report_item (report, "project.milestones", i, "due")) } };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

static const char *
number_words (Report *report, const char *path, gboolean money)
{
  double value;

  if (!assessment_document_get_number (advice_document (report->advice), path, &value))
    return NULL;
  return money ? report_euros (report, value) : report_integer (report, (gint64)value);
}

static void
add_project (ReportFlow *flow)
{
  Report *report = flow->report;
  const char *from = report_date (report, report_field (report, "project.starts_on"));
  const char *to = report_date (report, report_field (report, "project.ends_on"));
  const char *low = number_words (report, "project.trl_start", FALSE);
  const char *high = number_words (report, "project.trl_end", FALSE);

  if (!assessment_document_has (advice_document (report->advice), "project.title")
      && !assessment_document_has (advice_document (report->advice), "project.summary"))
    return;
  report_flow_heading (flow, report_tr (report, N_ ("The project")), NULL, NULL);
  define (flow, report_tr (report, N_ ("Title")), report_field (report, "project.title"));
  define (flow, report_tr (report, N_ ("In its own words")),
          report_field (report, "project.summary"));
  define (flow, report_tr (report, N_ ("Expected result")),
          report_field (report, "project.expected_result"));
  define (
      flow, report_tr (report, N_ ("From, to")),
      report_join (report, " \xe2\x80\x93 ", report_or_empty (from), report_or_empty (to), NULL));
  define (
      flow, report_tr (report, N_ ("Technology readiness, start and end")),
      report_join (report, " \xe2\x80\x93 ", report_or_empty (low), report_or_empty (high), NULL));
  define (flow, report_tr (report, N_ ("Budget")),
          number_words (report, "project.budget_eur", TRUE));
  report_flow_space (flow, 12.0);
  add_milestones (flow);
}

void
report_section_call (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;

  if (!assessment_document_has (advice_document (report->advice), "project.call"))
    return;
  report_flow_section (flow, number, report_tr (report, N_ ("The call and its conditions")), NULL,
                       "call", 0);
  define (flow, report_tr (report, N_ ("Call")), report_field (report, "project.call.title"));
  define (flow, report_tr (report, N_ ("Identifier")), report_field (report, "project.call.id"));
  define (flow, report_tr (report, N_ ("Version of its text")),
          report_field (report, "project.call.version"));
  define (flow, report_tr (report, N_ ("Authority")),
          report_field (report, "project.call.authority"));
  define (flow, report_tr (report, N_ ("Deadline")),
          report_date (report, report_field (report, "project.call.deadline")));
  add_conditions (flow);
  add_project (flow);
}
