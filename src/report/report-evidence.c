/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* Every document named as evidence, with its warnings under it, and how much of the answers it
 * covers. Fingerprints stand in full: a shortened one proves nothing. */

static const char *
warnings_of (Report *report, const AdviceEvidence *evidence, guint index)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < advice_evidence_n_findings (evidence); i++)
    {
      const AdviceEvidenceFinding *finding = advice_evidence_finding (evidence, i);
      if (finding->evidence == index)
        g_string_append_printf (words, "%s! %s", words->len > 0 ? "\n" : "",
                                report_say (report, finding->text));
    }
  return report_copy (report, words->str);
}

static const char *
questions_of (Report *report, guint index)
{
  g_autofree char *path = g_strdup_printf ("evidence[%u].questions", index);
  const char *const *ids = assessment_document_get_strings (advice_document (report->advice), path);
  g_autofree char *joined = ids != NULL ? g_strjoinv (", ", (char **)ids) : NULL;

  return report_copy (report, joined);
}

static const char *
note_of (Report *report, const AdviceEvidence *evidence, guint index)
{
  const char *file = report_item (report, "evidence", index, "file");
  const char *hash = report_item (report, "evidence", index, "sha256");

  return report_join (
      report, "\n", report_or_empty (file),
      hash != NULL ? report_take (
          report, base_text_with_string (base_text_new (N_ ("SHA-256 {hash}")), "hash", hash))
                   : report_tr (report, N_ ("no fingerprint: no file")),
      warnings_of (report, evidence, index), NULL);
}

static void
add_row (ReportTable *table, Report *report, const AdviceEvidence *evidence, guint index)
{
  const char *valid = report_date (report, report_item (report, "evidence", index, "valid_until"));
  const char *by = report_person (report, report_item (report, "evidence", index, "seen_by"));
  const char *on = report_date (report, report_item (report, "evidence", index, "seen_on"));
  const char *id = report_item (report, "evidence", index, "id");
  const ReportCell cells[] = {
    { .text = id != NULL ? id : report_integer (report, index + 1), .strong = TRUE },
    { .text = report_item (report, "evidence", index, "title"),
      .note = note_of (report, evidence, index) },
    { .text = report_item (report, "evidence", index, "type"),
      .small = TRUE,
      .note = questions_of (report, index) },
    { .text = report_date (report, report_item (report, "evidence", index, "date")),
      .small = TRUE,
      .note = valid != NULL ? report_take (
                  report,
                  base_text_with_string (base_text_new (N_ ("valid until {date}")), "date", valid))
                            : NULL },
    { .text = by != NULL ? by : report_tr (report, N_ ("nobody")), .small = TRUE, .note = on },
  };

  report_table_row (table, cells);
}

/* What the rules found in the answers themselves. */
static void
add_contradictions (ReportFlow *flow, const AdviceEvidence *evidence)
{
  Report *report = flow->report;
  gboolean first = TRUE;

  for (guint i = 0; i < advice_evidence_n_findings (evidence); i++)
    {
      const AdviceEvidenceFinding *finding = advice_evidence_finding (evidence, i);
      if (finding->evidence != G_MAXUINT)
        continue;
      if (first)
        report_flow_heading (flow, report_tr (report, N_ ("Answers that do not go together")), NULL,
                             NULL);
      first = FALSE;
      report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say (report, finding->text), 0);
    }
}

void
report_section_evidence (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  const AdviceEvidence *evidence = advice_readiness_evidence (report->readiness);
  guint n = assessment_document_count (advice_document (report->advice), "evidence");
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("No.")), 30.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Document, file and fingerprint")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Type, answers")), 62.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Date, validity")), 78.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Seen by, on")), 78.0, REPORT_ALIGN_START } };

  report_flow_section (flow, number, report_tr (report, N_ ("Evidence register")), NULL, "evidence",
                       0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_say (report, advice_evidence_coverage_text (evidence)),
                         REPORT_READING_WIDTH);
  if (n == 0)
    {
      report_flow_paragraph (flow, REPORT_STYLE_BODY,
                             report_tr (report, N_ ("No document is named as evidence.")), 0);
      add_contradictions (flow, evidence);
      return;
    }
  report_flow_space (flow, 12.0);
  report_flow_rule (flow, 0.9);
  ReportTable *table = report_table_new (flow, columns, 5, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < n; i++)
    add_row (table, report, evidence, i);
  report_table_end (
      table,
      report_take (report,
                   base_text_with_date (
                       base_text_new (N_ ("The company keeps the originals. Ages are counted to "
                                          "{date}. Warnings stand under their document (!).")),
                       "date", advice_evidence_day (evidence))));
  add_contradictions (flow, evidence);
}
