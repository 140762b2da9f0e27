/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "report/report-part.h"

#include <cairo-svg.h>
#include <glib/gstdio.h>
#include <string.h>

/* report-html SAMPLE FOLDER: the full report of a sample as a web page (index.html, one SVG a
 * figure) with the fonts, sizes and rules of ours, for other programs to print: tools/bench report
 * compares how long they take. What is said and drawn is the same; only icons that have words
 * beside them are left out. */

#define DAY "2026-11-20"

typedef struct
{
  GString *text;
  const char *folder;
  guint n_figures;
} Page;

static void write_part (Page *page, const ReportPart *part);

static void
append_escaped (GString *text, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (text, escaped);
}

static void
write_words (Page *page, const ReportPart *part)
{
  const ReportWords *words = &part->mark->words;
  const char *all = chart_lines_text (words->lines);
  gsize strong = MIN (words->strong_length, strlen (all));
  g_autofree char *head = g_strndup (all, strong);

  g_string_append_printf (page->text, "<span class=\"s%d\">", (int)words->style);
  if (strong > 0)
    {
      g_string_append (page->text, "<b>");
      append_escaped (page->text, head);
      g_string_append (page->text, "</b>");
    }
  append_escaped (page->text, all + strong);
  g_string_append (page->text, "</span> ");
}

static void
write_figure (Page *page, const ReportMark *mark)
{
  g_autofree char *name = g_strdup_printf ("figure-%u.svg", ++page->n_figures);
  g_autofree char *path = g_build_filename (page->folder, name, NULL);
  cairo_surface_t *surface
      = cairo_svg_surface_create (path, MAX (mark->width, 1.0), MAX (mark->height, 1.0));
  cairo_t *cr = cairo_create (surface);

  mark->draw (cr, 0.0, 0.0, mark->width, mark->height, mark->data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_string_append_printf (page->text, "<img src=\"%s\" width=\"%.0f\" height=\"%.0f\" alt=\"", name,
                          mark->width * 4.0 / 3.0, mark->height * 4.0 / 3.0);
  append_escaped (page->text, mark->node->alt != NULL ? mark->node->alt : "");
  g_string_append (page->text, "\">");
}

static void
write_inside (Page *page, const ReportPart *part)
{
  for (guint i = 0; i < report_part_length (part); i++)
    write_part (page, report_part_nth (part, i));
}

static void
write_element (Page *page, const ReportPart *part, const char *tag, const char *attributes)
{
  g_string_append_printf (page->text, "<%s%s>", tag, attributes);
  write_inside (page, part);
  g_string_append_printf (page->text, "</%s>\n", tag);
}

static const char *
html_tag (const ReportPart *part)
{
  static const char *const tags[][2]
      = { { "H1", "h1" },       { "H2", "h2" },       { "H3", "h3" }, { "P", "p" },
          { "Table", "table" }, { "THead", "thead" }, { "TR", "tr" }, { "TBody", "tbody" },
          { "TD", "td" },       { "L", "ul" },        { "LI", "li" }, { "TOC", "div" },
          { "TOCI", "p" },      { "Sect", "section" } };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (report_part_is (part, tags[i][0]))
      return tags[i][1];
  return "div";
}

static void
write_part (Page *page, const ReportPart *part)
{
  g_autofree char *link = report_part_link (part);
  g_autofree char *target = link != NULL ? g_markup_printf_escaped (" href=\"%s\"", link) : NULL;
  g_autofree char *name = part->node != NULL && part->node->name != NULL
                              ? g_markup_printf_escaped (" id=\"%s\"", part->node->name)
                              : NULL;

  if (report_part_is_words (part))
    write_words (page, part);
  else if (part->mark != NULL)
    write_figure (page, part->mark);
  else if (target != NULL)
    write_element (page, part, "a", target);
  else if (report_part_is (part, "TH"))
    write_element (page, part, "th", " scope=\"col\"");
  else if (report_part_is (part, "LBody") || report_part_is (part, "Lbl")
           || report_part_is (part, "Figure"))
    write_element (page, part, "span", "");
  else
    write_element (page, part, html_tag (part), name != NULL ? name : "");
}

static void
write_fonts (GString *text, const char *folder)
{
  static const char *const fonts[][2]
      = { { "Light", "300" }, { "Regular", "400" }, { "Medium", "500" }, { "SemiBold", "600" } };

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      g_autofree char *file = g_strconcat ("Inter-", fonts[i][0], ".otf", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
      g_string_append_printf (text,
                              "@font-face { font-family: Inter; font-weight: %s; src: url(%s); }\n",
                              fonts[i][1], uri);
    }
}

static void
write_styles (GString *text)
{
  for (int style = 0; style < REPORT_N_STYLES; style++)
    g_string_append_printf (text, ".s%d { font-size: %.1fpt; line-height: %.1fpt; %s }\n", style,
                            report_style_size (style), report_style_leading (style),
                            report_style_is_strong (style) ? "font-weight: 600;" : "");
}

static void
write_page (Page *page, Report *report)
{
  g_autofree char *sample = base_data_path ("fonts/Inter-Regular.otf", NULL);
  g_autofree char *fonts = g_path_get_dirname (sample);
  g_autofree char *title = g_markup_escape_text (report_title (report), -1);
  g_autoptr (ReportPart) root = report_part_new (report);

  g_string_append_printf (page->text,
                          "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                          "<title>%s</title>\n<style>\n",
                          base_language_tag (report->language), title);
  write_fonts (page->text, fonts);
  write_styles (page->text);
  g_string_append_printf (
      page->text,
      "@page { size: A4; margin: 72pt 49pt 56pt 70pt; font: 7pt Inter;\n"
      " @top-left { content: \"%s\"; } @bottom-right { content: counter(page) \" / \" "
      "counter(pages); } }\n"
      "body { font: 9pt/12pt Inter; font-feature-settings: 'tnum', 'calt' 0; margin: 0; }\n"
      "h1 { break-before: page; } h1, h2, h3 { break-after: avoid; font-weight: 600; margin: 12pt "
      "0 6pt; }\n"
      "table { border-collapse: collapse; width: 100%%; border-top: .9pt solid; border-bottom: "
      ".9pt solid; }\n"
      "th, td { text-align: left; vertical-align: top; padding: 3pt 8pt 3pt 0; border-top: .35pt "
      "solid #b3b3b3; }\n"
      "tr { break-inside: avoid; } ul { list-style: none; padding: 0; } img { max-width: 100%%; "
      "}\n"
      "b { font-weight: 600; } a { color: inherit; text-decoration: none; }\n"
      "</style></head><body>\n",
      report_company (report));
  write_inside (page, root);
  g_string_append (page->text, "</body></html>\n");
}

static Advice *
read_advice (const char *path, GError **error)
{
  g_autoptr (Catalogue) catalogue = catalogue_new_bundled (error);
  g_autoptr (AdviceRules) rules = catalogue != NULL ? advice_rules_load_bundled (error) : NULL;
  g_autoptr (SurveyPack) pack = rules != NULL ? survey_pack_load_bundled ("dma-sme", error) : NULL;
  g_autoptr (AssessmentDocument) document
      = pack != NULL ? assessment_document_load (path, error) : NULL;

  return document != NULL ? advice_new (document, pack, rules, catalogue, DAY) : NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseLanguage) language = base_language_new ("en", NULL);
  const ReportOptions options = { .profile = REPORT_PROFILE_FULL };

  g_assert_cmpint (argc, ==, 3);
  g_autoptr (Advice) advice = read_advice (argv[1], &error);
  g_autoptr (Report) report
      = advice != NULL ? report_new (advice, language, &options, &error) : NULL;
  g_autofree char *path = g_build_filename (argv[2], "index.html", NULL);
  Page page = { g_string_new (NULL), argv[2], 0 };
  if (report != NULL)
    {
      write_page (&page, report);
      g_file_set_contents (path, page.text->str, (gssize)page.text->len, &error);
    }
  g_string_free (page.text, TRUE);
  if (error != NULL)
    g_printerr ("report-html: %s\n", error->message);
  return error != NULL ? 1 : 0;
}
