/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report-page.h"
#include "report/report-pdf-finish.h"
#include "report/report-say.h"
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Draws the pages on a PDF surface with structure, outline and metadata. The only date is the
 * document's own: the same input gives the same bytes. */

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

const char *
report_day (Report *report)
{
  const char *date = report_field (report, "date");

  return date != NULL ? date : advice_date (report->advice);
}

const char *
report_title (Report *report)
{
  return report_join (report, ": ", report_heading (report), report_company (report), NULL);
}

static void
set_metadata (Report *report, cairo_surface_t *surface)
{
  g_autofree char *time = g_strconcat (report_day (report), "T00:00:00Z", NULL);
  g_autofree char *creator
      = g_strconcat ("Waymark ", advice_versions (report->advice)->program, NULL);
  const char *stage = report_stage (report);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report_title (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, report_company (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, stage != NULL ? stage : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, creator);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static void
add_outline (Report *report, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint p = 0; p < report->pages->len; p++)
    {
      const ReportPage *page = g_ptr_array_index (report->pages, p);
      for (guint i = 0; i < page->placed->len; i++)
        {
          const ReportBlock *block = g_array_index (page->placed, ReportPlaced, i).block;
          g_autofree char *attributes = g_strdup_printf ("dest='%s'", block->destination);

          if (block->outline == NULL)
            continue;
          int entry = cairo_pdf_surface_add_outline (
              surface, block->outline_level == 0 ? CAIRO_PDF_OUTLINE_ROOT : parent, block->outline,
              attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
          if (block->outline_level == 0)
            parent = entry;
        }
    }
}

/* @stopped: whoever watches did not want to go on; then nothing else counts. */
static cairo_status_t
draw_pages (Report *report, cairo_surface_t *surface, ReportTagger *tagger, gboolean *stopped)
{
  cairo_t *cr = cairo_create (surface);
  const double each = (1.0 - REPORT_LAID_OUT) / report->pages->len;

  for (guint i = 0; i < report->pages->len; i++)
    {
      double width, height;

      *stopped = !report_step (report, REPORT_LAID_OUT + each * i);
      if (*stopped)
        break;
      report_page_size (report, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      report_page_draw (report, i, cr, tagger);
      if (i + 1 == report->pages->len)
        report_tagger_close_all (tagger, cr);
      cairo_show_page (cr);
    }
  if (!*stopped) /* cairo 1.18 ends the program over an outline of pages that there are not */
    add_outline (report, surface);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

void
report_compress_once (void)
{
  /* Cairo asks for it at each surface; any value. */
  g_setenv ("CAIRO_DEBUG_PDF", "1", FALSE);
}

GBytes *
report_to_pdf (Report *report, GError **error)
{
  g_return_val_if_fail (report != NULL, NULL);

  GByteArray *raw = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (collect, raw, report->page_width, report->page_height);
  ReportTagger tagger = { 0 };
  gboolean stopped = FALSE;

  /* 1.4: one cross-reference table in the clear, which report_pdf_finish() can extend. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (report, surface);
  report_tagger_init (&tagger);
  cairo_status_t status = draw_pages (report, surface, &tagger, &stopped);
  cairo_surface_destroy (surface);
  g_autoptr (GBytes) pdf = g_byte_array_free_to_bytes (raw);
  GBytes *finished = NULL;
  if (stopped)
    report_set_stopped (error);
  else if (status == CAIRO_STATUS_SUCCESS)
    {
      ReportPdfExtras extras = { base_language_tag (report->language),
                                 report_title (report),
                                 report_company (report),
                                 report_day (report),
                                 tagger.figures,
                                 tagger.links };
      finished = report_pdf_finish (pdf, &extras);
    }
  else
    g_set_error (error, REPORT_ERROR, REPORT_ERROR_WRITE, _ ("The PDF could not be made: %s"),
                 cairo_status_to_string (status));
  report_tagger_clear (&tagger);
  return finished;
}
