/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-type.h"

/* One table of sizes, leadings and weights; nothing is smaller than 7 points. */

typedef struct
{
  double size, leading;
  PangoWeight weight;
  double tracking; /* in parts of the size */
  const char *features;
} StyleRow;

#define FEATURES "tnum=1, calt=0"
#define FEATURES_HASH "tnum=1, calt=0, zero=1, ss02=1"

static const StyleRow styles[REPORT_N_STYLES] = {
  [REPORT_STYLE_COVER_TITLE] = { 30, 36, PANGO_WEIGHT_SEMIBOLD, -0.022, FEATURES },
  [REPORT_STYLE_SCORE] = { 46, 48, PANGO_WEIGHT_LIGHT, -0.03, FEATURES },
  [REPORT_STYLE_H1] = { 20, 24, PANGO_WEIGHT_SEMIBOLD, -0.017, FEATURES },
  [REPORT_STYLE_SUBTITLE] = { 15, 24, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_SUBTITLE_STRONG] = { 15, 24, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_LEAD] = { 11.5, 18, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_H2] = { 11, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_H3] = { 9, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_BODY] = { 9, 12, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_BODY_STRONG] = { 9, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_TABLE] = { 8, 10, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_TABLE_STRONG] = { 8, 10, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_TABLE_HEAD] = { 7.5, 9, PANGO_WEIGHT_MEDIUM, 0, FEATURES },
  [REPORT_STYLE_NOTE] = { 7.5, 10, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_NOTE_STRONG] = { 7.5, 10, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_HASH] = { 7, 10, PANGO_WEIGHT_NORMAL, 0, FEATURES_HASH },
  [REPORT_STYLE_FURNITURE] = { 7, 9, PANGO_WEIGHT_NORMAL, 0, FEATURES },
  [REPORT_STYLE_FURNITURE_STRONG] = { 7, 9, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
  [REPORT_STYLE_SECTION_NUMBER] = { 11, 12, PANGO_WEIGHT_SEMIBOLD, 0, FEATURES },
};

double
report_style_size (ReportStyle style)
{
  return styles[style].size;
}

double
report_style_leading (ReportStyle style)
{
  return styles[style].leading;
}

gboolean
report_style_is_strong (ReportStyle style)
{
  return styles[style].weight >= PANGO_WEIGHT_MEDIUM;
}

/* Composing and placing of accents that stand alone: three quarters of the time of shaping, and
 * without effect on words that have none. */
#define FEATURES_PLAIN ", ccmp=0, mark=0, mkmk=0"

/* Letters, digits and punctuation that are single glyphs of Inter: all pairs of them come out the
 * same with those features and without. */
static gboolean
is_plain (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x250 && (c < 0x2000 || c >= 0x2070) && c != 0x20ac && c != 0x2192 && c != 0x2212
          && c != 0x2713)
        return FALSE;
    }
  return TRUE;
}

static PangoAttrList *
attributes_new (const StyleRow *row, gsize strong_length, gboolean plain)
{
  PangoAttrList *list = pango_attr_list_new ();
  g_autofree char *features = g_strconcat (row->features, plain ? FEATURES_PLAIN : "", NULL);

  pango_attr_list_insert (list, pango_attr_font_features_new (features));
  if (row->tracking < 0.0)
    pango_attr_list_insert (
        list, pango_attr_letter_spacing_new ((int)(row->tracking * row->size * PANGO_SCALE)));
  if (strong_length > 0)
    {
      PangoAttribute *strong = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
      strong->end_index = (guint)strong_length;
      pango_attr_list_insert (list, strong);
    }
  return list;
}

static PangoLayout *
layout_new (ReportFonts *fonts, ReportStyle style, const char *words, gsize strong_length)
{
  g_autofree char *valid = g_utf8_make_valid (words != NULL ? words : "", -1);
  PangoLayout *layout = pango_layout_new (report_fonts_context (fonts, valid));
  PangoFontDescription *font = pango_font_description_copy (report_fonts_description (fonts));
  PangoAttrList *list = attributes_new (&styles[style], strong_length, is_plain (valid));

  pango_font_description_set_absolute_size (font, styles[style].size * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, list);
  pango_layout_set_text (layout, valid, -1);
  pango_attr_list_unref (list);
  pango_font_description_free (font);
  return layout;
}

/* The same words in the same style and width are laid out once for a report. The
 * reference is the caller's. */
static PangoLayout *
layout_shared (ReportFonts *fonts,
               ReportStyle style,
               const char *words,
               gsize strong_length,
               double width,
               gboolean one_line)
{
  g_autofree char *key
      = g_strdup_printf ("%d %" G_GSIZE_FORMAT " %d %d %s", (int)style, strong_length,
                         (int)(width * PANGO_SCALE), one_line, words != NULL ? words : "");
  PangoLayout *layout = report_fonts_find_layout (fonts, key);

  if (layout != NULL)
    return layout;
  layout = layout_new (fonts, style, words, strong_length);
  if (width > 0.0)
    {
      pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (one_line)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  report_fonts_keep_layout (fonts, key, layout);
  return layout;
}

ReportWords
report_words_new (
    ReportFonts *fonts, ReportStyle style, const char *words, gsize strong_length, double width)
{
  ReportWords result = { .layout = layout_shared (fonts, style, words, strong_length, width, FALSE),
                         .style = style,
                         .strong_length = strong_length,
                         .size = styles[style].size,
                         .leading = styles[style].leading,
                         .width = width };

  result.n_lines = pango_layout_get_line_count (result.layout);
  return result;
}

ReportWords
report_words_new_line (ReportFonts *fonts, ReportStyle style, const char *words, double width)
{
  return (ReportWords){ .layout = layout_shared (fonts, style, words, 0, width, TRUE),
                        .style = style,
                        .n_lines = 1,
                        .size = styles[style].size,
                        .leading = styles[style].leading,
                        .width = width };
}

void
report_words_clear (ReportWords *words)
{
  g_clear_object (&words->layout);
}

gboolean
report_words_splits_word (const ReportWords *words)
{
  const char *text = pango_layout_get_text (words->layout);
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (words->layout, NULL);

  for (int i = 1; i < words->n_lines; i++)
    {
      int start = pango_layout_get_line_readonly (words->layout, i)->start_index;
      if (!attributes[g_utf8_pointer_to_offset (text, text + start)].is_line_break)
        return TRUE;
    }
  return FALSE;
}

double
report_words_line_width (const ReportWords *words, int line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (words->layout, line), NULL,
                                 &logical);
  return logical.width / (double)PANGO_SCALE;
}

void
report_words_draw_line (const ReportWords *words,
                        int line,
                        cairo_t *cr,
                        double x,
                        double y,
                        double width,
                        ReportAlign align)
{
  PangoLayoutLine *what = pango_layout_get_line_readonly (words->layout, line);
  double slack = width - report_words_line_width (words, line);

  if (align == REPORT_ALIGN_START && words->n_lines > 1
      && pango_layout_line_get_resolved_direction (what) == PANGO_DIRECTION_RTL)
    align = REPORT_ALIGN_END;
  if (align == REPORT_ALIGN_END)
    x += slack;
  else if (align == REPORT_ALIGN_CENTRE)
    x += slack / 2.0;
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, what);
  cairo_new_path (cr);
}
