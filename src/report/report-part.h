/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* The pages once more as a tree in reading order, for the forms that have no pages: elements with
 * the words and drawings that stand in them. What it points to belongs to the report. */
typedef struct _ReportPart ReportPart;
struct _ReportPart
{
  const ReportNode *node; /* of an element; NULL for words and drawings */
  const ReportMark *mark; /* of words (the first line) and drawings; else NULL */
  GPtrArray *parts;       /* of an element: ReportPart, in reading order; else NULL */
};

/* The document's element. What has no mark on a page has none in the tree, as in the PDF. */
ReportPart *report_part_new (Report *report) G_GNUC_WARN_UNUSED_RESULT;
void report_part_free (ReportPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportPart, report_part_free)

gboolean report_part_is (const ReportPart *part, const char *tag);
gboolean report_part_is_words (const ReportPart *part);
guint report_part_length (const ReportPart *part);
const ReportPart *report_part_nth (const ReportPart *part, guint index);
/* 1 to 6 for a heading, 0 for anything else. */
guint report_part_heading_level (const ReportPart *part);
/* The first words in it or below; NULL when there are none. */
const ReportMark *report_part_first_words (const ReportPart *part);
/* The words in it and below, with @between between pieces and without soft hyphens; figures by what
 * they show. */
char *report_part_text (const ReportPart *part, const char *between) G_GNUC_WARN_UNUSED_RESULT;
/* Where a link leads: "https://…", or "#name" inside the report; NULL for no link. */
char *report_part_link (const ReportPart *part) G_GNUC_WARN_UNUSED_RESULT;
/* A table's rows, those of the head first: borrowed, free the array alone. */
GPtrArray *report_part_rows (const ReportPart *table, guint *n_head) G_GNUC_WARN_UNUSED_RESULT;
/* A copy without what only tells where a line may end: soft hyphens are left out, no-break spaces
 * become plain ones. */
char *report_part_plain (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
