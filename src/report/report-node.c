/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-node.h"

#include "report/report-pdf-finish.h"

/* cairo writes the structure tree from tags that are opened and closed around what is drawn. */

static gboolean
tag_holds_words (const char *tag)
{
  static const char *const groups[] = { "Document", "Part",  "Sect",  "Div", "L",   "LI",
                                        "Table",    "THead", "TBody", "TR",  "TOC", NULL };

  return !g_strv_contains (groups, tag);
}

ReportNode *
report_node_new (ReportNode *parent, const char *tag)
{
  ReportNode *node = g_new0 (ReportNode, 1);

  node->parent = parent;
  node->tag = tag;
  node->holds_words = tag_holds_words (tag);
  return node;
}

void
report_node_free (ReportNode *node)
{
  g_free (node->attributes);
  g_free (node->name);
  g_free (node->alt);
  g_free (node);
}

void
report_tagger_init (ReportTagger *tagger)
{
  tagger->open = g_ptr_array_new ();
  tagger->figures = g_ptr_array_new ();
  tagger->links = g_ptr_array_new ();
}

void
report_tagger_clear (ReportTagger *tagger)
{
  g_clear_pointer (&tagger->open, g_ptr_array_unref);
  g_clear_pointer (&tagger->figures, g_ptr_array_unref);
  g_clear_pointer (&tagger->links, g_ptr_array_unref);
}

/* cairo knows no fields: a link to this address is made one by report_pdf_finish(), which has then
 * its place on the page and in the structure. */
static gboolean
is_field (const ReportNode *node)
{
  return g_str_equal (node->tag, "Form");
}

static const char *
cairo_tag (const ReportNode *node)
{
  return is_field (node) ? CAIRO_TAG_LINK : node->tag;
}

static void
close_last (ReportTagger *tagger, cairo_t *cr)
{
  const ReportNode *node = g_ptr_array_index (tagger->open, tagger->open->len - 1);

  cairo_tag_end (cr, cairo_tag (node));
  g_ptr_array_set_size (tagger->open, (int)tagger->open->len - 1);
}

static void
open_node (ReportTagger *tagger, cairo_t *cr, ReportNode *node)
{
  if (node->name != NULL)
    {
      g_autofree char *attributes = g_strdup_printf ("name='%s'", node->name);
      cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (cr, CAIRO_TAG_DEST);
    }
  if (is_field (node))
    cairo_tag_begin (cr, CAIRO_TAG_LINK, "uri='" REPORT_FIELD_ADDRESS "'");
  else
    cairo_tag_begin (cr, node->tag, node->attributes != NULL ? node->attributes : "");
  g_ptr_array_add (tagger->open, node);
  if (g_str_equal (node->tag, "Figure"))
    g_ptr_array_add (tagger->figures, (char *)(node->alt != NULL ? node->alt : ""));
  else if (g_str_equal (node->tag, "Link") || is_field (node))
    g_ptr_array_add (tagger->links, (char *)(node->alt != NULL ? node->alt : ""));
}

static gboolean
is_ancestor_or_self (const ReportNode *node, const ReportNode *of)
{
  for (; of != NULL; of = of->parent)
    if (of == node)
      return TRUE;
  return FALSE;
}

void
report_tagger_enter (ReportTagger *tagger, cairo_t *cr, ReportNode *node)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  if (node == NULL)
    {
      while (
          tagger->open->len > 0
          && ((ReportNode *)g_ptr_array_index (tagger->open, tagger->open->len - 1))->holds_words)
        close_last (tagger, cr);
      return;
    }
  while (tagger->open->len > 0
         && !is_ancestor_or_self (g_ptr_array_index (tagger->open, tagger->open->len - 1), node))
    close_last (tagger, cr);
  for (ReportNode *up = node; up != NULL; up = up->parent)
    g_ptr_array_insert (path, 0, up);
  for (guint i = tagger->open->len; i < path->len; i++)
    open_node (tagger, cr, g_ptr_array_index (path, i));
}

void
report_tagger_close_all (ReportTagger *tagger, cairo_t *cr)
{
  while (tagger->open->len > 0)
    close_last (tagger, cr);
}
