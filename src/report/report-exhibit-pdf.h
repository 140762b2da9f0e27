/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The pages of somebody else's PDF, by Poppler. */
typedef struct _ReportExhibitPdf ReportExhibitPdf;

/* Keeps a reference to @bytes; errors as report_exhibit_new(). */
ReportExhibitPdf *report_exhibit_pdf_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void report_exhibit_pdf_free (ReportExhibitPdf *pdf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportExhibitPdf, report_exhibit_pdf_free)

guint report_exhibit_pdf_n_pages (const ReportExhibitPdf *pdf);
void report_exhibit_pdf_page_size (const ReportExhibitPdf *pdf,
                                   guint page,
                                   double *width,
                                   double *height);
void report_exhibit_pdf_draw (const ReportExhibitPdf *pdf, guint page, cairo_t *cr);

G_END_DECLS
