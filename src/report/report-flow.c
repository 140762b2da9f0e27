/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-flow.h"

#include "report/report-say.h"

#include <string.h>

/* Heights are multiples of 6, so that the lines of neighbouring columns stand on one grid. */

#define NUMBER_GAP 12.0   /* between a section's number in the margin and its heading */
#define SHARED_SPACE 48.0 /* before a section that does not begin its page */
#define NARROWEST_HEADING 80.0
/* Of the space under a heading. */
#define SECTION_SLACK 4.0
#define HEADING_SLACK 3.0
#define LONG_PARAGRAPH                                                                             \
  6 /* lines: longer ones may run over a page's end, two lines on either side */

void
report_flow_init (ReportFlow *flow, Report *report, ReportNode *node, double x, double width)
{
  flow->report = report;
  flow->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)report_block_unref);
  flow->node = node;
  flow->x = x;
  flow->width = width;
  flow->level = 0;
  flow->title = NULL;
  flow->landscape = FALSE;
  flow->air = 1.0;
}

void
report_flow_clear (ReportFlow *flow)
{
  g_clear_pointer (&flow->blocks, g_ptr_array_unref);
}

ReportBlock *
report_flow_add (ReportFlow *flow, ReportBlock *block)
{
  g_ptr_array_add (flow->blocks, block);
  return block;
}

void
report_flow_keep (ReportFlow *flow)
{
  if (flow->blocks->len > 0)
    ((ReportBlock *)g_ptr_array_index (flow->blocks, flow->blocks->len - 1))->keep_next = TRUE;
}

void
report_flow_space (ReportFlow *flow, double points)
{
  ReportBlock *space = report_block_new (0.0);

  space->space_before = points;
  space->keep_next = TRUE;
  report_flow_add (flow, space);
}

static double
grid (double height)
{
  double rest = height - 6.0 * (int)(height / 6.0);

  return rest > 0.01 ? height + 6.0 - rest : height;
}

void
report_flow_turn (ReportFlow *flow, gboolean landscape)
{
  ReportFrame frame = report_frame (flow->report, landscape);

  flow->landscape = landscape;
  flow->x = frame.left;
  flow->width = frame.width;
}

void
report_flow_share (ReportFlow *flow, guint first)
{
  ReportBlock *heading = g_ptr_array_index (flow->blocks, first);

  heading->new_page = FALSE;
  heading->shares = TRUE;
  heading->space_before = SHARED_SPACE;
}

void
report_flow_follow (ReportFlow *flow, guint first)
{
  ReportBlock *heading = g_ptr_array_index (flow->blocks, first);

  heading->new_page = FALSE;
  heading->follows = TRUE;
  heading->space_before = SHARED_SPACE;
  /* The words under the heading alone would be no beginning. */
  if (first + 1 < flow->blocks->len)
    ((ReportBlock *)g_ptr_array_index (flow->blocks, first + 1))->keep_next = TRUE;
}

static void
add_section_number (ReportFlow *flow, ReportBlock *block, ReportNode *node, const char *number)
{
  ReportWords words
      = report_words_new (flow->report->fonts, REPORT_STYLE_SECTION_NUMBER, number, 0, 0);

  report_block_words (block, node, &words, 0, 24, flow->x - NUMBER_GAP, REPORT_ALIGN_END,
                      REPORT_BLUE);
  report_words_clear (&words);
}

void
report_flow_section (ReportFlow *flow,
                     const char *number,
                     const char *title,
                     const char *right,
                     const char *destination,
                     guint level)
{
  Report *report = flow->report;
  ReportNode *section = report_add_node (report, report->root, "Sect");
  ReportNode *heading = report_add_node (report, section, level == 0 ? "H1" : "H2");
  ReportWords end = report_words_new (report->fonts, REPORT_STYLE_H1, right, 0, 0);
  double room
      = flow->width - (right != NULL ? MAX (100.0, report_words_line_width (&end, 0) + 20.0) : 0.0);
  ReportWords words = report_words_new (report->fonts, REPORT_STYLE_H1, title, 0, room);
  ReportBlock *block = report_block_new (36.0 + (words.n_lines - 1) * 24.0);

  heading->name = g_strdup (destination);
  heading->landscape = flow->landscape;
  if (number != NULL)
    add_section_number (flow, block, heading, number);
  report_block_words (block, heading, &words, flow->x, 24, room, REPORT_ALIGN_START, REPORT_BLACK);
  report_words_clear (&words);
  if (right != NULL)
    report_block_words (block, heading, &end, flow->x, 24, flow->width, REPORT_ALIGN_END,
                        REPORT_BLACK);
  report_words_clear (&end);
  block->slack = SECTION_SLACK;
  block->new_page = TRUE;
  block->begins = TRUE;
  block->landscape = flow->landscape;
  block->keep_next = TRUE;
  block->outline = number != NULL ? g_strconcat (number, "  ", title, NULL) : g_strdup (title);
  block->destination = g_strdup (destination);
  block->outline_level = level;
  block->page_title = g_strdup (title);
  report_flow_add (flow, block);
  flow->node = section;
  flow->level = level;
  flow->title = report_copy (report, title);
}

/* The words of a heading beside what stands at the end of its line; where that would split a word,
 * the heading has the whole width and the other its own line (@below). */
static ReportWords
heading_words (ReportFlow *flow, const char *title, double aside, gboolean *below)
{
  double room = flow->width - aside;
  ReportWords words = report_words_new (flow->report->fonts, REPORT_STYLE_H2, title, 0,
                                        MAX (room, NARROWEST_HEADING));

  *below = aside > 0.0 && report_words_splits_word (&words);
  if (!*below)
    return words;
  report_words_clear (&words);
  return report_words_new (flow->report->fonts, REPORT_STYLE_H2, title, 0, flow->width);
}

/* Small words after a heading whose last line ends at @x; where what stands at the line's end
 * leaves them no room, on a line of their own. Returns the last baseline. */
static double
add_heading_note (ReportFlow *flow,
                  ReportBlock *block,
                  ReportNode *node,
                  const char *note,
                  double x,
                  double y,
                  double aside)
{
  ReportWords words = report_words_new (flow->report->fonts, REPORT_STYLE_NOTE, note, 0, 0);
  const double end = flow->x + flow->width - aside;

  if (aside > 0.0 && x + report_words_line_width (&words, 0) > end)
    {
      x = flow->x;
      y += 12.0;
    }
  report_block_words (block, node, &words, x, y, flow->x + flow->width - x, REPORT_ALIGN_START,
                      REPORT_BLACK);
  report_words_clear (&words);
  return y;
}

void
report_flow_heading (ReportFlow *flow, const char *title, const char *note, const char *right)
{
  Report *report = flow->report;
  ReportNode *node = report_add_node (report, flow->node, flow->level == 0 ? "H2" : "H3");
  ReportWords end = report_words_new (report->fonts, REPORT_STYLE_H2, right, 0, 0);
  double aside = right != NULL ? report_words_line_width (&end, 0) + 12.0 : 0.0;
  gboolean below;
  ReportWords words = heading_words (flow, title, aside, &below);
  double last = 12.0 + (words.n_lines - 1 + (below ? 1 : 0)) * 12.0;
  const double right_y = below ? last : 12.0;
  ReportBlock *block = report_block_new (0.0);

  report_block_words (block, node, &words, flow->x, 12, flow->width, REPORT_ALIGN_START,
                      REPORT_BLACK);
  if (note != NULL)
    last = add_heading_note (flow, block, node, note,
                             flow->x + report_words_line_width (&words, words.n_lines - 1) + 6.0,
                             last, aside);
  if (right != NULL)
    report_block_words (block, node, &end, flow->x, right_y, flow->width, REPORT_ALIGN_END,
                        REPORT_BLACK);
  report_words_clear (&end);
  report_words_clear (&words);
  report_block_rule (block, flow->x, last + 6.0, flow->width, 0.9, REPORT_BLACK);
  block->height = last + 12.0;
  block->slack = HEADING_SLACK;
  block->space_before = flow->blocks->len > 0 ? 24.0 : 0.0;
  block->keep_next = TRUE;
  flow->title = report_copy (report, title);
  report_flow_add (flow, block);
}

/* A paragraph from x; the lines of a long one are blocks of their own that keep two together at
 * either end. */
static void
add_lines (ReportFlow *flow,
           ReportNode *node,
           const ReportWords *words,
           double x,
           double width,
           ReportBlock *first)
{
  int n = words->n_lines;
  gboolean whole = n <= LONG_PARAGRAPH;
  double baseline = words->leading * 0.75;

  for (int i = 0; i < n; i++)
    {
      ReportBlock *block = i == 0 ? first : report_block_new (0.0);

      if (i == 0 || !whole)
        block->height = MAX (block->height, words->leading);
      if (i > 0 && whole)
        g_clear_pointer (&block, report_block_unref);
      if (whole)
        report_block_line (first, node, words, i, x, baseline + i * words->leading, width,
                           REPORT_ALIGN_START, REPORT_BLACK);
      else
        {
          report_block_line (block, node, words, i, x, baseline, width, REPORT_ALIGN_START,
                             REPORT_BLACK);
          block->keep_next = i == 0 || i == n - 2;
          report_flow_add (flow, block);
        }
    }
  if (whole)
    {
      first->height = MAX (first->height, words->leading * n);
      report_flow_add (flow, first);
    }
}

void
report_flow_lead_in (
    ReportFlow *flow, ReportStyle style, const char *strong, const char *words, double width)
{
  g_autofree char *all = NULL;
  ReportNode *node = NULL;

  if (strong == NULL && (words == NULL || *words == '\0'))
    return;
  all = strong != NULL ? g_strconcat (strong, words != NULL ? " " : "", words, NULL)
                       : g_strdup (words);
  node = report_add_node (flow->report, flow->node, "P");
  ReportWords set
      = report_words_new (flow->report->fonts, style, all, strong != NULL ? strlen (strong) : 0,
                          width > 0.0 ? width : flow->width);
  add_lines (flow, node, &set, flow->x, set.width, report_block_new (0.0));
  report_words_clear (&set);
}

void
report_flow_paragraph (ReportFlow *flow, ReportStyle style, const char *words, double width)
{
  report_flow_lead_in (flow, style, NULL, words, width);
}

void
report_flow_definition (ReportFlow *flow, const char *term, const char *words, double indent)
{
  Report *report = flow->report;
  ReportNode *label = report_add_node (report, flow->node, "P");
  ReportNode *node = report_add_node (report, flow->node, "P");
  ReportWords strong
      = report_words_new (report->fonts, REPORT_STYLE_NOTE_STRONG, term, 0, indent - 8.0);
  ReportWords set
      = report_words_new (report->fonts, REPORT_STYLE_NOTE, words, 0, flow->width - indent);
  ReportBlock *block = report_block_new (strong.leading * strong.n_lines);

  report_block_words (block, label, &strong, flow->x, strong.leading * 0.75, indent,
                      REPORT_ALIGN_START, REPORT_BLACK);
  block->space_before = 5.0;
  add_lines (flow, node, &set, flow->x + indent, set.width, block);
  report_words_clear (&strong);
  report_words_clear (&set);
}

void
report_flow_rule (ReportFlow *flow, double stroke)
{
  ReportBlock *block = report_block_new (6.0);

  report_block_rule (block, flow->x, 0.0, flow->width, stroke, REPORT_BLACK);
  block->keep_next = TRUE;
  report_flow_add (flow, block);
}

void
report_flow_list (
    ReportFlow *flow, const char *const *items, guint n, gboolean numbered, double width)
{
  Report *report = flow->report;
  ReportNode *list = report_add_node (report, flow->node, "L");
  double indent = numbered ? 18.0 : 10.0, room = (width > 0.0 ? width : flow->width) - indent;

  for (guint i = 0; i < n; i++)
    {
      ReportNode *item = report_add_node (report, list, "LI");
      ReportNode *label = report_add_node (report, item, "Lbl");
      ReportNode *body = report_add_node (report, item, "LBody");
      g_autofree char *number
          = numbered ? g_strdup_printf ("%u", i + 1) : g_strdup ("\xe2\x80\x93");
      ReportWords mark = report_words_new (
          report->fonts, numbered ? REPORT_STYLE_BODY_STRONG : REPORT_STYLE_BODY, number, 0, 0);
      ReportWords set = report_words_new (report->fonts, REPORT_STYLE_BODY, items[i], 0, room);
      ReportBlock *block = report_block_new (0.0);

      report_block_words (block, label, &mark, flow->x, 9, indent, REPORT_ALIGN_START,
                          REPORT_BLACK);
      block->space_before = i > 0 ? 3.0 : 0.0;
      add_lines (flow, body, &set, flow->x + indent, room, block);
      report_words_clear (&mark);
      report_words_clear (&set);
    }
}

void
report_flow_figure (ReportFlow *flow,
                    double x,
                    double width,
                    double height,
                    const char *alt,
                    ReportDrawFunc draw,
                    gpointer data,
                    GDestroyNotify destroy)
{
  ReportNode *node = report_add_node (flow->report, flow->node, "Figure");
  ReportBlock *block = report_block_new (grid (height));

  node->alt = g_strdup (alt);
  report_block_drawing (block, node, x, 0, width, height, draw, data, destroy);
  report_flow_add (flow, block);
}

/* Inside the quotes of a link attribute only plain, safe signs may stand. */
static char *
safe_address (const char *address)
{
  if (!g_str_has_prefix (address, "https://") && !g_str_has_prefix (address, "http://"))
    return NULL;
  return g_uri_escape_string (address, ":/?#@!$&*+,;=%~", FALSE);
}

ReportNode *
report_flow_link_node (Report *report, ReportNode *parent, const char *address)
{
  g_autofree char *safe = address != NULL ? safe_address (address) : NULL;
  ReportNode *node = NULL;

  if (safe == NULL)
    return NULL;
  node = report_add_node (report, parent, "Link");
  node->attributes = g_strdup_printf ("uri='%s'", safe);
  node->alt = g_strdup (address);
  return node;
}

void
report_flow_split (ReportFlow *flow, ReportFlow *part, double x, double width)
{
  report_flow_init (part, flow->report, report_add_node (flow->report, flow->node, "Div"), x,
                    width);
  part->level = flow->level;
  part->landscape = flow->landscape;
  part->air = flow->air;
}

double
report_flow_height (const ReportFlow *flow, guint first, double air)
{
  double height = 0.0;

  for (guint i = first; i < flow->blocks->len; i++)
    {
      const ReportBlock *block = g_ptr_array_index (flow->blocks, i);
      height += report_block_height (block, air) + (i > first ? block->space_before * air : 0.0);
    }
  return height;
}

static void
stack_into (ReportBlock *target, const ReportFlow *flow)
{
  double y = 0.0;

  for (guint i = 0; i < flow->blocks->len; i++)
    {
      const ReportBlock *block = g_ptr_array_index (flow->blocks, i);
      y += i > 0 ? block->space_before * flow->air : 0.0;
      report_block_absorb (target, block, 0.0, y);
      y += report_block_height (block, flow->air);
    }
}

void
report_flow_append (ReportFlow *flow, const ReportFlow *part)
{
  for (guint i = 0; i < part->blocks->len; i++)
    report_flow_add (flow, report_block_ref (g_ptr_array_index (part->blocks, i)));
}

gboolean
report_flow_fits (const ReportFlow *flow, guint first)
{
  const ReportFrame frame = report_frame (flow->report, flow->landscape);
  double height = 0.0;

  for (guint i = first; i < flow->blocks->len; i++)
    {
      const ReportBlock *block = g_ptr_array_index (flow->blocks, i);
      height = block->begins ? 0.0 : height + block->space_before * REPORT_LEAST_AIR;
      height += report_block_height (block, REPORT_LEAST_AIR);
      if (height > frame.bottom - frame.top)
        return FALSE;
    }
  return TRUE;
}

void
report_flow_columns (ReportFlow *flow, ReportFlow *left, ReportFlow *right)
{
  ReportFrame frame = report_frame (flow->report, flow->landscape);
  double height
      = MAX (report_flow_height (left, 0, left->air), report_flow_height (right, 0, right->air));

  if (height > frame.bottom - frame.top - 24.0)
    {
      report_flow_append (flow, left);
      report_flow_space (flow, 12.0);
      report_flow_append (flow, right);
    }
  else
    {
      ReportBlock *both = report_block_new (grid (height));

      stack_into (both, left);
      stack_into (both, right);
      both->space_before = flow->blocks->len > 0 ? 24.0 : 0.0;
      report_flow_add (flow, both);
    }
  report_flow_clear (left);
  report_flow_clear (right);
}
