/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-form.h"

G_BEGIN_DECLS

/* The reports of many assessments in one folder, made one after the other so that memory does not
 * grow with their number. A report that is there and would be the same is left as it is: a batch
 * that was ended in any way goes on from there. Each file is written aside, read back and renamed.
 * Not shared between threads at the same time. */
typedef struct _ReportBatch ReportBatch;

typedef enum
{
  REPORT_BATCH_WRITTEN,
  REPORT_BATCH_UNCHANGED, /* it was there */
  REPORT_BATCH_REFUSED,   /* the error says why */
} ReportBatchOutcome;

#define REPORT_BATCH_N_OUTCOMES (REPORT_BATCH_REFUSED + 1)

/* Makes the folder where it is not there; another batch that runs in it is an error. @options: kept
 * as a copy, its strings and its watcher must outlive the batch; "before" and "fonts" are not looked
 * at. "copies": one folder for the evidence of all. */
ReportBatch *report_batch_new (const char *folder,
                               BaseLanguage *language,
                               const ReportOptions *options,
                               ReportForm form,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void report_batch_free (ReportBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportBatch, report_batch_free)

/* @before: the stage before, or NULL. Stopped by its watcher (REPORT_ERROR_STOPPED) nothing of this
 * report is in the folder. */
ReportBatchOutcome
report_batch_take (ReportBatch *batch, Advice *advice, Advice *before, GError **error);
/* How many sentences stand in English in the reports written so far because the language lacks them,
 * see report_n_untranslated(). Never silent: whoever writes them says so. */
guint report_batch_n_untranslated (const ReportBatch *batch);
/* Nothing more can be written into the folder, whatever comes. */
gboolean report_batch_is_broken (const ReportBatch *batch);

G_END_DECLS
