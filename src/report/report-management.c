/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-page.h"
#include "report/report-profile-chart.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include "advice/advice-plan.h"

/* Two pages: the summary, then the profile with what to do. Rows are shown as far as the page
 * goes; the number of those left out is said. */

#define ROOM_FOR_NOTE 30.0

static const char *
when_words (Report *report, const AdviceAction *action)
{
  const char *due = report_date (report, action->due);

  return due != NULL ? due : report_take (report, advice_period_title (action->period));
}

/* As the summary says it, where a single answer is all that the action changes: there no sum is
 * rounded twice. */
static int
gain_of (Report *report, const AdviceAction *action)
{
  for (guint i = 0; action->n_effects == 1 && i < advice_n_steps (report->advice); i++)
    {
      const AdviceStep *step = advice_step (report->advice, i);
      if (step->survey_question == action->effects[0].survey_question
          && step->option == action->effects[0].option)
        return step->gain;
    }
  return action->gain * 100;
}

/* Nobody is named yet for what is not planned. */
static void
add_action (
    ReportTable *table, Report *report, const AdviceAction *action, guint number, gboolean planned)
{
  ReportCell cells[5] = {
    { .text = report_integer (report, number), .strong = TRUE },
    { .text = report_say (report, action->title), .note = report_say (report, action->benefit) },
  };
  guint n = 2;

  if (planned)
    cells[n++] = (ReportCell){ .text = report_person (report, action->owner), .small = TRUE };
  cells[n++] = (ReportCell){ .text = when_words (report, action), .small = TRUE };
  /* What changes no answer has nothing to gain. */
  cells[n] = (ReportCell){ .text = !action->settled ? report_tr (report, N_ ("open"))
                                   : action->gain == 0
                                       ? report_score (report, -1)
                                       : report_gain (report, gain_of (report, action)) };
  report_table_row (table, cells);
}

static double
height_of (const ReportFlow *flow)
{
  double height = 0.0;

  for (guint i = 0; i < flow->blocks->len; i++)
    {
      const ReportBlock *block = g_ptr_array_index (flow->blocks, i);
      height += block->height + block->space_before;
    }
  return height;
}

/* What the company has planned, else what would be best to do. */
static gboolean
is_shown (const AdviceAction *action, gboolean planned)
{
  return planned ? action->planned : !action->in_place;
}

static guint
write_actions (ReportFlow *flow, const AdvicePlan *plan, gboolean planned, guint at_most)
{
  Report *report = flow->report;
  guint shown = 0, all = 0;
  ReportColumn columns[5]
      = { { "", 20.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Action and what it brings")), 0, REPORT_ALIGN_START } };
  guint n = 2;

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    all += is_shown (advice_plan_action (plan, i), planned) ? 1 : 0;
  if (all == 0 || at_most == 0)
    return 0;
  report_flow_heading (flow,
                       planned ? report_tr (report, N_ ("What the company has chosen"))
                               : report_tr (report, N_ ("What to do first")),
                       NULL, NULL);
  if (planned)
    columns[n++] = (ReportColumn){ report_tr (report, N_ ("Who")), 70.0, REPORT_ALIGN_START };
  columns[n++] = (ReportColumn){ report_tr (report, N_ ("When")), 88.0, REPORT_ALIGN_START };
  columns[n++] = (ReportColumn){ report_tr (report, N_ ("To gain")), 44.0, REPORT_ALIGN_END };
  ReportTable *table = report_table_new (flow, columns, n, FALSE);
  for (guint i = 0; i < advice_plan_n_actions (plan) && shown < at_most; i++)
    if (is_shown (advice_plan_action (plan, i), planned))
      add_action (table, report, advice_plan_action (plan, i), ++shown, planned);
  report_table_end (
      table,
      all == shown
          ? NULL
          : report_take (report, base_text_new_plural ("{n} more action stands in the full report.",
                                                       "{n} more actions stand in the full report.",
                                                       all - shown)));
  return shown;
}

static void
add_actions (ReportFlow *flow, double room)
{
  g_autoptr (AdvicePlan) plan = advice_plan_new (flow->report->advice);
  gboolean planned = FALSE;

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    planned = planned || advice_plan_action (plan, i)->planned;
  for (guint at_most = 12; at_most > 0; at_most--)
    {
      ReportFlow trial;
      double height;

      report_flow_init (&trial, flow->report, NULL, flow->x, flow->width);
      trial.node = report_add_node (flow->report, NULL, "Sect");
      write_actions (&trial, plan, planned, at_most);
      height = height_of (&trial);
      report_flow_clear (&trial);
      if (height > room)
        continue;
      write_actions (flow, plan, planned, at_most);
      return;
    }
}

void
report_section_management (ReportFlow *flow)
{
  Report *report = flow->report;
  guint first;
  double used = 0.0;

  report_section_summary (flow, NULL);
  first = flow->blocks->len;
  report_flow_section (flow, NULL, report_tr (report, N_ ("Profile and next steps")), NULL,
                       "profile", 0);
  report_profile_dots (flow, REPORT_LEFT, REPORT_WIDTH, 158.0, FALSE, FALSE);
  report_profile_key (flow, REPORT_LEFT + 158.0, REPORT_WIDTH - 158.0, FALSE);
  for (guint i = first; i < flow->blocks->len; i++)
    {
      const ReportBlock *block = g_ptr_array_index (flow->blocks, i);
      used += block->height + block->space_before;
    }
  add_actions (flow, report->bottom - REPORT_TOP - used - ROOM_FOR_NOTE);
}
