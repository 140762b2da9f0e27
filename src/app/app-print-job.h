/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-printout.h"

G_BEGIN_DECLS

/* Sends a printout to a printer: the drawing of the preview on the page and of the saved PDF.
 *
 * The paper of the dialog is the report's. Whoever chooses the other of A4 and Letter there gets
 * the report laid out for it; on any other paper its pages are drawn as large as they fit, in the
 * middle. Printer and settings are kept for the next time. */

/* The system's dialog, with a preview of its own that shows the pages as they will come out; says
 * in
 * @owner what went wrong. */
void app_print_job_run (AppPrintout *printout, GtkWindow *owner);
/* What a printer would get on paper of @setup (NULL: the report's own), as a PDF in @path. Needs no
 * display and no printer. Nothing is left of one that failed. */
gboolean
app_print_job_export (AppPrintout *printout, GtkPageSetup *setup, const char *path, GError **error);

G_END_DECLS
