/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-odt-zip.h"
#include "report/report-part.h"

G_BEGIN_DECLS

#define REPORT_ODT_NAMESPACES                                                                      \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                             \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                               \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                 \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                               \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""                              \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                      \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                        \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""                                 \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                                                 \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\""

/* The name of a paragraph's style for words set in @style. */
const char *report_odt_style_name (ReportStyle style);
/* styles.xml: the report's own type, page, running head and foot. */
char *report_odt_styles (Report *report) G_GNUC_WARN_UNUSED_RESULT;
/* content.xml; pictures go into @zip and their names into @pictures (g_free each). */
char *report_odt_content (Report *report,
                          const ReportPart *root,
                          ReportOdtZip *zip,
                          GPtrArray *pictures) G_GNUC_WARN_UNUSED_RESULT;
/* Appends words as XML: line breaks and runs of blanks as elements when @inline_marks, signs that
 * XML cannot hold left out. */
void report_odt_append (GString *xml, const char *words, gssize length, gboolean inline_marks);

G_END_DECLS
