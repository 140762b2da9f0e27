/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section-list.h"
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
  return report_join (report, "\n",
                      report_or_empty (report_item (report, "evidence", index, "file")),
                      warnings_of (report, evidence, index), NULL);
}

/* The kinds the window offers; another stands as it was typed. */
static const char *
type_words (Report *report, const char *type)
{
  static const struct
  {
    const char *id, *title;
  } types[] = { { "invoice", N_ ("Invoice") },
                { "licence", N_ ("Licence") },
                { "asset-register", N_ ("Asset register") },
                { "screenshot", N_ ("Screenshot") },
                { "certificate", N_ ("Certificate") },
                { "contract", N_ ("Contract") },
                { "photo", N_ ("Photo") },
                { "other", N_ ("Other") } };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].id))
      return report_tr (report, types[i].title);
  return type;
}

static void
add_row (ReportTable *table, Report *report, const AdviceEvidence *evidence, guint index)
{
  const char *by = report_person (report, report_item (report, "evidence", index, "seen_by"));
  const char *hash = report_item (report, "evidence", index, "sha256");
  const char *id = report_item (report, "evidence", index, "id");
  const ReportCell cells[] = {
    { .text = id != NULL ? id : report_integer (report, index + 1), .strong = TRUE },
    { .text = report_item (report, "evidence", index, "title"),
      .note = note_of (report, evidence, index) },
    { .text = type_words (report, report_item (report, "evidence", index, "type")),
      .small = TRUE,
      .note = questions_of (report, index) },
    { .text = report_date (report, report_item (report, "evidence", index, "date")),
      .small = TRUE },
    { .text = report_date (report, report_item (report, "evidence", index, "valid_until")),
      .small = TRUE },
    { .text = by != NULL ? by : report_tr (report, N_ ("nobody")),
      .small = TRUE,
      .note = report_date (report, report_item (report, "evidence", index, "seen_on")) },
    { .text = hash != NULL ? hash : report_tr (report, N_ ("no fingerprint: no file")),
      .small = TRUE,
      .hash = hash != NULL },
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

static void
add_register (ReportFlow *flow, const AdviceEvidence *evidence, guint n)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("No.")), 28.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Document and file")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Type, answers")), 78.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Date")), 70.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Valid until")), 70.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Seen by, on")), 102.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Fingerprint (SHA-256)")), 150.0, REPORT_ALIGN_START } };

  report_flow_rule (flow, 0.9);
  ReportTable *table = report_table_new (flow, columns, 7, FALSE);
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
}

static guint
count_documents (Report *report)
{
  return assessment_document_count (advice_document (report->advice), "evidence");
}

static void
add_coverage (ReportFlow *flow)
{
  Report *report = flow->report;
  const AdviceEvidence *evidence = advice_readiness_evidence (report->readiness);

  /* Shares of nothing are no news. */
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         count_documents (report) > 0
                             ? report_say (report, advice_evidence_coverage_text (evidence))
                             : report_tr (report, N_ ("No document is named as evidence.")),
                         REPORT_READING_WIDTH);
}

void
report_evidence_none (ReportFlow *flow)
{
  if (count_documents (flow->report) > 0 || !report_section_list_wants (flow->report, "evidence"))
    return;
  add_coverage (flow);
  add_contradictions (flow, advice_readiness_evidence (flow->report->readiness));
}

/* The register has a column for each of its fields: its pages are turned. */
void
report_section_evidence (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  const AdviceEvidence *evidence = advice_readiness_evidence (report->readiness);
  guint n = count_documents (report);

  if (n == 0 && report_section_list_wants (report, "answers"))
    return;
  report_flow_turn (flow, n > 0);
  report_flow_section (flow, number, report_tr (report, N_ ("Evidence register")), NULL, "evidence",
                       0);
  add_coverage (flow);
  if (n > 0)
    {
      report_flow_space (flow, 12.0);
      add_register (flow, evidence, n);
    }
  add_contradictions (flow, evidence);
  report_flow_turn (flow, FALSE);
}
