/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-block.h"

/* Blocks are made once, while the report is laid out, and only read afterwards. */

static void
mark_clear (gpointer data)
{
  ReportMark *mark = data;

  report_words_clear (&mark->words);
  if (mark->destroy != NULL)
    mark->destroy (mark->data);
}

ReportBlock *
report_block_new (double height)
{
  ReportBlock *block = g_new0 (ReportBlock, 1);

  block->marks = g_array_new (FALSE, TRUE, sizeof (ReportMark));
  g_array_set_clear_func (block->marks, mark_clear);
  block->height = height;
  block->ref_count = 1;
  return block;
}

ReportBlock *
report_block_ref (ReportBlock *block)
{
  block->ref_count++;
  return block;
}

void
report_block_unref (ReportBlock *block)
{
  if (--block->ref_count > 0)
    return;
  g_array_unref (block->marks);
  g_clear_pointer (&block->repeat, report_block_unref);
  g_free (block->outline);
  g_free (block->destination);
  g_free (block->page_title);
  g_free (block);
}

double
report_block_height (const ReportBlock *block, double air)
{
  return block->height - block->slack * (1.0 - air) / (1.0 - REPORT_LEAST_AIR);
}

void
report_block_line (ReportBlock *block,
                   ReportNode *node,
                   const ReportWords *words,
                   int line,
                   double x,
                   double y,
                   double width,
                   ReportAlign align,
                   ChartColor color)
{
  ReportMark mark = { .kind = REPORT_MARK_WORDS,
                      .node = node,
                      .x = x,
                      .y = y,
                      .width = width,
                      .words = *words,
                      .line = line,
                      .align = align,
                      .color = color };

  chart_lines_ref (mark.words.lines);
  g_array_append_val (block->marks, mark);
}

double
report_block_words (ReportBlock *block,
                    ReportNode *node,
                    const ReportWords *words,
                    double x,
                    double y,
                    double width,
                    ReportAlign align,
                    ChartColor color)
{
  for (int i = 0; i < words->n_lines; i++)
    report_block_line (block, node, words, i, x, y + i * words->leading, width, align, color);
  return y + (words->n_lines - 1) * words->leading;
}

void
report_block_rule (
    ReportBlock *block, double x, double y, double width, double stroke, ChartColor color)
{
  ReportMark mark = {
    .kind = REPORT_MARK_RULE, .x = x, .y = y, .width = width, .stroke = stroke, .color = color
  };

  g_array_append_val (block->marks, mark);
}

void
report_block_box (
    ReportBlock *block, double x, double y, double width, double height, ChartColor color)
{
  ReportMark mark = {
    .kind = REPORT_MARK_BOX, .x = x, .y = y, .width = width, .height = height, .color = color
  };

  g_array_append_val (block->marks, mark);
}

void
report_block_drawing (ReportBlock *block,
                      ReportNode *node,
                      double x,
                      double y,
                      double width,
                      double height,
                      ReportDrawFunc draw,
                      gpointer data,
                      GDestroyNotify destroy)
{
  ReportMark mark = { .kind = REPORT_MARK_DRAWING,
                      .node = node,
                      .x = x,
                      .y = y,
                      .width = width,
                      .height = height,
                      .draw = draw,
                      .data = data,
                      .destroy = destroy };

  g_array_append_val (block->marks, mark);
}

/* The mark moves over: a drawing's data must have one owner, so the source gives it up. */
static void
append_moved (ReportBlock *block, ReportMark *source, double dx, double dy)
{
  ReportMark mark = *source;

  mark.x += dx;
  mark.y += dy;
  if (mark.words.lines != NULL)
    chart_lines_ref (mark.words.lines);
  source->destroy = NULL;
  g_array_append_val (block->marks, mark);
}

void
report_block_absorb (ReportBlock *block, const ReportBlock *other, double dx, double dy)
{
  for (guint i = 0; i < other->marks->len; i++)
    append_moved (block, &g_array_index (other->marks, ReportMark, i), dx, dy);
}

ReportBlock *
report_block_slice (const ReportBlock *block, double top, double bottom)
{
  ReportBlock *slice = report_block_new (bottom - top);

  for (guint i = 0; i < block->marks->len; i++)
    {
      ReportMark *mark = &g_array_index (block->marks, ReportMark, i);
      if (mark->y > top && mark->y <= bottom)
        append_moved (slice, mark, 0.0, -top);
    }
  return slice;
}
