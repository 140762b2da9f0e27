/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-profile-chart.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* The six dimensions: dots first, then the same as a radar and as a table. */

static const char *
band_title (Report *report, const SurveyValue *value)
{
  return value->band >= 0 ? report_tr (
             report, survey_pack_band (advice_pack (report->advice), (guint)value->band)->title)
                          : report_tr (report, N_ ("Level still open"));
}

/* The level under the name: names and levels are long in some languages. Columns for the stage
 * before and for targets only where there are any. */
static void
add_row (ReportTable *table,
         Report *report,
         const char *title,
         const SurveyValue *value,
         int before,
         int target,
         gboolean total)
{
  ReportCell cells[4] = { { .text = title, .note = band_title (report, value) },
                          { .text = report_value (report, value, FALSE) } };
  guint n = 2;

  if (report_profile_has_before (report))
    cells[n++] = (ReportCell){ .text = report_score (report, before) };
  if (report_profile_has_targets (report))
    cells[n++] = (ReportCell){ .text = report_score (report, target) };
  if (total)
    report_table_total (table, cells);
  else
    report_table_row (table, cells);
}

static ReportTable *
new_table (ReportFlow *flow)
{
  Report *report = flow->report;
  const double figures = survey_score_overall (advice_score (report->advice)).value >= 0
                             ? 40.0
                             : 76.0; /* a range while answers are missing */
  ReportColumn columns[4]
      = { { report_tr (report, N_ ("Dimension and level")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Now")), figures, REPORT_ALIGN_END } };
  guint n = 2;

  if (report_profile_has_before (report))
    columns[n++] = (ReportColumn){ report_tr (report, N_ ("Before")), 40.0, REPORT_ALIGN_END };
  if (report_profile_has_targets (report))
    columns[n++] = (ReportColumn){ report_tr (report, N_ ("Target")), 32.0, REPORT_ALIGN_END };
  ReportTable *table = report_table_new (flow, columns, n, FALSE);
  report_table_set_dense (table);
  return table;
}

static void
add_table (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyScore *score = advice_score (report->advice);
  SurveyValue overall = survey_score_overall (score);
  int before = report_profile_has_before (report)
                   ? advice_comparison_overall (report->comparison)->before.value
                   : -1;

  report_flow_heading (flow, report_tr (report, N_ ("The same as a table")), NULL, NULL);
  ReportTable *table = new_table (flow);
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      add_row (table, report, report_tr (report, dimension->dimension->title), &dimension->score,
               report_profile_before (report, dimension->dimension),
               report_profile_target (report, dimension->dimension->id), FALSE);
    }
  add_row (table, report, report_tr (report, N_ ("Overall")), &overall, before, -1, TRUE);
  report_table_end (table, NULL);
}

static void
add_benchmark (ReportFlow *flow)
{
  const AdviceBenchmark *benchmark = advice_benchmark (flow->report->advice);

  if (benchmark == NULL)
    return;
  report_flow_definition (flow, report_tr (flow->report, N_ ("Beside others")),
                          report_say (flow->report, benchmark->text), 98.0);
}

void
report_section_profile (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  gboolean radar = survey_pack_n_dimensions (advice_pack (report->advice)) >= 3;
  ReportFlow left, right;

  report_flow_section (flow, number, report_tr (report, N_ ("Profile")), NULL, "profile", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say (report, advice_lead (report->advice)),
                         REPORT_READING_WIDTH);
  report_flow_heading (flow, report_tr (report, N_ ("Score of each dimension")),
                       report_tr (report, N_ ("in the order of the questionnaire")), NULL);
  report_profile_dots (flow, REPORT_LEFT, REPORT_WIDTH, 158.0, FALSE, FALSE);
  report_profile_key (flow, REPORT_LEFT + 158.0, REPORT_WIDTH - 158.0, FALSE);
  report_flow_split (flow, &left, REPORT_COLUMN (0), 230.0);
  if (radar)
    {
      report_flow_heading (&left, report_tr (report, N_ ("The same as a radar")), NULL, NULL);
      report_profile_radar (&left, left.x, left.width, 206.0);
    }
  report_flow_split (flow, &right, radar ? REPORT_COLUMN (3) : REPORT_LEFT,
                     radar ? 230.0 : REPORT_WIDTH);
  add_table (&right);
  report_flow_columns (flow, &left, &right);
  report_flow_space (flow, 18.0);
  report_flow_rule (flow, 0.5);
  add_benchmark (flow);
  report_flow_definition (flow, report_tr (report, N_ ("What is not here")),
                          report_tr (report, N_ ("A comparison with other companies: no mean of "
                                                 "this score by country, sector or size has been "
                                                 "published.")),
                          98.0);
  report_flow_definition (flow, report_tr (report, N_ ("Why dots first")),
                          report_tr (report, N_ ("On a common scale lengths can be compared. The "
                                                 "shape and area of a radar depend on the order of "
                                                 "its axes and mean nothing in themselves.")),
                          98.0);
}
