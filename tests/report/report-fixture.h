/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

/* Shared by the report tests: the bundled rules, catalogue and packs, loaded once; advice of
 * samples and of changed documents; text without spaces, so that line breaks do not matter. */

#define REPORT_FIXTURE_DATE "2026-11-20"

AssessmentDocument *report_fixture_sample (const char *name);
Advice *report_fixture_advice (AssessmentDocument *document);
BaseLanguage *report_fixture_language (void); /* borrowed */
Report *report_fixture_report (Advice *advice, ReportProfile profile);
/* All white space taken out. */
char *report_fixture_squeeze (const char *text);
/* A sentence as the report would say it, squeezed. */
char *report_fixture_say (const BaseText *text);
void report_fixture_clear (void);
