/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/* The tree of the report's elements: {"format": "waymark-report", "version": 1, "language",
 * "title", "profile", "date", "versions", "content": [element…]}; an element is {"tag", "name"?,
 * "link"?, "alt"?, "text"?, "content"?} with the names of the PDF's structure types (H1, P, Table,
 * TR …); "text" holds the words that stand in it directly, pieces on lines of their own. */
char *report_to_json (Report *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
