/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-odt-private.h"

#include "report/report-table.h"

#include <math.h>
#include <string.h>

/* The body, element by element. The styles of tables depend on their columns: they are collected
 * beside the body and written before it. */

#define PIXELS_A_POINT 2.5 /* 180 to the inch */

typedef struct
{
  Report *report;
  ReportOdtZip *zip;
  GPtrArray *pictures;
  GString *styles, *body;
  guint n_tables;
  gboolean turned; /* the section written now stands on turned pages */
} Writer;

static void write_part (Writer *writer, const ReportPart *part);

void
report_odt_append (GString *xml, const char *words, gssize length, gboolean inline_marks)
{
  const char *end = words + (length >= 0 ? (gsize)length : strlen (words));
  gunichar before = ' ';

  for (const char *p = words; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (inline_marks && (c == '\n' || c == 0x2028 || c == 0x2029))
        g_string_append (xml, "<text:line-break/>");
      else if (inline_marks && c == '\t')
        g_string_append (xml, "<text:tab/>");
      else if (inline_marks && c == ' ' && (before == ' ' || before == '\n'))
        g_string_append (xml, "<text:s/>");
      else if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if (c >= 0x20 && c != 0x7f && (c & 0xfffe) != 0xfffe)
        g_string_append_unichar (xml, c);
      before = c;
    }
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The figure as it is drawn on paper, on white. */
static void
add_picture (Writer *writer, const ReportMark *mark, const char *name)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (mark->width * PIXELS_A_POINT),
                                    (int)ceil (mark->height * PIXELS_A_POINT));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GByteArray) png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, PIXELS_A_POINT, PIXELS_A_POINT);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  mark->draw (cr, 0.0, 0.0, mark->width, mark->height, mark->data);
  cairo_surface_write_to_png_stream (surface, collect, png);
  report_odt_zip_add (writer->zip, name, png->data, png->len);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
write_figure (Writer *writer, const ReportMark *mark)
{
  guint number = writer->pictures->len + 1;
  char *name = g_strdup_printf ("Pictures/figure-%u.png", number);
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ptr_array_add (writer->pictures, name);
  add_picture (writer, mark, name);
  g_string_append_printf (
      writer->body,
      "<draw:frame draw:style-name=\"Graphics\" draw:name=\"Figure %u\" "
      "text:anchor-type=\"as-char\" svg:width=\"%spt\" svg:height=\"%spt\"><draw:image "
      "xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>"
      "<svg:title>",
      number, g_ascii_formatd (width, sizeof width, "%.2f", mark->width),
      g_ascii_formatd (height, sizeof height, "%.2f", mark->height), name);
  report_odt_append (writer->body, mark->node->alt != NULL ? mark->node->alt : "", -1, FALSE);
  g_string_append (writer->body, "</svg:title></draw:frame>");
}

static void
write_note (Writer *writer, const ReportMark *mark)
{
  g_string_append (writer->body, "<text:span text:style-name=\"Aside\">");
  report_odt_append (writer->body, chart_lines_text (mark->words.lines), -1, TRUE);
  g_string_append (writer->body, "</text:span>");
}

static void
write_words (Writer *writer, const ReportMark *mark)
{
  const char *words = chart_lines_text (mark->words.lines);
  gsize strong = MIN (mark->words.strong_length, strlen (words));

  if (strong > 0)
    {
      g_string_append (writer->body, "<text:span text:style-name=\"Strong\">");
      report_odt_append (writer->body, words, (gssize)strong, TRUE);
      g_string_append (writer->body, "</text:span>");
    }
  if (strong > 0 && words[strong] == ' ')
    {
      g_string_append_c (writer->body, ' ');
      strong++;
    }
  report_odt_append (writer->body, words + strong, -1, TRUE);
}

/* Words, links and figures of an element inside one paragraph. What stood at the line's other end
 * goes there. */
static void
write_inline (Writer *writer, const ReportPart *part)
{
  for (guint i = 0; i < report_part_length (part); i++)
    {
      const ReportPart *below = report_part_nth (part, i);
      g_autofree char *link = report_part_link (below);

      if (i > 0)
        g_string_append (writer->body,
                         report_part_is_words (below) && below->mark->align == REPORT_ALIGN_END
                             ? "<text:tab/>"
                             : " ");
      if (report_part_is_words (below) && below->mark->words.style == REPORT_STYLE_NOTE
          && report_part_heading_level (part) > 0)
        write_note (writer, below->mark);
      else if (report_part_is_words (below))
        write_words (writer, below->mark);
      else if (below->mark != NULL)
        write_figure (writer, below->mark);
      else if (link != NULL)
        {
          g_string_append (writer->body, "<text:a xlink:type=\"simple\" "
                                         "text:style-name=\"Internet_20_link\" xlink:href=\"");
          report_odt_append (writer->body, link, -1, FALSE);
          g_string_append (writer->body, "\">");
          write_inline (writer, below);
          g_string_append (writer->body, "</text:a>");
        }
      else
        write_inline (writer, below);
    }
}

static ReportStyle
style_of (const ReportPart *part, ReportStyle otherwise)
{
  const ReportMark *mark = report_part_first_words (part);

  return mark != NULL ? mark->words.style : otherwise;
}

static void
write_paragraph (Writer *writer, const ReportPart *part)
{
  g_string_append_printf (writer->body, "<text:p text:style-name=\"%s\">",
                          report_odt_style_name (style_of (part, REPORT_STYLE_BODY)));
  write_inline (writer, part);
  g_string_append (writer->body, "</text:p>\n");
}

static gboolean
holds_style (const ReportPart *part, ReportStyle style)
{
  for (guint i = 0; i < report_part_length (part); i++)
    if (report_part_is_words (report_part_nth (part, i))
        && report_part_nth (part, i)->mark->words.style == style)
      return TRUE;
  return FALSE;
}

/* The style of a section's heading begins its page, and says whether it is turned. */
static const char *
section_style (Writer *writer, const ReportPart *part)
{
  const gboolean turned = part->node->landscape, was = writer->turned;

  writer->turned = turned;
  return turned ? "Section_20_turned" : was ? "Section_20_upright" : "Section";
}

/* What begins a page on paper begins one here. A section's number is at its left in the margin,
 * where a text that is written on has no room: it goes before the title. */
static void
write_heading (Writer *writer, const ReportPart *part, guint level)
{
  const char *style = holds_style (part, REPORT_STYLE_H1)
                          ? section_style (writer, part)
                          : report_odt_style_name (style_of (part, REPORT_STYLE_H2));

  g_string_append_printf (writer->body, "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">",
                          style, level);
  if (part->node->name != NULL)
    {
      g_string_append (writer->body, "<text:bookmark text:name=\"");
      report_odt_append (writer->body, part->node->name, -1, FALSE);
      g_string_append (writer->body, "\"/>");
    }
  if (report_part_length (part) > 0
      && report_part_first_words (part)->words.style == REPORT_STYLE_SECTION_NUMBER)
    {
      write_words (writer, report_part_first_words (part));
      g_string_append (writer->body, "\xe2\x80\x82"); /* the blank after it follows */
    }
  ReportPart rest = *part;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  for (guint i = 0; i < report_part_length (part); i++)
    if (!report_part_is_words (report_part_nth (part, i))
        || report_part_nth (part, i)->mark->words.style != REPORT_STYLE_SECTION_NUMBER)
      g_ptr_array_add (others, (gpointer)report_part_nth (part, i));
  rest.parts = others;
  write_inline (writer, &rest);
  g_string_append (writer->body, "</text:h>\n");
}

static gboolean
is_numbered (const ReportPart *list)
{
  const ReportMark *first = report_part_first_words (list);

  return first != NULL && g_ascii_isdigit (*chart_lines_text (first->words.lines));
}

static void
write_list (Writer *writer, const ReportPart *list)
{
  g_string_append_printf (writer->body, "<text:list text:style-name=\"%s\">\n",
                          is_numbered (list) ? "Numbers" : "Dashes");
  for (guint i = 0; i < report_part_length (list); i++)
    {
      const ReportPart *item = report_part_nth (list, i);

      g_string_append (writer->body, "<text:list-item>");
      for (guint b = 0; b < report_part_length (item); b++)
        if (!report_part_is (report_part_nth (item, b), "Lbl"))
          write_paragraph (writer, report_part_nth (item, b));
      g_string_append (writer->body, "</text:list-item>\n");
    }
  g_string_append (writer->body, "</text:list>\n");
}

/* A cell's pieces are paragraphs: the text, the note under it, a link, a figure. */
static void
write_cell (Writer *writer, const ReportPart *cell, guint table)
{
  const ReportMark *first = cell != NULL ? report_part_first_words (cell) : NULL;

  g_string_append_printf (writer->body,
                          "<table:table-cell table:style-name=\"T%u.%s\" "
                          "office:value-type=\"string\">",
                          table, first != NULL && first->align == REPORT_ALIGN_END ? "E" : "S");
  for (guint i = 0; cell != NULL && i < report_part_length (cell); i++)
    {
      const ReportPart *below = report_part_nth (cell, i);
      const gboolean end = first != NULL && first->align == REPORT_ALIGN_END;
      const char *style = report_odt_style_name (style_of (below, REPORT_STYLE_TABLE));
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();
      const ReportPart piece = { cell->node, NULL, alone };

      g_ptr_array_add (alone, (gpointer)below);
      g_string_append_printf (writer->body, "<text:p text:style-name=\"%s%s\">", style,
                              end ? "_20_end" : "");
      write_inline (writer, &piece);
      g_string_append (writer->body, "</text:p>");
    }
  if (cell == NULL || report_part_length (cell) == 0)
    g_string_append (writer->body, "<text:p text:style-name=\"Table_20_Contents\"/>");
  g_string_append (writer->body, "</table:table-cell>");
}

static void
write_row (Writer *writer, const ReportPart *row, guint n, guint table)
{
  g_string_append_printf (writer->body, "<table:table-row table:style-name=\"T%u.R\">", table);
  for (guint i = 0; i < n; i++)
    write_cell (writer, i < report_part_length (row) ? report_part_nth (row, i) : NULL, table);
  g_string_append (writer->body, "</table:table-row>\n");
}

/* Where the columns begin on paper: from the first row that has words or drawings in all. */
static double
column_x (GPtrArray *rows, guint column, double otherwise)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ReportPart *row = g_ptr_array_index (rows, i);
      const ReportMark *mark = column < report_part_length (row)
                                   ? report_part_first_words (report_part_nth (row, column))
                                   : NULL;
      if (mark != NULL)
        return mark->x;
    }
  return otherwise;
}

/* Where the last column ends: a table may have stood in the left half of a page. */
static double
table_end (GPtrArray *rows, guint last, double least)
{
  double end = least;

  for (guint i = 0; i < rows->len; i++)
    {
      const ReportPart *row = g_ptr_array_index (rows, i);
      const ReportMark *mark = last < report_part_length (row)
                                   ? report_part_first_words (report_part_nth (row, last))
                                   : NULL;
      if (mark != NULL)
        end = MAX (end, mark->x + mark->width);
    }
  return end;
}

static void
append_points (GString *xml, double points)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (xml, g_ascii_formatd (digits, sizeof digits, "%.2f", points));
}

static void
add_table_styles (Writer *writer, GPtrArray *rows, guint n, guint table)
{
  GString *xml = writer->styles;
  const ReportFrame frame = report_frame (writer->report, writer->turned);
  double x[REPORT_TABLE_MAX_COLUMNS + 1] = { 0 }, scale;

  for (guint i = 0; i < n; i++)
    x[i] = column_x (rows, i, i > 0 ? x[i - 1] + 60.0 : frame.left);
  x[n] = table_end (rows, n - 1, x[n - 1] + 24.0);
  /* What stood beside something on paper stands alone here. */
  scale = frame.width / (x[n] - x[0]);
  g_string_append_printf (xml,
                          "<style:style style:name=\"T%u\" style:family=\"table\">"
                          "<style:table-properties table:align=\"left\" fo:margin-top=\"3pt\" "
                          "fo:margin-bottom=\"9pt\" style:width=\"",
                          table);
  append_points (xml, frame.width);
  g_string_append (xml, "pt\"/></style:style>\n");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (xml,
                              "<style:style style:name=\"T%u.%u\" style:family=\"table-column\">"
                              "<style:table-column-properties style:column-width=\"",
                              table, i);
      append_points (xml, MAX ((x[i + 1] - x[i]) * scale, 12.0));
      g_string_append (xml, "pt\"/></style:style>\n");
    }
  g_string_append_printf (
      xml,
      "<style:style style:name=\"T%u.R\" style:family=\"table-row\">"
      "<style:table-row-properties fo:keep-together=\"always\"/></style:style>\n",
      table);
  for (guint i = 0; i < 2; i++)
    g_string_append_printf (
        xml,
        "<style:style style:name=\"T%u.%s\" style:family=\"table-cell\">"
        "<style:table-cell-properties fo:padding-top=\"2pt\" fo:padding-bottom=\"2pt\" "
        "fo:padding-left=\"0pt\" fo:padding-right=\"6pt\" "
        "fo:border-bottom=\"0.35pt solid #b3b3b3\"/></style:style>\n",
        table, i == 0 ? "S" : "E");
}

static void
write_table (Writer *writer, const ReportPart *part)
{
  guint n_head = 0, n = 0, table = ++writer->n_tables;
  g_autoptr (GPtrArray) rows = report_part_rows (part, &n_head);

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, report_part_length (g_ptr_array_index (rows, i)));
  if (n == 0 || n > REPORT_TABLE_MAX_COLUMNS)
    return;
  add_table_styles (writer, rows, n, table);
  g_string_append_printf (writer->body,
                          "<table:table table:name=\"Table %u\" table:style-name=\"T%u\">\n", table,
                          table);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (writer->body, "<table:table-column table:style-name=\"T%u.%u\"/>",
                            table, i);
  for (guint i = 0; i < rows->len; i++)
    {
      if (i == 0 && n_head > 0)
        g_string_append (writer->body, "<table:table-header-rows>");
      write_row (writer, g_ptr_array_index (rows, i), n, table);
      if (i + 1 == n_head)
        g_string_append (writer->body, "</table:table-header-rows>");
    }
  g_string_append (writer->body, "</table:table>\n");
}

static void
write_parts (Writer *writer, const ReportPart *part)
{
  for (guint i = 0; i < report_part_length (part); i++)
    write_part (writer, report_part_nth (part, i));
}

static void
write_part (Writer *writer, const ReportPart *part)
{
  guint level = report_part_heading_level (part);

  if (level > 0)
    write_heading (writer, part, level);
  else if (report_part_is (part, "L"))
    write_list (writer, part);
  else if (report_part_is (part, "Table"))
    write_table (writer, part);
  else if (report_part_is (part, "P") || report_part_is (part, "Figure")
           || report_part_is (part, "TOCI"))
    write_paragraph (writer, part);
  else
    write_parts (writer, part);
}

/* Styles of table text at the column's right edge: Writer aligns paragraphs, not cells. */
static void
add_end_styles (Writer *writer)
{
  for (int style = 0; style < REPORT_N_STYLES; style++)
    g_string_append_printf (writer->styles,
                            "<style:style style:name=\"%s_20_end\" style:family=\"paragraph\" "
                            "style:parent-style-name=\"%s\"><style:paragraph-properties "
                            "fo:text-align=\"end\"/></style:style>\n",
                            report_odt_style_name ((ReportStyle)style),
                            report_odt_style_name ((ReportStyle)style));
}

char *
report_odt_content (Report *report, const ReportPart *root, ReportOdtZip *zip, GPtrArray *pictures)
{
  Writer writer = { report, zip, pictures, g_string_new (NULL), g_string_new (NULL), 0, FALSE };
  char *xml;

  add_end_styles (&writer);
  write_parts (&writer, root);
  xml = g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<office:document-content" REPORT_ODT_NAMESPACES ">"
                     "<office:automatic-styles>\n",
                     writer.styles->str, "</office:automatic-styles><office:body><office:text>\n",
                     writer.body->str, "</office:text></office:body></office:document-content>\n",
                     NULL);
  g_string_free (writer.styles, TRUE);
  g_string_free (writer.body, TRUE);
  return xml;
}
