/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-plan-picture.h"
#include "report/report-say.h"
#include "report/report-section-list.h"
#include "report/report-section.h"
#include "report/report-steps.h"
#include "report/report-table.h"

#include <string.h>

/* Next steps by period: benefit first, points at the end. */

#define LATER_SHOWN 12 /* of the steps for later; all stand with their dimension */

static const char *
period_title (Report *report, guint period)
{
  switch (period)
    {
    case 0:
      return report_tr (report, N_ ("In the first 90 days"));
    case 1:
      return report_tr (report, N_ ("Up to 180 days"));
    default:
      return report_tr (report, N_ ("Later"));
    }
}

static const char *
effort_words (Report *report, guint8 effort)
{
  switch (effort)
    {
    case 1:
      return report_tr (report, N_ ("small"));
    case 2:
      return report_tr (report, N_ ("medium"));
    case 3:
      return report_tr (report, N_ ("large"));
    default:
      return report_tr (report, N_ ("not estimated"));
    }
}

static void
add_step (ReportTable *table, Report *report, guint index)
{
  const AdviceStep *step = report_steps_nth (report, index);
  g_autofree char *place
      = g_strdup_printf ("%s.%u", step->survey_question->id, step->option->number);
  const char *benefit = report_say (report, step->benefit),
             *reason = report_say (report, step->reason);
  const ReportCell cells[] = {
    { .text = report_integer (report, index + 1), .strong = TRUE },
    { .text = report_say (report, step->title),
      .note = report_join (report, " ", benefit != NULL ? benefit : "",
                           reason != NULL ? reason : "", NULL) },
    { .text = report_copy (report, place) },
    { .text = effort_words (report, step->effort) },
    { .text = report_gain (report, step->gain) },
  };

  report_table_row (table, cells);
}

static int
period_gain (const Advice *advice, guint period)
{
  int sum = 0;

  for (guint i = 0; i < advice_n_steps (advice); i++)
    if (advice_step (advice, i)->period == period)
      sum += advice_step (advice, i)->gain;
  return sum;
}

static guint
add_period (ReportTable *table, Report *report, guint period)
{
  guint shown = 0, left_out = 0;

  for (guint i = 0; i < advice_n_steps (report->advice); i++)
    {
      if (report_steps_nth (report, i)->period != period)
        continue;
      if (period == 2 && shown >= LATER_SHOWN)
        {
          left_out++;
          continue;
        }
      if (shown++ == 0)
        {
          const ReportCell group[]
              = { { .text = NULL },
                  { .text = period_title (report, period) },
                  { .text = NULL },
                  { .text = NULL },
                  { .text = report_gain (report, period_gain (report->advice, period)) } };
          report_table_group (table, group);
        }
      add_step (table, report, i);
    }
  return left_out;
}

static const char *
status_words (Report *report, const char *status)
{
  static const char *const words[]
      = { N_ ("planned"), N_ ("started"), N_ ("done"), N_ ("dropped"), NULL };

  return status != NULL && g_strv_contains (words, status) ? report_tr (report, status) : status;
}

/* "q8.3" and "q8-3" are options of a question; what is neither was written by hand. */
static const char *
action_title (Report *report, const char *id)
{
  const SurveyPack *pack = advice_pack (report->advice);
  const char *mark = id != NULL ? strpbrk (id, ".-") : NULL;

  for (; mark != NULL; mark = strpbrk (mark + 1, ".-"))
    {
      g_autofree char *name = g_strndup (id, (gsize)(mark - id));
      const SurveyQuestion *question = survey_pack_find_question (pack, name);
      guint64 number;

      if (question == NULL || !g_ascii_string_to_unsigned (mark + 1, 10, 1, 255, &number, NULL))
        continue;
      for (guint i = 0; i < question->n_options; i++)
        if (question->options[i].number == number)
          return report_tr (report, question->options[i].step != NULL ? question->options[i].step
                                                                      : question->options[i].title);
    }
  return id;
}

static void
add_chosen (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = assessment_document_count (advice_document (report->advice), "plan.actions");
  const ReportColumn columns[] = { { report_tr (report, N_ ("Action")), 0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("Who")), 92.0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("Due")), 104.0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("State")), 50.0, REPORT_ALIGN_START } };

  if (n == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("What the company has chosen")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("plan.actions[%u].id", i);
      const char *own = report_item (report, "plan.actions", i, "title");
      g_autofree char *owner = g_strdup_printf ("plan.actions[%u].owner", i);
      g_autofree char *due = g_strdup_printf ("plan.actions[%u].due", i);
      g_autofree char *status = g_strdup_printf ("plan.actions[%u].status", i);
      const ReportCell cells[]
          = { { .text = own != NULL ? own : action_title (report, report_field (report, id)) },
              { .text = report_person (report, report_field (report, owner)) },
              { .text = report_date (report, report_field (report, due)) },
              { .text = status_words (report, report_field (report, status)) } };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

/* Where the steps stand that are not shown. */
static const char *
where_words (Report *report, guint n)
{
  if (report_section_list_wants (report, "dimensions"))
    return report_take (
        report, base_text_new_plural ("One more step for later stands with its dimension.",
                                      "{n} more steps for later stand with their dimensions.", n));
  return report_take (report,
                      base_text_new_plural ("{n} more action stands in the full report.",
                                            "{n} more actions stand in the full report.", n));
}

void
report_section_plan (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint left_out = 0;
  const ReportColumn columns[]
      = { { "", 20.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Step, what it brings and why here")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Answer")), 46.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Effort")), 46.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("To gain")), 44.0, REPORT_ALIGN_END } };

  if (advice_n_steps (report->advice) == 0)
    return;
  report_flow_section (flow, number, report_tr (report, N_ ("Next steps")), NULL, "plan", 0);
  report_flow_paragraph (
      flow, REPORT_STYLE_BODY,
      report_tr (
          report,
          N_ ("Steps that would change an answer of the questionnaire, the most useful first. "
              "Effort is our "
              "own estimate. “To gain” is in points of the overall score if the step is done.")),
      REPORT_READING_WIDTH);
  report_plan_pictures (flow);
  add_chosen (flow);
  report_flow_heading (flow, report_tr (report, N_ ("Steps by period")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 5, FALSE);
  report_table_set_dense (table);
  for (guint period = 0; period < 3; period++)
    left_out += add_period (table, report, period);
  report_table_end (table, left_out > 0 ? where_words (report, left_out) : NULL);
}
