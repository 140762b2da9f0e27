/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"
#include "report/report-icon.h"

G_BEGIN_DECLS

/* A table in a flow: rules, no verticals; the head is shown again on each page, rows are never cut
 * (one that is taller than a page is, by lines). */
typedef struct _ReportTable ReportTable;

#define REPORT_TABLE_MAX_COLUMNS 8

typedef struct
{
  const char *title; /* NULL or "" for none */
  double width;      /* with the gutter of 8 after it; 0 in one column takes what is left */
  ReportAlign align;
} ReportColumn;

typedef struct
{
  const char *text;
  const char *note; /* under the text, smaller */
  gboolean strong;
  gboolean small; /* text in the note's size */
  gboolean hash;  /* text in figures that cannot be taken for one another */
  gboolean grey;
  ReportIcon icon;     /* before the text */
  int level, maximum;  /* level blocks before the text when maximum > 0 */
  const char *address; /* a web address on a line of its own under text and note */
  /* A drawing above the text instead of words of its own. */
  double draw_height;
  ReportDrawFunc draw;
  gpointer data;
  GDestroyNotify destroy;
  const char *alt;
} ReportCell;

/* @columns end with a width or title of their own count; they are copied. @headless: no head row.
 */
ReportTable *report_table_new (ReportFlow *flow,
                               const ReportColumn *columns,
                               guint n,
                               gboolean headless) G_GNUC_WARN_UNUSED_RESULT;
/* Rows as low as their words: for long lists of options. */
void report_table_set_dense (ReportTable *table);
/* As many cells as columns. */
void report_table_row (ReportTable *table, const ReportCell *cells);
/* A shaded row that stays with the next one. */
void report_table_group (ReportTable *table, const ReportCell *cells);
/* The last row in semibold over a rule. */
void report_table_total (ReportTable *table, const ReportCell *cells);
/* Ends it with a rule and frees it; @note: small words under it, or NULL. */
void report_table_end (ReportTable *table, const char *note);

G_END_DECLS
