/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-odt-private.h"

#include "report/report-say.h"
#include <string.h>

/* The same sizes and leadings as on paper, under the names that a writer knows them by. */

#define PAGE_MARK "\xee\x80\x80"  /* U+E000, of private use: where the page's number goes */
#define PAGES_MARK "\xee\x80\x81" /* U+E001: where their count goes */

typedef struct
{
  const char *name;
  double above, below;
} StyleRow;

static const StyleRow rows[REPORT_N_STYLES] = {
  [REPORT_STYLE_COVER_TITLE] = { "Title", 0, 6 },
  [REPORT_STYLE_SCORE] = { "Score", 0, 6 },
  [REPORT_STYLE_H1] = { "Heading_20_1", 0, 12 },
  [REPORT_STYLE_SUBTITLE] = { "Subtitle", 0, 0 },
  [REPORT_STYLE_SUBTITLE_STRONG] = { "Subtitle_20_strong", 0, 0 },
  [REPORT_STYLE_LEAD] = { "Lead", 0, 4 },
  [REPORT_STYLE_H2] = { "Heading_20_2", 24, 6 },
  [REPORT_STYLE_H3] = { "Heading_20_3", 12, 6 },
  [REPORT_STYLE_BODY] = { "Text_20_body", 0, 4 },
  [REPORT_STYLE_BODY_STRONG] = { "Text_20_strong", 0, 4 },
  [REPORT_STYLE_TABLE] = { "Table_20_Contents", 0, 0 },
  [REPORT_STYLE_TABLE_STRONG] = { "Table_20_strong", 0, 0 },
  [REPORT_STYLE_TABLE_HEAD] = { "Table_20_Heading", 0, 0 },
  [REPORT_STYLE_NOTE] = { "Note", 0, 0 },
  [REPORT_STYLE_NOTE_STRONG] = { "Note_20_strong", 0, 0 },
  [REPORT_STYLE_HASH] = { "Hash", 0, 0 },
  [REPORT_STYLE_FURNITURE] = { "Footer", 0, 0 },
  [REPORT_STYLE_FURNITURE_STRONG] = { "Header", 0, 0 },
  [REPORT_STYLE_SECTION_NUMBER] = { "Section_20_number", 0, 0 },
};

const char *
report_odt_style_name (ReportStyle style)
{
  return rows[style].name;
}

static gboolean
is_heading (ReportStyle style)
{
  return style == REPORT_STYLE_H1 || style == REPORT_STYLE_H2 || style == REPORT_STYLE_H3;
}

/* "pt-BR" → its two attributes. */
static void
append_language (GString *xml, const char *tag)
{
  g_auto (GStrv) parts = g_strsplit_set (tag, "-_", 2);

  g_string_append_printf (xml, " fo:language=\"%s\" fo:country=\"%s\"", parts[0],
                          parts[1] != NULL ? parts[1] : "none");
}

static void
append_points (GString *xml, const char *attribute, double points)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (xml, " %s=\"%spt\"", attribute,
                          g_ascii_formatd (digits, sizeof digits, "%.2f", points));
}

static void
append_style (GString *xml, ReportStyle style)
{
  g_string_append_printf (xml,
                          "<style:style style:name=\"%s\" style:family=\"paragraph\" "
                          "style:parent-style-name=\"Standard\" style:class=\"text\">"
                          "<style:paragraph-properties",
                          report_odt_style_name (style));
  append_points (xml, "fo:margin-top", rows[style].above);
  append_points (xml, "fo:margin-bottom", rows[style].below);
  append_points (xml, "style:line-height-at-least", report_style_leading (style));
  if (is_heading (style))
    g_string_append (xml, " fo:keep-with-next=\"always\"");
  if (style == REPORT_STYLE_H2)
    g_string_append (xml, " fo:border-bottom=\"0.9pt solid #000000\"");
  g_string_append (xml, "><style:tab-stops><style:tab-stop style:type=\"right\"");
  append_points (xml, "style:position", REPORT_WIDTH);
  g_string_append (xml, "/></style:tab-stops></style:paragraph-properties><style:text-properties");
  append_points (xml, "fo:font-size", report_style_size (style));
  if (report_style_is_strong (style))
    g_string_append (xml, " fo:font-weight=\"bold\"");
  g_string_append (xml, "/></style:style>");
}

/* The default style carries the language: spelling and reading aloud follow it. */
static void
append_text_styles (GString *xml, Report *report)
{
  g_string_append (xml, "<style:default-style style:family=\"paragraph\"><style:text-properties "
                        "style:font-name=\"Inter\" fo:font-size=\"9pt\"");
  append_language (xml, base_language_tag (report->language));
  g_string_append (xml, "/></style:default-style>"
                        "<style:style style:name=\"Standard\" style:family=\"paragraph\" "
                        "style:class=\"text\"/>");
  for (int style = 0; style < REPORT_N_STYLES; style++)
    append_style (xml, (ReportStyle)style);
  g_string_append (
      xml, "<style:style style:name=\"Section\" style:family=\"paragraph\" "
           "style:parent-style-name=\"Heading_20_1\"><style:paragraph-properties "
           "fo:break-before=\"page\"/></style:style>"
           "<style:style style:name=\"Section_20_turned\" style:family=\"paragraph\" "
           "style:parent-style-name=\"Heading_20_1\" style:master-page-name=\"Turned\"/>"
           "<style:style style:name=\"Section_20_upright\" style:family=\"paragraph\" "
           "style:parent-style-name=\"Heading_20_1\" style:master-page-name=\"Standard\"/>"
           "<style:style style:name=\"Strong\" style:family=\"text\"><style:text-properties "
           "fo:font-weight=\"bold\"/></style:style>"
           "<style:style style:name=\"Aside\" style:family=\"text\"><style:text-properties "
           "fo:font-weight=\"normal\" fo:font-size=\"7.5pt\"/></style:style>"
           "<style:style style:name=\"Internet_20_link\" style:family=\"text\">"
           "<style:text-properties fo:color=\"#0072b2\" style:text-underline-style=\"solid\"/>"
           "</style:style><style:style style:name=\"Graphics\" style:family=\"graphic\">"
           "<style:graphic-properties text:anchor-type=\"as-char\" style:vertical-pos=\"top\" "
           "style:vertical-rel=\"baseline\"/></style:style>");
}

static void
append_list_style (GString *xml, const char *name, gboolean numbered)
{
  g_string_append_printf (xml, "<text:list-style style:name=\"%s\">", name);
  g_string_append (xml, numbered ? "<text:list-level-style-number text:level=\"1\" "
                                   "style:num-format=\"1\">"
                                 : "<text:list-level-style-bullet text:level=\"1\" "
                                   "text:bullet-char=\"\xe2\x80\x93\">");
  g_string_append (xml, "<style:list-level-properties "
                        "text:list-level-position-and-space-mode=\"label-alignment\">"
                        "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
                        "fo:margin-left=\"18pt\" fo:text-indent=\"-18pt\"/>"
                        "</style:list-level-properties>");
  g_string_append (xml, numbered ? "</text:list-level-style-number></text:list-style>"
                                 : "</text:list-level-style-bullet></text:list-style>");
}

static void
append_page_layout (GString *xml, const Report *report, gboolean turned)
{
  const ReportFrame frame = report_frame (report, turned);

  g_string_append_printf (xml, "<style:page-layout style:name=\"%s\"><style:page-layout-properties",
                          turned ? "Turned" : "Paper");
  append_points (xml, "fo:page-width", frame.page_width);
  append_points (xml, "fo:page-height", frame.page_height);
  append_points (xml, "fo:margin-left", frame.left);
  append_points (xml, "fo:margin-right", frame.page_width - frame.left - frame.width);
  append_points (xml, "fo:margin-top", frame.head - 8.0);
  append_points (xml, "fo:margin-bottom", 24.0);
  g_string_append_printf (
      xml,
      " style:print-orientation=\"%s\"/><style:header-style>"
      "<style:header-footer-properties fo:min-height=\"24pt\" "
      "fo:margin-bottom=\"12pt\"/></style:header-style><style:footer-style>"
      "<style:header-footer-properties fo:min-height=\"24pt\" fo:margin-top=\"12pt\"/>"
      "</style:footer-style></style:page-layout>",
      turned ? "landscape" : "portrait");
}

/* The right end of the running head and foot of turned pages. */
static void
append_turned_furniture (GString *xml, const Report *report)
{
  static const char *const names[] = { "Header", "Footer" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_string_append_printf (xml,
                              "<style:style style:name=\"%s_20_turned\" style:family=\"paragraph\" "
                              "style:parent-style-name=\"%s\"><style:paragraph-properties>"
                              "<style:tab-stops><style:tab-stop style:type=\"right\"",
                              names[i], names[i]);
      append_points (xml, "style:position", report_frame (report, TRUE).width);
      g_string_append (xml, "/></style:tab-stops></style:paragraph-properties></style:style>");
    }
}

/* "Page {page} of {pages}" with the counts as fields. */
static void
append_page_number (GString *xml, Report *report)
{
  const char *words = report_take (
      report,
      base_text_with_string (
          base_text_with_string (base_text_new (N_ ("Page {page} of {pages}")), "page", PAGE_MARK),
          "pages", PAGES_MARK));

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_str_has_prefix (p, PAGE_MARK))
      g_string_append (xml, "<text:page-number>1</text:page-number>");
    else if (g_str_has_prefix (p, PAGES_MARK))
      g_string_append_printf (xml, "<text:page-count>%u</text:page-count>", report->pages->len);
    else
      report_odt_append (xml, p, g_utf8_next_char (p) - p, FALSE);
}

static void
append_master_page (GString *xml, Report *report, gboolean turned)
{
  const char *ending = turned ? "_20_turned" : "";

  g_string_append_printf (xml,
                          "<style:master-page style:name=\"%s\" "
                          "style:page-layout-name=\"%s\"><style:header>"
                          "<text:p text:style-name=\"Header%s\">",
                          turned ? "Turned" : "Standard", turned ? "Turned" : "Paper", ending);
  report_odt_append (xml, report_company (report), -1, FALSE);
  g_string_append (xml, "<text:tab/>");
  report_odt_append (xml, report_page_heading (report), -1, FALSE);
  g_string_append_printf (
      xml, "</text:p></style:header><style:footer><text:p text:style-name=\"Footer%s\">", ending);
  report_odt_append (xml, report_page_foot (report), -1, FALSE);
  g_string_append (xml, "<text:tab/>");
  append_page_number (xml, report);
  g_string_append (xml, "</text:p></style:footer></style:master-page>");
}

char *
report_odt_styles (Report *report)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<office:document-styles" REPORT_ODT_NAMESPACES ">"
                               "<office:font-face-decls><style:font-face style:name=\"Inter\" "
                               "svg:font-family=\"Inter;Liberation Sans;Arial\" "
                               "style:font-family-generic=\"swiss\" "
                               "style:font-pitch=\"variable\"/></office:font-face-decls>"
                               "<office:styles>");

  append_text_styles (xml, report);
  append_list_style (xml, "Dashes", FALSE);
  append_list_style (xml, "Numbers", TRUE);
  g_string_append (xml, "</office:styles><office:automatic-styles>");
  append_turned_furniture (xml, report);
  append_page_layout (xml, report, FALSE);
  append_page_layout (xml, report, TRUE);
  g_string_append (xml, "</office:automatic-styles><office:master-styles>");
  append_master_page (xml, report, FALSE);
  append_master_page (xml, report, TRUE);
  g_string_append (xml, "</office:master-styles>");
  g_string_append (xml, "</office:document-styles>\n");
  return g_string_free (xml, FALSE);
}
