/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-pdf-file.h"

G_BEGIN_DECLS

/* Fields for electronic signatures, which cairo wrote as links to REPORT_FIELD_ADDRESS: empty ones
 * (ISO 32000-1, 12.7.4.5), in the structure as "Form" (14.8.4.5). */
typedef struct _ReportPdfFields ReportPdfFields;

ReportPdfFields *report_pdf_fields_new (ReportPdfFile *file) G_GNUC_WARN_UNUSED_RESULT;
void report_pdf_fields_free (ReportPdfFields *fields);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportPdfFields, report_pdf_fields_free)

/* Shows it each link of the file: TRUE when it is a field. @words: what it is for, as a PDF string.
 */
gboolean report_pdf_fields_take_link (ReportPdfFields *fields,
                                      guint number,
                                      const char *object,
                                      const char *words);
/* And each element "Link" of the structure. */
void report_pdf_fields_take_element (ReportPdfFields *fields, guint number, const char *object);
/* After all were shown: writes the fields into the file and returns what its root has to say of
 * them, "" without any. */
char *report_pdf_fields_finish (ReportPdfFields *fields) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
