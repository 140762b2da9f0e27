/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"
#include "report/report.h"

G_BEGIN_DECLS

/* A report as it will be printed: laid out for the screen, written as a PDF in a thread, sent to a
 * printer. All three draw the same pages. Immutable. */
#define APP_TYPE_PRINTOUT (app_printout_get_type ())
G_DECLARE_FINAL_TYPE (AppPrintout, app_printout, APP, PRINTOUT, GObject)

AppPrintout *app_printout_new (Advice *advice,
                               BaseLanguage *language,
                               const ReportOptions *options,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Borrowed; for drawing in the main thread. */
Report *app_printout_get_report (AppPrintout *self);
/* "Summary"; the first page, which has no heading, is the cover. */
const char *app_printout_page_title (AppPrintout *self, guint page);
Advice *app_printout_get_advice (AppPrintout *self);

/* Writes the PDF to @path without blocking: the thread lays out a report of its own. */
void app_printout_save_async (AppPrintout *self,
                              const char *path,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* The path that was written, or NULL with the reason. */
char *app_printout_save_finish (AppPrintout *self,
                                GAsyncResult *result,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The system's print dialog; says in @owner what went wrong. */
void app_printout_print (AppPrintout *self, GtkWindow *owner);

G_END_DECLS
