/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-sources.h"
#include "report/report-table.h"

#include "advice/advice-swot.h"

#include <string.h>

/* Two by two, each entry with where it comes from. */

/* The questionnaire's own source is long and the same for all: it stands in the colophon. */
static const char *
source_words (Report *report, const AdviceSwotEntry *entry)
{
  const SurveyPack *pack = advice_pack (report->advice);

  if (g_strcmp0 (entry->source, survey_pack_source (pack)) == 0)
    return report_join (report, " ", survey_pack_id (pack), survey_pack_version (pack), NULL);
  return report_or_empty (report_sources_words (report, entry->source));
}

/* Where a sentence is followed by more, its full stop would stand before the semicolon. */
static const char *
from_words (Report *report, const AdviceSwotEntry *entry)
{
  const char *words = report_or_empty (report_say_private (report, entry->from));
  gsize length = strlen (words);

  if ((entry->rule == NULL && entry->source == NULL) || length == 0 || words[length - 1] != '.')
    return words;
  g_autofree char *open = g_strndup (words, length - 1);
  return report_copy (report, open);
}

static void
add_entry (ReportTable *table, Report *report, const AdviceSwotEntry *entry)
{
  const char *rule
      = entry->rule != NULL ? report_take (
            report, base_text_with_string (base_text_new (N_ ("rule {rule}")), "rule", entry->rule))
                            : "";
  const ReportCell cells[] = { { .text = report_say_private (report, entry->text),
                                 .note = report_join (report, "; ", from_words (report, entry),
                                                      rule, source_words (report, entry), NULL) } };

  report_table_row (table, cells);
}

static void
add_field (ReportFlow *flow, const AdviceSwot *swot, AdviceSwotField field)
{
  Report *report = flow->report;
  const ReportColumn columns[] = { { NULL, 0, REPORT_ALIGN_START } };
  guint n = advice_swot_count (swot, field);

  report_flow_heading (flow, report_take (report, advice_swot_field_title (field)), NULL, NULL);
  if (n == 0)
    {
      report_flow_paragraph (flow, REPORT_STYLE_BODY,
                             report_tr (report, N_ ("Nothing that answers or rules would show.")),
                             0);
      return;
    }
  ReportTable *table = report_table_new (flow, columns, 1, TRUE);
  for (guint i = 0; i < n; i++)
    add_entry (table, report, advice_swot_entry (swot, field, i));
  report_table_end (table, NULL);
}

static void
add_pair (ReportFlow *flow, const AdviceSwot *swot, AdviceSwotField first, AdviceSwotField second)
{
  ReportFlow left, right;

  report_flow_split (flow, &left, REPORT_COLUMN (0), 230.0);
  add_field (&left, swot, first);
  report_flow_split (flow, &right, REPORT_COLUMN (3), 230.0);
  add_field (&right, swot, second);
  report_flow_columns (flow, &left, &right);
}

void
report_section_swot (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  g_autoptr (AdviceSwot) swot = advice_swot_new (report->advice);
  guint n = 0;

  for (guint field = 0; field < ADVICE_N_SWOT_FIELDS; field++)
    n += advice_swot_count (swot, field);
  if (n == 0)
    return;
  report_flow_section (flow, number,
                       report_tr (report, N_ ("Strengths, weaknesses, opportunities, threats")),
                       NULL, "swot", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("Drawn from the scores, the project and the "
                                                "catalogue; under each entry stands where it comes "
                                                "from.")),
                         REPORT_READING_WIDTH);
  add_pair (flow, swot, ADVICE_SWOT_STRENGTHS, ADVICE_SWOT_WEAKNESSES);
  add_pair (flow, swot, ADVICE_SWOT_OPPORTUNITIES, ADVICE_SWOT_THREATS);
}
