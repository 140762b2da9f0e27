/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A PDF as cairo writes it in version 1.4: one cross-reference table, objects in the clear. Just
 * enough to read its objects, to change them and to write the file anew; no reader for foreign
 * files. */
typedef struct _ReportPdfFile ReportPdfFile;

/* Keeps a reference to @bytes. NULL when the file is not of that form. */
ReportPdfFile *report_pdf_file_new (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void report_pdf_file_free (ReportPdfFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportPdfFile, report_pdf_file_free)

guint report_pdf_file_root (const ReportPdfFile *file);
/* One above the highest object number. */
guint report_pdf_file_size (const ReportPdfFile *file);
/* The text between "obj" and "endobj" as it was before any change; for a stream only its
 * dictionary. NULL for a free number. */
char *report_pdf_file_object (const ReportPdfFile *file, guint number) G_GNUC_WARN_UNUSED_RESULT;
/* The inflated content of a stream object; NULL when it is none. */
GBytes *report_pdf_file_stream (const ReportPdfFile *file, guint number) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces or adds an object; takes a copy. */
void report_pdf_file_put (ReportPdfFile *file, guint number, const char *body);
/* Likewise a stream. @dictionary without its ">>" and without /Length; @data as it is to stand in
 * the file. */
void report_pdf_file_put_stream (ReportPdfFile *file,
                                 guint number,
                                 const char *dictionary,
                                 GBytes *data);
/* The whole file with all changes, in PDF 1.7 and packed. */
GBytes *report_pdf_file_finish (const ReportPdfFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
