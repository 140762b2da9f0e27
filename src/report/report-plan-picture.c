/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-plan-picture.h"

#include "advice/advice-plan.h"
#include "chart/chart-course.h"
#include "chart/chart-quadrant.h"
#include "report/report-profile-chart.h"
#include "report/report-say.h"
#include "report/report-steps.h"
#include "report/report-table.h"

#define PICTURE_HEIGHT 216.0 /* beside the projection */
#define ALONE_HEIGHT 162.0
#define COURSE_HEIGHT 122.0

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
      const AdviceStep *step = report_steps_nth (report, i);
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
add_picture (ReportFlow *flow, double height)
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
      flow, flow->x, flow->width, height,
      report_tr (report, N_ ("Effort and effect of the steps of the first 180 days, by the numbers "
                             "of the table of steps, which says the same. Filled: first 90 days.")),
      draw_picture, picture, picture_free);
  report_flow_paragraph (flow, REPORT_STYLE_NOTE,
                         report_tr (report, N_ ("Numbers as in the table. Filled: first 90 days.")),
                         0);
}

/* The course of the overall score if what the company has chosen is done, by the scoring itself. */
typedef struct
{
  ChartCoursePoint points[1 + ADVICE_N_PERIODS];
  ChartCourseSpec spec;
  ChartBand *bands;
  ChartStyle style;
} Course;

static void
course_free (gpointer data)
{
  Course *course = data;

  g_free (course->bands);
  g_free (course);
}

static void
draw_course (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Course *course = data;

  chart_course_draw (&course->spec, &course->style, cr, x, y, width, height);
}

/* Few words: five of them stand under a narrow chart. */
static const char *
moment_words (Report *report, guint period)
{
  switch (period)
    {
    case ADVICE_PERIOD_90:
      return report_tr (report, N_ ("90 days"));
    case ADVICE_PERIOD_180:
      return report_tr (report, N_ ("180 days"));
    case ADVICE_PERIOD_365:
      return report_tr (report, N_ ("A year"));
    default:
      return report_tr (report, N_ ("Later"));
    }
}

static ChartCoursePoint
point_of (Report *report, const SurveyValue *value, const char *label)
{
  return (ChartCoursePoint){ value->value >= 0 ? value->value / 100.0 : CHART_MISSING, label,
                             report_value (report, value, FALSE) };
}

static Course *
course_new (Report *report, const AdvicePlan *plan)
{
  Course *course = g_new0 (Course, 1);
  SurveyValue now = survey_score_overall (advice_score (report->advice));
  g_autoptr (GString) all = g_string_new (NULL);

  course->points[0] = point_of (report, &now, report_tr (report, N_ ("Now")));
  for (guint period = 0; period < ADVICE_N_PERIODS; period++)
    {
      SurveyValue then = survey_score_overall (advice_plan_score_after (plan, period));
      course->points[1 + period] = point_of (report, &then, moment_words (report, period));
    }
  course->spec.points = course->points;
  course->spec.n_points = G_N_ELEMENTS (course->points);
  course->spec.scale = report_profile_scale (report, FALSE, &course->bands);
  for (guint i = 0; i < course->spec.n_points; i++)
    g_string_append (all, course->points[i].label);
  for (guint i = 0; i < course->spec.scale.n_bands; i++)
    g_string_append (all, course->bands[i].title);
  course->style = report_chart_style (report, all->str);
  return course;
}

static const char *
course_words (Report *report, const Course *course)
{
  g_autoptr (GString) words = g_string_new (report_tr (report, N_ ("Projected overall score")));

  for (guint i = 0; i < course->spec.n_points; i++)
    g_string_append_printf (words, "%s%s %s", i == 0 ? ": " : "; ", course->points[i].label,
                            course->points[i].text);
  return report_copy (report, words->str);
}

static void
add_course_table (ReportFlow *flow, const AdvicePlan *plan)
{
  Report *report = flow->report;
  SurveyValue now = survey_score_overall (advice_score (report->advice));
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Actions done")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Overall score")), 80.0, REPORT_ALIGN_END } };
  const ReportCell first[] = { { .text = report_tr (report, N_ ("Now")), .strong = TRUE },
                               { .text = report_value (report, &now, FALSE), .strong = TRUE } };

  ReportTable *table = report_table_new (flow, columns, 2, FALSE);
  report_table_set_dense (table);
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

/* While the score is a range there is no course to draw; the table has the ranges. */
static void
add_projection (ReportFlow *flow, const AdvicePlan *plan)
{
  Report *report = flow->report;

  report_flow_heading (flow, report_tr (report, N_ ("Projected overall score")), NULL, NULL);
  if (survey_score_overall (advice_score (report->advice)).value >= 0)
    {
      Course *course = course_new (report, plan);
      report_flow_figure (flow, flow->x, flow->width, COURSE_HEIGHT, course_words (report, course),
                          draw_course, course, course_free);
      report_flow_space (flow, 6.0);
    }
  add_course_table (flow, plan);
}

void
report_plan_pictures (ReportFlow *flow)
{
  g_autoptr (AdvicePlan) plan = advice_plan_new (flow->report->advice);
  gboolean planned = FALSE;
  ReportFlow left, right;

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    planned = planned || advice_plan_action (plan, i)->planned;
  report_flow_split (flow, &left, REPORT_COLUMN (0), 268.0);
  add_picture (&left, planned ? PICTURE_HEIGHT : ALONE_HEIGHT);
  report_flow_split (flow, &right, REPORT_COLUMN (3) + 44.0, 186.0);
  if (planned)
    add_projection (&right, plan);
  report_flow_columns (flow, &left, &right);
}
