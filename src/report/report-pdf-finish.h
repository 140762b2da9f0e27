/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A link to this address becomes a field for an electronic signature (ISO 32000-1, 12.7.4.5). */
#define REPORT_FIELD_ADDRESS "waymark:signature"

/* What cairo 1.16 cannot write, added to its file: the document's language, its title
 * in the window's bar, XMP metadata, what figures show, the scope of table heads, tab order, what
 * links lead to, fields to sign, and artifacts. */
typedef struct
{
  const char *language; /* "en" */
  const char *title;
  const char *author;
  const char *date; /* ISO day */
  const GPtrArray
      *figures;           /* const char *: what each figure shows, in the order of the structure */
  const GPtrArray *links; /* where each link leads and what each field is for, likewise */
} ReportPdfExtras;

/* @pdf as cairo wrote it in PDF 1.4. Returns it unchanged when it is not of the expected form. */
GBytes *report_pdf_finish (GBytes *pdf, const ReportPdfExtras *extras) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
