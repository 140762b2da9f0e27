/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* A PNG or JPEG file as an image; a JPEG's bytes go into the PDF as they are. REPORT_ERROR_LOGO
 * names the file and what was expected. */
cairo_surface_t *report_logo_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from the file's bytes; NULL: no picture that can be read. */
cairo_surface_t *report_logo_decode (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
/* The company's logo on the left, the hub's on the right; nothing without. */
void report_logo_add (ReportFlow *flow);

G_END_DECLS
