/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* Blocks become pages, and pages are drawn. */

void report_page_free (ReportPage *page);
/* Places all blocks; adds to report->pages. Blocks that keep with their next are never parted from
 * it, as long as both fit on one page. Where a little less air saves a page, there is less air. */
void report_paginate (Report *report, GPtrArray *blocks);
/* The furniture (head, foot) and all marks. @tagger: NULL on surfaces without structure. */
void report_page_draw (Report *report, guint index, cairo_t *cr, ReportTagger *tagger);
/* The page of a destination (from 0), -1 when there is none. */
int report_find_destination (const Report *report, const char *destination);

G_END_DECLS
