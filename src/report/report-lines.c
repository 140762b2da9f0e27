/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-lines.h"

#include <string.h>

/* Pango shapes words anew for each line that it breaks off, and the whole rest of the paragraph
 * too. Where all runs from left to right that changes nothing, so the words are shaped once as one
 * line and cut here, at the places where Pango allows it. */

#define SOFT_HYPHEN "\xc2\xad" /* becomes visible at a line's end only: Pango's own breaking */

typedef struct
{
  GSList *runs; /* PangoGlyphItem, from left to right */
  int width;    /* Pango's units */
  gboolean rtl;
} Line;

struct _ReportLines
{
  char *text;
  GArray *lines; /* Line */
  gboolean split_word;
};

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_slist_free_full (line->runs, (GDestroyNotify)pango_glyph_item_free);
}

static ReportLines *
lines_new (PangoLayout *layout)
{
  ReportLines *lines = g_rc_box_new0 (ReportLines);

  lines->text = g_strdup (pango_layout_get_text (layout));
  lines->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (lines->lines, line_clear);
  return lines;
}

static void
lines_clear (gpointer data)
{
  ReportLines *lines = data;

  g_free (lines->text);
  g_array_unref (lines->lines);
}

ReportLines *
report_lines_ref (ReportLines *lines)
{
  return g_rc_box_acquire (lines);
}

void
report_lines_unref (ReportLines *lines)
{
  g_rc_box_release_full (lines, lines_clear);
}

static void
add_as_is (ReportLines *lines, PangoLayoutLine *source)
{
  PangoRectangle logical;
  Line line = { NULL, 0, pango_layout_line_get_resolved_direction (source) == PANGO_DIRECTION_RTL };

  pango_layout_line_get_extents (source, NULL, &logical);
  line.width = logical.width;
  for (const GSList *run = source->runs; run != NULL; run = run->next)
    line.runs = g_slist_prepend (line.runs, pango_glyph_item_copy (run->data));
  line.runs = g_slist_reverse (line.runs);
  g_array_append_val (lines->lines, line);
}

ReportLines *
report_lines_new_as_is (PangoLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  ReportLines *lines = lines_new (layout);
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, NULL);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const glong start = g_utf8_pointer_to_offset (lines->text, lines->text + line->start_index);

      add_as_is (lines, line);
      lines->split_word = lines->split_word || (i > 0 && !attributes[start].is_line_break);
    }
  return lines;
}

static gboolean
may_be_cut (PangoLayout *layout)
{
  if (strstr (pango_layout_get_text (layout), SOFT_HYPHEN) != NULL)
    return FALSE;
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    for (GSList *run = pango_layout_get_line_readonly (layout, i)->runs; run != NULL;
         run = run->next)
      if (((PangoGlyphItem *)run->data)->item->analysis.level != 0)
        return FALSE;
  return TRUE;
}

/* One line that is cut into several. */
typedef struct
{
  const char *text;
  PangoLayoutLine *source;
  const PangoLogAttr *attributes; /* of its signs and of the place after them */
  int *widths;                    /* of its signs */
  int n, room;
} Cutter;

static int *
sign_widths (const char *text, PangoLayoutLine *line, int n)
{
  int *widths = g_new0 (int, n + 1), done = 0;

  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;

      pango_glyph_item_get_logical_widths (item, text, widths + done);
      done += item->item->num_chars;
    }
  return widths;
}

/* Where the line that begins at @start ends: before the last word that does not fit; a word that is
 * longer than a line is cut between letters. Spaces at the end stand outside. */
static int
find_end (const Cutter *cutter, int start)
{
  int word = start, letter = start, used = 0;

  for (int i = start; i < cutter->n; i++)
    {
      if (i > start && cutter->attributes[i].is_line_break)
        word = i;
      if (i > start && cutter->attributes[i].is_char_break)
        letter = i;
      used += cutter->widths[i];
      if (used > cutter->room && !cutter->attributes[i].is_white)
        return word > start ? word : letter > start ? letter : i + 1;
    }
  return cutter->n;
}

/* The part of @run between two places of the text, in bytes; NULL when none of it is. */
static PangoGlyphItem *
cut_run (const PangoGlyphItem *run, const char *text, int from, int to)
{
  const int begin = run->item->offset, end = begin + run->item->length;
  PangoGlyphItem *part;

  if (to <= begin || from >= end)
    return NULL;
  part = pango_glyph_item_copy ((PangoGlyphItem *)run);
  if (from > begin)
    pango_glyph_item_free (pango_glyph_item_split (part, text, from - begin));
  if (to >= end)
    return part;
  PangoGlyphItem *head = pango_glyph_item_split (part, text, to - MAX (begin, from));
  pango_glyph_item_free (part);
  return head;
}

static void
add_cut (ReportLines *lines, const Cutter *cutter, int start, int end)
{
  const char *line_text = cutter->text + cutter->source->start_index;
  const char *from = g_utf8_offset_to_pointer (line_text, start), *to;
  Line line = { 0 };

  while (end > start && cutter->attributes[end - 1].is_white)
    end--;
  to = g_utf8_offset_to_pointer (from, end - start);
  for (int i = start; i < end; i++)
    line.width += cutter->widths[i];
  for (GSList *run = cutter->source->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *part
          = cut_run (run->data, cutter->text, (int)(from - cutter->text), (int)(to - cutter->text));
      if (part != NULL)
        line.runs = g_slist_prepend (line.runs, part);
    }
  line.runs = g_slist_reverse (line.runs);
  g_array_append_val (lines->lines, line);
}

static void
cut (ReportLines *lines, PangoLayout *layout, PangoLayoutLine *source, double width)
{
  const char *text = pango_layout_get_text (layout), *begin = text + source->start_index;
  const int n = (int)g_utf8_strlen (begin, source->length);
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  g_autofree int *widths = sign_widths (text, source, n);
  const Cutter cutter = { text,   source, attributes + g_utf8_pointer_to_offset (text, begin),
                          widths, n,      (int)(width * PANGO_SCALE) };
  int start = 0;

  do
    {
      const int end = find_end (&cutter, start);
      add_cut (lines, &cutter, start, end);
      lines->split_word = lines->split_word || (end < n && !cutter.attributes[end].is_line_break);
      start = end;
    }
  while (start < n);
}

ReportLines *
report_lines_new (PangoLayout *layout, double width)
{
  g_return_val_if_fail (layout != NULL && width >= 0.0, NULL);

  ReportLines *lines;

  if (width > 0.0 && !may_be_cut (layout))
    {
      pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (width <= 0.0 || pango_layout_get_width (layout) > 0)
    return report_lines_new_as_is (layout);
  lines = lines_new (layout);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    cut (lines, layout, pango_layout_get_line_readonly (layout, i), width);
  return lines;
}

const char *
report_lines_text (const ReportLines *lines)
{
  return lines->text;
}

int
report_lines_length (const ReportLines *lines)
{
  return (int)lines->lines->len;
}

double
report_lines_width (const ReportLines *lines, int line)
{
  return g_array_index (lines->lines, Line, line).width / (double)PANGO_SCALE;
}

gboolean
report_lines_split_word (const ReportLines *lines)
{
  return lines->split_word;
}

gboolean
report_lines_is_rtl (const ReportLines *lines, int line)
{
  return g_array_index (lines->lines, Line, line).rtl;
}

void
report_lines_draw (const ReportLines *lines, int line, cairo_t *cr, double x, double y)
{
  for (GSList *run = g_array_index (lines->lines, Line, line).runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;

      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, lines->text, item);
      x += pango_glyph_string_get_width (item->glyphs) / (double)PANGO_SCALE;
    }
  cairo_new_path (cr);
}
