/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* The questionnaire to fill in by hand: boxes to tick, levels to ring, lines for notes, and why
 * each question is asked. Nothing that was answered is printed. */

#define NOTE_LINES 3
#define NOTE_LEADING 20.0

static void
add_lines (ReportFlow *flow, const char *title, guint n)
{
  Report *report = flow->report;
  ReportBlock *block = report_block_new (14.0 + NOTE_LEADING * n);
  ReportNode *node = report_add_node (report, flow->node, "P");
  ReportWords words = report_words_new_line (report->fonts, REPORT_STYLE_NOTE, title, flow->width);

  report_block_words (block, node, &words, flow->x, 10, flow->width, REPORT_ALIGN_START,
                      REPORT_BLACK);
  report_words_clear (&words);
  for (guint i = 1; i <= n; i++)
    report_block_rule (block, flow->x, 12.0 + NOTE_LEADING * i, flow->width, 0.35, REPORT_BLACK);
  block->space_before = 6.0;
  report_flow_add (flow, block);
}

/* Prefilled where it is known; a line where it is not. */
static void
add_head (ReportFlow *flow)
{
  Report *report = flow->report;
  const struct
  {
    const char *term, *words;
  } rows[] = {
    { report_tr (report, N_ ("Company")), report_field (report, "company.name") },
    { report_tr (report, N_ ("Place")), report_field (report, "company.city") },
    { report_tr (report, N_ ("Who answers, and with whom")),
      report_person (report, report_field (report, "company.contact.name")) },
    { report_tr (report, N_ ("Stage")), report_field (report, "stage") },
    { report_tr (report, N_ ("Date")), NULL },
  };
  const ReportColumn columns[]
      = { { NULL, 150.0, REPORT_ALIGN_START }, { NULL, 0, REPORT_ALIGN_START } };

  report_flow_rule (flow, 0.9);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ReportCell cells[]
          = { { .text = rows[i].term, .small = TRUE }, { .text = rows[i].words } };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

static const char *
levels_words (Report *report, const SurveyQuestion *question)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < question->n_levels; i++)
    g_string_append_printf (words, "%s%s %s", i > 0 ? " \xc2\xb7 " : "",
                            report_integer (report, question->levels[i].level),
                            report_tr (report, question->levels[i].title));
  return report_copy (report, words->str);
}

/* A column of figures to ring for each level. */
static const char *
level_track (Report *report, const SurveyQuestion *question)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < question->n_levels; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "   " : "",
                            report_integer (report, question->levels[i].level));
  return report_copy (report, words->str);
}

static void
add_option (ReportTable *table, Report *report, const SurveyQuestion *question, guint index)
{
  const SurveyOption *option = &question->options[index];
  const gboolean levels = question->kind == SURVEY_QUESTION_LEVELS;
  ReportCell cells[4] = { { .text = report_integer (report, option->number), .small = TRUE },
                          { .text = report_tr (report, option->title) },
                          { .icon = REPORT_ICON_BOX },
                          { .icon = REPORT_ICON_BOX } };

  if (levels)
    cells[2] = (ReportCell){ .text = level_track (report, question) };
  report_table_row (table, cells);
}

static void
add_options (ReportFlow *flow, const SurveyQuestion *question)
{
  Report *report = flow->report;
  const gboolean two = question->n_columns == 2;
  const ReportColumn plain[]
      = { { "", 20.0, REPORT_ALIGN_START },
          { "", 0, REPORT_ALIGN_START },
          { question->kind == SURVEY_QUESTION_LEVELS ? report_tr (report, N_ ("Ring one"))
                                                     : report_tr (report, N_ ("Tick")),
            question->kind == SURVEY_QUESTION_LEVELS ? 90.0 : 40.0, REPORT_ALIGN_START } };
  const ReportColumn columns[]
      = { plain[0],
          plain[1],
          { two ? report_tr (report, question->columns[0].title) : "", 70.0, REPORT_ALIGN_START },
          { two ? report_tr (report, question->columns[1].title) : "", 70.0, REPORT_ALIGN_START } };

  ReportTable *table
      = two ? report_table_new (flow, columns, 4, FALSE) : report_table_new (flow, plain, 3, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < question->n_options; i++)
    add_option (table, report, question, i);
  if (question->kind != SURVEY_QUESTION_LEVELS)
    {
      const ReportCell none[] = { { .text = NULL },
                                  { .text = report_tr (report, N_ ("None of these")) },
                                  { .icon = REPORT_ICON_BOX },
                                  { .icon = REPORT_ICON_BOX } };
      report_table_row (table, none);
    }
  report_table_end (table, question->n_levels > 0 ? levels_words (report, question) : NULL);
}

static void
add_question (ReportFlow *flow, const SurveyQuestion *question)
{
  Report *report = flow->report;
  guint first = flow->blocks->len;

  report_flow_heading (
      flow, report_join (report, "  ", question->id, report_tr (report, question->title), NULL),
      NULL, NULL);
  report_flow_paragraph (flow, REPORT_STYLE_NOTE, report_tr (report, question->why), 0);
  if (question->example != NULL)
    report_flow_lead_in (flow, REPORT_STYLE_NOTE, report_tr (report, N_ ("Example:")),
                         report_tr (report, question->example), 0);
  report_flow_space (flow, 6.0);
  add_options (flow, question);
  report_flow_keep (flow);
  add_lines (flow, report_tr (report, N_ ("Notes and documents seen")), NOTE_LINES);
  /* One question is not torn apart while it fits a page. */
  ReportBlock *heading = g_ptr_array_index (flow->blocks, first);
  for (guint i = first; i < flow->blocks->len; i++)
    {
      const ReportBlock *block = g_ptr_array_index (flow->blocks, i);
      heading->need += block->height + (i > first ? block->space_before : 0.0);
    }
}

void
report_section_blank (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyPack *pack = advice_pack (report->advice);

  report_flow_section (flow, NULL, report_tr (report, survey_pack_title (pack)), NULL, "blank", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("To fill in by hand. Tick what is in place today, "
                                                "not what is meant to come. “None of these” is an "
                                                "answer; a question without a mark counts as not "
                                                "answered. What nobody knows stays open.")),
                         REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  add_head (flow);
  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    add_question (flow, survey_pack_question (pack, i));
  add_lines (flow, report_tr (report, N_ ("Signature, place and date")), 1);
}
