/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/* All tables of the report in one file, one under the other: UTF-8 with its mark, commas, lines
 * that end in CR LF (RFC 4180). Each line begins with the table's number and its heading, so that a
 * spreadsheet's filter or a program takes out one table; a table's head is its first line. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it. */
char *report_to_csv (Report *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
