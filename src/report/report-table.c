/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-table.h"

#include "report/report-say.h"

/* Each row is a block that knows the head as what to repeat; the first two rows stay with the head,
 * the last two with the rule under them. */

#define GUTTER 8.0
#define FIRST_BASELINE 12.0
#define DENSE_BASELINE 9.5
#define TALL_ROW 48.0
/* Of the space under a row's words, what it can give up. */
#define ROW_SLACK 2.5
#define DENSE_SLACK 0.8
#define ONE_LINE_SLACK 2.0 /* dense, and of one line */

struct _ReportTable
{
  ReportFlow *flow;
  ReportColumn columns[REPORT_TABLE_MAX_COLUMNS];
  double x[REPORT_TABLE_MAX_COLUMNS];
  guint n;
  ReportNode *node, *body;
  ReportBlock *again;         /* title "(continued)" and head, for the next pages */
  ReportBlock *last, *before; /* rows, borrowed from the flow */
  guint n_rows;
  gboolean started; /* the head is not the last block any more */
  gboolean dense;
};

static void
place_columns (ReportTable *table)
{
  double left = table->flow->width, x = table->flow->x;

  for (guint i = 0; i < table->n; i++)
    left -= table->columns[i].width;
  for (guint i = 0; i < table->n; i++)
    {
      if (table->columns[i].width <= 0.0)
        {
          table->columns[i].width = MAX (left, 40.0);
          left = 0.0;
        }
      table->x[i] = x;
      x += table->columns[i].width;
    }
}

static double
cell_room (const ReportTable *table, guint i)
{
  return table->columns[i].width - (i + 1 < table->n ? GUTTER : 0.0);
}

/* @head: NULL for a table without one. */
static ReportBlock *
again_new (ReportTable *table, const ReportBlock *head)
{
  ReportFlow *flow = table->flow;
  Report *report = flow->report;
  double height = flow->title != NULL ? 18.0 : 0.0;
  ReportBlock *block = report_block_new (height + (head != NULL ? head->height : 0.0));

  if (flow->title != NULL)
    {
      const char *title
          = report_take (report, base_text_with_string (base_text_new (N_ ("{title} (continued)")),
                                                        "title", flow->title));
      ReportWords words
          = report_words_new_line (report->fonts, REPORT_STYLE_H3, title, flow->width);
      report_block_words (block, NULL, &words, flow->x, 9.0, flow->width, REPORT_ALIGN_START,
                          REPORT_BLACK);
      report_words_clear (&words);
    }
  if (head != NULL)
    report_block_absorb (block, head, 0.0, height);
  return block;
}

static void
add_head (ReportTable *table)
{
  Report *report = table->flow->report;
  ReportNode *row = report_add_node (report, report_add_node (report, table->node, "THead"), "TR");
  ReportWords words[REPORT_TABLE_MAX_COLUMNS];
  int lines = 1;

  for (guint i = 0; i < table->n; i++)
    {
      words[i] = report_words_new (report->fonts, REPORT_STYLE_TABLE_HEAD,
                                   table->columns[i].title != NULL ? table->columns[i].title : "",
                                   0, cell_room (table, i));
      lines = MAX (lines, words[i].n_lines);
    }
  double height = 9.0 + 9.0 * lines;
  ReportBlock *block = report_block_new (height);
  for (guint i = 0; i < table->n; i++)
    {
      /* A head that says nothing heads nothing. */
      const gboolean says = table->columns[i].title != NULL && *table->columns[i].title != '\0';
      ReportNode *cell = report_add_node (report, row, says ? "TH" : "TD");
      report_block_words (block, cell, &words[i], table->x[i],
                          height - 6.0 - (words[i].n_lines - 1) * 9.0, cell_room (table, i),
                          table->columns[i].align, REPORT_BLACK);
      report_words_clear (&words[i]);
    }
  report_block_rule (block, table->flow->x, height, table->flow->width, 0.5, REPORT_BLACK);
  block->keep_next = TRUE;
  report_flow_add (table->flow, block);
  table->again = again_new (table, block);
}

ReportTable *
report_table_new (ReportFlow *flow, const ReportColumn *columns, guint n, gboolean headless)
{
  g_assert (n <= REPORT_TABLE_MAX_COLUMNS);

  ReportTable *table = g_new0 (ReportTable, 1);
  table->flow = flow;
  table->n = n;
  for (guint i = 0; i < n; i++)
    table->columns[i] = columns[i];
  place_columns (table);
  table->node = report_add_node (flow->report, flow->node, "Table");
  if (!headless)
    add_head (table);
  else
    table->again = again_new (table, NULL);
  table->body = report_add_node (flow->report, table->node, "TBody");
  return table;
}

static ReportStyle
cell_style (const ReportCell *cell)
{
  if (cell->hash)
    return REPORT_STYLE_HASH;
  if (cell->small)
    return cell->strong ? REPORT_STYLE_NOTE_STRONG : REPORT_STYLE_NOTE;
  return cell->strong ? REPORT_STYLE_TABLE_STRONG : REPORT_STYLE_TABLE;
}

static double
mark_room (const ReportCell *cell)
{
  if (cell->maximum > 0)
    return report_icon_level_width (cell->maximum) + 4.0;
  return cell->icon != REPORT_ICON_NONE ? REPORT_ICON_ROOM : 0.0;
}

static void
add_tick (ReportTable *table, ReportBlock *block, ReportNode *node, double x, double y)
{
  ReportWords tick = report_words_new (table->flow->report->fonts, REPORT_STYLE_FURNITURE_STRONG,
                                       "\xe2\x9c\x93", 0, 0);

  report_block_words (block, node, &tick, x, y, 8.4, REPORT_ALIGN_CENTRE,
                      (ChartColor){ 1.0, 1.0, 1.0, 1.0 });
  report_words_clear (&tick);
}

static gboolean
is_empty (const char *words)
{
  return words == NULL || *words == '\0';
}

/* Where the next line of a cell stands, and the last one stood. */
typedef struct
{
  double x, y, last, room;
  ReportAlign align;
  ChartColor color;
} Pen;

static void
write_words (ReportTable *table,
             ReportBlock *block,
             ReportNode *node,
             Pen *pen,
             ReportStyle style,
             const char *text)
{
  if (is_empty (text))
    return;
  ReportWords words = report_words_new (table->flow->report->fonts, style, text, 0, pen->room);
  pen->last
      = report_block_words (block, node, &words, pen->x, pen->y, pen->room, pen->align, pen->color);
  pen->y = pen->last + 10.0;
  report_words_clear (&words);
}

static void
add_marks (ReportTable *table,
           ReportBlock *block,
           ReportNode *node,
           const ReportCell *cell,
           double x,
           double y)
{
  if (cell->maximum > 0)
    report_icon_add_level (block, cell->level, cell->maximum, x, y - 2.8);
  else
    report_icon_add (block, cell->icon, cell->grey, x, y - 2.8);
  if (cell->icon == REPORT_ICON_TICKED)
    add_tick (table, block, node, x, y - 0.4);
}

static void
draw_nothing (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
}

/* Returns the baseline of the cell's last line. A cell without words still has its place in the
 * structure; one with a drawing or a link keeps its words in a paragraph, because an element holds
 * either words or elements. */
static double
add_cell (ReportTable *table, ReportBlock *block, ReportNode *row, guint i, const ReportCell *cell)
{
  Report *report = table->flow->report;
  ReportNode *node = report_add_node (report, row, "TD");
  ReportNode *words
      = cell->draw != NULL || cell->address != NULL ? report_add_node (report, node, "P") : node;
  double marks = mark_room (cell), first = table->dense ? DENSE_BASELINE : FIRST_BASELINE;
  Pen pen = { table->x[i] + marks,
              first,
              first,
              MAX (12.0, cell_room (table, i) - marks),
              table->columns[i].align,
              cell->grey ? REPORT_GREY : REPORT_BLACK };

  if (cell->draw != NULL)
    {
      ReportNode *figure = report_add_node (report, node, "Figure");
      figure->alt = g_strdup (cell->alt);
      report_block_drawing (block, figure, table->x[i], 4.5, pen.room, cell->draw_height,
                            cell->draw, cell->data, cell->destroy);
      pen.y += cell->draw_height + 3.0;
    }
  else if (is_empty (cell->text) && is_empty (cell->note) && is_empty (cell->address))
    report_block_drawing (block, node, table->x[i], first, 0.0, 0.0, draw_nothing, NULL, NULL);
  add_marks (table, block, words, cell, table->x[i], pen.y);
  write_words (table, block, words, &pen, cell_style (cell), cell->text);
  write_words (table, block, words, &pen, REPORT_STYLE_NOTE, cell->note);
  if (cell->address != NULL)
    {
      ReportNode *link = report_flow_link_node (report, node, cell->address);
      write_words (table, block, link != NULL ? link : words, &pen, REPORT_STYLE_NOTE,
                   cell->address);
    }
  return pen.last;
}

static double
row_height (const ReportTable *table, double last_baseline)
{
  if (table->dense)
    return last_baseline + 3.5;
  return last_baseline + (last_baseline > FIRST_BASELINE ? 8.0 : 6.0);
}

void
report_table_set_dense (ReportTable *table)
{
  table->dense = TRUE;
}

static ReportBlock *
add_row (ReportTable *table, const ReportCell *cells, gboolean group)
{
  ReportBlock *block = report_block_new (0.0);
  ReportNode *row = report_add_node (table->flow->report, table->body, "TR");
  double last = FIRST_BASELINE;

  if (group)
    report_block_box (block, table->flow->x, 0.0, table->flow->width, 15.0, REPORT_GROUP_ROW);
  for (guint i = 0; i < table->n; i++)
    {
      ReportCell cell = cells[i];
      cell.strong = cell.strong || group;
      double depth = add_cell (table, block, row, i, &cell);
      last = MAX (last, depth);
    }
  block->height = row_height (table, last);
  block->slack = group                          ? 0.0
                 : !table->dense                ? ROW_SLACK
                 : last > FIRST_BASELINE + 0.01 ? DENSE_SLACK
                                                : ONE_LINE_SLACK;
  if (group)
    g_array_index (block->marks, ReportMark, 0).height = block->height;
  if (table->again != NULL && table->started)
    block->repeat = report_block_ref (table->again);
  table->started = TRUE;
  report_flow_add (table->flow, block);
  return block;
}

static void
rule_above (ReportTable *table, ReportBlock *block, double stroke, ChartColor color)
{
  if (table->last != NULL)
    report_block_rule (block, table->flow->x, 0.0, table->flow->width, stroke, color);
}

void
report_table_row (ReportTable *table, const ReportCell *cells)
{
  ReportBlock *block = add_row (table, cells, FALSE);

  rule_above (table, block, 0.35, REPORT_ROW_RULE);
  /* The head never stands over one row alone. */
  if (++table->n_rows == 2 && table->last != NULL)
    table->last->keep_next = TRUE;
  table->before = table->last;
  table->last = block;
}

void
report_table_group (ReportTable *table, const ReportCell *cells)
{
  ReportBlock *block = add_row (table, cells, TRUE);

  block->keep_next = TRUE;
  table->last = NULL;
  table->before = NULL;
}

void
report_table_total (ReportTable *table, const ReportCell *cells)
{
  ReportCell strong[REPORT_TABLE_MAX_COLUMNS];

  for (guint i = 0; i < table->n; i++)
    {
      strong[i] = cells[i];
      strong[i].strong = TRUE;
    }
  if (table->last != NULL)
    table->last->keep_next = TRUE;
  ReportBlock *block = add_row (table, strong, FALSE);
  rule_above (table, block, 0.5, REPORT_BLACK);
  table->last = block;
}

void
report_table_end (ReportTable *table, const char *note)
{
  ReportBlock *rule = report_block_new (6.0);

  /* Nor does the last row go over to the next page alone, unless it is a paragraph of its own. */
  if (table->before != NULL && table->last->height < TALL_ROW)
    table->before->keep_next = TRUE;
  if (table->last != NULL)
    table->last->keep_next = TRUE;
  rule->slack = 2.0;
  report_block_rule (rule, table->flow->x, 0.0, table->flow->width, 0.9, REPORT_BLACK);
  rule->keep_next = note != NULL && *note != '\0';
  report_flow_add (table->flow, rule);
  if (note != NULL)
    report_flow_paragraph (table->flow, REPORT_STYLE_NOTE, note, 0.0);
  g_clear_pointer (&table->again, report_block_unref);
  g_free (table);
}
