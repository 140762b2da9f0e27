/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/* The forms in which a report can be kept: all are made from the pages that were laid out, so that
 * they say the same in the same words. */
typedef enum
{
  REPORT_FORM_PDF,      /* as printed */
  REPORT_FORM_ODT,      /* OpenDocument text, to edit */
  REPORT_FORM_MARKDOWN, /* plain text with marks (tables as GitHub writes them) */
  REPORT_FORM_CSV,      /* its tables, for a spreadsheet */
  REPORT_FORM_JSON,     /* the tree of its elements, for programs */
} ReportForm;

#define REPORT_N_FORMS (REPORT_FORM_JSON + 1)

/* "odt" → the form; FALSE for an unknown name. report_form_names() is the list for --help. */
gboolean report_form_from_name (const char *name, ReportForm *form);
const char *const *report_form_names (void);
/* By the ending of a file's name, in any case; FALSE when it has none that is known. */
gboolean report_form_from_path (const char *path, ReportForm *form);
/* ".odt". */
const char *report_form_ending (ReportForm form);

/* The whole file. Safe to run in a worker thread of the report's own. */
GBytes *report_to_form (Report *report, ReportForm form, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same written so that the old or the new file is there, never half a one. */
gboolean report_write_form (Report *report, ReportForm form, const char *path, GError **error);
/* report_suggest_name() with the form's ending. */
char *report_suggest_form_name (const Report *report, ReportForm form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
