/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section-list.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* How to read the report, and how everybody can compute the score again. */

static void
add_marks (ReportFlow *flow)
{
  Report *report = flow->report;
  const ReportColumn columns[] = { { NULL, 0, REPORT_ALIGN_START } };
  const ReportCell rows[] = {
    { .icon = REPORT_ICON_MET,
      .text = report_tr (report, N_ ("Met: an answer or a declared fact meets the criterion. What "
                                     "stands behind it is said beside it: declared, documented "
                                     "or confirmed.")) },
    { .icon = REPORT_ICON_NOT_MET,
      .text = report_tr (report, N_ ("Not met: an answer or a declared fact rules it out.")) },
    { .icon = REPORT_ICON_UNKNOWN,
      .text = report_tr (report, N_ ("Unknown: a fact is missing; the report says which. "
                                     "“None declared” is unknown too.")) },
    { .icon = REPORT_ICON_CLOSED,
      .text = report_tr (report, N_ ("Closed: the call is over. The project is only compared "
                                     "with the kind of support it was; no money can be had.")) },
  };

  report_flow_heading (flow, report_tr (report, N_ ("Marks used on all pages")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 1, TRUE);
  report_table_set_dense (table);
  /* The last is a mark of kinds of support, which an annex to a call does not have. */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (i + 1 < G_N_ELEMENTS (rows) || report_section_list_wants (report, "support"))
      report_table_row (table, &rows[i]);
  report_table_end (table, NULL);
}

static const char *
band_limits (Report *report, guint index)
{
  const SurveyPack *pack = advice_pack (report->advice);
  int upper = survey_pack_band (pack, index)->upper;

  if (index == 0)
    return report_take (report, base_text_with_decimal (base_text_new (N_ ("0 to {upper}")),
                                                        "upper", upper / 100, 0));
  return report_take (report, base_text_with_decimal (
                                  base_text_with_decimal (
                                      base_text_new (N_ ("more than {lower} to {upper}")), "lower",
                                      survey_pack_band (pack, index - 1)->upper / 100, 0),
                                  "upper", upper / 100, 0));
}

static void
add_bands (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyPack *pack = advice_pack (report->advice);
  const ReportColumn columns[] = {
    { report_tr (report, N_ ("Level")), 98.0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("Score")), 90.0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("In words (ours)")), 0, REPORT_ALIGN_START },
  };

  report_flow_heading (flow, report_tr (report, N_ ("Levels")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < survey_pack_n_bands (pack); i++)
    {
      const SurveyBand *band = survey_pack_band (pack, i);
      const ReportCell cells[] = { { .text = report_tr (report, band->title), .strong = TRUE },
                                   { .text = band_limits (report, i) },
                                   { .text = report_tr (report, band->about) } };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

static const char *
question_points (Report *report, const SurveyDimensionScore *dimension)
{
  const SurveyScore *score = advice_score (report->advice);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = dimension->first; i < dimension->first + dimension->n; i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);
      g_string_append_printf (words, "%s%s\xc2\xa0%s", words->len > 0 ? ", " : "", question->id,
                              report_value (report, &question->points, FALSE));
    }
  return report_copy (report, words->str);
}

static void
add_computation (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyScore *score = advice_score (report->advice);
  SurveyValue overall = survey_score_overall (score);
  const ReportColumn columns[] = {
    { report_tr (report, N_ ("Dimension")), 196.0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("Points of its questions")), 0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("Score")), 74.0, REPORT_ALIGN_END },
  };

  report_flow_heading (flow, report_tr (report, N_ ("How the score came about")), NULL, NULL);
  report_flow_paragraph (
      flow, REPORT_STYLE_BODY,
      survey_pack_full_marks (advice_pack (report->advice)) == 100
          ? report_tr (report, N_ ("Each question gives 0 to 10 points; all parts of a question "
                                   "weigh the same. The mean of a "
                                   "dimension’s questions, times ten, is its score; the plain mean "
                                   "of the dimensions is the "
                                   "overall score. Results are rounded to two decimals, halves "
                                   "upwards; levels look at the "
                                   "rounded score. A question that is not answered is not “none of "
                                   "these”: until it is "
                                   "answered, the report gives the range that is still reachable."))
          : report_tr (report,
                       N_ ("The points of all parts are added up. A question that is not answered "
                           "is not “no”: until it "
                           "is answered, the report gives the range that is still reachable.")),
      REPORT_READING_WIDTH);
  report_flow_space (flow, 6.0);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      const ReportCell cells[] = { { .text = report_tr (report, dimension->dimension->title) },
                                   { .text = question_points (report, dimension) },
                                   { .text = report_value (report, &dimension->score, FALSE) } };
      report_table_row (table, cells);
    }
  const ReportCell total[] = { { .text = report_tr (report, N_ ("Overall")) },
                               { .text = NULL },
                               { .text = report_value (report, &overall, FALSE) } };
  report_table_total (table, total);
  report_table_end (table, NULL);
}

static void
add_limits (ReportFlow *flow)
{
  Report *report = flow->report;
  const char *const limits[] = {
    report_tr (report, N_ ("A self-assessment, not an audit. Answers are the company’s own; "
                           "documents that are named were "
                           "not checked with those who issued them.")),
    report_tr (report, N_ ("Practices count the same, whatever their use to this company: a low "
                           "score can be a sound choice.")),
    report_tr (report, N_ ("A later stage can be compared only when it uses the same version of "
                           "the questionnaire.")),
    report_tr (
        report,
        N_ ("No figure of other companies is shown: no mean of this score has been published.")),
  };

  report_flow_heading (flow, report_tr (report, N_ ("Limits")), NULL, NULL);
  report_flow_list (flow, limits, G_N_ELEMENTS (limits), FALSE, 0);
}

static void
write_method (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  ReportFlow left, right;

  report_flow_section (flow, number, report_tr (report, N_ ("How to read this report")), NULL,
                       "method", 0);
  report_flow_paragraph (
      flow, REPORT_STYLE_BODY,
      report_tr (report,
                 N_ ("The score says how many of the described practices a company has in use. It "
                     "does not say how "
                     "well the company is run, and a higher score is not a goal in itself.")),
      REPORT_READING_WIDTH);
  report_flow_split (flow, &left, REPORT_COLUMN (0), 230.0);
  add_marks (&left);
  report_flow_split (flow, &right, REPORT_COLUMN (3), 230.0);
  add_limits (&right);
  report_flow_columns (flow, &left, &right);
  add_bands (flow);
  add_computation (flow);
}

/* Marks and limits stand closer where the page would not hold all. */
void
report_section_method (ReportFlow *flow, const char *number)
{
  const guint first = flow->blocks->len;
  const double air = flow->air;

  write_method (flow, number);
  if (report_flow_fits (flow, first))
    return;
  g_ptr_array_set_size (flow->blocks, (int)first);
  flow->air = REPORT_LEAST_AIR;
  write_method (flow, number);
  flow->air = air;
}
