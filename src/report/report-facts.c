/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section-list.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include <string.h>

/* The facts as the rules saw them, with what stands behind each. */

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
      return NULL;
    }
}

static void
define (ReportFlow *flow, const char *term, const char *words)
{
  if (words != NULL && *words != '\0')
    report_flow_definition (flow, term, words, 82.0);
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
  /* The call has both already. */
  if (!report_section_list_wants (report, "call")
      || !assessment_document_has (document, "project.call"))
    {
      define (flow, report_tr (report, N_ ("Title")), report_field (report, "project.title"));
      define (flow, report_tr (report, N_ ("In its own words")),
              report_field (report, "project.summary"));
    }
  define (flow, report_tr (report, N_ ("What hurts")), pain_words (report));
  define (flow, report_tr (report, N_ ("Technologies")),
          report_terms (report, CATALOGUE_TERM_TECHNOLOGY,
                        assessment_document_get_strings (document, "project.technologies")));
  define (flow, report_tr (report, N_ ("Services wanted")),
          report_terms (report, CATALOGUE_TERM_SERVICE,
                        assessment_document_get_strings (document, "project.services")));
}

/* The size has its own heading above, with the long sentence. */
static const char *
origin_words (Report *report, const AdviceFact *fact)
{
  if (g_strcmp0 (fact->row->name, "company size") == 0 && advice_size (report->advice) != NULL)
    return report_tr (report, N_ ("see “Size of the enterprise”"));
  return report_say_private (report, fact->from);
}

static gboolean
is_known (const AdviceFact *fact)
{
  return fact->state != ADVICE_FACT_UNKNOWN && fact->value != NULL;
}

static void
add_fact (ReportTable *table, Report *report, const AdviceFact *fact)
{
  const ReportCell cells[] = {
    { .text = report_say (report, fact->row->label), .small = TRUE },
    { .text = report_join (report, ", ", report_say_private (report, fact->value),
                           proof_words (report, fact->proof), NULL),
      .small = TRUE,
      .strong = TRUE },
    { .text = origin_words (report, fact), .small = TRUE },
  };

  report_table_row (table, cells);
}

/* Names of the facts that some kind of support asked for. */
static GHashTable *
facts_used (const Advice *advice)
{
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      const AdviceInstrument *kind = advice_instrument (advice, i);

      for (guint c = 0; c < kind->n_criteria; c++)
        if (kind->criteria[c].fact != NULL)
          g_hash_table_add (used, (gpointer)kind->criteria[c].fact);
      for (guint w = 0; w < kind->n_warnings; w++)
        if (kind->warnings[w].fact != NULL)
          g_hash_table_add (used, (gpointer)kind->warnings[w].fact);
    }
  return used;
}

/* One question may settle several facts. */
static void
add_open_question (GString *open, const char *question)
{
  if (question != NULL && strstr (open->str, question) == NULL)
    g_string_append_printf (open, " %s", question);
}

static void
add_facts (ReportFlow *flow)
{
  Report *report = flow->report;
  const AdviceFacts *facts = advice_facts (report->advice);
  g_autoptr (GHashTable) used = facts_used (report->advice);
  g_autoptr (GString) open = g_string_new (NULL);
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Fact")), 162.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Value, and what is behind it")), 122.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("From")), 0, REPORT_ALIGN_START } };

  if (facts == NULL || g_hash_table_size (used) == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Facts the kinds of support turn on")), NULL,
                       NULL);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < advice_facts_count (facts); i++)
    {
      const AdviceFact *fact = advice_facts_get (facts, i);
      if (!g_hash_table_contains (used, fact->row->name))
        continue;
      if (is_known (fact))
        add_fact (table, report, fact);
      else
        add_open_question (open, report_say (report, fact->row->question));
    }
  report_table_end (table, NULL);
  if (open->len > 0)
    report_flow_lead_in (flow, REPORT_STYLE_NOTE, report_tr (report, N_ ("Still unknown:")),
                         open->str + 1, 0);
}

void
report_section_facts (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;

  report_flow_section (flow, number, report_tr (report, N_ ("Facts")), NULL, "facts", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("What the company has told, and what was computed "
                                                "from it. A claim is not a proof: “declared” "
                                                "means that the company says so, “documented” that "
                                                "a document is named, “confirmed” that "
                                                "somebody has seen it.")),
                         0);
  add_project (flow);
  add_facts (flow);
}
