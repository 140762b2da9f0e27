/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-profile-chart.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-steps.h"
#include "report/report-table.h"

/* One page that can be read alone, in whole numbers. */

#define GAPS 5
#define STEPS 3
#define INSTRUMENTS 2
#define RIGHT_X REPORT_COLUMN (2)

static void
add_line (ReportFlow *flow, ReportStyle style, const char *words)
{
  report_flow_paragraph (flow, style, words, 0);
}

static void
add_score (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyPack *pack = advice_pack (report->advice);
  SurveyValue overall = survey_score_overall (advice_score (report->advice));
  const char *value = report_value (report, &overall, TRUE);
  ReportNode *node = report_add_node (report, flow->node, "P");
  ReportWords words = report_words_new (report->fonts, REPORT_STYLE_SCORE, value, 0, 0);
  ReportWords of = report_words_new (
      report->fonts, REPORT_STYLE_NOTE,
      report_take (report, base_text_with_integer (base_text_new (N_ ("of {full}")), "full",
                                                   survey_pack_full_marks (pack))),
      0, 0);
  ReportBlock *block = report_block_new (48.0);

  report_block_words (block, node, &words, flow->x - 2.0, 38, flow->width, REPORT_ALIGN_START,
                      REPORT_BLACK);
  report_block_words (block, node, &of, flow->x + report_words_line_width (&words, 0) + 5.0, 38,
                      flow->width, REPORT_ALIGN_START, REPORT_BLACK);
  report_words_clear (&words);
  report_words_clear (&of);
  report_flow_add (flow, block);
  if (overall.band >= 0)
    {
      const SurveyBand *band = survey_pack_band (pack, (guint)overall.band);
      add_line (flow, REPORT_STYLE_H2, report_tr (report, band->title));
      report_flow_space (flow, 6.0);
      add_line (flow, REPORT_STYLE_NOTE, report_tr (report, band->plain));
    }
  else
    add_line (flow, REPORT_STYLE_H2, report_tr (report, N_ ("Level still open")));
  if (report->comparison != NULL && advice_comparison_refusal (report->comparison) == NULL)
    {
      report_flow_space (flow, 6.0);
      add_line (flow, REPORT_STYLE_NOTE,
                report_say (report, advice_comparison_headline (report->comparison)));
    }
  if (overall.value < 0)
    add_line (flow, REPORT_STYLE_NOTE,
              report_tr (report, N_ ("Still reachable: the questionnaire is not complete")));
}

static void
add_top (ReportFlow *flow)
{
  Report *report = flow->report;
  ReportFlow left, right;

  report_flow_split (flow, &left, REPORT_LEFT, 148.0);
  add_score (&left);
  report_flow_split (flow, &right, RIGHT_X, REPORT_LEFT + REPORT_WIDTH - RIGHT_X);
  report_flow_paragraph (&right, REPORT_STYLE_LEAD,
                         report_sentences (report,
                                           report_say (report, advice_headline (report->advice)),
                                           report_say (report, advice_lead (report->advice)), NULL),
                         0);
  report_flow_space (&right, 12.0);
  report_profile_dots (&right, right.x, right.width, 146.0, TRUE, TRUE);
  report_flow_columns (flow, &left, &right);
  ((ReportBlock *)g_ptr_array_index (flow->blocks, flow->blocks->len - 1))->space_before = 0.0;
}

static void
add_gaps (ReportFlow *flow, guint at_most)
{
  Report *report = flow->report;
  guint n = MIN (at_most, advice_n_gaps (report->advice));
  const ReportColumn columns[] = {
    { "", 18.0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("Gap")), 0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("Dimension")), 120.0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("To gain")), 48.0, REPORT_ALIGN_END },
  };

  if (n == 0)
    return;
  report_flow_heading (
      flow, report_tr (report, N_ ("The largest gaps")),
      report_tr (report, N_ ("to gain: points of the overall score, computed, not a forecast")),
      NULL);
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
  for (guint i = 0; i < n; i++)
    {
      const AdviceFinding *gap = advice_gap (report->advice, i);
      const ReportCell cells[] = {
        { .text = report_integer (report, i + 1), .strong = TRUE },
        { .text = report_say (report, gap->title) },
        { .text = gap->dimension != NULL ? report_tr (report, gap->dimension->plain) : NULL },
        { .text = report_gain (report, gap->gain) },
      };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

static void
add_steps (ReportFlow *flow, gboolean notes)
{
  Report *report = flow->report;
  guint n = MIN (STEPS, advice_n_steps (report->advice));
  const ReportColumn columns[] = {
    { "", 18.0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("Step and what it brings")), 0, REPORT_ALIGN_START },
    { report_tr (report, N_ ("To gain")), 48.0, REPORT_ALIGN_END },
  };

  if (n == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("The first steps")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  for (guint i = 0; i < n; i++)
    {
      const AdviceStep *step = report_steps_nth (report, i);
      const ReportCell cells[] = {
        { .text = report_integer (report, i + 1), .strong = TRUE },
        { .text = report_say (report, step->title),
          .note = notes ? report_say (report, step->benefit) : NULL },
        { .text = report_gain (report, step->gain) },
      };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

static void
add_verdict (ReportFlow *flow, const char *title, const char *words)
{
  report_flow_lead_in (flow, REPORT_STYLE_NOTE, title, words, 0);
  report_flow_space (flow, 4.0);
}

static void
add_support (ReportFlow *flow)
{
  Report *report = flow->report;
  const Advice *advice = report->advice;

  report_flow_heading (flow, report_tr (report, N_ ("Support")), NULL, NULL);
  if (advice_n_services (advice) > 0)
    add_verdict (flow, report_tr (report, N_ ("To ask for today:")),
                 report_say (report, advice_service (advice, 0)->title));
  for (guint i = 0; i < MIN (INSTRUMENTS, advice_n_instruments (advice)); i++)
    {
      const AdviceInstrument *instrument = advice_instrument (advice, i);
      g_autofree char *title
          = g_strconcat (report_tr (report, instrument->instrument->title), ":", NULL);
      add_verdict (flow, report_copy (report, title), report_say (report, instrument->verdict));
    }
  if (advice_n_hubs_shown (advice) > 0)
    {
      const AdviceMatch *hub = advice_hub (advice, 0);
      const char *distance = report_distance (report, hub->distance);
      add_verdict (flow, hub->hub->name,
                   report_join (report, "; ", hub->hub->city != NULL ? hub->hub->city : "",
                                distance != NULL ? distance : "", report_say (report, hub->match),
                                NULL));
    }
}

static const char *
part_of (Report *report, guint part, guint whole)
{
  BaseText *text = base_text_new (N_ ("{part} of {whole}"));

  base_text_with_integer (text, "part", part);
  base_text_with_integer (text, "whole", whole);
  return report_take (report, text);
}

static void
add_soundness (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyScore *score = advice_score (report->advice);
  const AdviceEvidence *evidence = advice_readiness_evidence (report->readiness);
  const ReportColumn columns[]
      = { { NULL, 0, REPORT_ALIGN_START }, { NULL, 74.0, REPORT_ALIGN_END } };
  guint answered = 0, questions = 0;

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      answered += survey_score_dimension (score, i)->answered;
      questions += survey_score_dimension (score, i)->questions;
    }
  report_flow_heading (flow, report_tr (report, N_ ("How sound is this assessment")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  const ReportCell rows[][2] = {
    { { .text = report_tr (report, N_ ("Questions answered")) },
      { .text = part_of (report, answered, questions), .strong = TRUE } },
    { { .text = report_tr (report, N_ ("Answers that count, with evidence")) },
      { .text = part_of (report, advice_evidence_n_covered (evidence),
                         advice_evidence_n_counting (evidence)),
        .strong = TRUE } },
    { { .text = report_tr (report, N_ ("Answers that exclude each other")) },
      { .text = report_integer (report, advice_n_contradictions (report->advice)),
        .strong = TRUE } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    report_table_row (table, rows[i]);
  report_table_end (table, NULL);
}

/* An annex is about its own call: no other kinds of support and no ranking of hubs. */
static void
add_readiness (ReportFlow *flow)
{
  Report *report = flow->report;
  const char *title = report_field (report, "project.call.title");

  report_flow_heading (flow, report_tr (report, N_ ("The application")), NULL, NULL);
  if (title != NULL)
    add_verdict (flow, report_tr (report, N_ ("Call:")), title);
  add_line (flow, REPORT_STYLE_NOTE,
            report_say (report, advice_readiness_summary (report->readiness)));
}

typedef struct
{
  guint gaps;
  gboolean notes;
} Extent;

static void
write_summary (ReportFlow *flow, const Extent *extent)
{
  Report *report = flow->report;
  ReportFlow left, right;

  report_flow_space (flow, 6.0);
  add_top (flow);
  add_gaps (flow, extent->gaps);
  add_steps (flow, extent->notes);
  report_flow_split (flow, &left, REPORT_COLUMN (0), 230.0);
  if (report->options.profile == REPORT_PROFILE_FUNDING)
    add_readiness (&left);
  else
    add_support (&left);
  report_flow_split (flow, &right, REPORT_COLUMN (3), 230.0);
  add_soundness (&right);
  report_flow_columns (flow, &left, &right);
}

/* As much as one page takes: words are longer in some languages, and names may be of any length. */
static Extent
fitting_extent (Report *report, double room)
{
  static const Extent extents[]
      = { { GAPS, TRUE }, { GAPS, FALSE }, { 4, FALSE }, { 3, FALSE }, { 2, FALSE }, { 1, FALSE } };
  guint i = 0;

  for (; i + 1 < G_N_ELEMENTS (extents); i++)
    {
      ReportFlow trial;
      double height;

      report_flow_init (&trial, report, report_add_node (report, NULL, "Sect"), REPORT_LEFT,
                        REPORT_WIDTH);
      write_summary (&trial, &extents[i]);
      height = report_flow_height (&trial, 0, REPORT_LEAST_AIR);
      report_flow_clear (&trial);
      if (height <= room)
        break;
    }
  return extents[i];
}

void
report_section_summary (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint first = flow->blocks->len;
  double used = 0.0;

  report_flow_section (flow, number, report_tr (report, N_ ("Summary")), NULL, "summary", 0);
  for (guint i = first; i < flow->blocks->len; i++)
    used += ((ReportBlock *)g_ptr_array_index (flow->blocks, i))->height;
  const Extent extent = fitting_extent (report, report->bottom - REPORT_TOP - used - 6.0);
  write_summary (flow, &extent);
}
