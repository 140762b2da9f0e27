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

/* From 1.18 on cairo gives all text to the innermost open tag, groups that run over pages too;
 * before, only tags of words took it, and report_pdf_finish() marks what is left. */
static gboolean
groups_take_text (void)
{
  return cairo_version () >= CAIRO_VERSION_ENCODE (1, 18, 0);
}

void
report_tagger_begin_furniture (ReportTagger *tagger, cairo_t *cr)
{
  if (groups_take_text () && tagger->open->len > 0)
    cairo_tag_begin (cr, "Artifact", "");
}

void
report_tagger_end_furniture (ReportTagger *tagger, cairo_t *cr)
{
  if (groups_take_text () && tagger->open->len > 0)
    cairo_tag_end (cr, "Artifact");
}

/* From 1.18 on cairo counts nothing but text as content: a drawing without any would leave the
 * structure empty, and a field without a place. A dot too small to be seen, read as a blank, keeps
 * them. */
void
report_tagger_keep_drawing (const ReportFonts *fonts, cairo_t *cr, double x, double y)
{
  const cairo_text_cluster_t cluster = { 1, 1 };
  cairo_scaled_font_t *font;
  cairo_glyph_t *glyphs = NULL;
  int n = 0;

  if (!groups_take_text ())
    return;
  font = report_fonts_load_scaled (fonts);
  cairo_scaled_font_text_to_glyphs (font, x, y, ".", 1, &glyphs, &n, NULL, NULL, NULL);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (font));
  cairo_set_font_size (cr, 0.1);
  cairo_show_text_glyphs (cr, " ", 1, glyphs, MIN (n, 1), &cluster, 1, 0);
  cairo_restore (cr);
  cairo_glyph_free (glyphs);
  cairo_scaled_font_destroy (font);
}
