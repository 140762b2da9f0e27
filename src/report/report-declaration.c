/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* What is still open, above the lines to sign. Nothing is ticked in advance. */

static void
open_row (ReportTable *table, const char *kind, const char *words)
{
  const ReportCell cells[] = { { .text = kind, .strong = TRUE }, { .text = words } };

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
                report_join (report, ": ", report_say (report, finding->title),
                             detail != NULL ? detail : "", NULL));
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
    open_row (table, report_tr (report, N_ ("Not answered")), ids->str);
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
      open_row (table, i == 0 ? report_tr (report, N_ ("Unknown")) : NULL, words);
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

  report_flow_heading (flow, report_tr (report, N_ ("Open points")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  n += add_contradictions (table, report);
  n += add_unanswered (table, report);
  n += add_missing_facts (table, report);
  if (n == 0)
    open_row (table, report_tr (report, N_ ("None")),
              report_tr (report, N_ ("The rules miss nothing.")));
  report_table_end (table, NULL);
}

static void
add_declarations (ReportFlow *flow)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { NULL, 20.0, REPORT_ALIGN_START }, { NULL, 0, REPORT_ALIGN_START } };
  const char *const words[] = {
    report_tr (report, N_ ("The answers, figures and documents in this report are true and "
                           "complete to the best of our "
                           "knowledge.")),
    report_tr (report, N_ ("All public support of the last three years that counts as de minimis "
                           "aid has been listed.")),
    report_tr (report, N_ ("The same costs have not been and will not be paid twice.")),
  };

  report_flow_heading (flow, report_tr (report, N_ ("The company declares")),
                       report_tr (report, N_ ("to be ticked by hand")), NULL);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const ReportCell cells[] = { { .icon = REPORT_ICON_BOX }, { .text = words[i] } };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

typedef struct
{
  const char *whose, *name, *person;
} Signer;

static void
add_signer (ReportBlock *block, ReportFlow *flow, guint column, const Signer *signer)
{
  Report *report = flow->report;
  double x = REPORT_COLUMN (2 * column), width = 148.0;
  const struct
  {
    const char *words;
    ReportStyle style;
    double y;
  } lines[] = {
    { signer->whose, REPORT_STYLE_BODY_STRONG, 9 },
    { signer->name, REPORT_STYLE_BODY, 21 },
    { report_tr (report, N_ ("Place and date")), REPORT_STYLE_NOTE, 45 },
    { report_tr (report, N_ ("Signature")), REPORT_STYLE_NOTE, 84 },
    { signer->person, REPORT_STYLE_NOTE_STRONG, 144 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      ReportNode *node = NULL;
      if (lines[i].words == NULL || *lines[i].words == '\0')
        continue;
      node = report_add_node (report, flow->node, "P");
      ReportWords words
          = report_words_new_line (report->fonts, lines[i].style, lines[i].words, width);
      report_block_words (block, node, &words, x, lines[i].y, width, REPORT_ALIGN_START,
                          REPORT_BLACK);
      report_words_clear (&words);
    }
  report_block_rule (block, x, 72, width, 0.5, REPORT_BLACK);
  report_block_rule (block, x, 132, width, 0.5, REPORT_BLACK);
}

static void
add_signatures (ReportFlow *flow)
{
  Report *report = flow->report;
  const char *partner = report_field (report, "project.partners[0].name");
  const Signer signers[] = {
    { report_tr (report, N_ ("For the company")), report_company (report),
      report_field (report, "company.contact.name") },
    { report_tr (report, N_ ("For the partner")), partner, NULL },
    { report_tr (report, N_ ("For the hub")), NULL, NULL },
  };
  ReportBlock *block = report_block_new (156.0);

  report_flow_heading (flow, report_tr (report, N_ ("Signatures")), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signers); i++)
    add_signer (block, flow, i, &signers[i]);
  block->keep_next = TRUE;
  report_flow_add (flow, block);
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
  add_declarations (flow);
  add_signatures (flow);
}
