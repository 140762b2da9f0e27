/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-world.h"
#include "report/report-form.h"

G_BEGIN_DECLS

typedef struct
{
  CliWorld *world;
  const ReportOptions *options;
  ReportForm form;
  const char *date; /* NULL: today */
} CliReportChoice;

/* Missing words are never silent: says on stderr how many stand in English; a draft marks them. */
void cli_report_tell_untranslated (const CliWorld *world, const ReportOptions *options, guint n);

/* `report --all`: a report into @folder for each document of @source, which is a folder with
 * documents (*.json) or a file with one a line ("-": standard input), or NULL: all assessments of
 * the workspace in @workspace. Reports that are there and would be the same are left as they are;
 * Ctrl+C ends after the report at hand. Returns the exit status. */
int cli_report_all (const CliReportChoice *choice,
                    const char *source,
                    const char *workspace,
                    const char *folder);

G_END_DECLS
