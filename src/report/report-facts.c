/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* The facts as the rules saw them, with what stands behind each, and the enterprise's size. */

static const char *
proof_words (Report *report, AdviceProof proof)
{
  switch (proof)
    {
    case ADVICE_PROOF_COMPUTED:
      return report_tr (report, N_ ("computed"));
    case ADVICE_PROOF_DECLARED:
      return report_tr (report, N_ ("declared"));
    case ADVICE_PROOF_DOCUMENTED:
      return report_tr (report, N_ ("documented"));
    case ADVICE_PROOF_CONFIRMED:
      return report_tr (report, N_ ("confirmed"));
    case ADVICE_PROOF_NONE:
    default:
      return "\xe2\x80\x93";
    }
}

static void
add_size (ReportFlow *flow)
{
  Report *report = flow->report;
  const AdviceSize *size = advice_size (report->advice);

  if (size == NULL)
    return;
  const char *title = report_say (report, size->title);
  const char *condition = report_say (report, size->condition);
  report_flow_heading (flow, report_tr (report, N_ ("Enterprise size")), NULL,
                       condition != NULL ? report_tr (report, N_ ("under a condition")) : NULL);
  report_flow_lead_in (flow, REPORT_STYLE_BODY, title,
                       report_join (report, " ", condition != NULL ? condition : "", NULL),
                       REPORT_READING_WIDTH);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say_private (report, size->reason),
                         REPORT_READING_WIDTH);
  report_flow_paragraph (
      flow, REPORT_STYLE_NOTE,
      report_tr (report,
                 N_ ("By Recommendation 2003/361/EC. Declared by the company; not checked.")),
      0);
}

static void
define (ReportFlow *flow, const char *term, const char *words)
{
  if (words != NULL && *words != '\0')
    report_flow_definition (flow, term, words, 104.0);
}

/* Titles of the pains the company named, in the pack's words. */
static const char *
pain_words (Report *report)
{
  const SurveyPack *pack = advice_pack (report->advice);
  const char *const *ids
      = assessment_document_get_strings (advice_document (report->advice), "project.pains");
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < survey_pack_n_pains (pack); i++)
    {
      const SurveyPain *pain = survey_pack_pain (pack, i);
      if (g_strv_contains (ids, pain->id))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                                report_tr (report, pain->title));
    }
  return report_copy (report, words->str);
}

static void
add_project (ReportFlow *flow)
{
  Report *report = flow->report;
  const AssessmentDocument *document = advice_document (report->advice);

  if (!assessment_document_has (document, "project"))
    return;
  report_flow_heading (flow, report_tr (report, N_ ("The project")), NULL, NULL);
  define (flow, report_tr (report, N_ ("Title")), report_field (report, "project.title"));
  define (flow, report_tr (report, N_ ("In its own words")),
          report_field (report, "project.summary"));
  define (flow, report_tr (report, N_ ("What hurts")), pain_words (report));
  define (flow, report_tr (report, N_ ("Technologies")),
          report_terms (report, CATALOGUE_TERM_TECHNOLOGY,
                        assessment_document_get_strings (document, "project.technologies")));
  define (flow, report_tr (report, N_ ("Services wanted")),
          report_terms (report, CATALOGUE_TERM_SERVICE,
                        assessment_document_get_strings (document, "project.services")));
}

static void
add_fact (ReportTable *table, Report *report, const AdviceFact *fact)
{
  gboolean known = fact->state != ADVICE_FACT_UNKNOWN && fact->value != NULL;
  const ReportCell cells[] = {
    { .text = report_say (report, fact->row->label), .small = TRUE },
    { .text = known ? report_say_private (report, fact->value) : report_tr (report, N_ ("Unknown")),
      .small = TRUE,
      .strong = known },
    { .text = known ? proof_words (report, fact->proof) : NULL, .small = TRUE },
    { .text
      = known ? report_say_private (report, fact->from) : report_say (report, fact->row->question),
      .small = TRUE },
  };

  report_table_row (table, cells);
}

static void
add_facts (ReportFlow *flow)
{
  Report *report = flow->report;
  const AdviceFacts *facts = advice_facts (report->advice);
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Fact")), 150.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Value")), 112.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Behind it")), 66.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("From, or the open question")), 0, REPORT_ALIGN_START } };

  if (facts == NULL || advice_facts_count (facts) == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("What the rules know")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < advice_facts_count (facts); i++)
    add_fact (table, report, advice_facts_get (facts, i));
  report_table_end (table, NULL);
}

static void
add_evidence_row (ReportTable *table, Report *report, guint index)
{
  static const char *const members[] = { "id", "title", "type", "date", "seen_by" };
  const char *words[G_N_ELEMENTS (members)];

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *path = g_strdup_printf ("evidence[%u].%s", index, members[i]);
      words[i] = report_field (report, path);
    }
  const ReportCell cells[]
      = { { .text = words[0], .strong = TRUE },
          { .text = words[1] },
          { .text = words[2] },
          { .text = report_date (report, words[3]) },
          { .text = words[4] != NULL ? words[4] : report_tr (report, N_ ("nobody")) } };
  report_table_row (table, cells);
}

static void
add_evidence (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = assessment_document_count (advice_document (report->advice), "evidence");
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("No.")), 42.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Document")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Type")), 82.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Date")), 92.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Seen by")), 92.0, REPORT_ALIGN_START } };

  if (n == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Documents named as evidence")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 5, FALSE);
  for (guint i = 0; i < n; i++)
    add_evidence_row (table, report, i);
  report_table_end (table, report_tr (report, N_ ("The company keeps the originals.")));
}

void
report_section_facts (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;

  report_flow_section (flow, number, report_tr (report, N_ ("Facts and size")), NULL, "facts", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("What the company has told, and what was computed "
                                                "from it. A claim is not a proof: “declared” "
                                                "means that the company says so, “documented” that "
                                                "a document is named, “confirmed” that "
                                                "somebody has seen it.")),
                         REPORT_READING_WIDTH);
  add_project (flow);
  add_size (flow);
  add_facts (flow);
  add_evidence (flow);
}
