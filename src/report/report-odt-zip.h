/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A zip archive in memory, as OpenDocument wants it: the first part is stored, the others deflated.
 * All parts carry the same day, so that the same parts give the same bytes. */
typedef struct _ReportOdtZip ReportOdtZip;

/* @day: "2026-11-20". */
ReportOdtZip *report_odt_zip_new (const char *day) G_GNUC_WARN_UNUSED_RESULT;
void report_odt_zip_free (ReportOdtZip *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportOdtZip, report_odt_zip_free)

/* @name: ASCII with slashes. At most 65 535 parts of less than 4 GiB together. */
void report_odt_zip_add (ReportOdtZip *zip, const char *name, const void *data, gsize length);
/* Frees @zip. */
GBytes *report_odt_zip_finish (ReportOdtZip *zip) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
