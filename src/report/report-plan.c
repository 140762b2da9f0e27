/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include "advice/advice-plan.h"
#include "chart/chart-quadrant.h"

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
  const AdviceStep *step = advice_step (report->advice, index);
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
      if (advice_step (report->advice, i)->period != period)
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
                                   { report_tr (report, N_ ("Who")), 120.0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("Due")), 100.0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("State")), 66.0, REPORT_ALIGN_START } };

  if (n == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("What the company has chosen")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
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

/* The steps of the table as circles with its numbers. */
typedef struct
{
  ChartQuadrantSpec spec;
  ChartQuadrantPoint *points;
  ChartStyle style;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->points);
  g_free (picture);
}

static void
draw_picture (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Picture *picture = data;

  chart_quadrant_draw (&picture->spec, &picture->style, cr, x, y, width, height);
}

static int
largest_gain (const Advice *advice)
{
  int largest = 1;

  for (guint i = 0; i < advice_n_steps (advice); i++)
    largest = MAX (largest, advice_step (advice, i)->gain);
  return largest;
}

/* Those of the first 180 days whose effort is estimated: more would not be told apart. */
static Picture *
picture_new (Report *report)
{
  const Advice *advice = report->advice;
  const double largest = largest_gain (advice);
  Picture *picture = g_new0 (Picture, 1);

  picture->points = g_new0 (ChartQuadrantPoint, advice_n_steps (advice));
  for (guint i = 0; i < advice_n_steps (advice); i++)
    {
      const AdviceStep *step = advice_step (advice, i);
      if (step->effort == 0 || step->period > 1)
        continue;
      picture->points[picture->spec.n_points++]
          = (ChartQuadrantPoint){ (2.0 * step->effort - 1.0) / 6.0, step->gain / largest,
                                  report_integer (report, i + 1), step->period == 0 };
    }
  picture->spec.points = picture->points;
  picture->spec.titles[0] = report_tr (report, N_ ("Do first"));
  picture->spec.titles[1] = report_tr (report, N_ ("Prepare with care"));
  picture->spec.titles[2] = report_tr (report, N_ ("Do along the way"));
  picture->spec.titles[3] = report_tr (report, N_ ("Think again"));
  picture->spec.effort_title = report_tr (report, N_ ("Effort"));
  picture->spec.effect_title = report_tr (report, N_ ("Effect on the overall score"));
  picture->spec.selected = -1;
  picture->style = report_chart_style (report, picture->spec.titles[0]);
  return picture;
}

static void
add_picture (ReportFlow *flow)
{
  Report *report = flow->report;
  Picture *picture = picture_new (report);

  if (picture->spec.n_points == 0)
    {
      picture_free (picture);
      return;
    }
  report_flow_heading (flow, report_tr (report, N_ ("Effort and effect")), NULL, NULL);
  report_flow_figure (
      flow, flow->x, flow->width, 190.0,
      report_tr (report, N_ ("Effort and effect of the steps of the first 180 days, by the numbers "
                             "of the table of steps, which says the same. Filled: first 90 days.")),
      draw_picture, picture, picture_free);
  report_flow_paragraph (flow, REPORT_STYLE_NOTE,
                         report_tr (report, N_ ("Numbers as in the table. Filled: first 90 days.")),
                         0);
}

/* The overall score if what the company has chosen is done, by the scoring itself. */
static void
add_projection (ReportFlow *flow)
{
  Report *report = flow->report;
  g_autoptr (AdvicePlan) plan = advice_plan_new (report->advice);
  SurveyValue now = survey_score_overall (advice_score (report->advice));
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Actions done")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Overall score")), 80.0, REPORT_ALIGN_END } };
  gboolean planned = FALSE;

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    planned = planned || advice_plan_action (plan, i)->planned;
  if (!planned)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Projected overall score")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 2, FALSE);
  const ReportCell first[] = { { .text = report_tr (report, N_ ("Now")), .strong = TRUE },
                               { .text = report_value (report, &now, FALSE), .strong = TRUE } };
  report_table_row (table, first);
  for (guint period = 0; period < ADVICE_N_PERIODS; period++)
    {
      SurveyValue then = survey_score_overall (advice_plan_score_after (plan, period));
      const ReportCell cells[] = { { .text = report_take (report, advice_period_title (period)) },
                                   { .text = report_value (report, &then, FALSE) } };
      report_table_row (table, cells);
    }
  report_table_end (
      table, report_tr (report, N_ ("If every chosen action is done by then; not a forecast.")));
}

static void
add_pictures (ReportFlow *flow)
{
  ReportFlow left, right;

  report_flow_split (flow, &left, REPORT_COLUMN (0), 270.0);
  add_picture (&left);
  report_flow_split (flow, &right, REPORT_COLUMN (3) + 52.0, 178.0);
  add_projection (&right);
  report_flow_columns (flow, &left, &right);
}

void
report_section_plan (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint left_out = 0;
  const ReportColumn columns[]
      = { { "", 20.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Step, what it brings and why here")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Answer")), 42.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Effort")), 62.0, REPORT_ALIGN_START },
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
  add_pictures (flow);
  add_chosen (flow);
  report_flow_heading (flow, report_tr (report, N_ ("Steps by period")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 5, FALSE);
  for (guint period = 0; period < 3; period++)
    left_out += add_period (table, report, period);
  report_table_end (
      table, left_out == 0
                 ? NULL
                 : report_take (report, base_text_new_plural (
                                            "One more step for later stands with its dimension.",
                                            "{n} more steps for later stand with their dimensions.",
                                            left_out)));
}
