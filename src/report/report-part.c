/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-part.h"

#include <string.h>

/* Made from what is placed on the pages, not from what was written into the flow: so no form can
 * hold more or less than the paper. */

typedef struct
{
  GHashTable *parts; /* ReportNode → ReportPart */
  ReportPart *root;
} Builder;

static ReportPart *
part_new (const ReportNode *node, const ReportMark *mark)
{
  ReportPart *part = g_new0 (ReportPart, 1);

  part->node = node;
  part->mark = mark;
  if (node != NULL)
    part->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)report_part_free);
  return part;
}

void
report_part_free (ReportPart *part)
{
  if (part == NULL)
    return;
  g_clear_pointer (&part->parts, g_ptr_array_unref);
  g_free (part);
}

static ReportPart *
find_or_add (Builder *builder, const ReportNode *node)
{
  ReportPart *part = g_hash_table_lookup (builder->parts, node);

  if (part != NULL)
    return part;
  part = part_new (node, NULL);
  g_hash_table_insert (builder->parts, (gpointer)node, part);
  if (node->parent != NULL)
    g_ptr_array_add (find_or_add (builder, node->parent)->parts, part);
  else
    builder->root = part;
  return part;
}

static void
add_mark (Builder *builder, const ReportMark *mark)
{
  ReportPart *part;

  /* Other forms than the printed one have nothing to sign in. */
  if (mark->node == NULL || g_str_equal (mark->node->tag, "Form"))
    return;
  part = find_or_add (builder, mark->node);
  if ((mark->kind == REPORT_MARK_WORDS && mark->line == 0)
      || (mark->kind == REPORT_MARK_DRAWING && g_str_equal (mark->node->tag, "Figure")))
    g_ptr_array_add (part->parts, part_new (NULL, mark));
}

static void
add_page (Builder *builder, const ReportPage *page)
{
  for (guint i = 0; i < page->placed->len; i++)
    {
      const ReportPlaced *placed = &g_array_index (page->placed, ReportPlaced, i);

      for (guint m = 0; !placed->repeated && m < placed->block->marks->len; m++)
        add_mark (builder, &g_array_index (placed->block->marks, ReportMark, m));
    }
}

ReportPart *
report_part_new (Report *report)
{
  Builder builder = { g_hash_table_new (NULL, NULL), NULL };

  find_or_add (&builder, report->root);
  for (guint i = 0; i < report->pages->len; i++)
    add_page (&builder, g_ptr_array_index (report->pages, i));
  g_hash_table_unref (builder.parts);
  return builder.root;
}

gboolean
report_part_is (const ReportPart *part, const char *tag)
{
  return part->node != NULL && g_str_equal (part->node->tag, tag);
}

gboolean
report_part_is_words (const ReportPart *part)
{
  return part->mark != NULL && part->mark->kind == REPORT_MARK_WORDS;
}

guint
report_part_length (const ReportPart *part)
{
  return part->parts != NULL ? part->parts->len : 0;
}

const ReportPart *
report_part_nth (const ReportPart *part, guint index)
{
  return g_ptr_array_index (part->parts, index);
}

guint
report_part_heading_level (const ReportPart *part)
{
  const char *tag = part->node != NULL ? part->node->tag : "";

  return tag[0] == 'H' && tag[1] >= '1' && tag[1] <= '6' && tag[2] == '\0' ? (guint)(tag[1] - '0')
                                                                           : 0;
}

const ReportMark *
report_part_first_words (const ReportPart *part)
{
  const ReportMark *mark = NULL;

  if (report_part_is_words (part))
    return part->mark;
  for (guint i = 0; mark == NULL && i < report_part_length (part); i++)
    mark = report_part_first_words (report_part_nth (part, i));
  return mark;
}

char *
report_part_plain (const char *words)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == 0xa0)
      g_string_append_c (plain, ' ');
    else if (g_utf8_get_char (p) != 0xad)
      g_string_append_len (plain, p, g_utf8_next_char (p) - p);
  return g_string_free (plain, FALSE);
}

static void
collect_text (const ReportPart *part, const char *between, GString *text)
{
  const char *words = NULL;

  if (report_part_is_words (part))
    words = chart_lines_text (part->mark->words.lines);
  else if (part->mark != NULL)
    words = part->mark->node->alt;
  if (words != NULL && *words != '\0')
    {
      g_autofree char *plain = report_part_plain (words);

      if (text->len > 0)
        g_string_append (text, between);
      g_string_append (text, plain);
    }
  for (guint i = 0; i < report_part_length (part); i++)
    collect_text (report_part_nth (part, i), between, text);
}

char *
report_part_text (const ReportPart *part, const char *between)
{
  GString *text = g_string_new (NULL);

  collect_text (part, between, text);
  return g_string_free (text, FALSE);
}

char *
report_part_link (const ReportPart *part)
{
  const char *attributes = part->node != NULL ? part->node->attributes : NULL;
  const char *start = attributes != NULL ? strchr (attributes, '\'') : NULL;
  const char *end = start != NULL ? strrchr (start + 1, '\'') : NULL;

  if (end == NULL || !report_part_is (part, "Link"))
    return NULL;
  g_autofree char *target = g_strndup (start + 1, (gsize)(end - start - 1));
  return g_str_has_prefix (attributes, "dest=") ? g_strconcat ("#", target, NULL)
                                                : g_steal_pointer (&target);
}

static void
collect_rows (const ReportPart *part, gboolean head, GPtrArray *rows)
{
  for (guint i = 0; i < report_part_length (part); i++)
    {
      const ReportPart *below = report_part_nth (part, i);

      if (report_part_is (below, "TR"))
        g_ptr_array_add (rows, (gpointer)below);
      else if (report_part_is (below, "THead") == head)
        collect_rows (below, head, rows);
    }
}

GPtrArray *
report_part_rows (const ReportPart *table, guint *n_head)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < report_part_length (table); i++)
    if (report_part_is (report_part_nth (table, i), "THead"))
      collect_rows (report_part_nth (table, i), TRUE, rows);
  *n_head = rows->len;
  collect_rows (table, FALSE, rows);
  return rows;
}
