/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-comparison.h"
#include "advice/advice-readiness.h"
#include "chart/chart-land.h"
#include "report/report-block.h"
#include "report/report.h"

G_BEGIN_DECLS

/* The report's inside, for the files of this folder. Lengths are points, x and y from the page's
 * top left corner. */

#define REPORT_LEFT 70.0
#define REPORT_WIDTH 476.0
#define REPORT_TOP 72.0
#define REPORT_COLUMN(n) (REPORT_LEFT + 82.0 * (n)) /* six columns of 66, gutter 16 */
#define REPORT_READING_WIDTH 394.0                  /* five columns: no longer lines of body text */

/* Where text may stand on a page, upright or turned. */
typedef struct
{
  double page_width, page_height;
  double left, width, top, bottom;
  double head; /* baseline of the running head */
} ReportFrame;

typedef struct
{
  ReportBlock *block;
  double y;
  gboolean repeated; /* a table's head once more: not read aloud again */
} ReportPlaced;

typedef struct
{
  GArray *placed; /* ReportPlaced */
  char *title;
  gboolean landscape;
} ReportPage;

struct _Report
{
  Advice *advice;
  BaseLanguage *language;
  ReportOptions options;
  ReportFonts *fonts;
  GStringChunk *strings; /* every word said: lives as long as the report */
  double page_width, page_height, bottom;
  guint n_untranslated; /* words said in English for want of others */
  GPtrArray *nodes;     /* ReportNode */
  ReportNode *root;
  GPtrArray *pages;             /* ReportPage */
  AdviceComparison *comparison; /* with the stage before; NULL: none is at hand */
  AdviceReadiness *readiness;
  cairo_surface_t *logos[2]; /* company, hub; NULL for none */
  ChartLand *land;           /* made when the first map is drawn */
};

ReportFrame report_frame (const Report *report, gboolean landscape);
/* "Digital maturity report", or what the profile is called. */
const char *report_heading (Report *report);
/* Of the whole work, the part that is done when the pages are laid out. */
#define REPORT_LAID_OUT 0.5
/* Tells whoever watches; FALSE: stop. */
gboolean report_step (Report *report, double done);
/* The error for it. */
void report_set_stopped (GError **error);
ReportNode *report_add_node (Report *report, ReportNode *parent, const char *tag);
/* The company as it is called: legal name, name, or "Company without a name". */
const char *report_company (Report *report);
/* The document's date, else the day of the advice: "2026-11-20". */
const char *report_day (Report *report);
/* "Digital maturity assessment: COMPANY". */
const char *report_title (Report *report);
/* The words of the running head and foot. */
const char *report_page_heading (Report *report);
const char *report_page_foot (Report *report);
ChartStyle report_chart_style (Report *report, const char *words);

G_END_DECLS
