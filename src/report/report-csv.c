/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-csv.h"

#include "report/report-part.h"
#include <string.h>

/* One file and not one a table in a folder: it is saved, sent and replaced whole, and a
 * half-written folder cannot come to be. */

typedef struct
{
  GString *text;
  char *headings[7]; /* by level; NULL where none is open */
  guint n_tables;
} Csv;

/* "+1.39" and "-5 %" are figures, not formulas. */
static gboolean
is_figure (const char *text)
{
  const char *rest = text + 1;

  return strchr ("+-", *text) != NULL && *rest != '\0'
         && rest[strspn (rest, "0123456789., %")] == '\0';
}

/* What spreadsheets take for the beginning of a formula, also in the wide forms of East Asian
 * keyboards, and after blanks, which some of them skip. */
static gboolean
looks_like_formula (const char *text)
{
  gunichar first;

  while (*text == ' ')
    text++;
  first = g_utf8_get_char (text);
  return *text != '\0' && !is_figure (text)
         && (strchr ("=+-@\t\r\n|%", *text) != NULL || first == 0xff1d || first == 0xff0b
             || first == 0xff0d || first == 0xff20);
}

static void
append_cell (Csv *csv, const char *words)
{
  g_autofree char *text = g_strconcat (looks_like_formula (words) ? "'" : "", words, NULL);

  if (strpbrk (text, ",;\"\t\r\n'") == NULL && *text != ' ' && !g_str_has_suffix (text, " "))
    {
      g_string_append (csv->text, text);
      return;
    }
  g_string_append_c (csv->text, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv->text, '"');
      g_string_append_c (csv->text, *p);
    }
  g_string_append_c (csv->text, '"');
}

/* The small words after it are no part of a heading's name. */
static void
keep_heading (Csv *csv, const ReportPart *part, guint level)
{
  GString *words = g_string_new (NULL);

  for (guint i = level; i < G_N_ELEMENTS (csv->headings); i++)
    g_clear_pointer (&csv->headings[i], g_free);
  for (guint i = 0; i < report_part_length (part); i++)
    {
      const ReportPart *below = report_part_nth (part, i);
      g_autofree char *text = report_part_text (below, " ");

      if (!report_part_is_words (below) || below->mark->words.style != REPORT_STYLE_NOTE)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", text);
    }
  csv->headings[level] = g_string_free (words, FALSE);
}

static char *
headings (const Csv *csv)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (csv->headings); i++)
    if (csv->headings[i] != NULL)
      g_string_append_printf (all, "%s%s", all->len > 0 ? " \xe2\x80\xba " : "", csv->headings[i]);
  return g_string_free (all, FALSE);
}

static void
write_table (Csv *csv, const ReportPart *table)
{
  guint n_head;
  g_autoptr (GPtrArray) rows = report_part_rows (table, &n_head);
  g_autofree char *title = headings (csv);

  csv->n_tables++;
  for (guint i = 0; i < rows->len; i++)
    {
      const ReportPart *row = g_ptr_array_index (rows, i);

      g_string_append_printf (csv->text, "%u,", csv->n_tables);
      append_cell (csv, title);
      for (guint c = 0; c < report_part_length (row); c++)
        {
          g_autofree char *words = report_part_text (report_part_nth (row, c), "\n");
          g_string_append_c (csv->text, ',');
          append_cell (csv, words);
        }
      g_string_append (csv->text, "\r\n");
    }
}

static void
write_parts (Csv *csv, const ReportPart *part)
{
  for (guint i = 0; i < report_part_length (part); i++)
    {
      const ReportPart *below = report_part_nth (part, i);
      guint level = report_part_heading_level (below);

      if (level > 0)
        keep_heading (csv, below, level);
      else if (report_part_is (below, "Table"))
        write_table (csv, below);
      else
        write_parts (csv, below);
    }
}

char *
report_to_csv (Report *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  Csv csv = { .text = g_string_new ("\xef\xbb\xbf") };
  g_autoptr (ReportPart) root = report_part_new (report);
  write_parts (&csv, root);
  for (guint i = 0; i < G_N_ELEMENTS (csv.headings); i++)
    g_free (csv.headings[i]);
  return g_string_free (csv.text, FALSE);
}
