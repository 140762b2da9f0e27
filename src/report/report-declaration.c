/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-signature.h"
#include "report/report-table.h"

/* What is still open, above the lines to sign. Nothing is ticked in advance. */

#define MANY 16 /* findings: their rows stand closer */

/* @again: of the same kind as the row above. */
static void
open_row (ReportTable *table, const char *kind, const char *words, gboolean again)
{
  const ReportCell cells[] = { { .text = kind, .strong = !again }, { .text = words } };

  report_table_row (table, cells);
}

static guint
add_contradictions (ReportTable *table, Report *report)
{
  guint n = advice_n_contradictions (report->advice);

  for (guint i = 0; i < n; i++)
    {
      const AdviceFinding *finding = advice_contradiction (report->advice, i);
      const char *detail = report_say (report, finding->detail);
      open_row (table, i == 0 ? report_tr (report, N_ ("To mend")) : NULL,
                report_explain (report, report_say (report, finding->title), detail), FALSE);
    }
  return n;
}

static guint
add_unanswered (ReportTable *table, Report *report)
{
  const SurveyScore *score = advice_score (report->advice);
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);
      if (question->answered)
        continue;
      g_string_append_printf (ids, "%s%s", n++ > 0 ? ", " : "", question->id);
    }
  if (n > 0)
    open_row (table, report_tr (report, N_ ("Not answered")), ids->str, FALSE);
  return n;
}

static guint
add_missing_facts (ReportTable *table, Report *report)
{
  guint n = advice_n_open_questions (report->advice);

  for (guint i = 0; i < n; i++)
    {
      const AdviceOpenQuestion *question = advice_open_question (report->advice, i);
      const char *words = report_say (report, question->row->question);
      if (words == NULL)
        words = report_say (report, question->row->label);
      open_row (table, i == 0 ? report_tr (report, N_ ("Unknown")) : NULL, words, FALSE);
    }
  return n;
}

/* Of an application: what its annex still lacks. */
static guint
add_findings (ReportTable *table, Report *report)
{
  static const char *const words[] = { N_ ("Missing"), N_ ("To look at"), N_ ("Would help") };
  guint n = advice_readiness_n_findings (report->readiness);

  for (guint i = 0; i < n; i++)
    {
      const AdviceReadinessFinding *finding = advice_readiness_finding (report->readiness, i);
      const gboolean again
          = i > 0
            && advice_readiness_finding (report->readiness, i - 1)->severity == finding->severity;
      open_row (table, report_tr (report, words[finding->severity]),
                report_say_private (report, finding->text), again);
    }
  return n;
}

static void
add_open_points (ReportFlow *flow)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { NULL, 82.0, REPORT_ALIGN_START }, { NULL, 0, REPORT_ALIGN_START } };
  guint n = 0;

  report_flow_heading (flow, report_tr (report, N_ ("Open points, as stated by the applicant")),
                       NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  if (advice_readiness_n_findings (report->readiness) > MANY)
    report_table_set_dense (table);
  n += add_contradictions (table, report);
  n += add_unanswered (table, report);
  n += report->options.profile == REPORT_PROFILE_FUNDING ? add_findings (table, report)
                                                         : add_missing_facts (table, report);
  if (n == 0)
    open_row (table, report_tr (report, N_ ("None")),
              report_tr (report, N_ ("The rules miss nothing.")), FALSE);
  report_table_end (table, NULL);
}

/* Empty, or with who made it and when. */
static void
add_declaration (ReportTable *table, Report *report, const AdviceDeclaration *declaration)
{
  const gboolean made = declaration->index >= 0;
  const char *by = made ? report_person (report, declaration->by) : NULL;
  const char *on = made ? report_date (report, declaration->on) : NULL;
  const ReportCell cells[] = {
    { .icon = made ? REPORT_ICON_TICKED : REPORT_ICON_BOX },
    { .text = report_say (report, declaration->title),
      .strong = TRUE,
      .note = report_say (report, declaration->text) },
    { .text = made ? report_tr (report, N_ ("declared")) : report_tr (report, N_ ("not declared")),
      .small = TRUE,
      .note = report_join (report, ", ", report_or_empty (by), report_or_empty (on), NULL) },
  };

  report_table_row (table, cells);
}

static void
add_declarations (ReportFlow *flow)
{
  Report *report = flow->report;
  const ReportColumn columns[] = { { NULL, 20.0, REPORT_ALIGN_START },
                                   { NULL, 0, REPORT_ALIGN_START },
                                   { NULL, 154.0, REPORT_ALIGN_START } };

  report_flow_heading (flow, report_tr (report, N_ ("The company declares")),
                       report_tr (report, N_ ("an empty box has not been declared")), NULL);
  ReportTable *table = report_table_new (flow, columns, 3, TRUE);
  report_table_set_dense (table);
  for (guint i = 0; i < advice_readiness_n_declarations (report->readiness); i++)
    add_declaration (table, report, advice_readiness_declaration (report->readiness, i));
  report_table_end (table, NULL);
}

/* Lines to sign stand on one page with what is signed. */
static void
keep_together (ReportFlow *flow, guint first)
{
  ReportBlock *heading = g_ptr_array_index (flow->blocks, first);

  heading->need = report_flow_height (flow, first, REPORT_LEAST_AIR);
}

static void
add_signatures (ReportFlow *flow)
{
  Report *report = flow->report;
  const char *partner = report_field (report, "project.partners[0].name");
  const gboolean partners
      = assessment_document_count (advice_document (report->advice), "project.partners") > 0;
  ReportSigner signers[3] = {
    { report_tr (report, N_ ("For the company")), report_company (report),
      report_person (report, report_field (report, "company.contact.name")) },
  };
  guint n = 1;

  if (partners)
    signers[n++] = (ReportSigner){ report_tr (report, N_ ("For the partner")), partner, NULL };
  signers[n++] = (ReportSigner){ report_tr (report, N_ ("For the hub")), NULL, NULL };
  report_signature_add (flow, signers, n);
  report_flow_keep (flow);
  report_flow_paragraph (flow, REPORT_STYLE_NOTE,
                         report_tr (report, N_ ("By hand, or with an electronic signature on the "
                                                "file. A change after signing makes a new "
                                                "document with another fingerprint. Whoever signs "
                                                "for the hub confirms the consultation only.")),
                         0);
}

void
report_section_declaration (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;

  report_flow_section (flow, number, report_tr (report, N_ ("Open points and signatures")), NULL,
                       "declaration", 0);
  add_open_points (flow);
  const guint declared = flow->blocks->len;
  add_declarations (flow);
  add_signatures (flow);
  keep_together (flow, declared);
}
