/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-markdown.h"

#include "report/report-part.h"
#include <string.h>

/* One block an element, an empty line between blocks. */

static void write_part (const ReportPart *part, GString *text);

/* @line_end: what a line break becomes, by where the words stand. */
static void
append_escaped (GString *text, const char *words, gboolean begins_line, const char *line_end)
{
  gboolean in_number = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == 0x2028 || c == 0x2029)
        g_string_append (text, line_end);
      else if (c < 0x20 || c == 0x7f)
        g_string_append_c (text, ' ');
      else if (c < 0x80 && strchr ("\\`*_[]<>|&~", (int)c) != NULL)
        g_string_append_printf (text, "\\%c", (char)c);
      else if (begins_line && c < 0x80 && strchr ("#+-=:", (int)c) != NULL)
        g_string_append_printf (text, "\\%c", (char)c);
      /* "1. " at a line's beginning would start a list. */
      else if (in_number && (c == '.' || c == ')'))
        g_string_append_printf (text, "\\%c", (char)c);
      else
        g_string_append_unichar (text, c);
      in_number = (begins_line || in_number) && g_ascii_isdigit ((char)MIN (c, 0x7f));
      begins_line = c == '\n' || c == 0x2028 || c == 0x2029 || (begins_line && c == ' ');
    }
}

static void
append_strong (GString *text, const char *words, gsize strong_length, const char *line_end)
{
  gsize split = MIN (strong_length, strlen (words));
  g_autofree char *strong = g_strndup (words, split);
  g_autofree char *head = report_part_plain (strong), *rest = report_part_plain (words + split);

  if (*head != '\0')
    {
      g_string_append (text, "**");
      append_escaped (text, head, FALSE, line_end);
      g_string_append (text, "**");
    }
  append_escaped (text, rest, *head == '\0', line_end);
}

/* Words, links and figures of an element on one line, @between between pieces. */
static void
append_inline (GString *text, const ReportPart *part, const char *between, const char *line_end)
{
  for (guint i = 0; i < report_part_length (part); i++)
    {
      const ReportPart *below = report_part_nth (part, i);
      g_autofree char *link = report_part_link (below);

      if (i > 0)
        g_string_append (text, between);
      if (report_part_is_words (below) && report_part_heading_level (part) > 0
          && below->mark->words.style == REPORT_STYLE_NOTE)
        {
          g_string_append_c (text, '*');
          append_strong (text, chart_lines_text (below->mark->words.lines), 0, line_end);
          g_string_append_c (text, '*');
        }
      else if (report_part_is_words (below))
        append_strong (text, chart_lines_text (below->mark->words.lines),
                       below->mark->words.strong_length, line_end);
      else if (below->mark != NULL)
        append_strong (text, below->mark->node->alt != NULL ? below->mark->node->alt : "", 0,
                       line_end);
      else if (link != NULL)
        {
          g_string_append_c (text, '[');
          append_inline (text, below, between, line_end);
          g_string_append_printf (text, "](<%s>)", link);
        }
      else
        append_inline (text, below, between, line_end);
    }
}

static void
write_heading (const ReportPart *part, guint level, GString *text)
{
  if (part->node->name != NULL)
    g_string_append_printf (text, "<a id=\"%s\"></a>\n\n", part->node->name);
  for (guint i = 0; i < level; i++)
    g_string_append_c (text, '#');
  g_string_append_c (text, ' ');
  append_inline (text, part, " ", " ");
  g_string_append (text, "\n\n");
}

/* The mark that stands before an item on paper: a number or a dash. */
static void
write_item (const ReportPart *item, GString *text)
{
  for (guint i = 0; i < report_part_length (item); i++)
    {
      const ReportPart *below = report_part_nth (item, i);
      g_autofree char *label = report_part_is (below, "Lbl") ? report_part_text (below, " ") : NULL;

      if (label == NULL)
        append_inline (text, below, " ", "\\\n   ");
      else if (g_ascii_isdigit (*label))
        g_string_append_printf (text, "%s. ", label);
      else
        g_string_append (text, "- ");
    }
  g_string_append_c (text, '\n');
}

static void
write_list (const ReportPart *list, GString *text)
{
  for (guint i = 0; i < report_part_length (list); i++)
    {
      const ReportPart *item = report_part_nth (list, i);

      if (report_part_is (item, "LI"))
        write_item (item, text);
      else
        {
          g_string_append (text, "- ");
          append_inline (text, item, " ", " ");
          g_string_append_c (text, '\n');
        }
    }
  g_string_append_c (text, '\n');
}

static void
write_row (const ReportPart *row, guint n, GString *text)
{
  g_string_append_c (text, '|');
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (text, ' ');
      if (row != NULL && i < report_part_length (row))
        append_inline (text, report_part_nth (row, i), "<br>", "<br>");
      g_string_append (text, " |");
    }
  g_string_append_c (text, '\n');
}

/* A table without a head has an empty one: this kind of text knows no other. */
static void
write_table (const ReportPart *table, GString *text)
{
  guint n_head = 0, n = 0;
  g_autoptr (GPtrArray) rows = report_part_rows (table, &n_head);

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, report_part_length (g_ptr_array_index (rows, i)));
  write_row (n_head > 0 ? g_ptr_array_index (rows, 0) : NULL, n, text);
  g_string_append_c (text, '|');
  for (guint i = 0; i < n; i++)
    g_string_append (text, " --- |");
  g_string_append_c (text, '\n');
  for (guint i = MIN (n_head, 1); i < rows->len; i++)
    write_row (g_ptr_array_index (rows, i), n, text);
  g_string_append_c (text, '\n');
}

static void
write_parts (const ReportPart *part, GString *text)
{
  for (guint i = 0; i < report_part_length (part); i++)
    write_part (report_part_nth (part, i), text);
}

static void
write_part (const ReportPart *part, GString *text)
{
  guint level = report_part_heading_level (part);

  if (level > 0)
    write_heading (part, level, text);
  else if (report_part_is (part, "L") || report_part_is (part, "TOC"))
    write_list (part, text);
  else if (report_part_is (part, "Table"))
    write_table (part, text);
  else if (report_part_is (part, "P") || report_part_is (part, "Figure"))
    {
      g_string_append (text, report_part_is (part, "Figure") ? "> " : "");
      append_inline (text, part, " ", "\\\n");
      g_string_append (text, "\n\n");
    }
  else
    write_parts (part, text);
}

char *
report_to_markdown (Report *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  GString *text = g_string_new (NULL);
  g_autoptr (ReportPart) root = report_part_new (report);
  write_parts (root, text);
  g_string_truncate (text, text->len > 0 ? text->len - 1 : 0);
  return g_string_free (text, FALSE);
}
