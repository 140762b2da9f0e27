/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "report/report-exhibit.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* The files of the evidence register, each on pages of its own that carry its number. What cannot
 * be appended is said, so that the annex never looks more complete than it is. */

#define MAX_BYTES ((gsize)100 * 1024 * 1024)
#define MOST_PAGES 200u  /* of one file */
#define HEAD_HEIGHT 54.0 /* above the copy: number, title, fingerprint */
#define STAMP_WIDTH 56.0
#define STAMP_HEIGHT 24.0

typedef struct
{
  ReportExhibit *exhibit; /* NULL: it is not appended */
  const char *id, *title, *sha256;
  const char *why; /* it is not appended */
  guint n_pages;   /* of it that are */
} Copy;

static void
clear_copy (gpointer data)
{
  g_clear_pointer (&((Copy *)data)->exhibit, report_exhibit_unref);
}

/* --- the files -------------------------------------------------------------------------------- */

static const char *
evidence_words (const AssessmentDocument *document, guint index, const char *member)
{
  g_autofree char *path = g_strdup_printf ("evidence[%u].%s", index, member);

  return assessment_document_get_string (document, path);
}

/* Under its hash, as the workspace keeps it, or under the name that the register gives. */
static GBytes *
read_file (const AssessmentDocument *document, guint index, const char *folder)
{
  const char *file = evidence_words (document, index, "file");
  const char *sha256 = evidence_words (document, index, "sha256");
  g_autofree char *base = file != NULL ? g_path_get_basename (file) : NULL;
  const char *const names[] = { sha256, base };
  GBytes *bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && bytes == NULL; i++)
    if (names[i] != NULL && strchr (names[i], '/') == NULL)
      {
        g_autofree char *path = g_build_filename (folder, names[i], NULL);
        bytes = base_data_read (path, MAX_BYTES, NULL);
      }
  return bytes;
}

static gboolean
is_that (GBytes *bytes, const char *sha256)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autofree char *found = base_data_sha256 (data, length);

  return g_ascii_strcasecmp (found, sha256) == 0;
}

static void
open_copy (Report *report, guint index, Copy *copy)
{
  g_autoptr (GError) error = NULL;

  if (copy->sha256 == NULL)
    {
      copy->why = report_tr (report, N_ ("no file belongs to it"));
      return;
    }
  g_autoptr (GBytes) bytes
      = read_file (advice_document (report->advice), index, report->options.copies);
  if (bytes == NULL)
    copy->why = report_tr (report, N_ ("the file is not at hand"));
  else if (!is_that (bytes, copy->sha256))
    copy->why = report_tr (report, N_ ("the file has another fingerprint than the register says"));
  else if ((copy->exhibit = report_exhibit_new (bytes, &error)) == NULL)
    copy->why = report_copy (report, error->message);
  else
    copy->n_pages = MIN (report_exhibit_n_pages (copy->exhibit), MOST_PAGES);
}

void
report_describe_copies (const AssessmentDocument *document, const char *folder, GString *text)
{
  const guint n = assessment_document_count (document, "evidence");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = read_file (document, i, folder);
      gsize length = 0;
      const void *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
      g_autofree char *sha256 = bytes != NULL ? base_data_sha256 (data, length) : g_strdup ("-");

      g_string_append_printf (text, "copy %s\n", sha256);
    }
}

static GArray *
open_copies (Report *report)
{
  guint n = assessment_document_count (advice_document (report->advice), "evidence");
  GArray *copies = g_array_new (FALSE, TRUE, sizeof (Copy));

  g_array_set_clear_func (copies, clear_copy);
  for (guint i = 0; i < n; i++)
    {
      const char *id = report_item (report, "evidence", i, "id");
      Copy copy = { .id = id != NULL ? id : report_integer (report, i + 1),
                    .title = report_item (report, "evidence", i, "title"),
                    .sha256 = report_item (report, "evidence", i, "sha256") };

      open_copy (report, i, &copy);
      g_array_append_val (copies, copy);
    }
  return copies;
}

/* --- the list --------------------------------------------------------------------------------- */

static const char *
appended_words (Report *report, const Copy *copy)
{
  BaseText *text;

  if (copy->exhibit == NULL)
    return report_explain (report, report_tr (report, N_ ("Not appended")), copy->why);
  if (copy->n_pages < report_exhibit_n_pages (copy->exhibit))
    {
      text = base_text_new (N_ ("the first {n} of {all} pages"));
      base_text_with_integer (text, "n", copy->n_pages);
      return report_take (
          report, base_text_with_integer (text, "all", report_exhibit_n_pages (copy->exhibit)));
    }
  text = base_text_new_plural ("{n} page", "{n} pages", copy->n_pages);
  return report_take (report, base_text_with_integer (text, "n", copy->n_pages));
}

static void
add_list (ReportFlow *flow, GArray *copies)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("No.")), 46.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Document")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Appended")), 190.0, REPORT_ALIGN_START } };

  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  for (guint i = 0; i < copies->len; i++)
    {
      const Copy *copy = &g_array_index (copies, Copy, i);
      const ReportCell cells[] = { { .text = copy->id, .strong = TRUE },
                                   { .text = copy->title },
                                   { .text = appended_words (report, copy), .small = TRUE } };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

/* --- the pages -------------------------------------------------------------------------------- */

typedef struct
{
  ReportExhibit *exhibit;
  guint page;
  double width, height; /* its own */
} Picture;

static void
picture_free (gpointer data)
{
  report_exhibit_unref (((Picture *)data)->exhibit);
  g_free (data);
}

/* Its colours and its edge as it is; what it draws past its edge is not ours. */
static void
draw_picture (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Picture *picture = data;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / picture->width, height / picture->height);
  report_exhibit_draw (picture->exhibit, picture->page, cr);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0.33, 0.33, 0.33);
  cairo_set_line_width (cr, 0.35);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

static void
draw_stamp (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 1.2);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

static void
add_line (ReportFlow *flow,
          ReportBlock *block,
          ReportNode *node,
          ReportStyle style,
          const char *text,
          double y)
{
  const double width = flow->width - STAMP_WIDTH - 16.0;
  ReportWords words = report_words_new_line (flow->report->fonts, style, text, width);

  report_block_words (block, node, &words, flow->x, y, width, REPORT_ALIGN_START, REPORT_BLACK);
  report_words_clear (&words);
}

static void
add_stamp (ReportFlow *flow, ReportBlock *block, ReportNode *node, const char *id)
{
  const double x = flow->x + flow->width - STAMP_WIDTH;
  ReportWords words
      = report_words_new_line (flow->report->fonts, REPORT_STYLE_H2, id, STAMP_WIDTH - 8.0);

  report_block_drawing (block, NULL, x, 0.0, STAMP_WIDTH, STAMP_HEIGHT, draw_stamp, NULL, NULL);
  report_block_words (block, node, &words, x + 4.0, 16.5, STAMP_WIDTH - 8.0, REPORT_ALIGN_CENTRE,
                      REPORT_BLACK);
  report_words_clear (&words);
}

static const char *
page_words (Report *report, const Copy *copy, guint page)
{
  BaseText *text = base_text_new (N_ ("Page {page} of {pages} of this document"));

  base_text_with_integer (text, "page", page + 1);
  return report_take (
      report, base_text_with_integer (text, "pages", report_exhibit_n_pages (copy->exhibit)));
}

/* As large as the page allows, not larger than it is. */
static void
add_picture (ReportFlow *flow, ReportBlock *block, const Copy *copy, guint page)
{
  Picture *picture = g_new0 (Picture, 1);
  ReportNode *node = report_add_node (flow->report, flow->node, "Figure");
  const double room = block->height - HEAD_HEIGHT;

  picture->exhibit = report_exhibit_ref (copy->exhibit);
  picture->page = page;
  report_exhibit_page_size (copy->exhibit, page, &picture->width, &picture->height);
  const double scale = MIN (1.0, MIN (flow->width / picture->width, room / picture->height));
  node->alt = g_strdup (report_join (flow->report, ", ", copy->id, report_or_empty (copy->title),
                                     page_words (flow->report, copy, page), NULL));
  report_block_drawing (block, node, flow->x, HEAD_HEIGHT, picture->width * scale,
                        picture->height * scale, draw_picture, picture, picture_free);
}

/* A sheet is turned for what would be small on it, not for each picture that is broader than high.
 */
static gboolean
is_wide (const Copy *copy, guint page)
{
  double width, height;

  report_exhibit_page_size (copy->exhibit, page, &width, &height);
  return width > height * 1.1 && width > REPORT_WIDTH * 1.25;
}

/* A page for itself, whose heading is the document's on its first page. */
static void
add_page (ReportFlow *flow, const Copy *copy, guint index, guint page)
{
  Report *report = flow->report;
  const char *name = report_join (report, "  ", copy->id, report_or_empty (copy->title), NULL);

  report_flow_turn (flow, is_wide (copy, page));
  const ReportFrame frame = report_frame (report, flow->landscape);
  ReportBlock *block = report_block_new (frame.bottom - frame.top - 0.5);
  ReportNode *heading = report_add_node (report, flow->node, page == 0 ? "H2" : "P");
  ReportNode *details = report_add_node (report, flow->node, "P");

  block->new_page = block->begins = TRUE;
  block->landscape = flow->landscape;
  block->page_title = g_strdup (name);
  if (page == 0)
    {
      block->outline = g_strdup (name);
      block->outline_level = 1;
      block->destination = g_strdup_printf ("copy-%u", index + 1);
      heading->name = g_strdup (block->destination);
    }
  add_line (flow, block, heading, REPORT_STYLE_H2, report_or_empty (copy->title), 11.0);
  add_stamp (flow, block, heading, copy->id);
  add_line (flow, block, details, REPORT_STYLE_NOTE, page_words (report, copy, page), 25.0);
  add_line (flow, block, details, REPORT_STYLE_HASH,
            report_join (report, " ", "SHA-256", copy->sha256, NULL), 37.0);
  add_picture (flow, block, copy, page);
  report_flow_add (flow, block);
}

void
report_section_copies (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint n = assessment_document_count (advice_document (report->advice), "evidence");

  if (report->options.copies == NULL || n == 0)
    return;
  g_autoptr (GArray) copies = open_copies (report);
  report_flow_section (flow, number, report_tr (report, N_ ("Copies of the evidence")), NULL,
                       "copies", 0);
  report_flow_paragraph (
      flow, REPORT_STYLE_BODY,
      report_tr (report, N_ ("Each page carries the number of its document in the evidence "
                             "register. A copy is appended only when its file has the fingerprint "
                             "that the register states.")),
      REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  add_list (flow, copies);
  for (guint i = 0; i < copies->len; i++)
    {
      const Copy *copy = &g_array_index (copies, Copy, i);

      for (guint page = 0; page < copy->n_pages; page++)
        add_page (flow, copy, i, page);
    }
  report_flow_turn (flow, FALSE);
}
