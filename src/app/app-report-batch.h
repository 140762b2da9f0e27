/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "report/report-batch.h"

G_BEGIN_DECLS

/* The reports of many companies, written into one folder: the window's side of a ReportBatch. The
 * advice of one company after the other is made in the main thread, its report in a thread.
 *
 * Signal "changed": a report was done, or all is at its end; in the main thread. */
#define APP_TYPE_REPORT_BATCH (app_report_batch_get_type ())
G_DECLARE_FINAL_TYPE (AppReportBatch, app_report_batch, APP, REPORT_BATCH, GObject)

AppReportBatch *app_report_batch_new (AppSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Before it starts: an assessment of the workspace and what its company is called. */
void app_report_batch_add (AppReportBatch *self, const char *id, const char *name);
guint app_report_batch_n (AppReportBatch *self);

/* Once it ended it can be started again, and goes on where it was stopped. */
void app_report_batch_start (AppReportBatch *self,
                             const char *folder,
                             BaseLanguage *language,
                             const ReportOptions *options,
                             ReportForm form);
/* The report at hand is not written; what is whole stays. */
void app_report_batch_stop (AppReportBatch *self);

gboolean app_report_batch_is_running (AppReportBatch *self);
gboolean app_report_batch_was_stopped (AppReportBatch *self);
/* How many are done, whatever came of them. */
guint app_report_batch_done (AppReportBatch *self);
guint app_report_batch_count (AppReportBatch *self, ReportBatchOutcome outcome);
/* How many sentences stand in English in what was written since it was started or went on, because
 * the language lacks them: known at the end. */
guint app_report_batch_n_untranslated (AppReportBatch *self);
/* Whose report is being made; NULL at the end. Borrowed. */
const char *app_report_batch_current (AppReportBatch *self);
/* "Sample Metalworks: …", a line for each that was refused. Borrowed, NULL-terminated. */
const char *const *app_report_batch_problems (AppReportBatch *self);
/* Why it ended before all were done although nobody stopped it, else NULL. Borrowed. */
const char *app_report_batch_failure (AppReportBatch *self);
const char *app_report_batch_folder (AppReportBatch *self);

G_END_DECLS
