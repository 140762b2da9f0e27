/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a PDF 1.7 from objects that exist already. All that are not streams are packed together
 * and deflated (ISO 32000-1, 7.5.7 and 7.5.8): the structure of a report is thousands of small
 * objects that are much alike. */
typedef struct _ReportPdfWriter ReportPdfWriter;

/* @size: one above the highest number of an object that will be added. */
ReportPdfWriter *report_pdf_writer_new (guint size) G_GNUC_WARN_UNUSED_RESULT;

/* @body: what stands between "obj" and "endobj". */
void report_pdf_writer_add (ReportPdfWriter *writer, guint number, const char *body);
/* @dictionary: without its ">>" and without /Length. @data: as it is to stand in the file. */
void report_pdf_writer_add_stream (
    ReportPdfWriter *writer, guint number, const char *dictionary, const void *data, gsize length);
/* The file; frees @writer. */
GBytes *
report_pdf_writer_end (ReportPdfWriter *writer, guint root, guint info) G_GNUC_WARN_UNUSED_RESULT;

#define REPORT_PDF_LEVEL 4 /* half the time of the usual 6, for one part in twenty more bytes */
/* As /FlateDecode wants it. @level: zlib's. */
GBytes *report_pdf_deflate (const void *data, gsize length, int level) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
