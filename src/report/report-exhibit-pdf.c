/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report-exhibit-pdf.h"

#include "report/report.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <poppler.h>

/* Poppler is loaded when the first PDF is to be shown: with it each start of the program would
 * take 5 ms and 6 MB more, for what few reports have. */

#define LIBRARY "libpoppler-glib.so.8"

struct _ReportExhibitPdf
{
  PopplerDocument *document;
  typeof (poppler_document_get_n_pages) *get_n_pages;
  typeof (poppler_document_get_page) *get_page;
  typeof (poppler_page_get_size) *get_size;
  typeof (poppler_page_render_for_printing) *render;
};

static gboolean
load (GModule *module, const char *name, gpointer symbol)
{
  return g_module_symbol (module, name, symbol) && *(gpointer *)symbol != NULL;
}

static PopplerDocument *
open_document (ReportExhibitPdf *pdf, GModule *module, GBytes *bytes, GError **error)
{
  typeof (poppler_document_new_from_bytes) *open = NULL;
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document;

  if (!load (module, "poppler_document_new_from_bytes", &open)
      || !load (module, "poppler_document_get_n_pages", &pdf->get_n_pages)
      || !load (module, "poppler_document_get_page", &pdf->get_page)
      || !load (module, "poppler_page_get_size", &pdf->get_size)
      || !load (module, "poppler_page_render_for_printing", &pdf->render))
    {
      g_set_error (error, REPORT_ERROR, REPORT_ERROR_EVIDENCE,
                   _ ("%s is of another version than the one expected"), LIBRARY);
      return NULL;
    }
  document = open (bytes, NULL, &cause);
  if (document == NULL)
    g_set_error (error, REPORT_ERROR, REPORT_ERROR_EVIDENCE, _ ("the PDF cannot be read: %s"),
                 cause->message);
  return document;
}

ReportExhibitPdf *
report_exhibit_pdf_new (GBytes *bytes, GError **error)
{
  g_autoptr (ReportExhibitPdf) pdf = g_new0 (ReportExhibitPdf, 1);
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    {
      g_set_error (error, REPORT_ERROR, REPORT_ERROR_EVIDENCE,
                   _ ("PDF files need Poppler (%s), which is not installed"), LIBRARY);
      return NULL;
    }
  /* Its types stay registered. */
  g_module_make_resident (module);
  pdf->document = open_document (pdf, module, bytes, error);
  g_module_close (module);
  if (pdf->document == NULL)
    return NULL;
  if (pdf->get_n_pages (pdf->document) > 0)
    return g_steal_pointer (&pdf);
  g_set_error_literal (error, REPORT_ERROR, REPORT_ERROR_EVIDENCE, _ ("the PDF has no page"));
  return NULL;
}

void
report_exhibit_pdf_free (ReportExhibitPdf *pdf)
{
  if (pdf == NULL)
    return;
  g_clear_object (&pdf->document);
  g_free (pdf);
}

guint
report_exhibit_pdf_n_pages (const ReportExhibitPdf *pdf)
{
  return (guint)pdf->get_n_pages (pdf->document);
}

void
report_exhibit_pdf_page_size (const ReportExhibitPdf *pdf,
                              guint page,
                              double *width,
                              double *height)
{
  g_autoptr (GObject) found = (GObject *)pdf->get_page (pdf->document, (int)page);

  *width = *height = 0.0;
  if (found != NULL)
    pdf->get_size ((PopplerPage *)found, width, height);
  /* A damaged page has no size; it stands there as an empty sheet. */
  if (!(*width > 1.0 && *width < 20000.0 && *height > 1.0 && *height < 20000.0))
    {
      *width = 595.0;
      *height = 842.0;
    }
}

void
report_exhibit_pdf_draw (const ReportExhibitPdf *pdf, guint page, cairo_t *cr)
{
  g_autoptr (GObject) found = (GObject *)pdf->get_page (pdf->document, (int)page);

  if (found != NULL)
    pdf->render ((PopplerPage *)found, cr);
}
