/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A copy of a piece of evidence as pages that can be drawn: a picture (PNG, JPEG) or a PDF.
 * Immutable; used by one thread at a time. */
typedef struct _ReportExhibit ReportExhibit;

/* Keeps a reference to @bytes. REPORT_ERROR_EVIDENCE: it is of another form, damaged, locked by a
 * password, or a PDF without the library that reads them; the message begins in the middle of a
 * sentence. */
ReportExhibit *report_exhibit_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
ReportExhibit *report_exhibit_ref (ReportExhibit *exhibit);
void report_exhibit_unref (ReportExhibit *exhibit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportExhibit, report_exhibit_unref)

/* At least one. */
guint report_exhibit_n_pages (const ReportExhibit *exhibit);
/* Points, above zero; a picture's at 96 pixels an inch. */
void
report_exhibit_page_size (const ReportExhibit *exhibit, guint page, double *width, double *height);
/* At the origin, in its own size. */
void report_exhibit_draw (ReportExhibit *exhibit, guint page, cairo_t *cr);

G_END_DECLS
