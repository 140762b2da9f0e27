/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "report/report.h"

G_BEGIN_DECLS

/* How a report is made: language, paper, the stage it is compared with, what is left out, logos,
 * parts. Paper and the hub's logo are remembered; everything else holds for the open company.
 *
 * Signal "changed": another report is wanted. */
#define APP_TYPE_REPORT_OPTIONS (app_report_options_get_type ())
G_DECLARE_FINAL_TYPE (AppReportOptions, app_report_options, APP, REPORT_OPTIONS, AdwBin)

/* Offers the languages there are and the earlier stages of the company that @page shows. */
void app_report_options_show (AppReportOptions *self, AppPage *page);
/* Instead: for reports of many companies, each compared with its own stage before. @session must
 * outlive the widget. */
void app_report_options_show_many (AppReportOptions *self, AppSession *session);
/* Another company: what held for the one before is forgotten. */
void app_report_options_reset (AppReportOptions *self);

/* The blank form has no answers to leave out, the short ones no parts: what does not apply to a
 * reader is not offered. */
void app_report_options_set_profile (AppReportOptions *self, ReportProfile profile);
/* The strings and the stage in it are borrowed until the next change. */
ReportOptions app_report_options_get (AppReportOptions *self);
/* "3 sentences are not translated yet and stand in English" */
char *app_report_options_untranslated_words (guint n) G_GNUC_WARN_UNUSED_RESULT;
/* So many sentences of the report that was made stand in English for want of a translation. */
void app_report_options_show_untranslated (AppReportOptions *self, guint n);
/* The report's own language, which marks missing translations in a draft. */
BaseLanguage *app_report_options_new_language (AppReportOptions *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
