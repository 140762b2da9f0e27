/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-lines.h"

#include <string.h>

/* A PangoLayout shapes words anew for each line that it breaks off, and looks at much that is not
 * needed here. Where all runs from left to right, each paragraph is shaped once as one line and cut
 * at the places that Pango names. Other words are left to a layout. */

/* Signs of which a layout knows more: a tabulator, a hyphen that is seen at a line's end only, the
 * line separator. */
#define SOFT_HYPHEN "\u00ad"
static const char *const special_signs[] = { "\t", SOFT_HYPHEN, "\xe2\x80\xa8" };

typedef struct
{
  GSList *runs; /* PangoGlyphItem, from left to right */
  int width;    /* Pango's units */
  gboolean rtl;
} Line;

struct _ChartLines
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

static ChartLines *
lines_new (const char *text)
{
  ChartLines *lines = g_rc_box_new0 (ChartLines);

  lines->text = g_strdup (text);
  lines->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (lines->lines, line_clear);
  return lines;
}

static void
lines_clear (gpointer data)
{
  ChartLines *lines = data;

  g_free (lines->text);
  g_array_unref (lines->lines);
}

gboolean
chart_lines_is_plain (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x250 && (c < 0x2000 || c >= 0x2070) && c != 0x20ac && c != 0x2192 && c != 0x2212
          && c != 0x2713)
        return FALSE;
    }
  return TRUE;
}

ChartLines *
chart_lines_ref (ChartLines *lines)
{
  return g_rc_box_acquire (lines);
}

void
chart_lines_unref (ChartLines *lines)
{
  g_rc_box_release_full (lines, lines_clear);
}

/* Mahjong tiles to Symbols and Pictographs Extended-A: Unicode's blocks with the emoji. */
static gboolean
is_pictograph (gunichar sign)
{
  return sign >= 0x1F000 && sign <= 0x1FAFF;
}

/* A pictograph that no font has would stand there as a box with its code, and be read out so: the
 * sentence is better without. A letter that is missing has its box, because that has to be seen.
 * Returns the width that became free. */
static int
leave_out_pictographs (PangoGlyphString *glyphs)
{
  int freed = 0;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      PangoGlyphInfo *glyph = &glyphs->glyphs[i];
      const gunichar sign = glyph->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;

      if ((glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 || !is_pictograph (sign))
        continue;
      g_info ("U+%04X is left out: no font has it", sign);
      freed += glyph->geometry.width;
      glyph->glyph = PANGO_GLYPH_EMPTY;
      glyph->geometry.width = 0;
    }
  return freed;
}

static void
add_as_is (ChartLines *lines, PangoLayoutLine *source)
{
  PangoRectangle logical;
  Line line = { NULL, 0, pango_layout_line_get_resolved_direction (source) == PANGO_DIRECTION_RTL };

  pango_layout_line_get_extents (source, NULL, &logical);
  line.width = logical.width;
  for (const GSList *run = source->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *copy = pango_glyph_item_copy (run->data);

      line.width -= leave_out_pictographs (copy->glyphs);
      line.runs = g_slist_prepend (line.runs, copy);
    }
  line.runs = g_slist_reverse (line.runs);
  g_array_append_val (lines->lines, line);
}

static ChartLines *
new_from_layout (PangoLayout *layout)
{
  ChartLines *lines = lines_new (pango_layout_get_text (layout));
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

static PangoLayout *
layout_new (PangoContext *context, PangoAttrList *attributes, const char *text, int room)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  if (room > 0)
    pango_layout_set_width (layout, room);
  return layout;
}

/* A paragraph as one line, to be cut. */
typedef struct
{
  const char *text;         /* of all paragraphs */
  int start, length;        /* of this one, in bytes */
  GSList *runs;             /* PangoGlyphItem */
  int *widths;              /* of its signs */
  PangoLogAttr *attributes; /* of its signs and of the place after them; NULL when it fits */
  int n, width, room, tracking;
  PangoShapeFlags flags;
} Paragraph;

static void
paragraph_clear (Paragraph *paragraph)
{
  g_slist_free_full (paragraph->runs, (GDestroyNotify)pango_glyph_item_free);
  g_free (paragraph->widths);
  g_free (paragraph->attributes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paragraph, paragraph_clear)

static PangoGlyphItem *
shape (const Paragraph *paragraph, PangoItem *item)
{
  PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

  run->item = item;
  run->glyphs = pango_glyph_string_new ();
  /* The item counts from the beginning of the text. */
  pango_shape_item (item, paragraph->text, paragraph->start + paragraph->length, NULL, run->glyphs,
                    paragraph->flags);
  leave_out_pictographs (run->glyphs);
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].attr.is_cluster_start)
      run->glyphs->glyphs[i].geometry.width += paragraph->tracking;
  return run;
}

/* FALSE when something does not run from left to right. */
static gboolean
set (Paragraph *paragraph, PangoContext *context, PangoAttrList *attributes)
{
  GList *items = pango_itemize (context, paragraph->text, paragraph->start, paragraph->length,
                                attributes, NULL);
  gboolean ltr = TRUE;
  int done = 0;

  for (GList *item = items; item != NULL; item = item->next)
    {
      ltr = ltr && ((PangoItem *)item->data)->analysis.level == 0;
      paragraph->runs = g_slist_prepend (paragraph->runs, shape (paragraph, item->data));
    }
  g_list_free (items);
  paragraph->runs = g_slist_reverse (paragraph->runs);
  paragraph->n = (int)g_utf8_strlen (paragraph->text + paragraph->start, paragraph->length);
  paragraph->widths = g_new0 (int, paragraph->n + 1);
  for (GSList *run = paragraph->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;

      pango_glyph_item_get_logical_widths (item, paragraph->text, paragraph->widths + done);
      done += item->item->num_chars;
    }
  for (int i = 0; i < paragraph->n; i++)
    paragraph->width += paragraph->widths[i];
  return ltr;
}

static void
find_breaks (Paragraph *paragraph, PangoContext *context)
{
  paragraph->attributes = g_new0 (PangoLogAttr, paragraph->n + 1);
  pango_get_log_attrs (paragraph->text + paragraph->start, paragraph->length, 0,
                       pango_context_get_language (context), paragraph->attributes,
                       paragraph->n + 1);
}

/* Where the line that begins at @start ends: before the last word that does not fit; a word that is
 * longer than a line is cut between letters. Spaces at the end stand outside. */
static int
find_end (const Paragraph *paragraph, int start)
{
  const PangoLogAttr *attributes = paragraph->attributes;
  int word = start, letter = start, used = 0;

  for (int i = start; attributes != NULL && i < paragraph->n; i++)
    {
      if (i > start && attributes[i].is_line_break)
        word = i;
      if (i > start && attributes[i].is_char_break)
        letter = i;
      used += paragraph->widths[i];
      if (used > paragraph->room && !attributes[i].is_white)
        return word > start ? word : letter > start ? letter : i + 1;
    }
  return paragraph->n;
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
add_cut (ChartLines *lines, const Paragraph *paragraph, int start, int end)
{
  const char *from = g_utf8_offset_to_pointer (lines->text + paragraph->start, start);
  const char *to = g_utf8_offset_to_pointer (from, end - start);
  Line line = { 0 };

  for (const char *before; end > start; to = before, end--)
    {
      before = g_utf8_prev_char (to);
      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
    }
  for (int i = start; i < end; i++)
    line.width += paragraph->widths[i];
  line.width -= end > start ? paragraph->tracking : 0; /* after the last letter */
  for (GSList *run = paragraph->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *part
          = cut_run (run->data, lines->text, (int)(from - lines->text), (int)(to - lines->text));
      if (part != NULL)
        line.runs = g_slist_prepend (line.runs, part);
    }
  line.runs = g_slist_reverse (line.runs);
  g_array_append_val (lines->lines, line);
}

static void
cut (ChartLines *lines, const Paragraph *paragraph)
{
  int start = 0;

  do
    {
      const int end = find_end (paragraph, start);

      add_cut (lines, paragraph, start, end);
      lines->split_word
          = lines->split_word || (end < paragraph->n && !paragraph->attributes[end].is_line_break);
      start = end;
    }
  while (start < paragraph->n);
}

/* FALSE when a layout is needed. */
static gboolean
set_paragraphs (
    ChartLines *lines, PangoContext *context, PangoAttrList *attributes, int tracking, int room)
{
  const int length = (int)strlen (lines->text);
  const PangoShapeFlags flags = pango_context_get_round_glyph_positions (context)
                                    ? PANGO_SHAPE_ROUND_POSITIONS
                                    : PANGO_SHAPE_NONE;
  int start = 0, end, next;

  for (guint i = 0; i < G_N_ELEMENTS (special_signs); i++)
    if (strstr (lines->text, special_signs[i]) != NULL)
      return FALSE;
  do
    {
      pango_find_paragraph_boundary (lines->text + start, length - start, &end, &next);
      g_auto (Paragraph) paragraph = { .text = lines->text,
                                       .start = start,
                                       .length = end,
                                       .room = room,
                                       .tracking = tracking,
                                       .flags = flags };
      if (!set (&paragraph, context, attributes))
        return FALSE;
      if (room > 0 && paragraph.width > room)
        find_breaks (&paragraph, context);
      cut (lines, &paragraph);
      start += next;
    }
  while (end < next || start < length);
  return TRUE;
}

/* Whether a line begins at @index of the layout's text. */
static gboolean
begins_line (PangoLayout *layout, int index)
{
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    if (pango_layout_get_line_readonly (layout, i)->start_index == index)
      return TRUE;
  return FALSE;
}

/* A soft hyphen inside a line is nothing on paper, but who copies the line, searches in it or has
 * it read out would find it there. Without those the lines are the same. */
static void
leave_out_hidden_hyphens (PangoLayout *layout)
{
  g_autoptr (GString) text = g_string_new (pango_layout_get_text (layout));
  g_autoptr (PangoAttrList) attributes
      = pango_attr_list_copy (pango_layout_get_attributes (layout));
  const int length = (int)strlen (SOFT_HYPHEN);

  if (strstr (text->str, SOFT_HYPHEN) == NULL)
    return;
  for (int at = (int)text->len - length; at >= 0; at--)
    if (strncmp (text->str + at, SOFT_HYPHEN, (gsize)length) == 0
        && !begins_line (layout, at + length))
      {
        g_string_erase (text, at, length);
        pango_attr_list_update (attributes, at, length, 0);
      }
  pango_layout_set_text (layout, text->str, (int)text->len);
  pango_layout_set_attributes (layout, attributes);
}

static ChartLines *
new_by_layout (
    PangoContext *context, PangoAttrList *attributes, const char *text, int tracking, int room)
{
  g_autoptr (PangoAttrList) all = pango_attr_list_copy (attributes);
  g_autoptr (PangoLayout) layout = NULL;

  if (tracking != 0)
    pango_attr_list_insert (all, pango_attr_letter_spacing_new (tracking));
  layout = layout_new (context, all, text, room);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  leave_out_hidden_hyphens (layout);
  return new_from_layout (layout);
}

ChartLines *
chart_lines_new (PangoContext *context,
                 PangoAttrList *attributes,
                 const char *text,
                 double tracking,
                 double width)
{
  g_return_val_if_fail (context != NULL && attributes != NULL && text != NULL, NULL);

  const int room = (int)(width * PANGO_SCALE), space = (int)(tracking * PANGO_SCALE);
  ChartLines *lines = lines_new (text);

  if (set_paragraphs (lines, context, attributes, space, room))
    return lines;
  chart_lines_unref (lines);
  return new_by_layout (context, attributes, text, space, room);
}

/* Only a layout can leave out the end of words that need more than their lines. */
static ChartLines *
new_ellipsized (
    PangoContext *context, PangoAttrList *attributes, const char *text, int room, int most)
{
  g_autoptr (PangoLayout) layout = layout_new (context, attributes, text, room);

  pango_layout_set_single_paragraph_mode (layout, most == 1);
  pango_layout_set_height (layout, -most);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, room > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  leave_out_hidden_hyphens (layout);
  return new_from_layout (layout);
}

ChartLines *
chart_lines_new_ellipsized (
    PangoContext *context, PangoAttrList *attributes, const char *text, double width, int most)
{
  g_return_val_if_fail (context != NULL && attributes != NULL && text != NULL && most > 0, NULL);

  const int room = (int)(width * PANGO_SCALE);
  ChartLines *lines = lines_new (text);

  if (set_paragraphs (lines, context, attributes, 0, room) && lines->lines->len <= (guint)most)
    return lines;
  chart_lines_unref (lines);
  return new_ellipsized (context, attributes, text, room, most);
}

const char *
chart_lines_text (const ChartLines *lines)
{
  return lines->text;
}

char *
chart_lines_dup_line (const ChartLines *lines, int line)
{
  int start = (int)strlen (lines->text), end = 0;

  for (const GSList *at = g_array_index (lines->lines, Line, line).runs; at != NULL; at = at->next)
    {
      const PangoItem *item = ((const PangoGlyphItem *)at->data)->item;
      start = MIN (start, item->offset);
      end = MAX (end, item->offset + item->length);
    }
  return g_strndup (lines->text + start, (gsize)MAX (end - start, 0));
}

int
chart_lines_length (const ChartLines *lines)
{
  return (int)lines->lines->len;
}

double
chart_lines_width (const ChartLines *lines, int line)
{
  return g_array_index (lines->lines, Line, line).width / (double)PANGO_SCALE;
}

gboolean
chart_lines_split_word (const ChartLines *lines)
{
  return lines->split_word;
}

gboolean
chart_lines_is_rtl (const ChartLines *lines, int line)
{
  return g_array_index (lines->lines, Line, line).rtl;
}

void
chart_lines_draw (const ChartLines *lines, int line, cairo_t *cr, double x, double y)
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
