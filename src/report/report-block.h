/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-node.h"
#include "report/report-type.h"

G_BEGIN_DECLS

/* A piece of a page that is placed as a whole: marks (lines of text, rules, boxes, drawings)
 * relative to its top. */
typedef struct _ReportBlock ReportBlock;

/* Of the space before a block, what is left where a page is short of room. */
#define REPORT_LEAST_AIR 0.35

/* Draws into a box at (x, y); @data belongs to the block. */
typedef void (*ReportDrawFunc) (
    cairo_t *cr, double x, double y, double width, double height, gpointer data);

typedef enum
{
  REPORT_MARK_WORDS,
  REPORT_MARK_RULE,
  REPORT_MARK_BOX,
  REPORT_MARK_DRAWING,
} ReportMarkKind;

typedef struct
{
  ReportMarkKind kind;
  ReportNode *node; /* borrowed from the report; NULL: furniture, outside the structure */
  double x, y, width, height;
  ReportWords words; /* owns a reference to its lines */
  int line;
  ReportAlign align;
  ChartColor color;
  double stroke; /* rules */
  ReportDrawFunc draw;
  gpointer data;
  GDestroyNotify destroy;
} ReportMark;

struct _ReportBlock
{
  GArray *marks; /* ReportMark, in reading order */
  double height;
  double slack;        /* of the height, what its lower edge can give up */
  double space_before; /* dropped at the top of a page */
  gboolean keep_next;  /* stays on one page with the block after it */
  gboolean new_page;
  gboolean begins;    /* the heading of a section, which goes on to the next of these */
  gboolean shares;    /* a section that follows on a page begun when the whole of it fits there */
  gboolean follows;   /* a section that fills up a page with the last lines of the one before */
  gboolean alone;     /* a section after which no other begins on its page */
  gboolean landscape; /* its section stands on turned pages */
  double need; /* begins a new page when less room than this is left (a whole page at most) */
  ReportBlock *repeat; /* shown at the top when this block begins a page; reference */
  char *outline;       /* entry of the outline, or NULL */
  char *destination;
  guint outline_level; /* 0, 1 */
  char *page_title;    /* from here on */
  int ref_count;
};

ReportBlock *report_block_new (double height) G_GNUC_WARN_UNUSED_RESULT;
ReportBlock *report_block_ref (ReportBlock *block);
void report_block_unref (ReportBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportBlock, report_block_unref)

/* The height where a page is short of room: @air from 1 for all of it down to REPORT_LEAST_AIR,
 * where the slack is given up. */
double report_block_height (const ReportBlock *block, double air);

/* All lines of @words from baseline @y on; returns the last baseline. */
double report_block_words (ReportBlock *block,
                           ReportNode *node,
                           const ReportWords *words,
                           double x,
                           double y,
                           double width,
                           ReportAlign align,
                           ChartColor color);
void report_block_line (ReportBlock *block,
                        ReportNode *node,
                        const ReportWords *words,
                        int line,
                        double x,
                        double y,
                        double width,
                        ReportAlign align,
                        ChartColor color);
void report_block_rule (
    ReportBlock *block, double x, double y, double width, double stroke, ChartColor color);
void report_block_box (
    ReportBlock *block, double x, double y, double width, double height, ChartColor color);
/* Takes @data. */
void report_block_drawing (ReportBlock *block,
                           ReportNode *node,
                           double x,
                           double y,
                           double width,
                           double height,
                           ReportDrawFunc draw,
                           gpointer data,
                           GDestroyNotify destroy);
/* Copies the marks of @other, moved. */
void report_block_absorb (ReportBlock *block, const ReportBlock *other, double dx, double dy);
/* The part of a block that is taller than a page: its marks between @top and @bottom. */
ReportBlock *
report_block_slice (const ReportBlock *block, double top, double bottom) G_GNUC_WARN_UNUSED_RESULT;

#define REPORT_BLACK ((ChartColor){ 0.0, 0.0, 0.0, 1.0 })
/* Closed calls and what is past: still 7:1 on white. */
#define REPORT_GREY ((ChartColor){ 0.33, 0.33, 0.33, 1.0 })
#define REPORT_BLUE ((ChartColor){ 0.0, 0x72 / 255.0, 0xB2 / 255.0, 1.0 })
#define REPORT_ROW_RULE ((ChartColor){ 0xB3 / 255.0, 0xB3 / 255.0, 0xB3 / 255.0, 1.0 })
#define REPORT_GROUP_ROW ((ChartColor){ 0xF2 / 255.0, 0xF4 / 255.0, 0xF5 / 255.0, 1.0 })

G_END_DECLS
