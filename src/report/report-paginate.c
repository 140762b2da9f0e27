/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-page.h"

/* One pass from the first block to the last; nothing is moved afterwards, so the same blocks give
 * the same pages. Before, each run of blocks from one new page to the next is placed on trial, to
 * see how much of the air between its blocks it needs to give up. */

/* Of the air between blocks; the largest is taken that gives the fewest pages and, among those,
 * tears the fewest sections that could stand on one. */
static const double eases[] = { 1.0, 0.75, 0.5, REPORT_LEAST_AIR };

/* Of a page, what the last lines of a section must fill for the next one to have its own. */
#define THIN 0.45

typedef struct
{
  Report *report;
  ReportPage *page; /* NULL on trial */
  guint n_pages, n_torn;
  double y;
  double ease;     /* of the section written now */
  double run_ease; /* of the whole run */
  ReportFrame frame;
  gboolean landscape;
  gboolean empty;  /* nothing on the page yet */
  gboolean shares; /* the section written now wants to stand on one page */
  gboolean alone;  /* no other begins on its page */
  char *title;
} Cursor;

static void
turn (Cursor *cursor, gboolean landscape)
{
  cursor->landscape = landscape;
  cursor->frame = report_frame (cursor->report, landscape);
}

static void
next_page (Cursor *cursor, gboolean trial)
{
  cursor->n_pages++;
  cursor->y = cursor->frame.top;
  cursor->empty = TRUE;
  if (trial)
    return;
  cursor->page = g_new0 (ReportPage, 1);
  cursor->page->placed = g_array_new (FALSE, FALSE, sizeof (ReportPlaced));
  cursor->page->title = g_strdup (cursor->title != NULL ? cursor->title : "");
  cursor->page->landscape = cursor->landscape;
  g_ptr_array_add (cursor->report->pages, cursor->page);
}

static void
put (Cursor *cursor, ReportBlock *block, gboolean repeated, gboolean trial)
{
  ReportPlaced placed = { block, cursor->y, repeated };

  cursor->y += report_block_height (block, cursor->ease);
  cursor->empty = cursor->empty && block->height <= 0.0;
  if (trial)
    return;
  report_block_ref (block);
  g_array_append_val (cursor->page->placed, placed);
}

/* A row or note of a user's ten thousand words: cut between lines. */
static void
put_slices (Cursor *cursor, ReportBlock *block, gboolean trial)
{
  double room = cursor->frame.bottom - cursor->frame.top;

  for (double top = 0.0; top < block->height; top += room)
    {
      double end = MIN (top + room, block->height);

      if (top > 0.0 || !cursor->empty)
        next_page (cursor, trial);
      if (trial)
        {
          cursor->y += end - top;
          cursor->empty = FALSE;
          continue;
        }
      g_autoptr (ReportBlock) slice = report_block_slice (block, top, end);
      put (cursor, slice, FALSE, FALSE);
    }
}

/* Height of the blocks that must stand together from @first on. */
static double
chain_height (const Cursor *cursor, GPtrArray *blocks, guint first)
{
  double height = 0.0;

  for (guint i = first; i < blocks->len; i++)
    {
      const ReportBlock *block = g_ptr_array_index (blocks, i);
      if (i > first && (block->new_page || block->begins))
        break;
      height += report_block_height (block, cursor->ease)
                + (i > first ? block->space_before * cursor->ease : 0.0);
      if (!block->keep_next)
        break;
    }
  return height;
}

/* Hardly begun: the last lines of a section, or a short one. */
static gboolean
is_thin (const Cursor *cursor)
{
  return cursor->y - cursor->frame.top <= THIN * (cursor->frame.bottom - cursor->frame.top);
}

static guint
end_of_section (GPtrArray *blocks, guint first)
{
  guint end = first + 1;

  for (; end < blocks->len; end++)
    {
      const ReportBlock *block = g_ptr_array_index (blocks, end);
      if (block->new_page || block->begins)
        break;
    }
  return end;
}

static double
section_height (GPtrArray *blocks, guint first, double ease)
{
  double height = 0.0;

  for (guint i = first; i < end_of_section (blocks, first); i++)
    {
      const ReportBlock *block = g_ptr_array_index (blocks, i);
      height += report_block_height (block, ease) + (i > first ? block->space_before * ease : 0.0);
    }
  return height;
}

/* Whether the section after the one from @first on joins it on its page. */
static gboolean
is_joined (const Cursor *cursor, GPtrArray *blocks, guint first)
{
  guint next = end_of_section (blocks, first);
  const ReportBlock *block = next < blocks->len ? g_ptr_array_index (blocks, next) : NULL;

  if (block == NULL || !block->shares || ((ReportBlock *)g_ptr_array_index (blocks, first))->alone
      || block->landscape != cursor->landscape)
    return FALSE;
  return section_height (blocks, first, cursor->run_ease) + block->space_before * cursor->run_ease
             + section_height (blocks, next, cursor->run_ease)
         <= cursor->frame.bottom - cursor->frame.top;
}

/* A section that has its page for itself takes all the air that there is. */
static double
section_ease (const Cursor *cursor, GPtrArray *blocks, guint first)
{
  double room = cursor->frame.bottom - cursor->frame.top;

  for (guint e = 0; e < G_N_ELEMENTS (eases) && !is_joined (cursor, blocks, first); e++)
    if (eases[e] >= cursor->run_ease && section_height (blocks, first, eases[e]) <= room)
      return eases[e];
  return cursor->run_ease;
}

static double
needed (const Cursor *cursor, GPtrArray *blocks, guint index)
{
  const ReportBlock *block = g_ptr_array_index (blocks, index);
  double room = cursor->frame.bottom - cursor->frame.top;
  double chain = chain_height (cursor, blocks, index);

  if (chain > room)
    chain = block->height;
  if (block->shares && !is_thin (cursor))
    chain = MAX (chain, section_height (blocks, index, cursor->ease));
  return MAX (chain, MIN (block->need, room));
}

static void
take_title (Cursor *cursor, const ReportBlock *block)
{
  g_free (cursor->title);
  cursor->title = g_strdup (block->page_title);
  if (!cursor->empty)
    return;
  g_free (cursor->page->title);
  cursor->page->title = g_strdup (cursor->title);
}

static void
place (Cursor *cursor, GPtrArray *blocks, guint index, gboolean trial)
{
  ReportBlock *block = g_ptr_array_index (blocks, index);
  gboolean turned = block->begins && block->landscape != cursor->landscape;
  gboolean own_page = block->new_page || (block->begins && cursor->alone);
  double space;

  if (turned)
    turn (cursor, block->landscape);
  if (block->begins)
    {
      cursor->shares = FALSE;
      cursor->alone = block->alone;
      cursor->ease = cursor->run_ease;
    }
  space = cursor->empty ? 0.0 : block->space_before * cursor->ease;
  if (cursor->n_pages == 0 || turned || (own_page && !cursor->empty)
      || (block->follows && !cursor->empty && !is_thin (cursor))
      || (!cursor->empty
          && cursor->y + space + needed (cursor, blocks, index) > cursor->frame.bottom + 0.01))
    {
      cursor->n_torn += cursor->shares ? 1 : 0;
      next_page (cursor, trial);
      space = 0.0;
    }
  cursor->shares = cursor->shares || block->shares;
  if (block->begins && cursor->empty)
    cursor->ease = section_ease (cursor, blocks, index);
  if (block->page_title != NULL && !trial)
    take_title (cursor, block);
  if (cursor->empty && block->repeat != NULL)
    put (cursor, block->repeat, TRUE, trial);
  if (block->height > cursor->frame.bottom - cursor->frame.top)
    {
      put_slices (cursor, block, trial);
      return;
    }
  cursor->y += space;
  put (cursor, block, FALSE, trial);
}

static guint
end_of_run (GPtrArray *blocks, guint first)
{
  guint end = first + 1;

  for (; end < blocks->len; end++)
    {
      const ReportBlock *block = g_ptr_array_index (blocks, end);
      if (block->new_page || block->follows)
        break;
    }
  return end;
}

static double
find_ease (const Cursor *cursor, GPtrArray *blocks, guint first, guint end)
{
  guint fewest = G_MAXUINT, torn = G_MAXUINT;
  double ease = eases[0];

  for (guint e = 0; e < G_N_ELEMENTS (eases); e++)
    {
      Cursor trial = *cursor;

      trial.ease = trial.run_ease = eases[e];
      trial.n_torn = 0;
      for (guint i = first; i < end; i++)
        place (&trial, blocks, i, TRUE);
      if (trial.n_pages > fewest || (trial.n_pages == fewest && trial.n_torn >= torn))
        continue;
      fewest = trial.n_pages;
      torn = trial.n_torn;
      ease = eases[e];
    }
  return ease;
}

void
report_paginate (Report *report, GPtrArray *blocks)
{
  Cursor cursor = { .report = report };

  turn (&cursor, FALSE);
  for (guint first = 0, end; first < blocks->len; first = end)
    {
      end = end_of_run (blocks, first);
      cursor.ease = cursor.run_ease = find_ease (&cursor, blocks, first, end);
      for (guint i = first; i < end; i++)
        place (&cursor, blocks, i, FALSE);
    }
  if (blocks->len == 0)
    next_page (&cursor, FALSE);
  g_free (cursor.title);
}
