/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"
#include "report/report-form.h"

G_BEGIN_DECLS

/* A report as it will be printed: laid out for the screen, written as a file in a thread, sent to a
 * printer. All draw the same pages. Immutable. */
#define APP_TYPE_PRINTOUT (app_printout_get_type ())
G_DECLARE_FINAL_TYPE (AppPrintout, app_printout, APP, PRINTOUT, GObject)

/* At once: for reports of a page or two. The watcher in @options is not asked. */
AppPrintout *app_printout_new (Advice *advice,
                               BaseLanguage *language,
                               const ReportOptions *options,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Laid out in a thread, so that no key press waits for it. G_IO_ERROR_CANCELLED when it was. */
void app_printout_new_async (Advice *advice,
                             BaseLanguage *language,
                             const ReportOptions *options,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
AppPrintout *app_printout_new_finish (GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same report on other paper. */
AppPrintout *app_printout_on_paper (AppPrintout *self,
                                    ReportPaper paper,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Borrowed; for drawing in the main thread. */
Report *app_printout_get_report (AppPrintout *self);
ReportPaper app_printout_get_paper (AppPrintout *self);
/* "Summary"; the first page, which has no heading, is the cover. */
const char *app_printout_page_title (AppPrintout *self, guint page);
Advice *app_printout_get_advice (AppPrintout *self);

/* From 0 to 1; called in the main thread, never after the end. */
typedef void (*AppProgressCallback) (double done, gpointer user_data);

/* Writes one form of the report to @path without blocking: the thread lays out a report of its own.
 * What stood at @path stays until the new file is whole; nothing is left of one that was cancelled
 * (G_IO_ERROR_CANCELLED). @cancellable and @progress may be NULL. */
void app_printout_save_async (AppPrintout *self,
                              ReportForm form,
                              const char *path,
                              GCancellable *cancellable,
                              AppProgressCallback progress,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* The path that was written, or NULL with the reason. */
char *app_printout_save_finish (AppPrintout *self,
                                GAsyncResult *result,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
