/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section-list.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* All questions with all their options in two columns: what was chosen and what was not. */

#define COLUMN_WIDTH 230.0
#define QUESTION_SPACE 18.0

static const SurveyQuestionScore *
find_score (Report *report, const SurveyQuestion *question, guint column)
{
  const SurveyScore *score = advice_score (report->advice);

  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *entry = survey_score_question (score, i);
      if (entry->question != question)
        continue;
      if (question->n_columns == 0 || entry->column == &question->columns[column])
        return entry;
    }
  return NULL;
}

static ReportCell
tick_cell (Report *report, const SurveyPart *part)
{
  ReportCell cell = { .small = TRUE };

  if (part->level < 0)
    cell.text = "\xe2\x80\x93";
  else
    cell.icon = part->level > 0 ? REPORT_ICON_TICKED : REPORT_ICON_BOX;
  return cell;
}

static ReportCell
level_cell (Report *report, const SurveyQuestion *question, const SurveyPart *part)
{
  ReportCell cell = { .small = TRUE, .strong = part->level > 0 };
  const char *title = "";

  if (part->level < 0)
    {
      cell.text = "\xe2\x80\x93";
      return cell;
    }
  for (guint i = 0; i < question->n_levels; i++)
    if (question->levels[i].level == part->level)
      title = report_tr (report, question->levels[i].title);
  cell.level = part->level;
  cell.maximum = part->max_level;
  cell.text = question->n_levels <= 3 ? title : report_integer (report, part->level);
  return cell;
}

static ReportTable *
question_table (ReportFlow *flow, const SurveyQuestion *question)
{
  Report *report = flow->report;
  gboolean two = question->n_columns == 2, levels = question->kind == SURVEY_QUESTION_LEVELS;
  const ReportColumn plain[] = { { NULL, 20.0, REPORT_ALIGN_START },
                                 { NULL, 0, REPORT_ALIGN_START },
                                 { NULL, levels ? 76.0 : 22.0, REPORT_ALIGN_START } };
  const ReportColumn columns[]
      = { { "", 20.0, REPORT_ALIGN_START },
          { "", 0, REPORT_ALIGN_START },
          { two ? report_tr (report, question->columns[0].title) : "", 42.0, REPORT_ALIGN_START },
          { two ? report_tr (report, question->columns[1].title) : "", 42.0, REPORT_ALIGN_START } };

  ReportTable *table
      = two ? report_table_new (flow, columns, 4, FALSE) : report_table_new (flow, plain, 3, TRUE);
  report_table_set_dense (table);
  return table;
}

static void
add_option (ReportTable *table,
            Report *report,
            const SurveyQuestion *question,
            const SurveyQuestionScore *const scores[2],
            guint index)
{
  const SurveyPart *part = &scores[0]->parts[index];
  const SurveyPart *other = scores[1] != NULL ? &scores[1]->parts[index] : NULL;
  gboolean chosen = part->level > 0 || (other != NULL && other->level > 0);
  ReportCell cells[4] = {
    { .text = report_integer (report, part->option->number), .small = TRUE },
    { .text = report_tr (report, part->option->title), .small = TRUE, .strong = chosen },
  };

  cells[2] = question->kind == SURVEY_QUESTION_LEVELS ? level_cell (report, question, part)
                                                      : tick_cell (report, part);
  if (other != NULL)
    cells[3] = tick_cell (report, other);
  report_table_row (table, cells);
}

static void
add_question (ReportFlow *flow, const SurveyQuestion *question)
{
  Report *report = flow->report;
  const SurveyQuestionScore *scores[2] = { find_score (report, question, 0), NULL };
  const char *points = NULL;

  if (question->n_columns == 2)
    scores[1] = find_score (report, question, 1);
  if (scores[0] == NULL)
    return;
  points = report_value (report, &scores[0]->points, FALSE);
  if (scores[1] != NULL)
    points = report_join (report, " + ", points, report_value (report, &scores[1]->points, FALSE),
                          NULL);
  report_flow_heading (
      flow, report_join (report, "  ", question->id, report_tr (report, question->title), NULL),
      NULL, points);
  ReportTable *table = question_table (flow, question);
  for (guint i = 0; i < scores[0]->n_parts; i++)
    add_option (table, report, question, scores, i);
  report_table_end (table, NULL);
}

/* The pair of columns that is being filled. */
typedef struct
{
  ReportFlow *flow;
  ReportFlow columns[2];
  guint side;
  double room;
} Columns;

static void
open_columns (Columns *columns, double room)
{
  report_flow_split (columns->flow, &columns->columns[0], REPORT_COLUMN (0), COLUMN_WIDTH);
  report_flow_split (columns->flow, &columns->columns[1], REPORT_COLUMN (3), COLUMN_WIDTH);
  columns->side = 0;
  columns->room = room;
}

static void
close_columns (Columns *columns)
{
  report_flow_columns (columns->flow, &columns->columns[0], &columns->columns[1]);
}

static void
next_column (Columns *columns)
{
  if (++columns->side < G_N_ELEMENTS (columns->columns))
    return;
  close_columns (columns);
  open_columns (columns, columns->flow->report->bottom - REPORT_TOP - 30.0);
}

/* FALSE when the column has no room left for it. */
static gboolean
put_question (Columns *columns, const SurveyQuestion *question)
{
  ReportFlow *column = &columns->columns[columns->side];
  const gboolean follows = column->blocks->len > 0;
  ReportFlow one;

  report_flow_init (&one, column->report, column->node, column->x, column->width);
  add_question (&one, question);
  if (follows && one.blocks->len > 0)
    ((ReportBlock *)g_ptr_array_index (one.blocks, 0))->space_before = QUESTION_SPACE;
  const gboolean fits = !follows
                        || report_flow_height (column, 0, column->air)
                                   + QUESTION_SPACE * column->air
                                   + report_flow_height (&one, 0, column->air)
                               <= columns->room;
  if (fits)
    report_flow_append (column, &one);
  report_flow_clear (&one);
  return fits;
}

/* Questions fill the left column, then the right, then a new pair of columns; one is not broken,
 * unless it alone is taller than a page. */
static void
write_answers (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  const SurveyPack *pack = advice_pack (report->advice);
  Columns columns = { .flow = flow };
  guint first = flow->blocks->len;

  report_flow_section (flow, number, report_tr (report, N_ ("Answers")), NULL, "answers", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("All questions and options, with the points of "
                                                "each question. Black box: chosen. Filled blocks: "
                                                "level. A dash: not answered.")),
                         REPORT_READING_WIDTH);
  report_evidence_none (flow);
  report_flow_keep (flow);
  open_columns (&columns,
                report->bottom - REPORT_TOP - report_flow_height (flow, first, 1.0) - 36.0);
  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);

      if (report->options.only_answered
          && !assessment_document_is_answered (advice_document (report->advice), question->id))
        continue;
      if (put_question (&columns, question))
        continue;
      next_column (&columns);
      put_question (&columns, question);
    }
  close_columns (&columns);
}

/* Each pair of columns is a block. Less air between the questions where that saves a pair; remarks
 * would fill its page. */
void
report_section_answers (ReportFlow *flow, const char *number)
{
  const guint first = flow->blocks->len;
  const double air = flow->air;

  write_answers (flow, number);
  if (report_has_remarks (flow->report) && report_section_list_wants (flow->report, "remarks"))
    return;
  const guint loose = flow->blocks->len;
  g_ptr_array_set_size (flow->blocks, (int)first);
  flow->air = REPORT_LEAST_AIR;
  write_answers (flow, number);
  flow->air = air;
  if (flow->blocks->len < loose)
    return;
  g_ptr_array_set_size (flow->blocks, (int)first);
  write_answers (flow, number);
}
