/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section-list.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include <string.h>

/* What changed since the stage before, for each dimension, and what moved it answer by answer. */

#define ANNEX_MOVES 14 /* at most, before the annexes of an application */

static const char *
signed_points (Report *report, int hundredths)
{
  g_autofree char *figure = base_language_decimal (report->language, hundredths, 2);

  return hundredths > 0 ? report_join (report, "", "+", figure, NULL)
                        : report_copy (report, figure);
}

static const char *
reach_words (Report *report, const AdviceDifference *difference)
{
  switch (difference->reach)
    {
    case ADVICE_REACH_REACHED:
      return report_tr (report, N_ ("reached"));
    case ADVICE_REACH_MISSED:
      return report_tr (report, N_ ("not reached"));
    case ADVICE_REACH_UNKNOWN:
      return report_tr (report, N_ ("unknown"));
    case ADVICE_REACH_NONE:
    default:
      return NULL;
    }
}

static void
add_difference (ReportTable *table, Report *report, const AdviceDifference *difference)
{
  const gboolean total = difference->dimension == NULL;
  const ReportCell cells[] = {
    { .text = total ? report_tr (report, N_ ("Overall"))
                    : report_tr (report, difference->dimension->title),
      .note = report_say (report, difference->band) },
    { .text = report_value (report, &difference->before, FALSE) },
    { .text = report_value (report, &difference->now, FALSE) },
    { .text = difference->settled ? signed_points (report, difference->difference)
                                  : report_tr (report, N_ ("open")) },
    { .text = report_score (report, difference->target) },
    { .text = reach_words (report, difference), .small = TRUE },
  };

  if (total)
    report_table_total (table, cells);
  else
    report_table_row (table, cells);
}

static void
add_table (ReportFlow *flow)
{
  Report *report = flow->report;
  const AdviceComparison *comparison = report->comparison;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Dimension")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Before")), 62.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Now")), 62.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Difference")), 52.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Target")), 52.0, REPORT_ALIGN_END },
          { "", 66.0, REPORT_ALIGN_START } };

  report_flow_heading (flow, report_tr (report, N_ ("Before, now, change")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 6, FALSE);
  for (guint i = 0; i < advice_comparison_n_dimensions (comparison); i++)
    add_difference (table, report, advice_comparison_dimension (comparison, i));
  add_difference (table, report, advice_comparison_overall (comparison));
  report_table_end (table, NULL);
}

static void
add_move (ReportTable *table, Report *report, const AdviceDifference *difference, guint index)
{
  const AdviceMove *move = &difference->moves[index];
  const ReportCell cells[] = {
    { .text = move->id, .small = TRUE },
    { .text = report_say (report, move->title) },
    { .text
      = report_join (report, " \xe2\x86\x92 ", report_or_empty (report_say (report, move->from)),
                     report_or_empty (report_say (report, move->to)), NULL),
      .small = TRUE },
    { .text = signed_points (report, move->points) },
    { .text = signed_points (report, move->overall) },
  };

  report_table_row (table, cells);
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const AdviceMove *first = *(const AdviceMove *const *)a, *second = *(const AdviceMove *const *)b;
  int weight = ABS (second->overall) - ABS (first->overall);

  return weight != 0 ? weight : strcmp (first->id, second->id);
}

/* The moves to show: the @at_most that weigh most. */
static GHashTable *
heaviest (const AdviceComparison *comparison, guint at_most, guint *n)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTable *shown = g_hash_table_new (NULL, NULL);

  for (guint d = 0; d < advice_comparison_n_dimensions (comparison); d++)
    {
      const AdviceDifference *difference = advice_comparison_dimension (comparison, d);
      for (guint i = 0; i < difference->n_moves; i++)
        g_ptr_array_add (all, (gpointer)&difference->moves[i]);
    }
  *n = all->len;
  g_ptr_array_sort (all, compare_moves);
  for (guint i = 0; i < MIN (at_most, all->len); i++)
    g_hash_table_add (shown, g_ptr_array_index (all, i));
  return shown;
}

static ReportTable *
moves_table (ReportFlow *flow)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { "", 62.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Answer")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Before → now")), 112.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Dimension")), 52.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Overall")), 42.0, REPORT_ALIGN_END } };

  ReportTable *table = report_table_new (flow, columns, 5, FALSE);
  report_table_set_dense (table);
  return table;
}

static void
add_dimension_moves (ReportTable *table,
                     Report *report,
                     const AdviceDifference *difference,
                     GHashTable *shown)
{
  const ReportCell group[]
      = { { .text = NULL },
          { .text = report_tr (report, difference->dimension->title) },
          { .text = NULL },
          { .text = difference->settled ? signed_points (report, difference->difference) : NULL },
          { .text = difference->settled ? signed_points (report, difference->overall) : NULL } };
  gboolean first = TRUE;

  for (guint i = 0; i < difference->n_moves; i++)
    {
      if (!g_hash_table_contains (shown, &difference->moves[i]))
        continue;
      if (first)
        report_table_group (table, group);
      first = FALSE;
      add_move (table, report, difference, i);
    }
}

static void
write_moves (ReportFlow *flow, guint at_most)
{
  Report *report = flow->report;
  const AdviceComparison *comparison = report->comparison;
  guint n;
  g_autoptr (GHashTable) shown = heaviest (comparison, at_most, &n);

  if (n == 0)
    return;
  ReportTable *table = moves_table (flow);
  for (guint d = 0; d < advice_comparison_n_dimensions (comparison); d++)
    add_dimension_moves (table, report, advice_comparison_dimension (comparison, d), shown);
  report_table_end (
      table,
      n <= at_most
          ? report_tr (report, N_ ("Points; those of all answers add up to the change."))
          : report_take (report, base_text_new_plural (
                                     "Points. One more answer stands in the annex.",
                                     "Points. {n} more answers stand in the annex.", n - at_most)));
}

static void
add_moves (ReportFlow *flow, guint at_most)
{
  guint before = flow->blocks->len;

  report_flow_heading (flow, report_tr (flow->report, N_ ("What moved it, answer by answer")), NULL,
                       NULL);
  guint heading = flow->blocks->len;
  write_moves (flow, at_most);
  if (flow->blocks->len == heading)
    g_ptr_array_set_size (flow->blocks, (int)before);
}

/* In the pages before the annexes an application shows only what has room on one. */
static gboolean
is_short (Report *report)
{
  return report->options.profile == REPORT_PROFILE_FUNDING
         && report_section_list_wants (report, "change");
}

static void
add_moves_of_page (ReportFlow *flow, guint first)
{
  guint before = flow->blocks->len;

  for (guint at_most = ANNEX_MOVES; at_most > 0; at_most--)
    {
      g_ptr_array_set_size (flow->blocks, (int)before);
      add_moves (flow, at_most);
      if (report_flow_fits (flow, first))
        return;
    }
}

void
report_section_moves (ReportFlow *flow, const char *number)
{
  const AdviceComparison *comparison = flow->report->comparison;

  if (comparison != NULL && advice_comparison_refusal (comparison) == NULL
      && is_short (flow->report))
    {
      report_flow_section (flow, number,
                           report_tr (flow->report, N_ ("What moved it, answer by answer")), NULL,
                           "moves", 0);
      report_flow_rule (flow, 0.9);
      write_moves (flow, G_MAXUINT);
    }
}

static void
add_supports (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = advice_comparison_n_supports (report->comparison);

  /* An annex is about its own call only. */
  if (n == 0 || report->options.profile == REPORT_PROFILE_FUNDING)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Kinds of support that changed")), NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      const AdviceSupportChange *change = advice_comparison_support (report->comparison, i);
      report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say (report, change->text), 0);
      for (guint r = 0; r < change->n_reasons; r++)
        report_flow_paragraph (flow, REPORT_STYLE_NOTE,
                               report_say_private (report, change->reasons[r]), 0);
      report_flow_space (flow, 6.0);
    }
}

void
report_section_change (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  const AdviceComparison *comparison = report->comparison;

  if (comparison == NULL)
    return;
  const BaseText *refusal = advice_comparison_refusal (comparison);
  guint first = flow->blocks->len;
  report_flow_section (flow, number, report_tr (report, N_ ("Change since the last stage")), NULL,
                       "change", 0);
  report_flow_paragraph (
      flow, REPORT_STYLE_BODY,
      report_say (report, refusal != NULL ? refusal : advice_comparison_headline (comparison)),
      REPORT_READING_WIDTH);
  for (guint i = 0; i < advice_comparison_n_notes (comparison); i++)
    report_flow_paragraph (flow, REPORT_STYLE_NOTE,
                           report_say (report, advice_comparison_note (comparison, i)),
                           REPORT_READING_WIDTH);
  if (refusal != NULL)
    return;
  add_table (flow);
  if (is_short (report))
    add_moves_of_page (flow, first);
  else
    add_moves (flow, G_MAXUINT);
  add_supports (flow);
}
