/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

/* Sentences that several numbered kinds of support have in common: collected first, so that each
 * is printed once with the numbers it concerns, and left out of the kinds themselves. */
typedef struct _ReportShared ReportShared;

typedef enum
{
  REPORT_SHARED_FIT,
  REPORT_SHARED_CHECK,
  REPORT_SHARED_CHANGE,
  REPORT_SHARED_TODAY,
  REPORT_N_SHARED
} ReportSharedGroup;

ReportShared *report_shared_new (Report *report) G_GNUC_WARN_UNUSED_RESULT;
void report_shared_free (ReportShared *shared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportShared, report_shared_free)

/* @words NULL is ignored; they must live as long as the report. */
void
report_shared_add (ReportShared *shared, ReportSharedGroup group, const char *words, guint number);
/* All of @group that only @number has, as one run of sentences; NULL when there is none. */
const char *report_shared_own (ReportShared *shared, ReportSharedGroup group, guint number);
/* What two or more have in common, and what would change each of them, with its heading. */
void report_shared_write (ReportShared *shared, ReportFlow *flow);

/* Rising numbers as "1–5, 7". */
const char *report_shared_numbers (Report *report, const GArray *numbers);

G_END_DECLS
